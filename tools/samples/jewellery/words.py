"""What the invented jewellery shop and its customers write. All of it made up."""

from __future__ import annotations

PIECES = ("the sea pearl studs", "the wave ring", "the moon anklet", "the batik bangle", "the shell hoops")
OPENINGS = (
    "Small enough for every day: {piece} ✨",
    "You asked, we restocked. {piece} is back 🌊",
    "How to wear {piece} with a baju kurung 🤍",
    "Under RM 100 and made to last: {piece}",
    "Clean {piece} with rice water? We tried it 🫧",
)
DEEPAVALI = (
    "Deepavali is on 8 November 🪔 {piece} arrives before it if you order by the 4th",
    "Gold tone for the festival of lights: {piece} 🪔",
    "A Deepavali box for your sister: {piece} and a card ✨",
)
MIDDLES = (
    "Code KILAU10 takes 10 % off, for followers only.",
    "Send us a message, we answer until ten at night.",
    "Two or three? Tell us below 👇",
    "The link to all pieces is in our bio.",
)
HASHTAGS = ("#intanlaut", "#jewellerymalaysia", "#klangvalley", "#perhiasan", "#giftideas")
VIDEOS = (
    "Packing your order: {piece} #smallbusiness #fyp",
    "POV: {piece} survives the beach 🌊 #jewellerymalaysia",
    "Three ways to wear {piece} #stylingtips",
    "RM 89 or RM 890? Guess {piece} #intanlaut",
    "Code TIKTOK8 until Sunday, {piece} included #promo",
)
COMMENTS = (
    "How much is this one?",
    "Can you post to Sabah?",
    "Does it turn green?",
    "Got mine yesterday, so pretty",
    "Is the code still valid?",
    "Do you have it in silver?",
    "Ordered on Monday, arrived on Wednesday 👏",
    "Will it be here before Deepavali?",
)
REPLY_KINDS, REPLY_KIND_WEIGHTS = ("question", "call to action", "plain"), (0.3, 0.45, 0.25)

"""What the invented toy brand writes. All of it made up."""

from __future__ import annotations

TOYS = ("the beech train", "the marble run", "Bruno the bear", "the stacking owl", "the pull-along snail")
OPENINGS = (
    "Glue, sand, oil, wait. Then sand again. This is how {toy} is made.",
    "Rainy Sunday, living room floor, {toy}. Who else?",
    "A reader writes that {toy} survived three children and one dog.",
    "Which colour next for {toy}: moss green or brick red?",
    "Five games with {toy} that need no batteries.",
    "Behind the scenes: today {toy} gets its wheels.",
    "Found in grandmother's attic: {toy}, built in 1987 and still rolling.",
)
MIDDLES = (
    "Tell us your story in the comments.",
    "We answer every question, even the one about the squeak.",
    "Save this for the next rainy day.",
    'A child of four said: "It smells like forest." We agree.',
    "Tag the person who never puts the tracks back into the box.",
)
HASHTAGS = ("#woodentoys", "#slowplay", "#brummundklotz", "#madeofbeech", "#playroom", "#handmadetoys")
HIT = (
    "The bear that lasts.\n\n"
    "We have repaired 312 bears since 1994. This one came back for a new ear, and to say hello.\n\n"
    "#brummundklotz #madeofbeech"
)
VIDEOS = (
    ("qW3nTbR8ykA", "How a beech train is built (one take)"),
    ("Zr0LmX2dHc4", "Marble run: 90 seconds without a cut"),
    ("u8VfKp5sJ1E", "Ask the carpenter: which oil is safe for children?"),
    ("B6yQeNt9WgM", "The snail goes to kindergarten #woodentoys"),
    ("hT2oCiD7aLs", "A workshop before December"),
)
AGES = {  # followers on Facebook: women, men, percent
    "18-24": (3.1, 1.4),
    "25-34": (24.6, 7.9),
    "35-44": (27.3, 9.2),
    "45-54": (9.4, 4.1),
    "55-64": (6.2, 2.3),
    "65+": (3.4, 1.1),
}
COUNTRIES = {"Germany": 78.2, "Austria": 9.6, "Switzerland": 5.1, "Netherlands": 1.9, "Italy": 1.2}
CITIES = {
    "Berlin, Germany": 9.1,
    "Munich, Germany": 6.3,
    "Hamburg, Germany": 5.8,
    "Vienna, Austria": 4.2,
    "Leipzig, Germany": 3.0,
    "Cologne, Germany": 2.7,
}

"""Posts as plan.json holds them, with texts that programs must not run or break on."""

ZONE = "Europe/Berlin"
HOSTILE = (
    '=HYPERLINK("https://evil.example","click")',
    "@SUM(A1:A9)",
    "+1 of us\n=2+2",
    "-5 % today",
    "\t=1+1",
    "<script>alert('x')</script> & <b>bold</b>",
    'She said "hi", and\nleft; 50 % off',
    "Пицца из печи, горячая",
    "Hot 🍕 and family 👩‍👩‍👧 at 7\u202fpm",
    "a;=cmd|' /C calc'!A0",
)


def post(number=1, platform="vk", at="2026-10-24T09:00:00+02:00", **more):
    """One post with every key that plan.json has."""
    return {
        **{"plan_id": f"2610-{platform}-{number:02d}", "platform": platform, "account": "pechka_pizza"},
        **{"at": at, "part": "morning", "topic": "oven", "format": "photo", "function": "entertain"},
        **{"about": "brand", "segments": ["families", "students"], "tone": "friendly"},
        **{"text": "What is in the oven right now?", "call_to_action": "Tell us your topping."},
        **{"hashtags": ["pizza", "oven"], "benefit": "For members: the second pizza at half the price."},
        **{"link": f"https://pechka.example/menu?utm_source={platform}&utm_content=2610-{platform}-01"},
        **{"code": None, "trace": "link", "paid": False, "disclosure": None, "expected": 41.23456},
        **{"fixed": False, "occasion": None},
    } | more


def around_the_clock_change():
    """Posts on both sides of 25 October 2026, 03:00, when Berlin's clocks go back, and on two channels."""
    return [
        post(2, at="2026-10-26T19:00:00+01:00", part="evening", occasion="A day <b>"),
        post(1),
        post(1, "instagram", "2026-10-25T09:00:00+01:00", trace="bio", code="OVEN10", expected=None),
        post(2, "instagram", "2026-10-27T09:00:00+01:00", paid=True, disclosure="Advertisement. Pechka"),
    ]


def hostile():
    """A post for every text that programs must not run or break on."""
    return [post(number, text=text, topic=text) for number, text in enumerate(HOSTILE, 1)]

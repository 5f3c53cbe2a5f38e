import datetime as dt
import io

import pytest

from smmtools.present import month_grid
from smmtools.present.voice import Voice

ENGLISH = Voice("en")
MONTH = "2026-11"


def post(day, hour, platform="vk", **more):
    said = {"platform": platform, "at": f"2026-11-{day:02d}T{hour:02d}:00:00+05:00", "topic": "oven"}
    return said | {"format": "photo", "function": "sell", "occasion": None} | more


def month(channels, times=(9, 19)):
    """So many posts on every day of November."""
    return [post(day, hour, channel) for day in range(1, 31) for hour in times for channel in channels]


def words(posts, **more):
    """What is written in the grid, in the order of its drawing."""
    figure = month_grid.month_figure(posts, MONTH, ENGLISH, **more)
    return [text.get_text() for text in figure.axes[0].texts]


def test_a_block_tells_channel_format_and_function_by_words_under_its_time():
    said = words([post(2, 9), post(2, 9, "instagram", format="reel", function="teach"), post(2, 19)])
    begin = said.index("2")
    assert said[begin : begin + 12] == [
        *("2", "09:00", "IG", "reel", "teach", "VK", "photo", "sell"),
        *("19:00", "VK", "photo", "sell"),
    ]


def test_weeks_run_from_monday_and_hold_the_month_s_days_only():
    said = words(month(["vk"]))
    assert said[1:8] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [word for word in said if word.isdigit()] == [str(day) for day in range(1, 31)]


def test_the_legend_names_channels_with_their_counts_and_the_marks_that_occur():
    plain = words([post(2, 9), post(3, 9), post(3, 9, "youtube")])
    assert plain[-4:] == ["VK", "VK 2", "YT", "YouTube 1"]
    marked = words([post(2, 9, fixed=True), post(3, 9, paid=True)], days_off=[dt.date(2026, 11, 4)])
    assert marked[-5:] == ["VK", "VK 2", "fixed date", "paid", "day off"]


def test_frames_tell_fixed_and_paid_apart_without_colour():
    figure = month_grid.month_figure(
        [post(2, 9, fixed=True), post(3, 9, paid=True), post(4, 9)], MONTH, ENGLISH
    )
    frames = [box for box in figure.axes[0].patches if box.get_edgecolor()[:3] == INK]
    (fixed, paid), legend = frames[:2], frames[2:]
    assert len(legend) == 2
    assert fixed.get_linewidth() > paid.get_linewidth()
    assert [fixed.get_linestyle(), paid.get_linestyle()] == ["solid", (0, (3, 1.6))]


INK = (0x1F / 255, 0x29 / 255, 0x33 / 255)


def test_a_day_off_is_hatched_and_a_holiday_named():
    figure = month_grid.month_figure(
        [post(4, 9, occasion="Unity Day")],
        MONTH,
        ENGLISH,
        days_off={dt.date(2026, 11, 5): "stocktaking", dt.date(2026, 11, 6): ""},
        holidays={dt.date(2026, 11, 6): "A day"},
    )
    said = [text.get_text() for text in figure.axes[0].texts]
    assert {"★ Unity Day", "stocktaking", "★ A day · day off", "★ holiday"} <= set(said)
    hatched = [box for box in figure.axes[0].get_children() if getattr(box, "get_hatch", lambda: None)()]
    assert len(hatched) == 2 + 1


@pytest.mark.parametrize("channels", [["vk"], ["instagram", "vk", "youtube"]])
def test_words_stay_in_their_blocks_and_blocks_in_their_days(channels):
    posts = [each | {"format": "anecdote", "function": "entertain"} for each in month(channels)]
    figure = month_grid.month_figure(posts, MONTH, ENGLISH)
    axes, canvas = figure.axes[0], figure.canvas
    canvas.draw()
    boxes = {}
    for text in axes.texts:
        box = text.get_window_extent().transformed(axes.transData.inverted())
        boxes.setdefault(text.get_text(), []).append(box)
    assert all(box.x0 >= 0 and box.x1 <= 576 for found in boxes.values() for box in found)
    for made, does in zip(boxes["anecdote"], boxes["entertain"], strict=True):
        assert made.x1 + 1 < does.x0
        assert does.x1 - made.x0 < 72


def test_the_same_posts_give_the_same_picture():
    drawn = []
    for posts in (month(["vk", "youtube"]), month(["youtube", "vk"])[::-1]):
        into = io.BytesIO()
        month_grid.month_figure(posts, MONTH, ENGLISH).savefig(into, metadata={"Software": None})
        drawn.append(into.getvalue())
    assert drawn[0] == drawn[1]


def test_what_the_font_lacks_and_dollar_signs_do_no_harm():
    said = words([post(4, 9, occasion="$5 & 10$ 🪔 <b>")])
    assert "★ $5 & 10$  <b>" in said


def test_the_sentence_counts_and_names_what_is_not_like_other_days():
    posts = [
        post(2, 9),
        post(2, 19, format="reel", paid=True),
        post(27, 19, "instagram", fixed=True, topic="black_friday"),
        post(4, 9, function="teach", occasion="Unity Day"),
    ]
    assert month_grid.describe_month(posts, MONTH, ENGLISH, days_off=[dt.date(2026, 11, 8)]) == (
        "The calendar of November 2026, a week a row: 4 posts on 3 days, at most 2 a day. "
        "By channel: VK 3 and Instagram 1. By format: photo 3 and reel 1. By function: sell 3 and teach 1. "
        "On fixed dates: Instagram black friday on Nov 27, 2026. Paid and marked so: 1. "
        "Holidays: Unity Day on Nov 4, 2026. Days off: Nov 8, 2026."
    )


def test_the_picture_is_shown_with_its_sentence_and_a_month_without_posts_is_a_sentence(monkeypatch):
    shown = []
    monkeypatch.setattr(month_grid, "show", lambda figure, says: shown.append((type(figure).__name__, says)))
    monkeypatch.setattr(month_grid, "show_sentence", lambda says: shown.append((None, says)))
    month_grid.show_month([post(2, 9)], MONTH, ENGLISH)
    month_grid.show_month([], MONTH, ENGLISH)
    assert shown == [
        ("Figure", month_grid.describe_month([post(2, 9)], MONTH, ENGLISH)),
        (None, "No posts are planned for November 2026."),
    ]


def test_a_long_name_goes_on_below_in_an_empty_day_and_is_cut_beside_posts():
    name = "Day of Prayer and Repentance"
    busy = [post(17, 9), post(17, 19)]
    assert "…" not in "".join(words([*busy, post(17, 12)], holidays={dt.date(2026, 11, 18): name}))
    assert any(word.endswith("…") for word in words(busy, holidays={dt.date(2026, 11, 17): name}))

"""X6: the change of revenue without remainder, and next month's prior from months counted once."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmtools.strategy.review import (
    FACTORS,
    Prior,
    decompose,
    decompose_channels,
    factors_of,
    prior_after,
)

BEFORE = {"impressions": 100_000, "ctr": 0.01, "conversion_rate": 0.05, "aov": 900}
AFTER = {"impressions": 120_000, "ctr": 0.012, "conversion_rate": 0.045, "aov": 950}

counts = st.one_of(st.just(0.0), st.floats(1e-3, 1e8))
rates = st.one_of(st.just(0.0), st.floats(1e-6, 1))
months = st.fixed_dictionaries({"impressions": counts, "ctr": rates, "conversion_rate": rates, "aov": counts})


def revenue(month):
    return math.prod(month[factor] for factor in FACTORS)


def rounded(parts):
    return [round(parts[factor], 2) for factor in FACTORS]


def test_the_worked_example():
    parts = decompose(BEFORE, AFTER)
    assert rounded(parts) == [9635.38, 9635.38, -5568.12, 2857.36]
    assert math.fsum(parts.values()) == pytest.approx(61_560 - 45_000, rel=1e-12)


@settings(max_examples=300, deadline=None)
@given(months, months)
def test_nothing_remains(before, after):
    change = revenue(after) - revenue(before)
    scale = max(revenue(before), revenue(after))
    assert math.fsum(decompose(before, after).values()) == pytest.approx(change, rel=1e-9, abs=1e-12 * scale)


@settings(max_examples=100, deadline=None)
@given(months, months)
def test_backwards_the_parts_change_their_sign(before, after):
    there, back = decompose(before, after), decompose(after, before)
    scale = 1e-9 * max(revenue(before), revenue(after), *(abs(part) for part in there.values()))
    assert [there[factor] for factor in FACTORS] == pytest.approx(
        [-back[factor] for factor in FACTORS], abs=scale
    )


def test_what_does_not_change_adds_nothing():
    assert decompose(BEFORE, BEFORE | {"aov": 1_000}) == pytest.approx(
        {"impressions": 0, "ctr": 0, "conversion_rate": 0, "aov": 5_000}
    )
    assert set(decompose(BEFORE, BEFORE).values()) == {0.0}


def test_parts_that_cancel_are_still_told():
    parts = decompose(BEFORE, BEFORE | {"impressions": 200_000, "aov": 450})
    assert parts["impressions"] == pytest.approx(45_000 * math.log(2))
    assert parts["aov"] == pytest.approx(-45_000 * math.log(2))


def test_a_change_in_the_ninth_digit_is_split_without_loss():
    after = BEFORE | {"impressions": 100_000 * (1 + 3e-9), "ctr": 0.01 * (1 - 1e-9)}
    parts = decompose(BEFORE, after)
    assert parts["impressions"] == pytest.approx(45_000 * 3e-9, rel=1e-6)
    assert parts["ctr"] == pytest.approx(-45_000 * 1e-9, rel=1e-6)


@pytest.mark.parametrize("zero", FACTORS)
def test_a_factor_that_was_0_carries_the_whole_change(zero):
    parts = decompose(BEFORE | {zero: 0}, AFTER)
    assert parts == pytest.approx(dict.fromkeys(FACTORS, 0.0) | {zero: 61_560})
    near = decompose(BEFORE | {zero: BEFORE[zero] * 1e-300}, AFTER)
    assert near[zero] / 61_560 == pytest.approx(1, abs=0.01)  # and so does one that was nearly 0


def test_two_factors_that_were_0_share_the_change():
    parts = decompose(BEFORE | {"ctr": 0, "aov": 0}, AFTER)
    assert rounded(parts) == [0, 30_780, 0, 30_780]


def test_no_revenue_before_and_after_is_no_change():
    assert set(decompose(BEFORE | {"ctr": 0}, AFTER | {"ctr": 0}).values()) == {0.0}
    assert set(decompose(BEFORE | {"ctr": 0}, AFTER | {"aov": 0}).values()) == {0.0}


def test_a_rate_of_nothing_is_taken_as_it_was():
    stopped = factors_of(0, 0, 0, 0)
    assert math.isnan(stopped["ctr"])
    assert rounded(decompose(BEFORE, stopped)) == [-45_000, 0, 0, 0]
    assert rounded(decompose(BEFORE, factors_of(120_000, 1_440, 0, 0))) == [0, 0, -45_000, 0]
    assert set(decompose(stopped, stopped).values()) == {0.0}


def test_what_is_missing_for_another_reason_makes_all_missing():
    assert all(math.isnan(part) for part in decompose(BEFORE, AFTER | {"aov": math.nan}).values())


@pytest.mark.parametrize(
    ("month", "says"),
    [
        (BEFORE | {"ctr": -0.01}, "ctr is a number of 0 or more, got -0.01"),
        (BEFORE | {"aov": math.inf}, "aov is a number of 0 or more, got inf"),
        ({"impressions": 1}, "needs impressions, ctr, conversion_rate, aov, got impressions"),
        (BEFORE | {"clicks": 3}, "got aov, clicks, conversion_rate, ctr, impressions"),
    ],
)
def test_what_cannot_be_split_says_why(month, says):
    with pytest.raises(ValueError, match=says):
        decompose(month, AFTER)


def test_a_shift_of_the_mix_does_not_pose_as_a_change_of_rate():
    cheap = {"impressions": 100_000, "ctr": 0.001, "conversion_rate": 0.05, "aov": 900}
    found = decompose_channels(
        {"vk": BEFORE, "telegram": cheap}, {"vk": BEFORE, "telegram": cheap | {"impressions": 400_000}}
    )
    assert rounded(found.total) == [13_500, 0, 0, 0]
    whole = decompose(
        factors_of(200_000, 1_100, 55, 49_500), factors_of(500_000, 1_400, 70, 63_000)
    )  # of all channels at once CTR seems to fall from 0.55 to 0.28 %
    assert whole["ctr"] < -30_000


def test_a_channel_that_opens_or_closes_is_all_volume():
    found = decompose_channels({"vk": BEFORE}, {"telegram": AFTER})
    assert rounded(found.channels["vk"]) == [-45_000, 0, 0, 0]
    assert rounded(found.channels["telegram"]) == [61_560, 0, 0, 0]
    assert found.change == pytest.approx(16_560)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from("abcd"), months, max_size=4),
    st.dictionaries(st.sampled_from("abcd"), months, max_size=4),
)
def test_channels_leave_no_remainder_either(before, after):
    now, then = (math.fsum(revenue(month) for month in each.values()) for each in (after, before))
    parts = decompose_channels(before, after)
    assert parts.change == pytest.approx(now - then, rel=1e-9, abs=1e-12 * (now + then))


def test_counts_are_not_negative():
    with pytest.raises(ValueError, match="orders cannot be negative, got -1"):
        factors_of(10, 5, -1, 0)


# what next month starts from

MONTHS = [("2026-08", {"clicks": 100}), ("2026-09", {"clicks": 50}), ("2026-10", {"clicks": 80})]
histories = st.dictionaries(
    st.integers(0, 30).map(lambda n: f"{2025 + n // 12}-{n % 12 + 1:02}"),
    st.dictionaries(st.sampled_from(["clicks", "orders"]), st.floats(0, 1e6), max_size=2),
    min_size=1,
    max_size=8,
)


def test_a_prior_worked_by_hand():
    # 0.8 × (0.8 × (0.8 × 200 + 100) + 50) + 80
    assert prior_after(MONTHS, {"clicks": 200}).counts == pytest.approx({"clicks": 286.4})


def test_a_month_without_counts_makes_the_prior_older():
    assert prior_after([MONTHS[0], MONTHS[2]]).counts == pytest.approx({"clicks": 100 * 0.64 + 80})


@settings(deadline=None)
@given(histories, st.randoms())
def test_overlapping_exports_in_any_order_rebuild_the_same_prior(history, chance):
    told = [*history.items(), *chance.sample(sorted(history.items()), len(history))]
    chance.shuffle(told)
    prior = prior_after(told, {"clicks": 10})
    assert prior == prior_after(sorted(history.items()), {"clicks": 10})
    assert prior.months == tuple(sorted(history))


@settings(deadline=None)
@given(histories)
def test_month_by_month_gives_what_all_at_once_gives(history):
    *earlier, (last, counts) = sorted(history.items())
    assert prior_after(earlier).then(last, counts) == prior_after(history.items())


def number(month):
    return int(month[:4]) * 12 + int(month[5:])


@settings(deadline=None)
@given(histories)
def test_each_month_counts_once_with_the_weight_of_its_age(history):
    last = max(history)
    ages = {
        month: (int(last[:4]) - int(month[:4])) * 12 + int(last[5:]) - int(month[5:]) for month in history
    }
    expected = math.fsum(0.8 ** ages[month] * counts.get("orders", 0) for month, counts in history.items())
    assert prior_after(history.items()).counts.get("orders", 0) == pytest.approx(expected)


def test_a_month_is_never_counted_twice():
    prior = prior_after(MONTHS)
    for month in ("2026-10", "2026-09"):
        with pytest.raises(ValueError, match=f"{month} is not after 2026-10, the last month counted"):
            prior.then(month, {"clicks": 1})
    with pytest.raises(ValueError, match="2026-08 is counted twice, and differently"):
        prior_after([*MONTHS, ("2026-08", {"clicks": 101})])


@pytest.mark.parametrize("count", [-1, math.nan, math.inf])
def test_a_count_is_a_number_of_0_or_more(count):
    with pytest.raises(ValueError, match="clicks of 2026-10 is a count of 0 or more"):
        prior_after([("2026-10", {"clicks": count})])
    with pytest.raises(ValueError, match="clicks of the start is a count of 0 or more"):
        prior_after([], {"clicks": count})


def test_what_is_kept_is_a_share():
    with pytest.raises(ValueError, match=r"between 0 and 1, got 1\.2"):
        Prior("").then("2026-10", {}, kept=1.2)


def test_without_months_the_start_is_all_there_is():
    assert prior_after([], {"clicks": 200}) == Prior("", {"clicks": 200})

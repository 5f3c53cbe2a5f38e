import numpy as np
import pytest
from scipy import optimize

from smmtools.errors import DataError
from smmtools.strategy.allocation import allocate
from smmtools.strategy.cautious_split import allocate_cautiously
from smmtools.strategy.curve_draws import CurveDraws, draw_curves
from smmtools.strategy.curves import Curve, Curves

TWO = [Curve(100, 50), Curve(60, 20)]


def value(draws: CurveDraws, split, caution: float) -> float:
    totals = draws.totals(np.maximum(split, 0.0))
    return (1 - caution) * totals.mean() + caution * draws.low(totals)


def test_draws_lie_about_the_planned_curves_as_far_as_the_rule_says():
    curves = draw_curves(TWO, draws=20_000, seed=1).curves
    for drawn, planned in ((curves.v, [100, 60]), (curves.k, [50, 20])):
        assert np.exp(np.log(drawn).mean(axis=0)) == pytest.approx(planned, rel=0.02)
        assert np.log(drawn).std(axis=0) == pytest.approx([0.5, 0.5], rel=0.02)


def test_the_same_seed_gives_the_same_split():
    first, again = (allocate_cautiously(draw_curves(TWO, seed=3), 100, 0.5) for _ in range(2))
    assert first.split.tolist() == again.split.tolist()
    assert first.split.tolist() != allocate_cautiously(draw_curves(TWO, seed=4), 100, 0.5).split.tolist()


def test_the_low_percentile_is_near_the_plain_one():
    draws = draw_curves(TWO, seed=2)
    totals = draws.totals(np.array([60.0, 40.0]))
    assert draws.low(totals) == pytest.approx(np.quantile(totals, 0.05), rel=0.01)


def test_without_doubt_caution_changes_nothing():
    sure = Curves(np.tile([100.0, 60.0], (50, 1)), np.tile([50.0, 20.0], (50, 1)), np.ones(2))
    for caution in (0.0, 0.5, 1.0):
        found = allocate_cautiously(CurveDraws(sure), 100, caution)
        assert found.split == pytest.approx(allocate(TWO, 100), rel=1e-4)
        assert found.mean == pytest.approx(found.low)


def test_caution_pays_a_channel_that_is_sure_rather_than_one_in_doubt():
    rng = np.random.default_rng(0)
    most = np.column_stack([np.full(4_000, 100.0), 100 * np.exp(rng.standard_normal(4_000))])
    draws = CurveDraws(Curves(most, np.full_like(most, 50.0), np.ones(2)))
    shares = [allocate_cautiously(draws, 100, caution).split[0] for caution in (0, 0.5, 1)]
    assert shares[0] < 50 < shares[1] < shares[2]


def test_caution_0_equals_the_marginals_of_the_mean():
    draws = draw_curves([*TWO, Curve(30, 80)], seed=5)
    split = allocate_cautiously(draws, 100, 0.0, upper=[100, 30, 100]).split
    marginals = draws.curves.marginal(split).mean(axis=0)
    assert split.sum() == pytest.approx(100)
    assert split[1] == 30
    assert marginals[0] == pytest.approx(marginals[2], rel=1e-6)
    assert marginals[1] > marginals[0]


@pytest.mark.parametrize("caution", [0.0, 0.5, 1.0])
def test_as_good_as_slsqp_from_five_starts(caution):
    rng = np.random.default_rng(int(10 * caution))
    for seed in range(6):
        channels = int(rng.integers(2, 7))
        figures = np.transpose([rng.uniform(20, 200, channels), rng.uniform(10, 100, channels)])
        draws, total = draw_curves([Curve(*each) for each in figures], 1_000, seed), 40.0 * channels
        upper = rng.uniform(0.3, 1.0, channels) * total
        found = allocate_cautiously(draws, total, caution, upper=upper)
        spendable = min(total, upper.sum())
        assert found.split.sum() == pytest.approx(spendable)
        assert (found.split <= upper * (1 + 1e-12)).all()
        assert found.value == pytest.approx(value(draws, found.split, caution))
        for _ in range(5):
            theirs = optimize.minimize(
                lambda split, draws=draws: -value(draws, split, caution),
                rng.dirichlet(np.ones(channels)) * spendable,
                jac=lambda split, draws=draws: (
                    -(
                        draws.weights(draws.totals(np.maximum(split, 0)), caution)
                        @ draws.curves.marginal(np.maximum(split, 0))
                    )
                ),
                method="SLSQP",
                bounds=[(0, high) for high in upper],
                constraints={"type": "eq", "fun": lambda split, most=spendable: split.sum() - most},
                options={"ftol": 1e-10},
            )
            assert -theirs.fun < found.value * (1 + 1e-4)


def test_s_shaped_channels_are_not_all_started_when_there_is_money_for_one():
    draws = draw_curves([Curve(10, 50, 4), Curve(10, 50, 4)], seed=1)
    for caution in (0.0, 0.5):
        found = allocate_cautiously(draws, 60, caution)
        assert found.value > value(draws, [30.0, 30.0], caution) * 1.1


def test_money_stays_unspent_that_would_not_come_back():
    draws = draw_curves(TWO, seed=1)
    split = allocate_cautiously(draws, 10_000, 0.0, margin=2).split
    assert draws.curves.marginal(split).mean(axis=0) == pytest.approx([0.5, 0.5], rel=1e-5)
    assert allocate_cautiously(draws, 10_000, 0.0, margin=0.01).split.tolist() == [0, 0]
    assert allocate_cautiously(draws, 10_000, 1.0, margin=2).split.sum() < split.sum()


def test_what_is_asked_wrongly_is_refused():
    draws = draw_curves(TWO)
    with pytest.raises(ValueError, match=r"caution lies between 0 and 1, got 1\.5"):
        allocate_cautiously(draws, 100, 1.5)
    with pytest.raises(ValueError, match="the margin of a conversion is above 0, got 0"):
        allocate_cautiously(draws, 100, 0.5, margin=0)
    with pytest.raises(DataError, match="the minimums add up to 120, more than the total of 100"):
        allocate_cautiously(draws, 100, 0.5, lower=60)
    with pytest.raises(ValueError, match="needs at least one draw, got 0"):
        draw_curves(TWO, draws=0)

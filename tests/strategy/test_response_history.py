import math

import numpy as np
import pytest
from scipy import stats

from smmtools.strategy.curves import Curve
from smmtools.strategy.response_history import MOST_DRAWS, WeeklyHistory, learn, log_likelihood

PLAN = Curve(200, 1_000)


def weeks_of(true: Curve, weeks: int, rng: np.random.Generator, dispersion: float = 2.0) -> WeeklyHistory:
    """Weeks that a true curve brings, at spends about 250; four weeks are its period."""
    spend = 250 * np.exp(0.5 * rng.standard_normal(weeks))
    mean = np.array([true.response(4 * amount) / 4 for amount in spend])
    counts = rng.negative_binomial(mean / (dispersion - 1), 1 / dispersion).astype(float)
    return WeeklyHistory(spend[:, None], counts[:, None], 4.0, dispersion)


def test_the_likelihood_is_scipys():
    mean, counts = np.array([0.5, 4.0, 30.0]), np.array([0.0, 7.0, 25.0])
    assert log_likelihood(mean, counts, 1.0) == pytest.approx(stats.poisson.logpmf(counts, mean))
    assert log_likelihood(mean, counts, 2.5) == pytest.approx(
        stats.nbinom.logpmf(counts, mean / 1.5, 1 / 2.5)
    )


@pytest.mark.parametrize(
    ("plan", "weeks"), [(PLAN, 8), (PLAN, 26), (Curve(200, 1_000, 2), 12), (Curve(40, 1_000), 12)]
)
def test_eighty_percent_intervals_hold_the_planted_marginal(plan, weeks):
    rng, held, refused = np.random.default_rng(weeks), [], 0
    for seed in range(100):
        doubt = np.exp(0.5 * rng.standard_normal(2))
        true = Curve(plan.v * doubt[0], plan.k * doubt[1], plan.s)
        (found,) = learn([plan], weeks_of(true, weeks, rng), [1_000], seed=seed).learnt
        refused += found.refused
        if not found.refused:
            held.append(found.marginal[0] <= true.marginal(1_000) <= found.marginal[2])
    print(f"{plan} {weeks} weeks: {np.mean(held):.3f} of the intervals hold; {refused} of 100 refused")
    assert 0.70 < np.mean(held) < 0.90
    assert refused < 10


def test_the_draws_carry_what_was_learnt():
    rng = np.random.default_rng(1)
    history = weeks_of(Curve(300, 900), 12, rng)
    found = learn([PLAN], history, [1_000])
    marginals = found.draws.curves.marginal(np.array([1_000.0]))[:, 0]
    assert len(found.draws) == 4_000
    assert np.quantile(marginals, [0.1, 0.5, 0.9]) == pytest.approx(found.learnt[0].marginal, rel=0.02)
    assert np.log(marginals).std() == pytest.approx(found.learnt[0].spread, rel=0.05)
    assert not found.learnt[0].prior_dominated


def test_channels_are_learnt_one_by_one_and_stay_independent():
    rng = np.random.default_rng(2)
    one, other = weeks_of(PLAN, 12, rng), weeks_of(Curve(300, 900), 12, rng)
    both = WeeklyHistory(
        np.hstack([one.spend, other.spend]), np.hstack([one.conversions, other.conversions]), 4.0
    )
    found = learn([PLAN, PLAN], both, [1_000, 1_000])
    logs = np.log(found.draws.curves.marginal(np.array([1_000.0, 1_000.0])))
    assert abs(np.corrcoef(logs.T)[0, 1]) < 0.06
    assert found.learnt[1].marginal[1] > found.learnt[0].marginal[1]


def test_without_history_the_plan_stands_and_is_prior_dominated():
    empty = WeeklyHistory(np.zeros((0, 1)), np.zeros((0, 1)), 4.0)
    unspent = WeeklyHistory(np.zeros((5, 1)), np.full((5, 1), 3.0), 4.0)
    unknown = WeeklyHistory(np.full((5, 1), 10.0), np.full((5, 1), math.nan), 4.0)
    plain = learn([PLAN], None, [1_000])
    for history in (None, empty, unspent, unknown):
        found = learn([PLAN], history, [1_000])
        assert (found.learnt[0].weeks, found.learnt[0].refused, found.learnt[0].prior_dominated) == (
            0,
            False,
            True,
        )
        assert found.learnt[0].effective == pytest.approx(4_000)
        assert (found.draws.curves.v == plain.draws.curves.v).all()


def test_a_few_thin_weeks_leave_the_plan_dominant():
    thin = WeeklyHistory(np.full((2, 1), 2.0), np.array([[0.0], [1.0]]), 4.0)
    found = learn([PLAN], thin, [1_000]).learnt[0]
    assert found.prior_dominated
    assert not found.refused
    assert found.spread > 0.8 * found.prior_spread


def test_no_sales_yet_lowers_what_is_expected():
    nothing = WeeklyHistory(np.full((6, 1), 25.0), np.zeros((6, 1)), 4.0)
    found, plain = (learn([PLAN], history, [1_000]).learnt[0] for history in (nothing, None))
    assert found.marginal[1] < plain.marginal[1]


def test_weeks_that_contradict_the_plan_are_refused_and_it_stands():
    tenfold = weeks_of(Curve(2_000, 1_000), 12, np.random.default_rng(3))
    found = learn([PLAN], tenfold, [1_000])
    assert found.learnt[0].refused
    assert found.learnt[0].drawn == MOST_DRAWS
    assert found.learnt[0].effective < 400
    assert found.learnt[0].spread == found.learnt[0].prior_spread
    assert (found.draws.curves.v == learn([PLAN], None, [1_000]).draws.curves.v).all()


def test_many_conversions_are_no_reason_to_refuse():
    found = learn([Curve(1_000, 1_000)], weeks_of(Curve(1_100, 950), 26, np.random.default_rng(4)), [1_000])
    assert found.learnt[0].drawn > 4_000
    assert not found.learnt[0].refused
    assert found.learnt[0].spread < 0.3 * found.learnt[0].prior_spread


def test_a_channel_without_spend_now_is_asked_for_its_first_unit():
    for shape in (1.0, 2.0):
        found = learn([Curve(200, 1_000, shape)], None, [0.0]).learnt[0]
        assert found.prior_spread == pytest.approx(0.5 * math.sqrt(1 + shape**2), rel=0.03)


def test_the_same_seed_gives_the_same_draws():
    history = weeks_of(PLAN, 12, np.random.default_rng(1))
    first, again, other = (learn([PLAN], history, [1_000], seed=seed).draws.curves.v for seed in (1, 1, 2))
    assert (first == again).all()
    assert not (first == other).all()


def test_history_that_is_no_history_is_refused():
    ten = np.full((3, 1), 10.0)
    with pytest.raises(ValueError, match=r"a row a week and a column a channel, got \(3, 1\) and \(3, 2\)"):
        WeeklyHistory(ten, np.ones((3, 2)), 4.0)
    with pytest.raises(ValueError, match="spend and conversions are 0 or more"):
        WeeklyHistory(-ten, ten, 4.0)
    with pytest.raises(ValueError, match=r"the dispersion is at least 1, got 0\.5"):
        WeeklyHistory(ten, ten, 4.0, 0.5)
    with pytest.raises(ValueError, match="a period holds more than 0 weeks, got 0"):
        WeeklyHistory(ten, ten, 0)
    with pytest.raises(ValueError, match="history has 1 channels, there are 2 curves"):
        learn([PLAN, PLAN], WeeklyHistory(ten, ten, 4.0), [1, 1])
    with pytest.raises(ValueError, match="needs a current spend of 0 or more for each of 1 curves"):
        learn([PLAN], None, [-1])

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmtools.measures.shrinkage import Prior, fit_prior


def posts_of(rng, shape, n=80, rate=0.04):
    reach = np.maximum(rng.lognormal(7, 0.8, n), 30).round()
    rates = rate * rng.gamma(shape, 1 / shape, n)
    return rng.poisson(rates * reach), reach, rates


def test_four_of_ten_is_drawn_to_seven_of_a_hundred_and_ten():
    prior = Prior("beta-binomial", mean=0.03, weight=100)
    assert prior.shrunk([4], [10])[0] == pytest.approx(0.063636, abs=5e-7)
    assert prior.posterior([4], [10]).mean()[0] == pytest.approx(7 / 110)


def test_events_may_outnumber_the_people_reached():
    prior = fit_prior([30, 2, 3], [20, 100, 100])
    assert prior.posterior([30], [20]).mean()[0] == pytest.approx(prior.shrunk([30], [20])[0])


def test_posts_that_differ_by_chance_alone_are_drawn_to_the_mean():
    rng = np.random.default_rng(3)
    reach = np.full(60, 500.0)
    counts = rng.binomial(500, 0.04, 60)
    shrunk = fit_prior(counts, reach).shrunk(counts, reach)
    assert np.ptp(shrunk) < np.ptp(counts / reach) / 10


def test_posts_that_truly_differ_keep_their_rates():
    counts, reach = [10, 400] * 10, [1_000] * 20
    shrunk = fit_prior(counts, reach).shrunk(counts, reach)
    assert shrunk[0] == pytest.approx(0.010, abs=0.001)
    assert shrunk[1] == pytest.approx(0.400, abs=0.001)


def test_spread_of_the_true_rates_is_found_again():
    """80 posts, gamma rates of shape 4: the estimate over 60 accounts, and its middle."""
    rng = np.random.default_rng(7)
    shapes = []
    for _ in range(60):
        prior = fit_prior(*posts_of(rng, shape=4)[:2])
        shapes.append(prior.mean * prior.weight)
    print(f"shape 4 estimated as {np.median(shapes):.2f} (middle half {np.quantile(shapes, [0.25, 0.75])})")
    assert 3.2 <= np.median(shapes) <= 5


def test_shrinking_comes_nearer_to_the_truth_and_its_intervals_hold_it():
    rng = np.random.default_rng(5)
    raw_miss, shrunk_miss, held, trials = 0.0, 0.0, 0.0, 100
    for _ in range(trials):
        counts, reach, rates = posts_of(rng, shape=4, n=40)
        prior = fit_prior(counts, reach)
        posterior = prior.posterior(counts, reach)
        raw_miss += np.mean((counts / reach - rates) ** 2)
        shrunk_miss += np.mean((prior.shrunk(counts, reach) - rates) ** 2)
        held += np.mean((posterior.ppf(0.025) <= rates) & (rates <= posterior.ppf(0.975)))
    print(f"squared miss {shrunk_miss / raw_miss:.0%} of the raw rates'; intervals hold {held / trials:.1%}")
    assert shrunk_miss < raw_miss
    assert 0.93 <= held / trials <= 0.97


def test_without_any_event_there_is_no_prior():
    with pytest.raises(ValueError, match="some events and some non-events, got 0 of 20"):
        fit_prior([0, 0], [10, 10])


def test_nobody_reached_has_no_rate():
    with pytest.raises(ValueError, match="positive denominator"):
        fit_prior([1, 0], [10, 0])


counted = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 3_000)), min_size=3, max_size=20)


@given(counted, st.sampled_from(["gamma-poisson", "beta-binomial"]))
def test_every_shrunk_rate_lies_between_its_raw_rate_and_the_mean(rows, family):
    k = np.array([k for k, _ in rows])
    n = k + np.array([more + 1 for _, more in rows])
    if k.sum() == 0:
        return
    prior = fit_prior(k, n, family)
    raw, shrunk = k / n, prior.shrunk(k, n)
    assert (np.minimum(raw, prior.mean) - 1e-12 <= shrunk).all()
    assert (shrunk <= np.maximum(raw, prior.mean) + 1e-12).all()

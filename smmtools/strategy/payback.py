"""Rule M3: when the sales of a month's contacts repay what the month cost (guide, line 262).

A cohort is everybody contacted in one period: what that cost (ads, fees, content), and the sales attributed
to it by a day. People buy some time after the contact; that lag is log-normal, from the client's median and
90th percentile, so that of a young cohort only a share of the sales is known. Attributed is not incremental:
some of these people would have bought anyway, and the report has to say so.

What the source leaves open was decided so: contacts, and their cost, fall evenly on the cohort's days. The
known share is the lag's distribution averaged over these. Payback counts from the contact: the first day by
which the margin that has come in reaches the cost. The doubt is in the number and the value of orders (gamma)
and in the lag's length, by the log-spread that forecasts have (``log_spread``). A cohort of which enough is
known and that sold nothing never pays.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import optimize, special

from smmtools.strategy.lag import Lag, days_for, share_by
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Thresholds

DRAWS = 20_000
"""Draws behind an interval: a chance is known to within about 0.7 points (95 %)."""

HALF_DAY = 0.5
"""What a day's contacts are old in its evening, on the average."""

DAYS_A_MONTH = 365.25 / 12

Finding = Literal["pays", "may pay", "never pays", "not yet known", "no sales yet", "nothing spent"]
"""What there is to say of cohorts; *may pay*: the interval holds both a day and never."""
Lacking = Literal[
    "no lag", "no median", "no p90", "lag does not rise", "no margin", "margin not positive", "no cohorts"
]
"""Why nothing can be said: what the brief lacks, or gives as it cannot be."""

GRADES: Mapping[Finding | Lacking, Grade] = {
    "pays": Grade.PASS,
    "may pay": Grade.REVIEW,
    "never pays": Grade.FAIL,
    "not yet known": Grade.NO_DATA,
    "no sales yet": Grade.NO_DATA,
    "nothing spent": Grade.NO_DATA,
    "no cohorts": Grade.NO_DATA,
    "no margin": Grade.NO_DATA,
    "margin not positive": Grade.FAIL,
    "no lag": Grade.NO_DATA,
    "no median": Grade.NO_DATA,
    "no p90": Grade.NO_DATA,
    "lag does not rise": Grade.FAIL,
}
"""How each is graded; what cannot be as it is stated fails."""


@dataclass(frozen=True)
class Cohort:
    """All contacts from ``start`` to ``end``, what they cost, and what is attributed to them so far.

    Money in the client's currency; ``sales`` are net of refunds. ValueError where the end lies before the
    start, a cost or the number of orders is negative, or sales came without an order.
    """

    start: dt.date
    end: dt.date
    spend: float
    fees: float
    content: float
    orders: float
    """Expected ones where it is not known whose contacts some orders came of; then no whole number."""
    sales: float

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"the cohort of {self.start} ends before, on {self.end}")
        for name in ("spend", "fees", "content", "orders"):
            if not 0 <= getattr(self, name) < math.inf:
                found = getattr(self, name)
                raise ValueError(f"{name} of the cohort of {self.start} is 0 or more, got {found}")
        if self.sales > 0 and not self.orders:
            raise ValueError(f"the cohort of {self.start} has sales of {self.sales} without an order")

    @property
    def cost(self) -> float:
        """All that is to be repaid: ads, fees and content."""
        return self.spend + self.fees + self.content

    def ages(self, on: dt.date) -> NDArray[np.float64]:
        """Days from each day's contacts, at noon on the average, to the end of ``on``."""
        oldest = (on - self.start).days
        youngest = max(0, (on - self.end).days)
        return np.arange(youngest, oldest + 1, dtype=float) + HALF_DAY

    def known(self, on: dt.date, lag: Lag) -> float:
        """Share of the cohort's purchases that should have come by ``on``; 0 before its first contact.

        >>> october = Cohort(dt.date(2026, 10, 1), dt.date(2026, 10, 31), 0, 0, 0, 0, 0)
        >>> round(october.known(dt.date(2026, 10, 31), Lag(14, 60)), 3)
        0.473
        """
        ages = self.ages(on)
        return float(share_by(ages, lag.median, lag.sigma).mean()) if ages.size else 0.0

    def judged_from(self, lag: Lag, share: float = THRESHOLDS.known_judged) -> dt.date:
        """First day, from its last on, in whose evening at least this share of its purchases is known.

        ValueError unless the share lies below 1, which is never reached.

        >>> first = dt.date(2026, 10, 1)
        >>> Cohort(first, first, 0, 0, 0, 0, 0).judged_from(Lag(14, 60)).isoformat()
        '2026-11-06'
        """
        if not share < 1:
            raise ValueError(f"a share of what is known lies below 1, got {share}")
        day = self.end
        while self.known(day, lag) < share:
            day += dt.timedelta(days=1)
        return day


@dataclass(frozen=True)
class Repayment:
    """Of one cohort, or of all that can be judged together: what comes back, and by when."""

    finding: Finding
    cohorts: tuple[Cohort, ...]
    known: float
    """Share of the purchases that should have come by now; of several cohorts, the mean by cost."""
    sales: float
    """Expected in all: those so far over the known share; missing (NaN) where too little is known."""
    margin: float
    """What stays of these sales, to repay the cost from; missing (NaN) likewise."""
    days: float
    """From contact to payback; infinite: never; missing (NaN) where too little is known."""
    low: float
    high: float
    """Bounds of the days, at the forecasts' level."""
    chance: float
    """That the cost is repaid at all; missing (NaN) where too little is known."""

    @property
    def cost(self) -> float:
        """All that was spent on these cohorts."""
        return sum(cohort.cost for cohort in self.cohorts)


@dataclass(frozen=True)
class Payback:
    """Everything M3 says by a day: each cohort, and those together of which enough is known."""

    finding: Finding | Lacking
    on: dt.date
    cohorts: tuple[Repayment, ...] = ()
    whole: Repayment | None = None
    """Of the cohorts that can be judged; None while there is none."""


def months_to_payback(cost: float, sales_a_month: float, margin: float, lag: Lag | None = None) -> float:
    """Months until a customer who brings the same sales every month has repaid the cost of winning them.

    ``margin`` is a fraction of sales. Without a lag sales come at once; with one, the customer starts to
    buy that long after the contact, which on the average is counted in. Infinite without sales; 0 without
    a cost. ValueError where the cost or sales are negative, or the margin is not within (0, 1].
    Rule M3.

    >>> round(months_to_payback(250, 99, 0.70), 4)
    3.6075
    >>> round(months_to_payback(250, 99, 0.70, Lag(14, 60)), 2)
    4.41
    """
    _check_margin(margin)
    if not (0 <= cost < math.inf and 0 <= sales_a_month < math.inf):
        raise ValueError(f"cost and sales are 0 or more, got {cost} and {sales_a_month}")
    if not cost or not sales_a_month:
        return math.inf if cost else 0.0
    months = cost / (sales_a_month * margin)
    if lag is None:
        return months
    days, mean = months * DAYS_A_MONTH, lag.median * math.exp(lag.sigma**2 / 2)
    # the lag costs at least nothing, and at most its mean
    return optimize.brentq(lambda t: _days_bought(t, lag) - days, days, days + mean + 1) / DAYS_A_MONTH


def payback(
    cohorts: Sequence[Cohort],
    on: dt.date,
    margin: float | None,
    median: float | None,
    p90: float | None,
    thresholds: Thresholds = THRESHOLDS,
    seed: int = 0,
) -> Payback:
    """When each cohort, and all judged together, repay their cost, as it is known in the evening of ``on``.

    ``margin`` is what stays of sales, as a fraction; ``median`` and ``p90`` are the lag's, in days. What of
    these is missing or cannot be is the finding. The same seed gives the same interval. ValueError where the
    margin is above 1, and as of ``Cohort``.
    Rule M3.

    >>> contacts = dt.date(2026, 8, 1)
    >>> august = Cohort(contacts, contacts, spend=600, fees=150, content=250, orders=99, sales=4754.26)
    >>> found = payback([august], dt.date(2026, 10, 31), margin=0.4, median=14, p90=60)
    >>> found.finding, round(found.whole.sales), round(found.whole.days, 2)
    ('pays', 5000, 14.0)
    """
    terms = usable_terms(margin, median, p90)
    if not cohorts:
        return Payback("no cohorts", on)
    if isinstance(terms, str):
        return Payback(terms, on)
    kept, lag = terms
    each = tuple(_repayment((cohort,), on, kept, lag, thresholds, seed) for cohort in cohorts)
    judged = tuple(one.cohorts[0] for one in each if one.known >= thresholds.known_judged)
    if judged:
        whole = _repayment(judged, on, kept, lag, thresholds, seed)
        return Payback(whole.finding, on, each, whole)
    spent = any(cohort.cost for cohort in cohorts)
    sold = any(cohort.sales > 0 for cohort in cohorts)
    return Payback("nothing spent" if not spent else "not yet known" if sold else "no sales yet", on, each)


def accumulate(found: Payback, margin: float, lag: Lag, until: dt.date) -> pd.DataFrame:
    """Cost and margin by the calendar, each added up since the first contact: one row a day.

    Index: the days from the first contact to ``until``. Columns ``cost`` and ``margin``, in money. Cost falls
    evenly on a cohort's days; sales expected in all come after the contact as the lag has them. Cohorts of
    which too little is known are left out, cost and all. Empty where none is left.

    >>> day = dt.date(2026, 8, 1)
    >>> found = payback([Cohort(day, day, 1000, 0, 0, 99, 4754.26)], dt.date(2026, 10, 31), 0.4, 14, 60)
    >>> table = accumulate(found, 0.4, Lag(14, 60), dt.date(2026, 8, 15))
    >>> [float(round(table[column].iloc[-1])) for column in ("cost", "margin")]
    [1000.0, 1025.0]
    """
    _check_margin(margin)
    each = [one for one in found.cohorts if not math.isnan(one.sales)]
    first = min((one.cohorts[0].start for one in each), default=until + dt.timedelta(days=1))
    days = pd.date_range(first, until, name="date")
    table = pd.DataFrame({"cost": 0.0, "margin": 0.0}, index=days)
    for one in each:
        cohort = one.cohorts[0]
        contacts = pd.date_range(cohort.start, cohort.end)
        ages = (days.to_numpy()[:, None] - contacts.to_numpy()[None, :]) / np.timedelta64(1, "D")
        table["cost"] += cohort.cost * (ages >= 0).mean(axis=1)
        come = share_by(ages + HALF_DAY, lag.median, lag.sigma)
        table["margin"] += one.sales * margin * np.where(ages >= 0, come, 0.0).mean(axis=1)
    return table


def repaid_on(table: pd.DataFrame) -> dt.date | None:
    """First day of ``accumulate``'s table on which the margin reaches what has been spent; None if none does.

    >>> days = pd.date_range("2026-08-01", periods=3)
    >>> repaid_on(pd.DataFrame({"cost": [5.0, 10, 10], "margin": [0.0, 9, 10]}, index=days)).isoformat()
    '2026-08-03'
    """
    repaid = table.index[(table["cost"] > 0) & (table["margin"] >= table["cost"])]
    return repaid[0].date() if len(repaid) else None


def usable_terms(
    margin: float | None, median: float | None, p90: float | None
) -> Lacking | tuple[float, Lag]:
    """Margin and lag, or what is the matter with them: missing, or as they cannot be. Rule M3.

    >>> usable_terms(0, 14, 60), usable_terms(0.4, 14, None)
    ('margin not positive', 'no p90')
    """
    if margin is None or math.isnan(margin):
        return "no margin"
    if margin <= 0:
        return "margin not positive"
    _check_margin(margin)
    absent = [each is None or math.isnan(each) for each in (median, p90)]
    if all(absent):
        return "no lag"
    if median is None or p90 is None or any(absent):
        return "no median" if absent[0] else "no p90"
    return (margin, Lag(median, p90)) if 0 < median < p90 < math.inf else "lag does not rise"


def _repayment(
    cohorts: tuple[Cohort, ...], on: dt.date, margin: float, lag: Lag, thresholds: Thresholds, seed: int
) -> Repayment:
    """Together; whoever calls with several knows that each may be judged."""
    known = [cohort.known(on, lag) for cohort in cohorts]
    costs = [cohort.cost for cohort in cohorts]
    share = float(np.average(known, weights=costs)) if any(costs) else min(known)
    if min(known) < thresholds.known_shown:
        finding = _unjudged(cohorts)
        return Repayment(finding, cohorts, share, *[math.nan] * 6)
    sales = sum(cohort.sales / each for cohort, each in zip(cohorts, known, strict=True))
    days = float(_repaid_after(_cost(cohorts), np.asarray(sales * margin), lag.median, lag.sigma))
    drawn = np.sort(_draw_days(cohorts, on, margin, lag, thresholds, np.random.default_rng(seed)))
    tail = (1 - thresholds.forecast_level) / 2
    low, high = drawn[math.ceil(tail * DRAWS) - 1], drawn[math.ceil((1 - tail) * DRAWS) - 1]
    finding = _unjudged(cohorts) if min(known) < thresholds.known_judged else _judged(cohorts, low, high)
    chance = float(np.isfinite(drawn).mean())
    return Repayment(finding, cohorts, share, sales, sales * margin, days, float(low), float(high), chance)


def _cost(cohorts: tuple[Cohort, ...]) -> float:
    return sum(cohort.cost for cohort in cohorts)


def _unjudged(cohorts: tuple[Cohort, ...]) -> Finding:
    if not _cost(cohorts):
        return "nothing spent"
    return "not yet known" if any(cohort.sales > 0 for cohort in cohorts) else "no sales yet"


def _judged(cohorts: tuple[Cohort, ...], low: float, high: float) -> Finding:
    if not _cost(cohorts):
        return "nothing spent"
    if math.isinf(low):
        return "never pays"
    return "may pay" if math.isinf(high) else "pays"


def _draw_days(
    cohorts: tuple[Cohort, ...], on: dt.date, margin: float, lag: Lag, thresholds: Thresholds,
    rng: np.random.Generator,
) -> NDArray[np.float64]:  # fmt: skip
    """Days to payback of as many draws, with doubt in orders, their value, and the lag's length."""
    medians = lag.median * np.exp(thresholds.log_spread * rng.standard_normal(DRAWS))
    sales = np.zeros(DRAWS)
    for cohort in cohorts:
        ages = cohort.ages(on)
        known = sum(share_by(age, medians, lag.sigma) for age in ages) / ages.size
        if cohort.sales > 0:
            worth = cohort.orders / (1 + thresholds.order_spread**2)
            sales += rng.gamma(worth, cohort.sales / worth, DRAWS) / known
        else:
            sales += cohort.sales / known
    return _repaid_after(_cost(cohorts), sales * margin, medians, lag.sigma)


def _repaid_after(
    cost: float, margin: NDArray[np.float64], median: ArrayLike, sigma: float
) -> NDArray[np.float64]:
    """Days after the contact on which the margin that has come in reaches the cost; infinite where never."""
    if not cost:
        return np.zeros_like(margin)
    with np.errstate(divide="ignore"):
        shares = np.where(margin > 0, cost / np.abs(margin), math.inf)
    return days_for(shares, median, sigma)


def _days_bought(days: float, lag: Lag) -> float:
    """How long, of the days since the contact, a customer has been buying: expected days after the lag."""
    begun = (math.log(days / lag.median) - lag.sigma**2) / lag.sigma
    mean = lag.median * math.exp(lag.sigma**2 / 2)
    return days * lag.share_by(days) - mean * float(special.ndtr(begun))


def _check_margin(margin: float) -> None:
    if not 0 < margin <= 1:
        raise ValueError(
            f"a margin lies above 0 and at most at 1, got {margin}: without one no sale repays anything"
        )

"""Stage 07, rules M3 and X4: when a month's promotion repays itself, and what its risks may cost.

Cohorts are the months whose cost and orders are both on record, until the reported month's end: of all
social channels together, and of each paid part. What is left open was decided so. All together carry what
was spent on ads and placements and what the estimate expects for content, month by month as decided then.
A paid part carries what would not be spent without it: its media money; content is made whether ads run or
not. The agency's fee joins the cost in internal reports only, for from a cost that holds it, and its parts,
it could be worked out; a part then carries a fee that is a share of spend, and no retainer. The client's
verdict minds the fee all the same: what pays without it, but not surely with it, is no PASS. The reported
month's cohort gives the verdict: an older month that can be judged says nothing of this one's money.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from smmtools.inputs.budget_decision import BudgetDecision, PaybackTerms
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.strategy import paid_sales, payback
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.lag import Lag, LateOrders
from smmtools.strategy.paid_sales import META, UNKNOWN, Days, PaidPart, Sold, expected_cost
from smmtools.strategy.payback import GRADES, Cohort, Finding, Lacking, Payback, Repayment
from smmtools.strategy.risk_losses import STAGE, assess_risks_of
from smmtools.strategy.risk_losses import RisksAssessment as RisksAssessment
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

__all__ = [
    "STAGE",
    "PartPayback",
    "PaybackAssessment",
    "RisksAssessment",
    "assess_payback",
    "assess_risks_of",
]

Said = Finding | Literal["too few to tell", "no order value", "pays without the fee", "pays if the lag holds"]
"""What is said of a part's month: its finding, or why that is not all."""

ALL = "all"
"""Key of all social channels together."""


@dataclass(frozen=True)
class PartPayback:
    """M3 of one paid part, or of all social channels together."""

    part: PaidPart | None
    """None: all social channels together."""
    found: Payback
    sold: Sold
    lag: Lag
    margin: float
    order_value: float
    """Of all orders on record, on the average; missing (NaN) where there is none."""
    late: LateOrders
    """The stated lag tested on the closed months' orders, of every part; it is one lag for all."""
    paying: tuple[bool, ...]
    """Whether each cohort surely pays with the agency's fee in its cost; known to the client, too."""

    @property
    def key(self) -> str:
        """Its platform and kind, as in vk-ads; ``ALL`` for all together."""
        return self.part.key if self.part else ALL

    @property
    def channel(self) -> Channel:
        """The part as a channel, to be named."""
        return Channel(self.part.platform, part=self.part.kind) if self.part else Channel()

    @property
    def month(self) -> Repayment:
        """The reported month's cohort, which gives the verdict."""
        return self.found.cohorts[-1]

    @property
    def finding(self) -> Said:
        """The reported month's; *too few to tell* where none were sold, and few would repay it."""
        if self.month.finding == "pays":
            return self.state(-1)
        if self.month.finding != "never pays" or self.month.cohorts[0].orders:
            return self.month.finding
        if math.isnan(self.orders_needed):
            return "no order value"
        enough = self.orders_needed * self.month.known >= THRESHOLDS.none_sold
        return "never pays" if enough else "too few to tell"

    def state(self, place: int) -> Said:
        """A cohort's finding, mindful of the fee, and of a lag that the orders contradict."""
        finding = self.found.cohorts[place].finding
        if finding != "pays":
            return finding
        if not self.paying[place]:
            return "pays without the fee"
        return "pays if the lag holds" if contradicted(self.late) else finding

    @property
    def orders_needed(self) -> float:
        """How many average orders repay the reported month; missing (NaN) where no order has a value."""
        return self.month.cost / (self.margin * self.order_value)

    @property
    def judged_from(self) -> dt.date:
        """From which day on the reported month's cohort can be judged."""
        return self.month.cohorts[0].judged_from(self.lag)

    def path(self, until: dt.date) -> pd.DataFrame:
        """Cost and margin, added up since the first contact, by the calendar (``payback.accumulate``)."""
        return payback.accumulate(self.found, self.margin, self.lag, until)


@dataclass(frozen=True)
class PaybackAssessment:
    """Everything M3 says of a client at a month's end."""

    client_month: ClientMonth
    decision: BudgetDecision | None
    parts: tuple[PartPayback, ...]
    """All together first, then the paid parts, the dearest first; none where nothing can be reckoned."""
    verdicts: tuple[Verdict, ...]

    @property
    def terms(self) -> PaybackTerms | None:
        """Margin and lag as decided."""
        return self.decision.payback if self.decision else None

    @property
    def with_fee(self) -> bool:
        """Whether the agency's fee is part of the cost: in internal reports."""
        return self.client_month.audience == "internal"

    @property
    def owner(self) -> str | None:
        """Who acts on the verdicts: who took the budget's decision."""
        return self.decision.by if self.decision else None


def assess_payback(case: ClientMonth) -> PaybackAssessment:
    """When what the months cost is repaid: all social channels together, and each paid part. Rule M3."""
    decision = case.brief.decided("budget", str(case.month))
    terms = decision.payback if decision else None
    stated = [line.currency for line in decision.lines if line.kind == "content"] if decision else []
    missing = paid_sales.without_rate(case, stated)
    if missing:
        verdicts = [_lacking("no rate", Grade.FAIL, currency=each) for each in missing]
        return PaybackAssessment(case, decision, (), tuple(verdicts))
    parts = _all_parts(case, terms)
    if isinstance(parts, str):
        return PaybackAssessment(case, decision, (), (_lacking(parts, GRADES[parts]),))
    verdicts = [_of_part(case, part) for part in parts]
    if contradicted(parts[0].late):
        verdicts.append(_lag_verdict(parts[0].late, parts[0].lag))
    return PaybackAssessment(case, decision, parts, tuple(verdicts))


def contradicted(late: LateOrders) -> bool:
    """Whether the orders on record contradict the stated lag."""
    return late.chance < THRESHOLDS.lag_doubted


def cohort_days(case: ClientMonth) -> list[Days]:
    """The months whose cost and orders are both on record, until the reported month's end.

    A month counts from its first day with ads on, or from its first, where the exports hold no ads.
    """
    ads, orders = case.observed("ads"), case.observed("orders")
    if orders is None:
        return []
    spent = case.tables["ads"]["start"].min() if ads else orders[0].replace(day=1)
    first = max(spent, orders[0].replace(day=1))
    months = pd.period_range(first.to_period("M"), case.month, freq="M")
    return [(max(each.start_time, first).date(), each.end_time.date()) for each in months]


def _all_parts(case: ClientMonth, terms: PaybackTerms | None) -> tuple[PartPayback, ...] | Lacking:
    days = cohort_days(case)
    if not days:
        return "no cohorts"
    found = payback.usable_terms(*((terms.margin, terms.lag_median, terms.lag_p90) if terms else [None] * 3))
    if isinstance(found, str):
        return found
    margin, lag = found
    spent = paid_sales.spending(case)
    parts = sorted(
        set(spent["part"]), key=lambda part: (-spent.loc[spent["part"] == part, "spend"].sum(), part)
    )
    sold = paid_sales.sales(case, parts)
    late = paid_sales.late(sold, days[:-1], days[-1][1], lag)
    made = [
        _of_paid(case, part, spent[spent["part"] == part], sold, days, margin, lag, late) for part in parts
    ]
    whole = _of_all(case, spent, sold, days, margin, lag, late)
    return (*((whole,) if whole else ()), *made) or "no cohorts"


def _of_paid(
    case: ClientMonth, part: PaidPart, spent: pd.DataFrame, sold: pd.DataFrame, days: Sequence[Days],
    margin: float, lag: Lag, late: LateOrders,
) -> PartPayback:  # fmt: skip
    spend, clicks = (paid_sales.within(spent, column, days) for column in ("spend", "link_clicks"))
    own = sold[np.array([each == part for each in sold["part"]], dtype=bool)]
    won = paid_sales.by_cohort(own, days, clicks if clicks.any() else spend, lag)
    fees = _fees(case, days, spend, retainer=False)
    costs = (spend, fees, np.zeros(len(days)))
    return _repaid(case, part, days, costs, won, margin, lag, late, _order_value(sold))


def _of_all(
    case: ClientMonth, spent: pd.DataFrame, sold: pd.DataFrame, days: Sequence[Days], margin: float, lag: Lag,
    late: LateOrders,
) -> PartPayback | None:  # fmt: skip
    """All social channels together, in the months for which somebody decided what content costs."""
    kept = [each for each in days if case.brief.decided("budget", f"{each[0]:%Y-%m}")]
    if not kept or kept[-1] != days[-1]:
        return None
    networks = {*case.platform_sources, META, UNKNOWN}
    social = np.array([part.platform in networks for part in spent["part"]], dtype=bool)
    spend = paid_sales.within(spent[social], "spend", kept)
    won = paid_sales.by_cohort(sold[sold["social"]], kept, _contacts(case, kept, spend), lag)
    fees = _fees(case, kept, spend, retainer=True)
    content = np.array([_content(case, each) for each in kept])
    return _repaid(case, None, kept, (spend, fees, content), won, margin, lag, late, _order_value(sold))


def _repaid(
    case: ClientMonth, part: PaidPart | None, days: Sequence[Days], costs: tuple[NDArray[np.float64], ...],
    won: Sold, margin: float, lag: Lag, late: LateOrders, order_value: float,
) -> PartPayback:  # fmt: skip
    """The part with its cohorts: spend, fees and content by month, orders and sales."""
    columns = zip(days, *(each.tolist() for each in (*costs, won.orders, won.sales)), strict=True)
    whole = [
        Cohort(first, last, spent, fee, made, orders, sales)
        for (first, last), spent, fee, made, orders, sales in columns
    ]
    shown = whole if case.audience == "internal" else [replace(each, fees=0.0) for each in whole]
    on = case.month.end_time.date()
    found, with_fee = (payback.payback(each, on, margin, lag.median, lag.p90) for each in (shown, whole))
    paying = tuple(each.finding == "pays" for each in with_fee.cohorts)
    return PartPayback(part, found, won, lag, margin, order_value, late, paying)


def _order_value(sold: pd.DataFrame) -> float:
    paid = sold.loc[sold["value"] > 0, "value"]
    return float(paid.mean()) if len(paid) else math.nan


def _contacts(case: ClientMonth, days: Sequence[Days], spend: NDArray[np.float64]) -> NDArray[np.float64]:
    """Link clicks of each month from all social channels; where none are known, spend in their place."""
    span = pd.date_range(days[0][0], days[-1][1])
    clicks = periods.daily_funnel(case.tables, span, case.social_sources)["link_clicks"].fillna(0.0)
    counted = np.array([float(clicks.loc[str(first) : str(last)].sum()) for first, last in days])
    if counted.any():
        return counted
    return spend if spend.any() else np.ones(len(days))


def _content(case: ClientMonth, days: Days) -> float:
    """What the estimate in force expects for content, for as many days as the cohort holds."""
    decision = case.brief.decided("budget", f"{days[0]:%Y-%m}")
    lines = decision.lines if decision else ()
    return _held(days) * sum(expected_cost(case, line) for line in lines if line.kind == "content")


def _held(days: Days) -> float:
    """Which share of its month's days a cohort holds.

    >>> _held((dt.date(2026, 9, 11), dt.date(2026, 9, 30)))
    0.6666666666666666
    """
    return ((days[1] - days[0]).days + 1) / days[1].day


def _fees(
    case: ClientMonth, days: Sequence[Days], spend: NDArray[np.float64], *, retainer: bool
) -> NDArray[np.float64]:
    pairs = zip(days, spend.tolist(), strict=True)
    return np.array([_fee(case, each, amount, retainer=retainer) for each, amount in pairs])


def _fee(case: ClientMonth, days: Days, spend: float, *, retainer: bool) -> float:
    """The agency's fee of a month; a retainer is all channels' together."""
    decision = case.brief.decided("budget", f"{days[0]:%Y-%m}")
    fee = decision.fee if decision else None
    if fee is None:
        return 0.0
    if fee.kind == "share of spend":
        return fee.amount * spend
    return fee.amount * _held(days) if retainer else 0.0


def _of_part(case: ClientMonth, part: PartPayback) -> Verdict:
    """The verdict of a part: that of the reported month's cohort."""
    month, currency = part.month, case.brief.currency
    facts: dict[str, Any] = {
        "part": part.channel,
        "month": month.cohorts[0].end,
        "cost": (month.cost, currency),
        "fee": "apart" if case.audience == "client" else "in" if month.cohorts[0].fees else "none",
        "margin": (month.margin, currency),
        "orders": month.cohorts[0].orders,
        "needed": part.orders_needed,
        "known": month.known,
        "judged": THRESHOLDS.known_judged,
        "level": THRESHOLDS.forecast_level,
        "chance": month.chance,
        "from": part.judged_from,
        "on": part.found.on,
        **{name: whole_days(getattr(month, name)) for name in ("days", "low", "high")},
    }
    finding = part.finding
    if finding == "too few to tell":
        needed, threshold = part.orders_needed * month.known, THRESHOLDS.none_sold
        return Verdict("M3", STAGE, Grade.REVIEW, "too few to tell", needed, threshold, facts)
    if finding == "no order value":
        return Verdict("M3", STAGE, Grade.NO_DATA, "no order value", facts=facts)
    if finding in ("pays without the fee", "pays if the lag holds"):
        return Verdict("M3", STAGE, Grade.REVIEW, finding, whole_days(month.days), facts=facts)
    if finding in ("not yet known", "no sales yet"):
        threshold = THRESHOLDS.known_judged
        return Verdict("M3", STAGE, GRADES[finding], finding, month.known, threshold, facts)
    value = whole_days(month.days) if math.isfinite(month.days) else None
    return Verdict("M3", STAGE, GRADES[month.finding], finding, value, facts=facts)


def _lag_verdict(late: LateOrders, lag: Lag) -> Verdict:
    facts = {"late": late.late, "number": late.orders, "expected": round(late.expected, 1)}
    facts |= {"median": lag.median, "p90": lag.p90}
    threshold = THRESHOLDS.lag_doubted
    return Verdict("M3", STAGE, Grade.REVIEW, "lag contradicted", late.chance, threshold, facts)


def whole_days(days: float) -> float:
    """On which day the money is back: begun days count whole; infinite and missing stay.

    >>> whole_days(8.2), whole_days(9.0), whole_days(math.inf)
    (9.0, 9.0, inf)
    """
    return float(math.ceil(days)) if math.isfinite(days) else days


def _lacking(finding: str, grade: Grade, **facts: Any) -> Verdict:
    return Verdict("M3", STAGE, grade, finding, facts=facts)

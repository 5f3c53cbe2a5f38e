"""Stage 07: what the month planned may cost, what drives it, and what was spent.

Rules R7.1 (prices against reference bands), R7.2 (every service of value; no ads without content), and
B1 (the estimate with its spread); B2's curves and split have modules of their own. Amounts are in the
client's currency unless said otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import optimize
from scipy.stats.distributions import rv_frozen

from smmtools.inputs.budget_decision import BudgetDecision, BudgetLine
from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.prices import Band
from smmtools.strategy.allocation import allocate as allocate
from smmtools.strategy.cohorts import PaybackAssessment, RisksAssessment, assess_payback, assess_risks_of
from smmtools.strategy.curves import Curve as Curve
from smmtools.strategy.media_money import Spent, beside_split, of_spent, spent_in
from smmtools.strategy.money import MEDIA as MEDIA
from smmtools.strategy.money import Part, added, rate_of
from smmtools.strategy.pert import pert as pert
from smmtools.strategy.split import SplitAssessment, assess_split
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict
from smmtools.strategy.whole_split import round_split as round_split

STAGE = "budget"
DRAWS = 20_000
"""Simulated months behind an estimate: a probability is known to within about 0.7 points (95 %)."""

_SHOWN = (0.1, 0.5, 0.9)


@dataclass(frozen=True)
class Line:
    """One line of the estimate in the client's currency: what all its units cost."""

    line: BudgetLine
    rate: float
    """What one unit of the line's currency is worth in the client's."""

    @property
    def factor(self) -> float:
        """What a unit price is multiplied by."""
        return self.line.quantity * self.rate

    @cached_property
    def price(self) -> rv_frozen:
        """The distribution of one unit's price, in the line's own currency."""
        return pert(self.line.price.low, self.line.price.mode, self.line.price.high)

    def quantile(self, p: float | NDArray[np.float64]) -> NDArray[np.float64]:
        """The line's cost that is not exceeded with probability p."""
        price = self.line.price
        if price.low == price.high:
            return np.full_like(np.asarray(p, dtype=float), price.low * self.factor)
        return np.asarray(self.price.ppf(p)) * self.factor

    @property
    def mean(self) -> float:
        """The line's expected cost."""
        return float(self.price.mean()) * self.factor

    @property
    def variance(self) -> float:
        """Of the line's cost."""
        return float(self.price.var()) * self.factor**2


@dataclass(frozen=True)
class Total:
    """What the lines cost together: three quantiles, and the chance to exceed the cap."""

    p10: float
    p50: float
    p90: float
    over_cap: float


@dataclass(frozen=True)
class Estimate:
    """The estimate of a month, the fee apart: with independent lines, and with lines that move together."""

    lines: tuple[Line, ...]
    cap: float
    independent: Total
    """As if every price fell out by itself: understates the spread."""
    together: Total
    """As if all prices were high, or low, at once: overstates it."""

    @property
    def drivers(self) -> tuple[tuple[Line, float], ...]:
        """The lines by their share of the spread, widest first; none when all prices are fixed."""
        whole = sum(line.variance for line in self.lines)
        ordered = sorted(self.lines, key=lambda line: -line.variance)
        return tuple((line, line.variance / whole) for line in ordered if line.variance > 0)

    def mean_of(self, kinds: Iterable[str]) -> float:
        """Expected cost of the lines of these kinds."""
        return sum(line.mean for line in self.lines if line.line.kind in kinds)


@dataclass(frozen=True)
class Inside:
    """The agency's own view of the month: never in a client's file. None where a part is not known."""

    fee: float | None
    our_cost: float
    """Of the lines that state one."""
    charged: float
    """What the client is expected to pay for those lines."""
    hours: float

    @property
    def margin(self) -> float:
        """What stays of the lines with a stated cost, and the fee."""
        return self.charged - self.our_cost + (self.fee or 0.0)


@dataclass(frozen=True)
class BudgetAssessment:
    """Everything stage 07 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    decision: BudgetDecision | None
    estimate: Estimate | None
    spent: Spent | None
    inside: Inside | None
    split: SplitAssessment
    payback: PaybackAssessment
    risks: RisksAssessment
    verdicts: tuple[Verdict, ...]

    @property
    def owner(self) -> str | None:
        """Who acts on this stage's verdicts: who took its decision."""
        return self.decision.by if self.decision else None


def estimate(lines: tuple[Line, ...], cap: float, seed: int = 0) -> Estimate:
    """What the lines cost together, in both extremes of how prices hang together. Rule B1.

    Independent lines are simulated (``DRAWS`` months, the same for the same seed). Lines that move
    together are exact: their quantiles add up.
    """
    rng = np.random.default_rng(seed)
    draws = sum((line.quantile(rng.random(DRAWS)) for line in lines), start=np.zeros(DRAWS))
    p10, p50, p90 = np.quantile(draws, _SHOWN)
    independent = Total(float(p10), float(p50), float(p90), float((draws > cap).mean()))
    p10, p50, p90 = (sum(float(line.quantile(p)) for line in lines) for p in _SHOWN)
    return Estimate(lines, cap, independent, Total(p10, p50, p90, _together_over(lines, cap)))


def assess(case: ClientMonth) -> BudgetAssessment:
    """Everything stage 07 says of the month planned, and of the money spent in the month past."""
    decision = case.brief.decided("budget", str(case.month))
    foreign = _without_rate(case, decision)
    reckoned = decision if not foreign else None
    found = _estimate_of(case, reckoned)
    spent = None if foreign else spent_in(case)
    split = SplitAssessment(case, None, None, ()) if foreign else assess_split(case, decision)
    payback, risks = assess_payback(case), assess_risks_of(case)
    verdicts = (
        *_rates(foreign),
        *_undecided(decision),
        *_of_estimate(case, found),
        *(beside_split(case, _media(found), split.found) if found else ()),
        *split.verdicts,
        *payback.verdicts,
        *risks.verdicts,
        *(_with_risks(found, risks, case.brief.currency) if found else ()),
        *(of_spent(case, spent) if not foreign else ()),
    )
    inside = _inside(decision, found) if decision and found else None
    return BudgetAssessment(case, decision, found, spent, inside, split, payback, risks, verdicts)


def _estimate_of(case: ClientMonth, decision: BudgetDecision | None) -> Estimate | None:
    if decision is None:
        return None
    return estimate(
        tuple(Line(line, rate_of(case, line.currency) or 1.0) for line in decision.lines), decision.cap
    )


def _of_estimate(case: ClientMonth, found: Estimate | None) -> Iterator[Verdict]:
    if found is not None:
        yield _of_cap(found, case.brief.currency)
        yield from _of_lines(case, found)


def _media(found: Estimate) -> dict[Part, float]:
    """What the estimate expects of each platform's ads and placements."""
    lines = (each for each in found.lines if each.line.kind in MEDIA)
    return added(((each.line.channel or "", each.line.kind), each.mean) for each in lines)


def _together_over(lines: tuple[Line, ...], cap: float) -> float:
    """Chance that lines which are all at the same quantile exceed the cap."""

    def over(p: float) -> float:
        return float(sum(line.quantile(p) for line in lines)) - cap

    if over(0.0) > 0:
        return 1.0
    return 0.0 if over(1.0) <= 0 else 1.0 - float(optimize.brentq(over, 0.0, 1.0))


def _inside(decision: BudgetDecision, found: Estimate) -> Inside:
    fee = decision.fee
    amount = None if fee is None else fee.amount * (1.0 if fee.kind == "retainer" else found.mean_of(MEDIA))
    costed = [line for line in found.lines if line.line.our_cost is not None]
    return Inside(
        fee=amount,
        our_cost=sum((line.line.our_cost or 0.0) * line.factor for line in costed),
        charged=sum(line.mean for line in costed),
        hours=sum(line.line.hours or 0.0 for line in found.lines),
    )


def _without_rate(case: ClientMonth, decision: BudgetDecision | None) -> tuple[str, ...]:
    """Currencies of lines or ad accounts that the brief gives no rate for."""
    asked = {line.currency for line in decision.lines} if decision else set()
    paid = case.tables["ads"].dropna(subset=["spend", "currency"])["currency"]
    used = {*paid.astype(str), *(currency for currency in asked if currency)}
    return tuple(sorted(currency for currency in used if rate_of(case, currency) is None))


def _rates(foreign: tuple[str, ...]) -> Iterator[Verdict]:
    for currency in foreign:
        yield Verdict("B1", STAGE, Grade.FAIL, "no rate", facts={"currency": currency})


def _undecided(decision: BudgetDecision | None) -> Iterator[Verdict]:
    if decision is None:
        yield Verdict("B1", STAGE, Grade.NO_DATA, "no estimate")


def _of_cap(found: Estimate, currency: str) -> Verdict:
    """B1: within the cap, or over it, only when both extremes of how prices hang together say so."""
    facts = {
        "cap": (found.cap, currency),
        "p10": (found.together.p10, currency),
        "p50": (found.together.p50, currency),
        "p90": (found.together.p90, currency),
        "independent": found.independent.over_cap,
        "together": found.together.over_cap,
    }
    worse = max(found.independent.over_cap, found.together.over_cap)
    better = min(found.independent.over_cap, found.together.over_cap)
    if worse <= THRESHOLDS.over_cap_pass:
        return Verdict("B1", STAGE, Grade.PASS, "within the cap", worse, THRESHOLDS.over_cap_pass, facts)
    if better >= THRESHOLDS.over_cap_fail:
        return Verdict("B1", STAGE, Grade.FAIL, "over the cap", better, THRESHOLDS.over_cap_fail, facts)
    return Verdict("B1", STAGE, Grade.REVIEW, "near the cap", worse, THRESHOLDS.over_cap_pass, facts)


def _with_risks(found: Estimate, risks: RisksAssessment, currency: str) -> Iterator[Verdict]:
    """X4: whether the cap holds with a month of the risks' expected loss; nothing where none is known."""
    if math.isnan(risks.monthly_loss):
        return
    priced = estimate(found.lines, found.cap - risks.monthly_loss)
    worse = max(priced.independent.over_cap, priced.together.over_cap)
    facts = {
        "monthly": (risks.monthly_loss, currency),
        "total": (risks.total, currency),
        "cap": (found.cap, currency),
        "independent": priced.independent.over_cap,
        "together": priced.together.over_cap,
    }
    limit = THRESHOLDS.over_cap_pass
    grade, finding = (Grade.PASS, "within the cap") if worse <= limit else (Grade.REVIEW, "no reserve")
    yield Verdict("X4", STAGE, grade, finding, worse, limit, facts)


def _of_lines(case: ClientMonth, found: Estimate) -> Iterator[Verdict]:
    """R7.1 and R7.2, line by line; one PASS each when nothing was found."""
    lines = [line.line for line in found.lines]
    frauds = [line for line in lines if line.method and case.methods.named(line.method) in case.prices.fraud]
    outside = [(line, band) for line in lines if (band := band_of(case, line)) and not _fits(line, band)]
    yield from (Verdict("R7.1", STAGE, Grade.FAIL, "fraud", facts={"item": line.item}) for line in frauds)
    yield from (_outside(line, band, case.brief.currency) for line, band in outside)
    known = sum(band_of(case, line) is not None for line in lines) - len(outside)
    if not frauds and (known or not outside):
        yield _without_finding("R7.1", "prices fit" if known else "no bands", known)
    idle = [line for line in lines if not line.serves]
    yield from (Verdict("R7.2", STAGE, Grade.REVIEW, "no value", facts={"item": line.item}) for line in idle)
    bare = any(line.kind == "ads" for line in lines) and not any(line.kind == "content" for line in lines)
    if bare:
        yield Verdict("R7.2", STAGE, Grade.FAIL, "ads without content")
    if not idle and not bare:
        yield _without_finding("R7.2", "all of value", len(lines))


def _without_finding(rule: str, finding: str, lines: int) -> Verdict:
    grade = Grade.PASS if lines else Grade.NO_DATA
    return Verdict(rule, STAGE, grade, finding, lines, facts={"lines": lines})


def band_of(case: ClientMonth, line: BudgetLine) -> Band | None:
    """The reference band of a line's service, unit and currency; None where no source gives one."""
    return case.prices.band(line.kind, line.unit, line.currency or case.brief.currency)


def _fits(line: BudgetLine, band: Band) -> bool:
    return band.low <= line.price.mode <= band.high


def _outside(line: BudgetLine, band: Band, currency: str) -> Verdict:
    facts = {
        "item": line.item,
        "price": (line.price.mode, line.currency or currency),
        "low": (band.low, band.currency),
        "high": (band.high, band.currency),
        "unit": line.unit,
        "source": band.source,
        "date": band.date,
    }
    bound = band.high if line.price.mode > band.high else band.low
    return Verdict("R7.1", STAGE, Grade.REVIEW, "outside the band", line.price.mode, bound, facts)

"""How media money is best divided among paid channels, and whom they reach (rules B2 and B3).

The planned curves of the decision, after a look at the weeks past; the split that the workbook recommends
of the decision's total, in whole units, with what it brings; what is compared with it. Amounts are in the
client's currency a month, responses are conversions attributed to the channels: who would have bought
anyway is among them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from smmtools.errors import DataError
from smmtools.inputs.budget_decision import PaidChannel, Scenario, Split
from smmtools.inputs.client_month import ClientMonth
from smmtools.strategy.allocation import equal_split, in_proportion
from smmtools.strategy.cautious_split import allocate_cautiously
from smmtools.strategy.conversion_worth import Worth
from smmtools.strategy.curve_draws import CurveDraws
from smmtools.strategy.curves import Curve, FloatArray, planned_curve
from smmtools.strategy.joint_reach import JointReach, joint_reach
from smmtools.strategy.paid_weeks import PaidWeeks, besides_paid, paid_weeks
from smmtools.strategy.response_history import Learnt, Posterior, WeeklyHistory, learn
from smmtools.strategy.split_counts import drawn_counts, poor_month
from smmtools.strategy.split_target import Target, reach_target
from smmtools.strategy.whole_split import round_split

Interval = tuple[float, float, float]
"""A mean with the ends of its 80 % interval."""

_WHOLE = 1e-7  # units: what is nearer than this to a whole number is one


@dataclass(frozen=True)
class Paid:
    """One channel at the split: what it is given, what that brings, and how well its curve is known."""

    channel: PaidChannel
    learnt: Learnt
    spend: float
    brings: Interval
    """Conversions of a month at its spend: their average, and what eight months in ten lie between."""
    marginal: Interval
    """Conversions of the average month that another unit of money would bring there."""
    reached: float
    """People reached at its spend: its curve's part of the audience that can be reached."""
    last: float
    """What it cost in the month past."""

    @property
    def basis(self) -> str:
        """What its curve rests on: planning, history as well, or history was refused."""
        if self.learnt.refused:
            return "refused"
        return "history" if self.learnt.weeks else "planning"

    @property
    def cost(self) -> float | None:
        """Money a conversion at its spend, on average; None where it brings none."""
        return self.spend / self.brings[0] if self.brings[0] > 0 else None


@dataclass(frozen=True)
class Response:
    """A way to divide money, and what it may bring over all channels."""

    spend: tuple[float, ...]
    mean: float
    low: float
    """A poor month: one in twenty counts fewer."""

    @property
    def total(self) -> float:
        """The money that is spent."""
        return sum(self.spend)


@dataclass(frozen=True)
class Tried:
    """A scenario beside the split, and its response: None where the minimums forbid it."""

    name: str
    total: float
    caution: float
    response: Response | None


@dataclass(frozen=True)
class Gain:
    """How much more the split brings than the same money divided otherwise: conversions, and relative."""

    brings: Interval
    share: float
    """NaN when the other brings nothing."""


@dataclass(frozen=True)
class Decided:
    """What was settled on, beside the best split of the same money."""

    response: Response
    best: Response

    @property
    def loss(self) -> float:
        """Conversions that the best split of the same money brings more."""
        return max(0.0, self.best.mean - self.response.mean)


@dataclass(frozen=True)
class Divided:
    """The split that the workbook recommends, and everything that is compared with it."""

    plan: Split
    draws: CurveDraws
    weeks: PaidWeeks
    worth: Worth | None
    """What a conversion has left, so far as orders tell."""
    margin: float | None
    """What the stop rule reckons that a conversion leaves (``reckoned_margin``)."""
    channels: tuple[Paid, ...]
    response: Response
    stopped: bool
    """Whether the stop rule left money unspent; what is less than a unit is no stop."""
    last_pays: float | None
    """Chance that the last money spent brings back more than it costs; None without a margin, or a spend."""
    gain_equal: Gain
    gain_last: Gain | None
    """None where no file says what the channels cost in the month past."""
    scenarios: tuple[Tried, ...]
    target: Target | None
    """None where nobody set one."""
    decided: Decided | None
    reach: JointReach
    """Of ``audience`` people, at the split."""

    @property
    def unspent(self) -> float:
        """Money of the total that the split leaves."""
        return self.plan.total - self.response.total

    @property
    def audience(self) -> float:
        """The people that reach is a share of: the largest channel's audience, which holds the others'."""
        return max(paid.channel.audience for paid in self.channels)

    @property
    def added_up(self) -> float:
        """The channels' reach simply added up, as a share of the audience: people are counted twice in it."""
        return sum(paid.reached for paid in self.channels) / self.audience


@dataclass(frozen=True)
class _Problem:
    """The curves as they are known, and what a split must keep: bounds in whole units."""

    posterior: Posterior
    lower: FloatArray
    upper: FloatArray
    unit: float
    margin: float | None

    @property
    def draws(self) -> CurveDraws:
        return self.posterior.draws

    def continuous(self, total: float, caution: float, margin: float | None) -> FloatArray:
        return allocate_cautiously(self.draws, total, caution, self.lower, self.upper, margin).split

    def whole(self, split: FloatArray) -> FloatArray:
        """The split in whole units, each channel's amount within one of them."""
        lower = np.floor(split / self.unit + _WHOLE) * self.unit
        upper = np.ceil(split / self.unit - _WHOLE) * self.unit
        return round_split(self.draws.middle(), split, self.unit, lower, upper)

    def best(self, total: float, caution: float, margin: float | None) -> FloatArray:
        return self.whole(self.continuous(total, caution, margin))

    def response(self, split: FloatArray) -> Response:
        totals = self.draws.totals(split)
        return Response(tuple(split.tolist()), float(totals.mean()), poor_month(drawn_counts(totals)))


def curve_of(channel: PaidChannel) -> Curve | None:
    """The curve of a channel's planning figures; None when its money would buy more than there is."""
    try:
        return planned_curve(
            channel.audience, channel.reach_share, channel.ctr, channel.conversion,
            channel.spend, channel.cost_per_click, channel.shape,
        )  # fmt: skip
    except DataError:
        return None


def bounds(plan: Split) -> tuple[FloatArray, FloatArray]:
    """Each channel's least and most in whole units: minimums rounded up, maximums rounded down."""
    most = [np.inf if channel.most is None else channel.most for channel in plan.channels]
    lower = np.ceil(np.array([channel.least for channel in plan.channels]) / plan.unit - _WHOLE)
    upper = np.floor(np.array(most) / plan.unit + _WHOLE)
    return lower * plan.unit, upper * plan.unit


def reckoned_margin(plan: Split, worth: Worth | None) -> float | None:
    """What a conversion leaves for the stop rule: as stated, unless orders tell of less, or nobody said.

    None where nothing is stated and orders do not tell.
    """
    known = worth is not None and not math.isnan(worth.low)
    if worth is None or not known:
        return plan.margin
    if plan.margin is None or worth.agrees(plan.margin) == "above":
        return worth.value
    return plan.margin


def divide(case: ClientMonth, plan: Split, worth: Worth | None = None) -> Divided:
    """The split of a decision whose curves exist, and whose bounds in whole units leave room for it."""
    weeks = paid_weeks(case, plan.channels, plan.counts)
    curves = [curve for channel in plan.channels if (curve := curve_of(channel))]
    days = (case.month + 1).days_in_month
    history = WeeklyHistory(weeks.spend, weeks.conversions, days / 7) if len(weeks.ends) else None
    margin = reckoned_margin(plan, worth)
    problem = _Problem(learn(curves, history, weeks.month), *bounds(plan), plan.unit, margin)
    continuous = problem.continuous(plan.total, plan.caution, margin)
    split = problem.whole(continuous)
    response = problem.response(split)
    room = min(plan.total, float(problem.upper.sum()))
    totals = problem.draws.totals(split)
    besides = besides_paid(case, plan.channels, plan.counts)
    within = (problem.lower, problem.upper)
    equal = equal_split(len(curves), response.total, problem.lower, problem.upper)
    last = in_proportion(weeks.month, response.total) if weeks.month.sum() > 0 else None
    channels = tuple(_channels(plan, problem, weeks, split))
    audience = max(channel.audience for channel in plan.channels)
    return Divided(
        plan=plan,
        draws=problem.draws,
        weeks=weeks,
        worth=worth,
        margin=margin,
        channels=channels,
        response=response,
        stopped=margin is not None and float(continuous.sum()) < room - plan.unit,
        last_pays=_last_pays(problem, split),
        gain_equal=_gain(problem, split, equal),
        gain_last=None if last is None else _gain(problem, split, last),
        scenarios=tuple(_tried(problem, plan, scenario) for scenario in plan.scenarios),
        target=reach_target(problem.draws.middle(), totals, plan.target, besides, within)
        if plan.target
        else None,
        decided=_decided(problem, plan),
        reach=joint_reach([min(1.0, paid.reached / audience) for paid in channels]),
    )


def _channels(plan: Split, problem: _Problem, weeks: PaidWeeks, split: FloatArray) -> Iterator[Paid]:
    curves = problem.draws.curves
    brings, marginal = curves.response(split), curves.marginal(split)
    for index, channel in enumerate(plan.channels):
        middle = problem.draws.middle()[index]
        part = middle.response(float(split[index])) / middle.v
        yield Paid(
            channel=channel,
            learnt=problem.posterior.learnt[index],
            spend=float(split[index]),
            brings=_counted(brings[:, index], index),
            marginal=_interval(marginal[:, index]),
            reached=channel.audience * channel.reach_share * part,
            last=float(weeks.month[index]),
        )


def _last_pays(problem: _Problem, split: FloatArray) -> float | None:
    """Over the draws, how often another unit returns its cost where it returns the most."""
    if problem.margin is None or not (split > 0).any():
        return None
    returned = problem.draws.curves.marginal(split)[:, split > 0].max(axis=1) * problem.margin
    return float((returned >= 1).mean())


def _interval(values: FloatArray) -> Interval:
    low, high = np.quantile(values, (0.1, 0.9))
    return float(values.mean()), float(low), float(high)


def _counted(averages: FloatArray, seed: int) -> Interval:
    low, high = np.quantile(drawn_counts(averages, seed), (0.1, 0.9), method="inverted_cdf")
    return float(averages.mean()), float(low), float(high)


def _gain(problem: _Problem, split: FloatArray, other: FloatArray) -> Gain:
    """Over the same draws: what is in doubt about both alike does not blur the difference."""
    before = problem.draws.totals(other)
    more = problem.draws.totals(split) - before
    mean = float(before.mean())
    return Gain(_interval(more), float(more.mean()) / mean if mean > 0 else float("nan"))


def _tried(problem: _Problem, plan: Split, scenario: Scenario) -> Tried:
    total = plan.total if scenario.total is None else scenario.total
    caution = plan.caution if scenario.caution is None else scenario.caution
    if not fits(plan, total):
        return Tried(scenario.name, total, caution, None)
    split = problem.best(total, caution, plan.margin)
    return Tried(scenario.name, total, caution, problem.response(split))


def fits(plan: Split, total: float) -> bool:
    """Whether the minimums, in whole units, leave a total room."""
    return float(bounds(plan)[0].sum()) <= total * (1 + _WHOLE)


def _decided(problem: _Problem, plan: Split) -> Decided | None:
    """What was settled on; a channel that it leaves out gets nothing."""
    if not plan.decided:
        return None
    spend = np.array([plan.decided.get(channel.key, 0.0) for channel in plan.channels])
    total = float(spend.sum())
    best = problem.best(total, plan.caution, None) if total > 0 and fits(plan, total) else spend
    return Decided(problem.response(spend), problem.response(best))

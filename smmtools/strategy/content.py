"""Stage 04: how the communities look, what their posts did, and what is posted in the month planned.

Rules R4.1 to R4.6 and K1 (content_rules.py), K2, K3 and K4 (post_results.py), K5 (content_calendar.py and
calendar.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.content_decision import ContentDecision
from smmtools.measures.stats import FEWEST_UNITS
from smmtools.strategy import community_profiles, content_rules, published
from smmtools.strategy.calendar import GAP, Calendar, solve
from smmtools.strategy.community_profiles import ProfileCase
from smmtools.strategy.content_calendar import PlannedPost, Setting, bio_links, posts_of, setting_of
from smmtools.strategy.content_rules import Remark
from smmtools.strategy.post_results import Odds, Results, accounts, odds_of_hit, results_of
from smmtools.strategy.published import Carried
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "content"
UNDECIDED = ("R4.1", "R4.2", "R4.3", "R4.4", "R4.5", "R4.6", "K1", "K5")
"""What cannot be judged without a decision."""
LEAST_GAP = 0.001
"""A smaller gap is told as at most this: that is true, and nought would sound surer than it reads."""


@dataclass(frozen=True)
class ContentAssessment:
    """Everything stage 04 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    decision: ContentDecision | None
    profiles: tuple[ProfileCase, ...]
    results: tuple[Results, ...]
    odds: Odds
    """For the posts that the viral idea wants, else for one."""
    setting: Setting | None
    calendar: Calendar | None
    posts: tuple[PlannedPost, ...]
    bio: dict[str, str]
    remarks: tuple[Remark, ...]
    """What single topics lack (K1)."""
    planned: pd.DataFrame
    """Posts of the month's approved plan with the published ones; perhaps none."""
    carried: tuple[Carried, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def owner(self) -> str | None:
        """Who acts on this stage's verdicts: who took its decision."""
        return self.decision.by if self.decision else None

    @property
    def gap_told(self) -> float:
        """How far at most the calendar is from the best, as it is told; missing without a calendar."""
        return max(self.calendar.gap, LEAST_GAP) if self.calendar else math.nan


def assess(case: ClientMonth) -> ContentAssessment:
    """Everything stage 04 says of a client in the month, and of the one planned."""
    decision = case.brief.decided("content", str(case.month))
    results = results_of(case)
    by_platform = accounts(results)
    odds = _odds(results, decision)
    planned = published.planned_and_published(case)
    carried = published.carried_out(case, planned)
    setting = calendar = None
    posts: tuple[PlannedPost, ...] = ()
    bio: dict[str, str] = {}
    if decision is not None:
        setting, calendar, posts = _planned(case, decision, by_platform)
        bio = bio_links(case, decision, setting.month)
    profiles = community_profiles.profiles_of(case, decision)
    remarks = content_rules.remarks_of(case, decision, posts)
    draft = ContentAssessment(
        case, decision, profiles, results, odds, setting, calendar, posts, bio, remarks, planned, carried, (),
    )  # fmt: skip
    return replace(draft, verdicts=tuple(_verdicts(draft)))


def calendar_of(case: ClientMonth) -> tuple[PlannedPost, ...]:
    """The posts of the month planned by themselves; none without a decision or a calendar (demands clash)."""
    decision = case.brief.decided("content", str(case.month))
    if decision is None:
        return ()
    _, calendar, posts = _planned(case, decision, accounts(results_of(case)))
    return posts if calendar.posts else ()


def _planned(
    case: ClientMonth, decision: ContentDecision, by_platform: Mapping[str, Results]
) -> tuple[Setting, Calendar, tuple[PlannedPost, ...]]:
    """K5: what the decision asks of the month planned, its calendar, and the posts."""
    setting = setting_of(case, decision, by_platform)
    calendar = solve(setting.problem)
    return setting, calendar, posts_of(case, decision, setting, calendar, by_platform)


def _odds(results: tuple[Results, ...], decision: ContentDecision | None) -> Odds:
    """K4 over all own accounts: hits and misses are counted within each."""
    hits, judged = sum(each.hits for each in results), sum(each.judged for each in results)
    posts = decision.viral.posts if decision and decision.viral else 1
    return odds_of_hit(hits, judged - hits, posts)


def _verdicts(draft: ContentAssessment) -> Iterator[Verdict]:
    case, decision, setting = draft.client_month, draft.decision, draft.setting
    if decision is None or setting is None:
        yield from (Verdict(rule, STAGE, Grade.NO_DATA, "content undecided") for rule in UNDECIDED)
    else:
        yield from community_profiles.verdicts(draft.profiles)
        yield from content_rules.of_forms(decision, setting, draft.posts)
        yield from content_rules.of_cadence(case, decision, setting, draft.posts)
        yield from content_rules.of_times(case, decision, draft.posts)
        yield from content_rules.of_mix(case, decision, draft.posts)
        yield from content_rules.of_viral(decision)
        yield from content_rules.of_lint(case, decision, draft.remarks, setting)
    yield from _of_results(draft)
    yield _of_odds(draft)
    if decision is not None and setting is not None and draft.calendar is not None:
        yield from _of_calendar(draft, setting, draft.calendar)


def _of_results(draft: ContentAssessment) -> Iterator[Verdict]:
    """K2: which posts did best; K3: which stand out. A boosted one that looks best is named, not ranked."""
    for each in draft.results:
        facts: dict[str, object] = {"platform": each.platform, "account": each.account, "posts": each.posts}
        if not each.top or math.isnan(each.top[0].best):
            yield Verdict("K2", STAGE, Grade.NO_DATA, "too few posts", each.posts, FEWEST_UNITS, facts)
        else:
            best = each.top[0]
            said = facts | {"day": best.published.date(), "chance": best.best, "rank_high": best.rank_high}
            sure = best.best >= THRESHOLDS.sure_best
            finding = "clear best" if sure else "best unsure"
            yield Verdict("K2", STAGE, Grade.PASS, finding, best.best, THRESHOLDS.sure_best, said)
        if each.loud is not None:
            loud = each.loud
            said = facts | {
                "day": loud.published.date(), "engagements": loud.engagements, "organic": loud.organic,
            }  # fmt: skip
            yield Verdict(
                "K2", STAGE, Grade.REVIEW, "boosted looks best", loud.engagements, loud.organic, said
            )
        yield _of_outlying(each, facts)
    if not draft.results:
        yield Verdict("K2", STAGE, Grade.NO_DATA, "no posts")
        yield Verdict("K3", STAGE, Grade.NO_DATA, "no posts")


def _of_outlying(each: Results, facts: dict[str, object]) -> Verdict:
    facts = facts | {"hits": each.hits, "judged": each.judged}
    if not each.judged:
        return Verdict("K3", STAGE, Grade.NO_DATA, "nothing to judge by", facts=facts)
    finding = "stand out" if each.hits else "none stands out"
    return Verdict("K3", STAGE, Grade.PASS, finding, each.hits, each.judged, facts)


def _of_odds(draft: ContentAssessment) -> Verdict:
    """K4: the chance of a hit; with no post of the client's own it is the usual one, and no data."""
    odds = draft.odds
    facts = {"hits": odds.hits, "judged": odds.hits + odds.misses, "posts": odds.posts, "chance": odds.chance}
    if not odds.hits + odds.misses:
        return Verdict("K4", STAGE, Grade.NO_DATA, "usual odds", odds.chance, facts=facts)
    return Verdict("K4", STAGE, Grade.PASS, "own odds", odds.chance, facts=facts)


def _of_calendar(draft: ContentAssessment, setting: Setting, calendar: Calendar) -> Iterator[Verdict]:
    """K5: the plan with its proven gap, or the demands that clash; dates that it cannot hold are said."""
    facts: dict[str, object] = {
        "posts": len(draft.posts),
        "gap": draft.gap_told,
        "month": setting.month.end_time.date(),
    }
    if calendar.clash is not None:
        for clash in (calendar.clash, *calendar.clash.others):
            said = facts | {"demands": clash.demands, "relax": clash.relax}
            finding = "clash" if clash.relax else "clash, several"
            yield Verdict("K5", STAGE, Grade.FAIL, finding, len(clash.demands), 0, said)
    elif not calendar.posts and not calendar.complete:
        yield Verdict("K5", STAGE, Grade.FAIL, "not found", 0, None, facts)
    elif not calendar.posts:
        yield Verdict("K5", STAGE, Grade.NO_DATA, "nothing asked", facts=facts)
    elif calendar.complete:
        yield Verdict("K5", STAGE, Grade.PASS, "calendar", calendar.gap, GAP, facts)
    else:
        yield Verdict("K5", STAGE, Grade.REVIEW, "calendar, not proven", calendar.gap, GAP, facts)
    if setting.too_early:
        lost = {"days": [each.date for each in setting.too_early], "count": len(setting.too_early)}
        yield Verdict("K5", STAGE, Grade.REVIEW, "dates too early", len(setting.too_early), 0, lost)
    if setting.elsewhere:
        later = {"days": [each.date for each in setting.elsewhere], "month": setting.month.end_time.date()}
        yield Verdict("K5", STAGE, Grade.PASS, "dates of other months", len(setting.elsewhere), facts=later)
    again = sum(post.again for post in draft.posts)
    if again:
        twice = {"count": again, "posts": len(draft.posts)}
        yield Verdict("K5", STAGE, Grade.REVIEW, "texts again", again, 0, twice)

"""How many subscribers are alive, and what speaks against it (A2), account by account."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.audience import daily_growth, few_likes, live_followers, unusual_days
from smmtools.measures.kpis import compute
from smmtools.measures.stats import ratio_of_estimates, wilson_interval
from smmtools.strategy.indicators import rated_posts, with_followers
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "audience"
_NONE = (math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class Audit:
    """Accounts drawn at random from all followers, or from those gained: how many of them were alive."""

    scope: str
    drawn_at: dt.date
    n: int
    alive: int
    share: tuple[float, float, float]
    """Alive, as a fraction: estimate, low, high (Wilson)."""


@dataclass(frozen=True)
class Jump:
    """One day on which an account grew as it never does."""

    date: dt.date
    gained: float
    z: float
    explained: bool
    """By ad spend or a contest."""


@dataclass(frozen=True)
class Account:
    """One own account: its followers, the latest audit of each scope, and the warning signs."""

    platform: str
    account: str
    followers: int | None
    """At the latest count until the month's end."""
    audits: tuple[Audit, ...]
    live: tuple[float, float, float]
    """Followers alive: estimate, low, high; missing (NaN) without an audit of all or without a count."""
    er_followers: tuple[float, float, float]
    """Of the month's rated posts: value, low, high."""
    er_live: tuple[float, float, float]
    """The same per follower alive."""
    median_likes: float | None
    few_likes: bool | None
    """None where the account is too small for the sign, or no likes are known."""
    jumps: tuple[Jump, ...] | None
    """None where nobody counted followers or follows by day."""

    @property
    def unexplained(self) -> tuple[Jump, ...]:
        """The jumps that neither spend nor a contest explains."""
        return tuple(jump for jump in self.jumps or () if not jump.explained)

    def audit(self, scope: str) -> Audit | None:
        """The latest audit of all followers ("all"), or of those gained."""
        return next((audit for audit in self.audits if audit.scope == scope), None)

    @property
    def live_share(self) -> tuple[float, float, float]:
        """Alive of all followers, as a fraction: estimate, low, high."""
        if not self.followers:
            return _NONE
        value, low, high = (part / self.followers for part in self.live)
        return value, low, high


def accounts_of(case: ClientMonth, contests: Collection[dt.date] = ()) -> tuple[Account, ...]:
    """Every account of the client's own, as the brief lists them, at the month's end."""
    own = [account for account in case.brief.accounts if account.role == "own"]
    return tuple(_account(case, account.platform, account.account, contests) for account in own)


def account_verdicts(accounts: Collection[Account]) -> Iterator[Verdict]:
    """A2: who is alive, by audit, and the warning signs."""
    for account in accounts:
        yield _of_all(account)
        gained = account.audit("gained")
        if gained:
            facts = _facts(account) | _audit_facts(gained)
            yield _alive(account, gained.share, facts, "gained ")
        yield _signs(account)


def live_of(audits: Collection[Audit], counts: pd.Series[float]) -> tuple[float, float, float]:
    """Followers alive at the latest count: (estimate, low, high). Rule A2.

    ``counts`` are the account's followers by date. Wilson's interval of the audit of all followers,
    times the followers. Where followers gained were audited after that, the first audit speaks for the
    followers of its own day only and the later one for those who came since; the two errors are
    independent and added in quadrature. Missing without an audit of all followers, or without a count.
    """
    by_scope = {audit.scope: audit for audit in audits}
    everyone, gained = by_scope.get("all"), by_scope.get("gained")
    if everyone is None or counts.empty:
        return _NONE
    now = float(counts.iloc[-1])
    if gained is None or gained.drawn_at <= everyone.drawn_at:
        return live_followers(everyone.alive, everyone.n, round(now))
    until = counts[counts.index <= pd.Timestamp(everyone.drawn_at)]
    then = min(float(until.iloc[-1] if len(until) else counts.iloc[0]), now)
    old = live_followers(everyone.alive, everyone.n, round(then))
    new = live_followers(gained.alive, gained.n, round(now - then))
    value = old[0] + new[0]
    below = math.hypot(old[0] - old[1], new[0] - new[1])
    above = math.hypot(old[2] - old[0], new[2] - new[0])
    return value, value - below, value + above


def paid_days(ads: pd.DataFrame, days: pd.DatetimeIndex) -> list[pd.Timestamp]:
    """Those of the days whose ad spend may explain a jump: well above what a day costs at the median.

    Spend of an ad that covers several days is spread evenly over them. Where most days cost nothing,
    any spend is above.
    """
    paid = ads.dropna(subset=["start", "end", "spend"])
    if paid.empty:
        return []
    lengths = (paid["end"] - paid["start"]).dt.days + 1
    rows = pd.DataFrame({"start": paid["start"], "spend": paid["spend"].astype(float) / lengths})
    rows = rows.reset_index(drop=True).loc[np.repeat(np.arange(len(paid)), lengths.to_numpy(dtype=int))]
    rows["start"] += pd.to_timedelta(rows.groupby(level=0).cumcount(), unit="D")
    daily = rows.groupby("start")["spend"].sum().reindex(days, fill_value=0.0)
    high = daily[(daily > 0) & (daily >= THRESHOLDS.spend_explains * daily.median())]
    return list(high.index)


def _account(case: ClientMonth, platform: str, account: str, contests: Collection[dt.date]) -> Account:
    rows = {name: _rows_of(table, platform, account) for name, table in case.tables.items()}
    counts = rows["followers"].dropna(subset=["count"]).sort_values("date").set_index("date")["count"]
    counts = counts.astype(float)
    followers = round(float(counts.iloc[-1])) if len(counts) else None
    audits = _audits(rows["audits"])
    live = live_of(audits, counts)
    posts = periods.between(periods.own(rows["posts"]), "posts", periods.days_of(case.month))
    rate = compute("er_followers", with_followers(rated_posts(posts), rows["followers"]))
    er = (rate.value, rate.low, rate.high)
    share = tuple(part / followers for part in live) if followers else _NONE
    likes = posts["likes"].dropna()
    return Account(
        platform,
        account,
        followers,
        audits,
        live,
        er,
        ratio_of_estimates(er, (share[0], share[1], share[2])),
        float(likes.astype(float).median()) if len(likes) else None,
        few_likes(followers, posts["likes"]) if followers is not None else None,
        _jumps(case, platform, rows, contests),
    )


def _rows_of(table: pd.DataFrame, platform: str, account: str) -> pd.DataFrame:
    """One account's rows; all of the table's where it does not tell accounts apart."""
    if "account" not in table or "platform" not in table:
        return table
    return table[(table["platform"] == platform) & (table["account"] == account)]


def _audits(rows: pd.DataFrame) -> tuple[Audit, ...]:
    """The latest audit of each scope; one that does not say its scope drew from all followers."""
    drawn = rows[rows["n"] > 0].sort_values("drawn_at")
    latest = drawn.assign(scope=drawn["scope"].fillna("all")).drop_duplicates("scope", keep="last")
    return tuple(
        Audit(
            str(row["scope"]),
            row["drawn_at"].date(),
            int(row["n"]),
            int(row["alive"]),
            (int(row["alive"]) / int(row["n"]), *wilson_interval(int(row["alive"]), int(row["n"]))),
        )
        for row in latest.sort_values("scope").to_dict("records")
    )


def _jumps(
    case: ClientMonth, platform: str, rows: dict[str, pd.DataFrame], contests: Collection[dt.date]
) -> tuple[Jump, ...] | None:
    """Jumps until the month's end; None where growth is not known by day."""
    gained = _gained(rows)
    if gained is None:
        return None
    ads = case.tables["ads"]
    paying = {platform, "meta"} if platform in ("facebook", "instagram") else {platform}
    paid = paid_days(ads[ads["platform"].isin(list(paying))], pd.DatetimeIndex(gained.index))
    found = unusual_days(gained, [*paid, *map(pd.Timestamp, contests)])
    return tuple(
        Jump(row["date"].date(), float(row["gained"]), float(row["z"]), bool(row["explained"]))
        for row in found[found["gained"] >= THRESHOLDS.fewest_jump].to_dict("records")
    )


def _gained(rows: dict[str, pd.DataFrame]) -> pd.Series[float] | None:
    """Growth by day: the platform's daily follows, else the steps between counts made every day.

    Weekly counts say nothing of days: spread evenly, one good week would look like seven odd days.
    """
    follows = rows["daily"][rows["daily"]["measure"] == "follows"]
    if len(follows):
        by_day: pd.Series[float] = follows.groupby("date")["value"].sum().astype(float).resample("D").sum()
        return by_day
    return daily_growth(rows["followers"]) if _counted_daily(rows["followers"]) else None


def _counted_daily(followers: pd.DataFrame) -> bool:
    """Whether most counts of an account's followers are a day apart."""
    gaps = followers["date"].drop_duplicates().sort_values().diff().dropna()
    return bool(len(gaps) and (gaps <= pd.Timedelta(days=1)).mean() > 0.5)


def _facts(account: Account) -> dict[str, object]:
    return {"platform": account.platform, "account": account.account, "followers": account.followers}


def _audit_facts(audit: Audit) -> dict[str, object]:
    share, low, high = audit.share
    return {
        "alive": audit.alive,
        "n": audit.n,
        "day": audit.drawn_at,
        "share": share,
        "low": low,
        "high": high,
    }


def _of_all(account: Account) -> Verdict:
    """Of all followers; an audit made before a jump that nothing explains speaks of another account."""
    audit, facts = account.audit("all"), _facts(account)
    if audit is None:
        return Verdict("A2", STAGE, Grade.NO_DATA, "no audit", facts=facts)
    if not account.followers:
        return Verdict("A2", STAGE, Grade.NO_DATA, "no count", facts=facts)
    last = max(audit.drawn_at for audit in account.audits)
    later = [jump.date for jump in account.unexplained if jump.date > last]
    share, (value, low, high) = account.live_share, account.live
    facts |= _audit_facts(audit) | {"share": share[0], "value": value, "low": low, "high": high}
    if later:
        facts |= {"jumped": later[0]}
        return Verdict("A2", STAGE, Grade.REVIEW, "old audit", share[0], THRESHOLDS.alive_pass, facts)
    return _alive(account, share, facts)


def _alive(
    account: Account, share: tuple[float, float, float], facts: dict[str, object], kind: str = ""
) -> Verdict:
    """By the interval: all of it at or above the one threshold passes, all below the other fails."""
    _, low, high = share
    if low >= THRESHOLDS.alive_pass:
        return Verdict("A2", STAGE, Grade.PASS, f"{kind}alive", low, THRESHOLDS.alive_pass, facts)
    if high < THRESHOLDS.alive_fail:
        return Verdict("A2", STAGE, Grade.FAIL, f"{kind}dead", high, THRESHOLDS.alive_fail, facts)
    return Verdict("A2", STAGE, Grade.REVIEW, f"{kind}partly alive", low, THRESHOLDS.alive_pass, facts)


def _signs(account: Account) -> Verdict:
    facts = _facts(account) | {"likes": account.median_likes}
    odd = account.unexplained
    if odd:
        gained = sum(jump.gained for jump in odd)
        facts |= {"days": len(odd), "gained": gained, "first": odd[0].date, "z": min(jump.z for jump in odd)}
        finding = "jump and few likes" if account.few_likes else "jump"
        return Verdict("A2", STAGE, Grade.REVIEW, finding, gained, 0, facts)
    if account.few_likes:
        return Verdict("A2", STAGE, Grade.REVIEW, "few likes", account.median_likes, facts=facts)
    if account.jumps is None:
        return Verdict("A2", STAGE, Grade.NO_DATA, "no growth", facts=facts)
    return Verdict("A2", STAGE, Grade.PASS, "no sign", 0, 0, facts)

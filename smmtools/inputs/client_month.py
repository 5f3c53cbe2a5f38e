"""A client in a month: the brief as decided by then, and every export through the month's last day.

Everything a stage reads comes from here, so that a month can be run again and gives what it gave:
rows after the month's end are cut off, and where two exports hold the same row, the earlier export
counts, for it is what the month was reported on. Posts are the exception, since their figures grow:
of several exports of one post the latest made before the end of the following month counts.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

import pandas as pd

from smmtools.errors import DataError, ExportError, Fault
from smmtools.inputs.benchmarks import RateBenchmark, Reference, load_benchmarks, load_references
from smmtools.inputs.client import Account, Brief, load_brief
from smmtools.inputs.exports import Export, read
from smmtools.inputs.methods import Methods, load_methods
from smmtools.inputs.months import parse_month
from smmtools.inputs.plans import ApprovedPlan, approved_plans, latest
from smmtools.inputs.platforms import Platforms, load_platforms
from smmtools.inputs.prices import Prices, load_prices
from smmtools.inputs.reference import TrafficSources, known_sources, traffic_sources
from smmtools.inputs.schemas import TABLES, empty
from smmtools.inputs.workspace import BRIEF, Workspace, find_workspace

Audience = Literal["client", "internal"]
"""The client, or the agency with its margins, hours and fees."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "posts": ("platform", "account", "post_id"),
    "daily": ("platform", "account", "date", "measure"),
    "audience": ("platform", "account", "breakdown", "cell", "date"),
    "ads": ("platform", "account", "campaign", "ad_set", "ad", "start", "end"),
    "traffic": ("start", "end", "source", "medium", "campaign", "content", "channel_group"),
    "orders": ("order_id", "kind"),
    "followers": ("platform", "account", "date"),
    "comments": ("platform", "account", "comment_id"),
    "audits": ("platform", "account", "scope", "drawn_at"),
}
"""What makes a row of each tidy table the same row when it stands in two files."""

DATED = {
    "posts": "published",
    "daily": "date",
    "audience": "date",
    "ads": "end",
    "traffic": "end",
    "orders": "ordered_at",
    "followers": "date",
    "comments": "created",
    "audits": "drawn_at",
}
"""The column that says which month a row of each tidy table belongs to."""


_OF_ACCOUNTS = frozenset({"posts", "daily", "audience", "followers", "comments", "audits"})
"""Tables whose rows belong to a community; an ad account is none."""


@dataclass(frozen=True)
class InputFile:
    """One file that a report rests on; a file that gave no row, such as a later month's, is none."""

    path: str
    """From the workspace's root, with forward slashes."""
    sha256: str
    """Of the file's bytes; of the brief, of what it says for the month."""
    format: str
    rows: int
    """That stand in the merged tables: dated up to the month's end, and in no file that comes first."""


@dataclass(frozen=True)
class ClientMonth:
    """What is known of one client at the end of one month."""

    slug: str
    month: pd.Period
    brief: Brief
    tables: Mapping[str, pd.DataFrame]
    """Every tidy table, merged over the exports and cut at the month's end; empty where no file gives it."""
    inputs: tuple[InputFile, ...]
    warnings: tuple[str, ...]
    platform_sources: Mapping[str, frozenset[str]]
    """Which source names mean each social platform (reference data)."""
    prices: Prices = field(default_factory=Prices)
    """Reference bands of what services cost."""
    plans: tuple[ApprovedPlan, ...] = ()
    """The plans approved for this month and earlier ones; the next month's are not known yet."""
    audience: Audience = "client"
    """Whose eyes a report is for: what is internal is shown to the agency only."""
    platforms: Platforms = field(default_factory=Platforms)
    """What each platform's kinds of communities offer."""
    benchmarks: Mapping[str, RateBenchmark] = field(default_factory=dict)
    """Dated rates, by name, for a client that has none of its own yet."""
    methods: Methods = field(default_factory=Methods)
    """What law and platforms say of each method, where and since when."""
    references: tuple[Reference, ...] = ()
    """Dated figures of others, to look at beside one's own (M2); never a pass mark."""
    sites: TrafficSources = field(default_factory=known_sources)
    """Which source names mean which social, search, shopping and video sites (M5)."""

    @cached_property
    def social_sources(self) -> frozenset[str]:
        """Source names, in lower case, that mean any social platform."""
        return frozenset().union(*self.platform_sources.values())

    def approved_plan(self, month: str) -> ApprovedPlan | None:
        """The newest approved version of a month's plan; None when there is none."""
        return latest(self.plans, month)

    def sources_of(self, platform: str) -> list[str]:
        """Source names, in lower case, that mean one platform."""
        return sorted(self.platform_sources.get(platform, frozenset({platform})))

    def observed(self, table: str) -> tuple[pd.Timestamp, pd.Timestamp] | None:
        """First and last day that a tidy table has rows for, the last at most the month's end."""
        days = _days(table, self.tables[table]).dropna()
        return (days.min(), days.max()) if len(days) else None


def open_client(
    slug: str, month: str | pd.Period, workspace: Workspace | None = None, audience: Audience = "client"
) -> ClientMonth:
    """Read one client's brief, exports and approved plans as they stood at the end of the month.

    CallError for an unknown client or a malformed month; BriefError, ExportError and DataError for
    faults of the client's own files, every faulty file at once.
    """
    place = workspace or find_workspace()
    period = parse_month(month) if isinstance(month, str) else month
    folder = place.client_dir(slug)
    brief = load_brief(folder / BRIEF)
    files = _export_files(folder, place)
    exports = _read_all(files, brief, place)
    tables, warnings = _merge(exports, brief, period)
    _refuse_empty_month(tables, exports, period, place.shown(folder / "exports"))
    used = _rows_used(tables)
    inputs = [
        _brief_as_input(folder / BRIEF, brief, period, place),
        *(
            InputFile(place.shown(path), sha256_of(path), export.format, used[path.name])
            for path, export in exports.items()
            if path.name in used
        ),
    ]
    plans = approved_plans(folder / "plans", place.shown(folder / "plans"))
    sites = traffic_sources(place.reference)
    return ClientMonth(
        slug,
        period,
        brief,
        tables,
        tuple(inputs),
        tuple(warnings),
        sites.social,
        load_prices(place.reference),
        tuple(plan for plan in plans if plan.month <= str(period)),
        audience,
        load_platforms(place.reference),
        load_benchmarks(place.reference),
        load_methods(place.reference),
        load_references(place.reference),
        sites,
    )


def sha256_of(path: Path) -> str:
    """Hex digest of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _export_files(folder: Path, place: Workspace) -> list[Path]:
    """The client's exports, sorted by name; hidden files and spreadsheet locks are no exports."""
    exports = folder / "exports"
    found = (path for path in exports.rglob("*") if path.is_file()) if exports.is_dir() else iter(())
    files = sorted(path for path in found if not path.name.startswith((".", "~$")))
    if not files:
        raise DataError.of(
            f"client {folder.name!r} has no exports",
            place.shown(exports),
            "put the files there as the platforms gave them.",
        )
    return files


def _read_all(files: Iterable[Path], brief: Brief, place: Workspace) -> dict[Path, Export]:
    """Read every file; the faults of all faulty files are reported together."""
    exports: dict[Path, Export] = {}
    faults: list[Fault] = []
    for path in files:
        try:
            exports[path] = read(path, zone=brief.timezone)
        except ExportError as error:
            faults += [
                Fault(fault.what, f"{place.shown(path.parent)}/{fault.where}", fault.mend)
                for fault in error.faults
            ]
    if faults:
        raise ExportError(faults)
    return exports


def _merge(
    exports: Mapping[Path, Export], brief: Brief, period: pd.Period
) -> tuple[dict[str, pd.DataFrame], list[str]]:
    """One table of each kind over all exports, cut at the month's end, each row once."""
    warnings: list[str] = []
    tables, dropped = {}, {}
    for name in TABLES:
        parts = [
            _until(name, export.tables[name], period) for export in exports.values() if name in export.tables
        ]
        parts = [part for part in parts if len(part)]
        table = pd.concat(parts, ignore_index=True) if parts else empty(name)
        if name in _OF_ACCOUNTS and len(table):
            table = _named_accounts(table, brief.accounts, warnings)
        tables[name] = _each_row_once(name, table, period)
        dropped[name] = table["source_file"].value_counts() - tables[name]["source_file"].value_counts()
    used = _rows_used(tables)
    for path, export in exports.items():
        if path.name in used or not any(map(len, export.tables.values())):
            warnings += export.warnings
        elif _belongs_to(export, period):
            warnings.append(f"{path.name}: another file holds all its rows; it is left out.")
    for name, counts in dropped.items():  # by files that gave another row: a later export says nothing here
        again = int(counts[counts.index.isin(list(used))].sum())
        if again:
            warnings.append(f"{name}: {again} rows stand in more than one file; each is counted once.")
    return tables, warnings


def _belongs_to(export: Export, period: pd.Period) -> bool:
    """Whether an export was made for the month or an earlier one, by its rows and its date."""
    made = [table["exported_on"] for table in export.tables.values() if "exported_on" in table]
    in_time = all(not (days > (period + 1).end_time.normalize()).any() for days in made)
    return in_time and all(
        len(_until(name, table, period)) == len(table) for name, table in export.tables.items()
    )


def _rows_used(tables: Mapping[str, pd.DataFrame]) -> dict[str, int]:
    """How many rows of the merged tables each file gave, by its bare name."""
    return dict(Counter(name for table in tables.values() for name in table["source_file"].dropna()))


def _until(name: str, table: pd.DataFrame, period: pd.Period) -> pd.DataFrame:
    """The rows dated up to the month's last day; rows without a date stay, for they may belong to it."""
    days = _days(name, table)
    return table[~(days > period.end_time.normalize())]


def _days(name: str, table: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    days: pd.Series[pd.Timestamp] = table[DATED[name]].dt.tz_localize(None).dt.normalize()
    return days


def _each_row_once(name: str, table: pd.DataFrame, period: pd.Period) -> pd.DataFrame:
    """Of equal rows the first file's; of one post's exports the latest before the next month ended."""
    if name == "posts" and len(table):
        late = table["exported_on"] > (period + 1).end_time.normalize()
        seconds = table["exported_on"].astype("int64")
        order = pd.DataFrame({"late": late, "seconds": seconds.where(late, -seconds)})
        table = table.loc[order.sort_values(["late", "seconds"], kind="stable").index]
    keys = list(KEYS[name])
    nth = table.groupby(
        [*keys, "source_file"], dropna=False
    ).cumcount()  # rows of one file are not the same row
    return table[~table[keys].assign(nth=nth).duplicated()].sort_index().reset_index(drop=True)


def _named_accounts(table: pd.DataFrame, accounts: Iterable[Account], warnings: list[str]) -> pd.DataFrame:
    """Call accounts as the brief does, fill in the client's own, and mark whose posts are not its own.

    Some exports give a page's name where the brief gives its address, so either is recognised.
    """
    table = table.copy()
    for each in accounts:
        if each.name:
            named = (table["platform"] == each.platform) & (table["account"] == each.name)
            table.loc[named, "account"] = each.account
    for platform, rows in table.groupby("platform"):
        known = {account.account: account.role for account in accounts if account.platform == platform}
        own = [name for name, role in known.items() if role == "own"]
        nameless = rows.index[rows["account"].isna()]
        if len(nameless) and len(own) == 1:
            table.loc[nameless, "account"] = own[0]
        elif len(nameless):
            warnings.append(
                f"{platform}: an export names no account, and the brief names {len(own)} of the client's own."
            )
        if "role" in table.columns and own:
            strangers = rows.index[
                rows["account"].notna() & ~rows["account"].isin(own) & (rows["role"] == "own")
            ]
            table.loc[strangers, "role"] = table.loc[strangers, "account"].map(known).fillna("collaborator")
    return table


def _refuse_empty_month(
    tables: Mapping[str, pd.DataFrame], exports: Mapping[Path, Export], period: pd.Period, where: str
) -> None:
    """DataError when there are rows but none within the month; a new client may have no row at all."""
    if not any(len(table) for export in exports.values() for table in export.tables.values()):
        return
    if any((_days(name, table) >= period.start_time.normalize()).any() for name, table in tables.items()):
        return
    everything = pd.concat(
        [_days(name, table) for export in exports.values() for name, table in export.tables.items()]
    )
    known = everything.dropna()
    covered = f"cover {known.min():%Y-%m-%d} to {known.max():%Y-%m-%d}" if len(known) else "hold no dated row"
    raise DataError.of(
        f"there is no data for {period}: the exports {covered}",
        where,
        f"add the exports of {period}, or run a month that they cover.",
    )


def _brief_as_input(path: Path, brief: Brief, period: pd.Period, place: Workspace) -> InputFile:
    """The brief as it was in force in the month, so that a later decision does not make a report stale."""
    said = json.dumps(brief.as_of(str(period)), sort_keys=True, ensure_ascii=False)
    return InputFile(place.shown(path), hashlib.sha256(said.encode()).hexdigest(), f"brief as of {period}", 0)

"""A client in a month: the brief as decided by then, and every export through the month's last day.

Everything a stage reads comes from here, so that a month can be run again and gives what it gave:
rows after the month's end are cut off, and where two exports hold the same row, the earlier export
counts, for it is what the month was reported on. Posts are the exception, since their figures grow:
of several exports of one post the latest made before the end of the following month counts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from smmtools.errors import DataError, ExportError, Fault
from smmtools.inputs.client import Account, Brief, load_brief
from smmtools.inputs.exports import Export, read
from smmtools.inputs.months import parse_month
from smmtools.inputs.reference import social_sources
from smmtools.inputs.schemas import TABLES, empty
from smmtools.inputs.workspace import BRIEF, Workspace, find_workspace

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


@dataclass(frozen=True)
class InputFile:
    """One file that a report rests on; ``rows`` are those dated up to the month's end."""

    path: str
    """From the workspace's root, with forward slashes."""
    sha256: str
    """Of the file's bytes; of the brief, of what it says for the month."""
    format: str
    rows: int


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

    @cached_property
    def social_sources(self) -> frozenset[str]:
        """Source names, in lower case, that mean any social platform."""
        return frozenset().union(*self.platform_sources.values())

    def sources_of(self, platform: str) -> list[str]:
        """Source names, in lower case, that mean one platform."""
        return sorted(self.platform_sources.get(platform, frozenset({platform})))

    def observed(self, table: str) -> tuple[pd.Timestamp, pd.Timestamp] | None:
        """First and last day that a tidy table has rows for, the last at most the month's end."""
        days = _days(table, self.tables[table]).dropna()
        return (days.min(), days.max()) if len(days) else None


def open_client(slug: str, month: str | pd.Period, workspace: Workspace | None = None) -> ClientMonth:
    """Read one client's brief and exports as they stood at the end of the month.

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
    inputs = [_brief_as_input(folder / BRIEF, brief, period, place)]
    for path, export in exports.items():
        rows = sum(len(_until(name, table, period)) for name, table in export.tables.items())
        inputs.append(InputFile(place.shown(path), sha256_of(path), export.format, rows))
    maps = sorted((folder / "maps").glob("*.yml"))
    inputs += [InputFile(place.shown(path), sha256_of(path), "column-map rules", 0) for path in maps]
    named = social_sources(place.reference)
    return ClientMonth(slug, period, brief, tables, tuple(inputs), tuple(warnings), named)


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
    warnings = [text for export in exports.values() for text in export.warnings]
    tables = {}
    for name in TABLES:
        parts = [
            _until(name, export.tables[name], period) for export in exports.values() if name in export.tables
        ]
        parts = [part for part in parts if len(part)]
        table = pd.concat(parts, ignore_index=True) if parts else empty(name)
        if "account" in table.columns and len(table):
            table = _named_accounts(table, brief.accounts, warnings)
        kept = _each_row_once(name, table, period)
        if len(kept) < len(table):
            warnings.append(
                f"{name}: {len(table) - len(kept)} rows stand in more than one file; each is counted once."
            )
        tables[name] = kept
    return tables, warnings


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
    """Fill in the client's own account where an export names none, and mark whose posts are not its own."""
    table = table.copy()
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
    """DataError when no row of any table is dated within the month."""
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

"""Reference facts about platforms: kinds of communities, what each offers or lacks, limits (rule C2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

PLATFORMS = "platforms.yml"


@dataclass(frozen=True)
class Fact:
    """One thing that a kind of community can do, or cannot, by which line of the guide."""

    platform: str
    kind: str
    """page, group or account."""
    name: str
    need: str
    offers: bool
    line: int
    limit: float | None = None
    """How many are allowed, where the source says so."""


@dataclass(frozen=True)
class Setting:
    """Who can see a community of this kind; chosen when its need is stated."""

    name: str
    need: str | None = None


@dataclass(frozen=True)
class Limit:
    """What holds for every community of a platform."""

    platform: str
    name: str
    line: int
    value: float | None = None


@dataclass(frozen=True)
class Platform:
    """The kinds of communities of one platform, in the order of the source."""

    facts: Mapping[str, tuple[Fact, ...]]
    settings: Mapping[str, tuple[Setting, ...]]
    limits: tuple[Limit, ...]


@dataclass(frozen=True)
class Platforms:
    """What is on record of platforms, with the source of all of it and its date."""

    by_name: Mapping[str, Platform] = field(default_factory=dict)
    source: str = ""
    date: str = ""


def load_platforms(folder: Path) -> Platforms:
    """Read ``platforms.yml`` in the folder of reference data."""
    said = YAML(typ="safe", pure=True).load((folder / PLATFORMS).read_text(encoding="utf-8"))
    platforms = {name: _platform(name, platform) for name, platform in said["platforms"].items()}
    return Platforms(platforms, said["source"], said["date"])


def _platform(name: str, said: Mapping[str, Any]) -> Platform:
    kinds = said["kinds"]
    return Platform(
        facts={kind: tuple(Fact(name, kind, **fact) for fact in of["facts"]) for kind, of in kinds.items()},
        settings={
            kind: tuple(Setting(**setting) for setting in of["settings"]) for kind, of in kinds.items()
        },
        limits=tuple(Limit(name, **limit) for limit in said["limits"]),
    )

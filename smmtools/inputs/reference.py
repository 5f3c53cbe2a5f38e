"""Reference data: rules of the outside world as data, each file with its source and date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from smmtools.errors import CallError
from smmtools.inputs.workspace import find_workspace

TRAFFIC_SOURCES = "traffic_sources.yml"
Sites = Mapping[str, frozenset[str]]
"""Every spelling of each site, in lower case, under the site's own name."""


@dataclass(frozen=True)
class TrafficSources:
    """Which names of a source mean which site, and of what kind the site is."""

    social: Sites
    video: Sites
    search: Sites
    shopping: Sites

    def site_of(self, source: str) -> str | None:
        """The site that a source's name means, None when it is not listed.

        >>> sources = TrafficSources({"vk": frozenset({"vk", "vk.com"})}, {}, {}, {})
        >>> sources.site_of("VK.com"), sources.site_of("blog.example")
        ('vk', None)
        """
        name = source.strip().lower()
        for sites in (self.social, self.video, self.search, self.shopping):
            for site, names in sites.items():
                if name in names:
                    return site
        return None

    def kind_of(self, source: str) -> str | None:
        """social, video, search or shopping; None when the site is not listed."""
        site = self.site_of(source)
        kinds = ("social", "video", "search", "shopping")
        return next((kind for kind in kinds if site in getattr(self, kind)), None) if site else None


def traffic_sources(folder: Path) -> TrafficSources:
    """The sites of ``traffic_sources.yml`` in a folder of reference data. CallError when it is not there."""
    path = folder / TRAFFIC_SOURCES
    if not path.is_file():
        raise CallError.of(
            f"the workspace's reference data lacks {TRAFFIC_SOURCES}",
            f"data/reference/{TRAFFIC_SOURCES}",
            "copy it from the workbook's own data/reference.",
        )
    document = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    kinds = (document[kind] for kind in ("social", "video", "search", "shopping"))
    return TrafficSources(*({site: frozenset(names) for site, names in sites.items()} for sites in kinds))


def social_sources(folder: Path) -> Sites:
    """Source names that mean each social platform, in lower case."""
    return traffic_sources(folder).social


@cache
def known_sources() -> TrafficSources:
    """The sites of the workspace that the current folder lies in, else of the workbook's own checkout.

    For a call at the prompt that names none. Stages pass those of their client's workspace.
    """
    own = Path(__file__).parents[2] / "data" / "reference"
    try:
        return traffic_sources(find_workspace().reference)
    except CallError:
        return traffic_sources(own)

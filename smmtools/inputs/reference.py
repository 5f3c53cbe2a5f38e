"""Reference data: rules of the outside world as data, each file with its source and date."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML


def social_sources(folder: Path) -> Mapping[str, frozenset[str]]:
    """Source names that mean each social platform, in lower case, from ``social_sources.yml``."""
    document = YAML(typ="safe", pure=True).load((folder / "social_sources.yml").read_text(encoding="utf-8"))
    return {platform: frozenset(names) for platform, names in document["platforms"].items()}

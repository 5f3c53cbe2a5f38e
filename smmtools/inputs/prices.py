"""Reference prices: bands of what a service costs, each with its source and date."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML


@dataclass(frozen=True)
class Band:
    """What one unit of a kind of service costs by a source, in its currency."""

    kind: str
    unit: str
    currency: str
    low: float
    high: float
    source: str
    date: str
    """The source's own date, or that it has none."""


@dataclass(frozen=True)
class Prices:
    """The bands there are, and the methods that are a sign of fraud whatever they cost."""

    bands: tuple[Band, ...] = ()
    fraud: frozenset[str] = frozenset()

    def band(self, kind: str, unit: str, currency: str) -> Band | None:
        """The band of a service in a currency; None where no source gives one."""
        asked = (kind, unit, currency)
        return next((band for band in self.bands if (band.kind, band.unit, band.currency) == asked), None)


def load_prices(folder: Path) -> Prices:
    """Read ``prices.yml`` in the folder of reference data."""
    said = YAML(typ="safe", pure=True).load((folder / "prices.yml").read_text(encoding="utf-8"))
    return Prices(tuple(Band(**band) for band in said["bands"]), frozenset(said["fraud"]["methods"]))

"""What an indicator is: what is divided by what, over which rows, and how its doubt is measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Level = Literal["post", "ad", "day", "order", "person", "account"]
Interval = Literal["wilson", "bootstrap-t", "none"]
Aggregation = Literal["ratio of totals", "end against start"]


@dataclass(frozen=True)
class Kpi:
    """One indicator. Its value over several rows is the ratio of totals, never a sum or mean of ratios."""

    key: str
    name: str
    numerator: tuple[str, ...]
    """Columns that are added up to make a row's numerator."""
    denominator: str
    unit: str
    """What the value is counted in; every rate is a fraction, money is in the client's currency."""
    better: Literal["higher", "lower"]
    level: Level
    """What one row is. Rows of people are one period's counts, each person once."""
    source: str
    note: str = ""
    """What a reader must know before the figure is compared with another."""
    times: str = ""
    """Column that each row's numerator is multiplied by, such as a margin."""
    scale: int = 1
    """The value is per this many of the denominator."""
    net: bool = False
    """Whether the denominator is taken off the numerator first: a gain on it, not a share of it."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The columns that a table must have."""
        times = (self.times,) if self.times else ()
        return (*self.numerator, *times, self.denominator)

    @property
    def formula(self) -> str:
        """The definition as a manager would write it.

        >>> Kpi("cpm", "CPM", ("spend",), "impressions", "money", "lower", "ad", "M1", scale=1000).formula
        'spend / impressions × 1,000'
        """
        top = " + ".join(self.numerator) + (f" × {self.times}" if self.times else "")
        top += f" − {self.denominator}" if self.net else ""
        top = f"({top})" if " " in top else top
        per = f" × {self.scale:,}" if self.scale != 1 else ""
        return f"{top} / {self.denominator}{per}".replace("_", " ")

    @property
    def interval(self) -> Interval:
        """Wilson where people are counted once, none for a census, else the rows are resampled.

        See CONTRIBUTING, "Clusters".
        """
        kinds: dict[Level, Interval] = {"person": "wilson", "account": "none"}
        return kinds.get(self.level, "bootstrap-t")

    @property
    def aggregation(self) -> Aggregation:
        """How rows become one value; a census at two dates is compared end against start, over accounts."""
        return "end against start" if self.level == "account" else "ratio of totals"


@dataclass(frozen=True)
class KpiValue:
    """A figure with its doubt: value and bounds (NaN where undefined), and the rows or people behind it."""

    value: float
    low: float
    high: float
    n: int
    key: str = field(default="", repr=False, compare=False)
    """Which indicator it is a value of, where that is known."""

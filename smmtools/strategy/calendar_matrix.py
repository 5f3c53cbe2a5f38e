"""A mixed-integer programme as it is put together, column by column and row by row, and given to HiGHS."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

from smmtools.strategy.calendar_problem import Option, Slot

Floats = npt.NDArray[np.float64]
Terms = list[tuple[int, float]]
"""A sum of columns, each with its factor."""


@dataclass(frozen=True)
class Kind:
    """Options of one channel that differ in nothing but their key."""

    keys: tuple[str, ...]
    like: Option


@dataclass(frozen=True)
class Place:
    """Where one post may stand: in a slot, or as a week's first, second, ... post on one of several days."""

    slot: Slot
    """That of the first day, where there are several."""
    turn: int = 0
    days: tuple[dt.date, ...] = ()
    """The days, all alike, that it may fall on; none when the slot says it."""


@dataclass
class Matrix:
    """Columns and rows, as they are put together."""

    worth: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    rows: list[Terms] = field(default_factory=list)
    at_least: list[float] = field(default_factory=list)
    at_most: list[float] = field(default_factory=list)
    cells: dict[int, tuple[Place, Kind]] = field(default_factory=dict)
    """The columns that say whether an option of a kind stands in a place."""

    def column(self, worth: float = 0.0, high: float = 1.0, whole: bool = True) -> int:
        """A new column from 0 to ``high``."""
        self.worth.append(worth)
        self.low.append(0.0)
        self.high.append(high)
        self.whole.append(int(whole))
        return len(self.worth) - 1

    def row(self, terms: Terms, low: float = -math.inf, high: float = math.inf) -> None:
        """A new row: the terms add up to something from low to high."""
        self.rows.append(terms)
        self.at_least.append(low)
        self.at_most.append(high)

    def bound(self) -> float:
        """No solution is worth more: the best value with posts split at will."""
        result = self._run(-np.array(self.worth), [0] * len(self.worth))
        return math.inf if result.x is None else -float(result.fun)

    def solve(self, gap: float, nodes: int, any_plan: bool = False) -> OptimizeResult:
        """What HiGHS finds; ``any_plan`` is content with the first solution, whatever it is worth."""
        cost = np.zeros(len(self.worth)) if any_plan else -np.array(self.worth)
        return self._run(cost, self.whole, gap, nodes)

    def _run(self, cost: Floats, whole: Sequence[int], gap: float = 0.0, nodes: int = 0) -> OptimizeResult:
        starts = np.cumsum([0, *(len(row) for row in self.rows)])
        columns = np.array([column for row in self.rows for column, _ in row], dtype=np.int32)
        factors = np.array([factor for row in self.rows for _, factor in row], dtype=float)
        matrix = csr_array((factors, columns, starts), shape=(len(self.rows), len(self.worth)))
        matrix.sum_duplicates()
        return milp(
            cost,
            integrality=np.array(whole),
            bounds=Bounds(np.array(self.low), np.array(self.high)),
            constraints=LinearConstraint(matrix, np.array(self.at_least), np.array(self.at_most)),
            options={"mip_rel_gap": gap, "node_limit": nodes},
        )


def times(terms: Terms, factor: float) -> Terms:
    """A sum so many times."""
    return [(column, each * factor) for column, each in terms]

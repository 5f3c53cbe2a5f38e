"""Rule B3: how many of an audience several channels reach together, without counting anyone twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class JointReach:
    """The share of an audience that at least one of several channels reaches, as fractions."""

    least: float
    """When everyone reached by a smaller channel is reached by the largest, too."""
    independent: float
    """When being reached by one says nothing of being reached by another."""
    most: float
    """When no two channels share anyone, as far as the audience allows."""


def joint_reach(shares: Sequence[float]) -> JointReach:
    """What channels reach together, each reaching a share of the same audience. Rule B3.

    At least max rᵢ, at most min(1, Σrᵢ); 1 - Π(1-rᵢ) when they are independent. Nothing is reached without
    channels. ValueError when a share is not between 0 and 1.

    >>> round(joint_reach([0.001] * 400).independent, 5)
    0.32981
    >>> joint_reach([0.5, 0.25])
    JointReach(least=0.5, independent=0.625, most=0.75)
    """
    for share in shares:
        if not 0 <= share <= 1:
            raise ValueError(f"a reach share lies between 0 and 1, got {share}")
    reached = np.asarray(shares, dtype=float)
    together = 1.0 - float(np.prod(1.0 - reached))
    return JointReach(float(reached.max(initial=0.0)), together, min(1.0, float(reached.sum())))

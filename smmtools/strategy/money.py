"""Money in the client's currency, by the rates of the brief and no others, and what of it is for media."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from smmtools.inputs.client_month import ClientMonth

MEDIA = ("ads", "placements")
"""Kinds of lines that are paid to platforms and communities; a share-of-spend fee is reckoned on them."""

Part = tuple[str, str]
"""A platform, empty where none is named, and ads or placements; that is empty where nothing tells which."""


def added(amounts: Iterable[tuple[Part, float]]) -> dict[Part, float]:
    """The money of each part.

    >>> added([(("vk", "ads"), 10.0), (("vk", "ads"), 5.0), (("vk", "placements"), 1.0)])
    {('vk', 'ads'): 15.0, ('vk', 'placements'): 1.0}
    """
    together: dict[Part, float] = {}
    for part, amount in amounts:
        together[part] = together.get(part, 0.0) + amount
    return together


def rate_of(case: ClientMonth, currency: str | None) -> float | None:
    """What one unit of a currency is worth in the client's own; None when the brief gives no rate."""
    if currency is None or currency == case.brief.currency:
        return 1.0
    stated = case.brief.fx.get(currency)
    return stated.rate if stated else None


def rates(case: ClientMonth, currencies: pd.Series) -> pd.Series:
    """Each row's rate; 1 where it names no currency, missing (NaN) where the brief gives no rate."""
    known = {each: rate_of(case, str(each)) for each in currencies.dropna().unique()}
    return currencies.map(known).astype(float).where(currencies.notna(), 1.0)

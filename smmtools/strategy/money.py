"""What money in one currency is worth in the client's, by the rates of the brief and no others."""

from __future__ import annotations

import pandas as pd

from smmtools.inputs.client_month import ClientMonth


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

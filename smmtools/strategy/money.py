"""What money in one currency is worth in the client's, by the rates of the brief and no others."""

from __future__ import annotations

from smmtools.inputs.client_month import ClientMonth


def rate_of(case: ClientMonth, currency: str | None) -> float | None:
    """What one unit of a currency is worth in the client's own; None when the brief gives no rate."""
    if currency is None or currency == case.brief.currency:
        return 1.0
    stated = case.brief.fx.get(currency)
    return stated.rate if stated else None

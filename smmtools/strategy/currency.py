"""Money in other currencies: the brief gives their rates, and nothing is converted silently."""

from __future__ import annotations

import math

from smmtools.inputs.budget_decision import BudgetLine
from smmtools.inputs.client_month import ClientMonth


def rate_of(case: ClientMonth, currency: str | None) -> float | None:
    """What one unit of a currency is worth in the client's own; None when the brief gives no rate."""
    if currency is None or currency == case.brief.currency:
        return 1.0
    stated = case.brief.fx.get(currency)
    return stated.rate if stated else None


def expected_cost(case: ClientMonth, line: BudgetLine) -> float:
    """A line's expected cost in the client's currency: the mean of its price (PERT) times its quantity.

    Missing (NaN) where the brief gives no rate of the line's currency.
    """
    mean = (line.price.low + 4 * line.price.mode + line.price.high) / 6
    return mean * line.quantity * (rate_of(case, line.currency) or math.nan)

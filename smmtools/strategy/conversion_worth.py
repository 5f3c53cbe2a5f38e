"""What one conversion of the split has left in money, so far as orders tell (the margin of rule B2).

An order leaves its sales times the margin of payback's terms. An application leaves what its buyer bought
since: sales are followed from the application by its buyer, and only applications older than nine in ten
purchases take are counted, so the youngest of them may still be short of a tenth. Conversions are those that
paid channels brought; where these are too few, all orders on record stand for them.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smmtools.inputs.budget_decision import PaybackTerms, Split
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.stats import FEWEST_UNITS, ratio_interval
from smmtools.strategy import money, paid_sales, payback
from smmtools.strategy.paid_weeks import conversions


@dataclass(frozen=True)
class Worth:
    """Money that a conversion left, before its ads are paid, in the client's currency."""

    value: float
    low: float
    high: float
    """Ends of the 95 % interval; missing (NaN) with fewer than ten conversions, or where all left nothing."""
    conversions: int
    paid: bool
    """Whether they are of paid channels alone; else of all orders on record."""
    first: dt.date
    last: dt.date
    """Days of the first and the last of them."""

    def agrees(self, stated: float) -> str:
        """How a stated margin stands to what orders tell: fits, above, below, or too few to tell.

        >>> day = dt.date(2026, 10, 1)
        >>> worth = Worth(366, 340, 392, 900, True, day, day)
        >>> [worth.agrees(stated) for stated in (380, 400, 300)]
        ['fits', 'above', 'below']
        """
        if math.isnan(self.low):
            return "too few"
        return "above" if stated > self.high else "below" if stated < self.low else "fits"


def worth_of(case: ClientMonth, plan: Split, terms: PaybackTerms | None) -> Worth | None:
    """What a conversion left; None where payback's terms are not usable or no sale can be followed."""
    usable = payback.usable_terms(
        *((terms.margin, terms.lag_median, terms.lag_p90) if terms else (None, None, None))
    )
    if isinstance(usable, str) or paid_sales.without_rate(case):
        return None
    margin, lag = usable
    left = _of_orders(case, plan) if plan.counts == "orders" else _of_applications(case, plan, lag.p90)
    if left is None:
        return None
    rows, paid = left
    value, low, high = ratio_interval(rows["sales"] * margin, np.ones(len(rows)))
    days = rows["day"].dt.date
    return Worth(value, low, high, len(rows), paid, days.min(), days.max())


def _of_orders(case: ClientMonth, plan: Split) -> tuple[pd.DataFrame, bool] | None:
    """Day and sales of every order of a paid channel, or of all where these are few."""
    orders = case.tables["orders"]
    orders = orders[(orders["kind"] == "order") & (orders["value"].astype(float) > 0)]
    if orders.empty:
        return None
    paid = orders[orders.index.isin(conversions(case, plan.channels, plan.counts)["order"])]
    enough = len(paid) >= FEWEST_UNITS
    chosen = paid if enough else orders
    worth = chosen["value"].astype(float) * money.rates(case, chosen["currency"])
    return pd.DataFrame({"day": periods.day(chosen, "orders"), "sales": worth}), enough


def _of_applications(case: ClientMonth, plan: Split, wait: float) -> tuple[pd.DataFrame, bool] | None:
    """Day of every old enough application of a paid channel, and its buyer's sales since, net of refunds."""
    orders = case.tables["orders"]
    bought = orders[(orders["kind"] == "order") & orders["value"].notna()]
    if bought.empty or bought["buyer"].isna().all():
        return None
    asked = orders.loc[conversions(case, plan.channels, plan.counts)["order"]]
    asked = asked[asked["buyer"].notna()]
    day = periods.day(asked, "orders")
    old = day <= case.month.end_time.normalize() - pd.Timedelta(days=math.ceil(wait))
    if not old.any():
        return None
    led = paid_sales.latest_application(orders).reindex(bought.index)
    worth = bought["value"].astype(float) * money.rates(case, bought["currency"])
    since = worth.groupby(led).sum().reindex(asked.index[old]).fillna(0.0)
    return pd.DataFrame({"day": day[old], "sales": since}), True

"""M4: from where on, or up to where, a watched target of money pays for itself.

Of ads alone: content, people and the agency's fee come on top. Revenue over spend repays the spend from one
over the share of sales that stays on; a lead, application or order repays it up to what one leaves.
"""

from __future__ import annotations

import math

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.kpis import REGISTRY
from smmtools.strategy.conversion_worth import worth_of
from smmtools.strategy.division import reckoned_margin

OF_MONEY = ("roas", "romi", "cpl", "cpa")
"""Indicators whose target may lose money even when it is met."""
_COUNTED_AS = {"cpl": "applications", "cpa": "orders"}
_AS_SHOWN = 0.005
"""Figures are shown with three digits; what they do not tell apart is the same."""


def pays_from(case: ClientMonth, key: str) -> float | None:
    """The value at which an indicator of money neither earns nor loses; None where the brief does not tell.

    Of ``roas`` 1 / margin (budget, payback: a share of sales); of ``romi`` 0, for its cost and margin are in
    it; of ``cpl`` and ``cpa`` what one application or order leaves, where the split counts these: what its
    stop rule reckons with, as stated or as orders tell (``reckoned_margin``).
    """
    if key == "romi":
        return 0.0
    decision = case.brief.decided("budget", str(case.month))
    if key == "roas":
        share = decision.payback.margin if decision and decision.payback else None
        return 1 / share if share else None
    split = decision.split if decision else None
    if decision is None or split is None or split.counts != _COUNTED_AS.get(key):
        return None
    return reckoned_margin(split, worth_of(case, split, decision.payback))


def loses_money(key: str, target: float | None, pays: float | None) -> bool:
    """Whether a target loses money even when it is met; False where it cannot be told.

    >>> [loses_money("roas", target, 1 / 0.3) for target in (3, 3.33, 4)]
    [True, False, False]
    >>> loses_money("cpl", 50, 32), loses_money("cpl", 50, None)
    (True, False)
    """
    if target is None or pays is None or math.isclose(target, pays, rel_tol=_AS_SHOWN):
        return False
    return target < pays if REGISTRY[key].better == "higher" else target > pays

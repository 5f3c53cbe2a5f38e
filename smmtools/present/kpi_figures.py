"""How an indicator's name and value are written: a rate in percent, money in the client's currency."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from smmtools.measures.kpis import REGISTRY, KpiValue
from smmtools.present import wording
from smmtools.present.tables import interval
from smmtools.present.voice import Voice
from smmtools.present.wording import _


def kpi_name(voice: Voice, key: str) -> str:
    """An indicator by its name in the registry; what a goal counts in its own words."""
    if key in REGISTRY:
        return voice.text(REGISTRY[key].name)
    counted = voice.text(key.replace("_", " "))
    return counted[:1].upper() + counted[1:]


def kpi_figure(voice: Voice, key: str, value: float | None, currency: str) -> str:
    """One value of an indicator; a missing one is a dash.

    >>> [kpi_figure(Voice("en"), key, 2.5, "EUR") for key in ("roas", "cpc", "follows")]
    ['2.5', '€2.5', '2.5']
    >>> kpi_figure(Voice("en"), "ctr", 0.0123, "EUR")
    '1.23%'
    """
    if value is None or math.isnan(value) or not _is_rate(key):
        return voice.money(value, currency) if _is_money(key) else voice.number(value)
    return voice.percent(value)


def kpi_interval(voice: Voice, value: KpiValue, currency: str) -> str:
    """Both bounds; or that there are none, of a single total why; or that all are counted."""
    if value.key in REGISTRY and REGISTRY[value.key].interval == "none" and not math.isnan(value.value):
        return voice.text(_("all are counted"))
    if value.key not in REGISTRY and value.n == 1 and math.isnan(value.low):
        return voice.text(wording.indicators.TOTAL_ONLY)
    return interval(voice, value.low, value.high, kpi_writer(voice, value.key, currency))


def with_interval(voice: Voice, value: KpiValue, currency: str) -> str:
    """A value with its interval in brackets, or with why there is none; a missing one is a dash."""
    written = kpi_figure(voice, value.key, value.value, currency)
    if math.isnan(value.value):
        return written
    return f"{written} ({kpi_interval(voice, value, currency)})"


def kpi_writer(voice: Voice, key: str, currency: str) -> Callable[[float], str]:
    """``kpi_figure`` for one indicator."""
    return partial(kpi_figure, voice, key, currency=currency)


def _is_money(key: str) -> bool:
    return key in REGISTRY and REGISTRY[key].unit.startswith("money")


def _is_rate(key: str) -> bool:
    return key in REGISTRY and not _is_money(key) and key != "roas"

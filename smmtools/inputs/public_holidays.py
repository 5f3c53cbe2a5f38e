"""Public holidays by country: what the ``holidays`` library knows of a month, with English names."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pandas as pd


def public_holidays(
    country: str, subdivision: str | None, month: pd.Period, *, observed: bool = True
) -> dict[dt.date, str] | None:
    """The public holidays of a month by day, in order; None where the country or its part is not known.

    ``observed`` adds the days off that stand in for a holiday on a weekend.

    The names are English whatever the machine's language; two holidays of one day stand together.

    >>> public_holidays("RU", None, pd.Period("2026-11", "M"))
    {datetime.date(2026, 11, 4): 'Unity Day'}
    >>> public_holidays("EU", None, pd.Period("2026-11", "M")) is None
    True
    """
    named = _named(country, subdivision, month.year, observed)
    if named is None:
        return None
    first, last = month.start_time.date(), month.end_time.date()
    return {day: name for day, name in named.items() if first <= day <= last}


@cache
def _named(country: str, subdivision: str | None, year: int, observed: bool) -> dict[dt.date, str] | None:
    import holidays  # takes a while, and few stages need it

    try:
        spoken = holidays.country_holidays(country, subdiv=subdivision, years=year, observed=observed)
        english = next((each for each in spoken.supported_languages if each.startswith("en")), None)
        if english is not None:
            spoken = holidays.country_holidays(
                country, subdiv=subdivision, years=year, observed=observed, language=english
            )
    except NotImplementedError:
        return None
    return dict(sorted(spoken.items()))

"""How figures are written: at most three significant digits, by locale, never a nan.

Babel writes the separators, signs and names; what is decided here is how much of a figure is shown.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from copy import copy

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

DIGITS = 3
"""A figure shows at most this many significant digits: more would be surer than the data."""

MISSING = "—"
"""What stands where there is no figure."""


def rounded(value: float, digits: int = DIGITS) -> float:
    """The value to so many significant digits.

    >>> rounded(38_123.4), rounded(0.012349)
    (38100.0, 0.0123)
    """
    return float(f"{value:.{digits}g}")


def number(value: float | None, locale: str = "en") -> str:
    """A count or an average.

    >>> number(38_123.4), number(0.5), number(float("nan")), number(1234.5, "de")
    ('38,100', '0.5', '—', '1.230')
    """
    if value is None or math.isnan(value):
        return MISSING
    return str(format_decimal(rounded(value), format="#,##0.##########", locale=locale))


def exact(value: float | None, locale: str = "en") -> str:
    """A count or an amount that people sign: every digit before the point, two behind it at most.

    >>> exact(1_467.3), exact(1_234_567), exact(20.5), exact(None)
    ('1,467.3', '1,234,567', '20.5', '—')
    """
    if value is None or math.isnan(value):
        return MISSING
    return str(format_decimal(value, format="#,##0.##", locale=locale))


def wait(hours: float | None, locale: str = "en") -> str:
    """A time to wait: a minute at least, minutes up to two hours, hours up to two days, then days.

    >>> wait(0.73), wait(11.78), wait(2), wait(50), wait(float("nan"))
    ('44 minutes', '12 hours', '2 hours', '2 days', '—')
    """
    if hours is None or math.isnan(hours):
        return MISSING
    span = dt.timedelta(hours=max(hours, 1 / 60))
    return str(format_timedelta(span, granularity="minute", threshold=2, locale=locale))


def in_days(days: float | None, locale: str = "en") -> str:
    """A number of days with its word.

    >>> in_days(9), in_days(1), in_days(62), in_days(float("nan"))
    ('9 days', '1 day', '62 days', '—')
    """
    if days is None or math.isnan(days):
        return MISSING
    number = rounded(days)
    return str(format_unit(number, "day", length="long", locale=locale))


def percent(value: float | None, locale: str = "en") -> str:
    """A fraction as a percentage.

    >>> percent(0.04236), percent(0.0004), percent(None)
    ('4.24%', '0.04%', '—')
    """
    if value is None or math.isnan(value):
        return MISSING
    return str(format_percent(rounded(value), format="#,##0.########%", locale=locale))


def money(value: float | None, currency: str, locale: str = "en") -> str:
    """An average or estimate in a currency; what people sign is written whole elsewhere.

    >>> money(1149.6, "EUR"), money(1149.6, "EUR", "de"), money(1149.6, "RUB").replace("\\xa0", " ")
    ('€1,150', '1.150\\xa0€', 'RUB 1,150')
    """
    if value is None or math.isnan(value):
        return MISSING
    pattern = copy(Locale.parse(locale).currency_formats["standard"])
    pattern.frac_prec = (0, 2)
    written = str(pattern.apply(rounded(value), locale, currency=currency, currency_digits=False))
    return _LETTER_BEFORE_DIGIT.sub("\N{NO-BREAK SPACE}", written)


def exact_money(value: float | None, currency: str, locale: str = "en") -> str:
    """An amount that people sign, whole.

    >>> exact_money(92_345, "EUR"), exact_money(1_234.5, "EUR")
    ('€92,345', '€1,234.50')
    """
    if value is None or math.isnan(value):
        return MISSING
    whole = float(value).is_integer()
    pattern = copy(Locale.parse(locale).currency_formats["standard"])
    pattern.frac_prec = (0, 0) if whole else (2, 2)
    written = str(pattern.apply(value, locale, currency=currency, currency_digits=False))
    return _LETTER_BEFORE_DIGIT.sub("\N{NO-BREAK SPACE}", written)


_LETTER_BEFORE_DIGIT = re.compile(r"(?<=[A-Z])(?=\d)")
"""Where a code that stands before its figure, RUB151, wants a space."""


def chance(probability: float | None, locale: str, words: tuple[str, str, str]) -> str:
    """A probability as a client reads it, in the words for a tiny, an ordinary and a near-certain one.

    >>> english = "less than 1 in {0}", "{0} in 100", "more than 999 in {0}"
    >>> [chance(p, "en", english) for p in (0.04586, 0.00002, 0.731, 0.9999)]
    ['4.6 in 100', 'less than 1 in 1,000', '73 in 100', 'more than 999 in 1,000']
    """
    tiny, ordinary, near_certain = words
    if probability is None or math.isnan(probability):
        return MISSING
    if 0.001 <= probability <= 0.999:
        return ordinary.format(number(rounded(100 * probability, 2), locale))
    return (tiny if probability < 0.001 else near_certain).format(number(1_000, locale))


def day(value: dt.date | None, locale: str = "en") -> str:
    """A date with its month written out, which no reader takes for another.

    >>> day(dt.date(2026, 10, 3))
    'Oct 3, 2026'
    """
    return MISSING if value is None else str(format_date(value, format="medium", locale=locale))


def whole_day(value: dt.date | None, locale: str = "en") -> str:
    """A date that a narrow column does not break.

    >>> whole_day(dt.date(2026, 10, 3))
    'Oct\\xa03,\\xa02026'
    """
    return day(value, locale).replace(" ", "\N{NO-BREAK SPACE}")


def short_day(value: dt.date, locale: str = "en") -> str:
    """A day and its month, for an axis.

    >>> short_day(dt.date(2026, 10, 3)), short_day(dt.date(2026, 10, 3), "de")
    ('Oct 3', '3. Okt.')
    """
    return str(format_skeleton("MMMd", value, locale=locale))


def month(value: dt.date, locale: str = "en") -> str:
    """A month by name.

    >>> month(dt.date(2026, 10, 31))
    'October 2026'
    """
    return str(format_date(value, format="LLLL y", locale=locale))


def words(items: list[str] | tuple[str, ...], locale: str = "en") -> str:
    """Several words as a list in a sentence.

    >>> words(["reach", "likes", "shares"])
    'reach, likes, and shares'
    """
    return str(format_list([str(item) for item in items], locale=locale))

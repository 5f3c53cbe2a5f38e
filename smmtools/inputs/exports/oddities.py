"""What a file may say and still not be so: figures that contradict one another, a file without rows.

These are warnings and not faults: platforms count clicks and impressions at different moments, and the
figures are theirs.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from smmtools.inputs.exports.reading import Reading

CONTRADICTIONS = (("clicks", "impressions"), ("link_clicks", "impressions"), ("reach", "impressions"))
"""Of each pair the first can't be more than the second."""


REPEATABLE = ("ads", "traffic", "audience", "followers")
"""Tables without an ID, in which equal rows may be in order (ads that nobody saw), but seldom are."""


def tell_oddities(tables: Mapping[str, pd.DataFrame], reading: Reading) -> None:
    """Warn of tables without rows, and of rows whose figures contradict one another.

    >>> reading = Reading("ads.csv")
    >>> tell_oddities({"ads": pd.DataFrame({"clicks": [9, 1], "impressions": [5, 5]})}, reading)
    >>> reading.warnings
    ['ads.csv: rows of ads with more clicks than impressions: 1; check them.']
    """
    if not any(len(table) for table in tables.values()):
        reading.warn("it gives no rows.")
    for name, table in tables.items():
        twice = int(table.duplicated().sum()) if name in REPEATABLE else 0
        if twice:
            reading.warn(
                f"rows of {name} that stand more than once, alike in everything: {twice}; check them."
            )
        for less, more in CONTRADICTIONS:
            if less in table and more in table:
                odd = int((table[less] > table[more]).sum())
                if odd:
                    reading.warn(f"rows of {name} with more {less} than {more}: {odd}; check them.")

"""How much longer and larger reading an export is than pandas.read_csv of the same file.

    python tools/bench_readers.py [ROWS]

Writes a Facebook posts export of 200,000 invented rows, reads it both ways in turn, each time in a process
of its own, and prints the ratios of the shortest times and of their peak memory (at most 3 for both).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

HEADER = (
    '"Post ID","Page ID","Page name",Title,Description,"Duration (sec)","Publish time","Caption type",'
    'Permalink,"Is crosspost","Is share","Post type",Languages,"Custom labels","Funded content status",'
    '"Data comment",Date,Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,'
    '"Total clicks","Link Clicks","Other Clicks"'
)
TEXT = "Hot tonight, with tomatoes, basil 🍕 and a second one at half the price.\n\nOrder: pechka.example/"
ROUNDS = 5
WAYS = {
    "pandas": "table = pandas.read_csv(path)",
    "smmtools": "table = read(path)",
}
MEASURE = """
import pandas, resource, sys, time
from smmtools.inputs.exports import read
path, small = sys.argv[1:]
read(small)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
{way}
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def write_export(path: Path, rows: int) -> None:
    """Write an export of so many invented posts, with texts of several lines."""
    dice = np.random.default_rng(4)
    figures = dice.integers(0, 5000, (rows, 8))
    minutes = np.datetime64("2016-01-01T00:00") + dice.integers(0, 5_000_000, rows).astype("timedelta64[m]")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(HEADER + "\n")
        for number, (figure, minute) in enumerate(zip(figures.tolist(), minutes.tolist(), strict=True)):
            counts = ",".join(map(str, figure))
            file.write(
                f'9390059549{number:08},100066300057039,"Pechka Pizza","{TEXT}{number}",,0,'
                f'"{minute:%m/%d/%Y %H:%M}",,https://facebook.example/pechka/posts/9390059549{number:08},0,0,'
                f"Photos,,,,,Lifetime,{counts},\n"
            )


def measure(way: str, path: Path, small: Path) -> tuple[float, float]:
    """Seconds and megabytes that one way of reading takes, in a process of its own."""
    script = MEASURE.format(way=WAYS[way])
    output = subprocess.run(
        [sys.executable, "-c", script, str(path), str(small)], capture_output=True, text=True, check=True
    ).stdout
    seconds, kilobytes = map(float, output.split())
    return seconds, kilobytes / 1024


def main() -> None:
    """Print the figures of both ways and their ratios."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Jan-01-2016_Dec-30-2026_1.csv"
        small = path.with_name("Jan-01-2016_Dec-30-2026_2.csv")
        write_export(path, rows)
        write_export(small, 10)  # what a process does once is no part of the measure
        rounds = [{way: measure(way, path, small) for way in WAYS} for _ in range(ROUNDS)]  # in turn
        found = {way: min(each[way] for each in rounds) for way in WAYS}
        for way, (seconds, megabytes) in found.items():
            print(f"{way:<10} {seconds:6.2f} s {megabytes:8.0f} MB")
    time, memory = (found["smmtools"][part] / found["pandas"][part] for part in (0, 1))
    print(f"ratio      {time:6.2f}   {memory:8.2f}      ({rows:,} rows; at most 3)")


if __name__ == "__main__":
    main()

"""Approve the sample clients' plans for September and October: ``python tools/approve_samples.py``.

As the agency would have, on the last day of the month before. A plan approved once stays as it is:
run again, this changes nothing unless a plan comes out differently, which makes a next version.
"""

from __future__ import annotations

from pathlib import Path

from smmtools.batch.approve import approve
from smmtools.inputs.client import load_brief
from smmtools.inputs.months import last_day, parse_month
from smmtools.inputs.workspace import BRIEF, Workspace

HOME = Workspace(Path(__file__).resolve().parents[1])
CLIENTS = ("cars", "jewellery", "pizza", "toys")
MONTHS = ("2026-09", "2026-10")


def main() -> None:
    """Approve what is not approved yet, and say which version is in force."""
    for slug in CLIENTS:
        brief = load_brief(HOME.client_dir(slug) / BRIEF)
        for month in MONTHS:
            before = parse_month(month) - 1
            decision = brief.decided("budget", str(before))
            by = decision.by if decision else brief.name
            approval = approve(HOME, slug, month, by, last_day(before))
            print(f"{slug} {month}: version {approval.version}{'' if approval.new else ', as before'}")


if __name__ == "__main__":
    main()

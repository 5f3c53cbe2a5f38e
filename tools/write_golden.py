"""Write the samples' golden plans: ``python tools/write_golden.py [SLUG…]``.

``tests/golden/<slug>-2026-10.json`` is what ``smmtools plan`` gives for a sample client. A change of method
changes them: look at the difference, say in the changelog why, and write them again.
"""

from __future__ import annotations

import sys
from pathlib import Path

from smmtools.batch.plan import compute_plan
from smmtools.inputs.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
MONTH = "2026-10"


def main(slugs: list[str]) -> None:
    """Write the golden plans of the clients named, else of every sample client."""
    workspace = Workspace(ROOT)
    GOLDEN.mkdir(exist_ok=True)
    for slug in slugs or workspace.slugs():
        path = GOLDEN / f"{slug}-{MONTH}.json"
        path.write_text(compute_plan(workspace, slug, MONTH), encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Clients' entries in a manifest, for the tests of the index."""

from __future__ import annotations

GOAL = {"name": "Orders", "finding": "behind", "count": 478, "expected": 620.0}
SPENT = {"amount": 96_512.0, "approved": 93_800.0, "version": 1}
ESTIMATE = {"middle": 150_949.0, "cap": 180_000.0, "over_cap": [0.0, 0.0253]}
VERDICTS = {"FAIL": 2, "REVIEW": 1, "NO DATA": 0, "PASS": 18}


def entry(slug, status="review", **changes):
    """A client's entry in the manifest; ``made`` in part."""
    shown = {"goal": GOAL, "spent": SPENT, "estimate": ESTIMATE, "currency": "EUR"}
    made = {
        "name": slug.title(),
        "stages": ["goals"],
        "headlines": {"goals": f"{slug} is behind."},
        "verdicts": VERDICTS,
        "figures": shown | changes.pop("figures", {}),
    } | changes.pop("made", {})
    return {
        "client": slug,
        "name": slug.title(),
        "status": status,
        "stages": [],
        "faults": [],
        "made": made,
    } | changes


def failed(slug, **changes):
    """The entry of a client without a report."""
    fault = {
        "type": "BriefError",
        "what": "no 'name' & more",
        "where": "client.yml, line 1",
        "mend": "add it.",
    }
    return entry(slug, "failed") | {"made": {}, "faults": [fault]} | changes


def manifest(*entries, audience="client"):
    """A month's manifest in which every client has a page."""
    files = {f"{one['client']}/report.html": "" for one in entries}
    return {
        "month": "2026-10",
        "audience": audience,
        "versions": {},
        "files": files,
        "clients": list(entries),
    }

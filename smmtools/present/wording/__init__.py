"""Every sentence of a report, as a template in English; ``voice.py`` says it in a client's language.

A module a stage; what several share is in ``common``. A template names its figures and how each is
written: ``{expected:count}``, ``{rate:percent}``, ``{p:chance}``, ``{deadline:day}``, ``{parts:parts}``.
A verdict's rule and finding pick its reason and its remedy; an unknown pair is a fault of ours and a
test finds it. ``_`` marks what goes into the message catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording import (
    acceptance,
    audience,
    budget,
    calendar,
    channels,
    common,
    communication,
    compliance,
    content,
    contract,
    goals,
    indicators,
    payback,
    review,
    specification,
    split,
    start_here,
)
from smmtools.present.wording.common import RULES, _

__all__ = [
    "FINDINGS", "HEADLINES", "RULES", "VERDICTS", "_",
    "acceptance", "audience", "budget", "calendar", "channels", "common", "communication", "compliance",
    "content", "contract",
    "goals", "indicators", "payback", "review", "specification", "split", "start_here",
]  # fmt: skip

_STAGES = (
    start_here,
    goals,
    audience,
    channels,
    content,
    communication,
    compliance,
    indicators,
    budget,
    split,
    payback,
    review,
    contract,
)

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    key: said for stage in _STAGES for key, said in stage.VERDICTS.items()
}
"""Reason and remedy by rule and finding."""

HEADLINES: Mapping[str, str] = {key: said for stage in _STAGES for key, said in stage.HEADLINES.items()}
"""The one sentence of a stage that stands on a report's first screen."""

FINDINGS: Mapping[str, str] = {key: said for stage in _STAGES for key, said in stage.FINDINGS.items()}
"""Sentences between the figures of a stage."""

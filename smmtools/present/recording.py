"""What every stage's record has: who, when, the verdicts with what to do, all in JSON's own types."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from pydantic import BaseModel

from smmtools.present import wording
from smmtools.present.tables import Assessment
from smmtools.present.voice import Voice, voice_of
from smmtools.strategy.verdicts import Verdict, count_grades, due_date

SIGNIFICANT_DIGITS = 12


def record_of(stage: str, found: Assessment, headline: str, content: dict[str, Any]) -> dict[str, Any]:
    """The record of one stage from what it found, its one sentence, and its content."""
    case, voice = found.client_month, voice_of(found.client_month)
    record: dict[str, Any] = json_ready(
        {
            "stage": stage,
            "client": case.slug,
            "month": str(case.month),
            "headline": headline,
            "content": content,
            "verdicts": [_verdict(voice, verdict) for verdict in found.verdicts],
            "actions": [
                _action(voice, found, verdict) for verdict in found.verdicts if verdict.grade != "PASS"
            ],
            "counts": count_grades(verdict.grade for verdict in found.verdicts),
        }
    )
    return record


def _verdict(voice: Voice, verdict: Verdict) -> dict[str, Any]:
    reason, remedy = voice.verdict(verdict)
    return {
        "rule": verdict.rule,
        "stage": verdict.stage,
        "verdict": verdict.grade.value,
        "value": verdict.value,
        "threshold": verdict.threshold,
        "reason": reason,
        "remedy": remedy,
    }


def _action(voice: Voice, found: Assessment, verdict: Verdict) -> dict[str, Any]:
    """What is to be done about a verdict, by whom and when, with the figure that caused it."""
    reason, remedy = voice.verdict(verdict)
    return {
        "rule": verdict.rule,
        "verdict": verdict.grade.value,
        "figure": verdict.value,
        "reason": reason,
        "what": remedy,
        "owner": found.owner or voice.text(wording.common.ANALYST),
        "due": due_date(verdict.grade, found.client_month.month.end_time.date()),
    }


def json_ready(value: Any) -> Any:
    """The value in JSON's own types: missing is None, figures to 12 digits, dates as ISO text.

    >>> json_ready({"a": float("nan"), "b": 1 / 3, "c": dt.date(2026, 10, 1), "d": (np.int64(2),)})
    {'a': None, 'b': 0.333333333333, 'c': '2026-10-01', 'd': [2]}
    """
    if isinstance(value, BaseModel):
        return json_ready(value.model_dump(mode="json"))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: json_ready(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): json_ready(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_ready(item) for item in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(f"{value:.{SIGNIFICANT_DIGITS}g}") if math.isfinite(value) else None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date) else str(value)

"""Acceptance as it is shown: the audits, what to mend where one gives no answer, and the picture."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.present import charts, wording
from smmtools.present.display import Table
from smmtools.present.formats import MISSING
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy.contract import Acceptance, ContractAssessment, GainedAudit


def acceptance(found: ContractAssessment) -> Table:
    """The audits of accounts gained: how many are alive, against how many were agreed.

    An audit that can give no answer has its row, too: what was given, where, and how to mend it.
    """
    voice, accepted = voice_of(found.client_month), found.acceptance
    titles = [
        _("community"), _("audited on"), _("gained"), _("agreed"), _("alive of those audited"),
        _("alive of those gained (95%)"), _("still to audit"), _("outcome"),
    ]  # fmt: skip
    if accepted is not None:
        rows = [_decided(voice, accepted, found.audits[0] if found.audits else None)]
    else:
        rows = [_open(voice, found, audit) for audit in found.audits]
        titles += [_("what to mend, and where")] if rows else []
    columns = [voice.text(title) for title in titles]
    return Table(
        voice.text(_("Acceptance of the followers gained")), columns, rows, frozenset({2, 3, 4, 5, 6})
    )


def _decided(voice: Voice, accepted: Acceptance, audit: GainedAudit | None) -> list[str]:
    return [
        *_audit(voice, audit),
        voice.exact(accepted.gained),
        voice.exact(accepted.target),
        _alive(voice, accepted.alive, accepted.n),
        f"{voice.exact(round(accepted.low))} – {voice.exact(round(accepted.high))}",
        voice.exact(accepted.more),
        voice.text(wording.acceptance.OUTCOMES[accepted.outcome]),
    ]


def _open(voice: Voice, found: ContractAssessment, audit: GainedAudit) -> list[str]:
    """An audit that gives no answer: its figures as they were given, and what is to be mended."""
    (why,) = (each.finding for each in found.verdicts if each.finding in wording.acceptance.MEND)
    target = found.decision.followers_to_gain if found.decision else None
    given: dict[str, Any] = {"gained": found.gained, "n": audit.n, "file": audit.file, "method": audit.method}
    given |= {"since": found.decision.since if found.decision else None}
    return [
        *_audit(voice, audit),
        voice.exact(found.gained),
        voice.exact(target),
        _alive(voice, audit.alive, audit.n),
        MISSING,
        MISSING,
        voice.text(wording.acceptance.NO_OUTCOME[why]),
        voice.say(wording.acceptance.MEND[why], **given),
    ]


def _audit(voice: Voice, audit: GainedAudit | None) -> tuple[str, str]:
    if audit is None:
        return MISSING, MISSING
    return f"{audit.account} ({voice.platform(audit.platform)})", voice.day(audit.drawn_at)


def _alive(voice: Voice, alive: int, n: int) -> str:
    return f"{voice.exact(alive)} / {voice.exact(n)}" if n else MISSING


def plot_acceptance(accepted: Acceptance, axes: Axes, *, voice: Voice) -> Axes:
    """The interval of those alive as a bar, those gained a hollow dot, the number agreed a dashed line."""
    axes.plot([accepted.low, accepted.high], [0, 0], color=charts.ACCENT, linewidth=7, solid_capstyle="butt")
    ends = {accepted.low: "right", accepted.high: "left"} if accepted.n < accepted.gained else {}
    for value, side in (ends or {accepted.low: "center"}).items():
        label = voice.exact(round(value))
        axes.annotate(label, (value, 0), (0, 9), textcoords="offset points", fontsize=9, ha=side)
    axes.plot(accepted.gained, 0, "o", markersize=8, markerfacecolor="white", markeredgecolor=charts.INK)
    gained = f"{voice.text(_('gained'))} {voice.exact(accepted.gained)}"
    axes.annotate(gained, (accepted.gained, 0), (0, -17), textcoords="offset points", fontsize=9, ha="right")
    end = 1.06 * max(accepted.gained, accepted.target)
    axes.axvline(accepted.target, color=charts.INK, linestyle="--", linewidth=1.4)
    agreed = f" {voice.text(_('agreed'))} {voice.exact(accepted.target)} "
    side = "left" if accepted.target < 0.85 * end else "right"
    axes.annotate(agreed, (accepted.target, 0.8), fontsize=9, color=charts.INK, va="center", ha=side)
    axes.set_ylim(-1, 1)
    axes.set_xlim(0, end)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _position: voice.number(value)))
    axes.set_xlabel(voice.text(_("followers")), fontsize=9, color=charts.INK)
    return axes

"""Google Analytics 4's default channel groups, by its published rules (M5).

Which names mean a social, search, shopping or video site is reference data
(``smmtools.inputs.reference``); the rules on mediums and campaigns are here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from smmtools.inputs.reference import TrafficSources, known_sources
from smmtools.measures.periods import SOCIAL_MEDIUMS

UNASSIGNED = "Unassigned"
_PAID = re.compile(r".*cp.*|ppc|retargeting|paid.*", re.DOTALL)
_SHOP = re.compile(r".*(([^a-df-z]|^)shop|shopping).*", re.DOTALL)
_MAIL = frozenset({"email", "e-mail", "e_mail", "e mail"})
_DISPLAY = frozenset({"display", "banner", "expandable", "interstitial", "cpm"})


@dataclass(frozen=True)
class _Visit:
    """Source, medium and campaign in lower case, and the kind of site that the source is."""

    source: str
    medium: str
    campaign: str
    kind: str | None

    @property
    def paid(self) -> bool:
        return is_paid(self.medium)

    @property
    def shops(self) -> bool:
        return self.kind == "shopping" or bool(_SHOP.fullmatch(self.campaign))


_GROUPS: tuple[tuple[str, Callable[[_Visit], bool]], ...] = (
    ("Direct", lambda of: of.source == "(direct)" and of.medium in ("(none)", "(not set)")),
    ("Cross-network", lambda of: "cross-network" in of.campaign),
    ("Paid Shopping", lambda of: of.shops and of.paid),
    ("Paid Search", lambda of: of.kind == "search" and of.paid),
    ("Paid Social", lambda of: of.kind == "social" and of.paid),
    ("Paid Video", lambda of: of.kind == "video" and of.paid),
    ("Display", lambda of: of.medium in _DISPLAY),
    ("Paid Other", lambda of: of.paid),
    ("Organic Shopping", lambda of: of.shops),
    ("Organic Social", lambda of: of.kind == "social" or of.medium in SOCIAL_MEDIUMS),
    ("Organic Video", lambda of: of.kind == "video" or "video" in of.medium),
    ("Organic Search", lambda of: of.kind == "search" or of.medium == "organic"),
    ("Referral", lambda of: of.medium in ("referral", "app", "link")),
    ("Email", lambda of: of.source in _MAIL or of.medium in _MAIL),
    ("Affiliates", lambda of: of.medium in ("affiliate", "affiliates")),
    ("Audio", lambda of: of.medium == "audio"),
    ("SMS", lambda of: "sms" in (of.source, of.medium)),
    (
        "Mobile Push Notifications",
        lambda of: (
            of.medium.endswith("push")
            or "mobile" in of.medium
            or "notification" in of.medium
            or of.source == "firebase"
        ),
    ),
)
"""GA4's default channel groups in their order; the first that fits is the visit's."""


def is_paid(medium: str | None) -> bool:
    """Whether a medium says that the visit was paid for, by GA4's published rules; capitals do not matter.

    >>> is_paid("CPC"), is_paid("paid-social"), is_paid("social"), is_paid(None)
    (True, True, False, False)
    """
    return bool(_PAID.fullmatch(_text(medium).strip().lower()))


def channel_group(
    source: str | None, medium: str | None, campaign: str | None = None, sources: TrafficSources | None = None
) -> str:
    """GA4's default channel group of a visit, by its published rules; capitals in the input do not matter.

    "Unassigned" where no rule fits, and where source and medium are missing: not to know where someone
    came from is not the same as that they came directly.

    >>> channel_group("vk.com", "cpm"), channel_group("google", "organic")
    ('Paid Social', 'Organic Search')
    """
    name, how, which = (_text(part).strip().lower() for part in (source, medium, campaign))
    visit = _Visit(name, how, which, (sources or known_sources()).kind_of(name))
    return next((group for group, fits in _GROUPS if fits(visit)), UNASSIGNED)


def _text(value: str | None) -> str:
    return value if isinstance(value, str) else ""  # a missing cell of a table is no text

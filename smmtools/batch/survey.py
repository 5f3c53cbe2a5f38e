"""What must be known of a client before its notebooks run; its faults are found here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smmtools.batch.audience import CLIENT
from smmtools.batch.fingerprint import Fingerprint, fingerprint
from smmtools.batch.jobs import stage_notebooks
from smmtools.errors import ClientError, WorkbookError
from smmtools.inputs.workspace import Workspace

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience, ClientMonth


@dataclass(frozen=True)
class Facts:
    """A client whose brief and exports can be read, and the hashes of what its report is made from."""

    slug: str
    month: str
    name: str
    language: str
    audience: Audience
    fingerprint: Fingerprint
    blocked: tuple[Mapping[str, str], ...] = ()
    """Why nothing of the plan may be published: why, source, mend and who decides, a mapping a reason."""

    @property
    def page_only(self) -> bool:
        """Whether the client gets a page of reasons instead of a report; the agency sees its report."""
        return bool(self.blocked) and self.audience == CLIENT


def survey(home: Path, slug: str, month: str, audience: Audience = "client") -> Facts | WorkbookError:
    """Open one client in a worker process, and return what is known or what is wrong."""
    from smmtools.inputs.client_month import open_client

    workspace = Workspace(home)
    try:
        return facts_of(open_client(slug, month, workspace, audience), workspace)
    except WorkbookError as error:
        return error
    except Exception as error:  # noqa: BLE001  (the batch's edge: the others go on)
        return unforeseen(error, slug)


def facts_of(case: ClientMonth, workspace: Workspace) -> Facts:
    """Return what a report needs to know of an opened client."""
    from smmtools.present.compliance import blocked

    made_from = fingerprint(case, workspace, stage_notebooks(workspace))
    brief, reasons = case.brief, tuple(blocked(case))
    return Facts(case.slug, str(case.month), brief.name, brief.language, case.audience, made_from, reasons)


def unforeseen(error: Exception, slug: str) -> ClientError:
    """Return the client's error for a fault that the workbook should have named itself."""
    what = f"{type(error).__name__}: {error}"
    return ClientError.of(what, f"client {slug}", "this is a fault of the workbook: please report it.")

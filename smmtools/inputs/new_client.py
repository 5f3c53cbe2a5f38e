"""A new client's folder: a commented brief, the client's own sheets with their column maps, the data request.

Everything but the answers is a template, so that a sheet that a client fills in is read from the first
month on. The answers are held to the brief's own rules before anything is written.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from ruamel.yaml import YAML

from smmtools.errors import BriefError, CallError, Fault
from smmtools.inputs.brief_words import near
from smmtools.inputs.client import check_brief
from smmtools.inputs.workspace import BRIEF, CLIENTS, Workspace
from smmtools.inputs.yaml_lines import parse_yaml
from smmtools.inputs.yaml_write import one_line

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_TEMPLATES = files("smmtools.inputs") / "templates"
_WRITTEN = ("client.yml", "data-request.md", "exports", "maps")
"""The templates that become a client's files; the others are what these are filled from."""


@dataclass(frozen=True)
class Question:
    """One thing to ask of a new client; without a default it must be answered."""

    key: str
    ask: str
    example: str
    default: str | None = None


def questions() -> tuple[Question, ...]:
    """What to ask before a client's folder can be made, in the order of asking.

    >>> [question.key for question in questions() if question.default is None]
    ['name', 'jurisdiction', 'timezone', 'currency', 'accounts']
    """
    return (
        Question("name", "The client's name", "Pechka Pizza"),
        Question("jurisdiction", "The country whose advertising law applies, two letters", "DE"),
        Question("language", "The reports' language", "en", "en"),
        Question("timezone", "The client's time zone", "Europe/Berlin"),
        Question("currency", "The client's currency", "EUR"),
        Question("vat", "Value added tax in all amounts: included, excluded or none", "included", "included"),
        Question(
            "we_are", "What we are: contractor (an agency) or client (its team)", "client", "contractor"
        ),
        Question(
            "accounts", "The client's accounts, as platform:account", "instagram:pechka, vk:pechka_pizza"
        ),
    )


def new_client(workspace: Workspace, slug: str, answers: Mapping[str, str]) -> list[Path]:
    """Make the folder of a new client and return its files, sorted.

    CallError, and nothing written, for a name that cannot be a folder's, for a client that exists, for
    answers that are missing, unknown or wrong (all of them at once), and where nothing can be written.
    """
    folder = workspace.clients / slug
    _refuse_slug(slug, folder)
    contents = client_files(slug, answers)
    try:
        _write_whole(folder, contents)
    except OSError as error:
        shown, mend = f"{CLIENTS.as_posix()}/{slug}", "make data/clients a folder that you may write to."
        raise CallError.of(f"the folder cannot be made: {error.strerror}", shown, mend) from None
    return sorted(folder / name for name in contents)


def client_files(slug: str, answers: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a new client: path within its folder -> bytes. CallError for faulty answers."""
    given = _answered(answers)
    brief = _filled("client.yml", slug, given)
    _refuse_faults(brief, given)
    return {name: _filled(name, slug, given) for name in _names(_TEMPLATES)}


def _refuse_slug(slug: str, folder: Path) -> None:
    if not _SLUG.fullmatch(slug):
        mend = "use small letters, digits and hyphens, such as pechka-pizza."
        raise CallError.of(f"{slug!r} cannot be a client's name", "SLUG", mend)
    if folder.exists():
        shown = f"{CLIENTS.as_posix()}/{slug}"
        raise CallError.of(f"there is a client {slug!r} already", shown, "choose another name.")


def _answered(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers with defaults for what was not said. CallError for what is unknown or missing."""
    asked = {question.key: question for question in questions()}
    faults = [
        Fault(f"nothing is asked under {key!r}", "", _known(key, asked)) for key in answers.keys() - asked
    ]
    faults.sort(key=str)
    given = {key: answers.get(key, "").strip() or question.default for key, question in asked.items()}
    for key, answer in given.items():
        if answer is None:
            faults.append(Fault(f"{key} is missing", _flag(key), f"give it, such as {asked[key].example}."))
    if faults:
        raise CallError(faults)
    return {key: answer for key, answer in given.items() if answer is not None}


def _known(key: str, asked: Mapping[str, Question]) -> str:
    meant = near(key, asked)
    return f"did you mean {meant!r}?" if meant else f"what is asked: {', '.join(asked)}."


def _flag(key: str) -> str:
    """How an answer is named on the command line.

    >>> _flag("we_are")
    '--we-are'
    """
    return f"--{key.replace('_', '-')}"


def _refuse_faults(brief: bytes, given: Mapping[str, str]) -> None:
    """CallError with every answer that the brief's rules refuse, under the name of the answer."""
    try:
        check_brief(parse_yaml(brief, Path(BRIEF)))
    except BriefError as error:
        raise CallError(_at_answer(fault, given) for fault in error.faults) from None


def _at_answer(fault: Fault, given: Mapping[str, str]) -> Fault:
    dotted = fault.where.rpartition(", ")[2]
    key = dotted.partition(".")[0]
    return Fault(fault.what, f"{_flag(key)} {given[key]!r}" if key in given else fault.where, fault.mend)


def _names(folder: Traversable, inside: str = "") -> Iterator[str]:
    """The templates that become files, as paths within the client's folder."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not inside and entry.name not in _WRITTEN:
            continue
        if entry.is_dir():
            yield from _names(entry, f"{inside}{entry.name}/")
        else:
            yield f"{inside}{entry.name}"


def _filled(name: str, slug: str, given: Mapping[str, str]) -> bytes:
    """One template with the answers in it; answers stand in a brief as YAML, elsewhere as they are."""
    text = (_TEMPLATES / name).read_text(encoding="utf-8")
    accounts = _accounts(given["accounts"])
    said = {key: one_line(answer, flow=False) for key, answer in given.items()}
    said["accounts"] = "\n".join(f"  - {one_line(account, flow=False)}" for account in accounts)
    platforms = dict.fromkeys(account["platform"] for account in accounts)
    said["platforms"] = "\n".join(f"- {platform}: {_asked_of(platform)}" for platform in platforms)
    return Template(text).substitute(said, slug=slug, title=" ".join(given["name"].split())).encode()


def _accounts(listed: str) -> list[dict[str, str]]:
    """The accounts of a list such as ``instagram:pechka, vk:pechka_pizza``; what is faulty is told later.

    >>> _accounts("vk:pechka_pizza")
    [{'platform': 'vk', 'account': 'pechka_pizza', 'role': 'own'}]
    """
    pairs = [entry.partition(":") for entry in re.split(r"[,;\n]", listed) if entry.strip()]
    return [
        {"platform": platform.strip().lower(), "account": account.strip().removeprefix("@"), "role": "own"}
        for platform, _, account in pairs
    ]


@cache
def _asks() -> Mapping[str, str]:
    asks: Mapping[str, str] = YAML(typ="safe", pure=True).load(
        (_TEMPLATES / "platforms.yml").read_text("utf-8")
    )
    return asks


def _asked_of(platform: str) -> str:
    """What to export from a platform, in words for the client."""
    return _asks().get(platform, _asks()["otherwise"])


def _write_whole(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write all files to a folder beside, then give it its name in one step."""
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for name, content in contents.items():
            path = aside / folder.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        (aside / folder.name).rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)

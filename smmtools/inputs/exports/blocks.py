"""Files that hold several small tables one below the other, each under its title."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.exports.pages import Page, Table, too_long

_FIGURE = re.compile(r"[\d\s.,:T%/+-]+")


@dataclass(frozen=True)
class Block:
    """One titled table: the title, and what stands below it."""

    title: str
    table: Table


def titled_blocks(page: Page) -> list[Block]:
    """The page's blocks, in order. A title is a lone cell that is no figure; header and records follow.

    Blank records part blocks, but need not: the next title does, too. A lone cell right below a title is
    its header (an audience in one country).
    """
    blocks: list[Block] = []
    title, titled_at = "", -2
    header: tuple[str, ...] = ()
    body: dict[int, list[str]] = {}
    for number, record in [*enumerate(page.records()), (-1, ["end"])]:
        filled = _without_blank_end(record)
        below_title = not header and number == titled_at + 1
        if len(filled) == 1 and not _FIGURE.fullmatch(filled[0]) and not below_title:
            if header:
                blocks.append(_block(page, title, header, body))
            title, titled_at, header, body = filled[0], number, (), {}
        elif filled and not header:
            header = tuple(filled)
        elif filled:
            body[number] = filled
    return blocks


def _without_blank_end(record: list[str]) -> list[str]:
    cells = [cell.strip() for cell in record]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _block(page: Page, title: str, header: tuple[str, ...], body: dict[int, list[str]]) -> Block:
    width = len(header)
    for number, record in body.items():
        if len(record) > width:
            raise too_long(page.place(number))
    rows = [record + [""] * (width - len(record)) for record in body.values()]
    cells = pd.DataFrame(rows, index=list(body), columns=range(width), dtype="str")
    return Block(title, Table(page.file, page, header, cells))

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

    Blank records part blocks, but need not: the next title does, too.
    """
    blocks: list[Block] = []
    title = ""
    header: tuple[str, ...] = ()
    body: dict[int, list[str]] = {}
    for number, record in [*enumerate(page.records()), (-1, ["end"])]:
        filled = _without_blank_end(record)
        if len(filled) == 1 and not _FIGURE.fullmatch(filled[0]):
            if header:
                blocks.append(_block(page, title, header, body))
            title, header, body = filled[0], (), {}
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

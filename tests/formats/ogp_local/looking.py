"""How tests look into the content of a form: a question and its answer, the table of working groups, all words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from opengov_local.finding import Finding
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.paper.content import Grid, Line, Paper, Part, Prose, Row, Sheet
from opengov_local.model import Package

Make = Callable[..., Package]
Tree = dict[str, Any]


def paper_of(package: Package, language: str = "fr", *, with_contacts: bool = False) -> Paper:
    """Puts the forms of a package together, and leaves their first pages aside."""
    return without_covers(compose(package, language=language, with_contacts=with_contacts, plan=None)[0])


def without_covers(paper: Paper) -> Paper:
    """Gives a paper without the first pages of its plans."""
    return replace(paper, sheets=tuple(sheet for sheet in paper.sheets if not sheet.anchor.endswith("_cover")))


def findings_of(package: Package, language: str = "fr", *, with_contacts: bool = False) -> dict[str, Finding]:
    """Gives what the form tells about itself, by code and `what`."""
    found = compose(package, language=language, with_contacts=with_contacts, plan=None)[1]
    return {f"{each.code} {each.params.get('what', '')}".strip(): each for each in found}


def lines_of(sheet: Sheet) -> Iterator[Line]:
    """Gives every line of a form."""
    yield sheet.title
    yield sheet.subtitle
    for part in sheet.parts:
        for block in part.blocks:
            if isinstance(block, (Row, Prose)):
                yield from block.lines
            elif isinstance(block, Grid):
                yield from (line for row in block.rows for cell in row for line in cell)


def text_of(paper: Paper) -> str:
    """Gives all words of a paper."""
    return "\n".join(line.text for sheet in paper.sheets for line in lines_of(sheet))


def parts_of(paper: Paper) -> Iterator[Part]:
    """Gives all parts of a paper."""
    for sheet in paper.sheets:
        yield from sheet.parts


def blocks_of(paper: Paper, key: str) -> list[Any]:
    """Gives the blocks of a key, in their order."""
    return [block for part in parts_of(paper) for block in part.blocks if block.key == key]


def row_of(sheet: Sheet, key: str) -> Row:
    """Gives the row of a question."""
    return next(b for part in sheet.parts for b in part.blocks if isinstance(b, Row) and b.key == key)


def groups_of(package: Package, language: str = "fr") -> Grid:
    """Gives the table of the working groups of the first workshop."""
    blocks = (b for part in paper_of(package, language).sheets[0].parts for b in part.blocks)
    return next(b for b in blocks if isinstance(b, Grid) and b.key == "workshop.groups")


def answer(sheet: Sheet, key: str) -> list[str]:
    """Gives the lines of the answer to a question."""
    return [line.text for line in row_of(sheet, key).lines]

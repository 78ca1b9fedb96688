"""Draws a paper as one self-contained HTML page: no script, nothing from the network, printable on A4."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup
from msgspec.structs import replace

from opengov_local.formats.paper.columns import Columns
from opengov_local.formats.paper.content import Block, Grid, Layout, Paper, Part, Sheet
from opengov_local.formats.paper.direction import direction
from opengov_local.formats.paper.html_sheets import opened

_WIDTHS: Final[dict[Layout, int]] = {"tall": 10091, "wide": 15023, "cover": 10091}
"""What the columns of a table have together on paper, in twentieths of a point: 178 mm, and 265 on its side."""


def draw(paper: Paper) -> bytes:
    """Draws a paper as an HTML page, UTF-8."""
    page_before, page_after = paper.page.split("{page}")
    page_between, page_end = page_after.split("{pages}")
    html = _template().render(
        paper=paper,
        sheets=_with_columns(paper),
        style=Markup(_resource("page.css")),
        page=(page_before, page_between, page_end),
    )
    return html.encode("utf-8")


def _with_columns(paper: Paper) -> Iterator[Sheet]:
    """Gives the sheets of a paper, their tables with columns as wide as the words in them ask for."""
    columns = Columns(paper)

    def fitted(part: Part, width: int) -> Part:
        if not any(isinstance(block, Grid) for block in part.blocks):
            return part
        return replace(part, blocks=tuple(drawn(block, width) for block in part.blocks))

    def drawn(block: Block, width: int) -> Block:
        return replace(block, weights=tuple(columns.widths(block, width))) if isinstance(block, Grid) else block

    for sheet in paper.sheets:
        yield replace(sheet, parts=tuple(fitted(part, _WIDTHS[sheet.layout]) for part in sheet.parts))


def css_string(text: str) -> Markup:
    """Writes text as a CSS string: everything but plain letters and spaces as an escape."""
    letters = (letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)
    return Markup('"{}"').format(Markup("".join(letters)))


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"direction": direction, "css_string": css_string}
    environment.filters["opened"] = lambda sheet, banner: Markup(opened(sheet, banner))
    return environment.from_string(_resource("page.html.jinja"))


@cache
def _resource(name: str) -> str:
    return files(__name__.rpartition(".")[0]).joinpath(name).read_text(encoding="utf-8")

"""Draws a paper as one self-contained HTML page: no script, nothing from the network, printable on A4."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from opengov_local.formats.paper.content import Block, Line, Lines, Paper, runs_of
from opengov_local.formats.paper.direction import direction


def draw(paper: Paper) -> bytes:
    """Draws a paper as an HTML page, UTF-8."""
    page_before, page_after = paper.page.split("{page}")
    page_between, page_end = page_after.split("{pages}")
    html = _template().render(
        paper=paper, style=Markup(_resource("page.css")), page=(page_before, page_between, page_end)
    )
    return html.encode("utf-8")


def css_string(text: str) -> Markup:
    """Writes text as a CSS string: everything but plain letters and spaces as an escape."""
    letters = (letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)
    return Markup('"{}"').format(Markup("".join(letters)))


def blocks(lines: Lines) -> list[list[list[Line]]]:
    """Groups lines for lists: each block is a list of items, each item its lines; a paragraph is a block of one.

    A block whose first line has the place `item` is a list.
    """
    found: list[list[list[Line]]] = []
    for line in lines:
        in_list = found and found[-1][0][0].place == "item"
        if line.place == "below" and in_list:
            found[-1][-1].append(line)
        elif line.place == "item" and in_list:
            found[-1].append([line])
        else:
            found.append([[line]])
    return found


def _is_of_kind(block: Block, kind: str) -> bool:
    return type(block).__name__ == kind


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"direction": direction, "css_string": css_string, "blocks": blocks, "runs": runs_of}
    environment.tests["of_kind"] = _is_of_kind
    return environment.from_string(_resource("page.html.jinja"))


def _resource(name: str) -> str:
    return files(__name__.rpartition(".")[0]).joinpath(name).read_text(encoding="utf-8")

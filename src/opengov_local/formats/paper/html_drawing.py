"""Draws a paper as one self-contained HTML page: no script, nothing from the network, printable on A4."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from opengov_local.formats.paper.content import Paper
from opengov_local.formats.paper.direction import direction
from opengov_local.formats.paper.html_sheets import opened


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


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"direction": direction, "css_string": css_string}
    environment.filters["opened"] = lambda sheet, banner: Markup(opened(sheet, banner))
    return environment.from_string(_resource("page.html.jinja"))


@cache
def _resource(name: str) -> str:
    return files(__name__.rpartition(".")[0]).joinpath(name).read_text(encoding="utf-8")

"""The OGP Local form as one self-contained HTML page: no script, nothing from the network, printable on A4."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from opengov_local.formats.ogp_local.direction import direction
from opengov_local.formats.ogp_local.form import Line, Lines
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.written import Written
from opengov_local.model.package import Package


def write(package: Package, *, language: str = "fr", with_contacts: bool = False, plan: str | None = None) -> Written:
    """Writes the forms of a package as an HTML page.

    Args:
        package: the package.
        language: language of the form: en, fr or ar.
        with_contacts: whether private persons and contact details are written too.
        plan: id of the one plan that is wanted; None for all.

    Returns:
        The page, UTF-8, and what was left out, replaced or shown in another language.

    Raises:
        OptionError: the form is not there in this language, or the package has no such plan.
        TargetError: the package has no plan at all.
    """
    paper, findings = compose(package, language=language, with_contacts=with_contacts, plan=plan)
    page_before, page_after = paper.page.split("{page}")
    page_between, page_end = page_after.split("{pages}")
    html = _template().render(
        paper=paper,
        style=Markup(_resource("form.css")),
        page=(page_before, page_between, page_end),
    )
    return Written(html.encode("utf-8"), findings)


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


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"direction": direction, "css_string": css_string, "blocks": blocks}
    return environment.from_string(_resource("form.html.jinja"))


def _resource(name: str) -> str:
    return files("opengov_local.formats.ogp_local").joinpath(name).read_text(encoding="utf-8")

"""Every page that is written, judged by axe in Chromium: WCAG and best practice, in one language after the other."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import Any

from tests.browser.driving import OVERFLOW, Step, Tool, drive

import opengov_local as ogl
from opengov_local import formats
from opengov_local.formats.paper.labels import LANGUAGES
from opengov_local.model import Package
from opengov_local.resources import data_folder

AXE: Step = {"do": "axe"}
CARDS: Step = {
    "do": "ask",
    "code": """
    [...document.querySelectorAll(".grid")].filter((grid) => getComputedStyle(grid).display === "block").length""",
}
NARROW: Step = {
    "do": "ask",
    "code": """
    [...document.querySelectorAll("caption")].filter((it) => it.offsetWidth < it.parentElement.offsetWidth).length""",
}
PAGES = [row.name for row in formats.FORMATS if row.writes and row.extra == "html"]


def _twins() -> Package:
    """Gives the full example with a second plan of the same title."""
    tree: dict[str, Any] = ogl.load(data_folder("examples") / "synthetic" / "full-plan.json").to_tree()
    tree["plans"][1]["title"] = tree["plans"][0]["title"]
    return Package.model_validate(tree)


def test_no_page_keeps_anybody_out(require_tool: Tool, tmp_path: Path) -> None:
    package, pages = _twins(), []
    for name, language in zip(PAGES, cycle(LANGUAGES), strict=False):
        pages.append(tmp_path / f"{name}.{language}.html")
        pages[-1].write_bytes(ogl.dump(package, name, language=language).data)
    steps = [step for page in pages for step in ({"do": "turn", "to": str(page)}, AXE, OVERFLOW)]
    given = drive(require_tool, pages[0], *steps)
    found = {page.name: given[3 * n + 1 : 3 * n + 3] for n, page in enumerate(pages)}
    assert {name: faults for name, faults in found.items() if faults != [[], 0]} == {}


def test_tables_turn_into_cards_where_their_columns_would_cut_words(require_tool: Tool, tmp_path: Path) -> None:
    """Wide tables of a programme at 800 pixels, all of a form at 400, with captions as wide as their table."""
    pages = [tmp_path / "programme.html", tmp_path / "form.html"]
    for page, name in zip(pages, ("programme-html", "ogp-local-html"), strict=True):
        page.write_bytes(ogl.dump(_twins(), name, language="ar").data)
    seen = [step for width in (1200, 800, 400) for step in ({"do": "size", "width": width}, CARDS, NARROW)]
    steps = [step for page in pages for step in ({"do": "turn", "to": str(page)}, *seen)]
    given = drive(require_tool, pages[0], *steps)
    programme, form = ([given[start + 2 + 3 * n : start + 4 + 3 * n] for n in range(3)] for start in (0, 10))
    assert programme[0] == form[0] == form[1] == [0, 0]
    assert programme[1][0] > 0
    assert form[2][0] > programme[1][0] > 0
    assert programme[2][1] == form[2][1] == 0


def test_a_long_word_in_a_title_stays_on_the_page(require_tool: Tool, tmp_path: Path) -> None:
    tree = _twins().to_tree()
    tree["plans"][0]["title"] = {"fr": "Programme" * 20}
    page = tmp_path / "form.html"
    page.write_bytes(ogl.dump(Package.model_validate(tree), "ogp-local-learning-html", language="fr").data)
    *_, beyond = drive(require_tool, page, {"do": "open"}, {"do": "size", "width": 400}, OVERFLOW)
    assert beyond == 0


def test_an_answer_without_a_question_keeps_its_border_on_narrow_screens(require_tool: Tool, tmp_path: Path) -> None:
    page = tmp_path / "form.html"
    page.write_bytes(ogl.dump(_twins(), "ogp-national-2022-html", language="fr").data)
    code = "parseFloat(getComputedStyle(document.querySelector('.form td[colspan]')).borderTopWidth)"
    steps: list[Step] = [{"do": "open"}, {"do": "size", "width": 400}, {"do": "ask", "code": code}]
    assert drive(require_tool, page, *steps)[-1] > 0

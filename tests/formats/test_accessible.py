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

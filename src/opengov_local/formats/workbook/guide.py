"""The sheets that hold no objects: instructions, the words of the drop-downs, and what the import needs to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from opengov_local import codelists
from opengov_local.formats.workbook.cells import label_of
from opengov_local.formats.workbook.drawing import Plan, range_of
from opengov_local.formats.workbook.layout import MARKER
from opengov_local.formats.workbook.paper import Paper
from opengov_local.formats.workbook.wording import ABOUT, GUIDE, LISTS, keys, word

VERSION: Final = "1"
"""Version of the layout of the workbook."""
_FIRST_WORD: Final = 3


def draw_guide(paper: Paper, plans: Sequence[Plan]) -> None:
    """Draws the instructions."""
    there, language = paper.sheet(word("guide.sheet", paper.language)), paper.language
    there.hide_gridlines(2)
    there.set_column(0, 0, 4, None, {"hidden": True})
    there.set_column(1, 1, 28)
    there.set_column(2, 2, 90)
    there.fit_to_pages(1, 0)
    paper.write(there, 0, 0, MARKER + GUIDE, "hidden")
    there.merge_range(0, 1, 0, 2, word("guide.title", language), paper.look("title"))
    there.set_row(0, 28)
    line = 2
    for key in keys("guide."):
        number = key.partition(".")[2]
        if number.isdecimal():
            paper.write(there, line, 1, number, "mark")
            paper.write(there, line, 2, word(key, language), "prose")
            paper.tall(there, line, [(word(key, language), 80)])
            line += 1
    paper.write(there, line + 1, 1, word("guide.sheets", language), "title")
    there.set_row(line + 1, 28)
    line += 1
    for plan in plans:
        line += 1
        paper.write(there, line + 1, 1, plan.name, "heading")
        paper.write(there, line + 1, 2, _about(plan), "prose")
        paper.tall(there, line + 1, [(_about(plan), 80)])


def _about(plan: Plan) -> str:
    needed = [lane.heading.removesuffix(" *") for lane in plan.lanes if lane.heading.endswith(" *")]
    return ", ".join(needed) if needed else ", ".join(lane.heading for lane in plan.lanes[:3])


def list_ranges(plans: Sequence[Plan], language: str) -> dict[str, str]:
    """Gives, by name of a code list, the range of its words on the sheet of lists."""
    name, offered = word("lists.sheet", language), _offered(plans)
    return {
        wanted: range_of(name, column, _FIRST_WORD, _FIRST_WORD + len(codes) - 1)
        for column, (wanted, codes) in enumerate(offered.items(), 1)
    }


def draw_lists(paper: Paper, plans: Sequence[Plan]) -> None:
    """Draws the words to choose from."""
    language = paper.language
    there = paper.sheet(word("lists.sheet", language))
    there.set_column(0, 0, 4, None, {"hidden": True})
    there.set_row(0, None, None, {"hidden": True})
    paper.write(there, 0, 0, MARKER + LISTS, "hidden")
    for column, (wanted, codes) in enumerate(_offered(plans).items(), 1):
        there.set_column(column, column, 34)
        paper.write(there, 0, column, wanted, "hidden")
        paper.write(there, 2, column, codelists.get(wanted).title(language), "heading")
        for row, code in enumerate(codes, _FIRST_WORD):
            paper.write(there, row, column, label_of(wanted, code, language), "prose")
    there.freeze_panes(_FIRST_WORD, 0)


def _offered(plans: Sequence[Plan]) -> dict[str, list[str]]:
    wanted = sorted({lane.codelist for plan in plans for lane in plan.lanes if lane.codelist})
    return {name: [entry.code for entry in codelists.get(name) if entry.deprecated is None] for name in wanted}


def draw_about(paper: Paper, facts: Mapping[str, str]) -> None:
    """Draws the hidden sheet that the import reads first."""
    there = paper.sheet("opengov_local")
    paper.write(there, 0, 0, MARKER + ABOUT, "hidden")
    for row, (name, value) in enumerate(facts.items(), 1):
        paper.write(there, row, 0, name, "hidden")
        paper.write(there, row, 1, value, "hidden")
    there.very_hidden()

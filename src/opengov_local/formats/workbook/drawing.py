"""Drawing the sheets: headings, help, example, entries and their drop-downs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from opengov_local.formats.workbook.content import PLACE, Row, place_label
from opengov_local.formats.workbook.layout import EXAMPLE, HEADING, HELP, MARK, MARKER, Lane
from opengov_local.formats.workbook.names import is_named, kind_of
from opengov_local.formats.workbook.paper import Paper
from opengov_local.formats.workbook.tables import Sheet
from opengov_local.formats.workbook.wording import word

_FIRST_LANE: Final = 2
_LAST_ROW: Final = 1999
"""Drop-downs reach down to here."""
_MARK_WIDTH: Final = 14
_LABEL_WIDTH: Final = 34
_HELP_WIDTH: Final = 30


@dataclass(frozen=True)
class Plan:
    """What is to be drawn on one sheet.

    Attributes:
        kind: the kind of sheet.
        name: its name.
        lanes: its columns.
        rows: its objects.
        with_example: whether the row of the example is there.
    """

    kind: Sheet
    name: str
    lanes: Sequence[Lane]
    rows: Sequence[Row]
    with_example: bool

    @property
    def first_row(self) -> int:
        """The line of the first object, from 0."""
        return 4 if self.with_example else 3


@dataclass
class Choices:
    """Where the words of drop-downs stand.

    Attributes:
        lists: name of a code list to the range of its words.
        objects: kind of object to the range of their numbers or titles.
    """

    lists: Mapping[str, str]
    objects: Mapping[str, str] = field(default_factory=dict)


def range_of(sheet_name: str, column: int, first: int, last: int) -> str:
    """Writes the range of a column for a formula; rows and columns from 0."""
    letters, quoted = xl_col_to_name(column, col_abs=True), sheet_name.replace("'", "''")
    return f"='{quoted}'!{letters}${first + 1}:{letters}${last + 1}"


def object_ranges(plans: Sequence[Plan]) -> dict[str, str]:
    """Gives, by kind of object, the range of the numbers of its rows, or of their titles where there are none."""
    found = {}
    for plan in plans:
        keys = [lane.key for lane in plan.lanes]
        named = next((key for key in keys if key == "number"), None) or next(
            (key for key in keys if key.partition("@")[0] in ("title", "name")), None
        )
        if named and not plan.kind.form and (plan.kind.model.concept or is_named(plan.kind.model)):
            column = _FIRST_LANE + keys.index(named)
            found[kind_of(plan.kind.model)] = range_of(plan.name, column, plan.first_row, _LAST_ROW)
    return found


def draw(paper: Paper, plan: Plan, choices: Choices) -> None:
    """Draws one sheet: its columns from left to right, or as a form from top to bottom."""
    there = paper.sheet(plan.name)
    (_draw_form if plan.kind.form else _draw_table)(paper, there, plan, choices)


def _draw_table(paper: Paper, there: Worksheet, plan: Plan, choices: Choices) -> None:
    entry, language = paper.look("entry"), paper.language
    there.set_column(0, 0, 6, paper.look("hidden"), {"hidden": True})
    there.set_column(1, 1, _MARK_WIDTH, paper.look("prose"))
    for number, lane in enumerate(plan.lanes, _FIRST_LANE):
        shape = paper.look("hidden" if lane.hidden else "entry", lane.language)
        there.set_column(number, number, lane.width, shape, {"hidden": lane.hidden})
    beyond = _FIRST_LANE + len(plan.lanes)
    there.set_column(beyond, beyond + 20, 20, entry)
    there.set_row(0, None, None, {"hidden": True})
    for line, role in enumerate([MARKER + plan.kind.key, HEADING, HELP, *([EXAMPLE] if plan.with_example else [])]):
        paper.write(there, line, 0, role, "hidden")
    paper.write(there, 0, 1, MARK, "hidden")
    paper.write(there, 1, 1, "", "heading")
    paper.write(there, 2, 1, word("mark.help", language), "help")
    if plan.with_example:
        paper.write(there, 3, 1, word("mark.example", language), "mark")
    for number, lane in enumerate(plan.lanes, _FIRST_LANE):
        paper.write(there, 0, number, lane.key, "hidden")
        paper.write(there, 1, number, lane.heading, "heading")
        paper.write(there, 2, number, lane.help, "help")
        if plan.with_example:
            paper.write(there, 3, number, lane.example, "example", language=lane.language)
        _offer(there, (plan.first_row, number, _LAST_ROW, number), plan, lane, choices, language)
    _make_room(paper, there, plan)
    for line, row in enumerate(plan.rows, plan.first_row):
        _draw_row(paper, there, line, row, plan.lanes)
    there.freeze_panes(3, _FIRST_LANE)
    there.repeat_rows(1)
    there.ignore_errors({"number_stored_as_text": f"A1:XFD{_LAST_ROW + 1}"})


def _draw_row(paper: Paper, there: Worksheet, line: int, row: Row, lanes: Sequence[Lane]) -> None:
    """Draws an object of a table; hidden texts do not make its line higher."""
    if row.id:
        paper.write(there, line, 0, row.id, "hidden")
    high: list[tuple[str, float]] = []
    for number, lane in enumerate(lanes, _FIRST_LANE):
        text = row.cells.get(lane.key)
        if text is not None:
            paper.write(there, line, number, text, "hidden" if lane.hidden else "entry", language=lane.language)
            high += [] if lane.hidden else [(text, lane.width)]
    paper.tall(there, line, high)


def _make_room(paper: Paper, there: Worksheet, plan: Plan) -> None:
    """Makes the locked rows of a table high enough; the entries grow by themselves."""
    paper.tall(there, 1, [(lane.heading, lane.width - 3) for lane in plan.lanes])
    paper.tall(there, 2, [(lane.help, lane.width) for lane in plan.lanes], 12)
    if plan.with_example:
        texts = [(lane.example, lane.width) for lane in plan.lanes]
        paper.tall(there, 3, [*texts, (word("mark.example", paper.language), _MARK_WIDTH - 2)])


def _draw_form(paper: Paper, there: Worksheet, plan: Plan, choices: Choices) -> None:
    language, entries = paper.language, max(1, len(plan.rows))
    roles = [MARKER + plan.kind.key, HEADING, HELP, *([EXAMPLE] if plan.with_example else [])]
    words = ["field", "guide", "mark.example"]
    there.set_column(0, 0, 6, paper.look("hidden"), {"hidden": True})
    there.set_column(1, 1, _LABEL_WIDTH)
    there.set_column(2, 2, _HELP_WIDTH)
    there.set_column(3, plan.first_row - 1, 40)
    width = max((lane.width for lane in plan.lanes), default=_LABEL_WIDTH)
    there.set_column(plan.first_row, plan.first_row + max(entries, 4) - 1, width, paper.look("entry"))
    there.set_row(0, None, None, {"hidden": True})
    paper.write(there, 1, 0, MARK, "hidden")
    for column, role in enumerate(roles):
        paper.write(there, 0, column, role, "hidden")
        if column:
            paper.write(there, 1, column, word(words[column - 1], language), "heading" if column < 3 else "mark")
    for column, row in enumerate(plan.rows, plan.first_row):
        if row.id:
            paper.write(there, 0, column, row.id, "hidden")
    for column in range(plan.first_row, plan.first_row + entries):
        paper.write(there, 1, column, word("value", language), "heading")
    for line, lane in enumerate(plan.lanes, _FIRST_LANE):
        paper.write(there, line, 0, lane.key, "hidden")
        paper.write(there, line, 1, lane.heading, "heading")
        paper.write(there, line, 2, lane.help, "help")
        if plan.with_example:
            paper.write(there, line, 3, lane.example, "example", language=lane.language)
        for column in range(plan.first_row, plan.first_row + entries):
            text = plan.rows[column - plan.first_row].cells.get(lane.key, "") if plan.rows else ""
            paper.write(there, line, column, text, "entry", language=lane.language)
        if lane.hidden:
            there.set_row(line, None, None, {"hidden": True})
            continue
        last = plan.first_row + entries - 1
        texts = [(row.cells.get(lane.key, ""), float(width)) for row in plan.rows]
        example = (lane.example if plan.with_example else "", 36.0)
        own = [(lane.heading, _LABEL_WIDTH - 3.0), (lane.help, _HELP_WIDTH + 6.0), example]
        paper.tall(there, line, [*own, *texts])
        _offer(there, (line, plan.first_row, line, last), plan, lane, choices, language)
    there.freeze_panes(2, 2)
    there.ignore_errors({"number_stored_as_text": "A1:XFD400"})


def _offer(
    there: Worksheet,
    area: tuple[int, int, int, int],
    plan: Plan,
    lane: Lane,
    choices: Choices,
    language: str,
) -> None:
    """Offers words to choose from; what else is written is taken too, with a warning where one word is wanted."""
    source: Any = None
    if lane.key == PLACE:
        source = list(dict.fromkeys(place_label(place, language) for place in plan.kind.places))
        source = source if len(",".join(source)) < 255 and not any("," in text for text in source) else None
    elif lane.codelist:
        source = choices.lists.get(lane.codelist)
    elif len(lane.refers) == 1:
        source = choices.objects.get(lane.refers[0])
    if source:
        strict = lane.codelist is not None and not lane.many
        rule = {"validate": "list", "source": source, "error_type": "warning", "show_error": strict}
        there.data_validation(*area, rule)

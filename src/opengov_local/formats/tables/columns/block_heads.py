"""What stands above each table of a sheet that has one for each project: its title, and labels with their answers."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.period_headings import period_in
from opengov_local.formats.wording.headings.heading_meanings import Own, targets
from opengov_local.formats.wording.headings.phrases import begins, says
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.numbering import bare_number, split_number
from opengov_local.importing.dates import find_dates, read_date

TITLE, NUMBER = "commitment.title", "commitment.number"
_LONGEST = 300
_LONGEST_LABEL = 80
_OF_OBJECTS = frozenset({"commitment", "item", "axis"})
_MANY = 4
_MARKS = " \u00a0\t:："


def project_in(text: str) -> str:
    """Tells what a line says of a project by its word and number: its title, its number alone, or "" for nothing."""
    if len(text) > _LONGEST or not begins("project_word", text):
        return ""
    if bare_number(text, "project_word"):
        return NUMBER
    return TITLE if split_number(text, "project_word").number else ""


def head_above(grid: Grid, low: int, header: int, own: Own) -> int | None:
    """Gives the first row of the head of a table; None where no row above it names a project.

    Args:
        grid: the sheet.
        low: the first row that may belong to it.
        header: the row of the headings.
        own: a council's own headings.
    """
    top = None
    for row in range(header - 1, low - 1, -1):
        cells = [value for value in grid.rows[row] if not is_blank(value)]
        if not (len(cells) < 2 or _is_labelled(cells, own)):
            break
        if cells and (names_project(cells, own) or (top is not None and _names_axis(cells))):
            top = row
        elif top is not None and cells:
            return _labels_above(grid, low, top, own)
    return top


def _labels_above(grid: Grid, low: int, top: int, own: Own) -> int:
    """Gives the first of the labels with answers right above a title and below a blank row; the title's without any."""
    for row in range(top - 1, low - 1, -1):
        cells = [value for value in grid.rows[row] if not is_blank(value)]
        if not cells:
            return row + 1
        if len(cells) != len(("label", "answer")) or not _is_labelled(cells, own):
            break
    return top


def plain_title(grid: Grid, low: int, header: int, own: Own) -> int | None:
    """Gives the row above a table that titles its project without a word for it; None where none surely does.

    It stands alone above labels of the project ("Responsable :"), or begins with the number that those of the steps
    begin with.

    Args:
        grid: the sheet.
        low: the first row that may be its.
        header: the row of the headings.
        own: a council's own headings.
    """
    alone: list[int] = []
    labelled = False
    for row in range(header - 1, low - 1, -1):
        cells = [value for value in grid.rows[row] if not is_blank(value)]
        if len(cells) > 1 and not _is_labelled(cells, own):
            break
        if len(cells) > 1 or (cells and is_label(cells[0], own)):
            if alone and labelled:
                break
            labelled, alone = True, []
        elif cells and _may_title(cells[0]):
            alone.append(row)
    if not alone:
        return None
    return alone[0] if labelled or _numbers(grid, alone[0], header) else None


def timed_title(grid: Grid, header: int) -> int | None:
    """Gives the row right above a table that says alone when what it tells was so: "Suivi au 30 juin 2025"."""
    cells = [value for value in grid.rows[header - 1] if not is_blank(value)] if header else []
    text = str(cells[0]).strip() if len(cells) == 1 and isinstance(cells[0], str) else ""
    timed = bool(text) and len(text) <= _LONGEST and (len(find_dates(text)) == 1 or bool(period_in(text).words))
    return header - 1 if timed else None


def _may_title(value: Value) -> bool:
    text = str(value).strip()
    return len(text) <= _LONGEST and not (says("plan", text) or begins("note", text) or begins("axis_word", text))


def _numbers(grid: Grid, row: int, header: int) -> bool:
    """Tells whether the first step below a header has a number that continues the one of a title."""
    title = next(str(value) for value in grid.rows[row] if not is_blank(value))
    number = split_number(title, "project_word").number
    below = next((values for values in grid.rows[header + 1 :] if not all(map(is_blank, values))), [])
    first = next((str(value).strip() for value in below if not is_blank(value)), "")
    return bool(number) and first.startswith((f"{number}.", f"{number}-"))


def _is_labelled(cells: Sequence[Value], own: Own) -> bool:
    """Tells whether the first cell of a row is a label, and not all of them are: they would be headings.

    In a row of many cells each second one is: else they are those of a table, one that calls its projects "Projet 1".
    """
    labels = [is_label(value, own) for value in cells]
    return labels[0] and not all(labels) and (len(labels) < _MANY or all(labels[::2]))


def is_label(value: Value, own: Own) -> bool:
    """Tells whether a cell is a label of an object of a plan, or has the colon of labels behind it."""
    if not isinstance(value, str) or len(value) > _LONGEST_LABEL:
        return False
    if value.rstrip()[-1:] in (":", "："):
        return True
    meaning = surely(value.strip(_MARKS), own)
    return meaning is not None and targets()[meaning.target].scope in _OF_OBJECTS


def names_project(cells: Sequence[Value], own: Own) -> bool:
    """Tells whether the cells of a line name a project, by its word or by a label; no time does: "Projet | 2025"."""
    first = str(cells[0]).strip(_MARKS)
    if project_in(first):
        return True
    answered = len(cells) > 1 and read_date(str(cells[1]).strip()) is None
    meaning = surely(first, own) if answered and len(first) <= _LONGEST_LABEL else None
    return meaning is not None and meaning.target == TITLE


def _names_axis(cells: Sequence[Value]) -> bool:
    text = str(cells[0])
    return begins("axis_word", text) and bool(
        split_number(text, "axis_word").number or bare_number(text.strip(_MARKS), "axis_word")
    )

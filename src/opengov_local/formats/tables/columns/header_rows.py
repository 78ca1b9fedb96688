"""The rows of a header: how far down it goes, and which headings stand above each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.heading_groups import in_funds
from opengov_local.formats.tables.columns.measure_parts import measure_below
from opengov_local.formats.tables.columns.month_rows import is_week, month_of, months_in
from opengov_local.formats.tables.columns.period_bounds import bound_below, planned_rate
from opengov_local.formats.tables.columns.period_headings import names_period, period_in
from opengov_local.formats.tables.columns.quarter_rows import quarter_of
from opengov_local.formats.tables.columns.ticks import may_be_ticked
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, targets
from opengov_local.formats.wording.headings.phrases import phrases, says
from opengov_local.formats.wording.headings.vocabulary import language_named, recognise, surely
from opengov_local.formats.wording.words.legend_words import is_legend
from opengov_local.formats.wording.words.units import unit_row
from opengov_local.importing.dates import read_date
from opengov_local.importing.language import ARABIC_LETTER
from opengov_local.importing.words import fold

_HEIGHT = 4
_SHORT = 12
"""Characters of the name of a part of a year."""
_PAIR, _FEWEST_WORDS = 2, 3
"""A label and its answer; words of the title of a plan, at least."""
_TITLES = frozenset({"commitment.title", "milestone.title"})
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]+[)\]]")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def is_year(value: object) -> bool:
    """Tells whether a heading is a year: of a column of amounts, as a rule."""
    text = str(value).strip()
    return text.isdecimal() and 1900 <= int(text) <= 2100


def said_in(value: Value) -> str:
    """Gives the text of a heading, with its years in plain digits: «الكلفة ٢٠٢٦» is of 2026.

    A date on the first of a month is that month, as spreadsheets make of a typed "juin-26".
    """
    if isinstance(value, date):
        return value.isoformat()[: len("2026-06") if value.day == 1 else len("2026-06-01")]
    text = str(value).strip()
    return text if text.isascii() else _YEAR.sub(lambda year: str(int(year[0])), text)


def times_in(cells: Mapping[int, Value]) -> list[int]:
    """Gives the columns of a row that dates head: several beside each other, each later than the one before."""
    dated = {index: value for index, value in cells.items() if isinstance(value, date)}
    beside = [*dated] == [*range(min(dated, default=0), min(dated, default=0) + len(dated))]
    later = all(one < other for one, other in pairwise(map(said_in, dated.values())))
    return [*dated] if len(dated) >= _PAIR and beside and later else []


def header_end(grid: Grid, row: int, own: tuple[tuple[str, str], ...]) -> int:
    """Gives the last row of a header, of four at most.

    A row below belongs to it where headings beside it are merged down over it. Else all of its cells must stand below
    headings that span columns, and be headings: known ones, or years and other times; or all columns that headings are
    merged over have one, and no other column but for its unit.

    Args:
        grid: the sheet.
        row: the row of the headings proper.
        own: a council's own words.
    """
    last = row
    for below in range(row + 1, min(row + _HEIGHT, len(grid.rows))):
        cells = {index: value for index, value in enumerate(grid.rows[below]) if not is_blank(value)}
        months = {index for index in cells if _part_of_year(grid, below, index, _over(grid, last, index))}
        weeks = all(isinstance(value, str) and is_week(value) for value in cells.values())
        bounds = {index for index, value in cells.items() if _parts_asked(_over(grid, last, index), str(value), own)}
        heads = (index in months | bounds or _can_head(value) for index, value in cells.items())
        if parts_years(grid, last, below):
            last = below
            continue
        if not cells or not all(heads) or unit_row(grid, below) or _is_title(list(cells.values())):
            break
        reached = any(merge.row <= row and merge.last_row >= below and merge.last_row > merge.row and
                      merge.column not in cells for merge in grid.merges)  # fmt: skip
        if not reached:
            under = all(_owner(grid, last, index) is not None for index in cells)
            known = sum(
                weeks
                or index in months | bounds
                or _heads(value, own)
                or in_funds([*stacked(grid, row, last, index), *_over(grid, last, index)], own)
                or may_be_ticked(grid, below + 1, index, [*_over(grid, last, index), str(value)], own)
                for index, value in cells.items()
            )
            if (not under or known * 2 <= len(cells)) and not _fills_groups(grid, last, cells):
                break
        last = below
    return last


def _fills_groups(grid: Grid, row: int, cells: Mapping[int, Value]) -> bool:
    """Tells whether cells below a row stand in every column that its headings are merged over: two groups at least.

    Another column has none but a unit in brackets, "(mois)": a row of data has a title.
    """
    spans = [range(merge.column, merge.last_column + 1) for merge in grid.merges
             if merge.row == merge.last_row == row and merge.last_column > merge.column]  # fmt: skip
    spanned = {at for span in spans for at in span}
    if len(spans) < _PAIR or not spanned <= cells.keys() or 0 in spanned:
        return False
    return all(at in spanned or _IN_BRACKETS.fullmatch(str(value).strip()) for at, value in cells.items())


def _is_title(values: Sequence[Value]) -> bool:
    """Tells whether a row says no more than the title of a plan with its year, below the names of its council."""
    text = str(values[0])
    return len(values) == 1 and says("plan", text) and _YEAR.search(text) is not None and not is_year(text)


def _parts_asked(above: list[str], heading: str, own: tuple[tuple[str, str], ...]) -> bool:
    """Tells whether a cell parts a time, a rate or a measure above it: "De", "Réelle", "Prévu", "Valeur"."""
    parts = bound_below(above, heading, own) or measure_below(above, heading, own)
    return parts is not None or planned_rate(above, heading, own)


def parts_years(grid: Grid, row: int, below: int) -> bool:
    """Tells whether a row parts years above it: several short texts or numbers below each, none twice, no others."""
    said: dict[int, list[str]] = {}
    for index, value in enumerate(grid.rows[below]):
        if is_blank(value):
            continue
        owner = _owner(grid, row, index)
        if owner is None or not is_year(grid.value(row, owner)):
            return False
        said.setdefault(owner, []).append(str(value).strip())
    return bool(said) and all(len(set(texts)) == len(texts) > 1 and max(map(len, texts)) <= _SHORT
                              for texts in said.values())  # fmt: skip


def _part_of_year(grid: Grid, row: int, index: int, over: Sequence[str]) -> str:
    """Gives the month or quarter that a cell below headings stands for, "" for any other."""
    return month_of(grid, row, index, over) or quarter_of(grid, row, index, over)


def _over(grid: Grid, last: int, index: int) -> list[str]:
    """Gives the heading that spans a column from above, if one does."""
    owner = _owner(grid, last, index)
    return [] if owner is None else [said_in(grid.value(last, owner))]


def _can_head(value: Value) -> bool:
    if not isinstance(value, str):
        return isinstance(value, date) or is_year(value)
    return 1 < len(value.strip()) <= 80 or surely(value.strip(), ()) is not None


def _heads(value: Value, own: tuple[tuple[str, str], ...]) -> bool:
    """Tells whether a cell is a known heading, a year, a period or the name of a language."""
    known = bool(recognise(str(value), own)) or names_period(said_in(value), own)
    return known or is_year(value) or bool(language_named(str(value)))


def _owner(grid: Grid, row: int, index: int) -> int | None:
    """Gives the column whose heading spans a column from above: a merged one, or the last one before blanks.

    Behind the last of several merged headings, a heading spans no more than it is merged over.
    """
    for merge in grid.merges:
        if merge.row <= row <= merge.last_row and merge.column <= index <= merge.last_column:
            return merge.column if merge.last_column > merge.column else None
    if is_blank(grid.value(row, index)):
        if _is_behind_groups(grid, row, index):
            return None
        return next((column for column in range(index, -1, -1) if not is_blank(grid.value(row, column))), None)
    spans = any(merge.row <= row <= merge.last_row and merge.last_column > merge.column for merge in grid.merges)
    return index if index + 1 <= len(grid.rows[row]) and is_blank(grid.value(row, index + 1)) and not spans else None


def _is_behind_groups(grid: Grid, row: int, index: int) -> bool:
    """Tells whether a blank cell stands behind the last of several headings of a row that are merged over columns."""
    ends = [merge.last_column for merge in grid.merges if merge.row == row and merge.last_column > merge.column]
    last = max(ends, default=index)
    return len(ends) > 1 and last < index and all(is_blank(grid.value(row, at)) for at in range(last + 1, index))


def stacked(grid: Grid, row: int, last: int, index: int, group: str | None = None) -> list[str]:
    """Gives the headings of a column from top to bottom: those that span it and its own; none where it has none.

    A letter or number in a row of months is the month: "01/"; in one of quarters below years the quarter: "T1".

    Args:
        grid: the sheet.
        row: the first row of the headings.
        last: their last row.
        index: the column.
        group: the group heading above them.
    """
    found: list[str] = []
    own = False
    for at in range(row, last + 1):
        value = grid.value(at, index)
        if not is_blank(value):
            found.append(_part_of_year(grid, at, index, [group or "", *found]) or said_in(value))
            own = True
        elif at < last and (owner := _owner(grid, at, index)) is not None:
            found.append(_part_of_year(grid, at, owner, [group or "", *found]) or said_in(grid.value(at, owner)))
    return found if own else []


def goes_on_to(grid: Grid, top: int, row: int, own: tuple[tuple[str, str], ...]) -> bool:
    """Tells whether the table above goes on to a header: its last row stands between, and no group headings.

    Those are merged, stand below a blank row, or are headings themselves, each over several.
    """
    above = row - 1
    if above < top or (above > top and all(map(is_blank, grid.rows[above - 1]))):
        return False
    if any(merge.row <= above <= merge.last_row and merge.last_column > merge.column for merge in grid.merges):
        return False
    said = [str(value) for value in grid.rows[above] if not is_blank(value)]
    known = [text for text in said if (found := recognise(text, own)) is not None and found.score >= STRIPPED]
    spans = len(said) < sum(not is_blank(value) for value in grid.rows[row])
    return not spans or 2 * len(known) < len(said)


def groups_above(grid: Grid, row: int) -> dict[int, str]:
    """Gives the group headings in the row above, by the columns they span."""
    if row == 0:
        return {}
    above = grid.rows[row - 1]
    texts = {index: value for index, value in enumerate(above) if not is_blank(value)}
    if not texts or any(not (is_year(value) or (isinstance(value, str) and len(value) <= 80))
                        for value in texts.values()) or is_legend(above):  # fmt: skip
        return {}
    merged = {merge.column: merge.last_column for merge in grid.merges if merge.row == row - 1}
    said = {at: str(text) for at, text in texts.items()}
    of_months = len(texts) == 1 and is_year(texts[min(texts)]) and min(texts) in months_in(grid, row)
    if (
        _are_marked(said)
        or _are_titles(said)
        or titles_plan([said[at] for at in sorted(said)])
        or (not merged and not of_months and (len(texts) == 1 or _are_pairs(said) or _dates_table(grid, row, said)))
    ):
        return {}
    if len(texts) == 1 and (first := min(texts)) in merged and _spans_all(grid, row, first, merged[first]):
        return {}
    if len(texts) == 2 and (
        _is_label(texts[min(texts)]) or (_is_answered(grid, row - 1) and _is_answered(grid, row - 2))
    ):
        return {}
    found: dict[int, str] = {}
    starts = sorted(texts)
    for number, start in enumerate(starts):
        following = starts[number + 1] if number + 1 < len(starts) else grid.width
        end = merged[start] + 1 if start in merged else following
        for index in range(start, min(end, following)):
            found[index] = said_in(texts[start])
    return found


def _spans_all(grid: Grid, row: int, first: int, last: int) -> bool:
    """Tells whether a merged cell stands above all headings of a row: it is a title, and no group of some of them."""
    headed = [column for column, value in enumerate(grid.rows[row]) if not is_blank(value)]
    return all(first <= column <= last for column in headed)


def _are_pairs(texts: Mapping[int, str]) -> bool:
    """Tells whether the texts of a row are labels with their answers beside them: "Responsable", "DSI"."""
    at = sorted(texts)
    if len(at) % 2 or any(other - one != 1 for one, other in zip(at[::2], at[1::2], strict=True)):
        return False
    return all(surely(texts[one].strip(" :："), ()) for one in at[::2]) and not any(
        surely(texts[one].strip(), ()) for one in at[1::2]
    )


def _dates_table(grid: Grid, row: int, texts: Mapping[int, str]) -> bool:
    """Tells whether two texts are a label and a time, "Année | 2025", that stand above a table: the time is no group.

    It is one above parts of the year, and beside the group of the projects: "Projet | 2025".
    """
    at = sorted(texts)
    if len(at) != _PAIR or not (is_year(texts[at[1]]) or read_date(texts[at[1]].strip())):
        return False
    below = {index: value for index, value in enumerate(grid.rows[row]) if not is_blank(value)}
    heading = below.get(at[1])
    meaning = surely(heading.strip(), ()) if isinstance(heading, str) else None
    if meaning is not None and meaning.target in _TITLES:
        return True
    label = surely(texts[at[0]].strip(" :："), ())
    if at[1] - at[0] != 1 or at[0] != min(below, default=0) or (label is not None and label.target in _TITLES):
        return False
    spanned = [(index, str(value)) for index, value in below.items() if index >= at[1]]
    parts = (_part_of_year(grid, row, index, [texts[at[1]]]) or period_in(text).words for index, text in spanned)
    return not any(parts) and not all(names_period(text, ()) for _, text in spanned)


def _are_titles(texts: Mapping[int, str]) -> bool:
    """Tells whether two texts are called a plan, one in Arabic: its title in two languages."""
    arabic = [ARABIC_LETTER.search(text) is not None for text in texts.values()]
    return len(texts) == 2 and sum(arabic) == 1 and all(says("plan", text) for text in texts.values())


def _are_marked(texts: Mapping[int, str]) -> bool:
    """Tells whether the first of several texts has the colon of a label behind it, and something stands beside it."""
    return len(texts) > 1 and texts[min(texts)].rstrip()[-1:] in (":", "：")


def titles_plan(texts: Sequence[str]) -> bool:
    """Tells whether a row is the title of a plan beside its label, "Intitulé | Plan d'action 2026", and no header."""
    labels = (*phrases("document_label"), *phrases("plan_label"))
    if len(texts) != _PAIR or fold(texts[0].strip(" :：")) not in labels:
        return False
    return says("plan", texts[1]) and len(texts[1].split()) >= _FEWEST_WORDS and surely(texts[1], ()) is None


def _is_answered(grid: Grid, row: int) -> bool:
    """Tells whether a row holds a known label and one answer alone, as the rows of a form do below each other."""
    texts = [str(value).strip(" :：") for value in grid.rows[row] if not is_blank(value)] if row >= 0 else []
    return len(texts) == 2 and surely(texts[0], ()) is not None and surely(texts[1], ()) is None


def _is_label(value: Value) -> bool:
    """Tells whether a text is the label of something about the plan as a whole: "Commune :"."""
    meaning = recognise(str(value).strip().rstrip(":：").strip(), ())
    return meaning is not None and targets()[meaning.target].scope in ("plan", "collectivity") and meaning.score >= 95

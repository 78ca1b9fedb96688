"""Rows in words of labels: questions of a form with their answers, or headings of what stands below."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.table_shapes.answers_in_records import is_state, is_time
from opengov_local.formats.word.texts.bounds import TIMES, bounds_in
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.attendance import count_of
from opengov_local.formats.wording.words.fitting import PARTIES, THEMES, fits
from opengov_local.formats.wording.words.plan_words import begins_with
from opengov_local.formats.wording.words.small_tables import targets_of
from opengov_local.importing.words import read_amount

_PAIR: Final = 2
"""Cells of a question with its answer."""
_ASKS: Final = ("?", "؟", ":", "：")
_MOST: Final = 12
"""Rows further down that tell whether a table is a form."""
_NAMES: Final = frozenset({"title", "number_title"})
_OBJECTS: Final = frozenset({"commitment", "milestone"})
_WHO: Final = frozenset({"leads", "supporting"})
"""What may head two columns of bodies: "Responsable | Partenaires"."""
_HOW_FAR: Final = frozenset({"status", "progress", "completion"})
_FAMILIES: Final = (TIMES, PARTIES, _HOW_FAR)
"""What headings over several columns sum up, and what those below them ask for."""
_WHEN: Final = TIMES | {"date", "done_or_due", "schedule"}
"""What a column of times may ask for."""
_WHOM: Final = frozenset({"body", "person"})
_HOW_MANY: Final = frozenset({"count", "women"})
Places = tuple[tuple[int, int], ...]
"""Column and width of each cell of a row."""


def places(cells: Iterable[Cell]) -> Places:
    """Gives where the cells of a row lie."""
    return tuple((cell.column, cell.width) for cell in cells)


def answers_in_form(
    rows: Sequence[Sequence[Cell]],
    covering: Sequence[Mapping[int, Cell]],
    row: int,
    labels: Labels,
    asked: Iterable[Places],
) -> bool:
    """Tells whether a row of two labels is a question with its answer, "Statut | Réalisé", and heads nothing.

    It heads what stands below where it sums that up, "Jalon | Calendrier" over "Titre | Début | Fin", or says it in
    another language. Else it is a question, where headings stand right below it; where it lies as the questions above
    it do, unless it names objects or a cell below is of the kind that it asks for; where a state or a word of a code
    list answers; and where a question that nobody knows stands below it.

    Args:
        rows: the cells that begin on each row of the table.
        covering: the cells that lie on each column, for each row.
        row: the row, from 0.
        labels: knows what they ask.
        asked: where the cells of the questions above lie.
    """
    cells = rows[row]
    below = rows[row + 1] if row + 1 < len(rows) else ()
    if len(cells) != _PAIR or not below or any(cell.height > 1 or not cell.text for cell in cells):
        return False
    first, second = (labels.meanings(cell.text) for cell in cells)
    if not first or not second or bounds_in(covering[row], covering[row + 1], labels):
        return False
    heads = all(labels.meanings(cell.text) for cell in below if cell.text) and len(below) > 1
    if heads:
        return not all(_sums_up(cell, below, labels) for cell in cells)
    if any(meaning.field in _NAMES for meaning in first):
        return False
    said = fits(first, second, cells[1].text) and not {each.field for each in first} & PARTIES
    if said or below[0].text.rstrip().endswith(_ASKS):  # names alone are asked for that may be questions
        return True
    who, others = ({meaning.field for meaning in meanings} & _WHO for meanings in (first, second))
    heads_who = who and others and who != others and not begins_with(cells[1].text, "body")
    return places(cells) in asked and not heads_who and not _are_of_kind(cells, below, labels)


def lists(rows: Sequence[Sequence[Cell]], heads: int, row: int, labels: Labels) -> bool:
    """Tells whether a row is one of a list by what stands beside its name, which is no question, though also a label.

    It says when a step or project is, as all rows do: "Étape | Date" over "Bilan | 2026"; or how many of a body came:
    "Catégorie | Nombre" over "Société civile | 31"; or it names an axis: "Theme | Commitment" over "Transparency | X".

    Args:
        rows: the cells that begin on each row of the table.
        heads: the row of the headings, from 0.
        row: the row.
        labels: knows what the headings ask.
    """
    named = _names_axis(rows[heads], rows[row], labels)
    return named or _lists_times(rows, heads, row, labels) or _counts_people(rows[heads], rows[row], labels)


def _names_axis(heads: Sequence[Cell], cells: Sequence[Cell], labels: Labels) -> bool:
    """Tells whether a row begins with an axis that also asks for something, below headings for axes and projects."""
    if len(heads) != len(cells) or len(cells) < _PAIR or not all(cell.text for cell in cells):
        return False
    axes, objects = ({each[:2] for each in labels.meanings(cell.text)} for cell in heads[:_PAIR])
    themes = labels.meanings(cells[0].text)
    return (
        ("axis", "title") in axes
        and any(concept in _OBJECTS and field == "title" for concept, field in objects)
        and bool(themes)
        and all(each.field in THEMES for each in themes)
    )


def _lists_times(rows: Sequence[Sequence[Cell]], heads: int, row: int, labels: Labels) -> bool:
    head, *below = [cells for cells in rows[heads:] if any(cell.text for cell in cells)] or [()]
    if len(head) != _PAIR or len(rows[row]) != _PAIR or not is_time(rows[row][1].text):
        return False
    name, when = (labels.meanings(cell.text) for cell in head)
    names = any(meaning.concept in _OBJECTS and meaning.field in _NAMES for meaning in name)
    asks = bool(when) and all(meaning.field in _WHEN for meaning in when)
    timed = [cells for cells in below if len(cells) == _PAIR and cells[0].text and is_time(cells[1].text)]
    return names and asks and len(timed) > 1 and len(timed) == len(below)


def _counts_people(heads: Sequence[Cell], cells: Sequence[Cell], labels: Labels) -> bool:
    asked = {cell.column: _fields(cell, labels) for cell in heads}
    there = [(asked.get(cell.column, frozenset()), cell.text) for cell in cells if cell.text]
    named = any(fields & _WHOM for fields, _ in there)
    return named and any(fields & _HOW_MANY and count_of(text) for fields, text in there)


def asks_in_pairs(
    rows: Sequence[Sequence[Cell]],
    row: int,
    labels: Labels,
    asks: Callable[[Cell], bool],
    asked: Collection[Places],
    *,
    is_record: bool,
) -> bool:
    """Tells whether a row of four cells or more is questions with answers, though the answers are labels elsewhere.

    Every odd cell asks, and no record stands below: there is no further row, or it begins with a question, of one that
    names something in all its odd cells; or it lies as questions above do, and asks in one of them.

    Args:
        rows: the cells that begin on each row of the table.
        row: the row, from 0.
        labels: knows what they ask.
        asks: tells whether the whole of a cell is a question, or the number of what is named beside it.
        asked: where the cells of the questions above lie.
        is_record: whether the words of the row below make sense as a record of this one.
    """
    cells = rows[row]
    if len(cells) < 2 * _PAIR or len(cells) % 2 or any(cell.height > 1 for cell in cells):
        return False
    if "number" in _fields(cells[0], labels) or not all(cell.text and asks(cell) for cell in cells[::2]):
        return False
    below = rows[row + 1] if row + 1 < len(rows) else ()
    if not below or (len(below) == _PAIR and below[1].width > 1):
        return not below or asks(below[0]) or places(below) in asked
    if is_record or places(below) != places(cells):
        return False
    asking = [bool(cell.text) and asks(cell) for cell in below[::2]]
    if all(cell.text and asks(cell) for cell in cells) and targets_of([cell.text for cell in cells]) is not None:
        return all(asking)
    return _goes_on(
        cells, asking, labels, in_form=places(cells) in asked or lies_as_pairs(rows, row, asks), below=bool(asked)
    )


def lies_as_pairs(rows: Sequence[Sequence[Cell]], row: int, asks: Callable[[Cell], bool]) -> bool:
    """Tells whether a row further down lies as this one, and asks in all its odd cells but not in all the others."""
    cells = places(rows[row])
    if len(cells) <= _PAIR or len(cells) % 2:
        return False
    alike = (other for other in rows[row + 1 : row + 1 + _MOST] if places(other) == cells)
    return any(
        all(cell.text and asks(cell) for cell in other[::2])
        and not all(cell.text and asks(cell) for cell in other[1::2])
        for other in alike
    )


def _goes_on(cells: Sequence[Cell], asking: Sequence[bool], labels: Labels, *, in_form: bool, below: bool) -> bool:
    """Tells whether a row below goes on asking, in which of its odd cells it does, so that the one above is no heading.

    Or the one above says by an answer what it is: a state, a word of a code list. One in which every cell asks is as
    like headings: all odd cells below it must ask.

    Args:
        cells: the cells of the one above.
        asking: which odd cells of the row below ask.
        labels: knows what they ask.
        in_form: whether other rows that lie as this one are questions with answers.
        below: whether it stands below questions.
    """
    known = [labels.meanings(cell.text) for cell in cells]
    if all(known) or any(each.field in _NAMES and each.concept in _OBJECTS for each in known[0]):
        return all(asking) or (asking[0] and in_form and not all(known[1::2]))
    pairs = zip(known[::2], known[1::2], cells[1::2], strict=True)
    answers = any(
        cell.text and fits(asked, words, cell.text) and not {each.field for each in asked} & PARTIES
        for asked, words, cell in pairs
    )
    return asking[0] or ((in_form or below) and any(asking)) or (in_form and answers)


def _sums_up(cell: Cell, below: Sequence[Cell], labels: Labels) -> bool:
    """Tells whether all headings below a cell ask for what it asks, or for parts of that."""
    fields = _fields(cell, labels)
    under = [each for each in below if cell.column <= each.column < cell.column + cell.width and each.text]
    family = next((each for each in _FAMILIES if fields & each), frozenset()) | fields
    return bool(under) and all(_fields(each, labels) & family for each in under)


def _are_of_kind(cells: Sequence[Cell], below: Sequence[Cell], labels: Labels) -> bool:
    """Tells whether a cell below another is what that asks for: a time below "Début", a state below "Statut"."""
    asked = {cell.column: _fields(cell, labels) for cell in cells}
    return any(
        tells(cell.text)
        for cell in below
        for fields, tells in _KINDS
        if cell.text and asked.get(cell.column, frozenset()) & fields
    )


def _fields(cell: Cell, labels: Labels) -> frozenset[str]:
    return frozenset(meaning.field for meaning in labels.meanings(cell.text))


def _is_sum(text: str) -> bool:
    return read_amount(text).value is not None


_KINDS: Final[Sequence[tuple[frozenset[str], Callable[[str], bool]]]] = (
    (TIMES, is_time),
    (_HOW_FAR, is_state),
    (frozenset({"budget"}), _is_sum),
)
"""What is asked whose answers can be told from other words, and how."""

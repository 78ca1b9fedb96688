"""Rows of two cells in words of labels: a question of a form with its answer, or headings of what stands below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from opengov_local.formats.word.blocks import Cell
from opengov_local.formats.word.bounds import TIMES, bounds_in
from opengov_local.formats.word.fitting import PARTIES, fits
from opengov_local.formats.word.labels import Labels
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import read_amount, read_status

_PAIR: Final = 2
"""Cells of a question with its answer."""
_NAMES: Final = frozenset({"title", "number_title"})
_HOW_FAR: Final = frozenset({"status", "progress", "completion"})
_FAMILIES: Final = (TIMES, PARTIES, _HOW_FAR)
"""What headings over several columns sum up, and what those below them ask for."""
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
    it do, unless it names objects or a cell below is of the kind that it asks for; and where a state or a word of a
    code list answers.

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
    if fits(first, second, cells[1].text) and not {each.field for each in first} & PARTIES:
        return True
    return places(cells) in asked and not _are_of_kind(cells, below, labels)


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


def _is_time(text: str) -> bool:
    return read_date(text) is not None


def _is_state(text: str) -> bool:
    return read_status(text) is not None


def _is_sum(text: str) -> bool:
    return read_amount(text).value is not None


_KINDS: Final[Sequence[tuple[frozenset[str], Callable[[str], bool]]]] = (
    (TIMES, _is_time),
    (_HOW_FAR, _is_state),
    (frozenset({"budget"}), _is_sum),
)
"""What is asked whose answers can be told from other words, and how."""

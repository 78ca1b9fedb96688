"""Rows of instructions between the header of a table and its data: what to write, examples, units, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.wording.headings.phrases import begins, is_infinitive, phrases, says
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.formats.wording.words.units import unit_row
from opengov_local.importing.words import fold, read_status

_HEIGHT = 4
_FEWEST = 3
"""Cells of a row that may be help for no more than its italics."""
_STATES = frozenset({"status", "milestone.status", "commitment.status"})
_NUMBERS = frozenset({"commitment.number", "milestone.number"})
_PARTIES = frozenset({"lead", "supporting"})
_BODIES = frozenset({"supporting.csos", "supporting.government", "supporting.others", "collectivity"})
"""What headings hold that also name a body: "Associations", "Société civile"."""
_HINT = re.compile(r"\s*(?:[(（\[<{].*[)）\]>}]|[.…_]{3,})\s*", re.DOTALL)
"""A text in brackets as a whole, or dots to be written on."""


def data_start(grid: Grid, row: int, titles: Sequence[int], targets: Mapping[int, str]) -> tuple[int, tuple[int, ...]]:
    """Skips the rows of instructions below a header.

    Args:
        grid: the sheet.
        row: the row below the header.
        titles: the columns of titles, left to right: a row whose first title is one is data, whatever else it says.
        targets: what the columns hold: a row that answers them in words of headings is data.

    Returns:
        The first row of data, and the rows of instructions.
    """
    helps: list[int] = []
    for at in range(row, min(row + _HEIGHT, len(grid.rows))):
        cells = {index: str(value) for index, value in enumerate(grid.rows[at]) if not is_blank(value)}
        if not cells:
            continue
        told = is_told(grid, at, titles) or is_example(grid, at, targets)
        if (told and not _answers(cells, targets)) or is_slanted(grid, at):
            helps.append(at)
        else:
            return at, tuple(helps)
    return (helps[-1] + 1 if helps else row), tuple(helps)


def _answers(cells: Mapping[int, str], targets: Mapping[int, str]) -> bool:
    """Tells whether a row answers its headings in words of headings, and says nothing of how to fill it.

    "Suivi | Associations | Achevé" is an activity with its partners and its state.
    """
    if any(map(_tells, cells.values())):
        return False
    return any(
        (targets.get(index) in _STATES and read_status(text) is not None)
        or (targets.get(index) in _PARTIES and (found := surely(text, ())) is not None and found.target in _BODIES)
        for index, text in cells.items()
    )


def says_how(grid: Grid, row: int, titles: Sequence[int]) -> bool:
    """Tells whether a row of instructions says itself that it is one, and does not only have words of headings."""
    texts = [str(value) for value in grid.rows[row] if not is_blank(value)]
    told = any(map(_tells, texts)) or fold(texts[0]) in phrases("example")
    return is_told(grid, row, titles) and (told or bool(unit_row(grid, row)) or counts_columns(texts))


def is_example(grid: Grid, row: int, targets: Mapping[int, str]) -> bool:
    """Tells whether the number of a row is an example, "ex. P1", and one further down the column is none."""
    for index in (index for index, target in targets.items() if target in _NUMBERS):
        if begins("example", str(grid.value(row, index) or "")):
            below = (text for text in grid.texts(index)[row + 1 :] if text)
            return any(not begins("example", text) for text in below)
    return False


def is_told(grid: Grid, row: int, titles: Sequence[int]) -> bool:
    """Tells whether the words of a row make it one of instructions; see `data_start`."""
    cells = {index: str(value) for index, value in enumerate(grid.rows[row]) if not is_blank(value)}
    texts = list(cells.values())
    return bool(cells) and (_instructs(cells, titles) or bool(unit_row(grid, row)) or counts_columns(texts))


def is_slanted(grid: Grid, row: int) -> bool:
    """Tells whether a row is all words in italics, and what stands below it is not."""
    cells = {index: value for index, value in enumerate(grid.rows[row]) if not is_blank(value)}
    if len(cells) < _FEWEST or not all(isinstance(value, str) for value in cells.values()):
        return False
    below = next((at for at in range(row + 1, len(grid.rows)) if not all(map(is_blank, grid.rows[at]))), None)
    if below is None:
        return False
    slanted = grid.italic()
    next_to = [(below, index) in slanted for index, value in enumerate(grid.rows[below]) if not is_blank(value)]
    return all((row, index) in slanted for index in cells) and not any(next_to)


def _instructs(cells: Mapping[int, str], titles: Sequence[int]) -> bool:
    """Tells whether most cells of a row say what to write, its first title among them, or it is an example."""
    texts = list(cells.values())
    if fold(texts[0]) in phrases("example"):
        return True
    asked = {index for index, text in cells.items() if _asks(text)}
    told = {index for index, text in cells.items() if _tells(text)}
    said = told | asked if len(asked) > 1 else told
    first = next((index for index in titles if index in cells), None)
    if first is not None and first not in said and _FEWEST <= len(said) == len(cells) - 1:
        return cells[first][0].islower()  # "intitulé de l'action, court" among nothing but forms of answers
    if len(said) * 2 < len(cells) + (first not in asked) or (first is not None and first not in said):
        return False
    if said != told or not told or any(map(is_hint, texts)):
        return True
    return not all(is_infinitive(text) for text in texts if _tells(text))


def _tells(text: str) -> bool:
    """Tells whether a text says what to write, or in which form: "choisir dans la liste", "(à préciser)", "en %"."""
    return says("help", text) or is_hint(text) or fold(text) in phrases("form_of_answer")


def _asks(text: str) -> bool:
    """Tells whether a text is a heading, and no state and no axis with its number: "Axe 1"."""
    return surely(text, ()) is not None and read_status(text) is None and not bare_number(text, "axis_word")


def is_hint(text: str) -> bool:
    """Tells whether a text says what to write in its column: "(à préciser)", "ex. : Portail", «مثال: ...»."""
    return bool(_HINT.fullmatch(text)) or begins("example", text)


def counts_columns(texts: list[str]) -> bool:
    """Tells whether a row only numbers its columns, one after the other; a few do so in brackets alone: "(1) | (2)"."""
    bare = [text.strip().strip("()") for text in texts]
    bracketed = len(texts) > 1 and all(map(is_hint, texts))
    if not (len(bare) > _FEWEST or bracketed) or not all(map(str.isdigit, bare)):
        return False
    numbers = list(map(int, bare))
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))

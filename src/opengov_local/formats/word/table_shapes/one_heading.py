"""Rows of headings of which only the first is known, "Projet | Coût de fonctionnement": no question with its answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from opengov_local.formats.tables.columns.counts import is_count
from opengov_local.formats.tables.columns.ticks import are_ticks
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.table_shapes.answers_in_records import is_state, is_time
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.phrases import begins, phrases
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.labels.table_meanings import asks_otherwise
from opengov_local.formats.wording.words.fitting import names_body
from opengov_local.formats.wording.words.markers import names_object
from opengov_local.formats.wording.words.units import said_once
from opengov_local.importing.words import fold, read_amount

_NAMES = ("title", "number_title")
_OBJECTS = ("axis", "commitment", "milestone")
_LONGEST = 80
_BRACKET = ")]"
_AMOUNT = re.compile(r"[\d\s.,'’]*\d")
_FEWEST, _MORE, _THOUSANDS = 2, 3, 4


def heads_alone(rows: Sequence[Sequence[Cell]], row: int, labels: Labels) -> bool:
    """Tells whether a row names columns, though only the first of its words is known: "Projet | Charges (DH)".

    It does where the cells below the first one are commitments that the file names elsewhere, or where a heading begins
    with a known word, or ends in a unit of money, and what stands below it is of that kind; where all that stands there
    is money; or where one is the bare word for what was done.

    Args:
        rows: the cells of each row of the table.
        row: the row, from 0.
        labels: the labels.
    """
    head = rows[row]
    if len(head) < 2 or not all(0 < len(cell.text) <= _LONGEST for cell in head) or not _names(head[0], labels):
        return False
    below = [cells for cells in rows[row + 1 :] if any(cell.text for cell in cells)]
    if not below or any(len(cells) != len(head) or not cells[0].text for cells in below):
        return False
    if any(labels.meanings(cell.text) for cell in (*head[1:], *(cells[0] for cells in below)) if cell.text):
        return False
    if any(fold(cells[0].text) in labels.named for cells in below) or _heads_table(head, labels):
        return True
    if any(fold(cell.text) in phrases("done_heading") for cell in head[1:]):  # no name of anything
        return True
    return any(are_of_kind(cell.text, [cells[at].text for cells in below]) for at, cell in enumerate(head[1:], 1))


def _heads_table(head: Sequence[Cell], labels: Labels) -> bool:
    """Tells whether tables have a target for all other headings of a row, though no form asks for it: "Devise"."""
    others = [cell.text for cell in head[1:]]
    return not any(labels.meanings(text) for text in others) and all(map(asks_otherwise, others))


def heads_otherwise(rows: Sequence[Sequence[Cell]], row: int, labels: Labels) -> bool:
    """Tells whether a row heads columns though few of its words are known, by what stands below it.

    It begins with the word for axes, projects or activities, and heads counts, "Axes | Nombre de projets" over
    "Écoute | 2", or ticks, "Engagement | Service A | Service B" over "Portail | X"; or a known word begins it, and none
    the rows below it: "Projet | Responsable | 2025 | 2026 | 2027".

    Args:
        rows: the cells of each row of the table.
        row: the row, from 0.
        labels: the labels.
    """
    head, below = rows[row], [cells for cells in rows[row + 1 :] if any(cell.text for cell in cells)]
    if not below or not (_names(head[0], labels) or _counts(head[0], labels)):
        return False
    alike = [cells for cells in below if len(cells) > 1]  # the others are bands
    even = bool(alike) and all(len(cells) == len(head) and cells[0].text for cells in alike)
    if even and len(head) > _FEWEST and (_are_ticks(alike) or _begin_otherwise(head, alike, labels)):
        return True
    counts = [at for at, cell in enumerate(head) if at and begins("count_word", cell.text)]
    said = [cells[at].text for cells in below if len(cells) == len(head) for at in counts if cells[at].text]
    return bool(said) and all(map(is_count, said))


def heads_pair(head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> bool:
    """Tells whether two cells head columns, and the second is no answer: one word above several rows, "Quartier".

    Above one row it must be a word that heads columns.
    """
    second = head[1].text
    known = fold(second) in phrases("no_project_heading") or surely(second) is not None
    return (known or (len(rows) > 1 and second.isalpha())) and all(cell.text for row in rows for cell in row)


def _are_ticks(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tells whether nothing but ticks stands behind the first cells of rows."""
    said = [[cell.text for cell in cells[1:] if cell.text] for cells in rows]
    return any(said) and all(are_ticks(each) for each in said if each)


def _begin_otherwise(head: Sequence[Cell], below: Sequence[Sequence[Cell]], labels: Labels) -> bool:
    """Tells whether a row begins with a label, and the rows below it with none, as rows of a form would.

    The second cell is a label, too; or the first is the word for an object, and no label stands in the odd cells of
    several rows below. Four cells can be two questions with their answers: of such rows there are more, or the row has
    another label.
    """
    if labels.meanings(head[1].text):
        return not any(labels.meanings(cell.text) for cells in below for cell in cells[:2] if cell.text)
    odd = [
        labels.meanings(cell.text) for cells in below for cell in cells[:-1:2] if cell.text
    ]  # the last has no answer
    if any(found and not names_body(found) for found in odd):
        return False
    known = sum(bool(labels.meanings(cell.text)) for cell in head)
    fewest = _FEWEST if len(head) % 2 or known > 1 else _MORE
    return len(below) >= fewest and (names_object(head[0].text) or _counts(head[0], labels))


def _names(cell: Cell, labels: Labels) -> bool:
    meanings = labels.meanings(cell.text)
    return any(meaning.concept in _OBJECTS and meaning.field in _NAMES for meaning in meanings)


def _counts(cell: Cell, labels: Labels) -> bool:
    return any(meaning.field == "number" for meaning in labels.meanings(cell.text))


def are_of_kind(heading: str, said: Sequence[str]) -> bool:
    """Tells whether all that stands below a heading is of the kind that its first word or its unit asks for."""
    tells = _asked(heading)
    there = [text for text in said if text]
    if tells is None and len(there) >= _FEWEST and all(map(_is_money, there)):
        return not _AMOUNT.fullmatch(heading)
    return tells is not None and bool(there) and not tells(heading) and all(map(tells, there))


def _asked(heading: str) -> Callable[[str], bool] | None:
    """Gives what tells whether a text is of the kind that a heading asks for; None where nothing of it is known."""
    inside = heading.rpartition("(")[2] if heading.rstrip().endswith(_BRACKET) else ""
    if inside and said_once(inside.strip(" )]")):
        return _is_amount
    found = surely(heading.split(maxsplit=1)[0])
    reads = targets()[found.target].reads.partition(":")[0] if found is not None else ""
    return _TELLS.get(reads)


def _is_amount(text: str) -> bool:
    return read_amount(text).value is not None or _AMOUNT.fullmatch(text.strip()) is not None


def _is_money(text: str) -> bool:
    """Tells whether a text is an amount that is no count: of thousands, or with a currency."""
    reading = read_amount(text)
    return _is_amount(text) and (len(re.sub(r"\D", "", text)) >= _THOUSANDS or reading.currency is not None)


_TELLS: dict[str, Callable[[str], bool]] = {
    "amount": _is_amount,
    "date": is_time,
    "schedule": is_time,
    "status": is_state,
}

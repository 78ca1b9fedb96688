"""Cards that say everything in two languages: label | value | القيمة | العنوان, in this order or another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Captions, Loose, Part
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning
from opengov_local.formats.wording.words.caption_words import names_languages
from opengov_local.formats.wording.words.markers import Marker, read_marker
from opengov_local.importing.language import language_of

_FEWEST: Final = 2
"""Rows in two languages that tell how a table is made."""
_LATIN: Final = "latin"
_TONGUES: Final = {"ar", _LATIN}
NAMED: Final = ("commitment", "milestone", "axis", "subaxis")
"""What a cell can name by a word and a number."""


class _Order(NamedTuple):
    """Where the labels and the values of a row stand."""

    labels: tuple[int, ...]
    values: tuple[int, ...]
    width: int


_ORDERS: Final = (
    _Order((0, 3), (1, 2), 4),
    _Order((0, 1), (2, 3), 4),
    _Order((0, 2), (1, 3), 4),
    _Order((0,), (1, 2), 3),
    _Order((2,), (0, 1), 3),
    _Order((0, 2), (1,), 3),
)


def twofold(table: Table, labels: Labels) -> list[Part] | None:
    """Reads a table in which questions are answered in two languages; None for any other.

    Args:
        table: the table.
        labels: knows labels.
    """
    rows = [row for row in table.rows if row]
    for order in _ORDERS:
        evident = sum(len(row) == order.width and _shows(row, order, labels) for row in rows)
        if evident >= _FEWEST and all(_fits(row, order, labels) for row in rows if len(row) > 1):
            return list(_parts(rows, order, labels))
    return None


def _shows(row: Sequence[Cell], order: _Order, labels: Labels) -> bool:
    """Tells whether a row shows that the table says everything twice: its question, or its answer, in two languages."""
    meant = [labels.meanings(row[at].text) for at in order.labels]
    said = order.labels if len(order.labels) > 1 else order.values
    return all(meant) and bool(shared(meant)) and _tongues(row, said) == _TONGUES


def _fits(row: Sequence[Cell], order: _Order, labels: Labels) -> bool:
    """Tells whether a row can be one of a table of an order: a question, one with a merged answer, or headings."""
    known = [bool(labels.meanings(cell.text)) for cell in row]
    if len(row) < order.width:
        return known[0] or known[-1]
    if len(row) > order.width:
        return False
    if _heads(row):
        return True
    asked = [known[at] for at in order.labels]
    if len(asked) == 1:
        meant = labels.meanings(row[order.labels[0]].text)
        again = [known[at] and bool(shared([meant, labels.meanings(row[at].text)])) for at in order.values]
        return asked[0] and not any(again)
    alike = not all(asked) or bool(shared(_meant(row, order, labels)))
    return alike and _tongues(row, order.labels) == _TONGUES


def _tongues(row: Sequence[Cell], places: Sequence[int]) -> set[str]:
    return {language_of(row[at].text, _LATIN) for at in places}


def _meant(row: Sequence[Cell], order: _Order, labels: Labels) -> list[tuple[Meaning, ...]]:
    return [labels.meanings(row[at].text) for at in order.labels]


def tongues_of(cells: Sequence[Cell]) -> bool:
    """Tells whether two cells are in two languages, one of them Arabic."""
    return len(cells) == len(_TONGUES) and {language_of(cell.text, _LATIN) for cell in cells} == _TONGUES


def shared(meant: Sequence[tuple[Meaning, ...]]) -> tuple[Meaning, ...]:
    """Gives what all known labels of a row mean, that of the one in Latin letters first."""
    known = [meanings for meanings in meant if meanings]
    both = set.intersection(*({each[:2] for each in meanings} for meanings in known)) if known else set()
    found = (each for meanings in known for each in meanings if each[:2] in both)
    return tuple(sorted(found, key=lambda each: each.language == "ar"))


def named_twice(cells: Sequence[Cell]) -> Loose | None:
    """Reads two cells that name the same object in two languages, "Engagement 1" and «الالتزام 1»; None for others."""
    if not tongues_of(cells):
        return None
    one, other = (read_marker(cell.text, NAMED) for cell in cells)
    if one is None or other is None or not one.number or (one.concept, one.number) != (other.concept, other.number):
        return None
    title = " / ".join(each.title for each in (one, other) if each.title)
    named = Marker(one.concept, one.number, title, one.language)
    return Loose(replace(cells[0], named=named), alone=True, twin=cells[1])


def _heads(row: Sequence[Cell]) -> bool:
    return names_languages(cell.text for cell in row if cell.text)


def _parts(rows: Sequence[Sequence[Cell]], order: _Order, labels: Labels) -> Iterator[Part]:
    for row in rows:
        if len(row) == 1:
            yield from _alone(row[0], labels)
        elif (named := named_twice([cell for cell in row if cell.text])) is not None:
            yield named
        elif len(row) == order.width and _heads(row):
            yield Captions(tuple(cell for cell in row if cell.text))
        elif len(row) == order.width and (numbered := _numbered(row, order)) is not None:
            yield from numbered
        elif len(row) == order.width:
            yield from _asked([row[at] for at in order.labels], [row[at] for at in order.values], labels)
        else:
            ends = [cell for cell in (row[0], row[-1]) if labels.meanings(cell.text)]
            yield from _asked(ends, [cell for cell in row if not any(cell is end for end in ends)], labels)


def _numbered(row: Sequence[Cell], order: _Order) -> list[Part] | None:
    """Reads titles beside the number of an object, in two languages: "Projet 1 | Site | موقع | المشروع 1"."""
    label, *others = (row[at] for at in order.labels)
    named = [read_marker(cell.text, NAMED) for cell in (label, *others) if cell.text]
    found = {(each.concept, each.number) for each in named if each is not None and each.number and not each.title}
    there = tuple(cell for at in order.values if (cell := row[at]).text)
    if len(found) != 1 or None in named or not there:
        return None
    ((concept, number),) = found
    languages = {each.language for each in named if each is not None}
    meaning = Meaning(concept, "title", languages.pop() if len(languages) == 1 else "")
    return [
        Answer(label, Labelled((meaning,), label.text), there, number, twofold=len(there) > 1),
        Captions(tuple(cell for cell in others if cell.text)),
    ]


def _alone(cell: Cell, labels: Labels) -> Iterator[Part]:
    said = labels.read(cell.text)
    if said is not None and said.value:
        yield Answer(cell, said, (), alone=True)
    elif cell.text or cell.tables:
        yield Loose(cell, alone=True)


def _asked(asked: Sequence[Cell], values: Sequence[Cell], labels: Labels) -> Iterator[Part]:
    label, *others = asked
    there = tuple(cell for cell in values if cell.text or cell.tables)
    meanings = shared([labels.meanings(cell.text) for cell in asked])
    if meanings:
        yield Answer(label, Labelled(meanings, label.text), there, twofold=len(there) > 1)
        yield Captions(tuple(cell for cell in others if cell.text))
        return
    yield Loose(label, alone=False)
    for cell in (*there, *others):
        yield Loose(cell, alone=False, question=label.text)

"""The first page of our own form of a plan: it repeats what the form says, and is signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, partial
from typing import Final, NamedTuple

from opengov_local.account import Piece, Place
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.texts.passages import of_cell
from opengov_local.formats.wording.words.own_parts import date_of
from opengov_local.formats.wording.words.own_wording import every_own_label, titles_of_forms
from opengov_local.importing.words import fold

_FIELDS: Final = {"plan.start": "start", "plan.end": "end", "plan.date_submitted": "submitted", "plan.leads": "leads"}
_HOLDERS: Final = {"submitted": "submissions"}


class _Asked(NamedTuple):
    """An answer of a first page.

    Attributes:
        field: what it is asked of the plan.
        label: the question.
        cell: where it stands.
    """

    field: str
    label: str
    cell: Cell


class CoverPages:
    """Reads first pages: what the form says again is left to it, what was written by hand is kept."""

    def __init__(self, writing: Writing, blocks: Sequence[Block]) -> None:
        self._writing = writing
        self._number = 0
        self._positions = frozenset(_positions(blocks))
        others = [block for number, block in enumerate(blocks) if number not in self._positions]
        pieces = [piece for block in others for piece in block.pieces()] if self._positions else []
        self._said = {fold(line) for piece in pieces for line in piece.text.split("\n")} | _own_words()

    def takes(self, position: int, block: Block) -> bool:
        """Reads a block of a first page; tells whether it was one."""
        if position not in self._positions:
            return False
        rows = _answers(block) if isinstance(block, Table) else {}
        self._number += bool(rows)
        for piece in block.pieces():
            asked = rows.get(piece.place)
            if asked is not None:
                self._writing.last(partial(self._settle, self._number - 1, asked))
            else:
                self._repeated(piece, labels()["form.cover"].texts["en"])
        return True

    def _repeated(self, piece: Piece, label: str) -> None:
        """Takes what the form says elsewhere for a repeat, and keeps other words."""
        if all(fold(line) in self._said for line in piece.text.split("\n")):
            self._writing.draft.ignore(piece, "help")
        else:
            self._writing.draft.keep(piece, label=label)

    def _settle(self, number: int, asked: _Asked) -> None:
        """Reads an answer where the plan has none by now: the first page alone asks for the start of an empty plan."""
        passage, plans = of_cell(asked.cell), self._writing.draft.root.data.get("plans", [])
        if passage.is_nothing or number >= len(plans):
            self._repeated(asked.cell.piece, asked.label)
            return
        plan = self._writing.node_of(plans[number])
        holder = plan.data.get("period", {}) if asked.field in ("start", "end") else plan.data
        known = holder.get(_HOLDERS.get(asked.field, asked.field))
        day = date_of(passage.text.partition(" (")[0])
        if known and (day is None or known == day or not isinstance(known, str)):
            self._repeated(asked.cell.piece, asked.label)
        elif known:
            self._writing.keep(plan, passage, asked.label)
        else:
            values.put(self._writing, plan, asked.field, passage, asked.label)


def _answers(table: Table) -> dict[Place, _Asked]:
    """Gives the answers of a first page to what is asked of the plan, by their places."""
    found = {}
    for row in table.rows:
        field = _fields().get(fold(row[0].text)) if len(row) == 2 and row[1].text else None
        if field is not None:
            found[row[1].piece.place] = _Asked(field, row[0].text, row[1])
    return found


@cache
def _fields() -> dict[str, str]:
    return {fold(text): field for key, field in _FIELDS.items() for text in labels()[key].texts.values()}


def _positions(blocks: Sequence[Block]) -> Iterable[int]:
    """Gives the positions from the title of a first page to that of the next form."""
    covers, forms = _titles()
    inside = False
    for number, block in enumerate(blocks):
        title = fold(block.text) if isinstance(block, Paragraph) else ""
        inside = title in covers or (inside and title not in forms)
        if inside:
            yield number


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    covers = frozenset(map(fold, labels()["form.cover"].texts.values()))
    return covers, frozenset(map(fold, titles_of_forms())) - covers


@cache
def _own_words() -> frozenset[str]:
    return frozenset(fold(text) for label in every_own_label() for text in label.texts.values())

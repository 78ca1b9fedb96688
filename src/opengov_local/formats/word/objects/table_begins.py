"""Tables that name a commitment which is not open yet: it is opened before their rows are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from opengov_local.account import Piece
from opengov_local.finding import Severity
from opengov_local.formats.ogp_national.naming import parted_number
from opengov_local.formats.word.docx.own_form import says_none
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.asking import Asking
from opengov_local.formats.word.objects.headed_tables import is_headed
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.table_shapes.captions import names_several
from opengov_local.formats.word.table_shapes.table_parts import Answer, Loose, Part
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.word.texts.passages import Passage, of_cells
from opengov_local.formats.wording.labels.labels import Meaning, choose
from opengov_local.formats.wording.words.markers import Marker
from opengov_local.importing.words import fold

_FEWEST: Final = 2
"""Questions that are asked again where a further form begins."""

_FEWEST_TITLES: Final = 3
"""Titles beside each other from which they are those of columns."""


class TableBegins:
    """Opens what the parts of a table name."""

    def __init__(self, writing: Writing, objects: Objects, asking: Asking) -> None:
        self._writing = writing
        self._objects = objects
        self._asking = asking
        self._forms: dict[str, set[str]] = {}
        """Folded questions that the tables so far asked of each commitment, by its id."""

    def read(self, parts: list[Part]) -> None:
        """Opens a commitment, where the table names one that is not open."""
        if self._objects.gathering is not None:
            return
        asks: Answer | None = None
        for part in parts:
            if _is_numbered(part):
                return
            if not isinstance(part, Answer):
                continue
            meaning = choose(part.said.meanings, ("commitment", "plan"))
            if meaning is None or not self._asking.opens(meaning):
                continue
            if meaning.field not in ("title", "number_title"):
                asks = asks or part
                continue
            if (passage := self._new_title(meaning, part)) is None:
                return
            parted = self._writing.own_form and meaning.field == "number_title"
            number, title = parted_number(passage.text) if parted else ("", passage.text)
            if self._objects.commitment is not None and not self._objects.is_open(number, title, passage.piece):
                self._objects.commitment = self._objects.step = None
            self._asking.answer(meaning, passage, part.said.label)
            self._say_alone(part, passage.piece, parts)
            return
        if asks is not None and (self._objects.commitment is None or self._asks_again(parts)):
            self._objects.commitment = self._objects.step = None
            self._objects.open_commitment("", "", asks.label.piece)

    def asked(self, parts: list[Part]) -> None:
        """Notes what a table asked of the commitment that is open behind it."""
        if self._objects.commitment is not None:
            self._forms.setdefault(self._objects.commitment.target, set()).update(_questions(parts))

    def _asks_again(self, parts: list[Part]) -> bool:
        """Tells whether a table without a title is the form of another commitment: most it asks was asked of this one.

        One that first names a step is of that step.
        """
        asked = set(_questions(parts))
        node = self._objects.commitment
        if self._writing.own_form or node is None or _names_step(parts):
            return False
        again = asked & self._forms.get(node.target, set())
        return len(again) >= _FEWEST and 2 * len(again) > len(asked)

    def _new_title(self, meaning: Meaning, part: Answer) -> Passage | None:
        """Gives the title that an answer holds; None where it holds none, or that of a heading right above."""
        passage = of_cells(part.cells)
        if passage is None or passage.is_nothing or self._asking.counts(meaning, passage):
            return None
        is_none = self._writing.own_form and says_none(passage.text)
        return None if is_none or is_headed(self._writing, self._objects, passage.piece) else passage

    def _say_alone(self, title: Answer, piece: Piece, parts: list[Part]) -> None:
        """Says what was taken for the title of a commitment where no other question is known: it may head a column."""
        if any(isinstance(part, Loose) and part.question for part in parts) and all(
            isinstance(part, Loose) or part is title for part in parts
        ):
            self.say_title(piece)

    def say_title(self, piece: Piece, severity: Severity = "warning") -> None:
        """Says what was taken for the title of a commitment."""
        node = self._objects.commitment
        self._writing.draft.say("import/assumed", piece, severity=severity, node=node, field="title", value=piece.text)


def _questions(parts: list[Part]) -> Iterator[str]:
    """Gives what the questions of a table ask of commitments, folded."""
    for part in parts:
        if isinstance(part, Answer) and choose(part.said.meanings, ("commitment",)) is not None:
            yield fold(part.said.label)


def _names_step(parts: list[Part]) -> bool:
    """Tells whether the first question of a table asks for the name of a step."""
    first = next((part for part in parts if isinstance(part, Answer)), None)
    return first is not None and any(each[:2] == ("milestone", "title") for each in first.said.meanings)


def _is_numbered(part: Part) -> bool:
    """Tells whether a part opens a commitment by its number: `Fiche projet n° 1`."""
    if isinstance(part, Answer):
        return bool(part.number) and any(meaning.concept == "commitment" for meaning in part.said.meanings)
    marker = marker_of(part.cell, ("commitment",)) if isinstance(part, Loose) else None
    return marker is not None and isinstance(part, Loose) and (part.alone or names_fully(part, marker))


def names_fully(part: Loose, marker: Marker) -> bool:
    """Tells whether a cell with others beside it names an object all by itself: with word, number and title."""
    return part.cell.column == 1 and bool(marker.number and marker.title) and marker.concept != "milestone"


def titles_apart(parts: Iterable[Part]) -> list[Part]:
    """Takes the first of several titles for the answer: "Intitulé | Portail | Zone | Centre" above what nobody knows.

    The others may be those of further commitments, or questions with their answers.
    """
    made: list[Part] = []
    for part in parts:
        several = isinstance(part, Answer) and len(part.cells) >= _FEWEST_TITLES
        if isinstance(part, Answer) and several and names_several(part.cells, part.said.meanings):
            others = [Loose(cell, alone=False, question=part.said.label) for cell in part.cells[1:]]
            made += [replace(part, cells=part.cells[:1]), *others]
        else:
            made.append(part)
    return made

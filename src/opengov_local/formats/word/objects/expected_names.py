"""The name that is expected below a number or the title of a form: "Engagement 3", "Fiche projet"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.texts.passages import of_paragraph
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.importing.words import fold

_NAMES: Final = (("commitment", "title"), ("commitment", "number_title"))
_BEFORE: Final = frozenset({"number", "ids", "axis", "date", "due", "period", "collectivity"})
"""What forms ask for before the name."""
_BRACKETED: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")


class ExpectedName:
    """Names what was opened without a name, by the line below it.

    Attributes:
        concept: what waits for its name; "" where nothing does.
    """

    def __init__(self, writing: Writing, labels: Labels, objects: Objects) -> None:
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self.concept = ""

    def asked(self, meaning: Meaning) -> None:
        """Takes note of what is asked, and answered, below the number: behind most of it no name follows."""
        if not self._writing.own_form and meaning.field not in _BEFORE:
            self.concept = ""

    def name(self, paragraph: Paragraph, piece: Piece, ahead: Sequence[Block]) -> None:
        """Takes a line for the name, unless it is one in brackets, or stands above a form that asks for the name.

        Args:
            paragraph: the line.
            piece: its place.
            ahead: the blocks below it.
        """
        objects, concept = self._objects, self.concept
        if not self._writing.own_form and self._is_none(paragraph, ahead):
            node = objects.deepest if objects.has_plan else None
            self._writing.keep(node, of_paragraph(paragraph, piece))
            return
        self.concept = ""
        if concept == "commitment" and objects.commitment is None:
            opened = objects.open_sheet if self._writing.own_form else partial(objects.open_commitment, "")
            opened(paragraph.text, piece)
        elif concept == "commitment":
            objects.name_commitment("", paragraph.text, [], piece)
        else:
            node = objects.plan if concept == "plan" else objects.deepest
            values.put(self._writing, node, "title", of_paragraph(paragraph, piece), "")

    def _is_none(self, paragraph: Paragraph, ahead: Sequence[Block]) -> bool:
        """Tells whether a line is no name: it stands in brackets, or a form right below it gives another one."""
        if _BRACKETED.fullmatch(paragraph.text):
            return True
        below = ahead[0] if ahead and self.concept == "commitment" else None
        if not isinstance(below, Table):
            return False
        for cells in below.rows:
            asked = {each[:2] for each in self._labels.meanings(cells[0].text)} if len(cells) == 2 else set()
            if asked & set(_NAMES) and cells[1].text:
                return fold(cells[1].text) != fold(paragraph.text)
        return False

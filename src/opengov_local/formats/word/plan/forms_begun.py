"""Forms that a file begins: of a plan, of a commitment, of an assessment, and whose a form of ours is."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.word.docx.own_form import is_own
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.assessing import Assessing, instrument_of
from opengov_local.formats.word.objects.expected_names import ExpectedName
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.texts.passages import by_language, of_paragraph
from opengov_local.formats.wording.labels.labels import Meaning


class Forms:
    """Knows which form of a file is read.

    Attributes:
        whose: the line that says of which plan the commitment of a form is.
    """

    def __init__(self, writing: Writing, objects: Objects, expected: ExpectedName) -> None:
        self._writing = writing
        self._objects = objects
        self._expected = expected
        self._sheet = ""
        self.whose: Piece | None = None

    def begin(self, meaning: Meaning, label: str, ahead: Sequence[Block]) -> None:
        """Begins a form of its own: what follows is its title.

        Args:
            meaning: what the form is of.
            label: the words that name it.
            ahead: the blocks behind them.
        """
        self._writing.own_form, self._writing.form_language = is_own(label.encode()), meaning.language
        self.end_assessment()
        self._objects.gathering = None
        self._sheet = meaning.concept if self._writing.own_form else ""
        if meaning.concept == "commitment":
            self._objects.commitment = self._objects.step = None
            if self._writing.own_form:
                self._plan_of_sheet(ahead)
        elif "title" in self._objects.plan.data:
            self._objects.new_plan()
        self._expected.concept = meaning.concept
        instrument = instrument_of(label)
        if instrument is not None:
            self._objects.assessing = Assessing(self._writing, self._objects, instrument)

    def end_assessment(self) -> None:
        """Ends the form of an assessment, where one is read."""
        if self._objects.assessing is not None:
            self._writing.last(self._objects.assessing.finish)
            self._objects.assessing = None

    def leave_table(self) -> None:
        """Leaves the commitment that a table in the form of a plan names: what stands behind it is of the plan."""
        if self._sheet == "plan" and self._objects.assessing is None:
            self._objects.commitment = self._objects.step = None

    def _plan_of_sheet(self, ahead: Sequence[Block]) -> None:
        """Goes to the plan that a form of a commitment names below the name of the commitment."""
        below = ahead[-1] if len(ahead) == 2 else None
        if not isinstance(below, Paragraph) or below.piece is None or below.style != "subtitle":
            return
        self.whose = below.piece
        passage, objects = of_paragraph(below, below.piece), self._objects
        known = objects.plan.data.get("title", {}) if objects.has_plan else {}
        if any(text in known.values() for _, text in by_language(passage, None)):
            return
        if known:
            objects.new_plan()
        values.put(self._writing, objects.plan, "title", passage, "")

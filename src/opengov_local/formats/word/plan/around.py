"""What stands around a plan in its document: the subject line of a letter, its close, captions, a heading as title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from opengov_local.account import Piece
from opengov_local.finding import Severity
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.head.head_lines import before_colon
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.objects.recaps import say_listed_twice
from opengov_local.formats.word.plan.course import Course
from opengov_local.formats.word.table_shapes.section import has_label
from opengov_local.formats.word.texts.headings import FIRST, SECTION, level, names_part
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.adoption_sentences import approves
from opengov_local.formats.wording.words.letters import plan_named_in, subject
from opengov_local.formats.wording.words.markers import Marker
from opengov_local.formats.wording.words.plan_words import begins_with, is_letterhead, names_plan
from opengov_local.importing.dates import find_dates
from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.printed_numbers import NUMBER
from opengov_local.model.commitment import Commitment

_COUNTED: Final = re.compile(
    rf"\s*[^\W\d_]{{3,}}(?:\s[^\W\d_]+)?\s+(?:{SIGN}\s*)?{NUMBER}\s*(?:[:：–—-]+\s*|[.)]\s+)\S"
)
"""A word for something, its number, and its name."""
_PARTS: Final = ("axes", "commitments", "activities")
_ENDS: Final = " .:：;؛"
_LONGEST_NAME: Final = 160
"""Letters of the longest name of a plan in a sentence."""


class Around:
    """Reads what stands around a plan.

    Attributes:
        course: where things stand in the document.
    """

    def __init__(self, writing: Writing, labels: Labels, objects: Objects) -> None:
        self.course = Course()
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self._first: Passage | None = None
        self._named: Passage | None = None
        self._is_annexed = False
        self._unmarked: list[Piece] = []
        self._bare: list[Piece] = []
        self._approved: Passage | None = None
        self._unknown: set[str] = set()

    def read(self, piece: Piece, position: int) -> None:
        """Reads a subject line, a line of the close, or a caption."""
        if position == self.course.subject:
            self._title(Passage((Line(subject(piece.text)),), (piece,)))
        elif position == self.course.contact:
            self._objects.close()
            self._writing.draft.ignore(piece, "heading")
        elif position in self.course.closing:
            self._close(piece)
        elif position in self.course.tail:
            self._objects.close()
            self._writing.draft.keep(piece, self._objects.plan)
        else:
            self._writing.draft.ignore(piece, "heading")

    def end(self, table: Table) -> None:
        """Keeps a table of the close, as of those who sign."""
        for piece in table.pieces():
            self._close(piece)

    def keep(self, table: Table) -> None:
        """Keeps a table that says nothing of commitments: of a vote, of abbreviations."""
        for piece in table.pieces():
            self._writing.draft.keep(piece, self._objects.plan if self._objects.has_plan else None)

    def _close(self, piece: Piece) -> None:
        self._objects.close()
        if self._writing.report is not None:
            self._writing.report.close(Passage((Line(piece.text),), (piece,)))
        self._writing.draft.keep(piece, self._objects.plan if self._objects.has_plan else None)

    def note_heading(self, passage: Passage, position: int) -> None:
        """Notes headings that are the title where nothing else is: the first, and one with the plan and its years.

        The annex of a letter has one: "ANNEXE : Programme d'action 2024-2026".
        """
        if self._objects.has_parts or self._writing.own_form or passage.text.rstrip().endswith(("?", "؟")):
            return
        heads = is_letterhead(passage.text) and before_colon(passage.piece) is None
        if self._first is None and position < FIRST and not heads:
            self._first = passage
        name = plan_named_in(" ".join(passage.text.split()))
        spans = any(found.reading.start and found.reading.end for found in find_dates(name))
        if self._named is None and name and (spans or begins_with(passage.text, "section")):
            self._named = passage.of([Line(name)])
            self._is_annexed = begins_with(passage.text, "section")

    def leave_heading(self, paragraph: Paragraph, piece: Piece, position: int, ahead: Sequence[Block]) -> None:
        """Accounts for a heading that opens nothing; one that parts the commitments, but not by axes, is kept.

        So is one right above a table, which may say what all of it belongs to, and one that names something by its
        number that is no part of plans: "Programme 3.1 : Modernisation"; and one that ends an axis, which is said.
        """
        ends = self.ends_axis(piece, position)
        counted = not self._writing.own_form and _COUNTED.match(piece.text) is not None
        names = counted and self._objects.has_parts
        heads = any(isinstance(block, Table) for block in ahead) and not self._writing.own_form
        if ends or heads or names or (paragraph.named is not None and paragraph.named.concept == SECTION):
            self._writing.draft.keep(piece, self._objects.plan)
        elif counted or self._heads_nothing(paragraph, position, ahead):
            self._bare.append(piece)
        else:
            self._writing.draft.ignore(piece, "heading")

    def _heads_nothing(self, heading: Paragraph, position: int, ahead: Sequence[Block]) -> bool:
        """Tells whether nothing stands below a heading: it is the last line, or the next one is a heading like it.

        Then it says something itself: "Le projet 2 est suspendu". One in bold alone above what names an object or asks
        something does not.
        """
        below = ahead[0] if ahead else None
        begun = self._objects.has_plan and not self._objects.plan.data.keys().isdisjoint(_PARTS)
        if self._writing.own_form or (is_letterhead(heading.text) and not begun):
            return False
        if heading.style == "title" or below is None or self.course.is_at(position + 1):
            return True  # a title that is not the plan's is the name of its form
        if not isinstance(below, Paragraph) or names_part(below):
            return False
        return 0 < level(below) <= level(heading) and self._labels.asked_by(below) is None

    def ends_axis(self, piece: Piece, position: int, severity: Severity = "warning") -> bool:
        """Leaves the axis that a heading on its level ends, and says so; tells whether it was such a heading."""
        ended = self.course.axis_ends.get(position)
        axis = self._objects.leave_axis(main=ended == "axis") if ended is not None else None
        if axis is not None:
            name = next(iter(axis.data.get("title", {}).values()), axis.data.get("number", ""))
            say = self._writing.draft.say
            say("import/axis-ended", piece, severity=severity, node=axis, text=piece.text, axis=name)
        return axis is not None

    def note_approved(self, piece: Piece) -> None:
        """Notes the plan that a sentence before the first commitment approves, which may be all that names it."""
        if self._approved is None and not self._objects.has_parts and approves(piece.text):
            name = plan_named_in(" ".join(piece.text.split())).rstrip(_ENDS)
            if name and len(name) <= _LONGEST_NAME:
                self._approved = Passage((Line(name),), (piece,))

    def note_unmarked(self, piece: Piece) -> None:
        """Notes a heading that was taken for the name of a commitment, though it does not say so."""
        self._unmarked.append(piece)

    def note_named(self, marker: Marker, piece: Piece) -> None:
        """Notes a line whose place and number alone tell what it names; an axis among them is said at once."""
        if marker.concept == "commitment":
            self._unmarked.append(piece)
        else:
            node = self._objects.axis
            self._writing.draft.say(
                "import/assumed", piece, severity="info", node=node, field=marker.concept, value=marker.title
            )

    def say_unknown(self, passage: Passage, below: str) -> None:
        """Says, once, which question about a commitment nobody knows: the heading above a line, or its own label."""
        node = self._objects.step or self._objects.commitment
        text = below if below or not has_label(passage.text) else passage.text.partition(":")[0]
        label = text.strip(" \u00a0:：")
        if node is None or self._writing.own_form or not label or fold(label) in self._unknown:
            return
        self._unknown.add(fold(label))
        self._writing.draft.say("import/label-unknown", passage.piece, severity="info", node=node, text=label)

    def say_unmarked(self) -> None:
        """Says how many headings were taken for names of commitments, though they do not say so; and who may be one.

        Headings that head nothing, and were read as nothing else, are kept.
        """
        say_listed_twice(self._writing, self._objects)
        for piece in () if self._writing.own_form else self.course.below_form:
            node = self._writing.draft.read_at(piece.place)
            if node is not None and node.model is Commitment:
                self._writing.draft.say(
                    "import/assumed", piece, severity="info", node=node, field="commitment", value=piece.text
                )
        for piece in self._bare:
            if self._writing.draft.read_at(piece.place) is None:
                self._writing.draft.keep(piece, self._objects.plan)
        if self._unmarked and not self._writing.own_form:
            first = self._unmarked[0]
            self._writing.draft.say(
                "import/headings-taken", first, severity="info", count=len(self._unmarked), text=first.text
            )

    def untitled(self) -> None:
        """Takes the first heading for the title of a plan that has none; where there is none either, says so."""
        if "title" in self._objects.plan.data:
            return
        annexed = self._named if self._named is not None and self._is_annexed else None
        for named in (annexed, self._approved, self._named):
            if named is not None:
                self._title(named)
                return
        said = self._writing.margins.title()
        if said is not None and (self._first is None or not names_plan(self._first.text)):
            self._title(Passage((Line(said[1]),), (said[0],)))
        elif self._first is None:
            self._writing.draft.say("import/plan-without-title", node=self._objects.plan)
        else:
            self._title(self._first)

    def _title(self, passage: Passage) -> None:
        values.put(self._writing, self._objects.plan, "title", passage, "")
        self._writing.draft.say(
            "import/assumed", passage.piece, node=self._objects.plan, field="title", value=passage.text
        )

"""The head of a report on a plan: its title, which names the plan, and lines that say when it was written."""

from __future__ import annotations

import re

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Paragraph
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.plan.around import Around
from opengov_local.formats.word.plan.plan_titles import PlanTitles
from opengov_local.formats.word.texts.headings import FIRST, LOWEST, level, names_part
from opengov_local.formats.word.texts.passages import Line, Passage, of_paragraph
from opengov_local.formats.wording.words.letters import closes, matter, plan_named_in
from opengov_local.formats.wording.words.plan_words import says
from opengov_local.importing.dates import find_dates
from opengov_local.importing.dates.words import years

_JOINT = re.compile(
    r"\s*(?:[–—:،,;(|/-]|\bau titre (?:du|de)\b|\bpour\b|\bfor\b|\b(?:arrêtée?\s+)?(?:au|à la date du|en date du)\b"
    r"|\b(?:al|a fecha de)\b|\b(?:as (?:of|at)|at)\b|(?<!\w)(?:عند|بتاريخ|في|إلى)(?!\w))\s*$"
)

_YEAR_BEHIND = re.compile(
    rf"\s*[(–—:،,-]?\s*(?:au titre de l['’]|برسم\s+)?(?<!\w)(?:{years()})\s+(?:19|20)[0-9]{{2}}\s*\)?\s*$",
    re.IGNORECASE,
)
_PART = re.compile(r"(\s*[:–—]\s+|\s+-\s+|\s*\()")


class ReportHead:
    """Reads what stands around what a report says.

    Attributes:
        rank: level of the heading that opened the last object.
    """

    def __init__(self, writing: Writing, objects: Objects, around: Around, titles: PlanTitles) -> None:
        self._writing = writing
        self._objects = objects
        self._around = around
        self._titles = titles
        self.rank = 0

    def takes(self, paragraph: Paragraph, piece: Piece, position: int) -> bool:
        """Tells whether a paragraph is the title of a report, or a line above its first object that says when."""
        report = self._writing.report
        if report is None:
            return False
        passage = of_paragraph(paragraph, piece)
        if self._objects.has_parts:
            if closes(paragraph.text):
                report.close(passage)
            return False
        if names_part(paragraph):
            return False
        ranked = level(paragraph) > 0
        title = position < FIRST and says(paragraph.text, "report") and (ranked or position == 0)
        if title:
            report.opening(passage, title=True)
            self._title(passage, position)
        elif ranked and says(paragraph.text, "report"):
            report.opening(passage, title=True)  # of the annex of a letter
        elif position < 2 * FIRST and ":" not in paragraph.text.rstrip(" \u00a0:") and report.opening(passage):
            report.note(passage)
            return True
        return title

    def takes_subject(self, paragraph: Paragraph, piece: Piece, position: int) -> bool:
        """Reads the subject line of a letter that sends a report; tells whether it was all of the plan's title."""
        report, said = self._writing.report, matter(paragraph.text)
        if report is None or self._objects.has_parts or position >= 3 * FIRST or not says(said, "report"):
            return False
        passage = Passage((Line(said),), (piece,))
        report.opening(passage, title=True)
        named = without_time(plan_named_in(said), self._writing)
        return bool(named) and self._titles.give(passage.of([Line(named)]))

    def _title(self, passage: Passage, position: int) -> None:
        named = without_time(plan_named_in(" ".join(passage.text.split())), self._writing)
        if not (named and self._titles.give(passage.of([Line(named)]))):
            self._around.note_heading(passage, position)
            self._writing.draft.ignore(passage.piece, "heading")

    def leads_out(self, rank: int, *, is_final: bool) -> bool:
        """Tells whether a heading stands no deeper than that of the open object, or alone behind the last one."""
        return bool(rank) and (is_final or (rank <= self.rank and rank < LOWEST))

    def leave(self, rank: int, *, is_final: bool) -> None:
        """Leaves the objects at a heading that stands no deeper than the one that opened them.

        In a plan only behind the last of several commitments, as its headings may be of one level. Where tables name
        them, an axis alone is open there, and any heading ends it.
        """
        axis_alone = is_final and self._objects.commitment is None and 0 < rank <= self.rank
        if axis_alone or ((is_final or self._writing.report is not None) and self.leads_out(rank, is_final=False)):
            self._objects.close()


def without_time(title: str, writing: Writing) -> str:
    """Takes off the name of a plan what a report says of itself behind it: the time it is on, the word for it."""
    for found in reversed(find_dates(title, writing.context)):
        one = found.reading.start or found.reading.end or ""
        if len(one) > 4 and not title[found.end :].strip(" ).،,"):
            title = _JOINT.sub("", title[: found.start]).strip()
            break
    title = _YEAR_BEHIND.sub("", title).strip()
    head, joint, rest = _last_part(title)
    return head if joint and says(rest, "report") else title


def _last_part(title: str) -> tuple[str, str, str]:
    parts = _PART.split(title)
    return ("".join(parts[:-2]).strip(), parts[-2], parts[-1]) if len(parts) > 2 else (title, "", "")

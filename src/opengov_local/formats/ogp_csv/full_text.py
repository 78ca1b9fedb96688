"""The running text of a commitment, under the questions of OGP's template of 2022, as the reader parts it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from opengov_local import codelists
from opengov_local.formats.ogp_csv.kept import Kept
from opengov_local.formats.ogp_pages.milestones import NUMBER
from opengov_local.formats.ogp_pages.sections import split
from opengov_local.formats.one_language import OneLanguage
from opengov_local.importing.words.status import read_status
from opengov_local.messages.date_words import write_date
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.party import Party

QUESTIONS: Final = {
    "description": "Brief Description of the Commitment",
    "problem": "What problem does the commitment aim to address?",
    "causes": "What are the causes of the problem?",
    "status_quo": "What has been done so far to solve the problem?",
    "action": "What solution are you proposing?",
    "solution_path": "How will the commitment contribute to solve the public problem?",
    "expected_results": "What results do we want to achieve by implementing this commitment?",
    "objectives": "Main objective",
    "additional_information": "Additional information",
}
"""Fields of a commitment and the question that their text answers."""
VALUES: Final = {
    "access_to_information": "How will the commitment promote transparency?",
    "public_accountability": "How will the commitment help foster accountability?",
    "civic_participation": (
        "How will the commitment improve citizen participation in defining, implementing, and monitoring solutions?"
    ),
}
_COLUMNS: Final = (
    ("title", "Milestones"),
    ("description", "Description"),
    ("deliverable", "Expected Outputs"),
    ("schedule", "Dates"),
    ("start", "Start date"),
    ("due", "Expected Completion Date"),
    ("leads", "Lead"),
    ("supporting", "Supporting"),
    ("status", "Status"),
)
_ALWAYS: Final = ("title", "deliverable", "due")
_PARTING: Final = re.compile(r"[|\r\n]+")
_NUMBER: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}")


class FullText:
    """Writes running texts, and counts what in them would be read otherwise.

    Args:
        voice: picks texts in the language of the file.
        name_of: names a party.

    Attributes:
        replaced: texts of milestones in which signs that part cells were replaced.
        doubtful: running texts in which words of the plan would be taken for a question.
        parted: milestones with several parties in one cell.
        numbered: texts of milestones whose beginning would be taken for a number.
        unknown: milestones whose status stands in words that are read as another or none.
    """

    def __init__(self, voice: OneLanguage, name_of: Callable[[Party], str]) -> None:
        self._voice = voice
        self._name_of = name_of
        self.replaced = 0
        self.doubtful = 0
        self.parted = 0
        self.numbered = 0
        self.unknown = 0

    def of(self, commitment: Commitment, kept: Sequence[Kept]) -> str:
        """Writes the running text of a commitment; "" where it has none.

        Args:
            commitment: the commitment.
            kept: what an import kept of a running text: lines under questions that no field answers.
        """
        parts = list(self._answers(commitment))
        loose = [cell.text for cell in kept if not cell.label]
        if not kept and [question for question, _ in parts] == [QUESTIONS["description"]]:
            return self._checked([("", parts[0][1])])
        for cell in (cell for cell in kept if cell.label):
            if parts and parts[-1][0] == cell.label:
                parts[-1] = (cell.label, f"{parts[-1][1]}\n{cell.text}")
            else:
                parts.append((cell.label, cell.text))
        if commitment.milestones:
            parts.append(self._planning(commitment.milestones))
        return self._checked([*((("", "\n".join(loose)),) if loose else ()), *parts])

    def _answers(self, commitment: Commitment) -> Iterator[tuple[str, str]]:
        for field, question in QUESTIONS.items():
            if text := self._voice.pick(getattr(commitment, field)):
                yield question, text
        for served in commitment.ogp_values:
            why = self._voice.pick(served.why)
            if why and served.value in VALUES:
                yield VALUES[served.value], why

    def _planning(self, milestones: Sequence[Milestone]) -> tuple[str, str]:
        """Writes a table of milestones: its label with the headings, and a line for each."""
        shown = [
            (field, heading)
            for field, heading in _COLUMNS
            if field in _ALWAYS or any(getattr(milestone, field) for milestone in milestones)
        ]
        lines = [" | ".join(self._cell(milestone, field) for field, _ in shown) for milestone in milestones]
        return f"Commitment Planning ({' | '.join(heading for _, heading in shown)})", "\n".join(lines)

    def _cell(self, milestone: Milestone, field: str) -> str:
        held = getattr(milestone, field)
        if not held:
            return ""
        if field in ("start", "due"):
            return write_date(held, "en")
        if field == "status":
            return self._status(milestone)
        if field in ("leads", "supporting"):
            names = list(filter(None, map(self._name_of, held)))
            self.parted += len(names) > 1
            text = "; ".join(names)
        else:
            text = self._voice.pick(held)
        joined = _PARTING.sub(" / ", text)
        self.replaced += joined != text
        number = milestone.number or ""
        if field == "title" and _NUMBER.fullmatch(number):
            return f"{number}. {joined}"
        self.numbered += field not in ("leads", "supporting") and NUMBER.match(joined) is not None
        return joined

    def _status(self, milestone: Milestone) -> str:
        status = milestone.status
        if status is None:
            return ""
        if status.original is None:
            return codelists.get("status").label(status.code, "en")
        self.unknown += not _tells(status.original, status.code)
        return status.original

    def _checked(self, parts: Sequence[tuple[str, str]]) -> str:
        """Joins questions and answers; counts a text in which more questions are seen than were put."""
        text = "\n\n".join(f"{question}\n{answer}" if question else answer for question, answer in parts)
        bodies = [text[section.start : section.end].strip() for section in split(text)]
        self.doubtful += bodies != [answer.strip() for _, answer in parts if answer.strip()]
        return text


@lru_cache(1 << 10)
def _tells(word: str, code: str) -> bool:
    """Tells whether the word of a status is read as its code."""
    reading = read_status(word)
    return reading is not None and reading.code == code

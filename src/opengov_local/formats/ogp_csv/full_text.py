"""The running text of a commitment, under the questions of OGP's template of 2022, as the reader parts it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from opengov_local import codelists
from opengov_local.formats.ogp_csv.kept import Kept
from opengov_local.formats.ogp_pages.dated_lines import NUMBER
from opengov_local.formats.ogp_pages.sections import Asked, asking, split
from opengov_local.formats.one_language import OneLanguage
from opengov_local.importing.words.lists import read_list
from opengov_local.importing.words.status import read_status
from opengov_local.messages.date_words import write_date
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.party import Party
from opengov_local.model.status import Status

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
RESPONSIBLE: Final = "Name of responsible person from implementing agency"
"""Question of OGP's template of 2017 for who leads."""
_HEADINGS: Final = {
    "title": "Milestones",
    "description": "Description",
    "deliverable": "Expected Outputs",
    "schedule": "Dates",
    "start": "Start date",
    "due": "Expected Completion Date",
    "leads": "Lead",
    "supporting": "Supporting",
    "status": "Status",
}
_held: Final = itemgetter(*_HEADINGS)
_ALWAYS: Final = ("title", "deliverable", "due")
_DATED: Final = ("start", "due")
_PARTING: Final = re.compile(r"[|\r\n]+")
_NUMBER: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}")


Parts = Sequence[tuple[str, str]]
"""The questions of a running text, "" where a part has none, each with what is said under it."""


class FullText:
    """Writes running texts, and counts what in them would be read otherwise.

    Args:
        voice: picks texts in the language of the file.
        name_of: names a party.
        counted: whether it is asked how texts would be read; else `doubtful` and `parted` stay 0.
        with_contacts: whether the persons who lead are named.

    Attributes:
        replaced: texts of milestones in which signs that part cells were replaced.
        parted: cells of milestones from which other parties would be read, or one that is named twice.
        numbered: texts of milestones whose beginning would be taken for a number.
        unknown: milestones whose status the words of the source do not tell: its code stands there.
        persons: parties whose person is named, by `id`.
    """

    def __init__(
        self,
        voice: OneLanguage,
        name_of: Callable[[Party], str],
        *,
        counted: bool = True,
        with_contacts: bool = False,
    ) -> None:
        self._voice = voice
        self._with_contacts = with_contacts
        self._counted = counted
        self._name_of = name_of
        self.replaced = 0
        self._kept_doubtful = 0
        self._tables: dict[int, dict[str, list[str]]] = {}
        self._asked: dict[int, tuple[Asked, str, Parts]] = {}
        self.parted = 0
        self.numbered = 0
        self.unknown = 0
        self.persons: set[int] = set()

    def of(self, commitment: Commitment, kept: Sequence[Kept], *, as_read: bool = False) -> str:
        """Writes the running text of a commitment; "" where it has none.

        Args:
            commitment: the commitment.
            kept: what an import kept of a running text: lines under questions that no field answers.
            as_read: whether the text is the one that the commitment was read from, so that it will be read the same.
        """
        table = self._table(commitment)
        said, planned = self._said(commitment, kept, alone=not table), _planned(table)
        parts = [*said, *planned]
        text = _joined(parts)
        if as_read or not self._counted:
            return text
        if kept and _is_doubtful(text, parts):  # read again, it would be of the answer above it
            said = _with_more(self._said(commitment, (), alone=False), kept)
            parts = [*said, *planned]
            text = _joined(parts)
            self._kept_doubtful += _is_doubtful(text, parts)
        elif not kept:
            asked = Asked([answer for _, answer in said], _worded(table))
            self._asked[id(asked)] = (asked, text, parts)
        return text

    def _said(self, commitment: Commitment, kept: Sequence[Kept], *, alone: bool) -> list[tuple[str, str]]:
        """Gives the questions that are answered, and what was kept under others; a description alone has none."""
        parts = list(self._answers(commitment))
        loose = [cell.text for cell in kept if not cell.label]
        if alone and not kept and [question for question, _ in parts] == [QUESTIONS["description"]]:
            parts = [("", parts[0][1])]
        for cell in (cell for cell in kept if cell.label):
            if parts and parts[-1][0] == cell.label:
                parts[-1] = (cell.label, f"{parts[-1][1]}\n{cell.text}")
            else:
                parts.append((cell.label, cell.text))
        if loose:
            parts.insert(0, ("", "\n".join(loose)))
        return parts

    @property
    def doubtful(self) -> int:
        """In how many running texts words of the plan would be taken for a question."""
        found = (self._asked[id(each)] for each in asking(asked for asked, *_ in self._asked.values()))
        return self._kept_doubtful + sum(_is_doubtful(text, parts) for _, text, parts in found)

    def _answers(self, commitment: Commitment) -> Iterator[tuple[str, str]]:
        said, pick = commitment.__dict__, self._voice.pick
        for field, question in QUESTIONS.items():
            if (held := said[field]) and (text := pick(held)):
                yield question, text
        for served in commitment.ogp_values:
            why = self._voice.pick(served.why)
            if why and served.value in VALUES:
                yield VALUES[served.value], why
        if self._with_contacts and (persons := list(self._responsible(commitment.leads))):
            yield RESPONSIBLE, "\n".join(persons)

    def _responsible(self, parties: Iterable[Party]) -> Iterator[str]:
        """Writes the persons of parties, each with the office, and notes them."""
        for party in parties:
            if (person := party.person) and (
                said := [*filter(None, map(self._voice.pick, (person.name, person.role)))]
            ):
                self.persons.add(id(party))
                yield ", ".join(said)

    def begin(self, commitments: Sequence[Commitment]) -> None:
        """Writes the tables of milestones of commitments whose texts will be asked for, at once: column by column."""
        milestones = [*chain.from_iterable([each.milestones for each in commitments])]
        columns = zip(*[_held(each.__dict__) for each in milestones], strict=True)
        written = [
            (field, field in _ALWAYS, self._column(field, held, milestones))
            for field, held in zip(_HEADINGS, columns, strict=False)
            if field in _ALWAYS or any(held)
        ]
        begin = 0
        for each in commitments:
            end = begin + len(each.milestones)
            self._tables[id(each)] = {
                field: shown
                for field, always, cells in (written if begin < end else ())
                if any(shown := cells[begin:end]) or always
            }
            begin = end

    def _table(self, commitment: Commitment) -> dict[str, list[str]]:
        """Gives the columns of the table of milestones of a commitment by their fields; none where it has none."""
        if id(commitment) not in self._tables:
            self.begin([commitment])
        return self._tables[id(commitment)]

    def _column(self, field: str, held: Sequence[Any], milestones: Sequence[Milestone]) -> list[str]:
        match field:
            case "start" | "due":
                return [write_date(date, "en") if date else "" for date in held]
            case "status":
                return [self._status(status) if status else "" for status in held]
            case "leads" | "supporting":
                return [self._parties(parties) if parties else "" for parties in held]
        texts = [*map(self._voice.pick, held)]
        if field == "title" and any(each.__dict__["number"] for each in milestones):
            return [self._words(text, each.number) for text, each in zip(texts, milestones, strict=True)]
        joined = "".join(texts)
        if joined.isprintable() and "|" not in joined and "".join([text[:1] for text in texts]).isalpha():
            return texts
        return [self._words(text) if text else "" for text in texts]

    def _words(self, text: str, number: str | None = None) -> str:
        if "|" in text or "\n" in text or "\r" in text:
            text = self._bare(text)
        if number and _NUMBER.fullmatch(number):
            return f"{number}. {text}"
        if not text[:1].isalpha():
            self.numbered += NUMBER.match(text) is not None
        return text

    def _bare(self, text: str) -> str:
        """Gives a text without the signs that part cells and rows."""
        joined = _PARTING.sub(" / ", text)
        self.replaced += joined != text
        return joined

    def _parties(self, parties: Sequence[Party]) -> str:
        names = list(filter(None, map(self._name_of, parties)))
        cell = self._bare("; ".join(names))
        if self._counted:
            read = {*read_list(cell, commas="never").items}
            self.parted += len(read) != len(names) or not read.issuperset(map(str.strip, names))
        return cell

    def _status(self, status: Status) -> str:
        if status.original is None:
            return _status_label(status.code)
        if not _tells(status.original, status.code):
            self.unknown += 1
            return _status_label(status.code) if status.code in codelists.get("status") else status.original
        return status.original


@cache
def _status_label(code: str) -> str:
    return codelists.get("status").label(code, "en")


@lru_cache(1 << 6)
def _head_of(*fields: str) -> str:
    """Writes the question above a table of milestones, with the headings of its columns."""
    return f"Commitment Planning ({' | '.join(_HEADINGS[field] for field in fields)})"


def _planned(table: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Gives the question about milestones with the table that answers it; none where there is none."""
    if not table:
        return []
    return [(_head_of(*table), "\n".join(map(" | ".join, zip(*table.values(), strict=True))))]


def _joined(parts: Parts) -> str:
    return "\n\n".join([f"{question}\n{answer}" if question else answer for question, answer in parts])


def _with_more(parts: Parts, kept: Sequence[Kept]) -> list[tuple[str, str]]:
    """Gives questions and answers with what was kept as additional information, each with its label."""
    question = QUESTIONS["additional_information"]
    lines = [f"{cell.label}: {cell.text}" if cell.label else cell.text for cell in kept]
    held = [answer for asked, answer in parts if asked == question]
    return [*(part for part in parts if part[0] != question), (question, "\n".join([*held, *lines]))]


def _worded(table: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Gives the rows of a table without its dates."""
    return list(zip(*(cells for field, cells in table.items() if field not in _DATED), strict=True))


def _is_doubtful(text: str, parts: Parts) -> bool:
    """Tells whether a reader finds something else under the questions of a text than was written there."""
    return _parted(text) != [answer.strip() for _, answer in parts if answer.strip()]


def _parted(text: str) -> list[str]:
    """Gives what a reader finds under the questions of a text."""
    return [text[section.start : section.end].strip() for section in split(text)]


@lru_cache(1 << 10)
def _tells(word: str, code: str) -> bool:
    """Tells whether the word of a status is read as its code."""
    reading = read_status(word)
    return reading is not None and reading.code == code

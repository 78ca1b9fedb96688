"""The labels of plans, forms and minutes: which words of a text ask for which field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from opengov_local.formats.ogp_local.asked import asked_for as asked_by_ogp
from opengov_local.formats.wording.headings.heading_readings import sides_in_scripts
from opengov_local.formats.wording.labels.label_table import known_labels
from opengov_local.formats.wording.labels.table_meanings import (
    asked_of_indicators,
    asked_with_sign,
    asks_otherwise,
    of_tables,
    own_meanings,
)
from opengov_local.formats.wording.words import questions
from opengov_local.formats.wording.words.loose_labels import bare_label
from opengov_local.formats.wording.words.meaning import Labelled, Meaning, choose
from opengov_local.formats.wording.words.ordinals import without_ordinal
from opengov_local.formats.wording.words.plan_words import begins_with
from opengov_local.formats.wording.words.report_labels import CONCEPTS as REPORTED_ON
from opengov_local.formats.wording.words.report_labels import WHEN, asked_for, asked_weakly
from opengov_local.formats.wording.words.small_tables import measure_of
from opengov_local.formats.wording.words.timed_labels import timed
from opengov_local.importing.language import language_of
from opengov_local.importing.words import fold

__all__ = ["Labelled", "Labels", "Meaning", "choose", "known_labels"]

_LONGEST = 260
"""Letters of the longest label: longer texts are none."""
_LONGEST_HEADING = 80
_YEAR = len("2025")
_SIGNS = {"#": "No", "№": "No"}
_YEARS = re.compile(r"\s*[(]?(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d)?)?[)]?\s*$")
_QUESTION = re.compile(r"^\s*(?:Q(?:uestion)?|س|السؤال)\s*[0-9٠-٩]{1,2}\s*[.:)\-–]\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"^(.{2,}?)\s*[(\[][^()\[\]]*[)\]]\s*:?\s*$", re.DOTALL)
_TONGUES = re.compile(r"\s*[/|\n]\s*|\s+[–—-]\s+")
_ANSWERED = re.compile(r"[:：?؟\n\t]\s*[^\s):：?؟]")
"""A sign that ends a label, and something behind it: such a text is more than a label."""
_ENDS = re.compile(r"[:：\n\t?؟]")
_SIGNS_BEHIND = re.compile(r"[:：]\s*(?=[^\w\s\-–—_.…·•*/\\()\[\]:：])[^\w\s]+\s*$")
"""A colon and signs alone behind it, "Responsable : =": they answer, unlike a dash or dots to be filled in."""
_END = "end"
_UNTIL = frozenset({_END, "period"})
_ASKED = {"contact": "contact_both"}
_LOOSE = frozenset({"commitment", "milestone"})
_OF_OTHERS = _LOOSE | {"workshop", "group"}
_NAMES = frozenset({"title", "number_title", "number", "form", "heading", "description"})
"""What is asked in words that other texts have too; such labels are known by all their words alone."""

_PLANNED = frozenset({"description", "action", "milestones"})
"""What a report that repeats the plan says of it in words that others use for what was done."""


@cache
def _bare_labels() -> Mapping[str, tuple[Meaning, ...]]:
    """Gives what labels of commitments and milestones mean by their weightier words; of several, what all mean."""
    found: dict[str, tuple[Meaning, ...]] = {}
    for label, meanings in known_labels().items():
        asked = tuple(each for each in meanings if each.concept in _LOOSE and each.field not in _NAMES)
        if asked and (bare := bare_label(label)):
            shared = {(each.concept, each.field) for each in asked}
            held = found.get(bare, asked)
            found[bare] = tuple(each for each in held if (each.concept, each.field) in shared)
    return found


def _of_ogp(text: str) -> tuple[Meaning, ...]:
    """Gives what a question or label of OGP's forms asks for in an officer's own words."""
    return tuple(
        Meaning(concept, _ASKED.get(field, field), language) for concept, field, language in asked_by_ogp(text)
    )


def _of_others(found: Sequence[Meaning], text: str) -> Iterator[Meaning]:
    """Gives what a label asks commitments and milestones for in tables, where here it asks but others for something.

    "Difficultés" asks what citizens brought, and in the form of a project what held it up. What workshops are asked
    for is asked of them alone: "Clôture".
    """
    if not {each.concept for each in found} & _OF_OTHERS:
        yield from (each for each in of_tables(text) if each.concept in _LOOSE)


def _problem(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    return tuple(each for each in meanings if each[:2] == ("commitment", "problem"))


def _proves(meanings: Iterable[Meaning]) -> bool:
    return {meaning.field for meaning in meanings} <= {"evidence"}


class MayAsk(Protocol):
    """A paragraph that may begin with a label: its words, its level as a heading, whether it answers the one above."""

    @property
    def text(self) -> str: ...

    @property
    def level(self) -> int: ...

    @property
    def answers(self) -> bool: ...


class Labels:
    """Knows labels: those of the table, and a council's own words before them."""

    def __init__(
        self,
        words: Mapping[tuple[str, str], str],
        more: Mapping[str, tuple[Meaning, ...]] | None = None,
        reported: frozenset[str] | None = None,
        named: frozenset[str] = frozenset(),
    ) -> None:
        """Takes a council's own words, and labels that only this file has.

        Args:
            words: (`heading`, folded label) to the name of a field, as files of words write it.
            more: folded label to all that it can mean.
            reported: what the plain labels of a report on a plan ask for; None where the file is none.
            named: folded titles of the commitments that headings of the file name.
        """
        self.more = more or {}
        self.reported = reported
        self.words = words
        self.named = named
        self._known: dict[str, tuple[Meaning, ...]] = {}
        self.parts: dict[int, Any] = {}  # what tables were read as, by `id`
        self._own = {key: own_meanings(target) for (kind, key), target in words.items() if kind == "heading"}

    def of_report(self, reported: frozenset[str]) -> Labels:
        """Gives the labels as a report on a plan has them, whose plain ones ask for some things."""
        return Labels(self.words, self.more, reported, self.named)

    def with_more(self, more: Mapping[str, tuple[Meaning, ...]]) -> Labels:
        """Gives the labels with others that only this file has."""
        return Labels(self.words, {**self.more, **more}, self.reported, self.named)

    def meanings(self, text: str) -> tuple[Meaning, ...]:
        """Gives what a text means if the whole of it is a label, in one language or in several side by side."""
        if len(text) > _LONGEST:
            return ()
        if text not in self._known:
            self._known[text] = self._meant(text)
        return self._known[text]

    def _meant(self, text: str) -> tuple[Meaning, ...]:
        text = "" if _SIGNS_BEHIND.search(text) else _QUESTION.sub("", text)
        found = self._side_by_side(text) or self._of(text)
        if not found and (bracketed := _BRACKETED.match(text)) and not asks_otherwise(text):
            found = self._of(bracketed[1])
        found = found or self._of_role(text) or self._of_year(text)
        if not found and (years := _YEARS.search(text)):
            found = tuple(each for each in self._of(text[: years.start()]) if each.field == "form")
        return found or (self.meanings(rest) if (rest := without_ordinal(text)) else ())

    def _of_role(self, text: str) -> tuple[Meaning, ...]:
        """Gives whom a label asks for by their part behind what they are: "Institutions involved: lead"."""
        head, colon, part = text.partition(":")
        if not colon or not any(each.field == "institutions" for each in self._of(head)):
            return ()
        found = self._of(part.strip())
        return found if {each.field for each in found} <= {"leads", "supporting"} else ()

    def _of_year(self, text: str) -> tuple[Meaning, ...]:
        """Gives what a label asks for that ends with a year, where the field has years: "Budget 2025"."""
        bracketed = _BRACKETED.match(text)
        there = timed(bracketed[1] if bracketed is not None else text) or timed(text)
        if there is None or len(there.reading.start or there.reading.end or "") != _YEAR:
            return ()
        if measure := measure_of(there.rest):
            return asked_of_indicators(measure)
        if there.reading.start is None:
            return ()
        found = self._of(there.rest)
        return found if {each.field for each in found} == {"budget"} else ()

    def read(self, text: str) -> Labelled | None:
        """Reads a label at the beginning of a text; None where there is none."""
        whole = self.meanings(text.strip())
        head, _, rest = text.partition(":")
        known = fold(text) in known_labels() or bool(self._of_role(text))
        if whole and (known or not (rest.strip() and self.meanings(head.strip()))):
            return Labelled(whole, text.strip())
        text = _QUESTION.sub("", text).strip()
        for end in _ENDS.finditer(text[: _LONGEST + 1]):
            asks = end[0] in "?؟"
            label, value = text[: end.end() if asks else end.start()], text[end.end() :].strip(" \t\u00a0:/")
            if value.strip() and (found := self.meanings(label.strip())):
                return Labelled(found, label.strip(), value.strip(), end[0])
        return None

    def read_own(self, text: str) -> Labelled | None:
        """Reads a label as documents of ours write it, word for word before the first colon; None where there is none.

        What stands behind it is its answer, also in brackets, where other labels have what explains them.
        """
        head, colon, rest = text.partition(":")
        key = fold(head)
        found = (self._own.get(key) or self.more.get(key) or known_labels().get(key, ())) if colon else ()
        return Labelled(found, head.strip(), rest.strip()) if found else None

    def asked_by(self, paragraph: MayAsk) -> Labelled | None:
        """Reads a label at the beginning of a paragraph; None where there is none, or it answers the one above."""
        said = None if paragraph.answers else self.read(paragraph.text)
        if said is not None and begins_with(said.label, "section", whole=True) and _proves(said.meanings):
            return None  # "Annexe : …" is a part of the document, and what a column of proofs is headed with
        if said is not None and not said.value and said.label.endswith(".") and not paragraph.level:
            return None  # "Fait." says what was done, and asks nothing
        return said

    def _of(self, text: str) -> tuple[Meaning, ...]:
        key = fold(_SIGNS.get(text.strip(), text))
        if "#" in text and text.strip() not in _SIGNS and (found := asked_with_sign(text)):
            return found
        found = self._own.get(key) or self.more.get(key) or ()
        if not found and (alone := questions.asked_alone(text, planned=self.reported is None)):
            found = tuple(each._replace(language="") for each in known_labels()[fold(alone)])
        if not found:
            found = (*self._of_report(text), *known_labels().get(key, ()))
        found = found or self._in_other_words(text) or questions.announced_in(text)
        if {each.concept for each in found} <= {"indicator"} and len(text) <= _LONGEST_HEADING:
            asks = questions.asks_who(text)
            found = (*found, *(each for each in of_tables(text) if not asks or questions.can_answer(text, each)))
        elif len(text) <= _LONGEST_HEADING and not self._own.get(key) and not self.more.get(key):
            found = (*found, *_of_others(found, text))
        if found or _ANSWERED.search(text) or asks_otherwise(text):
            return found
        found = _bare_labels().get(bare_label(key), ()) or _of_ogp(text)
        if any(each.field == "solution_path" for each in found):
            found = next(
                (named for label in questions.named_first(text) if (named := _problem(self._named(label)))), found
            )
        return found or self._in_question(text)

    def _in_question(self, text: str) -> tuple[Meaning, ...]:
        """Gives what a question asks for by its interrogative and what it names, or a label by one of its two sides."""
        for label in questions.asked_in(text):
            found = tuple(each for each in self._named(label) if questions.can_answer(text, each))
            if found:
                return tuple(dict.fromkeys(each._replace(language="") for each in found))
        sides = [found for side in questions.sides_of(text) if (found := self._named(side))]
        return next((side for side in sides if not any("contact" in each.field for each in side)), ())

    def _named(self, label: str) -> tuple[Meaning, ...]:
        key = fold(label)
        return self._own.get(key) or known_labels().get(key) or _bare_labels().get(bare_label(key)) or of_tables(label)

    def _in_other_words(self, _text: str) -> tuple[Meaning, ...]:
        """Gives what a label that the table has not means in documents of one kind."""
        return ()

    def _of_report(self, text: str) -> tuple[Meaning, ...]:
        """Gives what a label asks for in a report on a plan, before all else that it can mean."""
        if self.reported is None:
            return ()
        found = asked_for(text)
        if found is not None:
            return tuple(Meaning(concept, *found) for concept in REPORTED_ON)
        field = asked_weakly(text)
        if field is None or field in self.reported:
            return ()
        if field in WHEN:
            return (Meaning("plan", field),)
        asked = {meaning.field for meaning in known_labels().get(fold(text), ())}
        return () if asked & _PLANNED else tuple(Meaning(concept, field) for concept in REPORTED_ON)

    def _side_by_side(self, text: str) -> tuple[Meaning, ...]:
        """Reads a label that stands in several languages: `Titre / العنوان`; they must mean the same.

        What asks for a deadline and for the span up to it does: `مدة الإنجاز / Délai de réalisation`.
        Its language is the one in Latin letters, if there is but one.
        """
        parts = [part for part in _TONGUES.split(text) if part]
        parts = parts if len(parts) > 1 else list(sides_in_scripts(text))
        if not 1 < len(parts) < 5 or len({language_of(part, "latin") for part in parts}) < 2:
            return ()
        meant = [{(each.concept, each.field) for each in self._of(part)} for part in parts]
        shared = set.intersection(*meant)
        if not shared and all(any(field in _UNTIL for _, field in each) for each in meant):
            shared = {(concept, field) for each in meant for concept, field in each if field == _END}
        tongues = {each.language for part in parts for each in self._of(part) if each.language not in ("", "ar")}
        language = tongues.pop() if len(tongues) == 1 else ""
        kept = (each for part in parts for each in self._of(part) if (each.concept, each.field) in shared)
        return tuple(dict.fromkeys(each._replace(language=language) for each in kept))

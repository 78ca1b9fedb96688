"""The languages of the texts of OGP's spreadsheet, which has no column for them: as their words tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from opengov_local.formats.ogp_csv.full_text import QUESTIONS, VALUES
from opengov_local.formats.ogp_csv.plan_keys import Key
from opengov_local.formats.ogp_csv.rows import MISSING, Row
from opengov_local.importing.draft import Draft
from opengov_local.importing.language import OWN_SCRIPTS, language_of
from opengov_local.importing.small_words import evidence, told

ENGLISH: Final = "en"
"""What the spreadsheet is in as OGP publishes it."""
_TEXTS: Final = frozenset(("title", "short_title", "axis", "parties", "narrative"))
_QUESTIONS: Final = (*QUESTIONS.values(), *VALUES.values())
"""Labels of the form, which are no evidence."""
_SURE: Final = 3
"""Small words that tell the language of texts that have none."""
Tongue = Callable[[str], str]
"""Gives the language of a text."""


@dataclass
class Tongues:
    """Tells the language of texts: what was asked for, else what they tell, the column, the plan; else English."""

    draft: Draft
    _column: defaultdict[tuple[Key, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _plan: defaultdict[Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _given: Counter[str] = field(default_factory=Counter)

    def learn(self, plan: Key, row: Row) -> None:
        """Takes in what the texts of a row tell of its plan."""
        if self.draft.options.language:
            return
        for column, piece in row.cells:
            if column.reads in _TEXTS and piece.text.strip() not in MISSING:
                counts = evidence(_answers(piece.text))
                self._column[plan, column.reads] += counts
                self._plan[plan] += counts

    def of(self, plan: Key, reads: str, text: str, *, rather: str | None = None) -> str:
        """Gives the language of a text.

        Args:
            plan: the key of its plan.
            reads: the way of reading of its column.
            text: the text.
            rather: the language of the texts around it, where they tell.
        """
        return self._first(plan, reads, text, told(evidence(text)), rather)

    def of_name(self, plan: Key, reads: str, name: str, *, rather: str | None = None) -> str:
        """Gives the language of a name; in Latin letters its words tell nothing: "El" is in names of many languages."""
        return self._first(plan, reads, name, rather)

    def _first(self, plan: Key, reads: str, text: str, *known: str | None) -> str:
        """Gives the first language that is told and that the script of the text allows."""
        if self.draft.options.language:
            return language_of(text, self.draft.options.language)
        told_of = [each for each in (*known, *self._around(plan, reads)) if each]
        script = language_of(text)
        if script in OWN_SCRIPTS:
            told_of = [script]
        elif told_of and told_of[0] in OWN_SCRIPTS and any(map(str.isalpha, text)):
            return next((each for each in told_of if each not in OWN_SCRIPTS), ENGLISH)
        found = next(iter(told_of), ENGLISH)
        self._given[found] += 1
        return found

    def _around(self, plan: Key, reads: str) -> tuple[str | None, ...]:
        """Gives what the texts around one tell: those of its column, those of its plan."""
        return told(self._column[plan, reads], _SURE), told(self._plan[plan], _SURE)

    def told_around(self, plan: Key, reads: str, text: str) -> Tongue:
        """Gives what tells the language of a part of a text: the part, else the whole."""
        whole = told(evidence(_answers(text)))
        return lambda part: self.of(plan, reads, part, rather=whole)

    def main(self) -> str:
        """Gives the language of most texts."""
        return self.draft.options.language or next(iter(self._given.most_common(1)), (ENGLISH, 0))[0]

    def close(self) -> None:
        """Says which texts were taken for texts in another language than English."""
        for language, count in self._given.items():
            if language != ENGLISH:
                self.draft.say("import/language-told", severity="info", language=language, count=count)


def _answers(text: str) -> str:
    """Gives a text without the questions of the form that our own writer asks."""
    if "?" in text or "\n" in text:
        for question in _QUESTIONS:
            text = text.replace(question, "")
    return text

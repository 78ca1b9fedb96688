"""The languages of the texts of OGP's spreadsheet, which has no column for them: as their words tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from opengov_local.formats.ogp_csv.full_text import QUESTIONS, VALUES
from opengov_local.formats.ogp_csv.rows import MISSING, Row
from opengov_local.importing.draft import Draft
from opengov_local.importing.language import language_of
from opengov_local.importing.small_words import evidence, told

ENGLISH: Final = "en"
"""What the spreadsheet is in as OGP publishes it."""
_TEXTS: Final = frozenset(("title", "short_title", "axis", "parties", "narrative"))
_QUESTIONS: Final = (*QUESTIONS.values(), *VALUES.values())
"""Labels of the form, which are no evidence."""
_SURE: Final = 3
"""Small words that tell the language of texts that have none."""
_Key = tuple[str, ...]
Tongue = Callable[[str], str]
"""Gives the language of a text."""


@dataclass
class Tongues:
    """Tells the language of texts: what was asked for, else what they tell, the column, the plan; else English."""

    draft: Draft
    _column: defaultdict[tuple[_Key, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _plan: defaultdict[_Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _given: Counter[str] = field(default_factory=Counter)

    def learn(self, plan: _Key, row: Row) -> None:
        """Takes in what the texts of a row tell of its plan."""
        if self.draft.options.language:
            return
        for column, piece in row.cells:
            if column.reads in _TEXTS and piece.text.strip() not in MISSING:
                counts = evidence(_answers(piece.text))
                self._column[plan, column.reads] += counts
                self._plan[plan] += counts

    def of(self, plan: _Key, reads: str, text: str, *, rather: str | None = None) -> str:
        """Gives the language of a text.

        Args:
            plan: the key of its plan.
            reads: the way of reading of its column.
            text: the text.
            rather: the language of the texts around it, where they tell.
        """
        if self.draft.options.language:
            return language_of(text, self.draft.options.language)
        found = told(evidence(text)) or rather
        found = found or told(self._column[plan, reads], _SURE) or told(self._plan[plan], _SURE) or ENGLISH
        self._given[found] += 1
        return found

    def told_around(self, plan: _Key, reads: str, text: str) -> Tongue:
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

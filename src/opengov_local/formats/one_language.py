"""Texts in one language: what a format without room for several of them writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from opengov_local.finding import Finding
from opengov_local.model.text import read_text


class OneLanguage:
    """Picks texts in one language and counts those that stand in another, each once, equal ones as often as there are.

    Args:
        wanted: languages, best first.
        unheld: characters that the format cannot hold: U+FFFD stands for them.

    Attributes:
        only: whether all texts that were picked so far stand in the first of the languages, to the letter of its tag.
    """

    def __init__(self, *wanted: str, unheld: re.Pattern[str] | None = None) -> None:
        self._wanted, self._first = wanted, wanted[0]
        self._unheld = unheld
        self._foreign: dict[int, Mapping[str, str]] = {}
        self._replaced: dict[int, tuple[Mapping[str, str], int]] = {}
        self.only = True

    @property
    def replaced(self) -> int:
        """How many characters were replaced: those of a text once, however often it is picked."""
        return sum(count for _, count in self._replaced.values())

    def pick(self, text: Mapping[str, str] | None) -> str:
        """Gives a text in the wanted language, else in another; "" where there is none."""
        if not text:
            return ""
        said = text.get(self._first)
        if said is None:
            reading = read_text(text, *self._wanted)
            self.only = False
            primary, said = reading.language.partition("-")[0], reading.text
            if primary != self._first.partition("-")[0] and any(map(str.isalpha, said)):
                self._foreign[id(text)] = text
        return said if self._unheld is None or said.isprintable() else self._held(text, said, self._unheld)

    def _held(self, text: Mapping[str, str], said: str, unheld: re.Pattern[str]) -> str:
        held, replaced = unheld.subn("\ufffd", said)
        if replaced:
            self._replaced[id(text)] = (text, replaced)
        return held

    def findings(self) -> Iterator[Finding]:
        """Says what stands in another language."""
        if self._foreign:
            yield Finding("export/other-language", "info", params={"wanted": self._first, "count": len(self._foreign)})

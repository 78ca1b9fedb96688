"""Texts in one language: what a format without room for several of them writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opengov_local.finding import Finding
from opengov_local.model.text import read_text


class OneLanguage:
    """Picks texts in one language and counts those that stand in another, each once, equal ones as often as there are.

    Args:
        wanted: languages, best first.
    """

    def __init__(self, *wanted: str) -> None:
        self._wanted = wanted
        self._foreign: dict[int, Mapping[str, str]] = {}

    def pick(self, text: Mapping[str, str] | None) -> str:
        """Gives a text in the wanted language, else in another; "" where there is none."""
        if not text:
            return ""
        if (said := text.get(self._wanted[0])) is not None:
            return said
        reading = read_text(text, *self._wanted)
        primary = reading.language.partition("-")[0]
        if primary != self._wanted[0].partition("-")[0] and any(map(str.isalpha, reading.text)):
            self._foreign[id(text)] = text
        return reading.text

    def findings(self) -> Iterator[Finding]:
        """Says what stands in another language."""
        if self._foreign:
            yield Finding(
                "export/other-language", "info", params={"wanted": self._wanted[0], "count": len(self._foreign)}
            )

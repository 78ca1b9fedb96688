"""What the reader can choose commitments by: axis, state, who is responsible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from opengov_local import codelists
from opengov_local.formats.paper.content import Phrase
from opengov_local.formats.paper.naming import named
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.plan_page.cards import NO_STATUS
from opengov_local.formats.plan_page.voices import Voices
from opengov_local.messages import LANGUAGES
from opengov_local.model.axis import Axis
from opengov_local.model.commitment import Commitment
from opengov_local.model.party import Party

Say = Callable[[Scribe], tuple[Phrase, ...]]
LONGEST: Final = 80
"""Characters of a name in a list to choose from."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose.

    Attributes:
        value: what the page calls it.
        words: what it is called, by language.
        count: how many commitments it has.
    """

    value: str
    words: dict[str, str]
    count: int


class Filters:
    """Gathers the choices while commitments are shown."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._words: dict[tuple[str, str], dict[str, str]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        self._order: dict[str, int] = {}

    def expect(self, axes: Iterable[Axis]) -> None:
        """Notes the axes of a plan, in its order."""
        for axis in axes:
            self._order.setdefault(axis.id, len(self._order))

    def axes_of(self, commitment: Commitment) -> str:
        """Notes the axes of a commitment and those that they are part of, and gives their numbers."""
        known: dict[str, Axis] = {}
        waiting = list(commitment.axes)
        while waiting:
            found = self._voices.index.find(waiting.pop(0), Axis)
            if found and found.id not in known:
                known[found.id] = found
                waiting += [found.parent] if found.parent else []
        return " ".join(self._note("axis", each.id, partial(_axis, axis=each)) for each in known.values())

    def who_of(self, commitment: Commitment) -> str:
        """Notes who is responsible for a commitment, and gives their numbers."""
        found = {key: phrases for who in commitment.leads for key, phrases in self._bodies(who)}
        return " ".join(self._note("who", key, phrases) for key, phrases in found.items())

    def status_of(self, commitment: Commitment) -> None:
        """Notes the state of a commitment."""
        self._counts["status", commitment.status.code if commitment.status else NO_STATUS] += 1

    def axis(self, identifier: str) -> tuple[str | None, int]:
        """Gives the number of an axis and how many commitments it has; no number where it has none."""
        key = ("axis", identifier)
        return (str(self._numbers[key]), self._counts[key]) if key in self._numbers else (None, 0)

    def choices(self, kind: str) -> list[Choice]:
        """Gives the choices of one kind: axes in the order of the plan, names by how often they occur."""
        if kind == "status":
            return self._statuses()
        mine = [key for key in self._words if key[0] == kind]
        if kind == "axis":
            mine.sort(key=lambda key: self._order.get(key[1], len(self._order)))
        found = [Choice(str(self._numbers[key]), self._words[key], self._counts[key]) for key in mine]
        return sorted(found, key=lambda choice: -choice.count) if kind == "who" else found

    def _statuses(self) -> list[Choice]:
        known = codelists.get("status")
        words = {code: {tongue: known.label(code, tongue) for tongue in LANGUAGES} for code in known.codes}
        words[NO_STATUS] = self._voices.each("page.no_status")
        counts = {code: self._counts["status", code] for code in words}
        return [Choice(code, words[code], count) for code, count in counts.items() if count]

    def _note(self, kind: str, key: str, say: Say) -> str:
        """Counts one more commitment for a choice, and gives its number."""
        place = (kind, key)
        if place not in self._words:
            self._numbers[place] = len(self._numbers)
            self._words[place] = {tongue: _cut(said) for tongue, said in self._voices.spelled(say).items()}
        self._counts[place] += 1
        return str(self._numbers[place])

    def _bodies(self, who: Party) -> Iterator[tuple[str, Say]]:
        """Gives the bodies of a party; persons are nobody's filter."""
        for body in (who.organization, who.collectivity):
            if body:
                yield body, lambda scribe, body=body: named(scribe, body)  # type: ignore[misc]
        if who.name:
            yield repr(sorted(who.name.items())), lambda scribe: scribe.name(who.name or {})


def _axis(scribe: Scribe, axis: Axis) -> tuple[Phrase, ...]:
    number = (scribe.plain(axis.number), Phrase(". ")) if axis.number else ()
    return (*number, *scribe.name(axis.title))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

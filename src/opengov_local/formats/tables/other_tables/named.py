"""What a plan has numbered and named: the commitments and milestones that further tables speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from opengov_local.formats.tables.drafted.known_titles import key
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.words.numbering import bare_number, spelled_otherwise, split_number
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_WORDS = {"commitment": "project_word", "milestone": "activity_word"}


class Named:
    """The commitments and milestones of a plan, by their numbers and titles."""

    def __init__(self, state: State) -> None:
        """Looks at what was read so far.

        Args:
            state: what the tables before gave.
        """
        self._draft = state.draft
        self._by_number: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        self._by_title: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for concept, one in _objects(state.plan.data):
            numbers = [one.get("number", ""), *(number["value"] for number in one.get("identifiers", ()))]
            for number in filter(None, map(fold, numbers)):
                self._by_number[concept, number].append(one)
            for text in one.get("title", {}).values():
                self._by_title[concept, key(text)].append(one)

    def find(self, text: str, concept: str, within: Node | None = None) -> list[Node]:
        """Gives the objects that a text names: by number, alone or behind a word, by title, or by both.

        Args:
            text: the number or title.
            concept: `commitment` or `milestone`.
            within: the commitment that it must lie in.
        """
        word = _WORDS[concept]
        number, (printed, title) = bare_number(text, word) or text.strip(), split_number(text, word)
        found = self._by_number[concept, fold(number)]
        if not found and concept == "commitment":
            found = self._coded(number)
        if not found:
            found = self._by_title[concept, key(text)] or self._by_title[concept, key(title)]
            stated = [one for one in found if printed and fold(str(one.get("number", ""))) == fold(printed)]
            found = stated or found
        if within is not None:
            found = [one for one in found if any(one is step for step in within.data.get("milestones", ()))]
        return [self._draft.node_of(one) for one in found]

    def _coded(self, number: str) -> list[dict[str, Any]]:
        """Gives the commitments whose numbers a code names, or whose codes a number does: "P1" and "1"."""
        spelled = ((("commitment", one)) for one in spelled_otherwise(number))
        return [one for key in spelled if key in self._by_number for one in self._by_number[key]]


def _objects(plan: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for commitment in plan.get("commitments", ()):
        yield "commitment", commitment
        yield from (("milestone", step) for step in commitment.get("milestones", ()))
    yield from (("milestone", step) for step in plan.get("activities", ()))

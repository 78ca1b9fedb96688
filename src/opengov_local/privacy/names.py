"""Names of private persons in texts: whose they are, and how they are taken out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from opengov_local.model.base import Model, field_of
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.node import Node
from opengov_local.model.organization import Organization
from opengov_local.model.party import Person
from opengov_local.privacy.contacts import LEFT_OUT
from opengov_local.privacy.folding import FOLDS, places_of
from opengov_local.privacy.name_pattern import describes, orders_of, patterns_of, words_of
from opengov_local.privacy.persons import standing


class Names:
    """The names of some private persons, to be found in texts; none of them is that of somebody who is public.

    Args:
        private: names of private persons, as they are written.
        public: names of persons in public, organizations and territories: a name that is also one of these is not
            looked for, and one that is a part of these is left there.
    """

    def __init__(self, private: Iterable[str], public: Iterable[str]) -> None:
        known = {words for name in public if (words := words_of(name))}
        taken = {order for words in known for order in orders_of(words)}
        wanted = {order for name in private for order in orders_of(words_of(name))} - taken
        self._private = patterns_of(sorted(wanted))
        longer = sorted(words for words in known if self.stand_in(" ".join(words)))
        self._public = patterns_of(longer)

    def __bool__(self) -> bool:
        return self._private is not None

    def stand_in(self, text: str) -> bool:
        """Tells at a quick look whether there may be a name in a text."""
        return self._private is not None and self._private.quick.search(text.translate(FOLDS)) is not None

    def without(self, text: str) -> tuple[str, int]:
        """Takes names out of a text.

        Returns:
            The text, with "[…]" where they stood, and how many they were; nothing more is found in it.
        """
        count = 0
        while spans := list(self._spans(text)):
            parts, done = [], 0
            for start, end in spans:
                parts += [text[done:start], LEFT_OUT]
                done = end
            text = "".join(parts) + text[done:]
            count += len(spans)
        return text, count

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        folded = text.translate(FOLDS)
        if self._private is None or self._private.quick.search(folded) is None:
            return
        kept = [hit.span("name") for hit in self._public.close.finditer(folded)] if self._public else []
        places, at = places_of(text), 0
        while hit := self._private.close.search(folded, at):
            start, end = hit.span("name")
            if any(first <= start and end <= last for first, last in kept):
                at = hit.start() + 1
            else:
                yield places[start], _behind_marks(text, places[end - 1] + 1)
                at = end


NO_NAMES: Final = Names((), ())
"""Of a package without private persons."""


def names_in(by_kind: Mapping[type[Model], Sequence[Node]]) -> Names:
    """Gives the names of the private persons among the objects of a package, and of those without a capacity.

    Args:
        by_kind: the objects of the package by concept, with their places.
    """
    people = [node for kind in _NAMED for node in by_kind.get(kind, ())]
    private: set[str] = set()
    public: set[str] = set()
    for node in people:
        value = node.value
        names = (*(value.name or {}).values(), *field_of(value, "other_names", ()))
        stands = _standing(node)
        if stands == "public":
            public.update(names)
        else:
            private.update(name for name in names if stands == "private" or not describes(name))
    return _names(frozenset(private), frozenset(public)) if private else NO_NAMES


_NAMED: Final = (Person, Organization, TerritorialCollectivity)


def _standing(node: Node) -> str:
    if node.kind is not Person or node.parent is None:
        return "public"
    return standing(node.value, str(node.step[0]), node.parent.value)


@lru_cache(16)
def _names(private: frozenset[str], public: frozenset[str]) -> Names:
    """Makes the patterns once for all languages and redactions of a package."""
    return Names(private, public)


def _behind_marks(text: str, end: int) -> int:
    """Gives the end of a word with the marks on its last letter."""
    while end < len(text) and (unicodedata.combining(text[end]) or text[end] == "ـ"):
        end += 1
    return end

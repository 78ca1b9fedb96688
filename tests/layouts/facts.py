"""The facts of a package: what it says about each thing, told without ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.layouts.spelling import owner, person, plain, texts

Tree = Mapping[str, Any]
UNKNOWN = "?"


@dataclass(frozen=True)
class Fact:
    """One thing that a package says.

    Attributes:
        concept: what it is said about: `commitment`, `milestone`, `update`…
        owner: the title of that thing, or that of what an update is about.
        field: the field, under its name in the model or a shorter one of the facts (`parent`, `axis`).
        values: every spelling of the value that is right.
    """

    concept: str
    owner: str
    field: str
    values: frozenset[str]

    def __str__(self) -> str:
        return f"{self.concept} [{self.owner}] {self.field} = {' / '.join(sorted(self.values))}"


def fact(concept: str, title: object, field: str, values: object) -> Iterator[Fact]:
    """Gives a fact; none where there is no value."""
    said = [values] if isinstance(values, str) else list(values) if isinstance(values, (list, tuple)) else []
    known = frozenset(str(value) for value in said if value not in ("", None))
    if known:
        yield Fact(concept, owner(title), field, known)


class Names:
    """What ids stand for in a package."""

    def __init__(self, tree: Tree, language: str) -> None:
        """Looks up every object that has an id.

        Args:
            tree: the package.
            language: language in which titles are told.
        """
        self.language = language
        self._objects = dict(_with_id(tree))

    def texts(self, value: Any) -> list[str]:
        """Gives a text in the language of the file."""
        return texts(value, self.language)

    def title(self, thing: Tree) -> str:
        """Gives the title, name or words of an object."""
        value = next((thing[name] for name in ("title", "name", "text") if thing.get(name)), None)
        return next(iter(self.texts(value)), "")

    def title_of(self, identity: object) -> str:
        """Gives the title of the object with an id."""
        found = self._objects.get(str(identity))
        return UNKNOWN if found is None else self.title(found)

    def party(self, party: Tree) -> list[str]:
        """Gives every name by which a body or person that takes part may be told."""
        names = self.texts(party.get("name"))
        for reference in ("organization", "collectivity"):
            body = self._objects.get(str(party.get(reference)), {})
            names += [*self.texts(body.get("name")), *self.texts(body.get("abbreviation"))]
        human = party.get("person") or {}
        names += [*self.texts(human.get("name")), *self.texts(human.get("role")), *self.texts(party.get("role"))]
        return [person(name) for name in names]

    def collectivity(self, identity: object) -> list[str]:
        """Gives the name of a collectivity in all its languages, without what stands in brackets."""
        name = self._objects.get(str(identity), {}).get("name") or {}
        return [without_brackets(text) for text in ([name] if isinstance(name, str) else name.values())]


def without_brackets(text: object) -> str:
    """Gives the name of a collectivity as facts hold it."""
    return owner(re.sub(r"\(.*?\)", "", str(text)))


def source_of(thing: Tree, names: Names) -> list[str]:
    """Gives the title and address of a piece of evidence."""
    return [*names.texts(thing.get("title")), plain(thing.get("url") or "")]


def _with_id(value: Any) -> Iterator[tuple[str, Tree]]:
    if isinstance(value, Mapping):
        if isinstance(value.get("id"), str):
            yield value["id"], value
        for child in value.values():
            yield from _with_id(child)
    elif isinstance(value, list):
        for child in value:
            yield from _with_id(child)

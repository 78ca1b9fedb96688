"""Names of objects in cells: how a reference is written, and which object a written name means."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from opengov_local import codelists
from opengov_local.codelists.folding import fold as fold_letters
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.scalars import ID_PATTERN
from opengov_local.model.shape import shape_of

_ID: Final = re.compile(ID_PATTERN)
_NUMBER: Final = ("number",)
_WORDS: Final = ("title", "name", "abbreviation", "text")
SEPARATORS: Final = re.compile("[;؛\n]")


def is_named(model: type[Model]) -> bool:
    """Tells whether objects of a concept without ids go by their names: others lie in them."""
    fields = shape_of(model)
    inside = any(shape.model is not None and shape.many for shape in fields.values())
    return not issubclass(model, Identified) and inside and "name" in fields and fields["name"].required


def mark_of(model: type[Model], number: int) -> str:
    """Gives what a workbook knows an object of a concept without ids by; `number` from 1, in the order of the package.

    It stands in the hidden cell of its row, and stays with it when rows are sorted.
    """
    return f"{model.__name__}-{number}"


def kind_of(model: type[Model]) -> str:
    """Gives the kind of the objects of a concept: its code, or of one without ids its class name."""
    return str(model.concept or model.__name__)


def fold(text: str) -> str:
    """Gives the key of a name; digits of every script are the same."""
    return fold_letters(plain_digits(text))


@dataclass(frozen=True, slots=True)
class Unknown:
    """A written name that means no one object.

    Attributes:
        text: the name.
        candidates: how many objects it could mean: none, or several.
    """

    text: str
    candidates: int


class Names:
    """The names of the objects of a package, as they are met in cells.

    An id means its object; else a number of the kind that is asked for, else a title, name or short name in any
    language. A name that several objects share means none of them.
    """

    def __init__(self, language: str) -> None:
        """Starts without objects.

        Args:
            language: the language whose titles are written first.
        """
        self.language = language
        self._kinds: dict[str, str] = {}
        self._written: dict[str, tuple[str, ...]] = {}
        self._numbers: defaultdict[str, set[str]] = defaultdict(set)
        self._words: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, identifier: str, kind: str, number: str | None, words: Mapping[str, str] | Iterable[str]) -> None:
        """Makes an object known.

        Args:
            identifier: its id.
            kind: its kind, as a code of the list object_kind.
            number: its number as printed, where it has one.
            words: its names, by language if that is known.
        """
        self._kinds.setdefault(identifier, kind)
        if number and number.strip():
            self._numbers[fold(number)].add(identifier)
        by_language = words if isinstance(words, Mapping) else dict.fromkeys(words)
        own = [name for name in by_language if name == self.language]
        names = [text for text in by_language.values() if text] if isinstance(words, Mapping) else list(by_language)
        first = [by_language[name] for name in own if by_language[name]]
        for name in names:
            self._words[fold(name)].add(identifier)
        known = [number] if number else []
        self._written[identifier] = tuple(text for text in (*known, *first, *names) if text)

    def __contains__(self, identifier: str) -> bool:
        return identifier in self._kinds

    def kind(self, identifier: str) -> str | None:
        """Gives the kind of an object."""
        return self._kinds.get(identifier)

    def find(self, text: str, kinds: tuple[str, ...] = ()) -> str | Unknown:
        """Gives the id that a name means.

        Args:
            text: the name as written.
            kinds: the kinds of objects it can mean; () for any.

        Returns:
            The id; of an object that is not here if the text is written as an id.
        """
        text = text.strip()
        if self._means(text, kinds) or (_ID.fullmatch(text) and not self._named(text, kinds)):
            return text
        found = self._named(text, kinds)
        return found.pop() if len(found) == 1 else Unknown(text, len(found))

    def write(self, identifier: str, kinds: tuple[str, ...] = ()) -> str:
        """Writes a reference: the number, else a title, else the id, so that `find` gives the object again."""
        for text in self._written.get(identifier, ()):
            if text == text.strip() and not SEPARATORS.search(text) and self.find(text, kinds) == identifier:
                return text
        return identifier

    def _means(self, identifier: str, kinds: tuple[str, ...]) -> bool:
        """Tells whether an object is of these kinds; where any is meant, it has an id of its own."""
        kind = self._kinds.get(identifier)
        return kind is not None and (kind in kinds if kinds else kind in codelists.get("object_kind"))

    def _named(self, text: str, kinds: tuple[str, ...]) -> set[str]:
        folded = fold(text)
        for known in (self._numbers, self._words):
            found = {one for one in known.get(folded, ()) if self._means(one, kinds)}
            if found and folded:
                return found
        return set()


def names_of(root: Model, data: Mapping[str, Any], language: str) -> Names:
    """Collects the names of all objects with an id in a tree.

    Args:
        root: the concept of the tree's root, an object of it.
        data: the tree.
        language: the language whose titles are written first.
    """
    found = Names(language)
    _collect(type(root), data, found, Counter())
    return found


def _collect(model: type[Model], data: Mapping[str, Any], found: Names, marks: Counter[type[Model]]) -> None:
    shape = shape_of(model)
    if is_named(model):
        marks[model] += 1
        found.add(mark_of(model, marks[model]), kind_of(model), None, data.get("name", {}))
    elif issubclass(model, Identified) and "id" in data:
        number = next((data[name] for name in _NUMBER if name in shape and name in data), None)
        words: dict[str, str] = {}
        for name in _WORDS:
            said = data.get(name) if name in shape else None  # else it is the publisher's own, of any shape
            for tag, text in said.items() if isinstance(said, dict) else [(name, said)] if said else []:
                words.setdefault(tag, text)
        found.add(data["id"], str(model.concept), number, words)
    for name, field in shape.items():
        if field.model is not None and name in data:
            for item in data[name] if field.many else [data[name]]:
                _collect(field.model, item, found, marks)

"""Fields outside the model, made fit to be published as far as what is private in them can be recognised."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from typing import Any, Final

from opengov_local.privacy.contacts import counts_else
from opengov_local.privacy.keys import private_key
from opengov_local.privacy.links import private_in_link
from opengov_local.privacy.names import Names
from opengov_local.privacy.redaction import What
from opengov_local.privacy.texts import Private, public_text

Path = tuple[str | int, ...]
Note = Callable[[Path, What, int], None]
"""Takes what was taken out: place, kind, count."""

_ONLY_A_NUMBER: Final = re.compile(r"[\d\s.-]+")

GONE: Final = object()
"""Stands for a value of which nothing is left."""


def texts_outside(fields: Mapping[str, Any], names: Names) -> dict[str, None] | None:
    """Gives the names and texts in fields outside the model: nothing else in them can be private.

    Args:
        fields: their values by name.
        names: the names of the private persons of the package.

    Returns:
        Those texts as keys; None where a heading, a mark or an address in the fields is private already.
    """
    texts: dict[str, None] = {}
    headings: dict[str, None] = {}
    if not _gathered(fields, texts, headings) or any(map(private_key, headings)):
        return None
    if any(private_in_link(text, names) for text in texts if "/" in text and _is_link(text)):
        return None
    texts.update(headings)
    return texts


def _gathered(fields: Mapping[str, Any], texts: dict[str, None], headings: dict[str, None]) -> bool:
    """Gathers the texts and headings of fields; tells whether nothing but them may be private."""
    left: list[Any] = [fields]
    for value in left:  # it grows on the way
        kind = type(value)
        if kind is dict:
            for name, held in value.items():
                headings[name] = None
                if type(held) is str:
                    texts[held] = None
                else:
                    left.append(held)
            if "label" in value and isinstance(label := value["label"], str):
                headings[label] = None
            if "capacity" in value and value["capacity"] == "private":
                return False
        elif kind is list:
            left += value
        elif isinstance(value, str):
            texts[value] = None
        elif not (value is None or isinstance(value, (bool, int, float))):
            return False
    return True


class Outside:
    """Makes the fields outside the model fit to be published.

    Args:
        note: takes what was taken out.
        names: the names of the private persons of the package.
        sound: texts in which nothing is private.
    """

    def __init__(self, note: Note, names: Names, sound: Set[str] = frozenset()) -> None:
        self._note = note
        self._names = names
        self._sound = sound

    def fields(self, fields: dict[str, Any], path: Path, label: str = "") -> dict[str, Any]:
        """Gives those fields that may be published, by name.

        Args:
            fields: their values by name.
            path: where they stand, from the root.
            label: what the source calls them, where an importer kept it beside.
        """
        kept = {}
        for name, value in fields.items():
            here = (*path, name)
            what = private_key(name) if value not in (None, "", [], {}) else None
            if name not in self._sound and (private := public_text(name, self._names)[1]):
                what = "contacts" if private.contacts else "names_in_texts"
            if what:
                self._note(here, what, 1)
            elif (made := self.value(value, here, label or name)) is not GONE:
                kept[name] = made
        return kept

    def value(self, value: Any, path: Path, heading: str = "") -> Any:
        """Gives a value as it may be published; `GONE` where nothing of it may.

        Args:
            value: JSON-shaped data.
            path: where it stands, from the root.
            heading: what it stands under.
        """
        if isinstance(value, str):
            return self._text(value, path, heading)
        if isinstance(value, list):
            made = [
                each if self._stays(each) else self.value(each, (*path, at), heading) for at, each in enumerate(value)
            ]
            return _left(value, [each for each in made if each is not GONE])
        return self._object(value, path) if isinstance(value, dict) else value

    def _stays(self, value: Any) -> bool:
        """Tells at a quick look whether a value is an object of nothing but sound texts, as kept cells are."""
        return (
            type(value) is dict
            and "capacity" not in value
            and value.keys() <= self._sound
            and not any(map(private_key, value))
            and not private_key(label if isinstance(label := value.get("label"), str) else "")
            and all(type(held) is str and held in self._sound and "/" not in held for held in value.values())
        )

    def _text(self, text: str, path: Path, heading: str) -> Any:
        if _is_link(text) and (private := private_in_link(text, self._names)):
            self._note_kinds(path, private)
            return GONE
        if text in self._sound:
            return text
        is_a_number = counts_else(heading) and _ONLY_A_NUMBER.fullmatch(text) is not None
        left, private = public_text(text, self._names, running=not is_a_number)
        self._note_kinds(path, private)
        return left

    def _object(self, value: dict[str, Any], path: Path) -> Any:
        """Gives an object as it may be published; what an importer kept goes whole where its heading is private."""
        if value.get("capacity") == "private":
            if len(value) > 1:
                self._note(path, "private_persons", 1)
            return {"capacity": "private"}
        label = value.get("label")
        if isinstance(label, str) and "text" in value and (what := private_key(label)):
            self._note(path, what, 1)
            return GONE
        return _left(value, self.fields(value, path, label if isinstance(label, str) else ""))

    def _note_kinds(self, path: Path, private: Private) -> None:
        for what, count in private.kinds():
            self._note(path, what, count)


def _is_link(text: str) -> bool:
    """Tells whether a text may be a web address, or the path of a file."""
    return "/" in text and len(text.split(None, 1)) == 1


def _left(before: Any, after: Any) -> Any:
    """Gives what is left; nothing where it was emptied."""
    return GONE if before and not after else after

"""The words of a document of ours: which of its labels ask for what, in the language that it is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from opengov_local import codelists
from opengov_local.formats.paper.labels import LANGUAGES, wording
from opengov_local.formats.word.docx.blocks import Block, Paragraph

_KINDS: Final = {
    "programme": ("document.programme", "document.plan", "document.plan_other"),
    "workshop": ("document.report", "document.report_other"),
}
"""Room of each document, with the labels one of which stands at its beginning."""
_LISTS: Final = {"programme": "framework"}
"""Lists whose labels are what a document is called as well."""
_HEADINGS: Final = {"programme": "sheet.presentation", "workshop": "part.card"}
"""The heading that every such document has."""
_NONE: Final = "other"
_OTHER: Final = {"document.plan_other": _NONE}
"""What labels without a place in them say, where it is not nothing."""
_FIRST: Final = 3
"""Among how many lines at the beginning one says what document it is."""
_PLACES: Final = re.compile(r"\\\{\w+\\\}")


class Words:
    """The words of one document.

    Args:
        room: the room of `formats` that writes it.
        language: the language it is written in.
    """

    def __init__(self, room: str, language: str) -> None:
        self.room = room
        self.language = language
        self.labels = {key: label.texts[language] for key, label in wording(room).items()}

    def label(self, key: str) -> str:
        """Gives the words of a label."""
        return self.labels[key]

    def says(self, text: str, key: str) -> bool:
        """Tells whether a text is a label."""
        return plain(text) == plain(self.label(key))

    def fields(self, concept: str) -> Mapping[str, str]:
        """Gives the fields of a concept by the plain words that ask for them: the labels `concept.field`."""
        return _fields(self.room, self.language, concept)

    def field(self, text: str, concept: str) -> str | None:
        """Gives the field of a concept that a text asks for; None where it asks for none."""
        return self.fields(concept).get(plain(text))

    def named(self, text: str, key: str) -> tuple[str, str] | None:
        """Reads a heading that names an object, as `Projet 1.2 : Portail`: its number, "" for none, and its title."""
        found = _heading(self.label(key)).fullmatch(text.strip())
        return ((found["number"] or "").strip(), found["title"].strip()) if found else None

    def labelled(self, text: str, keys: Sequence[str]) -> tuple[str, str] | None:
        """Reads a line that begins with a label and a colon: the key of the label, and what follows."""
        head, colon, rest = text.partition(":")
        key = next((key for key in keys if colon and self.says(head, key)), None)
        return (key, rest.strip()) if key else None

    def is_kind(self, text: str) -> str | None:
        """Gives what a line says of the kind of document, "" where the label says it all; None for other lines."""
        for key in _KINDS[self.room]:
            found = _pattern(self.label(key)).fullmatch(plain(text))
            if found:
                return found[1] if found.re.groups else _OTHER.get(key, "")
        return text if plain(text) in _names(self.room, self.language) else None


def document_of(blocks: Sequence[Block]) -> Words | None:
    """Gives the words of a document of ours, told by its first lines and its headings; None for any other file."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    if not lines:
        return None
    headings = [block.text for block in lines if block.level]
    for room in _KINDS:
        for language in LANGUAGES:
            words = Words(room, language)
            named = any(words.is_kind(line.text) is not None for line in lines[:_FIRST])
            if named and any(words.says(heading, _HEADINGS[room]) for heading in headings):
                return words
    return None


def plain(text: str) -> str:
    """Makes labels comparable: white space, case and apostrophes do not count."""
    return " ".join(text.split()).casefold().replace("’", "'")


@cache
def _fields(room: str, language: str, concept: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key, label in wording(room).items():
        head, _, field = key.partition(".")
        if head == concept:
            found.setdefault(plain(label.texts[language]), field)
    return found


@cache
def _names(room: str, language: str) -> frozenset[str]:
    if room not in _LISTS:
        return frozenset()
    names = codelists.get(_LISTS[room])
    return frozenset(plain(names.label(each.code, language)) for each in names if each.code != _NONE)


@cache
def _heading(label: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(label)}(?:\s(?P<number>[^:]*?))?\s*:\s*(?P<title>.+)", re.DOTALL)


@cache
def _pattern(label: str) -> re.Pattern[str]:
    return re.compile(_PLACES.sub("(.+)", re.escape(plain(label))))

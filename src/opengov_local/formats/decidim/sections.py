"""Sections of a description: what follows a heading that is the title of a field of the model belongs to that field."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from opengov_local.importing.words import fold
from opengov_local.messages.labels import label
from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of

LANGUAGES: Final = ("fr", "ar", "en")
_NAMES: Final = ("title", "description")
_HEADING: Final = re.compile(r"<h([1-6])(?:\s[^>]*)?>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_TAGS: Final = re.compile(r"<[^>]*>")


@cache
def text_fields(model: type[Model]) -> tuple[str, ...]:
    """Gives the fields of a concept that can be a section: texts, but for its title and description."""
    shapes = shape_of(model).values()
    return tuple(each.name for each in shapes if each.kind == "map" and not each.many and each.name not in _NAMES)


@cache
def texts_below(model: type[Model]) -> tuple[str, ...]:
    """Gives the fields of a concept whose texts are written below its title: the description, then the sections."""
    return ("description", *text_fields(model))


@cache
def heading(model: type[Model], field: str, language: str) -> str:
    """Writes the heading of a section: the title of the field, in the nearest language there is."""
    primary = language.partition("-")[0]
    title = label(model.__name__, field, primary if primary in LANGUAGES else "fr")
    return f"<h4>{html.escape(title)}</h4>"


@cache
def _fields(model: type[Model], fields: tuple[str, ...]) -> Mapping[str, str]:
    """Gives the field of every folded title; a title that two fields share stands for none."""
    owners: dict[str, set[str]] = {}
    for field in fields:
        for language in LANGUAGES:
            owners.setdefault(fold(label(model.__name__, field, language)), set()).add(field)
    return {title: min(fields) for title, fields in owners.items() if len(fields) == 1 and title}


def split(source: str, model: type[Model], fields: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Parts HTML at the headings that name fields of a concept.

    Args:
        source: the HTML.
        model: the concept.
        fields: these fields; by default all that can be a section.

    Returns:
        Fields with their HTML, in their order; what stands before the first such heading is the `description`.
    """
    known = _fields(model, fields or text_fields(model))
    found = [("description", 0, 0)]
    for match in _HEADING.finditer(source):
        field = known.get(fold(html.unescape(_TAGS.sub("", match[2]))))
        if field is not None:
            found.append((field, match.start(), match.end()))
    ends = [start for _, start, _ in found[1:]] + [len(source)]
    return [(field, source[begin:end]) for (field, _, begin), end in zip(found, ends, strict=True)]

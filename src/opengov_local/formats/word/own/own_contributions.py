"""Contributions that our own documents name: by their words, and by who brought them if others have these words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from opengov_local.formats.paper.naming import BROUGHT_IN
from opengov_local.formats.word.texts.passages import own_language, unmarked


def named(tree: Any, text: str) -> list[str]:
    """Gives the ids of the contributions of a package that a document calls so."""
    words = own_language(text, "")[1]
    found = [each["id"] for each, _ in _brought(tree) if words in _texts(each, "text")]
    if found or BROUGHT_IN not in text:
        return found
    words = unmarked(words)
    return [each["id"] for each, where in _brought(tree) if words in _called(each, where)]


def _brought(tree: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Gives the contributions of a package, each with the workshop, and the group, that brought it."""
    for workshop in tree.get("workshops", ()):
        for each in workshop.get("contributions", ()):
            yield each, (workshop,)
        for group in workshop.get("working_groups", ()):
            for each in group.get("contributions", ()):
                yield each, (workshop, group)


def _called(contribution: Any, where: tuple[Any, ...]) -> set[str]:
    """Gives what a contribution may be called with where it was brought, each part in any language."""
    called = _texts(contribution, "text")
    for each in where:
        called = {f"{before}{BROUGHT_IN}{title}" for before in called for title in _texts(each, "title")}
    return called


def _texts(holder: Any, field: str) -> set[str]:
    return {" ".join(text.split()) for text in holder.get(field, {}).values()}

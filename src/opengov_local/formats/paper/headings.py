"""Headings that name an object: what it is, its number, its title."""

from __future__ import annotations

from collections.abc import Mapping

from opengov_local.formats.paper.content import Line, Phrase
from opengov_local.formats.paper.scribe import Scribe


def heading(scribe: Scribe, key: str, number: str | None, title: Mapping[str, str]) -> Line:
    """Makes a heading such as `Projet 1.2 : Portail`.

    Args:
        scribe: who writes.
        key: key of the label that says what it is.
        number: its number, if any.
        title: its title.
    """
    numbered = (Phrase(" "), scribe.plain(number)) if number else ()
    return Line((scribe.words(key), *numbered, scribe.words("mark.colon"), *scribe.name(title)))

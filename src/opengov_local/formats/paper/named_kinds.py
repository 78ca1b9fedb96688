"""A name with the kind of what it names: a name that says the kind stands alone, and a reader can tell what is stated.

A sign that nobody sees stands behind a name that says its kind, and before one that could be taken for a kind of which
nothing is stated. Without it, a name is a name, and the label of a kind is a kind without a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from opengov_local.formats.paper.content import Line, Phrase
from opengov_local.formats.paper.repetition import only_label_in
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.importing.words import code_of_name

SAYS_IT: Final = "\u2060"
_BARE: Final = re.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
"""A code that a list does not know; a word alone would be any word."""
_COMMA: Final = re.compile("[,،] ")


def read_kind(text: str, codelist: str) -> str | None:
    """Reads a kind by its label, or one that the list does not know as it stands; None for other words."""
    if SAYS_IT in text:
        return None
    return code_of_name(text, codelist) or (text if _BARE.fullmatch(text) else None)


def name_with_kind(
    scribe: Scribe, name: Mapping[str, str] | None, codelist: str, code: str | None
) -> tuple[Line | None, Line | None]:
    """Says what something is called, and of what kind it is where the name does not say so."""
    kind = Line((scribe.code(codelist, code),)) if code else None
    if not name:
        return None, kind
    *before, said = scribe.name(name)
    words = "".join(phrase.text for phrase in (*before, said))
    if code and only_label_in([words], codelist) == code:
        return Line((*before, replace(said, text=said.text + SAYS_IT))), None
    if not code and _like_a_kind(words, codelist):
        return Line((Phrase(SAYS_IT), *before, said)), None
    return Line((*before, said)), kind


def _like_a_kind(name: str, codelist: str) -> bool:
    """Tells whether a name, or a beginning or an end of it that a comma parts, would be read as a kind."""
    commas = list(_COMMA.finditer(name))
    parts = (name, *(name[: at.start()] for at in commas), *(name[at.end() :] for at in commas))
    return any(read_kind(part.strip(), codelist) for part in parts)


def kind_of_name(text: str, codelist: str) -> tuple[str, str | None]:
    """Reads a name as it is printed: without the sign, and with the kind that it says where the sign is behind it."""
    plain = text.replace(SAYS_IT, "")
    return plain, None if text.startswith(SAYS_IT) or plain == text else only_label_in([plain], codelist)

"""Tables of a vote: members in office, present, for, against; they are of the session, and of no commitment."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.wording.words.plan_words import begins_with

_COUNTED: Final = r"(?:voix|votes?|votos|صوتا?|أصوات|أعضاء|عضوا)"
_NUMBER: Final = re.compile(rf"[\W_]*(?:[0-9٠-٩]{{1,4}}(?:\s*{_COUNTED})?)?[\W_]*", re.IGNORECASE)
_FEWEST: Final = 2
_COUNT_OF: Final = re.compile(
    r"^\s*(?:nombre\s+(?:de\s+|des\s+|d['’]\s*)?|number\s+of\s+|número\s+de\s+|عدد\s+)", re.IGNORECASE
)


def _names(text: str, what: str = "vote") -> bool:
    """Tells whether a text is a word of votes, or their number: «عدد الأصوات المعبر عنها», "Nombre de voix pour"."""
    bare = text.rstrip(" :：")
    return begins_with(bare, what, whole=True) or begins_with(_COUNT_OF.sub("", bare), what, whole=True)


def is_of_votes(table: Table) -> bool:
    """Tells whether a table counts a vote: each cell is one of its words, or a number."""
    texts = [cell.text for cell in table.cells() if cell.text]
    named = [text for text in texts if _names(text)]
    return len(named) >= _FEWEST and all(text in named or _NUMBER.fullmatch(text) for text in texts)


def counts_votes(table: Table) -> bool:
    """Tells whether a table counts how was voted, and not only who was there: "Présents | Votes pour | Abstentions"."""
    return is_of_votes(table) and any(_names(cell.text, "vote_cast") for cell in table.cells())


def is_glossary(table: Table) -> bool:
    """Tells whether a table says what abbreviations mean: "Sigle | Signification"."""
    heads = table.rows[0] if table.rows else ()
    return (
        len(heads) > 1
        and begins_with(heads[0].text, "short", whole=True)
        and begins_with(heads[1].text, "meaning", whole=True)
    )

"""Plain titles: of one line in Latin letters, with no number before them and no sentence behind."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.tables.column_moulds import PLAIN
from opengov_local.formats.tables.long_titles import LONG, holds_mark, is_bare
from opengov_local.formats.tables.numbering import may_be_numbered


def is_plain_title(text: str) -> bool:
    """Tells whether a text is a plain title, read as it stands."""
    return PLAIN.fullmatch(text) is not None and is_bare(text)


def are_plain_titles(texts: Sequence[str]) -> bool:
    """Tells quickly whether texts are plain titles; those with marks in them are looked at one by one."""
    if max(map(len, texts)) > LONG or not all(map(PLAIN.fullmatch, texts)):
        return False
    together = "|".join(texts)
    return not (may_be_numbered(together) or holds_mark(together)) or all(map(is_bare, texts))

"""Plain titles: of one line in letters of one script, with no number before them and no sentence behind."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.tables.long_titles import LONG, holds_mark, is_bare
from opengov_local.formats.tables.numbering import may_be_numbered


def is_plain_title(text: str, kind: str) -> bool:
    """Tells whether a plain text is a title that is read as it stands; see `split_number` for the kind."""
    return is_bare(text, kind)


def are_plain_titles(texts: Sequence[str], kind: str) -> bool:
    """Tells quickly whether plain texts are such titles; those with marks in them are looked at one by one."""
    if max(map(len, texts)) > LONG:
        return False
    together = "|".join(texts)
    return not (may_be_numbered(together) or holds_mark(together)) or all(is_bare(text, kind) for text in texts)

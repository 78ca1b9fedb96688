"""Plain titles: of one line in letters of one script, with no number before them and no sentence behind."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.wording.words import long_titles, numbering
from opengov_local.formats.wording.words.long_titles import LONG, is_bare
from opengov_local.formats.wording.words.numbering import has_space_behind_number

_MARKS = frozenset(long_titles.MARKS + numbering.MARKS)


def is_plain_title(text: str, kind: str) -> bool:
    """Tells whether a plain text is a title that is read as it stands; see `split_number` for the kind."""
    return is_bare(text, kind)


def are_plain_titles(texts: Sequence[str], kind: str) -> bool:
    """Tells quickly whether plain texts are such titles; those with marks in them are looked at one by one."""
    if max(map(len, texts)) > LONG:
        return False
    together = "|".join(texts)
    doubtful = any(map(together.__contains__, _MARKS)) or has_space_behind_number(together)
    return not doubtful or all(is_bare(text, kind) for text in texts)

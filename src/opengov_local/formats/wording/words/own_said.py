"""What the words of our own Word files say, and no more: with it they are looked through once they were read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from opengov_local import codelists
from opengov_local.account import Piece
from opengov_local.formats.known_headings import Read, telling_of
from opengov_local.formats.wording.words.own_wording import every_own_label
from opengov_local.resources import rows_of

_SAYS: Final = "answer.says"
"""The label of what assessments repeat of the plan, which the plan says, and they do not."""
_NUMBERS: Final = re.compile(r"\((?:[A-Z]{5}[0-9]{4}(?:[,،] )?)+\)")
"""OGP's numbers of a commitment, which headings of assessments repeat behind its title."""


def telling(headings: Iterable[Piece], read: Read, said: Callable[[], Iterable[str]]) -> list[Piece]:
    """Tells which pieces say more than is told; what an assessment repeats of the plan is none of it."""
    whole = {piece.place: piece for piece in headings}
    own = (piece._replace(text=_NUMBERS.sub("", _repeated().sub("", piece.text))) for piece in whole.values())
    return [whole.get(piece.place, piece) for piece in _telling(own, read, said)]


@cache
def _repeated() -> re.Pattern[str]:
    words = (text for label in every_own_label() if label.key == _SAYS for text in label.texts.values())
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})\s*:.*", re.DOTALL | re.MULTILINE)


def _own() -> Iterator[str]:
    for label in every_own_label():
        yield from label.texts.values()
    for name in codelists.names():
        yield from (text for code in codelists.get(name) for text in code.labels.values())
    for row in rows_of("opengov_local.formats.ogp_pages", "countries.csv"):
        yield from (row[language] for language in ("en", "fr", "ar"))
    yield from (row["form"] for row in rows_of("opengov_local.formats", "civility.csv"))


_telling: Final = telling_of(_own)

"""Names of bodies in two scripts in one cell: whether both are of one body, "Commune de Tiznit / جماعة تيزنيت"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.wording.words.bilingual import paired
from opengov_local.importing.draft import Draft
from opengov_local.importing.words.bodies import of_one_kind, sound_alike

Names = tuple[str, ...]
Paired = Callable[[str], Sequence[Names]]
"""Gives the names that a text lists in two scripts, each with its twin."""


def parted(draft: Draft, piece: Piece, pairs: Sequence[Names]) -> list[Names]:
    """Parts the pairs of a piece that name two bodies: two territories, or bodies of two kinds, which is said."""
    both = [names for pair in pairs for names in ([(name,) for name in pair] if _is_one(pair) is False else [pair])]
    if any(_is_one(pair) is False and of_one_kind(pair) is False for pair in pairs):
        draft.say("import/list-uncertain", piece, severity="info", heading="", text=piece.text, count=len(both))
    return both


def bodies_in_both(
    draft: Draft, piece: Piece, listed: Callable[[str], Sequence[str]], *, one: bool, sure: bool = False
) -> list[Names]:
    """Gives the bodies that a piece names in two scripts, each with its twin; empty where they are no twins.

    "Service transport" and «جمعية النور» are two, "Association Amal" and «جمعية الأمل» one. Where nothing tells, it
    is said.

    Args:
        draft: where it is said.
        piece: the piece.
        listed: gives the names that one side of it lists.
        one: whether one body is asked for: two of one kind are then the same.
        sure: whether only those are twins of which it is certain.
    """
    twins = paired(piece.text, listed)
    told = [_is_one(names) for names in twins]
    surely = all(is_one or (one and of_one_kind(names)) for names, is_one in zip(twins, told, strict=True))
    apart = False in told or (sure and not surely)
    if not surely:
        count = len(twins) * (2 if apart else 1)
        draft.say("import/list-uncertain", piece, severity="info", heading="", text=piece.text, count=count)
    return [] if apart else twins


@lru_cache(1 << 10)
def _is_one(pair: Names) -> bool | None:
    """Tells whether two names are of one body: by the territories, else by the kinds and the sound of both."""
    found = [territories.find(name).one for name in pair]
    if len(pair) > 1 and None not in found:
        return len({one.code for one in found if one is not None}) == 1
    kind = of_one_kind(pair)
    return True if kind is not False and len(pair) > 1 and sound_alike(*pair) else False if kind is False else None


def say_paired(draft: Draft, region: Region, columns: Iterable[Column], pairs_of: Callable[[Column], Paired]) -> None:
    """Says, once for each column, that names in two scripts were taken for one body where that is not sure.

    It is where all of the column is in two scripts, and where both names are those of one territory or sound alike.

    Args:
        draft: the document in the making.
        region: the table.
        columns: its columns that name bodies.
        pairs_of: gives what reads pairs of names from the cells of a column.
    """
    for column in columns:
        texts = region.texts(column.index)
        if all(map(str.isascii, texts)):
            continue
        rows = {text: row for row, text in reversed([*enumerate(texts, region.first)]) if text}
        paired = {text: pairs_of(column)(text) for text in rows}
        alone = [text for text, pairs in paired.items() if not pairs and not text.isupper()]
        doubtful = [text for text, pairs in paired.items() if pairs and any(_is_one(pair) is None for pair in pairs)]
        if not doubtful or (not alone and sum(map(bool, paired.values())) > 1):
            continue
        first = min(doubtful, key=rows.__getitem__)
        place, text = region.grid.place(rows[first], column.index), " ".join(first.split())
        draft.say("import/bodies-paired", place, heading=column.heading, count=len(doubtful), text=text)

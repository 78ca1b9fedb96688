"""What a line at the head of a document is: a state, an authority, the name of a collectivity or of a commune."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.tables.drafted import unregistered
from opengov_local.formats.word.drafting.whose import bare
from opengov_local.formats.wording.words.plan_words import is_letterhead
from opengov_local.importing.collectivity_words import (
    arabic_joined,
    heads_council,
    heads_name,
    names_commune,
    names_council,
    spelled_out,
)
from opengov_local.importing.places import mentioned
from opengov_local.importing.words.articles import without_of

_LONGEST: Final = 60
_MARKS: Final = re.compile(r"\s+[–—-]\s+|\s*[–—|/:：,،;؛]\s*")


def is_state(line: Piece) -> bool:
    """Tells whether a line names a state: "République du Sénégal"."""
    return bool(unregistered.state_named(line.text))


def may_head(line: Piece) -> bool:
    """Tells whether one of several lines of a letterhead is a state, an authority, or the name of a collectivity."""
    named = names(line) and not says_more(line)
    return is_state(line) or is_letterhead(line.text) or named or unregistered.told_in(line.text) is not None


def names(line: Piece) -> bool:
    """Tells whether a line begins as the name of a collectivity does, with the word for its kind."""
    return heads_name().match(name_on(line)) is not None


def is_registered(line: Piece) -> bool:
    """Tells whether a line is the name of one collectivity of the register."""
    return names(line) and territories.find(name_on(line)).one is not None


def lines_of(piece: Piece) -> list[Piece]:
    """Gives the lines of a piece, each as a piece of its own."""
    return [piece._replace(text=line.strip()) for line in piece.text.splitlines() if line.strip()]


def name_on(piece: Piece) -> str:
    """Gives the name that a line is; of several that lie in each other, the last: that of the smallest.

    The council of a territory may stand behind its name: "Province de X – Conseil provincial".
    """
    name = _without_joined(piece.text)
    named = mentioned(name) if territories.find(name).one is None else None
    if named is None or named.territory is None:
        return name
    before, _, behind = name.rpartition(named.name)
    of_council = not before and names_council(_MARKS.sub("", behind, count=1), named.territory.kind)
    return named.name if not behind or of_council else name


def is_commune(line: Piece) -> bool:
    """Tells whether a line is the word for a commune and its name."""
    return names_commune(name_on(line))


def begins_commune(line: str) -> bool:
    """Tells whether a line is the word for a commune and what begins like a name, whoever it is."""
    name = bare(line)
    begins = name[:1].isalpha() and not name[0].islower()
    return len(line) <= _LONGEST and begins and names_commune(line) and not any(map(str.isdigit, name))


def says_more(line: Piece) -> bool:
    """Tells whether a line ends with the name of a collectivity, and has words before it that are none.

    A label is, "Lieu : …", unless it is a word for its kind; and so is a title, «برنامج انفتاح جماعة صفرو».
    """
    label, colon, _ = line.text.replace("：", ":").partition(":")
    if colon and not (heads_name().search(spelled_out(label)) or is_letterhead(label)):
        return True
    before = _without_joined(line.text).removesuffix(name_on(line)).strip()
    return not all(_is_place(line._replace(text=words)) for words in _MARKS.split(before) if words)


def before_colon(line: Piece) -> Piece | None:
    """Gives the name of a collectivity of the register that a title begins with: "Commune de X : feuille de route".

    Returns:
        None for any other line; behind the colon no further collectivity is named.
    """
    name, colon, rest = line.text.replace("：", ":").partition(":")
    head = line._replace(text=name.strip())
    titled = colon and any(map(str.isalpha, rest)) and not heads_name().search(rest)
    return head if titled and is_registered(head) and not says_more(head) else None


def innermost_first(lines: Sequence[Piece]) -> list[Piece]:
    """Gives lines, first the one that all others hold: a commune below its prefecture; or that of a council."""
    councils = [piece for piece in lines if heads_council().match(spelled_out(piece.text.strip()))]
    if len(councils) == 1:
        return [*councils, *(piece for piece in lines if piece is not councils[0])]
    codes = [(one.code if (one := territories.find(name_on(piece)).one) else "") for piece in lines]
    inner = max(codes, key=len, default="")
    if not all(inner.startswith(code) for code in codes):
        return list(lines)
    by_code = sorted(zip(codes, lines, strict=True), key=lambda each: -len(each[0]))
    return [piece for _, piece in by_code]


def _without_joined(line: str) -> str:
    """Gives a line without the office, the particle or the preposition before the name that it begins with."""
    return arabic_joined().sub("", without_of(spelled_out(line.strip())))


def _is_place(line: Piece) -> bool:
    """Tells whether words are the name of a state, a country or a collectivity, or the word for the kind of one."""
    words, found = line.text, territories.find(line.text)
    named = unregistered.state_named(words) or unregistered.country_named(words) or heads_name().fullmatch(words)
    return bool(named or found.one or found.ambiguous) or (is_registered(line) and not says_more(line))

"""How a person is reached: addresses and telephone numbers among other words."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.formats.tables.vocabulary import surely
from opengov_local.formats.word.passages import Passage
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = r"[0-9٠-٩][0-9٠-٩ .()/\u00a0-]{6,}[0-9٠-٩]"
_PHONE = re.compile(rf"\+?{_DIGITS}")
_OWN_PHONE = re.compile(rf"\+{_DIGITS}|(?:(?<=[,،] )|^){_DIGITS}(?=[,،]|$)")
_WORD = re.compile(r"(?P<word>[^\W\d_][\w-]*)\s*[.:]{0,2}\s*[.:]?\s*$")
"""What may stand before a number or an address to say which it is: "tél. :", «الهاتف»."""
_ASK: Final = frozenset(("lead.phone", "lead.email"))
_ENDS = " ,;،؛/|–-\n"
_FEWEST, _MOST = 8, 15
"""Digits of a telephone number."""


def reach(writing: Writing, person: Node, text: str, passage: Passage) -> str:
    """Puts e-mail addresses and telephone numbers where they belong, and gives the words without them.

    In a document of ours a number stands between commas: others are years and sums.
    """
    for field, pattern in (("contact.email", _MAIL), ("contact.phone", _OWN_PHONE if writing.own_form else _PHONE)):
        found = _found(pattern, text, own=writing.own_form)
        if found is not None:
            writing.draft.put(person, field, found[0].strip(), passage.piece)
            text = _without(text, found, own=writing.own_form)
    return text


def put_reached(writing: Writing, node: Node, field: str, said: tuple[str, ...], passage: Passage) -> bool:
    """Puts what is but how somebody is reached beside the only party of a list, else as one; tells whether it is so."""
    if not all(map(only_reaches, said)):
        return False
    held = node.data.get(field, [])
    party = writing.node_of(held[0]) if len(held) == 1 else writing.add(node, field, passage.piece)
    for each in said:
        reach(writing, writing.add(party, "person", passage.piece), each, passage)
    return True


def only_reaches(text: str) -> bool:
    """Tells whether words are nothing but how someone is reached: "tél. 05 28 00 00 00"."""
    found = _found(_MAIL, text) or _found(_PHONE, text)
    return found is not None and not _without(text, found)


def _found(pattern: re.Pattern[str], text: str, *, own: bool = False) -> re.Match[str] | None:
    """Gives the first address or number in words; years and dates are none."""
    return next((one for one in pattern.finditer(text) if own or "@" in one[0] or _is_number(one[0])), None)


def _is_number(text: str) -> bool:
    return _FEWEST <= sum(map(str.isdecimal, text)) <= _MOST and read_date(text.strip()) is None


def _without(text: str, found: re.Match[str], *, own: bool = False) -> str:
    """Takes an address or a number out of words, and the word that says which it is."""
    before = text[: found.start()]
    word = None if own else _WORD.search(before)
    meaning = surely(word["word"], ()) if word is not None else None
    if word is not None and meaning is not None and meaning.target in _ASK:
        before = before[: word.start()]
    text = (before + text[found.end() :]).strip(_ENDS)
    return text.replace("()", "").strip("()" if text.count("(") != text.count(")") else " ").strip(_ENDS)

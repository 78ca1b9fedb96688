"""How someone is reached among other words: e-mail addresses and telephone numbers, with the words that say which."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold
from opengov_local.privacy.contacts import contacts_in, counts_else

MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
DIGITS: Final = r"[0-9٠-٩][0-9٠-٩ .()/\u00a0-]{6,}[0-9٠-٩]"
_PHONE = re.compile(rf"(?:\+|\((?=[0+]))?{DIGITS}")
_LABEL = re.compile(r"(?P<words>[^\W\d_][^\W\d_]*°?(?:[ \u00a0-][^\W\d_]+°?){0,3})[\s.:]*$")
"""What may stand before a number or an address to say which it is: "tél. :", «رقم الهاتف»."""
_ASK: Final = frozenset(("lead.phone", "lead.email"))
_ENDS = " ,;،؛/|–-:\n"
_FEWEST, _MOST = 8, 15
"""Digits of a telephone number."""


class Reached(NamedTuple):
    """How someone is reached.

    Attributes:
        kind: what it is.
        text: the address or the number, without a word for it.
    """

    kind: Literal["email", "phone"]
    text: str


@lru_cache(maxsize=1 << 12)
def apart_from_reached(text: str) -> tuple[str, tuple[Reached, ...]]:
    """Parts words from the addresses and numbers among them, each with the word that says which it is."""
    found: list[Reached] = []
    while (one := MAIL.search(text) or _phone(text)) is not None:
        found.append(Reached("email" if "@" in one[0] else "phone", one[0].strip()))
        text = without(text, one)
    return text, tuple(found)


def reached_by(text: str) -> Reached | None:
    """Gives the e-mail address or telephone number that a text is; None where it says anything else, as a date does."""
    rest, found = apart_from_reached(text)
    return found[0] if len(found) == 1 and not rest else None


def is_fax(text: str) -> bool:
    """Tells whether a text is no more than the number of a fax, which no field holds."""
    rest, found = apart_from_reached(text)
    return bool(found) and fold(rest) in phrases("fax_label")


def _phone(text: str) -> re.Match[str] | None:
    """Gives the first telephone number in words; sums, years, dates and the numbers of registers and files are none.

    One is known by the word before it, by standing alone, or by the length and groups that such numbers have.
    """
    found = [one for one in _PHONE.finditer(text) if _is_number(text, one)]
    for contact in contacts_in(text.replace(" /", "  ")):  # of two with a stroke between them, the second too
        opened = r"\(?" if contact.text.count(")") > contact.text.count("(") else ""
        one = re.search(opened + re.escape(contact.text), text)
        if one is not None and not counts_else(_words_before(text, one)):
            found.append(one)
    return min(found, key=lambda one: (one.start(), -one.end()), default=None)


def _is_number(text: str, found: re.Match[str]) -> bool:
    said = found[0].strip()
    if not _FEWEST <= sum(map(str.isdecimal, said)) <= _MOST or read_date(said) is not None:
        return False
    return said == text.strip() or bool(_label(text[: found.start()]))


def _words_before(text: str, found: re.Match[str]) -> str:
    """Gives the words right before a number, without those that say that it is one of a telephone."""
    before = text[: found.start()]
    if _label(before):
        return ""
    return last["words"].split()[-1] if (last := _LABEL.search(before)) else ""


def _label(before: str) -> str:
    """Gives the words at the end of what stands before a number that say what it is; "" where none do."""
    found = _LABEL.search(before)
    words = found["words"].split() if found else []
    for at in range(len(words)):
        meaning = surely(" ".join(words[at:]), ())
        if meaning is not None and meaning.target in _ASK:
            return " ".join(words[at:])
    return ""


def without(text: str, found: re.Match[str], *, labelled: bool = True) -> str:
    """Takes an address or a number out of words, and the word that says which it is.

    Args:
        text: the words.
        found: the address or number.
        labelled: whether a word may say which it is.
    """
    before = text[: found.start()]
    if labelled and (label := _label(before)):
        before = re.sub(r"[ \u00a0]".join(map(re.escape, label.split())) + r"[\s.:]*$", "", before)
    text = (before + text[found.end() :]).strip(_ENDS)
    return text.replace("()", "").strip("()" if text.count("(") != text.count(")") else " ").strip(_ENDS)

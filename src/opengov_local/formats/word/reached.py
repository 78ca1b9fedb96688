"""How a person is reached: addresses and telephone numbers among other words."""

from __future__ import annotations

import re

from opengov_local.formats.word.passages import Passage
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = r"[0-9٠-٩][0-9٠-٩ .()/\u00a0-]{6,}[0-9٠-٩]"
_PHONE = re.compile(rf"\+?{_DIGITS}")
_OWN_PHONE = re.compile(rf"\+{_DIGITS}|(?:(?<=[,،] )|^){_DIGITS}(?=[,،]|$)")


def reach(writing: Writing, person: Node, text: str, passage: Passage) -> str:
    """Puts e-mail addresses and telephone numbers where they belong, and gives the words without them.

    In a document of ours a number stands between commas: others are years and sums.
    """
    for field, pattern in (("contact.email", _MAIL), ("contact.phone", _OWN_PHONE if writing.own_form else _PHONE)):
        found = pattern.search(text)
        if found is not None:
            writing.draft.put(person, field, found[0].strip(), passage.piece)
            text = (text[: found.start()] + text[found.end() :]).strip(" ,;،؛/|–-\n")
            text = text.replace("()", "").strip("()" if text.count("(") != text.count(")") else " ")
    return text

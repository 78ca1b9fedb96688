"""Cells that say what became of a contribution: "Retenue", "Rejected: too dear", «مدمج مع المقترح رقم 3»."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.words.numbering import PRINTED_NUMBER
from opengov_local.importing.words import code_of_name, fold, read_boolean

_BREAK = re.compile(r"\s*(?:[:：;؛]|[.](?=\s)|[,،](?=\s)|\s[-–—](?=\s)|[–—]|\n|(?=[(\[]))\s*")
_LONGEST = 60
"""Characters of a decision in front of its reason."""
_MOST_WORDS = 5
"""Words of a decision in a heading."""
_SHORT = 4
"""Letters of words whose last `s` may be no plural: "dans", "sous"."""
_NUMBER = re.compile(rf"{PRINTED_NUMBER}\s*$")


class Decision(NamedTuple):
    """What a cell says became of a contribution.

    Attributes:
        code: code of the list disposition.
        reason: what follows the decision, "" where nothing does.
        merged: printed number of the contribution it was merged into, "" where none is named.
        became: words that name the commitment it became, "" where none is named.
    """

    code: str
    reason: str = ""
    merged: str = ""
    became: str = ""


def read_decision(text: str) -> Decision | None:
    """Reads a decision: alone, before its reason, or with what the contribution was merged with or became.

    Args:
        text: the text of the cell.

    Returns:
        None where the cell does not begin with a known decision.
    """
    if code := code_of_name(text, "disposition"):
        return Decision(code)
    if merged := _behind("merged_with", text):
        number = _NUMBER.search(merged)
        return Decision("merged", "" if number else text.strip(), number[1].strip() if number else "")
    if became := _behind("became", text):
        return Decision("accepted", became=became)
    for found in _BREAK.finditer(text):
        head, rest = text[: found.start()], text[found.end() :]
        if len(head) > _LONGEST:
            break
        if rest.strip() and (decided := read_decision(head)):
            return decided._replace(reason=_unbracketed(rest))
    return None


def decision_in(heading: str, of: Collection[str]) -> tuple[str, str]:
    """Finds the one decision among the words of a heading, in the plural too: "Propositions rejetées", «المرفوضة».

    Args:
        heading: the heading.
        of: folded words behind which no decision stands: "Solutions de reprise", «من قبل».

    Returns:
        The code of the list disposition, and the heading without its words; "" and the heading where it has none or
        several, or says no more than that something was received.
    """
    words, found, at = heading.split(), dict[str, tuple[int, int]](), 0
    while at < len(words):
        ends = range(min(len(words), at + _MOST_WORDS), at, -1) if not at or fold(words[at - 1]) not in of else ()
        end, code = next(((end, code) for end in ends if (code := _of_several(" ".join(words[at:end])))), (at + 1, ""))
        if code:
            found[code] = (at, end)
        at = end
    if len(found) != 1:
        return "", heading
    ((code, (start, end)),) = found.items()
    return code, " ".join([*words[:start], *words[end:]])


def _of_several(words: str) -> str:
    """Gives the decision that some words are, of one thing or of several; "" for none, yes and no."""
    folded = fold(words).split()
    without_article = " ".join(word.removeprefix("ال") for word in folded)
    of_one = " ".join(word.removesuffix("s") if len(word) > _SHORT else word for word in folded)
    codes = (code_of_name(each, "disposition") for each in (" ".join(folded), without_article, of_one))
    code = next(filter(None, codes), "")
    return "" if code == "received" or read_boolean(words) is not None else code


def asks(heading: str) -> bool:
    """Tells whether a heading asks whether something was accepted, to be answered with yes or no: "Retenue (O/N)"."""
    asked = read_decision(BRACKETS.sub("", heading).strip(" ?؟"))
    return asked is not None and asked.code == "accepted"


def read_answer(heading: str, text: str) -> Decision | None:
    """Reads yes or no below a heading that asks whether something was accepted; None for any other cell."""
    said = read_boolean(text) if asks(heading) else None
    return None if said is None else Decision("accepted" if said else "rejected")


def _behind(kind: str, text: str) -> str:
    """Gives what stands behind a phrase that a text begins with; "" where it begins with none."""
    parts = text.split()
    for count in range(min(len(parts) - 1, _longest(kind)), 0, -1):
        if fold(" ".join(parts[:count])) in phrases(kind):
            return " ".join(parts[count:])
    return ""


@cache
def _longest(kind: str) -> int:
    return max(len(phrase.split()) for phrase in phrases(kind)) + 1


def _unbracketed(text: str) -> str:
    text = text.strip()
    return text[1:-1].strip() if text[:1] in "([" and text[-1:] in ")]" else text

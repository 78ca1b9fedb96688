"""Cells that say who pays what: "Commune : 50 000", "commune 20 000 ; région 30 000", "20 000 (commune)"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.words import fold, read_amount
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.importing.words.tables import AND

_APART: Final = re.compile(
    r"[\n;؛]|\s\+\s|[,،]\s+(?=[^\W\d_]|[0-9٠-٩]{1,3}\s*[%٪])"
    rf"|(?:(?<=[0-9٠-٩%٪€)])|(?<=DH)|(?<=dh)|(?<=Dh)|(?<=MAD)|(?<=درهم))\s+(?:(?:{AND})\s+|و)(?=[^\W\d_])"
)
"""What parts who pays what from the next who does; "and" where a sum or a share ends before it."""
_DASHED: Final = re.compile(r"\s[-–—]\s+(?=[^\W\d_])")
"""What parts them too where both sides say it: "CT : 500 000 - DGCT : 1 000 000"."""
_NAME: Final = r"(?P<name>(?=[^:：]*[^\W\d_])[^:：(\[]{2,60}?(?:[(\[][^()\[\]:：]*[)\]])?)"
_BARE: Final = r"(?P<name>[^\W\d_][^:：()\[\]0-9٠-٩%+]{1,59}?)"
_SUM: Final = r"(?P<sum>[0-9٠-٩][^()\[\]]{0,39}?)"
_RATE: Final = r"(?P<sum>[0-9٠-٩]{1,3}(?:[.,٫][0-9٠-٩]+)?\s*[%٪])"
_BULLET: Final = r"[-–•*]?\s*"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_BULLET}{_NAME}\s*[:：]\s*(?P<sum>[0-9٠-٩].*)",
        rf"{_BULLET}{_BARE}\s+{_SUM}",
        rf"{_BULLET}{_BARE}\s*[(\[]\s*{_SUM}\s*[)\]]",
        rf"{_BULLET}{_SUM}\s*[(\[]\s*{_BARE}\s*[)\]]",
        rf"{_BULLET}{_RATE}\s+{_BARE}",
    )
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}(?:\s*[-–/]\s*[0-9]{2,4})?")
_SMALL: Final = re.compile(r"[0-9]{1,3}")
_LARGE: Final = re.compile(r"[0-9](?:[\s.,\u00a0\u202f]?[0-9]){3,}")
_DIGIT: Final = re.compile(r"\d")


class Funded(NamedTuple):
    """Who pays, and how much in the words of the cell."""

    name: str
    sum: str


def funded_sums(text: str) -> list[Funded]:
    """Gives who pays what, where every part of a text says so; nothing else.

    A year or a small number without a unit behind a name is no sum, unless a colon stands between: "INDH 3".
    """
    if not _DIGIT.search(text):
        return []
    found: list[Funded] = []
    for part in filter(None, map(str.strip, _APART.split(text))):
        dashed = [_funded(each.strip()) for each in _DASHED.split(part)]
        each = dashed if None not in dashed else [_funded(part)]
        if None in each:
            return []
        found += filter(None, each)
    return found


def holds_sum(text: str) -> bool:
    """Tells whether a text that names funders holds what may be a sum: a number of four digits and more, no year."""
    return any(not _YEAR.fullmatch(found[0]) for found in _LARGE.finditer(plain_digits(text)))


def _funded(part: str) -> Funded | None:
    if read_amount(part).value is not None:
        return None  # "150 000 DH (TTC)" is a sum, and nobody's name
    for at, form in enumerate(_FORMS):
        said = form.fullmatch(part)
        if said is None:
            continue
        name, amount = said["name"].strip(" -–:"), said["sum"].strip()
        plain = plain_digits(amount)
        no_sum = at > 0 and (_YEAR.fullmatch(plain) or _SMALL.fullmatch(plain))
        return None if no_sum or fold(name) in phrases("total") else Funded(name, amount)
    return None

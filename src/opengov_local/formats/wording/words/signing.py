"""Lines of those who sign, and of the place and day of signing."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.importing.dates import find_dates
from opengov_local.importing.words import fold

LONGEST: Final = 80
"""Letters of the longest line of a signature."""
_DAY: Final = len("2025-01-31")
_PLACE = re.compile(r"[^\W\d_][^\d:：;؛()]{1,40}?([,،]?)(?:\s+(?:le|el|on|في|بتاريخ|يوم))?\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?؟;؛:：]\s*$")


def signs(text: str) -> bool:
    """Tells whether a line says who signs: "Le Président du Conseil", «رئيس المجلس».

    A sentence does not, nor the title of an activity that says what is signed.
    """
    if len(text) > LONGEST or _SENTENCE.search(text) or not begins("signature", text) or says("signed_thing", text):
        return False
    label, sign, _ = text.replace("：", ":").partition(":")
    return not sign or fold(label) in phrases("signature")


def is_place_and_day(text: str, *, signed: bool = False) -> bool:
    """Tells whether a line is a place with a day and no more: "Oued Zitoun, le 14 janvier 2026".

    Without a comma between them, it is such a line only where somebody signs below: «وادي النخيل في 10 أكتوبر 2024».
    """
    if len(text) > LONGEST:
        return False
    found = find_dates(text)
    if len(found) != 1 or len(found[0].reading.start or "") != _DAY or text[found[0].end :].strip(" .،,"):
        return False
    place = _PLACE.fullmatch(text[: found[0].start])
    return place is not None and not place[0][0].islower() and (signed or bool(place[1]))

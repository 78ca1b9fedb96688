"""Contacts of officials in running text: left out of what is imported, and counted."""

from __future__ import annotations

import re

LEFT_OUT = "[…]"
"""Stands where a contact stood."""

_EMAIL = re.compile(r"(?:mailto:)?[\w.+'-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(
    r"(?:(?<![\w+])(?:\+|00)\s?\d[\d\s().-]{6,18}\d"
    r"|\b(?:tel|tél|phone|telephone|téléphone|mobile|fax|gsm|whatsapp)(?:\.|ephone)?\s{0,2}[:.n°]{0,2}\s{0,2}\(?\+?\d[\d\s()./-]{5,18}\d)",
    re.IGNORECASE,
)


def without_contacts(text: str) -> tuple[str, int]:
    """Takes e-mail addresses and telephone numbers out of a text.

    Returns:
        The text, with "[…]" where they stood, and how many they were.
    """
    text, emails = _EMAIL.subn(LEFT_OUT, text) if "@" in text else (text, 0)
    text, phones = _PHONE.subn(LEFT_OUT, text)
    return text, emails + phones

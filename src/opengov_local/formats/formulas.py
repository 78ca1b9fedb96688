"""Texts that a spreadsheet would take for a formula: an apostrophe guards them in CSV, and is taken off again."""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""How the texts begin that spreadsheets may run, whatever apostrophes stand before (OWASP, CSV Injection)."""
_NUMBER: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_GUARDED: Final = re.compile("''*[=+\\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """Puts an apostrophe before a text that a spreadsheet would run; numbers stay as they are."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """Takes the apostrophe off that `guarded` has put."""
    return text[1:] if _GUARDED.match(text) else text

"""Texts that a spreadsheet would take for a formula: apostrophes guard them in CSV, and are taken off again.

A program that parts the cells of a file by another sign than the file does sees a cell begin within a text, behind that
sign or a line break. There it is guarded too: always before `=` and `@`, before `+` and `-` where something is called
before the same sign comes again, however far behind, so that lists of dashes stay as they are. So do sums within a text
(a line `+1+1`): they reach nothing, and who parts the file as it is written, as OGP does, would read the apostrophe.
"""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = "=@+-"
_WIDE_SIGNS: Final = "＝＠＋－"
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""How the texts begin that spreadsheets may run, whatever apostrophes stand before (OWASP, CSV Injection)."""
_NUMBER: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_GUARDED: Final = re.compile("''*[=+\\-@\t\r\n＝＋－＠]")
_PARTED: Final = '((?P<parts>[,;|\t\r\n])[ \u00a0"]*)'
_UP_TO_NEXT: Final = r"(?:(?!(?P=parts))[^\r\n])*?"
_CALLS: Final = (
    r"[^\W\d][\d.]{0,9}\((?![^\W\d_]{1,5}\))",  # F(, but not the ending of "agent(e)s"
    r"[^\W\d][\d.]{0,9} +\( *(?:\"|\$?[A-Za-z]{1,3}\$?[0-9])",  # F ("x"), F (A1), but not "publier (2025)"
    r"[\w.$'\"]\|",  # cmd|'/c calc'!a0
    r"![\w$'\"]",  # 'Sheet'!A1
)
"""What reaches beyond a cell: functions, other programs, other sheets. No apostrophe that is put in can part one."""
_RUNS: Final = rf"(?=[=@＝＠]|[+\-＋－]{_UP_TO_NEXT}(?:{'|'.join(_CALLS)}))"
_WITHIN: Final = re.compile(f"{_PARTED}('*){_RUNS}")
_WITHIN_MARKUP: Final = re.compile(f"{_PARTED}{_RUNS}(.)")
_MAY_RUN: Final = re.compile("[=@+\\-＝＠＋－](?<=[,;|\t\r\n \u00a0\"'].)")
"""A sign behind what may stand before one that runs within a text: looked for first, for a text has many commas."""
_GUARDED_WITHIN: Final = re.compile(f"{_PARTED}'('*){_RUNS}")


def guarded(text: str) -> str:
    """Puts an apostrophe before a text that a spreadsheet would run, and before what it would run within one.

    Numbers stay as they are.
    """
    if text[:1] not in "\t\r\n'" and not may_run(text):
        return text
    within = guarded_within(text)
    return f"'{within}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else within


def may_run(text: str) -> bool:
    """Tells at a quick look whether a text may be run, or what stands within."""
    if "=" in text or "@" in text or "+" in text or "-" in text:
        return True
    return not text.isascii() and ("＝" in text or "＠" in text or "＋" in text or "－" in text)


def guarded_within(text: str) -> str:
    """Puts an apostrophe before what a spreadsheet would run within a text, behind a separator or line break."""
    return _WITHIN.sub(r"\1'\3", text) if _MAY_RUN.search(text) else text


def guarded_markup(markup: str) -> str:
    """Writes as references, `&#61;`, the signs of HTML that a spreadsheet would run within it: its words stay the same.

    Args:
        markup: HTML that begins with a tag, and has no quotation mark or apostrophe in its text.
    """
    if not may_run(markup):
        return markup
    while (written := _WITHIN_MARKUP.sub(lambda found: f"{found[1]}&#{ord(found[3])};", markup)) != markup:
        markup = written  # the reference ends with a sign that parts cells
    return markup


def unguarded(text: str) -> str:
    """Takes the apostrophes off that `guarded` has put."""
    if "'" not in text:
        return text
    bare = text[1:] if _GUARDED.match(text) else text
    if not any(f"'{sign}" in bare for sign in _SIGNS + _WIDE_SIGNS):
        return bare
    return _GUARDED_WITHIN.sub(r"\1\3", bare)

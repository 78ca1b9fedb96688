"""Lines, bullets and numbers: the items of a list as people set them one below the other."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, Literal

from opengov_local.importing.words.tables import short_words

Mark = Literal["line", "bullet", "number"]
"""What sets items apart: only lines, or bullets or numbers."""

_LINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]|_x000D_\n?")
_SIGNS: Final = "•◦▪▫●○■□‣⁃∙·➔➢➤►✓✔\uf0b7\uf0a7\uf0d8"  # the last three: bullets of symbol fonts
_BULLET = re.compile(rf"\s*(?:[{_SIGNS}]\ufe0f?\s*|[-–—*+o]\s+|[-–—](?=[^\W\d_]))")
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[(\[]?(?:\d{1,2}[.)\]°-]|[A-Za-z][)\]]){1,2}\s+")  # not “M. ”, which begins a name
_SIGN_INSIDE = re.compile(rf"(?:^|(?<=\s))[{_SIGNS}]\s*")
_DASHES: Final = {sign: re.compile(rf"(?:^|\s){re.escape(sign)}\s") for sign in "-–*"}
_ELIDED: Final = re.compile(r"['’]")
_NUMBER_INSIDE = re.compile(r"(?:^|\s)\(?(\d{1,2})[.)]\s+(?=\S)")


def lines_of(text: str) -> tuple[list[str], Mark | None]:
    """Parts a text at its lines, and a single line at the bullets or numbers inside it.

    Lines that go on with the one above, lines without a bullet below lines with one, and lines inside brackets
    belong to the item above.

    Returns:
        The items without bullets and numbers, and what set them apart; None where there is one item or none.
    """
    lines = [line.strip() for line in _LINE.split(text) if line.strip()]
    if len(lines) < 2:
        return _inside(lines[0]) if lines else ([], None)
    for mark, pattern in (("bullet", _BULLET), ("number", _NUMBER)):
        begins = [bool(pattern.match(line)) for line in lines]
        if sum(begins) > 1 or begins == [False, True]:
            pieces = [_without(pattern, piece) for piece in _joined(lines, begins)]
            return pieces, "bullet" if mark == "bullet" else "number"
    begins = [True, *(not goes_on(*two) for two in pairwise(lines))]
    pieces = _joined(lines, begins)
    return pieces, "line" if len(pieces) > 1 else None


def has_items(text: str) -> bool:
    """Tells whether lines are several things: each with a bullet or a number, or none in small letters."""
    items, mark = lines_of(text) if "\n" in text else ([], None)
    return mark is not None and (mark != "line" or all(_may_begin(item) for item in items))


def _may_begin(line: str) -> bool:
    """Tells whether a line begins as things that are listed do: with a capital, or in a script that has none."""
    return line[:1].isalpha() and not line[:1].islower() and _ADDRESS.match(line) is None


def unbulleted(line: str) -> str:
    """Gives a text of one line without the sign of a list before it: "- Étude", "• Étude"; a letter is none here."""
    return line if line[:1].isalnum() or "\n" in line else _without(_BULLET, line)


def goes_on(above: str, line: str) -> bool:
    """Tells whether a line goes on with the one above, as in "auprès / de la population".

    It begins with a small word in small letters, or the line above ends with one.
    """
    first, last = line.split(maxsplit=1)[0], above.rsplit(maxsplit=1)[-1]
    return _is_small(_ELIDED.split(first)[0]) or _is_small(last) or (above.endswith(",") and first[0].islower())


def _is_small(word: str) -> bool:
    """Tells whether a word joins others, and begins or ends no item; a capital begins one, and "l'eau" may end one."""
    return not word[:1].isupper() and word.rstrip("'’").strip(".,") in short_words("joins")


def _joined(lines: list[str], begins: list[bool]) -> list[str]:
    """Puts lines together that belong to one item; all before the first bullet stands for itself."""
    first = begins.index(True)
    last_closing = max((place for place, line in enumerate(lines) if ")" in line), default=-1)
    items: list[list[str]] = []
    depth = 0
    for place, line in enumerate(lines):
        inside = depth > 0 and place <= last_closing
        if items and (inside or (place > first and not begins[place])):
            items[-1].append(line)
        else:
            items.append([line])
            depth = 0
        depth = max(depth + line.count("(") - line.count(")"), 0)
    return [" ".join(item) for item in items]


def _without(mark: re.Pattern[str], line: str) -> str:
    found = mark.match(line)
    return line[found.end() :] if found else line


def _inside(line: str) -> tuple[list[str], Mark | None]:
    """Parts one line: “• A • B”, “- A - B”, “1. A 2. B” whose numbers count from 1."""
    signs = [piece for piece in _SIGN_INSIDE.split(line) if piece.strip()]
    if len(signs) > 1:
        return signs, "bullet"
    dash = _DASHES.get(line[0])
    if dash and dash.match(line):
        dashes = [piece for piece in dash.split(line) if piece.strip()]
        return dashes, "bullet" if len(dashes) > 1 else None
    numbers = list(_NUMBER_INSIDE.finditer(line))
    if len(numbers) > 1 and [int(number[1]) for number in numbers] == list(range(1, len(numbers) + 1)):
        ends = [*(number.start() for number in numbers[1:]), len(line)]
        parts = [line[number.end() : end] for number, end in zip(numbers, ends, strict=True)]
        head = line[: numbers[0].start()]
        return [head, *parts] if head.strip() else parts, "number"
    return [_without(_BULLET, line)], None

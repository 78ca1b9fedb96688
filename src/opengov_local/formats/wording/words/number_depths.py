"""Numbers that tell levels by their depth: 1, 1.1 and 1.1.1, or A, A1 and A1b; and the rows that they do not place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opengov_local.formats.wording.words.lettered_steps import below_wholes
from opengov_local.formats.wording.words.numbering import bare_number

ENOUGH = 0.8
"""Share of the rows whose level must be known."""
_SEVERAL = 2
_PARTS = re.compile(r"[.\-/ ]")
_PART = re.compile(r"[A-Za-z]{0,3}[0-9٠-٩]{1,3}|[^\W\d_]|[IVX]{1,5}")
_RUNS = re.compile(r"[^\W\d_]{1,2}|[0-9٠-٩]{1,3}")
_WORDS = ("project_word", "activity_word")


def parts_of(printed: Sequence[str], texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Gives the parts of the number of each row that has a title; where letters alone are above, "1.أ" is below «أ»."""
    printed = below_wholes([_without_word(number) for number in printed])
    parted = any(map(_PARTS.search, printed))
    parts = [depth_parts(number, parted=parted) if text else () for number, text in zip(printed, texts, strict=True)]
    alone = {part[0] for part in parts if len(part) == 1}
    if not alone or any(any(map(str.isdigit, text)) for text in alone):
        return parts
    return [part[::-1] if len(part) > 1 and part[-1] in alone and part[0] not in alone else part for part in parts]


def _without_word(number: str) -> str:
    """Gives a number without the word for a project or an activity before it: "Projet A.1"."""
    return next(filter(None, (bare_number(number, kind) for kind in _WORDS)), number)


def _held(known: Sequence[tuple[str, ...]], depths: Sequence[int]) -> bool:
    """Tells whether each number but those of the first depth has that of its parent above it."""
    seen: set[tuple[str, ...]] = set()
    for part in known:
        if len(part) > depths[0] and not any(part[:length] in seen for length in depths if length < len(part)):
            return False
        seen.add(part)
    return True


def unsure_rows(parts: Sequence[tuple[str, ...]], texts: Sequence[str], depths: Sequence[int]) -> frozenset[int] | None:
    """Gives the rows whose number, or lack of one, does not tell whether they are below the row above.

    Returns:
        None where these are too many for numbers to tell anything.
    """
    rows = [row for row, text in enumerate(texts) if text]
    found = unplaced(parts, texts, depths)
    if len(rows) - len(found) >= ENOUGH * len(rows):
        return found
    all_held = all(parts[row] for row in rows) and _held([parts[row] for row in rows], depths)
    return frozenset() if all_held else None


def unplaced(parts: Sequence[tuple[str, ...]], texts: Sequence[str], depths: Sequence[int]) -> frozenset[int]:
    """Gives the rows without a number, and those whose number is not below that of the row above which it is."""
    last: dict[int, tuple[str, ...]] = {}
    found = set()
    for row in (row for row, text in enumerate(texts) if text):
        part = parts[row]
        above = max((depth for depth in depths if depth < len(part)), default=0)
        if not part or (above and last.get(above) != part[:above]):
            found.add(row)
            last = {}
        else:
            last = {depth: seen for depth, seen in last.items() if depth < len(part)} | {len(part): part}
    return frozenset(found)


def unclear_rows(printed: Sequence[str], texts: Sequence[str]) -> frozenset[int]:
    """Gives the rows that keep numbers from telling levels, where those of others are below each other: 2, 2.1, 2.2.

    Returns:
        None of them where numbers tell the levels, or do not look as if they did.
    """
    parts = parts_of(printed, texts)
    depths = sorted({len(part) for part in parts if part})
    if len(depths) < _SEVERAL or unsure_rows(parts, texts, depths) is not None:
        return frozenset()
    found = unplaced(parts, texts, depths)
    placed = [part for row, part in enumerate(parts) if part and row not in found and len(part) > depths[0]]
    return found if len(placed) >= _SEVERAL else frozenset()


def depth_parts(number: str, *, parted: bool = True) -> tuple[str, ...]:
    """Gives the parts of a number; where no number has marks between them, letters and digits are parts: A1b."""
    if not parted:
        return tuple(_RUNS.findall(number)) if _RUNS.sub("", number) == "" else ()
    parts = tuple(part for part in _PARTS.split(number) if part)
    return parts if parts and all(map(_PART.fullmatch, parts)) else ()

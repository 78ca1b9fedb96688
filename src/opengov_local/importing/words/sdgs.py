"""Sustainable Development Goals, by number or by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from opengov_local.importing.words.codes import code_of_name, read_codes
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.numerals import number_of_cell, plain
from opengov_local.importing.words.tables import AND, any_of, short_words, written

_AT_LINES = re.compile(r"[;؛|\n\r\v\f\u2028\u2029•\uf0b7]|\s/\s")
_GOAL = re.compile(
    r"(?P<before>\D*)(?P<number>\d{1,2})(?P<target>\.(?:\d{1,2}|[a-z])\b)?(?!\d)\s*(?P<sign>[:.)–—-])?(?P<name>\D*)",
    re.IGNORECASE,
)
_AT_MOST = 17


@dataclass(frozen=True, slots=True)
class SdgReading:
    """The goals that a cell names.

    Attributes:
        goals: numbers of goals, 1 to 17, each once, in the order of the text.
        rest: what names no goal, as written.
        notes: what was decided.
    """

    goals: tuple[int, ...] = ()
    rest: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def read_sdgs(value: str | int | float | Decimal) -> SdgReading:
    """Reads goals: “ODD 16”, “Objetivo 9, Objetivo 16”, “هدف 16”, “16, 17”, “ODD n°6 : Eau propre”, “Vie terrestre”.

    Targets (“16.7”) count as their goal, with the note `import/sdg-target`; a number with the name of another goal
    counts as none.

    Args:
        value: the text or the number of a cell.
    """
    if not isinstance(value, str):
        numeral = number_of_cell(value)
        text = plain(numeral.value) if numeral else ""
        found = int(text) if text.isdecimal() and len(text) < 3 else 0
        if 1 <= found <= _AT_MOST:
            return SdgReading((found,))
        return SdgReading((), (text,), (note("import/sdg-unknown", names=(text,)),)) if text else SdgReading()
    goals: dict[int, None] = {}
    rest: list[str] = []
    targets: list[str] = []
    names: list[str] = []
    for part in _parts(value):
        if not (read := _goals(part)):
            rest.append(part)
            continue
        goals.update(dict.fromkeys(read.goals))
        targets += [part] if read.is_target else []
        names += [read.name] if read.name else []
    notes = [note("import/sdg-target", "info", targets=tuple(targets))] if targets else []
    notes += [note("import/sdg-words", "info", names=tuple(names))] if names else []
    notes += [note("import/sdg-unknown", names=tuple(rest))] if rest else []
    return SdgReading(tuple(goals), tuple(rest), tuple(notes))


class _Goals(NamedTuple):
    goals: tuple[int, ...]
    is_target: bool = False
    name: str = ""


def _goals(part: str) -> _Goals | None:
    """Reads what may be one goal with its name, or several names; None where it is neither."""
    found = _GOAL.fullmatch(part)
    if found is None:
        named = read_codes(part, "sdg")
        return _Goals(tuple(int(code) for code in named.codes)) if named.codes and not named.rest else None
    goal, name = int(found["number"]), found["name"].strip()
    before = fold(found["before"]).split()
    while before and before[-1] in short_words("ordinal"):
        before.pop()
    prefix = " ".join(before)
    if not 1 <= goal <= _AT_MOST or (prefix and prefix not in short_words("sdg")):
        return None
    meant = code_of_name(name, "sdg") if fold(name) else str(goal)
    if meant == str(goal):
        return _Goals((goal,), bool(found["target"]))
    return _Goals((goal,), bool(found["target"]), name) if prefix and meant is None else None


def _parts(text: str) -> Iterator[str]:
    for piece in _AT_LINES.split(text):
        yield from (part for found in _between_goals().split(piece) if (part := found.strip(" \t\u00a0,،.")))


@cache
def _between_goals() -> re.Pattern[str]:
    """Finds where the next goal begins: at a comma or “and” before a number, or before “ODD 5”, “SDG 5”, “ODS 5”."""
    words = any_of(written("sdg"))
    number = rf"\W{{0,3}}(?:{SIGN}\s{{0,2}})?\d"
    return re.compile(
        rf"(?:[,،]|\s(?:{AND}|&)\s|\sو)\s{{0,3}}(?=(?:{words})?{number})|\s(?=(?:ODD|SDG|ODS){number})",
        re.IGNORECASE,
    )

"""Numbers of axes that only all axes of a table tell: "A – Transparence", "P1 Cadre de vie", "Programme 1 Services"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.wording.words.numbering import Numbered, split_number
from opengov_local.importing.words import fold

_AXES = frozenset({"axis", "axis.2", "axis.3"})
_TITLE = r"(?P<title>[^\W\d_a-zß-öø-ÿ][^\W\d_].*)"
_MOULDS = tuple(
    re.compile(rf"\s*{mould}{_TITLE}", re.DOTALL)
    for mould in (
        r"(?P<number>[A-Jأبجدهوزحطي])(?P<word>)(?:\s*[.:)،]\s*|\s+[-–—]\s*|\s*[-–—]\s+)",
        r"(?P<number>(?P<word>[A-Z]{1,3})[0-9]{1,2})\s+",
        r"(?P<word>[^\W\d_]{3,20})\s+(?P<number>[0-9٠-٩]{1,2})\s+",
    )
)
"""A letter with a mark behind it; a code, and a word with a number, with white space alone behind them."""
_FEWEST = 2


class _Coded(NamedTuple):
    mould: int
    word: str
    number: str
    title: str


def coded_axes(region: Region) -> dict[str, Numbered]:
    """Gives numbers and titles of the axes of a table that are numbered in one way, by what their cells say."""
    found: dict[str, Numbered] = {}
    for column in region.columns:
        if column.target in _AXES:
            found |= _coded({text for text in region.texts(column.index) if text})
    if not region.names & _AXES:
        found |= _coded({text for text in _alone(region) if _read(text)})
    return found


def _alone(region: Region) -> Iterator[str]:
    """Gives the texts that stand alone in their rows: some may be titles of sections."""
    for values in region.data:
        said = [value for value in values if not is_blank(value)]
        if len(said) == 1 and isinstance(said[0], str):
            yield said[0].strip()


def _coded(texts: Iterable[str]) -> dict[str, Numbered]:
    """Takes the numbers off the front of titles where all of several have another one, and none says it otherwise."""
    read = {text: _read(text) for text in texts}
    said = [each for each in read.values() if each is not None]
    ways = {(each.mould, each.word) for each in said}
    if len(said) < max(_FEWEST, len(read)) or len(ways) > 1 or len({each.number for each in said}) < len(said):
        return {}
    if any(split_number(text, "axis_word").number for text in read):
        return {}
    return {text: Numbered(each.number, each.title.strip()) for text, each in read.items() if each}


def _read(text: str) -> _Coded | None:
    for at, mould in enumerate(_MOULDS):
        if found := mould.fullmatch(text):
            return _Coded(at, fold(found["word"]), found["number"], found["title"])
    return None

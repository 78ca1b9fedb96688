"""Legends of a file, "Vert = réalisé ; Rouge = en retard": what the words of its columns of states mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from itertools import starmap
from typing import NamedTuple, cast

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import Book, Grid, is_blank
from opengov_local.formats.tables.columns.layout import TITLES, Column, Region
from opengov_local.formats.tables.sheets.sheets import Read
from opengov_local.formats.wording.headings.heading_meanings import Recognised
from opengov_local.formats.wording.headings.phrases import beginning, begins, phrases
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.words import fold, read_status
from opengov_local.importing.words.status import word_or_sign

_PARTS = re.compile(r"[;؛\n|•]|\s/\s|,\s|،\s")
_PAIR = re.compile(r"\s*(.{1,24}?)\s*(?:[:=：→]|\s[-–—]\s)\s*(\S.{0,59})")
_SIGNS = ":=：→–—-"
_SIGN = re.compile(r"[:=：→]|\s[–—-]\s")
_AFTER_WORD = re.compile(r"^\s*[^:：]{2,24}[:：]\s*(?=\S)")
_LONGEST = 400
_FEWEST = 2
_ENOUGH = 0.7
"""Share of the cells below an unknown heading that a legend must tell; other rows may hold the legend itself."""
_FROM_LEGEND = 80
_LONGEST_CODE = 3
_MOST_WORDS = 30
_PAIR_CELLS = 2


class Meant(NamedTuple):
    """What a legend says of a word.

    Attributes:
        word: the word.
        state: the words for the state it stands for.
        code: code of that state.
        place: where the legend says so.
    """

    word: str
    state: str
    code: str
    place: Place


def legend(book: Book) -> dict[str, Meant]:
    """Gives what the legends of a file say of states, by folded word; nothing of words that mean several."""
    found: defaultdict[str, list[Meant]] = defaultdict(list)
    for grid in book.sheets:
        for meant in _in_sheet(grid):
            found[word_or_sign(meant.word)].append(meant)
    agreed = {word: said[0] for word, said in found.items() if word and len({one.code for one in said}) == 1}
    return agreed if len(agreed) >= _FEWEST else {}


def used(words: Mapping[str, Meant], reads: Iterable[Read]) -> list[Meant]:
    """Gives what a legend says of the words that stand in columns of states."""
    said = {
        word_or_sign(str(value))
        for read in reads
        for region in read.regions
        for column in region.columns
        if column.target in ("status", "period.status", "milestone.status", "commitment.status")
        for value in {*region.values(column.index)}
        if not is_blank(value)
    }
    return [meant for word, meant in words.items() if word in said]


def without_legends(reads: Iterable[Read], words: Mapping[str, Meant]) -> tuple[list[Read], list[Piece]]:
    """Takes the rows of a legend off the ends of the tables above it.

    Returns:
        The sheets, and the cells of these rows.
    """
    places = {meant.place for meant in words.values()}
    taken: list[Piece] = []
    done: list[Read] = []
    for read in reads:
        cut = tuple(replace(region, end=_end_above(read, region, places, taken)) for region in read.regions)
        done.append(replace(read, regions=cut))
    return done, taken


def _end_above(read: Read, region: Region, places: Collection[Place], taken: list[Piece]) -> int:
    row, end = region.end, region.end
    found: list[Piece] = []
    while row > region.first:
        row -= 1
        pieces = [*read.sheet.row(row).values()]
        heads = len(pieces) == 1 and begins("legend", pieces[0].text)
        if pieces and not heads and not (len(pieces) <= _PAIR_CELLS and pieces[0].place in places):
            break
        found += pieces
        end = row if pieces else end
        if heads:
            break
    taken += found
    return end if found else region.end


def with_legend(reads: Iterable[Read], words: Mapping[str, Meant]) -> list[Read]:
    """Takes a column of unknown heading for states, where a legend tells all its cells: "Rating", "Couleur"."""
    return [
        replace(read, regions=tuple(_with_legend(region, words) for region in read.regions)) if words else read
        for read in reads
    ]


def _with_legend(region: Region, words: Mapping[str, Meant]) -> Region:
    if "status" in region.names:
        return region
    told = [column for column in region.columns if column.meaning is None and _is_told(region, column, words)]
    if len(told) != 1:
        return region
    meant = replace(told[0], meaning=Recognised("status", _FROM_LEGEND))
    return replace(region, columns=tuple(meant if column is told[0] else column for column in region.columns))


def _is_told(region: Region, column: Column, words: Mapping[str, Meant]) -> bool:
    said = [word_or_sign(str(value)) for value in region.values(column.index) if not is_blank(value)]
    known = sum(text in words for text in said)
    return known >= _FEWEST and known >= _ENOUGH * len(said)


def _in_sheet(grid: Grid) -> Iterator[Meant]:
    """Gives what a sheet says of states; the different texts of its columns tell which cells are looked at."""
    columns = [_short_texts(grid, column) for column in range(grid.width)]
    begun = [text for at, texts in enumerate(columns) for text in beginning("legend", texts, grid.beginnings(at))]
    heads = {*begun}
    told = {text for texts in columns for text in _with_signs(texts) if any(starmap(_code, _pairs(text, heads)))}
    row_of, column_of = (0 if _is_key(grid) else len(grid.rows)), 0
    cells = {cell for column, texts in enumerate(columns) for cell in _cells(grid, column, texts & (heads | told))}
    first = min([row_of, *(row for row, column in cells if grid.value(row, column) in heads)])
    cells |= {cell for column in range(len(columns)) for cell in _beside_states(grid, column, first)}
    for row, column in sorted(cells):
        text = str(grid.value(row, column))
        if text in heads:
            row_of, column_of = row, column
        pairs = _pairs(text, heads)
        if row >= row_of and column >= column_of:
            pairs.append((text, str(grid.value(row, column + 1))))
        said = ((word, state, _code(word, state)) for word, state in pairs)
        yield from (
            Meant(word.strip(), state.strip(" ."), code, grid.place(row, column)) for word, state, code in said if code
        )


def _short_texts(grid: Grid, column: int) -> Set[str]:
    """Gives the different texts of a column in which a legend may stand."""
    said = grid.different(column)
    if grid.kinds(column) == {str} and max(map(len, cast(Set[str], said))) <= _LONGEST:
        return cast(Set[str], said)
    return frozenset(value for value in said if isinstance(value, str) and len(value) <= _LONGEST)


def _cells(grid: Grid, column: int, texts: Collection[str]) -> list[tuple[int, int]]:
    """Gives the cells of a column that hold some texts."""
    return [(row, column) for row, value in enumerate(grid.column(column)) if value in texts] if texts else []


def _beside_states(grid: Grid, column: int, first: int) -> Iterator[tuple[int, int]]:
    """Gives the cells of a column, from a row on, whose neighbours to the right are known states."""
    if first >= len(grid.rows):
        return
    values, beside = grid.column(column)[first:], grid.column(column + 1)[first:]
    states = {state for state in {*map(str, beside)} if read_status(state.strip(" .")) is not None}
    for row, (value, state) in enumerate(zip(values, beside, strict=True), first) if states else ():
        if isinstance(value, str) and len(value) <= _LONGEST and str(state) in states and not is_blank(value):
            yield row, column


def _with_signs(texts: Collection[str]) -> Collection[str]:
    """Gives of many texts those in which a sign may part a word from what it means."""
    whole = "\n".join(texts)
    return list(filter(_SIGN.search, texts)) if any(sign in whole for sign in _SIGNS) else ()


def _is_key(grid: Grid) -> bool:
    """Tells whether a sheet is no more than a list of words, each with what it means: "G | Completed"."""
    if len(grid.rows) > _MOST_WORDS:
        return False
    filled = [[str(value) for value in row if not is_blank(value)] for row in grid.rows]
    heads = (surely(row[0], ()) for row in filled if row)
    titled = any(head is not None and head.target in TITLES for head in heads)
    return not titled and all(len(row) <= len(("word", "meaning")) for row in filled)


def _pairs(text: str, heads: Collection[str]) -> list[tuple[str, str]]:
    """Gives the words of a text with what stands behind each, a sign between them."""
    if text in heads:
        text = "" if fold(text) in phrases("legend") else _AFTER_WORD.sub("", text)
    elif "=" in text:  # "Rating: Blue = completed; …"
        text = _AFTER_WORD.sub("", text)
    if _SIGN.search(text) is None:
        return []
    found = (_PAIR.fullmatch(part.strip(" .()[]")) for part in _PARTS.split(text))
    return [(pair[1], pair[2]) for pair in found if pair]


def _code(word: str, state: str) -> str | None:
    """Takes a word and what stands behind it for a part of a legend, if only the second is a known state: its code."""
    reading = read_status(state.strip(" ."))
    if reading is None or not word.strip() or len(word) > 24 or (read_status(word) is not None and fold(word)):
        return None
    return None if surely(word, ()) and not _is_code(word.strip()) else reading.code


def _is_code(word: str) -> bool:
    """Tells whether a word is one of the letters that legends explain, whatever it heads elsewhere: "N"."""
    return word.isalpha() and len(word) <= _LONGEST_CODE

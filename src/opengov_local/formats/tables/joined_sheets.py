"""Sheets that say more of the projects of another sheet, named by their codes alone: money, partners, risks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.layout import NUMBERS, Column, Own, Region, regions
from opengov_local.formats.tables.numbering import bare_number, split_number
from opengov_local.formats.tables.phrases import says
from opengov_local.importing.words import fold

_WORDS = {"commitment": "project_word", "milestone": "activity_word"}
_TITLES = {"commitment.title": "project_word", "milestone.title": "activity_word"}
_SUMS = frozenset({"budget.amount", "budget.total", "budget.share"})
_LETTER = re.compile(r"[^\W\d_]")
_HALF = 2


def codes_of(tables: Iterable[Region]) -> frozenset[str]:
    """Gives the folded codes and numbers of what tables plan."""
    found: set[str] = set()
    for region in tables:
        for column in region.columns:
            if column.target not in {*NUMBERS, *_TITLES}:
                continue
            texts = [str(value) for value in region.values(column.index) if not is_blank(value)]
            if column.target in NUMBERS:
                found.update(_code(column, text) for text in texts)
            elif (word := _TITLES.get(column.target or "")) is not None:
                found.update(fold(number) for text in texts if (number := split_number(text, word).number))
    return frozenset(found)


def joined_by_code(grid: Grid, own: Own, codes: frozenset[str]) -> tuple[Region, ...]:
    """Gives the table of a sheet that names projects of other sheets by known codes, and says more of them.

    A heading that speaks of projects ("Code projet") or codes with letters are enough; below a bare "N°" any list is
    numbered, and sums alone join.

    Args:
        grid: the sheet.
        own: a council's own words.
        codes: the folded codes of the projects.
    """
    found = regions(grid, own, seeks="joins")
    return found if len(found) == 1 and _speaks_of(found[0], codes) else ()


def _speaks_of(region: Region, codes: frozenset[str]) -> bool:
    keys = [column for column in region.columns if column.target in NUMBERS]
    if len(keys) != 1:
        return False
    said = [_code(keys[0], str(value)) for value in region.values(keys[0].index) if not is_blank(value)]
    known = [text for text in said if text in codes]
    if not said or _HALF * len(known) < len(said):
        return False
    if says("project_word", keys[0].heading) or all(map(_LETTER.search, known)):
        return True
    others = {column.target for column in region.columns if column is not keys[0]}
    return others <= _SUMS and len(known) == len(said) == len(set(said))


def _code(column: Column, text: str) -> str:
    word = _WORDS[str(column.target).partition(".")[0]]
    return fold(bare_number(text, word) or text.strip())

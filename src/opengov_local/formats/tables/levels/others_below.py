"""Lines among the rows of a table below which its projects are none of the plan: "Projets non retenus"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.words import fold, read_status

_LONGEST: Final = 90
_NUMBER: Final = 4
"""Letters of the longest number before the title of a section, in a cell of its own."""
_LINE: Final = len(("number", "text"))
"""Cells of the longest such line."""
_PROJECT: Final = "commitment.title"
_FOLLOWED: Final = frozenset({"status", "progress", "completed_on"})
"""Targets of tables that follow projects: those put off there are still of the plan."""


def with_others_parted(found: Sequence[Region]) -> tuple[Region, ...]:
    """Parts the tables of a sheet where a line says that the projects below it are none of the plan.

    Args:
        found: the tables, top to bottom.
    """
    parts: list[Region] = []
    for region in found:
        if parts and _is_line_alone(parts[-1]) and region.grid is parts[-1].grid and _PROJECT in region.names:
            line = parts.pop()
            parts.append(replace(region, top=line.top, others=line.others))
        else:
            parts += _parts(region)
    return tuple(parts)


def _is_line_alone(part: Region) -> bool:
    """Tells whether nothing stands below the line of a part: a blank row, and a table with headings of its own."""
    return bool(part.others) and all(all(map(is_blank, row)) for row in part.data)


def _parts(region: Region) -> list[Region]:
    if _PROJECT not in region.names or isinstance(region.grid, Rearranged):
        return [region]
    if region.grid.has_full(_LINE + 1, region.first, region.end):
        return [region]
    lines = {row: text for row in range(region.first, region.end) if (text := _line(region.grid, row))}
    starts = [row for row, text in lines.items() if _says_others(text) or _are_put_off(text, region, lines.values())]
    parts, rest = [], region
    for row in starts:
        if row < rest.first:
            continue  # within the last part
        end = _end(row, lines, starts, region.end)
        parts += [replace(rest, end=row)] if row > rest.first else []
        parts.append(_others(region, row, lines[row], end))
        rest = replace(region, top=end, header=end, first=end, helps=())
    return parts if parts and rest.first >= rest.end else [*parts, rest]


def _line(grid: Grid, row: int) -> str:
    """Gives the only text of a row, without its number; "" where it has other cells than these."""
    values = grid.rows[row]
    if len(values) - values.count(None) - values.count("") > _LINE:
        return ""
    cells = [str(value).strip() for value in values if not is_blank(value)]
    if len(cells) > 1 and len(cells[0]) <= _NUMBER and not cells[0].isdecimal():
        cells = cells[1:]
    if len(cells) != 1 or len(cells[0]) > _LONGEST:
        return ""
    return split_number(cells[0], "axis_word").title if not begins("axis_word", cells[0]) else cells[0]


def _says_others(text: str) -> bool:
    return begins("others_front", text) and says("not_retained", text)


def _are_put_off(text: str, region: Region, lines: Iterable[str]) -> bool:
    """Tells whether a line says that what is below it was put off, and is no group of one of the states of the plan."""
    words = fold(BRACKETS.sub("", text))
    if not begins("others_front", text) or not words.endswith(tuple(f" {one}" for one in phrases("put_off"))):
        return False
    others = (other for other in lines if other != text and begins("others_front", other))
    return not region.names & _FOLLOWED and not any(map(_names_state, others))


def _names_state(text: str) -> bool:
    """Tells whether a line is a word for projects with a state behind it: "Projets achevés"."""
    return read_status(text.partition(" ")[2]) is not None


def tells_fate(text: str) -> bool:
    """Tells whether a line groups projects by what became of them, as no axis: "Projets retenus", "Projets achevés"."""
    return begins("others_front", text) and (says("retained", text) or _names_state(text))


def _end(start: int, lines: dict[int, str], starts: Sequence[int], end: int) -> int:
    """Gives the row behind those that a line speaks of: a further such line, or an axis that is not named above it."""
    named = {fold(text) for row, text in lines.items() if row < start}
    for row, text in lines.items():
        further = begins("axis_word", text) and named and fold(text) not in named
        if row > start and (row in starts or further or tells_fate(text)):
            return row
    return end


def _others(region: Region, row: int, text: str, end: int) -> Region:
    """Gives the table below a line; its headings may stand there again."""
    headings = {fold(column.heading) for column in region.columns}
    first = next((at for at in range(row + 1, end) if not all(map(is_blank, region.grid.rows[at]))), end)
    cells = {fold(str(value)) for value in region.grid.rows[first] if not is_blank(value)} if first < end else set()
    below = first + 1 if cells and cells <= headings else first
    return replace(region, top=row, header=first, first=below, end=end, helps=(), others=text)

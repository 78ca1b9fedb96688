"""Lists of something else below the projects of a sheet: "N° | Partenaire | Rôle", "Abréviation | Signification"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.headers_below import headers_below
from opengov_local.formats.tables.columns.layout import NUMBERS, TITLES, Column, Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.wording.headings.heading_meanings import Own
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.project_references import parts_of
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold

_PROJECT: Final = "commitment.title"
_FEWEST: Final = 2
_LONGEST: Final = 60
_HALF: Final = 2
_SHORT: Final = 20
"""Letters of the longest heading of numbers alone."""
_OF_PERSONS: Final = frozenset({"lead.role", "lead.person", "lead.phone", "lead.email", "contribution.author"})
"""Targets of what stands beside the names of persons and bodies."""
_OF_DOCUMENTS: Final = frozenset({"commitment.title", "milestone.title", *NUMBERS, "schedule", "evidence",
                                  "description", "additional_information"})  # fmt: skip
"""Targets that a list of documents in a sheet of that name may seem to have."""


def without_lists(
    found: tuple[Region, ...], own: Own, *, beside: bool, codes: Callable[[Region], frozenset[str]] | None = None
) -> tuple[tuple[Region, ...], tuple[Region, ...]]:
    """Parts the tables of a sheet from lists of something else: those among them, and those below them.

    Args:
        found: the tables, top to bottom.
        own: a council's own headings.
        beside: whether other sheets name projects.
        codes: gives the folded codes of the projects of other tables.

    Returns:
        The tables, and the lists: none of their columns means anything.
    """
    kept: list[Region] = []
    lists: list[Region] = []
    for region in found:
        is_beside = beside or any(one is not region and _PROJECT in one.names for one in found)
        if is_beside and (_is_list(region) or (codes is not None and _names_several(region, codes))):
            lists.append(region)
            continue
        end = region.end
        others = headers_below(region, own) if _PROJECT in region.names else ()
        for row, top in sorted({*_headers(region, own), *others}, reverse=True):
            lists.append(_list_at(region, row, top, end))
            end = top
        kept.append(region if end == region.end else replace(region, end=end))
    return tuple(kept), tuple(sorted(lists, key=lambda one: one.top))


def _is_list(region: Region) -> bool:
    """Tells whether a table beside projects lists others: "N° | Risque | Mesure", "Intitulé" in a sheet "Documents"."""
    if isinstance(region.grid, Rearranged):
        return False
    titles = [column.heading for column in region.columns if column.target in TITLES]
    first = next((column for column in region.columns if column.target not in NUMBERS), None)
    if not titles or first is None:
        return False
    if heads("listed", first.heading) and first.target not in TITLES:
        return all(heads("beside_listed", title) for title in titles)
    named = heads("listed", region.grid.name) and region.names <= _OF_DOCUMENTS
    return named and all(heads("neutral", title) for title in titles)


def _names_several(region: Region, codes: Callable[[Region], frozenset[str]]) -> bool:
    """Tells whether a table names in each row projects of others by their codes, and several in one of them.

    It lists what these have in common: "Acteur | Rôle | Projets" over "INDH | financeur | PO-01, PO-02".
    """
    titles = [column for column in region.columns if column.target in TITLES]
    if len(titles) != 1 or isinstance(region.grid, Rearranged):
        return False
    named = [parts_of(text) for text in region.texts(titles[0].index) if text]
    if not any(len(parts) > 1 for parts in named):
        return False
    known = codes(region)
    return all(fold(part) in known for parts in named for part in parts if part)


def _headers(region: Region, own: Own) -> Iterator[tuple[int, int]]:
    """Gives the rows that hold the headings of such a list, and where each list begins."""
    grid = region.grid
    if isinstance(grid, Rearranged) or not region.names & {*TITLES}:
        return
    headings = {column.heading.strip() for column in region.columns}
    numbers = next((column.index for column in region.columns if column.target in NUMBERS), None)
    worded = {value for value in grid.different(numbers) if _may_head(value)} if numbers is not None else frozenset()
    within = range(region.first + 1, region.end - 1)
    behind = range(max(region.first - 1, 0), region.end)
    gaps = [] if grid.has_full(1, behind.start, behind.stop) else [row for row in behind if _is_empty(grid.rows[row])]
    asked = {row + more for row in gaps for more in (1, 2)}
    if worded and numbers is not None:
        asked.update(row for row, value in enumerate(grid.column(numbers)) if value in worded)
    for row in sorted(asked.intersection(within)):
        above = _begins(grid, region.first, row)
        if above is None and grid.value(row, numbers or 0) not in worded:
            continue
        values = grid.rows[row]
        cells = [value for value in values if not is_blank(value)]
        texts = [value.strip() for value in cells if isinstance(value, str) and len(value) <= _LONGEST]
        if len(texts) < max(_FEWEST, len(cells)) or headings.issuperset(texts):
            continue
        numbered = (meaning := surely(texts[0], own)) is not None and meaning.target in NUMBERS
        if (numbered or above is not None) and are_of_a_list(texts[numbered:], own):
            yield row, row if above is None else above


def _may_head(value: Value) -> bool:
    """Tells quickly whether a cell may be the heading of numbers: a short word without digits."""
    if not isinstance(value, str) or not 0 < len(value) <= _SHORT:
        return False
    return value[:1].isalpha() and value.isprintable() and not any(map(str.isdigit, value))


def _begins(grid: Grid, first: int, row: int) -> int | None:
    """Gives the row where what stands below a gap begins: the row itself, or a line of one cell right above it."""
    if _is_empty(grid.rows[row - 1]):
        return row
    if row - 1 <= first or not _is_empty(grid.rows[row - 2]):
        return None
    return row - 1 if sum(not is_blank(value) for value in grid.rows[row - 1]) == 1 else None


def _is_empty(values: Sequence[Value]) -> bool:
    return not any(values) or (is_blank(values[0]) and all(map(is_blank, values)))


def are_of_a_list(texts: Sequence[str], own: Own) -> bool:
    """Tells whether headings name something else first, or are all of what projects have, and none names these."""
    if len(texts) > 1 and heads("beside_listed", texts[0]) and not heads("listed", texts[0]):
        texts = [texts[1], texts[0], *texts[2:]]  # "Date | Réunion"
    meanings = [surely(text, own) for text in texts]
    is_list = bool(texts) and heads("listed", texts[0])
    beside = [is_list and heads("beside_listed", text) for text in texts]
    targets = [meaning.target if meaning is not None else "" for meaning in meanings]
    if any(target in TITLES for target, is_beside in zip(targets, beside, strict=True) if not is_beside):
        return False
    if not is_list:
        return len(texts) >= _FEWEST and all(targets)
    others = [*zip(targets[1:], beside[1:], strict=True)]
    if heads("name", texts[0]):  # a name may be that of a project, too
        return bool(others) and all(is_beside or target in _OF_PERSONS for target, is_beside in others)
    known = sum(is_beside or bool(target) for target, is_beside in others)
    return not others or (known > 0 and _HALF * (known + 1) >= len(texts))


def _list_at(region: Region, row: int, top: int, end: int) -> Region:
    """Gives a list by the row of its headings."""
    headed = [(at, value) for at, value in enumerate(region.grid.rows[row]) if not is_blank(value)]
    columns = tuple(Column(at, str(value).strip()) for at, value in headed)
    return Region(region.grid, top, row, row, columns, (), row + 1, end)


def keep_list(draft: Draft, found: Region, sheet: Sheet) -> None:
    """Keeps the rows of such a list as they stand, and says so.

    Args:
        draft: the document in the making.
        found: the list.
        sheet: the pieces of its sheet.
    """
    heads_of = {column.index: column.heading for column in found.columns}
    heading = [piece for row in range(found.header, found.first) for piece in sheet.row(row).values()]
    for piece in heading:
        draft.ignore(piece, "heading")
    above = [piece for row in range(found.top, found.header) for piece in sheet.row(row).values()]
    cells = [(at, piece) for row in range(found.first, found.end) for at, piece in sheet.row(row).items()]
    for piece in above:
        draft.keep(piece)
    for at, piece in cells:
        draft.keep(piece, label=heads_of.get(at))
    place = [*above, *heading][0].place
    text = " | ".join(heads_of.values())
    last = max((piece.place.row for _, piece in cells), default=place.row)
    draft.say("import/other-list-kept", place, first=place.row, last=last, text=text)

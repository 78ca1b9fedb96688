"""ODS: the cells of an OpenDocument spreadsheet, every one as it stands in its content."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from opengov_local.finding import Finding, Location, Parameter
from opengov_local.formats.grids.doubts import about_cells, about_days, about_file, without_details
from opengov_local.formats.grids.grid import Book, Grid, TooManyCellsError, Unseen, trimmed
from opengov_local.formats.grids.ods_fills import coloured_cells, has_conditions
from opengov_local.formats.grids.ods_sheets import ContentReader, RawSheet
from opengov_local.formats.grids.xlsx_beside import about_properties
from opengov_local.importing.containers import Container, ContainerLimits, check_container

_CONTENT, _PROPERTIES = "content.xml", "meta.xml"


def read_ods(data: bytes, source: str | None, limits: ContainerLimits) -> Book | Finding:
    """Reads the cells of an ODS file; see `read_book`."""
    container = check_container(data, source, wanted="ods", limits=limits)
    if isinstance(container, Finding):
        return container
    reader = ContentReader()
    try:
        reader.read(container.stream(_CONTENT))
    except TooManyCellsError as error:
        place = Location("", source, sheet=reader.sheets[-1].name)
        return Finding("source/too-many-cells", "error", place, {"rows": error.rows, "columns": error.columns})
    except (ValueError, KeyError):
        return about_file("source/bad-part", source, part=_CONTENT)
    findings = [*container.findings, *_beside(reader, source)]
    for sheet in reader.sheets:
        findings += _doubts(sheet, source)
    findings += about_properties(container, _PROPERTIES, [sheet.rows for sheet in reader.sheets], source)
    grids = tuple(_grid(container, number, reader) for number in range(len(reader.sheets)))
    return Book(grids, False, tuple(findings))


def _grid(container: Container, number: int, reader: ContentReader) -> Grid:
    sheet = reader.sheets[number]
    rows = trimmed(sheet.rows)
    width = max(map(len, rows), default=0) + 1  # a legend's colours may stand behind its words
    return Grid(
        sheet.name,
        rows,
        tuple(sheet.merges),
        sheet.style in reader.hidden,
        sheet.style in reader.right_to_left,
        frozenset(sheet.percents),
        tuple(sheet.uncalculated),
        tuple(sheet.errors),
        coloured=partial(coloured_cells, container, number, len(rows), width),
        recoloured=partial(has_conditions, container),
        money=partial(dict, sheet.money),
        shown=partial(dict, sheet.shown),
        unseen=Unseen(tuple(sheet.hidden_rows), tuple(sheet.hidden_columns)),
    )


def _beside(reader: ContentReader, source: str | None) -> Iterator[Finding]:
    if reader.comments:
        yield about_file("import/comments-not-read", source, "info", **_told(reader.comments))
    if reader.boxes:
        yield about_file("import/text-boxes-not-read", source, "warning", **_told(reader.boxes))
    if reader.prompts:
        yield about_file("import/prompts-not-read", source, "info", names=without_details(reader.prompts))


def _told(words: list[str]) -> dict[str, Parameter]:
    return {"count": len(words), "names": without_details(words)}


def _doubts(sheet: RawSheet, source: str | None) -> list[Finding]:
    return [
        *about_cells("import/error-cell", source, sheet.name, [(row, column) for row, column, _ in sheet.errors]),
        *about_cells("import/formula-without-value", source, sheet.name, sheet.uncalculated),
        *about_days(source, sheet.name, sheet.days),
    ]

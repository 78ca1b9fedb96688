"""Lines of CSV: findings that name a cell get its line, so that programs which know no cells find it, too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from opengov_local.document import Import, Locator
from opengov_local.finding import Location
from opengov_local.importing.signatures import TEXT, looks_like


def with_lines(done: Import, data: bytes) -> Import:
    """Gives what was read of a file with the lines of cells that are of no sheet and no table: those of CSV.

    A row of several lines, which has line breaks within quotation marks, has none: a cell may stand on any of them.

    Args:
        done: what was read.
        data: the bytes of the file.
    """
    if looks_like(data) not in TEXT:
        return done
    lines = _Lines(data)
    findings = tuple(
        replace(finding, location=place)
        if (place := lines.given(finding.location)) is not finding.location
        else finding
        for finding in done.findings
    )
    document = done.document and done.document.located_by(_LinedLocator(done.document.locator, lines))
    return replace(done, document=document, findings=findings)


@dataclass(frozen=True)
class _Lines:
    data: bytes

    @cached_property
    def _of_rows(self) -> list[int | None] | None:
        from opengov_local.formats.grids.csv_grid import lines_of_rows

        return lines_of_rows(self.data)

    def given(self, place: Location) -> Location:
        if place.cell is None or place.line is not None or place.sheet is not None or place.table is not None:
            return place
        row = int(place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        rows = self._of_rows
        line = row if rows is None else rows[row - 1] if row <= len(rows) else None
        return replace(place, line=line)


@dataclass(frozen=True)
class _LinedLocator:
    locator: Locator
    lines: _Lines

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        place = self.locator.locate(pointer, key=key)
        return place and self.lines.given(place)

"""Where the values of a package stand in the tables of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from opengov_local.account import cell_name
from opengov_local.finding import Location, path_of


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row of a table.

    Attributes:
        name: name of the file.
        row: number of the row, from 0, which is that of the headings.
        headings: the headings of the table.
    """

    name: str
    row: int
    headings: list[str]

    def cell(self, heading: str) -> str:
        """Names the cell under a heading; the first of the row where there is no such heading."""
        return cell_name(self.row + 1, self.headings.index(heading) + 1 if heading in self.headings else 1)

    def location(self, heading: str, source: str | None = None) -> Location:
        """Gives the place of the cell under a heading."""
        return Location(source=source, sheet=self.name, cell=self.cell(heading))


class BundleLocator:
    """Knows the cells of a package that was read from tables.

    Args:
        tree: the package.
        rows: identity of each object that has a row to the row.
    """

    def __init__(self, tree: dict[str, Any], rows: dict[int, RowPlace]) -> None:
        self._tree = tree
        self._rows = rows

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Gives the cell of a value; of an object without a cell of its own the first cell of the row it stands in."""
        here: Any = self._tree
        row, inside = self._rows.get(id(here)), list[str]()
        for step in path_of(pointer):
            if isinstance(here, list):
                here = here[int(step)] if step.isdecimal() and int(step) < len(here) else None
            else:
                here = here.get(step) if isinstance(here, dict) else None
            if here is None:
                return None
            if id(here) in self._rows:
                row, inside = self._rows[id(here)], []
            else:
                inside.append(step)
        if row is None:
            return None
        names = (".".join(inside[:length]) for length in range(len(inside), 0, -1))
        by_language = ".".join(inside[:-1]) + f"@{inside[-1]}" if inside else ""
        return row.location(next((name for name in (by_language, *names) if name in row.headings), ""))

"""Grids: the cells of workbooks (XLSX, XLS, ODS) and of CSV, as they stand."""

from __future__ import annotations

from typing import Literal

from opengov_local.finding import Finding
from opengov_local.formats.grids.grid import Book, Grid, Merge, Value, is_blank
from opengov_local.importing.containers import DEFAULT_CONTAINER_LIMITS, ContainerLimits

__all__ = ["Book", "Grid", "Merge", "Value", "is_blank", "read_book", "read_csv"]


def read_book(
    data: bytes,
    source: str | None,
    kind: Literal["xlsx", "xls", "ods"],
    limits: ContainerLimits = DEFAULT_CONTAINER_LIMITS,
) -> Book | Finding:
    """Reads the cells of a workbook.

    Args:
        data: the bytes of the file.
        source: name of the file, for the findings.
        kind: what the file should be; another kind is refused.
        limits: how much the file may hold.

    Returns:
        The sheets, with what is doubtful in their cells; or the finding (`source/…`) that says why it cannot be read.

    Raises:
        ModuleNotFoundError: python-calamine is not installed; `ods` goes without.
    """
    if kind == "ods":
        from opengov_local.formats.grids.ods import read_ods as read
    elif kind == "xls":
        from opengov_local.formats.grids.xls import read_xls as read
    else:
        from opengov_local.formats.grids.xlsx import read_xlsx as read
    return read(data, source, limits)


def read_csv(data: bytes, source: str | None, limits: ContainerLimits = DEFAULT_CONTAINER_LIMITS) -> Book | Finding:
    """Reads the cells of CSV in any of the encodings and with any of the delimiters that are met; all are text.

    Args:
        data: the bytes of the file.
        source: name of the file, for the findings.
        limits: how large the file may be.

    Returns:
        One sheet without a name, with what had to be concluded or is doubtful; or the finding (`source/…`) that says
        why it cannot be read.
    """
    from opengov_local.formats.grids.csv_grid import read_csv as read

    return read(data, source, limits)

"""Losses: what a file does not hold of a package, said before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from opengov_local import formats
from opengov_local.errors import MissingExtraError
from opengov_local.finding import Finding
from opengov_local.formats.format import Format
from opengov_local.formats.losses.again import read_again, reader_of
from opengov_local.formats.losses.compared import compared
from opengov_local.formats.losses.fates import table
from opengov_local.formats.losses.general import losses_of_format
from opengov_local.formats.losses.values import counted
from opengov_local.formats.losses.wanted import wanted
from opengov_local.formats.written import Written
from opengov_local.importing.collector import without_collector
from opengov_local.model.package import Package

__all__ = ["losses", "losses_of_format"]

MOST: Final = {"docx": 1_500}
"""Values of a package up to which a file is read again, by the format that reads it: in Word forms each takes 1 ms."""
MOST_OF_TABLES: Final = 20_000
"""The same of all other formats."""


@without_collector(stays=False)
def losses(
    package: Package,
    format: str,
    language: str,
    written: Written,
    options: Mapping[str, Any],
    *,
    read_back: bool | None = None,
) -> tuple[Finding, ...]:
    """Says what of a package a file does not hold.

    The file is read again, and each value that does not come back is counted. Of a large package, and of a format that
    nothing reads, what is said is what the format has no place for in general, from the table of losses.

    Args:
        package: the package.
        format: name of the format.
        language: the language it is written in, if it is written in one alone.
        written: the file, and what its writer says itself: what it counts there is not said again.
        options: what the writer was given beside the language.
        read_back: whether to read the file again; by default where the package has no more than `MOST` values.

    Returns:
        One finding for what is lost and one for what is changed, or may be, with the fields; one for texts in other
        languages. None where the file holds all that it was to hold.
    """
    row = formats.get(format)
    if format not in table():
        return ()
    known: Any = None
    if read_back is not False and (reader := reader_of(row)):
        asked, is_all = wanted(package, row, options)
        counts = counted(asked, (language,), row.languages)
        if read_back or counts.total() <= MOST.get(reader, MOST_OF_TABLES):
            again = _read_again(row, written.data)
            if again is not None:
                return tuple(compared(package, asked, again, row, language, written.findings))
        known = (asked, counts) if is_all else None
    return losses_of_format(package, format, language, written.findings, known=known)


def _read_again(row: Format, data: bytes) -> Any | None:
    try:
        return read_again(row, data)
    except MissingExtraError:  # what reads the file is not installed: then the table speaks
        return None

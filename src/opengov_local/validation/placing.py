"""Placing: findings get their places in the source, only those that are listed, for that is what costs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.document import Document
from opengov_local.finding import Finding, Location, Severity
from opengov_local.validation.gravest import gravest

OTHER_PLACE: Final = "first"
"""The parameter that holds the pointer to another place of which a finding speaks."""
_CELL: Final = re.compile("([A-Z]+)([0-9]+)")


class Said(NamedTuple):
    """A finding before it is placed.

    Attributes:
        finding: it, with the pointer alone.
        key: whether the name of the member is at fault, and not its value.
        placed: whether it has its place already.
    """

    finding: Finding
    key: bool = False
    placed: bool = False


def placed(
    said: list[Said], document: Document, most: int | None, sheets: tuple[str, ...] = ()
) -> tuple[tuple[Finding, ...], Mapping[Severity, int]]:
    """Places findings and puts them in the order of the document.

    Args:
        said: the findings, in any order.
        document: the data they speak of.
        most: how many are listed, the gravest first, else those said first; None for all.
        sheets: names of the sheets of a workbook, in its order.

    Returns:
        The listed findings, and by severity how many are not listed.
    """
    listed, left = gravest(said, most, lambda one: one.finding.severity)
    findings = [one.finding if one.placed else _place(one, document) for one in listed]
    numbers = {name: number for number, name in enumerate(sheets)}
    ordered = sorted(findings, key=lambda finding: _order(finding.location, numbers))
    return tuple(ordered), Counter(one.finding.severity for one in left)


def _place(one: Said, document: Document) -> Finding:
    location = document.locate(one.finding.location.pointer, key=one.key)
    first = one.finding.params.get(OTHER_PLACE)
    return replace(one.finding, location=location, related=document.locate(first) if isinstance(first, str) else None)


def _order(place: Location, sheets: Mapping[str, int]) -> tuple[int, int, int, int, int, str]:
    """Gives what puts places in the order in which people read: by sheet or table, row and column, or by line.

    What has no place comes first; a sheet that holds nothing, last.
    """
    sheet = -1 if place.sheet is None else sheets.get(place.sheet, len(sheets))
    part = place.table or 0, place.paragraph or 0
    cell = _CELL.fullmatch(place.cell or "")
    if cell is None:
        return sheet, *part, place.line or 0, place.column or 0, ""
    return sheet, *part, int(cell[2]), len(cell[1]), cell[1]

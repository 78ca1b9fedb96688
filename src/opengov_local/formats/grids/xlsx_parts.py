"""The small parts of an XLSX file: its sheets, their files, the number formats shown as a percentage."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from opengov_local.importing.containers import Container

_WORKBOOK: Final = "xl/workbook.xml"
_LARGEST: Final = 16 * 2**20
_PERCENT_FORMATS: Final = frozenset({9, 10})  # built in: 0% and 0.00% (ECMA-376 part 1, 18.8.30)
BUILT_IN: Final = {2: "0.00", 17: "mmm-yy"}
"""Formats that files name by their number alone, and that may say more than numbers."""
LITERALS: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What a number format shows as it stands, or does not show."""


class PartError(ValueError):
    """A part that is missing, too large, or not what XLSX asks for.

    Attributes:
        part: its name.
    """

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """What the workbook says of a sheet."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the workbook says of itself.

    Attributes:
        sheets: its worksheets; charts have no cells.
        epoch1904: whether days count from 1904.
        recalculates: whether it asks to be calculated when it is opened: the values it holds are not final.
        styles: XML of the number formats, if it has any.
        strings: name of the part with the shared strings, if it has one.
    """

    sheets: tuple[SheetEntry, ...]
    epoch1904: bool
    recalculates: bool
    styles: ET.Element | None
    strings: str | None


def read_workbook(container: Container) -> Workbook:
    """Reads the parts that say where the cells are.

    Raises:
        PartError: one of them is broken.
    """
    real = {name.lower(): name for name in container.names()}
    part = real.get(_WORKBOOK, _WORKBOOK)
    root = _tree(container, part)
    targets = _targets(container, part, real)
    sheets = []
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        kind, target = targets.get(_relation(sheet), ("", ""))
        if kind == "worksheet":
            sheets.append(SheetEntry(sheet.get("name", ""), target, sheet.get("state", "visible") != "visible"))
        elif kind not in {"chartsheet", "dialogsheet"}:
            raise PartError(part)
    by_kind = dict(targets.values())
    properties, calculation = root.find("{*}workbookPr"), root.find("{*}calcPr")
    return Workbook(
        tuple(sheets),
        properties is not None and _is_true(properties.get("date1904")),
        calculation is not None and _is_true(calculation.get("fullCalcOnLoad")),
        _tree(container, by_kind["styles"]) if "styles" in by_kind else None,
        by_kind.get("sharedStrings"),
    )


def percent_styles(styles: ET.Element | None) -> frozenset[int]:
    """Gives the numbers of the cell styles (`s="…"`) that show a number as a percentage."""
    if styles is None:
        return frozenset()
    custom = {format: "%" in LITERALS.sub("", code) for format, code in _custom(styles).items()}
    return frozenset(n for n, format in _formats(styles) if custom.get(format, format in _PERCENT_FORMATS))


def number_formats(styles: ET.Element | None) -> Iterator[tuple[int, str]]:
    """Gives the cell styles whose number format is written in the file or may say more than numbers, each with it."""
    if styles is None:
        return
    custom = BUILT_IN | _custom(styles)
    yield from ((n, custom[format]) for n, format in _formats(styles) if format in custom)


def _custom(styles: ET.Element) -> dict[int, str]:
    found = styles.iterfind("{*}numFmts/{*}numFmt")
    return {whole(one.get("numFmtId")): one.get("formatCode", "") for one in found}


def _formats(styles: ET.Element) -> Iterator[tuple[int, int]]:
    return ((n, whole(style.get("numFmtId"))) for n, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf")))


def _targets(container: Container, part: str, real: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Reads the relations of a part: id → kind and name of the part it leads to."""
    folder, name = posixpath.split(part)
    relations = _tree(container, real.get(f"{folder}/_rels/{name}.rels".lower(), ""))
    targets = {}
    for relation in relations:
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "").replace("\\", "/")
        full = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if relation.get("TargetMode") != "External":
            targets[relation.get("Id", "")] = (kind, real.get(full.lower(), full))
    return targets


def _relation(sheet: ET.Element) -> str:
    return next((value for name, value in sheet.items() if name.endswith("}id")), "")


def _tree(container: Container, part: str) -> ET.Element:
    try:
        if container.size(part) > _LARGEST:
            raise PartError(part)
        return ET.fromstring(container.read(part))  # document types were refused before
    except (KeyError, ET.ParseError, ValueError, LookupError):
        raise PartError(part) from None


def _is_true(text: str | None) -> bool:
    return text in {"1", "true", "on"}


def whole(text: str | None) -> int:
    """Gives the number of an attribute, 0 where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0

"""The order of findings: that in which people read the source, numbers as numbers, sheets as the workbook has them."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.formats.tables.sheets import read, sheet

import opengov_local as ogl
from opengov_local.document import Document
from opengov_local.finding import SEVERITIES, Finding, Location
from opengov_local.json_places import JsonLocator
from opengov_local.report.text import render
from opengov_local.validation.placing import Said, placed

READ: dict[str, list[Location]] = {
    "cells": [
        Location(),
        Location(sheet="Zone", cell="B9"),
        Location(sheet="Zone", cell="Z10"),
        Location(sheet="Zone", cell="AA10"),
        Location(sheet="Zone", cell="A100"),
        Location(sheet="Axe", cell="A2"),
        Location(sheet="Nowhere", cell="A1"),
    ],
    "csv": [Location(cell="C2"), Location(cell="B10"), Location(cell="C10")],
    "lines": [Location(line=2, column=10), Location(line=10, column=2), Location(line=10, column=11)],
    "text": [
        Location(paragraph=2),
        Location(paragraph=10),
        Location(table=1, cell="B12"),
        Location(table=2, cell="A2"),
        Location(table=10, cell="A1"),
    ],
}


@pytest.mark.parametrize("kind", READ)
def test_places_are_put_in_the_order_of_reading(kind: str) -> None:
    document = Document({}, None, "json", JsonLocator(b"{}"))
    for shuffled in list(permutations(READ[kind]))[:: len(READ[kind])]:
        said = [Said(Finding("a/b", location=place), placed=True) for place in shuffled]
        findings, _ = placed(said, document, None, ("Zone", "Axe"))
        assert [finding.location for finding in findings] == READ[kind]


def test_the_report_on_a_workbook_follows_its_sheets_rows_and_columns() -> None:
    heading = ["Projet", "Responsable", "Date de début", "Date de fin", "État"]
    rows = [[f"Projet {row}", "DSI", "2026", "2025", "Au point mort"] for row in range(1, 12)]
    others = [[f"Autre {row}", "SG", "2026", "2025", "Au point mort"] for row in range(1, 4)]
    imported = read(sheet(heading, *rows, name="Zone"), sheet(heading, *others, name="Axe"))
    assert imported.sheets == ("Zone", "Axe")
    report = ogl.validate(imported)
    text = render([report], "en")
    for severity in SEVERITIES[:2]:
        cells = [
            (finding.location.sheet, int((finding.location.cell or "")[1:]), (finding.location.cell or "")[0])
            for finding in report.findings
            if finding.severity == severity and finding.location.cell
        ]
        assert {sheet for sheet, _, _ in cells} == {"Zone", "Axe"}
        assert cells == sorted(cells, key=lambda cell: (cell[0] == "Axe", *cell[1:]))
        shown = [text.index(f"sheet “{sheet}”, cell {column}{row} ") for sheet, row, column in cells]
        assert shown == sorted(shown)

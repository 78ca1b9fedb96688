"""Cells of real sheets: every status, goal, percentage and identifier in them is read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from opengov_local.importing.words import (
    column_percent,
    read_boolean,
    read_identifier,
    read_list,
    read_percent,
    read_sdgs,
    read_status,
)


@pytest.fixture(scope="module")
def milestones(corpus: Path) -> list[dict[str, str]]:
    with (corpus / "ecuador-paga" / "datos.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _cells(rows: list[dict[str, str]], column: str) -> set[str]:
    found = {row[column] for row in rows} - {""}
    assert found
    return found


@pytest.mark.parametrize("column", ["estado", "estado_contraparte", "estado_grupoNucleo"])
def test_statuses(milestones: list[dict[str, str]], column: str) -> None:
    assert [cell for cell in _cells(milestones, column) if read_status(cell) is None] == []


def test_goals(milestones: list[dict[str, str]]) -> None:
    for cell in _cells(milestones, "vinculación_ods"):
        reading = read_sdgs(cell)
        assert (reading.rest, reading.notes) == ((), ()), cell
        assert len(reading.goals) == cell.count("Objetivo"), cell


def test_percentages(milestones: list[dict[str, str]]) -> None:
    scale = column_percent(row["avance"] for row in milestones)
    assert scale == "percent"
    assert [cell for cell in _cells(milestones, "avance") if str(read_percent(cell, scale).value) != cell] == []


def test_booleans(milestones: list[dict[str, str]]) -> None:
    assert {read_boolean(cell) for cell in _cells(milestones, "contraparte_grupoNucleo")} == {True, False}


def test_lists(milestones: list[dict[str, str]]) -> None:
    for cell in _cells(milestones, "valores_ogp"):
        assert len(read_list(cell).items) == cell.count(",") + 1, cell


def test_identifiers(corpus: Path) -> None:
    with (corpus / "ogp-data" / "sample_rows.csv").open(encoding="utf-8-sig", newline="") as file:
        ids = _cells(list(csv.DictReader(file)), "Commitment Unique Identifier")
    assert [written for written in ids if (read := read_identifier(written)) is None or read.value != written] == []

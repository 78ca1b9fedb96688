"""Books whose further sheets report on the indicators of their plan; all made up."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import xlsxwriter
from tests.formats.tracker.test_tracker import codes, tree_of

import opengov_local as ogl
from opengov_local.document import Import
from opengov_local.formats.books import xlsx_format
from opengov_local.importing.options import ImportOptions

PLAN = (
    ("N°", "Projet", "Activité", "Responsable", "Indicateur", "Cible"),
    ("1", "Portail", "Ouvrir", "Service", "Visites", "20"),
    ("1", "Portail", "Ouvrir", "Service", "Délai", "5 jours"),
    ("2", "Budget", "Tenir", "Bureau", "Ateliers", "4"),
)
FULL = (
    ("Période", "Projet", "Activité", "Indicateur", "Valeur", "Statut", "Réalisations"),
    ("T1 2025", "Portail", "Ouvrir", "Visites", "12", "En cours", "Abc"),
    ("T1 2025", "Portail", "Ouvrir", "Délai", "7 jours", "Réalisé", "Def"),
)
BARE = (("Période", "Indicateur", "Valeur"), ("T1 2025", "Visites", "12"), ("T1 2025", "Délai", "7 jours"))
UNTIMED = (("Indicateur", "Valeur", "Commentaire"), ("Visites", "12", "Abc"), ("Délai", "7 jours", "Def"))


def _read(sheets: Mapping[str, Sequence[Sequence[str]]]) -> Import:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    return xlsx_format.read(data.getvalue(), "made-up.xlsx", options=ImportOptions(id_prefix="test.made-up"))


def _indicators(tree: dict[str, Any]) -> list[dict[str, Any]]:
    steps = [step for one in tree["plans"][0]["commitments"] for step in one["milestones"]]
    return [each for step in steps for each in step["indicators"]]


@pytest.mark.parametrize(("name", "rows"), [("Suivi", FULL), ("Suivi", BARE), ("Suivi T1 2025", UNTIMED)])
@pytest.mark.parametrize("first", ["Plan", "Suivi"])
def test_reports_on_the_indicators_of_another_sheet_are_updates_of_them(name: str, rows: Any, first: str) -> None:
    sheets = {"Plan": PLAN, name: rows}
    done = _read(sheets if first == "Plan" else dict(reversed(sheets.items())))
    tree = tree_of(done)
    indicators = _indicators(tree)
    assert [next(iter(one["name"].values())) for one in indicators] == ["Visites", "Délai", "Ateliers"]
    updates = tree["progress_updates"]
    assert [one["target"] for one in updates] == [one["id"] for one in indicators[:2]]
    assert [one["value"] for one in updates] == [{"value": "12"}, {"text": {"fr": "7 jours"}}]
    assert {one["period"]["start"] for one in updates} == {"2025-Q1"}
    assert not any("status" in step for one in tree["plans"][0]["commitments"] for step in one["milestones"])
    assert len(tree["sources"]) == 1
    assert "import/conflict" not in codes(done)
    assert done.document is not None
    assert done.document.locate("/progress_updates/0/value/value").sheet == name
    assert done.document.locate("/plans/0/commitments/1/title").sheet == "Plan"
    assert done.account is not None
    assert {entry.piece.place.part for entry in done.account.entries} == {"Plan", name}
    assert not [found for found in ogl.validate(done).findings if found.severity == "error"]


def test_indicators_that_the_plan_has_not_are_none_of_its() -> None:
    other = (FULL[0], *((*row[:3], f"Autre {row[3]}", *row[4:]) for row in FULL[1:]))
    assert "import/target-unknown" not in codes(_read({"Plan": PLAN, "Suivi": other}))


def test_sheets_for_each_quarter_that_name_all_make_the_plan() -> None:
    rows = tuple(row[1:] for row in FULL)
    tree = tree_of(_read({"Suivi T1 2025": rows, "Suivi T2 2025": rows}))
    (commitment,) = tree["plans"][0]["commitments"]
    assert [len(step["indicators"]) for step in commitment["milestones"]] == [2]
    assert [one["period"]["start"] for one in tree["progress_updates"]] == ["2025-Q1"] * 2 + ["2025-Q2"] * 2

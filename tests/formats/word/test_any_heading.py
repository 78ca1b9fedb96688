"""Columns of Word tables under any heading that is known: what they ask is read or kept, whatever the rows are."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.formats.word.papers import commitments_of, read_paper

from opengov_local.formats import wording

FOLDER = Path(wording.__file__).parent
PLAN = "Programme d’ouverture de la commune 2026-2027"
WIDTH = 20
"""Headings that are asked of one table."""
ANSWERS = ("https://exemple.ma/page", "12 %", "120 000 DH", "03/2026", "DSI, SG", "Une phrase : deux mots")


def _headings() -> list[str]:
    """Gives a French heading for each thing that headings and labels ask for."""
    found: dict[str, str] = {}
    for row in csv.DictReader((FOLDER / "headings.csv").read_text(encoding="utf-8").splitlines()):
        if row["language"] == "fr":
            found.setdefault(row["target"], row["heading"])
    for row in csv.DictReader((FOLDER / "labels.csv").read_text(encoding="utf-8").splitlines()):
        if row["language"] == "fr":
            found.setdefault(f"{row['concepts']}: {row['field']}", row["labels"].split("|")[0])
    return sorted(set(found.values()))


def test_any_heading_may_stand_over_a_column() -> None:
    headings = _headings()
    for start in range(0, len(headings), WIDTH):
        asked = headings[start : start + WIDTH]
        rows = [[f"Portail {number}", "DSI", *[answer] * len(asked)] for number, answer in enumerate(ANSWERS)]
        read_paper(PLAN, [["Projet", "Responsable", *asked], *rows])


@pytest.mark.parametrize("heading", ["Site web", "Date d’adoption", "Date de dépôt", "Fin du mandat"])
def test_what_plans_alone_have_is_kept_with_the_project_it_stands_beside(heading: str) -> None:
    rows = [["Portail", "DSI", "https://exemple.ma"], ["Guichet", "SG", "03/2026"]]
    first, second = commitments_of(read_paper(PLAN, [["Projet", "Responsable", heading], *rows]))
    assert [one["label"] for one in (*first["x_unmapped"], *second["x_unmapped"])] == [heading, heading]
    assert second["x_unmapped"][0]["text"] == "03/2026"

"""Several persons in one cell below a heading that asks for names; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet


@pytest.mark.parametrize(
    ("heading", "text", "names"),
    [
        ("اسم المسؤول", "منى وسارة", ["منى", "سارة"]),
        ("أسماء المسؤولين", "منى العلوي وسارة الإدريسي", ["منى العلوي", "سارة الإدريسي"]),
        ("Nom du responsable", "Mona Alaoui et Sara Idrissi", ["Mona Alaoui", "Sara Idrissi"]),
        ("Nom du responsable", "Mona Alaoui", ["Mona Alaoui"]),
    ],
)
def test_names_joined_below_a_heading_of_names_are_persons_each(heading: str, text: str, names: list[str]) -> None:
    grid = sheet(["Projet", heading, "Échéance"], ["Portail", text, "2026"])
    imported = read(grid)
    said = [next(iter(lead["person"]["name"].values())) for lead in commitments_of(imported)[0]["leads"]]
    assert said == names
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("heading", "text", "names"),
    [
        ("المسؤول", "منى وسارة", ["منى", "سارة"]),
        ("المسؤول عن المشروع", "منى العلوي وسارة الإدريسي", ["منى العلوي", "سارة الإدريسي"]),
        ("Responsable", "Mona Alaoui et Sara Idrissi", ["Mona Alaoui", "Sara Idrissi"]),
    ],
)
def test_so_they_are_below_one_of_who_is_responsible_which_is_said(heading: str, text: str, names: list[str]) -> None:
    grid = sheet(["Projet", heading, "Échéance"], ["Portail", text, "2026"])
    imported = read(grid)
    leads = commitments_of(imported)[0]["leads"]
    assert [next(iter(lead["person"]["name"].values())) for lead in leads] == names
    assert [one.params["count"] for one in imported.findings if one.code == "import/list-uncertain"] == [2]
    assert accounted(imported, grid)

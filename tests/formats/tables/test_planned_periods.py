"""Texts below quarters and half-years: what is planned for them, or what was done in them; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown


@pytest.mark.parametrize(
    ("title", "header", "dues"),
    [
        ("Programme d'ouverture 2027-2028", ["Projet", "Responsable", "T1 2027", "T2 2027"], ["2027-Q1", "2027-Q2"]),
        ("Planning des activités 2027", ["Projet", "Responsable", "1er semestre 2027", "2e semestre 2027"],
         ["2027-H1", "2027-H2"]),
        ("برنامج العمل 2026", ["المشروع", "المسؤول", "الفصل الأول 2026", "الفصل الثاني 2026"],
         ["2026-Q1", "2026-Q2"]),
    ],
)  # fmt: skip
def test_what_stands_below_periods_of_a_plan_or_to_come_is_planned(
    title: str, header: list[str], dues: list[str]
) -> None:
    grid = sheet([title], [], header, ["Portail", "DSI", "Cahier des charges", "Développement"])
    imported = read(grid)
    tree = shown(imported)
    assert "progress_updates" not in tree
    (one,) = tree["plans"][0]["commitments"]
    assert [step["due"] for step in one["milestones"]] == dues
    assert codes(imported).count("import/assumed") >= 2
    assert accounted(imported, grid)


@pytest.mark.parametrize("title", ["Suivi du plan d'action 2026", "État d'avancement du programme 2026"])
def test_in_a_follow_up_it_was_done(title: str) -> None:
    tree = shown(read(sheet([title], [], ["Projet", "Responsable", "T1 2026", "T2 2026"],
                            ["Portail", "DSI", "Cahier rédigé", "Développement fini"])))  # fmt: skip
    assert len(tree["progress_updates"]) == 2
    assert "milestones" not in tree["plans"][0]["commitments"][0]

"""Lists of something else beside or below the projects: partners, risks, abbreviations; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

_PLANS: dict[str, tuple[list[Any], ...]] = {
    "fr": (["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "DGS"]),
    "en": (["No.", "Project", "Responsible"], [1, "Portal", "IT"], [2, "Forum", "Cabinet"]),
    "ar": (["الرقم", "المشروع", "المسؤول"], [1, "بوابة", "المعلوميات"], [2, "منتدى", "الديوان"]),
    "es": (["N.º", "Proyecto", "Responsable"], [1, "Portal", "Informática"], [2, "Foro", "Alcaldía"]),
}


def _titles(made: Any) -> list[str]:
    return [next(iter(one["title"].values())) for one in commitments_of(made)]


@pytest.mark.parametrize(
    ("language", "heading"),
    [("fr", ["N°", "Partenaire", "Rôle"]), ("fr", ["N°", "Risque", "Mesure"]), ("fr", ["N°", "Document", "Date"]),
     ("fr", ["Abréviation", "Signification"]), ("fr", ["Nom et prénom", "Qualité"]), ("fr", ["N°", "Partenaire"]),
     ("fr", ["Date", "Réunion", "Lieu"]),
     ("en", ["Name", "Organisation", "Role"]), ("en", ["Risk", "Likelihood", "Mitigation"]),
     ("ar", ["الرقم", "الشريك", "الدور"]), ("ar", ["المصطلح", "التعريف"]), ("es", ["N.º", "Riesgo", "Medida"])],
)  # fmt: skip
def test_a_list_below_the_projects_names_no_projects(language: str, heading: list[str]) -> None:
    plan, row = _PLANS[language], ["1", "Exemple", "Fictif"][-len(heading) :]
    grid = sheet(*plan, [""], heading, row)
    made = read(grid)
    assert _titles(made) == [plan[1][1], plan[2][1]]
    (said,) = [finding for finding in made.findings if finding.code == "import/other-list-kept"]
    assert (said.params["first"], said.params["last"], said.params["text"]) == (5, 6, " | ".join(heading))
    assert [(one["label"], one["text"]) for one in shown(made)["x_unmapped"]] == [*zip(heading, row, strict=True)]
    assert accounted(made, grid)


def test_lists_may_have_a_title_and_follow_each_other() -> None:
    partners = ["Partenaires"], ["N°", "Partenaire", "Rôle"], [1, "Association", "Appui"]
    terms = ["Sigle", "Signification"], ["DSI", "Service informatique"]
    grid = sheet(*_PLANS["fr"], [""], *partners, [""], *terms)
    made = read(grid)
    assert _titles(made) == ["Portail", "Forum"]
    found = [one.params for one in made.findings if one.code == "import/other-list-kept"]
    assert [(one["first"], one["last"]) for one in found] == [(5, 7), (9, 10)]
    assert accounted(made, grid)


def test_a_number_over_numbers_needs_no_gap() -> None:
    made = read(sheet(*_PLANS["fr"], ["N°", "Partenaire", "Rôle"], [1, "Association", "Appui"]))
    assert _titles(made) == ["Portail", "Forum"]


@pytest.mark.parametrize(
    ("name", "heading"),
    [("Risques", ["N°", "Risque", "Mesure"]), ("Riesgos", ["N.º", "Riesgo", "Medida"]),
     ("Documents", ["N°", "Intitulé", "Date"])],
)  # fmt: skip
def test_a_sheet_of_its_own_names_no_projects_either(name: str, heading: list[str]) -> None:
    plan, other = sheet(*_PLANS["fr"], name="Projets"), sheet(heading, [1, "Exemple", "Fictif"], name=name)
    made = read(plan, other)
    assert _titles(made) == ["Portail", "Forum"]
    assert "import/other-list-kept" in codes(made)
    assert accounted(made, plan, other)


@pytest.mark.parametrize(
    "rows",
    [[["N°", "Projet", "Responsable"], [3, "Carte", "DAF"]], [["N°", "Nom", "Responsable"], [3, "Carte", "DAF"]],
     [["", "Partenaires", "Association"]], [[3, "Documents", "DAF"]]],
)  # fmt: skip
def test_projects_below_a_gap_are_projects(rows: list[list[Any]]) -> None:
    made = read(sheet(*_PLANS["fr"], [""], *rows))
    assert "import/other-list-kept" not in codes(made)
    assert _titles(made)[:2] == ["Portail", "Forum"]


@pytest.mark.parametrize("named", [("PO-01", "PO-01, PO-02"), ("1", "1 et 2"), ("2", "1 و 2"), ("P1 ; P2", "P1")])
def test_a_list_that_names_several_projects_by_their_codes_makes_none(named: tuple[str, str]) -> None:
    numbers = ("PO-01", "PO-02") if "PO" in named[0] else ("P1", "P2") if "P" in named[0] else ("1", "2")
    plan = sheet(["N°", "Projet"], [numbers[0], "Portail"], [numbers[1], "Forum"])
    head = ["Acteur", "Rôle", "Projets"]
    others = sheet(head, ["DSI", "pilote", named[0]], ["INDH", "financeur", named[1]], name="Acteurs")
    imported = read(plan, others)
    assert accounted(imported, plan, others)
    assert [one["title"]["fr"] for one in commitments_of(imported)] == ["Portail", "Forum"]
    assert {"import/other-list-kept", "import/several-projects"} & set(codes(imported))

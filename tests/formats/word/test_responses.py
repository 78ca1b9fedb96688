"""Reasoned responses in Word files: proposals with what became of each, in minutes and in plans; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.table_shapes.response_tables import grid_of

HEADS = {
    "fr": ["N°", "Proposition", "Émanant de", "Suite réservée", "Motivation de la réponse", "Projet concerné"],
    "documented": ["N°", "Proposition", "Auteur", "Suite donnée", "Motif", "Projet lié"],
    "ar": ["الرقم", "المقترح", "صاحب المقترح", "مآل المقترح", "التعليل", "المشروع المعني"],
}
ROWS = {
    "fr": [
        ["1", "Suivi par SMS", "Association Exemple", "Retenue", "Possible", "P1"],
        ["2", "Ouvrir le samedi", "Habitants", "Non retenue", "Pas de moyens", ""],
    ],
    "ar": [
        ["1", "إحداث تطبيق", "جمعية مثال", "مقبول", "ممكن تقنيا", "P1"],
        ["2", "فتح يوم السبت", "الساكنة", "مرفوض", "قلة الموارد", ""],
    ],
}
PROJECTS = [["Code", "Intitulé du projet", "Axe"], ["P1", "Portail", "Numérique"], ["P2", "Maison", "Proximité"]]


def _brought(holder: Any) -> list[tuple[Any, ...]]:
    return [
        (
            each["kind"],
            next(iter(each["text"].values())),
            next(iter(each.get("author", {"name": {"": ""}})["name"].values())),
            each.get("disposition", {}).get("status"),
            next(iter(each.get("disposition", {}).get("reason", {"": ""}).values())),
            each.get("disposition", {}).get("commitments", []),
        )
        for each in holder.get("contributions", [])
    ]


@pytest.mark.parametrize("head", ["fr", "documented", "ar"])
@pytest.mark.parametrize(
    "title", ["= Compte rendu de la consultation publique", "= Rapport de la consultation publique", "= Réponses"]
)
def test_every_column_of_a_table_of_responses_is_read(head: str, title: str) -> None:
    rows = ROWS["ar" if head == "ar" else "fr"]
    made = read_paper(title, "# A. Projets soumis", PROJECTS, "# B. Réponses motivées", [HEADS[head], *rows])
    (workshop,) = tree_of(made)["workshops"]
    (plan,) = tree_of(made)["plans"]
    first, second = rows
    status = ("accepted", "rejected")
    assert _brought(workshop) == [
        ("proposal", first[1], first[2], status[0], first[4], ["@Portail"]),
        ("proposal", second[1], second[2], status[1], second[4], []),
    ]
    assert [(each["number"], each["title"], each["axes"]) for each in plan["commitments"]] == [
        ("P1", {"fr": "Portail"}, ["@Numérique"]),
        ("P2", {"fr": "Maison"}, ["@Proximité"]),
    ]
    assert {*unmapped(made).values()} <= {"A. Projets soumis", "B. Réponses motivées"}


def test_the_plan_is_called_as_the_title_of_the_report_calls_it() -> None:
    made = read_paper(
        "Comité de suivi du programme d’ouverture",
        "= Rapport de la consultation publique sur le programme d’ouverture 2025-2026",
        "Consultation tenue le 24 juin 2025 dans la salle.",
        "# Projets",
        PROJECTS,
        "# Réponses",
        [HEADS["fr"], *ROWS["fr"]],
    )
    (workshop,), (plan,) = tree_of(made)["workshops"], tree_of(made)["plans"]
    assert plan["title"] == {"fr": "programme d’ouverture 2025-2026"}
    assert (workshop["kind"], workshop["date"]) == ("public_consultation", "2025-06-24")
    assert workshop["place"] == {"fr": "salle"}


def test_a_project_that_no_table_lists_is_made_of_its_title_and_one_of_a_number_alone_is_not() -> None:
    made = read_paper(
        "= Compte rendu de la consultation publique sur le programme d’ouverture", [HEADS["fr"], *ROWS["fr"]]
    )
    assert "plans" not in tree_of(made)
    assert "import/unknown-reference" in codes_of(made)
    named = [[*row[:5], "Portail" if row[5] else ""] for row in ROWS["fr"]]
    made = read_paper("= Compte rendu de la consultation publique sur le programme d’ouverture", [HEADS["fr"], *named])
    (plan,) = tree_of(made)["plans"]
    assert (plan["title"], plan["framework"]) == ({"fr": "programme d’ouverture"}, "remacto")
    assert [each["title"] for each in plan["commitments"]] == [{"fr": "Portail"}]
    assert "import/commitment-only-named" in codes_of(made)


def test_groups_of_the_document_hold_the_tables_below_them_and_rows_that_name_them() -> None:
    made = read_paper(
        "= Compte rendu de l’atelier de co-création",
        "# Groupe 1 : Transparence",
        [["Proposition", "Suite donnée", "Motif"], ["SMS", "Retenue", "Possible"]],
        "# Groupe 2 : Numérique",
        "Propositions",
        "* Fibre",
        "# Suites",
        [["Groupe", "Proposition", "Suite donnée", "Motif"], ["Groupe 2", "Fibre", "Rejetée", "Trop cher"]],
    )
    first, second = tree_of(made)["workshops"][0]["working_groups"]
    assert _brought(first) == [("proposal", "SMS", "", "accepted", "Possible", [])]
    assert _brought(second) == [("proposal", "Fibre", "", "rejected", "Trop cher", [])]
    assert "contributions" not in tree_of(made)["workshops"][0]


@pytest.mark.parametrize(
    "heading", ["Motif / observation", "Motif ou observation", "Observation / justification", "الملاحظات والأسباب"]
)
def test_reasons_headed_with_remarks_are_reasons(heading: str) -> None:
    made = read_paper(
        "= Compte rendu de la consultation", [["Proposition", "Décision", heading], ["SMS", "Rejetée", "Cher"]]
    )
    (brought,) = tree_of(made)["workshops"][0]["contributions"]
    assert brought["disposition"] == {"status": "rejected", "reason": {"fr": "Cher"}}


def test_responses_in_the_document_of_a_plan_are_those_of_a_workshop_and_name_its_projects() -> None:
    made = read_paper(
        "= Programme d’ouverture de la commune d’Exemple 2025-2026",
        "# Annexe : suites données aux propositions",
        [["Proposition", "Suite donnée", "Motif", "Projet lié"], ["SMS", "Retenue", "Possible", "Projet 2"]],
        "# Projet 1 : Portail",
        "Objectifs : publier",
        "# Projet 2 : Maison",
        "Objectifs : accueillir",
    )
    (plan,), (workshop,) = tree_of(made)["plans"], tree_of(made)["workshops"]
    assert [each["title"]["fr"] for each in plan["commitments"]] == ["Portail", "Maison"]
    assert workshop["title"] == {"fr": "Annexe : suites données aux propositions"}
    assert _brought(workshop) == [("proposal", "SMS", "", "accepted", "Possible", ["@Maison"])]
    assert [f.params["field"] for f in made.findings if f.code == "import/assumed"][:2] == ["title", "kind"]


def test_a_table_that_names_authors_alone_gives_them_and_its_numbers() -> None:
    made = read_paper(
        "= Compte rendu de la consultation publique",
        [["N°", "Proposition", "Émanant de"], ["1", "SMS", "Association"], ["2", "Fibre", "Habitants"]],
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [each["number"] for each in workshop["contributions"]] == ["1", "2"]
    assert [each[2] for each in _brought(workshop)] == ["Association", "Habitants"]


@pytest.mark.parametrize("head", [["N°", "Proposition", "Quartier", "Sexe"], ["Code", "Problème", "Zone", "Degré"]])
def test_columns_that_nobody_knows_are_kept_and_never_contributions(head: list[str]) -> None:
    made = read_paper(
        "= Compte rendu de la consultation publique", [head, ["1", "SMS", "Nord", "F"], ["2", "Fibre", "Sud", "M"]]
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [each[1] for each in _brought(workshop)] == ["SMS", "Fibre"]
    assert sorted(unmapped(made).values()) == ["F", "M", "Nord", "Sud"]
    assert "import/pieces-kept" in codes_of(made)


def test_an_empty_table_makes_an_empty_sheet() -> None:
    assert grid_of(Table(1, (), 0)).rows == []


def test_decisions_by_number_alone_are_read_where_something_was_brought() -> None:
    brought = [["N°", "Proposition", "Auteur"], ["1", "Portail", "A"], ["2", "Bureau", "B"]]
    decided = [["N°", "Suite réservée", "Motif"], ["1", "Acceptée", "Utile"], ["2", "Rejetée", "Cher"]]
    made = read_paper("= Compte rendu de l’atelier", brought, "# Décisions", decided)
    (workshop,) = tree_of(made)["workshops"]
    assert [one["disposition"]["status"] for one in workshop["contributions"]] == ["accepted", "rejected"]
    alone = read_paper("= Compte rendu de l’atelier", "# Décisions", decided)
    assert "contributions" not in tree_of(alone)["workshops"][0]
    assert "Acceptée" in unmapped(alone).values()


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (["N°", "Ce qui a été proposé", "Par qui", "Réponse", "Pourquoi"], ["1", "Bancs", "Habitants", "Retenue", "P"]),
        (["No.", "What was proposed", "By whom", "Response", "Why"], ["1", "Benches", "Residents", "Accepted", "P"]),
    ],
)
def test_what_was_proposed_is_no_author_and_by_whom_is_one(head: list[str], row: list[str]) -> None:
    title = "= Compte rendu de l'atelier" if "Par qui" in head else "= Minutes of the workshop"
    (workshop,) = tree_of(read_paper(title, [head, row]))["workshops"]
    assert _brought(workshop) == [("proposal", row[1], row[2], "accepted", "P", [])]

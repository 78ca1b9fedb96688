"""Sheets of fiches: every cell is accounted for, whatever stands where, and each title is one project."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

LABELS = [
    "Intitulé du projet",
    "Axe",
    "Responsable :",
    "Date de fin",
    "Activités",
    "Activité",
    "Budget (DH)",
    "Remarque du maire",
]
ANSWERS = ["Portail", "Axe 1 : Données", "12/2025", 5, "- un\n- deux", "Fiche projet n° 2", "Statut : En cours"]
CELLS = st.sampled_from(["", "", *LABELS, *ANSWERS])
OTHERS = ["T1 2025", "X", "50%", "Réalisé", "En cours", "Prévu", "1", "1.1", "1.1.1", "Projet", "Projet 1 : A", "N°"]
ANSWERED = [
    "Proposition",
    "Motif",
    "Suite donnée",
    "Retenue",
    "Fusionnée avec n° 1",
    "Projet lié",
    "Intégrée au projet A",
]


@given(st.lists(st.lists(CELLS, max_size=5), min_size=4, max_size=14))
def test_every_cell_of_any_form_is_accounted_for(rows: list[list[str | int]]) -> None:
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)


@given(st.lists(st.lists(st.sampled_from(["", "", *LABELS, *OTHERS, *ANSWERED]), max_size=6), min_size=2, max_size=10))
def test_every_cell_of_any_table_is_accounted_for(rows: list[list[str]]) -> None:
    grid = sheet(*rows)
    assert accounted(read(grid), grid)


@given(st.integers(1, 6), st.integers(1, 4), st.booleans())
def test_there_are_as_many_projects_as_titles(count: int, steps: int, apart: bool) -> None:
    rows: list[list[str]] = []
    for number in range(count):
        rows += [
            *([[f"Fiche n° {number + 1}"]] if apart else []),
            ["Intitulé du projet", f"Projet de rang {number}", "Axe", f"Axe {number % 2}"],
            ["Responsable", f"Service {number}", "Date de fin", f"{number + 2020}"],
            ["Activités", f"Étape {number}-0"],
            *(["", f"Étape {number}-{step}"] for step in range(1, steps)),
            *([[""]] if apart else []),
        ]
    grid = sheet(*rows)
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [one["title"]["fr"] for one in plan["commitments"]] == [f"Projet de rang {at}" for at in range(count)]
    assert [one["end"] for one in plan["commitments"]] == [f"{at + 2020}" for at in range(count)]
    assert all(len(one["milestones"]) == steps for one in plan["commitments"])
    assert [one.get("number") for one in plan["commitments"]] == [str(at + 1) if apart else None for at in range(count)]
    assert accounted(imported, grid)


def test_a_sheet_that_explains_the_fields_is_no_fiche() -> None:
    grid = sheet(
        ["Champ", "Explication"],
        ["Intitulé du projet", "Saisir le titre du projet"],
        ["Responsable", "Indiquer le service"],
        ["Date de fin", "Saisissez une date"],
        ["Budget", "Indiquer le montant"],
    )
    assert "plans" not in shown(read(grid))
    assert "import/sheet-as-help" in codes(read(replace(grid, name="Mode d'emploi")))


@pytest.mark.parametrize(
    "heads", [("Rubrique", "Réponse", "Commentaire"), ("Field", "Answer", "Comments"), ("البند", "الجواب", "ملاحظات")]
)
def test_remarks_on_the_answers_are_no_further_project(heads: tuple[str, str, str]) -> None:
    grid = sheet(list(heads), ["Intitulé du projet", "Portail", "Validé en bureau"], ["Responsable", "DSI", ""],
                 ["Date de début", "01/01/2026", "Sous réserve"], ["Date de fin", "31/12/2026", ""],
                 ["Budget", "50 000 DH", "À confirmer"])  # fmt: skip
    made = read(grid)
    assert accounted(made, grid)
    (one,) = commitments_of(made)
    assert (one["title"]["fr"], one["start"], one["end"]) == ("Portail", "2026-01-01", "2026-12-31")
    kept = {entry.piece.text for entry in made.account.entries if entry.fate == "unmapped"} if made.account else set()
    assert {"Validé en bureau", "Sous réserve", "À confirmer"} <= kept


def test_items_below_a_label_are_its_answers_whatever_they_name() -> None:
    grid = sheet(["Projet : Portail"], ["Responsable : DSI"], ["Début : 01/01/2026"], ["Fin : 31/12/2026"],
                 ["Activités :"], ["- Étude"], ["- Réalisation"], ["- Suivi"])  # fmt: skip
    made = read(grid)
    assert accounted(made, grid)
    (one,) = commitments_of(made)
    assert [step["title"]["fr"] for step in one["milestones"]] == ["Étude", "Réalisation", "Suivi"]


def test_labels_behind_dashes_without_an_answer_are_no_answers() -> None:
    made = read(sheet(["- Projet", "Portail"], ["- Responsable", "DSI"], ["- Partenaires", ""], ["- Budget", ""],
                      ["- Date de début", "01/01/2026"], ["- Date de fin", "31/12/2026"]))  # fmt: skip
    (one,) = commitments_of(made)
    assert [[*lead["name"].values()] for lead in one["leads"]] == [["DSI"]]
    assert not {"supporting", "budget"} & one.keys()


@pytest.mark.parametrize("beside", [["Service responsable", "DAS"], []])
def test_short_fiches_that_ask_little_but_who_leads(beside: list[str]) -> None:
    rows = [
        row
        for at, (title, lead) in enumerate((("Portail", "Service X"), ("Budget", "Service Y")), 1)
        for row in (
            [f"FICHE PROJET N° {at}"],
            ["Intitulé", title],
            ["Axe", "Transparence", *beside],
            ["Responsable", lead],
            [],
        )
    ]
    grid = sheet(*rows)
    made = read(grid)
    assert accounted(made, grid)
    found = commitments_of(made)
    assert [(one["number"], one["title"]["fr"]) for one in found] == [("1", "Portail"), ("2", "Budget")]
    assert [[lead["name"]["fr"] for lead in one["leads"]] for one in found] == [
        [*beside[1:], "Service X"],
        [*beside[1:], "Service Y"],
    ]
    assert all(len(one["axes"]) == 1 and "x_unmapped" not in one for one in found)


def test_fiches_side_by_side_need_no_blank_column_between() -> None:
    grid = sheet(
        ["Fiche projet n° 1", "", "Fiche projet n° 2", ""],
        ["Intitulé", "Portail", "Intitulé", "Forum"],
        ["Responsable", "DSI", "Responsable", "SG"],
        ["Budget", "100 000 DH", "Budget", "50 000 DH"],
        ["Échéance", "2025", "Échéance", "juin 2026"],
    )
    imported = read(grid)
    told = [
        (
            one["number"],
            one["title"]["fr"],
            one["leads"][0]["name"]["fr"],
            one["budget"][0]["amount"]["value"],
            one["end"],
        )
        for one in commitments_of(imported)
    ]
    assert told == [("1", "Portail", "DSI", "100000", "2025"), ("2", "Forum", "SG", "50000", "2026-06")]
    assert accounted(imported, grid)


def test_blank_rows_below_a_cell_that_lists_projects_are_none() -> None:
    grid = sheet([""], ["", "", "Axe", "Intitulé du projet"], ["", "", "", "- un\n- deux"], [""])
    imported = read(grid)
    assert accounted(imported, grid)
    assert len(commitments_of(imported)) == 2

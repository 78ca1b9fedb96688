"""Forms with one row of two labels, each with its answer; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.columns.pairs_in_row import labels_in_row
from opengov_local.formats.tables.fiches.label_lines import label_of
from opengov_local.formats.wording.headings.heading_meanings import Recognised


def _commitments(*rows: list[Any]) -> tuple[list[dict[str, Any]], list[str]]:
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)
    return shown(imported)["plans"][0]["commitments"], codes(imported)


def _block(number: int, *, steps: bool = True) -> list[list[Any]]:
    head = [
        [f"Commitment {number}: Portal {number}"],
        ["Problem definition", "Data are scattered"],
        ["Lead implementing agency", "Data unit"],
        ["Other actors involved: government", "Ministry"],
        ["Other actors involved: CSOs, private sector", "Open Forum"],
        ["Start date", "1 July 2025", "End date", "30 June 2027"],
    ]
    return [
        *head,
        *([["Milestone", "Start date", "End date"], ["Survey", "2025-07", "2025-09"]] if steps else []),
        [""],
    ]


@pytest.mark.parametrize("steps", [True, False])
def test_one_row_of_two_labels_in_each_block(steps: bool) -> None:
    found, said = _commitments(*_block(1, steps=steps), *_block(2, steps=steps))
    assert [(one["start"], one["end"]) for one in found] == [("2025-07-01", "2027-06-30")] * 2
    assert all("schedule" not in one and len(one.get("milestones", [])) == steps for one in found)
    assert [one["problem"] for one in found] == [{"en": "Data are scattered"}] * 2
    assert [[party["group"] for party in one["supporting"]] for one in found] == [["government", "csos"]] * 2
    assert not {"import/column-unmapped", "import/date-unread", "import/conflict"} & set(said)


@pytest.mark.parametrize(
    "row",
    [
        ["Date de début", "01/2026", "Date de fin", "12/2027"],
        ["تاريخ البداية", "01/2026", "تاريخ النهاية", "12/2027"],
        ["Start date and end date", "01/2026 - 12/2027"],
    ],
)
def test_start_and_end_in_one_row(row: list[str]) -> None:
    form = [
        ["Intitulé du projet", "Portail"],
        ["Porteur du projet", "DSI"],
        ["Objectifs", "Ouvrir"],
        ["Problème", "Non"],
    ]
    (found,), _ = _commitments(*form, row)
    assert (found["start"], found["end"]) == ("2026-01", "2027-12")


def test_the_second_of_several_answers_is_no_label() -> None:
    form = [
        ["Intitulé du projet", "Portail"],
        ["Porteur du projet", "DSI"],
        ["Objectifs", "Ouvrir"],
        ["Problème", "Non"],
    ]
    (found,), _ = _commitments(*form, ["Partenaires", "Commune", "Société civile", "Forum"])
    names = [party["name"]["fr"] for party in found["supporting"]]
    assert names == ["Commune", "Société civile", "Forum"]


@pytest.mark.parametrize("who", ["Bureau d'ordre", "Service technique"])
@pytest.mark.parametrize("sum_said", [24000, "24 000 DH", "5 000 DH/an", "néant", "-"])
def test_a_budget_beside_who_leads_is_no_body(who: str, sum_said: Any) -> None:
    table = [["N°", "Activité", "Responsable", "Échéance"], ["a", "Formation", "DSI", "03/2026"]]
    table += [["b", "Réalisation", "SG", "05/2026"], [""]]
    rows: list[list[Any]] = []
    for at, said in enumerate(("70 000 DH", sum_said, "30 000 DH"), 1):
        rows += [[f"Projet {at} : Kiosque {at}"], ["Objectif", f"But {at}"], ["Porteur", who, "Budget", said], *table]
    found, _ = _commitments(["AXE I : Informer"], *rows)
    assert [[lead["name"]["fr"] for lead in one["leads"]] for one in found] == [[who]] * 3


def _of_fiche(*row: Any) -> dict[str, Any]:
    rows = [["Intitulé du projet", "Portail"], ["Responsable", "DSI"], ["Objectif", "Ouvrir"], [*row]]
    (one,) = commitments_of(read(sheet(*rows)))
    return one


def test_several_known_labels_in_a_row_are_labels_whatever_their_answers() -> None:
    one = _of_fiche("Indicateur", "Nombre de jeux", "Cible", 20, "Valeur actuelle", 5)
    assert one["indicators"] == [
        {"name": {"fr": "Nombre de jeux"}, "target": {"value": "20"}, "values": [{"value": "5"}]}
    ]


def test_an_unknown_label_with_a_number_among_known_ones_is_no_answer() -> None:
    one = _of_fiche("Indicateur", "Nombre de jeux", "Cible", 20, "Wxyz", 5)
    assert one["indicators"] == [{"name": {"fr": "Nombre de jeux"}, "target": {"value": "20"}}]
    assert [kept["label"] for kept in one["x_unmapped"]] == ["Wxyz"]


def test_a_part_of_a_sum_beside_it_is_that_of_its_funder() -> None:
    whole, part = _of_fiche("Budget", "100 000 DH", "dont commune", "40 000 DH")["budget"]
    assert (whole["amount"]["value"], part["amount"]["value"]) == ("100000", "40000")
    assert part["funder"] == {"name": {"fr": "commune"}}


_WHO = [
    ("Service pilote", "Partenaires"),
    ("Partenaires", "Pilote"),
    ("المصلحة المكلفة", "الشركاء"),
    ("Responsible unit", "Partners"),
    ("Área responsable", "Socios"),
]
"""Labels that ask for bodies by their roles."""


@pytest.mark.parametrize("labels", _WHO)
@pytest.mark.parametrize("partner", ["Association Espoir", ""])
def test_roles_in_one_row_above_a_small_table(labels: tuple[str, str], partner: str) -> None:
    def fiche(number: int) -> list[list[Any]]:
        return [
            [f"Fiche projet n° {number}"],
            ["Intitulé du projet", f"Projet {number}"],
            [labels[0], "Service A", labels[1], partner],
            ["Date de début", "01/2025", "Date de fin", "05/2025"],
            ["Activités", "Échéance", "État"],
            ["Étude", "mai 2025", "Réalisé"],
            [""],
        ]

    found, _ = _commitments(*fiche(1), *fiche(2))
    names = ("leads", "supporting") if labels[0] != "Partenaires" else ("supporting", "leads")
    shown = [
        [[name for party in one.get(field, []) for name in party["name"].values()] for field in names] for one in found
    ]
    assert shown == [[["Service A"], [partner] if partner else []]] * 2
    assert [[step["due"] for step in one["milestones"]] for one in found] == [["2025-05"]] * 2


def test_partners_that_are_also_labels_are_partners() -> None:
    row = ["Partenaires", "Commune", "Société civile", "ONG locale"]
    found, _ = _commitments(
        ["Intitulé du projet", "Projet 1"], row, ["Responsable", "DSI"], ["Objectif", "Ouvrir"], ["Coût", "1000"]
    )
    assert [len(one["supporting"]) for one in found] == [3]


@pytest.mark.parametrize("states", [["En cours", "Achevé", "Non démarré"], ["En cours", "Achevé"]])
def test_states_of_projects_side_by_side_are_no_labels(states: list[str]) -> None:
    codes_of = {"En cours": "in_progress", "Achevé": "completed", "Non démarré": "not_started"}
    several = range(len(states))
    grid = sheet(["Intitulé", *(f"Projet {at}" for at in several)], ["Axe", *("Transparence" for _ in several)],
                 ["Responsable", *("DSI" for _ in several)], ["État", *states])  # fmt: skip
    made = read(grid)
    assert accounted(made, grid)
    assert [one["status"]["code"] for one in commitments_of(made)] == [codes_of[state] for state in states]


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        (["Coût", "90 000 DH", "État", "Réalisé"], "status", {"code": "completed", "original": "Réalisé"}),
        (["Statut", "Réalisé", "Responsable", "DAS"], "leads", [{"name": {"fr": "DAS"}}]),
        (["Date de début", "mars 2025", "Date de fin", "fin 2026"], "end", "2026"),
        (["Date de début", "début 2025", "Date de fin", "juin 2026"], "end", "2026-06"),
        (["Axe", "Participation citoyenne", "Service responsable", "DAS"], "leads", [{"name": {"fr": "DAS"}}]),
        (["Axe", "Gouvernance", "Responsable", "DAS"], "leads", [{"name": {"fr": "DAS"}}]),
    ],
)
def test_an_answer_that_is_also_a_heading(row: list[str], field: str, value: object) -> None:
    block = [["Intitulé", "Portail"], row, ["Objectif", "Publier"], [""]]
    found, said = _commitments(["FICHE PROJET N° 1"], *block, ["FICHE PROJET N° 2"], *block)
    assert [one[field] for one in found] == [value] * 2
    assert not {"import/alone-in-row", "import/date-unread", "import/conflict", "import/status-unknown"} & set(said)
    assert all("x_unmapped" not in one and len(one.get("axes", [])) == (row[0] == "Axe") for one in found)


def test_headings_of_a_table_are_no_pairs() -> None:
    assert labels_in_row(*_labelled("Axe", "Gouvernance", "Responsable", "Budget")) == []


def _labelled(*texts: str) -> tuple[dict[int, Value], dict[int, Recognised | None]]:
    return dict(enumerate(texts)), {at: label_of(text, ()) for at, text in enumerate(texts)}


@pytest.mark.parametrize("row", [["Objectif", "Publier"], ["Axe", "Gouvernance"], ["Responsable", "DSI"]])
def test_an_unknown_label_where_second_labels_stand_is_one(row: list[str]) -> None:
    others = ["Projet", "Portail", "Échéance", "31/12/2026"], ["Priorité", "Haute", "Budget", "20000 MAD"]
    (one,), found = _commitments(others[0], [*row, "Remarque du maire", "Favorable"], others[1])
    assert [(kept["label"], kept["text"]) for kept in one["x_unmapped"]] == [("Remarque du maire", "Favorable")]
    assert "import/column-unmapped" in found


def test_without_such_rows_several_answers_stay_answers() -> None:
    (one,), _ = _commitments(
        ["Projet", "Portail"], ["Objectif", "Publier", "Informer", "Ouvrir"], ["Échéance", "31/12/2026"], ["Axe", "A"]
    )
    assert one["objectives"] == {"fr": "Publier\nInformer\nOuvrir"}


@pytest.mark.parametrize(
    ("row", "whom", "value"),
    [
        (["الفئة المستهدفة", "جمعيات المجتمع المدني", "الكلفة الإجمالية", "70.000 درهم"], "ar", "70000"),
        (["Bénéficiaires", "Société civile", "Budget", "20 000 DH"], "fr", "20000"),
    ],
)
def test_bodies_for_whom_a_project_is_are_no_label(row: list[str], whom: str, value: str) -> None:
    block = [["Intitulé", "Portail"], ["Objectif", "Publier"], ["Responsable", "DSI"], row, ["Remarques", "En attente"]]
    (one,), _ = _commitments(*block)
    assert one["beneficiaries"] == {whom: row[1]}
    assert [line["amount"]["value"] for line in one["budget"]] == [value]


def test_roles_behind_those_for_whom_a_project_is_are_labels() -> None:
    assert labels_in_row(*_labelled("Bénéficiaires", "Partenaires", "Budget", "70 000 DH")) == []

"""Tables around commitments: calendars, matrices of who takes part, risks; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

_PLAN = ("= Plan d’action 2025-2027", "# Engagement 1 : Portail", "Responsable : DSI")


@pytest.mark.parametrize(
    "rows",
    [
        [["Étape", "Date"], ["Lancement", "mars 2026"], ["Bilan", "décembre 2026"]],
        [["Jalon", "Échéance"], ["Bilan", "mars 2026"], ["Évaluation", "décembre 2026"], ["Clôture", "2027"]],
        [["المرحلة", "التاريخ"], ["الانطلاق", "مارس 2026"], ["التقييم", "دجنبر 2026"]],
    ],
)
def test_names_of_steps_that_are_labels_are_titles_beside_dates(rows: list[list[str]]) -> None:
    made = read_paper(*_PLAN, "# Calendrier", rows)
    (commitment,) = commitments_of(made)
    found = [([*each["title"].values()], each["due"]) for each in commitment["milestones"]]
    assert [title for (title,), _ in found] == [row[0] for row in rows[1:]]
    assert (found[0][1], "progress_updates" in tree_of(made)) == ("2026-03", False)


@pytest.mark.parametrize("tick", ["X", "☒", "✓"])
def test_ticks_below_names_of_bodies_name_nobody(tick: str) -> None:
    rows = [["Engagement", "Service A", "Association B"], ["Portail", tick, ""], ["Carte", "", tick]]
    made = read_paper("= Plan d’action 2025-2027", rows)
    (plan,) = tree_of(made)["plans"]
    assert [each["title"]["fr"] for each in plan["commitments"]] == ["Portail", "Carte"]
    assert not any({"leads", "supporting"} & each.keys() for each in (plan, *plan["commitments"]))
    assert [*unmapped(made).values()] == [tick, tick]
    assert "import/column-unmapped" in codes_of(made)


def test_risks_are_neither_projects_nor_what_is_done() -> None:
    rows = [["Risque", "Probabilité", "Mesure"], ["Retard", "Forte", "Planifier"]]
    made = read_paper(*_PLAN, "# Risques", rows)
    (commitment,) = commitments_of(made)
    assert (commitment["title"]["fr"], "action" in commitment) == ("Portail", False)
    assert {*rows[1]} <= {*unmapped(made).values()}
    (said,) = (each.params["text"] for each in made.findings if each.code == "import/other-list-kept")
    assert said == "Risque | Probabilité | Mesure"


def test_one_cell_behind_a_number_is_the_title_and_the_others_are_kept() -> None:
    rows = [["Engagement 1", "Portail", "DSI"], ["Engagement 2", "Carte", "Urbanisme"]]
    made = read_paper("= Plan d’action 2025-2027", rows)
    assert [each["title"]["fr"] for each in commitments_of(made)] == ["Portail", "Carte"]
    assert [*unmapped(made).values()] == ["DSI", "Urbanisme"]


def test_headings_of_minutes_in_the_singular_name_what_was_brought() -> None:
    head = ["Group", "Issue raised", "Suggested action", "Raised by"]
    rows = [head, ["Group 1", "No data", "Publish data", "Club"], ["Group 2", "No replies", "Reply", "Resident"]]
    (workshop,) = tree_of(read_paper("= Minutes of the workshop", "Date: 3 March 2025", rows))["workshops"]
    found = [
        [(each["kind"], each["text"]["en"], each["author"]["name"]["en"]) for each in group["contributions"]]
        for group in workshop["working_groups"]
    ]
    assert found == [
        [("problem", "No data", "Club"), ("proposal", "Publish data", "Club")],
        [("problem", "No replies", "Resident"), ("proposal", "Reply", "Resident")],
    ]


@pytest.mark.parametrize(
    ("plan", "head", "bands"),
    [
        ("Plan d’action", ["Projet", "Responsable", "2025", "2026", "2027"], []),
        ("Plan d’action", ["Projet", "Responsable", "Quoi", "Ailleurs", "Divers"], [["Rubrique", "<", "<", "<", "<"]]),
        ("خطة العمل", ["المشروع", "المسؤول", "2025", "2026", "2027"], []),
    ],
)
def test_headings_of_which_two_are_known_are_no_answers(plan: str, head: list[str], bands: list[list[str]]) -> None:
    rows = [head, *bands, ["Portail", "Club Alpha", "100", "200", "300"], ["Carte", "Club Beta", "50", "60", "70"]]
    made = read_paper(f"= {plan} 2025-2027", rows)
    (read,) = tree_of(made)["plans"]
    found = [[*each["leads"][0]["name"].values()] for each in read["commitments"]]
    assert (found, "leads" in read) == ([["Club Alpha"], ["Club Beta"]], False)
    assert codes_of(made).count("import/column-unmapped") == len(head) - 2


@pytest.mark.parametrize(
    "head",
    [
        ["Engagement", "Poids", "Bénéficiaires", "Rubrique"],
        ["Activité", "Ville", "Code couleur"],
        ["N°", "Rubrique", "Action", "Zone"],
    ],
)
def test_no_heading_over_rows_without_labels_is_an_answer(head: list[str]) -> None:
    rows = [head, *([f"{name}{at}" for at in range(len(head))] for name in ("Abc", "Def", "Ghi"))]
    made = read_paper("= Plan d’action 2025-2027", rows)
    assert made.account is not None
    assert {entry.piece.text for entry in made.account.of("heading")} == {*head}


def test_a_form_of_which_few_labels_are_known_stays_one() -> None:
    rows = [
        ["Intitulé", "Portail", "Zone", "Centre"],
        ["Zorg", "Abc", "Rubrique", "Def"],
        ["Poids", "Ghi", "Budget", "100 DH"],
    ]
    (commitment,) = commitments_of(read_paper("= Plan d’action 2025-2027", rows))
    assert commitment["title"]["fr"].startswith("Portail")


@pytest.mark.parametrize("height", [1, 2, 3])
@pytest.mark.parametrize("width", [1, 2, 3, 4])
@pytest.mark.parametrize("above", [[], ["= Programme d’ouverture 2026-2027", [["N°", "Projet"], ["1", "Portail"]]]])
def test_a_table_of_blank_cells_says_nothing(above: list[object], width: int, height: int) -> None:
    imported = read_paper(*above, [[""] * width for _ in range(height)])
    assert not unmapped(imported)


@pytest.mark.parametrize("note", ["Note : voir l’annexe", "NB : voir l’annexe", "* Estimation", "ملحوظة: انظر الملحق",
                                  "Ce projet est financé par la région", "(sous réserve de crédits)"])  # fmt: skip
def test_a_note_alone_in_a_row_is_no_project_and_said(note: str) -> None:
    rows = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["", note, ""], ["2", "Forum", "RH"]]
    made = read_paper("= Plan d’action 2026-2028", rows)
    (plan,) = tree_of(made)["plans"]
    assert [each["title"]["fr"] for each in plan["commitments"]] == ["Portail", "Forum"]
    assert unmapped(made) == {"table 1!B3": note}
    assert "import/note-row" in codes_of(made)

"""Further tables on the same projects: what is the same is joined, what is only alike stays apart; all made up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

PLAN = sheet(["N°", "Axe", "Projet", "Responsable"], [1, "T", "Portail", "DSI"], [2, "P", "Forum", "SG"])


@pytest.mark.parametrize(
    "further",
    [
        sheet(["N°", "Projet", "Statut"], [1, "Portail", "En cours"], [2, "Forum", "Réalisé"], name="Suivi"),
        sheet(["Projet", "Statut"], ["Portail", "En cours"], ["FORUM", "Réalisé"], name="Suivi"),
        sheet(["Axe", "Projet", "Statut"], ["T", "1. Portail", "En cours"], ["P", "Forum", "Réalisé"], name="Suivi"),
    ],
)
def test_a_second_table_joins_the_projects_of_the_first(further: Grid) -> None:
    imported = read(PLAN, further)
    assert [one["status"]["original"] for one in commitments_of(imported)] == ["En cours", "Réalisé"]
    (said,) = (one for one in imported.findings if one.code == "import/joined-with-earlier")
    assert said.params["count"] == 2
    assert accounted(imported, PLAN, further)


@pytest.mark.parametrize(
    ("further", "code"),
    [
        (sheet(["Axe", "Projet", "Statut"], ["T", "Portaïl", "En cours"], name="S"), "import/alike-not-joined"),
        (sheet(["Axe", "Projet", "Statut"], ["T", "Le portail", "En cours"], name="S"), None),
        (sheet(["N°", "Projet", "Statut"], [7, "Portail", "En cours"], name="S"), "import/alike-not-joined"),
        (sheet(["N°", "Projet", "Statut"], [1, "Kiosque", "En cours"], name="S"), "import/number-of-another"),
        (sheet(["Axe", "Projet", "Statut"], ["P", "Portail", "En cours"], name="S"), None),
        (sheet(["Projet", "Statut"], ["Portail", ""], ["Radio", ""], ["Bus", "Réalisé"], name="S"),
         "import/alike-not-joined"),
    ],
)  # fmt: skip
def test_what_is_only_alike_stays_apart(further: Grid, code: str | None) -> None:
    imported = read(PLAN, further)
    assert len(commitments_of(imported)) == 2 + len(further.rows) - 1
    assert "import/joined-with-earlier" not in codes(imported)
    assert code is None or code in codes(imported)
    assert accounted(imported, PLAN, further)


def test_an_axis_that_only_a_further_table_names_is_not_lost() -> None:
    first = sheet(["N°", "Projet", "Budget"], [1, "Portail", "5"], [2, "Forum", "6"])
    further = sheet(["Axe", "Projet", "Statut"], ["T", "Portail", "En cours"], ["P", "Forum", ""], name="Suivi")
    imported = read(first, further)
    assert [one["axes"] for one in commitments_of(imported)] == [["T"], ["P"]]
    assert accounted(imported, first, further)


def test_milestones_are_joined_as_their_commitments_are() -> None:
    header = ["N°", "Projet", "Activité"]
    first = sheet([*header, "Responsable"], [1, "Portail", "Étude", "DSI"], [1, "Portail", "Mise en ligne", "SG"])
    second = sheet([*header, "Statut"], [1, "Portail", "Étude", "Réalisé"], [1, "Portail", "Bilan", ""], name="Suivi")
    imported = read(first, second)
    (portal,) = commitments_of(imported)
    titles = [step["title"]["fr"] for step in portal["milestones"]]
    assert titles == ["Étude", "Mise en ligne", "Bilan"]
    assert portal["milestones"][0]["status"]["code"] == "completed"
    assert accounted(imported, first, second)


def test_what_both_tables_say_is_not_there_twice() -> None:
    further = sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "DAF"], name="Suivi")
    imported = read(PLAN, further)
    leads = [[lead["name"]["fr"] for lead in one["leads"]] for one in commitments_of(imported)]
    assert leads == [["DSI"], ["SG", "DAF"]]
    assert accounted(imported, PLAN, further)


def test_numbers_that_begin_again_on_each_sheet_lose_no_title() -> None:
    header = ["N°", "Projet", "Activité"]
    sheets = [sheet(header, [1, "Portail", "A"], name="Un"), sheet(header, [1, "Kiosque", "B"], name="Deux")]
    imported = read(*sheets)
    assert [one["title"]["fr"] for one in commitments_of(imported)] == ["Portail", "Kiosque"]
    assert "import/number-of-another" in codes(imported)


def test_a_title_in_two_scripts_is_found_again() -> None:
    rows = [["Portail / بوابة", "Étude"], ["Portail / بوابة", "Bilan"]]
    (portal,) = commitments_of(read(sheet(["Projet", "Activité"], *rows)))
    assert [step["title"]["fr"] for step in portal["milestones"]] == ["Étude", "Bilan"]


@pytest.mark.parametrize("codes_said", [("P1", "P2"), ("PSL0001", "PSL0002")])
@pytest.mark.parametrize("heading", ["Projet", "Commitment", "المشروع"])
def test_codes_below_the_heading_of_projects_name_those_of_another_sheet(
    codes_said: tuple[str, ...], heading: str
) -> None:
    one, two = codes_said
    plan = sheet(["Code", "Projet", "Responsable"], [one, "Portail", "DSI"], [two, "Forum", "SG"])
    steps = sheet([heading, "Activité"], [one, "Choix"], [one, "Essai"], [two, "Salle"], name="Suivi")
    imported = read(plan, steps)
    assert [len(project["milestones"]) for project in commitments_of(imported)] == [2, 1]
    assert "import/joined-with-earlier" in codes(imported)
    assert accounted(imported, plan, steps)


def test_codes_of_no_project_stay_apart() -> None:
    plan = sheet(["Code", "Projet", "Responsable"], ["P1", "Portail", "DSI"], ["P2", "Forum", "SG"])
    imported = read(plan, sheet(["Projet", "Activité"], ["P7", "Choix"], ["Radio P1", "Essai"], name="Suivi"))
    assert len(commitments_of(imported)) == 4


def test_marks_behind_a_title_make_no_second_project() -> None:
    plan = sheet(["Projet", "Responsable"], ["Portail fictif", "DSI"], ["Site web", "SG"])
    steps = sheet(["Projet", "Activité"], ["Portail fictif.", "Choix"], ["site web ;", "Salle"], name="Suite")
    made = read(plan, steps)
    assert [len(one["milestones"]) for one in commitments_of(made)] == [1, 1]


def test_marks_behind_the_name_of_a_group_make_no_second_group() -> None:
    rows = [["Site web", "Lent", "Héberger"], ["Site web.", "Ancien", "Écrire"], ["site web ", "Laid", "Dessiner"]]
    made = read(sheet(["Atelier participatif (exemple fictif)"], ["Groupe", "Problème", "Solution proposée"], *rows))
    (workshop,) = shown(made)["workshops"]
    assert [len(group["contributions"]) for group in workshop["working_groups"]] == [6]


@pytest.mark.parametrize(("code", "number"), [("P1", "1"), ("م1", "1"), ("PR-01", "Projet n° 1")])
def test_the_number_that_a_code_holds_is_no_other_number(code: str, number: str) -> None:
    plan = sheet(["Code", "Axe", "Projet"], [code, "T", "Portail"], ["X9", "T", "Forum"])
    imported = read(plan, sheet(["N°", "Projet", "Statut"], [number, "Portail", "Réalisé"], name="Suivi"))
    portal, _ = commitments_of(imported)
    assert portal["number"] == code
    assert portal["status"]["code"] == "completed"
    assert not {"import/alike-not-joined", "import/conflict"} & set(codes(imported))


def test_another_number_than_that_of_a_code_stays_apart() -> None:
    plan = sheet(["Code", "Axe", "Projet"], ["P1", "T", "Portail"], ["P2", "T", "Forum"])
    imported = read(plan, sheet(["N°", "Projet", "Statut"], [2, "Portail", "Réalisé"], name="Suivi"))
    assert "import/alike-not-joined" in codes(imported)


@pytest.mark.parametrize(("written", "severity"), [("nov.-27", "info"), ("نونبر 27", "info"), ("12/11/27", "warning")])
def test_months_by_their_names_leave_no_doubt_which_century_is_meant(written: str, severity: str) -> None:
    imported = read(sheet(["Projet", "Responsable", "Échéance"], ["Portail", "DSI", written], ["Forum", "SG", "2026"]))
    said = [one.severity for one in imported.findings if one.code == "import/date-two-digit-year"]
    assert said == [severity]


_COSTS: list[list[Any]] = [
    ["N°", "Projet", "Budget (DH)"],
    [1, "Portail", 60000],
    [2, "Budget citoyen", 20000],
    [3, "Radio", 30000],
]


def _budgets(*rows: Sequence[Any]) -> tuple[list[list[str]], list[str], dict[str, Any]]:
    imported = read(sheet(*_COSTS, name="Plan"), sheet(*map(list, rows), name="Budget"))
    found = commitments_of(imported)
    return [[line["amount"]["value"] for line in one["budget"]] for one in found], codes(imported), found[1]


@pytest.mark.parametrize(
    ("head", "names"), [("N° projet", (1, 2, 3)), ("Projet", ("Portail", "Budget citoyen", "Radio"))]
)
def test_a_total_told_again_adds_none_and_another_contradicts(head: str, names: tuple[Any, ...]) -> None:
    rows = [[name, cost] for name, cost in zip(names, ("60 000,00", 25000, 30000), strict=True)]
    budgets, found, second = _budgets([head, "Coût prévisionnel (DH)"], *rows)
    assert budgets == [["60000"], ["20000"], ["30000"]]
    assert found.count("import/conflict") == 1
    assert [each["text"] for each in second["x_unmapped"]] == ["25000"]


@pytest.mark.parametrize("heads", [("Coût (DH)",), ("Coût (DH)", "Financeur")])
def test_sums_of_several_rows_or_of_funders_are_parts(heads: tuple[str, ...]) -> None:
    rows = [[1, 40000, "Commune"], [1, 20000, "Région"]]
    budgets, found, _ = _budgets(["N° projet", *heads], *(row[: 1 + len(heads)] for row in rows))
    assert budgets == [["60000", "40000", "20000"], ["20000"], ["30000"]]
    assert "import/conflict" not in found
    assert "import/total-among-lines" in found


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        (("1", "2"), ("Projet 1", "Projet n° 2")),
        (("P1", "P2"), ("P1 - Portail", "Projet 2")),
        (("1", "2"), ("المشروع 1", "المشروع 2")),
    ],
)
def test_numbers_behind_the_word_for_a_project_name_those_of_the_plan(
    numbers: tuple[str, str], names: tuple[str, str]
) -> None:
    plan = sheet(["N°", "Projet"], [numbers[0], "Portail des services"], [numbers[1], "Forum"])
    steps = sheet(["Projet", "Activité", "Délai"], [names[0], "Étude", "2026"], [names[1], "Appel", "2027"], name="A")
    imported = read(plan, steps)
    portal, forum = commitments_of(imported)
    assert [one["title"]["fr"] for one in (portal, forum)] == ["Portail des services", "Forum"]
    assert [one["milestones"][0]["title"]["fr"] for one in (portal, forum)] == ["Étude", "Appel"]
    assert accounted(imported, plan, steps)


@pytest.mark.parametrize("name", ["P1 - Radio", "Projet 7"])
def test_a_number_beside_another_title_or_that_nothing_has_joins_nothing(name: str) -> None:
    plan = sheet(["N°", "Projet"], ["P1", "Portail des services"], ["P2", "Forum"])
    steps = sheet(["Projet", "Activité"], [name, "Étude"], ["Forum", "Appel"], name="A")
    portal, *_ = commitments_of(read(plan, steps))
    assert "milestones" not in portal


def test_a_number_that_projects_of_several_axes_have_names_none_of_them() -> None:
    rows = [["T", 1, "Portail"], ["T", 2, "Forum"], ["P", 1, "Budget citoyen"]]
    costs = sheet(["N° projet", "Coût (DH)"], [1, 5000], [2, 7000], name="Budget")
    imported = read(sheet(["Axe", "N°", "Projet"], *rows), costs)
    assert ["budget" in one for one in commitments_of(imported)] == [False, True, False]
    assert codes(imported).count("import/unknown-reference") == 1


@pytest.mark.parametrize("names", [("Part INDH", "Part commune"), ("Budget 2026", "Budget 2027")])
def test_equal_sums_of_sheets_of_parts_are_two(names: tuple[str, str]) -> None:
    rows = [["Portail", 12000], ["Forum", 5000]]
    first, second = (sheet(["Projet", "Montant (DH)"], *rows, name=name) for name in names)
    found = commitments_of(read(first, second))
    assert [[line["amount"]["value"] for line in one["budget"]] for one in found] == [["12000"] * 2, ["5000"] * 2]


@pytest.mark.parametrize(("text", "said"), [("Portail", True), ("Port", False), ("Portail des services", False)])
def test_a_title_that_another_begins_with_is_said_and_stays_apart(text: str, said: bool) -> None:
    plan = sheet(["N°", "Projet"], [1, "Portail des services"], [2, "Fonds"])
    further = sheet(["Projet", "Activité"], [text, "Étude"], ["Fonds", "Appel"], name="Activités")
    imported = read(plan, further)
    assert ("import/alike-not-joined" in codes(imported)) == said
    assert len(commitments_of(imported)) == (2 if text == "Portail des services" else 3)


_LISTED = sheet(["Projet", "Responsable"], ["Portail", "DSI"], ["L'accueil", "SG"], ["Fonds", "SG"], name="Projets")


@pytest.mark.parametrize("both", ["Portail, L'accueil", "Portail et L’accueil", "Portail\nL'accueil"])
def test_a_cell_that_lists_titles_of_projects_makes_none(both: str) -> None:
    further = sheet(["Responsable", "Projets"], ["M. Alami", both], ["Mme Drissi", "Fonds"], name="Responsables")
    imported = read(_LISTED, further)
    assert len(commitments_of(imported)) == len(_LISTED.rows) - 1
    assert "import/several-projects" in codes(imported)
    assert accounted(imported, _LISTED, further)


def test_the_day_beside_a_risk_is_none_of_its_project() -> None:
    risks = sheet(["Projet", "Risque", "Échéance"], ["Portail", "Retard", "06/2026"], ["Fonds", "Oubli", "07/2026"],
                  name="Risques")  # fmt: skip
    imported = read(_LISTED, risks)
    assert not any("end" in one for one in commitments_of(imported))
    assert "import/said-of-others" in codes(imported)
    assert accounted(imported, _LISTED, risks)


def test_days_of_visits_are_none_of_the_projects_with_their_numbers() -> None:
    plan = sheet(["N°", "Projet"], ["1", "Portail"], ["2", "Fonds"], name="Projets")
    visits = sheet(["N° des projets", "Date"], ["1", "01/2026"], ["2", "02/2026"], name="Visites")
    imported = read(plan, visits)
    assert not any("start" in one for one in commitments_of(imported))
    assert "import/sheet-unread" in codes(imported)

"""Lists of projects before their sheets or headings in a Word file; all made up."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

_FRENCH = "= Programme d’ouverture de la commune 2026-2027"
_ARABIC = "= برنامج عمل الانفتاح للجماعة 2026-2027"
_SHEETS = [
    [["Fiche projet n° 1", ""], ["Intitulé", "Portail"], ["Responsable", "Service A"]],
    [["Fiche projet n° 2", ""], ["Intitulé", "Budget citoyen"], ["Responsable", "Service B"]],
]
_HEADINGS = [
    "# Axe 1 : Écoute",
    "## Projet 1 : Portail",
    "Responsable : Service A",
    "## Projet 2 : Budget citoyen",
    "Responsable : Service B",
]
_ARABIC_SHEETS = [
    [["بطاقة المشروع رقم 1", ""], ["عنوان المشروع", "البوابة"], ["المحور", "الشفافية"], ["المسؤول", "مصلحة أ"]],
    [["بطاقة المشروع رقم 2", ""], ["عنوان المشروع", "الميزانية"], ["المحور", "الشفافية"], ["المسؤول", "مصلحة ب"]],
]


def _table(*rows: str) -> list[list[str]]:
    return [[cell.strip().replace("/", "\n") for cell in row.split("|")] for row in rows]


def _words(node: Any, field: str = "title") -> str:
    return str(next(iter(node[field].values())))


def _read(*blocks: object) -> tuple[list[str], list[tuple[str | None, str, int, list[str]]]]:
    (plan,) = tree_of(read_paper(*blocks))["plans"]
    return [_words(axis) for axis in plan.get("axes", [])], [
        (
            one.get("number"),
            _words(one),
            len(one.get("axes", [])),
            [_words(party, "name") for party in one.get("leads", [])],
        )
        for one in plan["commitments"]
    ]


_BOTH = [("1", "Portail", 1, ["Service A"]), ("2", "Budget citoyen", 1, ["Service B"])]


@pytest.mark.parametrize(
    "recap",
    [
        ("Axe | Projet", "Écoute | Portail", "Écoute | Budget citoyen"),
        ("Projet | Axe", "Portail | Écoute", "Budget citoyen | Écoute"),
        ("N° | Axe | Projet", "1 | Écoute | Portail", "2 | Écoute | Budget citoyen"),
        ("Axe | Projet | Responsable", "Écoute | Portail | Service A", "Écoute | Budget citoyen | Service B"),
        ("Axe | Projets", "Écoute | Portail ;/Budget citoyen."),
    ],
)
@pytest.mark.parametrize("details", [_SHEETS, _HEADINGS])
def test_projects_of_a_list_are_those_of_the_sheets_below(recap: tuple[str, ...], details: list[object]) -> None:
    read = _read(_FRENCH, "# Liste des projets", _table(*recap), "# Fiches", *details)
    assert read == (["Écoute"], _BOTH)


def test_lists_in_arabic_are_joined_too() -> None:
    recap = _table("المحور | المشروع", "الشفافية | البوابة", "الشفافية | الميزانية")
    axes, projects = _read(_ARABIC, "# لائحة المشاريع", recap, "# البطاقات", *_ARABIC_SHEETS)
    assert axes == ["الشفافية"]
    assert projects == [("1", "البوابة", 1, ["مصلحة أ"]), ("2", "الميزانية", 1, ["مصلحة ب"])]


def test_a_project_of_another_axis_or_number_is_another() -> None:
    recap = _table("N° | Projet", "7 | Portail", "8 | Budget citoyen")
    _, projects = _read(_FRENCH, "# Liste des projets", recap, "# Fiches", *_SHEETS)
    assert [one[0] for one in projects] == ["7", "8", "1", "2"]


def test_counts_by_axes_name_no_axes() -> None:
    counts = _table(
        "Axes | Nombre de projets | Nombre d’activités | Budget (DH)",
        "Écoute | 2 | 5 | 120 000",
        "Total | 2 | 5 | 120 000",
    )
    made = read_paper(_FRENCH, "# Synthèse", counts, *_HEADINGS)
    (plan,) = tree_of(made)["plans"]
    assert [_words(axis) for axis in plan["axes"]] == ["Écoute"]
    assert [one["number"] for one in plan["commitments"]] == ["1", "2"]
    assert {"import/counts-no-titles", "import/total-row", "import/pieces-kept"} <= set(codes_of(made))


@pytest.mark.parametrize("numbers", [("A1", "A2"), ("2", "1")])
@pytest.mark.parametrize("details", [_SHEETS, _HEADINGS])
def test_a_table_that_repeats_projects_under_other_numbers_makes_no_others(
    numbers: tuple[str, str], details: list[object]
) -> None:
    recap = _table(
        "N° | Projet | Coût", f"{numbers[0]} | PORTAIL | 1000 DH", f"{numbers[1]} | Budget citoyen | 2000 DH"
    )
    made = read_paper(_FRENCH, *details, "# Coûts", recap)
    (plan,) = tree_of(made)["plans"]
    assert [one["number"] for one in plan["commitments"]] == ["1", "2"]
    assert [one["budget"][0]["amount"]["value"] for one in plan["commitments"]] == ["1000", "2000"]
    assert codes_of(made).count("import/recap-numbers") == 1
    assert set(numbers) <= set(unmapped(made).values())


def test_projects_of_a_recap_with_neither_number_nor_title_of_one_above_are_further_ones_and_said() -> None:
    recap = _table("N° | Projet | Coût", "1 | Portail citoyen | 1000 DH", "7 | Charte | 2000 DH")
    made = read_paper(_FRENCH, *_HEADINGS, "# Récapitulatif", recap)
    (plan,) = tree_of(made)["plans"]
    assert len(plan["commitments"]) == 4
    assert codes_of(made).count("import/recap-apart") == 2


def test_a_project_that_has_the_title_of_one_on_another_axis_is_another() -> None:
    made = read_paper(
        _FRENCH, "# Axe 1 : Écoute", "## Projet 1 : Portail", "Responsable : Service A", "## Projet 2 : Forum",
        "Responsable : Service B", "# Axe 2 : Ouverture", _table("N° | Projet", "3 | Portail", "4 | Forum"),
    )  # fmt: skip
    (plan,) = tree_of(made)["plans"]
    assert [one["number"] for one in plan["commitments"]] == ["1", "2", "3", "4"]
    assert "import/recap-numbers" not in codes_of(made)


def test_a_list_that_numbers_otherwise_than_the_sheets_below_is_said() -> None:
    made = read_paper(
        _FRENCH, "# Liste", _table("N° | Projet", "7 | Portail", "8 | Budget citoyen"), "# Fiches", *_SHEETS
    )
    (plan,) = tree_of(made)["plans"]
    assert len(plan["commitments"]) == 4
    assert codes_of(made).count("import/title-under-two-numbers") == 2


def test_projects_whose_numbers_go_on_are_further_ones_and_said() -> None:
    heads = "N° | Projet | Responsable"
    one = _table(heads, "1 | Formation | Service A", "2 | Portail | Service A")
    made = read_paper(_FRENCH, one, "Deuxième partie", _table(heads, "3 | Formation | B", "4 | Portail | B"))
    (plan,) = tree_of(made)["plans"]
    assert [each["number"] for each in plan["commitments"]] == ["1", "2", "3", "4"]
    assert codes_of(made).count("import/title-under-two-numbers") == 2


_CODED = [["Code", "Projet", "Budget", "Échéance"], ["P1", "Portail", "100 000 DH", "2026"],
          ["P2", "Carte", "50 000 DH", "2027"]]  # fmt: skip
_LINE = {"amount": {"value": "50000", "currency": "MAD"}}


@pytest.mark.parametrize("code", ["P-{}", "P.{}", "P0{}", "{}", "0{}", "Projet {}", "Projet n° {}"])
def test_a_code_spelled_otherwise_names_the_same_project_and_the_first_stands(code: str) -> None:
    fiches = [[["Code", code.format(at)], ["Intitulé", title]] for at, title in ((1, "Portail"), (2, "Carte"))]
    headings = [f"# {code.format(1)} : Portail", "Problème : X", f"# {code.format(2)} : Carte", "Problème : Y"]
    for behind in (fiches, headings):
        made = read_paper(_FRENCH, _CODED, *behind)
        commitments = tree_of(made)["plans"][0]["commitments"]
        assert [each["number"] for each in commitments] == ["P1", "P2"]
        said = [each.params["value"] for each in made.findings if each.params.get("field") == "number"]
        assert said == ["P1", "P2"]


def test_a_number_behind_a_project_of_other_words_is_said_to_be_that_of_another() -> None:
    made = read_paper(_FRENCH, _CODED, [["Code", "P-2"], ["Intitulé", "Carte interactive"], ["Budget", "60 000 DH"]])
    assert len(tree_of(made)["plans"][0]["commitments"]) == 3
    (said,) = [each for each in made.findings if each.code == "import/number-of-another"]
    assert said.params["names"] == ("Carte interactive",)


@pytest.mark.parametrize(
    "before",
    [[_CODED], ["# Projet 1 : Portail", "Budget : 100 000 DH", "# Projet 2 : Carte", "Budget : 50 000 DH", "# Annexe"]],
)
def test_costs_said_again_below_a_heading_add_nothing_and_contradictions_are_said(before: list[object]) -> None:
    made = read_paper(_FRENCH, *before, "# Projet 1 : Portail", "Budget : 120 000 DH",
                      "# Projet 2 : Carte", "Budget : 50 000 DH")  # fmt: skip
    first, second = tree_of(made)["plans"][0]["commitments"]
    assert [each["amount"]["value"] for each in first["budget"]] == ["100000"]
    assert second["budget"] == [_LINE]
    (said,) = [each for each in made.findings if each.code == "import/conflict"]
    assert (said.params["kept"], said.params["text"]) == ("100000", "120 000 DH")


def test_costs_of_years_behind_a_table_and_two_of_one_project_are_lines_of_their_own() -> None:
    made = read_paper(_FRENCH, _CODED, "# Projet 1 : Portail", "Budget 2026 : 60 000 DH", "Budget 2027 : 40 000 DH")
    assert [each.get("year") for each in tree_of(made)["plans"][0]["commitments"][0]["budget"]] == [None, 2026, 2027]
    made = read_paper(_FRENCH, "# Projet 1 : Portail", "Budget : 60 000 DH", "Budget : 50 000 DH")
    assert tree_of(made)["plans"][0]["commitments"][0]["budget"][1:] == [_LINE]


def test_activities_and_indicators_that_a_fiche_says_again_stand_once() -> None:
    table = [["N°", "Projet", "Activités", "Indicateur"], ["1", "Portail", "- Étude\n- Mise en ligne", "Visites"]]
    made = read_paper(_FRENCH, table, "# Projet 1 : Portail", "Activités :", "* Étude", "* Bilan", "Indicateurs :",
                      "* Visites", "* Avis")  # fmt: skip
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [_words(each) for each in commitment["milestones"]] == ["Étude", "Mise en ligne", "Bilan"]
    assert [_words(each, "name") for each in commitment["indicators"]] == ["Visites", "Avis"]


def test_a_line_that_only_says_that_a_table_sums_up_describes_nothing() -> None:
    made = read_paper(
        _FRENCH, "# Projet 1 : Portail", "Problème : X", "# Projet 2 : Carte", "Problème : Y", "Récapitulatif", _CODED
    )
    assert all("description" not in each for each in tree_of(made)["plans"][0]["commitments"])


def test_codes_of_other_letters_are_of_other_projects() -> None:
    made = read_paper(_FRENCH, _CODED, [["Code", "E1"], ["Intitulé", "Portail"], ["Problème", "X"]])
    assert [each["number"] for each in tree_of(made)["plans"][0]["commitments"]] == ["P1", "P2", "E1"]
    assert "import/number-of-another" not in codes_of(made)


@pytest.mark.parametrize(
    ("listed", "card", "said"),
    [
        (["Fin prévue", "Mars 2027"], [["Date d’achèvement", "Mars 2027"]], {"end": "2027-03"}),
        (["Fin prévue", "Mars 2026"], [["Date d’achèvement", "Mars 2026"]], {"end": "2026-03"}),
        (
            ["Fin prévue", "Mars 2026"],
            [["Date de démarrage", "Janvier 2026"], ["Date d’achèvement", "31/03/2026"]],
            {"start": "2026-01", "end": "2026-03"},
        ),
        (["Échéance", "Mars 2026"], [["Date de réalisation", "Mars 2027"]], {"end": "2026-03"}),
        (
            ["Échéance", "Mars 2026"],
            [["Date de réalisation", "Mai 2026"]],
            {"end": "2026-03", "completed_on": "2026-05"},
        ),
    ],
)
def test_a_date_of_a_plan_that_is_the_end_told_in_its_list_is_no_day_on_which_it_was_done(
    listed: list[str], card: list[list[str]], said: dict[str, str]
) -> None:
    table = [["N°", "Projet", listed[0]], ["1", "Portail", listed[1]]]
    made = read_paper(
        _FRENCH,
        table,
        "## Fiche projet n° 1",
        [["Intitulé du projet", "Portail"], *card],
        today=datetime.date(2026, 12, 1),
    )
    (project,) = commitments_of(made)
    assert {field: project[field] for field in ("start", "end", "completed_on") if field in project} == said


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        (_FRENCH, ["Projet", "Échéance", "Date de réalisation"]),
        ("= Open government programme of the commune 2026-2027", ["Project", "Deadline", "Date of implementation"]),
        (_ARABIC, ["المشروع", "الأجل", "تاريخ الإنجاز"]),
    ],
)
def test_a_day_to_come_in_the_column_of_what_was_done_is_kept_and_said(title: str, headings: list[str]) -> None:
    rows = [headings, ["Portail", "31/12/2026", "30/06/2027"], ["Guichet", "31/10/2026", "31/10/2026"]]
    made = read_paper(title, rows, today=datetime.date(2026, 12, 1))
    first, second = commitments_of(made)
    assert (first["end"], "completed_on" in first, second["completed_on"]) == ("2026-12-31", False, "2026-10-31")
    assert [each["text"] for each in first["x_unmapped"]] == ["30/06/2027"]
    assert codes_of(made).count("import/day-without-completion") == 1

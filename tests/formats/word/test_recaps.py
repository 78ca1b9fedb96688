"""Lists of projects before their sheets or headings in a Word file; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

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

"""Rows of sheets and of tables of Word files that name several projects, all of them, or one that is not there."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of

from opengov_local.formats.wording.words.project_references import is_reference, names_several, parts_of

_TITLES = ["Marchés publiés", "Carte du patrimoine", "Conseil des quartiers"]
_LIST = [["N°", "Projet", "Responsable"], *([str(at), title, "DSI"] for at, title in enumerate(_TITLES, 1))]
_SEVERAL = "import/several-projects"
_UNKNOWN = "import/unknown-reference"
Read = tuple[dict[str, Any], list[str]]


def _both(*table: list[str]) -> list[Read]:
    """Reads a table behind the list of projects: in a sheet of its own, and in a Word file."""
    sheets = [sheet(*_LIST, name="Projets"), sheet(*table, name="Suivi")]
    book = read(*sheets)
    assert accounted(book, *sheets)
    paper = read_paper("= Programme d’ouverture de la commune 2026-2028", _LIST, "Suivi des projets", list(table))
    found = [(shown(book), codes(book)), (tree_of(paper), codes_of(paper))]
    return [(tree["plans"][0], list(said)) for tree, said in found]


def _steps(plan: dict[str, Any]) -> list[list[str]]:
    return [[step["title"]["fr"] for step in one.get("milestones", ())] for one in plan["commitments"]]


@pytest.mark.parametrize(
    "text",
    [
        *("1 et 2", "1, 2", "P1 et P2", "Projets n° 1, 3", "Projet 1 et projet 2", "1 à 3", "Tous", "Tous les projets"),
        *("1 و2", "المشروعان 1 و 2", "جميع المشاريع", "الكل", "projects 1 and 2", "All projects"),
    ],
)
def test_they_name_several(text: str) -> None:
    assert names_several(text)
    assert is_reference(text)


@pytest.mark.parametrize(
    "text", ["1", "P1", "Projet 1", "Tous les citoyens", "Forum et 2", "1.2", "12/2025", "Réseau 5"]
)
def test_they_do_not(text: str) -> None:
    assert not names_several(text)


@pytest.mark.parametrize(
    "heads", [("N° projet", "Activité"), ("Projets concernés", "Activité"), ("Projet", "Activité")]
)
def test_their_activities_are_of_none_which_is_said(heads: tuple[str, str]) -> None:
    rows = [["1", "Liste"], ["2", "Levé"], ["1 et 2", "Lot"], ["Tous", "Fête"], ["Projet 9", "Visite"]]
    for plan, said in _both(list(heads), *rows):
        assert _steps(plan) == [["Liste"], ["Levé"], []]
        assert [step["title"]["fr"] for step in plan["activities"]] == ["Lot", "Fête", "Visite"]
        assert (said.count(_SEVERAL), said.count(_UNKNOWN)) == (2, 1)


def test_the_column_may_stand_behind_and_activities_have_numbers_of_their_own() -> None:
    rows = [["1", "Liste", "2"], ["2", "Levé", "1"], ["3", "Lot", "1 et 2"]]
    for plan, said in _both(["N°", "Activité", "Projet concerné"], *rows):
        assert _steps(plan) == [["Levé"], ["Liste"], []]
        assert [step["number"] for step in plan["activities"]] == ["3"]
        assert said.count(_SEVERAL) == 1


def test_beside_titles_all_projects_are_no_project() -> None:
    rows = [["Liste", _TITLES[0]], ["Levé", _TITLES[1]], ["Fête", "Tous les projets"]]
    for plan, said in _both(["Activité", "Projet"], *rows):
        assert _steps(plan) == [["Liste"], ["Levé"], []]
        assert [step["title"]["fr"] for step in plan["activities"]] == ["Fête"]
        assert said.count(_SEVERAL) == 1


@pytest.mark.parametrize(
    ("heads", "field"),
    [
        (["Projet concerné", "Indicateur", "Cible"], "indicators"),
        (["Projets concernés", "Partenaire", "Rôle"], "supporting"),
    ],
)
def test_what_else_their_rows_say_is_kept(heads: list[str], field: str) -> None:
    rows = [["1", "Région", "20"], ["2 et 3", "Province", "5"], ["Tous les projets", "INDH", "7"]]
    for plan, said in _both(heads, *rows):
        assert [len(one.get(field, ())) for one in plan["commitments"]] == [1, 0, 0]
        assert field not in plan
        assert said.count(_SEVERAL) == 2
        assert "import/row-without-title" not in said


@pytest.mark.parametrize("names", [["1", "1 et 2", "Tous"], [_TITLES[0], "Tous les projets", _TITLES[1]]])
def test_what_is_listed_beside_projects_of_a_word_file_makes_none_of_them(names: list[str]) -> None:
    table = [["Projet", "Risque", "Mesure"], *([name, "Retard", "Relance"] for name in names)]
    plan, said = _both(*table)[1]
    assert [one["title"]["fr"] for one in plan["commitments"]] == _TITLES
    assert not any("action" in one for one in plan["commitments"])
    assert said.count(_SEVERAL) == sum(names_several(name) for name in names)


@pytest.mark.parametrize("heads", [["Axe", "Projets", "Budget (DH)"], ["Projets", "Activités", "Budget (DH)"]])
def test_numbers_that_may_count_projects_name_none(heads: list[str]) -> None:
    for plan, _ in _both(heads, ["1", "2", "500"], ["2", "1", "700"]):
        assert not any("budget" in one for one in plan["commitments"][:3])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["1.1", "Liste"], ["2.1", "Levé"]], "import/numbers-of-axes"),
        ([["1", "Liste"], ["2", "Levé"]], "import/numbers-of-rows"),
    ],
)
def test_numbers_that_tie_activities_to_no_project_are_said(rows: list[list[str]], code: str) -> None:
    heads, steps = ["N°", "Projet"], [["N°", "Activité"], *rows]
    axes = [(f"# Axe {at} : {name}", [heads, [str(at), _TITLES[at]]]) for at, name in ((1, "Accès"), (2, "Écoute"))]
    paper = read_paper(
        "= Programme d’ouverture 2026-2028", *(each for axis in axes for each in axis), "Activités", steps
    )
    listed = [["Axe", *heads], ["1. Accès", "1", _TITLES[1]], ["2. Écoute", "2", _TITLES[2]]]
    book = read(sheet(*listed, name="Projets"), sheet(*steps, name="Activités"))
    for tree, said in ((tree_of(paper), codes_of(paper)), (shown(book), codes(book))):
        (plan,) = tree["plans"]
        assert [len(one["axes"]) for one in plan["commitments"]] == [1, 1]
        assert not any("milestones" in one for one in plan["commitments"])
        assert not any("axes" in each for each in plan["activities"])
        assert list(said).count(code) == 1


def test_known_headings_of_what_nothing_is_known_of_are_not_called_unknown() -> None:
    for _, said in _both(["N° projet", "Risque", "Échéance"], ["1", "Retard", "mars 2027"], ["2", "Vol", "mai 2027"]):
        assert said.count("import/said-of-others") == 1
        assert said.count("import/column-unmapped") == 1


def test_codes_of_projects_that_have_numbers_are_no_titles() -> None:
    for plan, _ in _both(
        ["Projet", "Indicateur", "Cible"], ["P1", "Pièces", "20"], ["", "Visites", "5"], ["P2", "Lots", "3"]
    ):
        assert [len(one.get("indicators", ())) for one in plan["commitments"]] == [2, 1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "Projets nos 1 et 2",
        "Projets numéros 1, 2",
        "المشاريع رقم 1 و2",
        "المشاريع ذات الأرقام 1 و 2",
        "Projects numbers 1 and 2",
        "1و2",
    ],
)
def test_words_for_numbers_stand_before_those_of_several(text: str) -> None:
    assert names_several(text)


@pytest.mark.parametrize("text", ["PO-01, PO-02", "PO-01 et PO-02", "PO-01 وPO-02", "PO-01 و PO-02", "PO-01\nPO-02"])
def test_codes_are_parted_as_numbers_are(text: str) -> None:
    assert parts_of(text) == ["PO-01", "PO-02"]

"""Tables in Word files that say more of projects told above, which their rows name in ways of their own."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of

from opengov_local.formats.tables.drafted.known_titles import names_of

_TITLES = ["Portail des services", "Guichet unique", "Fonds associatif"]
_AXES = ["Services", "Services", "Culture"]
_HEAD = ["N°", "Axe", "Projet", "Responsable"]
_LIST = [_HEAD, *([str(at + 1), _AXES[at], title, "DSI"] for at, title in enumerate(_TITLES))]
_UNKNOWN = "import/unknown-project"
_ALIKE = "import/alike-not-joined"


def _paper(*table: list[str]) -> tuple[dict[str, Any], list[str]]:
    paper = read_paper("= Programme d’ouverture de la commune 2026-2028", _LIST, "= Suite", list(table))
    return tree_of(paper)["plans"][0], list(codes_of(paper))


def _sums(plan: dict[str, Any]) -> list[list[str]]:
    return [[line["amount"]["value"] for line in one.get("budget", ())] for one in plan["commitments"]]


def _keyed(*names: str) -> tuple[dict[str, Any], list[str]]:
    return _paper(["Projet", "Budget (DH)"], *([name, f"{at}1 000"] for at, name in enumerate(names, 4)))


@pytest.mark.parametrize(
    "names",
    [
        *(("1", "2", "3"), ("Projet 1", "Projet 2", "Projet 3"), ("P1", "P2", "P3"), ("N° 1", "N° 2", "N° 3")),
        ("Projet I", "Projet II", "Projet III"),
        ("Axe 1 – Projet 1", "Axe 1 – Projet 2", "Axe 2 – Projet 3"),
        ("Projet « Portail des services »", "Projet Guichet unique", "« Fonds associatif »"),
        ("Portail des services (P1)", "Guichet unique (Projet 2)", "Axe 2 – Fonds associatif"),
    ],
)
def test_each_row_is_of_the_project_that_it_names(names: tuple[str, ...]) -> None:
    plan, _ = _keyed(*names)
    assert [one["title"]["fr"] for one in plan["commitments"]] == _TITLES
    assert _sums(plan) == [["41000"], ["51000"], ["61000"]]


@pytest.mark.parametrize("names", [("1", "2", "3"), ("Projet 1", "Projet 2", "Projet 3"), tuple(_TITLES)])
@pytest.mark.parametrize("behind", [("Total",), ("Total général",), ("Moyenne",), ("Transversal",)])
def test_a_row_of_none_parts_no_other_from_its_project(names: tuple[str, ...], behind: tuple[str, ...]) -> None:
    plan, said = _keyed(*names, *behind)
    assert [one["title"]["fr"] for one in plan["commitments"]] == _TITLES
    assert _sums(plan) == [["41000"], ["51000"], ["61000"]]
    assert said.count(_UNKNOWN) == behind.count("Transversal")
    assert ("import/total-row" in said) == bool(behind and behind != ("Transversal",))


def test_a_row_that_says_the_same_is_of_the_project_above() -> None:
    plan, _ = _keyed("1", "idem", "3")
    assert _sums(plan) == [["41000", "51000"], [], ["61000"]]


def test_shorter_titles_join_nothing_and_make_no_project() -> None:
    plan, said = _keyed("Portail", "Guichet", "Le Fonds associatif")
    assert [one["title"]["fr"] for one in plan["commitments"]] == _TITLES
    assert _sums(plan) == [[], [], []]
    assert said.count(_ALIKE) == 3


def test_beside_its_number_a_shorter_title_is_that_of_its_project() -> None:
    plan, said = _paper(["N°", "Projet", "Budget (DH)"], ["1", "Portail", "41 000"], ["3", "Fonds", "61 000"])
    assert _sums(plan) == [["41000"], [], ["61000"]]
    assert _ALIKE not in said


def test_numbers_that_are_not_those_of_the_projects_are_the_rows_own() -> None:
    rows = [["1", "Choisir", "Projet 1"], ["2", "Lancer", "Projet 3"], ["3", "Former", "Projet 3"]]
    plan, _ = _paper(["N°", "Activité", "Projet"], *rows)
    steps = [
        [(step["number"], step["title"]["fr"]) for step in one.get("milestones", ())] for one in plan["commitments"]
    ]
    assert steps == [[("1", "Choisir")], [], [("2", "Lancer"), ("3", "Former")]]


@pytest.mark.parametrize(
    "heads",
    [("N°", "N° projet", "Activité"), ("N° activité", "N° projet", "Activité"), ("N°", "Activité", "N° projet")],
)
def test_numbers_of_projects_and_of_their_activities_are_told_apart(heads: tuple[str, ...]) -> None:
    rows = [{"N° projet": number, "Activité": f"Lot {at}"} for at, number in enumerate("133", 1)]
    plan, _ = _paper(list(heads), *([row.get(head, str(at)) for head in heads] for at, row in enumerate(rows, 1)))
    steps = [[step["number"] for step in one.get("milestones", ())] for one in plan["commitments"]]
    assert steps == [["1"], [], ["2", "3"]]


@pytest.mark.parametrize(
    ("table", "field", "counts"),
    [
        ([["N°", "Budget (DH)"], ["1", "41 000"], ["2", "51 000"], ["3", "61 000"]], "budget", [1, 1, 1]),
        ([["N°", "Partenaire"], ["1", "Région"], ["1", "Province"], ["3", "INDH"]], "supporting", [2, 0, 1]),
        ([["N°", "Activité"], ["1", "Choisir"], ["1", "Lancer"], ["3", "Fêter"]], "milestones", [2, 0, 1]),
        ([["N°", "Activité"], ["1", "Choisir"], ["2", "Lancer"], ["3", "Fêter"]], "milestones", [0, 0, 0]),
        ([["N°", "Activité"], ["1", "Choisir"], ["2", "Lancer"], ["1", "Fêter"]], "milestones", [0, 0, 0]),
        ([["N°", "Partenaire"], ["1", "Région"], ["2", "Province"], ["3", "INDH"]], "supporting", [0, 0, 0]),
    ],
)
def test_bare_numbers_are_those_of_projects_where_no_list_has_them(
    table: list[list[str]], field: str, counts: list[int]
) -> None:
    plan, _ = _paper(*table)
    assert [len(one.get(field, ())) for one in plan["commitments"]] == counts


@pytest.mark.parametrize("heads", [("Axe", "N° projet"), ("Axe", "Projet")])
def test_a_number_on_another_axis_is_that_of_no_project(heads: tuple[str, str]) -> None:
    rows = [["Axe 1", "1", "41 000"], ["Culture", "3", "51 000"], ["Axe 2", "1", "61 000"]]
    plan, said = _paper([*heads, "Budget (DH)"], *rows)
    assert _sums(plan) == [["41000"], [], ["51000"]]
    assert [axis["title"]["fr"] for axis in plan["axes"]] == ["Services", "Culture"]
    assert said.count("import/unknown-reference") == 1


@pytest.mark.parametrize("heads", [("Projet", "Indicateur", "Cible"), ("Indicateur", "Projet", "Cible")])
def test_indicators_are_those_of_the_projects_beside(heads: tuple[str, ...]) -> None:
    rows = [{"Projet": name, "Indicateur": "Dossiers", "Cible": "40"} for name in ("Projet 1", "Projet 3")]
    plan, _ = _paper(list(heads), *([row[head] for head in heads] for row in rows))
    assert [len(one.get("indicators", ())) for one in plan["commitments"]] == [1, 0, 1]
    assert "indicators" not in plan


def test_new_titles_in_a_list_are_those_of_projects() -> None:
    plan, _ = _paper(["Projet", "Responsable"], ["Guichet unique", "Accueil"], ["Stade ouvert", "Sports"])
    assert [one["title"]["fr"] for one in plan["commitments"]] == [*_TITLES, "Stade ouvert"]


def test_in_sheets_projects_are_named_in_the_same_ways() -> None:
    rows = [["Projet « Portail des services »", "41 000"], ["Fonds associatif (P3)", "61 000"]]
    book = read(sheet(*_LIST, name="Projets"), sheet(["Projet", "Budget (DH)"], *rows, name="Budget"))
    assert _sums(shown(book)["plans"][0]) == [["41000"], [], ["61000"]]
    assert "import/unknown-project" not in codes(book)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("Axe 2 – Projet 1", ["c"]), ("Axe 1 – Projet 1", ["a"]), ("2.1", ["c"]), ("P1.2", ["b"]), ("Projet 1", [])],
)
def test_numbers_that_count_anew_in_each_axis_name_a_project_with_it(text: str, numbers: list[str]) -> None:
    axes = [{"id": "x", "number": "1"}, {"id": "y", "number": "2"}]
    projects = [{"id": id, "number": number, "axes": [axis]} for id, number, axis in ("a1x", "b2x", "c1y")]
    assert [one["id"] for one in names_of(projects, axes)(text)] == numbers

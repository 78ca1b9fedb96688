"""Axes that projects name by the numbers that another sheet gives them; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.document import Import

AXES = ["Littoral partagé", "Administration accessible"]


def _book(headings: tuple[str, str, str], numbers: list[Any], said: list[Any], *more: list[Any]) -> Import:
    """Reads a sheet of axes and one of projects, and sees that nothing of them is left out of the account."""
    number, title, axis = headings
    axes = sheet([number, title], *map(list, zip(numbers, AXES, strict=True)), name="Axes")
    rows = [[f"E{at}", f"Projet {'abcdefg'[at]}", code, "DSI"] for at, code in enumerate(said)]
    projects = sheet(["N° engagement", "Engagement", axis, "Responsable"], *rows, *more, name="Engagements")
    imported = read(axes, projects)
    assert accounted(imported, axes, projects)
    return imported


def _axes(imported: Import) -> list[tuple[str | None, str]]:
    (plan,) = shown(imported)["plans"]
    return [(axis.get("number"), *axis["title"].values()) for axis in plan["axes"]]


def _on(imported: Import) -> list[list[str]]:
    (plan,) = shown(imported)["plans"]
    return [one.get("axes", []) for one in plan["commitments"]]


@pytest.mark.parametrize(
    "headings",
    [
        ("N° axe", "Intitulé de l'axe", "N° axe"),
        ("N° axe", "Intitulé de l'axe", "Axe"),
        ("Code axe", "Intitulé de l'axe", "Code axe"),
        ("Numéro", "Intitulé de l'axe", "Axe"),
        ("N°", "Intitulé de l'axe", "N° axe"),
        ("رقم المحور", "عنوان المحور", "المحور"),
        ("الرقم", "المحور", "رقم المحور"),
    ],
)
@pytest.mark.parametrize("numbers", [["A", "B"], ["1", "2"], [1, 2], ["AX1", "AX2"], ["I", "II"]])
def test_numbers_of_axes_of_another_sheet_are_these_axes(headings: tuple[str, str, str], numbers: list[Any]) -> None:
    imported = _book(headings, numbers, [numbers[0], numbers[1], numbers[1], numbers[0]])
    assert _axes(imported) == [(str(number), title) for number, title in zip(numbers, AXES, strict=True)]
    assert _on(imported) == [[AXES[0]], [AXES[1]], [AXES[1]], [AXES[0]]]
    assert {"import/pieces-kept", "import/axis-unknown", "import/sheet-unread"}.isdisjoint(codes(imported))


@pytest.mark.parametrize("heading", ["N° axe", "Axe", "المحور"])
def test_a_number_that_no_axis_has_is_said_at_each_place(heading: str) -> None:
    imported = _book(("N° axe", "Intitulé de l'axe", heading), ["A", "B"], ["A", "C", "C", "B"])
    assert _axes(imported) == [("A", AXES[0]), ("B", AXES[1])]
    assert _on(imported) == [[AXES[0]], [], [], [AXES[1]]]
    places = [each.location.cell for each in imported.findings if each.code == "import/axis-unknown"]
    assert places == ["C3", "C4"]


def test_a_number_alone_is_that_of_a_code_and_says_so() -> None:
    imported = _book(("Code axe", "Intitulé de l'axe", "Axe"), ["AX1", "AX2"], [1, 2])
    assert _on(imported) == [[AXES[0]], [AXES[1]]]
    assert [each.params["value"] for each in imported.findings if each.params.get("field") == "number"] == [
        "AX1",
        "AX2",
    ]


@pytest.mark.parametrize("text", ["A et B", "A, B", "A / B"])
def test_numbers_may_be_of_several_axes(text: str) -> None:
    imported = _book(("N° axe", "Intitulé de l'axe", "N° axe"), ["A", "B"], ["A", text])
    assert _axes(imported) == [("A", AXES[0]), ("B", AXES[1])]
    assert _on(imported) == [[AXES[0]], AXES]


def test_a_blank_below_an_unknown_number_is_as_unknown() -> None:
    rows = [["", "Projet x", "", "DSI"], ["", "Projet y", "B", "DSI"]]
    imported = _book(("N° axe", "Intitulé de l'axe", "Axe"), ["A", "B"], ["A", "C"], *rows)
    assert _on(imported) == [[AXES[0]], [], [], [AXES[1]]]


def test_numbers_of_axes_that_no_sheet_lists_are_said_to_be_no_titles() -> None:
    grid = sheet(
        ["Axe", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["1", "Forum", "DSI"], ["2", "Budget", "SG"]
    )
    imported = read(grid)
    assert _axes(imported) == [(None, "1"), (None, "2")]
    said = [each.params["value"] for each in imported.findings if each.params.get("field") == "title"]
    assert said[:2] == ["1", "2"]


def test_short_titles_are_no_numbers() -> None:
    imported = _book(("N° axe", "Intitulé de l'axe", "Axe"), ["A", "B"], ["A", "Eau", "Littoral partagé"])
    assert _axes(imported) == [("A", AXES[0]), ("B", AXES[1]), (None, "Eau")]
    assert _on(imported) == [[AXES[0]], ["Eau"], [AXES[0]]]


def test_a_numbered_list_of_projects_with_their_axes_stays_one() -> None:
    rows = [["1", "Transparence", "Un texte"], ["2", "Transparence", "Un autre"]]
    imported = read(sheet(["N°", "Axe", "Description"], *rows))
    assert imported.document is None or not imported.document.tree.get("plans") or _axes(imported)[0][0] is None


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Axe", "Axe premier", "Axe deuxième"),
        ("Axe", "Axe 1", "2e axe"),
        ("Axis", "First axis", "Axis 2"),
        ("Eje", "Eje primero", "Eje segundo"),
        ("المحور", "المحور الأول", "المحور الثاني"),
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_an_axis_that_has_no_more_than_its_number_is_said(heading: str, first: str, second: str, above: bool) -> None:
    header = [*([] if above else [heading]), "Projet", "Responsable"]
    rows = (
        [[first], header, ["Portail", "DSI"], [second], header, ["Budget ouvert", "DSI"]]
        if above
        else [header, [first, "Portail", "DSI"], [second, "Budget ouvert", "DSI"]]
    )
    grid = sheet(*rows)
    imported = read(grid)
    assert _axes(imported) == [("1", first), ("2", second)]
    assert _on(imported) == [[first], [second]]
    said = [each.params["value"] for each in imported.findings if each.code == "import/assumed"]
    assert {first, second} <= set(said)
    assert accounted(imported, grid)


@pytest.mark.parametrize("words", ["Axe {}", "{} axe"])
def test_the_title_of_an_axis_may_stand_behind_its_number_alone(words: str) -> None:
    names = [words.format(word) for word in ("premier", "deuxième")]
    projects = sheet(["Axe", "Projet"], [names[0], "Portail"], [names[1], "Budget ouvert"], name="Projets")
    axes = sheet(["Axe", "Intitulé"], ["Axe 1", AXES[0]], ["Axe 2", AXES[1]], name="Axes")
    imported = read(projects, axes)
    assert _axes(imported) == [("1", AXES[0]), ("2", AXES[1])]
    assert _on(imported) == [[AXES[0]], [AXES[1]]]
    assert accounted(imported, projects, axes)


def test_an_ordinal_before_the_word_for_an_axis_begins_its_section() -> None:
    header = ["N°", "Projet", "Responsable"]
    grid = sheet(
        [f"Premier axe - {AXES[0]}"],
        header,
        ["1", "Portail", "DSI"],
        ["Deuxième axe", AXES[1]],
        header,
        ["2", "Budget", "DSI"],
    )
    imported = read(grid)
    assert _axes(imported) == [("1", AXES[0]), ("2", AXES[1])]
    assert _on(imported) == [[AXES[0]], [AXES[1]]]


@pytest.mark.parametrize(("named", "number"), [("Axe 3", "3"), ("Pilier B", "B"), ("Second Thème", "2")])
def test_an_axis_of_its_word_and_number_stands_beside_those_with_titles(named: str, number: str) -> None:
    rows = [["Axe 1 : Transparence", "Portail", "DSI"], [named, "Forum", "SG"]]
    imported = read(grid := sheet(["Axe", "Projet", "Responsable"], *rows))
    assert _axes(imported) == [("1", "Transparence"), (number, named)]
    assert _on(imported) == [["Transparence"], [named]]
    assert [each.params["value"] for each in imported.findings if each.params.get("field") == "title"][-1:] == [named]
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("one", "other"), [("Axe 1", "Pilier A"), ("Axe 1 : Eau", "Axe A : Air"), ("المحور 1", "المجال أ")]
)
def test_a_letter_behind_a_word_for_axes_is_no_reference_to_a_number(one: str, other: str) -> None:
    rows = (["Axe", "Projet", "Responsable"], [one, "Portail", "DSI"], [other, "Forum", "SG"])
    numbers = [number for number, _ in _axes(read(sheet(*rows)))]
    assert numbers[0] == "1"
    assert len(set(numbers)) == len(numbers) == 2

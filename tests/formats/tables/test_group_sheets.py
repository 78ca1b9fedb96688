"""Working groups with a table each, in sheets of their own; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

HEADER = ["N°", "Problématiques soulevées", "Solutions proposées"]
COVER = sheet(
    ["Objet :", "Atelier de co-création du programme d'ouverture"],
    ["Date :", "Jeudi 12 mars 2026"],
    ["Lieu :", "Maison des jeunes Exemple"],
    name="Synthèse",
)


def _group(name: str, *above: list[Any], word: str = "") -> Grid:
    rows = [[1, f"Fuites {name}", f"Réparer {name}"], [2, f"Poussière {name}", f"Arroser {name}"]]
    return sheet(*above, HEADER, *rows, name=name)


def _groups(*sheets: Grid) -> tuple[dict[str, Any], list[tuple[Any, str, int]]]:
    imported = read(*sheets)
    assert accounted(imported, *sheets)
    tree = shown(imported)
    assert "plans" not in tree
    (workshop,) = tree["workshops"]
    assert "contributions" not in workshop
    told = [
        (one.get("number"), next(iter(one["title"].values())), len(one["contributions"]))
        for one in workshop["working_groups"]
    ]
    assert "import/duplicate-number" not in codes(imported)
    return workshop, told


@pytest.mark.parametrize("led", [[], [["Animation :", "Mme Exemple"]]])
@pytest.mark.parametrize("word", ["Groupe", "Atelier", "Table", "Groupe de travail n°"])
def test_each_sheet_is_a_group_and_the_cover_is_the_workshops(word: str, led: list[list[Any]]) -> None:
    workshop, told = _groups(
        COVER,
        _group("GT1", [f"{word} 1 : Eau"], *led, []),
        _group("GT2", [f"{word} 2 : Air"], *led, []),
    )
    assert told == [("1", "Eau", 4), ("2", "Air", 4)]
    assert workshop["title"] == {"fr": "Atelier de co-création du programme d'ouverture"}
    assert (workshop["date"], workshop["place"]) == ("2026-03-12", {"fr": "Maison des jeunes Exemple"})
    led_by = [one.get("facilitators") for one in workshop["working_groups"]]
    assert led_by == ([[{"name": {"fr": "Mme Exemple"}}]] * 2 if led else [None, None])


def test_the_title_of_the_workshop_above_each_group_is_its_own() -> None:
    title = ["Atelier de co-création du 12 mars 2026"]
    workshop, told = _groups(_group("GT1", title, ["Groupe 1 : Eau"]), _group("GT2", title, ["Groupe 2 : Air"]))
    assert told == [("1", "Eau", 4), ("2", "Air", 4)]
    assert (workshop["title"]["fr"], workshop["date"]) == (title[0], "2026-03-12")


def test_sheets_named_by_groups_are_groups() -> None:
    assert _groups(_group("Groupe 1 - Eau"), _group("Groupe 2 - Air"))[1] == [("1", "Eau", 4), ("2", "Air", 4)]


def test_sheets_of_the_same_table_are_groups_by_their_names_and_that_is_said() -> None:
    sheets = _group("Eau"), _group("Air")
    assert _groups(*sheets)[1] == [(None, "Eau", 4), (None, "Air", 4)]
    assumed = [finding.params for finding in read(*sheets).findings if finding.code == "import/assumed"]
    assert [params["value"] for params in assumed if params["value"] in ("Eau", "Air")] == ["Eau", "Air"]


def test_arabic_groups() -> None:
    header = ["الرقم", "الإشكاليات", "الحلول المقترحة"]
    one = sheet(["المجموعة 1: الماء"], header, [1, "تسربات", "إصلاح"], name="م1")
    two = sheet(["المجموعة 2: الهواء"], header, [1, "غبار", "رش"], name="م2")
    cover = sheet(
        ["الموضوع:", "ورشة الإعداد المشترك"], ["المكان:", "دار الشباب"], ["التاريخ:", "12 مارس 2026"], name="تقديم"
    )
    workshop, told = _groups(cover, one, two)
    assert told == [("1", "الماء", 2), ("2", "الهواء", 2)]
    assert workshop["place"] == {"ar": "دار الشباب"}


def test_what_is_not_understood_above_a_group_is_kept_with_it_and_said() -> None:
    sheets = _group("GT1", ["Groupe 1 : Eau"], ["Bleu"]), _group("GT2", ["Groupe 2 : Air"], ["Vert"])
    workshop, _ = _groups(*sheets)
    assert [[kept["text"] for kept in one["x_unmapped"]] for one in workshop["working_groups"]] == [["Bleu"], ["Vert"]]
    assert codes(read(*sheets)).count("import/kept-above") == 2


@pytest.mark.parametrize(
    ("who", "person"),
    [
        ("Première adjointe au maire", {"role": {"fr": "Première adjointe au maire"}}),
        (
            "Mme Exemple, cheffe du service eau",
            {"name": {"fr": "Mme Exemple"}, "role": {"fr": "cheffe du service eau"}},
        ),
    ],
)
def test_a_post_of_who_led_a_group_is_a_role(who: str, person: dict[str, Any]) -> None:
    led = ["Animation :", who]
    workshop, _ = _groups(COVER, _group("GT1", ["Groupe 1 : Eau"], led, []), _group("GT2", ["Groupe 2 : Air"], led, []))
    assert [one["facilitators"] for one in workshop["working_groups"]] == [[person]] * 2

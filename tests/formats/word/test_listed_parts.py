"""Lists right below axes and commitments, whose items no word names; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_TITLE = "= Plan d’action 2026-2028 de la commune de Fictiville"


def _plan(*blocks: object) -> dict[str, Any]:
    (plan,) = tree_of(read_paper(*blocks))["plans"]
    there: dict[str, Any] = plan
    return there


def _titles(objects: list[dict[str, Any]]) -> list[str]:
    return [next(iter(each["title"].values())) for each in objects]


@pytest.mark.parametrize("axis", ["! Axe {} : Xyz", "# Axe {} – Xyz", "! المحور {}: الشفافية"])
@pytest.mark.parametrize("item", ["* ", "- ", "1) "])
def test_items_below_axes_are_commitments_where_nothing_names_any(axis: str, item: str) -> None:
    made = read_paper(
        _TITLE, axis.format(1), f"{item}Abc (DGS, 2026) ;", f"{item}Def (DSI, 2027).",
        axis.format(2), f"{item}Ghi – Division sociale – 2026", axis.format(3), f"{item}Jkl",
    )  # fmt: skip
    (plan,) = tree_of(made)["plans"]
    assert _titles(plan["commitments"]) == ["Abc", "Def", "Ghi", "Jkl"]
    assert [each.get("end") for each in plan["commitments"]] == ["2026", "2027", "2026", None]
    assert all(each["axes"] for each in plan["commitments"])
    assert unmapped(made) == {}
    assert "import/headings-taken" in codes_of(made)


def test_items_asked_for_as_actions_need_no_time() -> None:
    plan = _plan(_TITLE, "# Axe 1 : Xyz", "Actions :", "* Abc", "* Def", "# Axe 2 : Uvw", "Actions :", "* Ghi")
    assert _titles(plan["commitments"]) == ["Abc", "Def", "Ghi"]


def test_activities_asked_for_below_axes_are_activities() -> None:
    plan = _plan(_TITLE, "# Axe 1 : Xyz", "Activités :", "* Abc", "* Def", "# Axe 2 : Uvw", "Activités :", "* Ghi")
    assert "commitments" not in plan
    assert _titles(plan["activities"]) == ["Abc", "Def", "Ghi"]


def test_deeper_items_are_steps() -> None:
    plan = _plan(_TITLE, "! Axe 1 : Xyz", "* Abc (DGS, 2026)", "** Rst", "! Axe 2 : Uvw", "* Def (DSI, 2027)")
    assert _titles(plan["commitments"]) == ["Abc", "Def"]
    assert _titles(plan["commitments"][0]["milestones"]) == ["Rst"]


@pytest.mark.parametrize(
    "blocks",
    [
        ["! Axe 1 : Xyz", "* Abc", "* Def", "! Axe 2 : Uvw", "* Ghi"],
        ["! Axe 1 : Xyz", "* Abc (DGS, 2026)", "! Axe 2 : Uvw", "Rst."],
        ["! Axe 1 : Xyz", "Constats :", "* Abc", "* Def", "! Axe 2 : Uvw", "Constats :", "* Ghi"],
    ],
)
def test_lists_that_do_not_tell_are_kept_and_said(blocks: list[str]) -> None:
    made = read_paper(_TITLE, *blocks)
    assert "commitments" not in tree_of(made)["plans"][0]
    assert "import/axes-alone" in codes_of(made)
    assert "import/pieces-kept" in codes_of(made)


def test_where_something_names_projects_items_below_axes_are_none() -> None:
    blocks = ["! Axe 1 : Xyz", "* Abc (DGS, 2026)", "! Axe 2 : Uvw", "* Def (DSI, 2027)", "! Projet 1 : Portail"]
    assert _titles(_plan(_TITLE, *blocks, "Responsable : DGS")["commitments"]) == ["Portail"]


@pytest.mark.parametrize("label", ["Projets :", "المشاريع:"])
def test_projects_listed_below_an_axis_are_several(label: str) -> None:
    plan = _plan(_TITLE, "# Axe 1 : Xyz", label, "* Abc (DGS, 2026)", "* Def", "# Axe 2 : Uvw", label, "* Ghi")
    assert _titles(plan["commitments"]) == ["Abc", "Def", "Ghi"]
    assert plan["commitments"][0]["end"] == "2026"


def test_items_with_their_time_right_below_a_commitment_are_its_steps() -> None:
    blocks = ["# Projet 1 : Portail", "Responsable : DSI", "* Abc (mars 2026)", "* Def (avant fin juin 2026)"]
    (commitment,) = _plan(_TITLE, *blocks)["commitments"]
    assert [(each["title"], each["due"]) for each in commitment["milestones"]] == [
        ({"fr": "Abc"}, "2026-03"),
        ({"fr": "Def"}, "2026-06"),
    ]


def test_items_without_a_time_below_a_commitment_are_kept() -> None:
    made = read_paper(_TITLE, "# Projet 1 : Portail", "Responsable : DSI", "* Abc (mars 2026)", "* Def")
    assert set(unmapped(made).values()) == {"Abc (mars 2026)", "Def"}

"""Labels above the first of several fiches: of all of them, of the plan, or kept, unless each fiche has them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

BLANK: list[list[Any]] = [[]]
FICHES = [["Projet", "Portail"], ["Objectif", "Ouvrir"], ["Budget", "1000 DH"], [],
          ["Projet", "Forum"], ["Objectif", "Aider"], ["Budget", "2000 DH"]]  # fmt: skip
BLOCKS = [["Projet", "Portail"], ["Activité", "Échéance"], ["Étude", "2026"], ["Bilan", "2027"], [],
          ["Projet", "Forum"], ["Activité", "Échéance"], ["Inviter", "2026"], ["Tenir", "2027"]]  # fmt: skip


@pytest.mark.parametrize("between", [BLANK, []])
def test_who_is_named_above_the_first_of_several_fiches_has_a_part_in_all(between: list[list[Any]]) -> None:
    grid = sheet(["Responsable", "DSI"], ["Partenaires", "Région"], *between, *BLOCKS)
    imported = read(grid)
    assert accounted(imported, grid)
    assert [(one["leads"], one["supporting"]) for one in commitments_of(imported)] == [
        ([{"name": {"fr": "DSI"}}], [{"name": {"fr": "Région"}}])
    ] * 2
    said = [one.params.get("field") for one in imported.findings if one.code == "import/assumed"]
    assert {"leads", "supporting"} <= {*said}


def test_a_period_above_the_first_of_several_fiches_is_that_of_the_plan() -> None:
    (plan,) = shown(read(sheet(["Commune", "Tiznit"], ["Période", "2024-2027"], [], *FICHES)))["plans"]
    assert plan["period"] == {"start": "2024", "end": "2027"}
    assert not any("start" in one or "end" in one for one in plan["commitments"])


@pytest.mark.parametrize(
    ("above", "field", "fiches"), [(["Responsable", "DSI"], "leads", FICHES), (["Budget", "9000 DH"], "budget", BLOCKS)]
)
def test_what_is_not_of_all_fiches_is_kept(above: list[Any], field: str, fiches: list[list[Any]]) -> None:
    imported = read(sheet(above, *BLANK, *fiches))
    assert not any(field in one for one in commitments_of(imported))
    assert "import/kept-above" in codes(imported)


@pytest.mark.parametrize("between", [BLANK, []])
def test_labels_above_the_title_of_each_fiche_are_its_own(between: list[list[Any]]) -> None:
    one, two = ([["Responsable", who], *between, ["Projet", title], ["Objectif", "Ouvrir"], ["Échéance", "2026"]]
                for who, title in (("DSI", "Portail"), ("SG", "Forum")))  # fmt: skip
    found = commitments_of(read(sheet(*one, [], *two)))
    assert [each["leads"][0]["name"]["fr"] for each in found] == ["DSI", "SG"]

"""Minutes and plans whose title stands in the first rows of a table, all made up."""

from __future__ import annotations

import pytest
from docx.document import Document as Paper
from tests.formats.word.papers import blank, checked, codes_of, read_paper, table, to_bytes, tree_of, unmapped

from opengov_local.formats.word.word_format import read

_TITLE = "Compte rendu de l’atelier de concertation publique"
_DATE = ["Date", "14 juin 2025"]
_BELOW = ["## Problèmes", "– Peu de données", "## Propositions", "– Un registre public"]


@pytest.mark.parametrize("first", [["Commune de Berkane", _TITLE], [_TITLE, "Commune de Berkane"], [_TITLE, ""]])
def test_a_title_in_the_first_row(first: list[str]) -> None:
    made = read_paper([first, _DATE, ["Lieu", "Salle Alfa"]], *_BELOW)
    (workshop,) = tree_of(made)["workshops"]
    assert (workshop["title"], workshop["kind"]) == ({"fr": _TITLE}, "public_consultation")
    assert (workshop["date"], workshop["place"]) == ("2025-06-14", {"fr": "Salle Alfa"})
    assert workshop.get("collectivities") == (["@Berkane"] if first[1] else None)
    assert [each["kind"] for each in workshop["contributions"]] == ["problem", "proposal"]
    assert (codes_of(made), unmapped(made)) == (["import/territory-recognised"] if first[1] else [], {})


def test_a_title_in_the_first_row_in_arabic() -> None:
    made = read_paper(
        [["جماعة تازة", "محضر ورشة الإعداد المشترك"], ["التاريخ", "14 يونيو 2025"]], "## الاقتراحات", "– سجل عمومي"
    )
    (workshop,) = tree_of(made)["workshops"]
    assert (workshop["title"], workshop["date"]) == ({"ar": "محضر ورشة الإعداد المشترك"}, "2025-06-14")
    assert workshop["collectivities"] == ["@تازة"]


def test_other_words_beside_a_title_are_no_letterhead() -> None:
    made = read_paper(f"= {_TITLE}", [["Suite donnée", "Compte rendu du conseil"], _DATE], *_BELOW)
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["title"] == {"fr": _TITLE}
    assert {"Suite donnée", "Compte rendu du conseil"} <= set(unmapped(made).values())


def _listed(*heads: str) -> Paper:
    made = blank()
    rows = [["Code", "Axe", "Projet", "Porteur"], ["P01", "Alpha", "Portail", "DSI"], ["P02", "Alpha", "Forum", "SG"]]
    grid = table(made, [*([head, *[""] * 3] for head in heads), *rows])
    for at in range(len(heads)):
        grid.cell(at, 0).merge(grid.cell(at, 3)).text = heads[at]
    return made


def test_rows_over_a_whole_list_that_name_a_plan_are_its_title() -> None:
    made = checked(
        read(to_bytes(_listed("RÉGION MARRAKECH-SAFI", "Programme régional d'ouverture 2026-2028")), "plan.docx")
    )
    (plan,) = tree_of(made)["plans"]
    assert (plan["title"], plan["framework"]) == ({"fr": "Programme régional d'ouverture 2026-2028"}, "remacto")
    assert plan["period"] == {"start": "2026", "end": "2028"}
    assert [each["number"] for each in plan["commitments"]] == ["P01", "P02"]
    assert "import/territory-recognised" in codes_of(made)


def test_rows_over_a_whole_list_that_name_no_plan_stay_in_it() -> None:
    made = checked(read(to_bytes(_listed("RÉGION MARRAKECH-SAFI", "Liste")), "plan.docx"))
    assert "import/plan-without-title" in codes_of(made)


def test_cells_below_rows_of_titles_keep_their_places() -> None:
    head = ["N°", "Projet", "Réalisé", "En cours"]
    made = blank()
    grid = table(
        made, [["Programme d'ouverture 2026-2027", *[""] * 3], head, ["1", "Alpha", "X", ""], ["2", "Beta", "", "X"]]
    )
    grid.cell(0, 0).merge(grid.cell(0, 3)).text = "Programme d'ouverture 2026-2027"
    found = checked(read(to_bytes(made), "plan.docx"))
    (plan,) = tree_of(found)["plans"]
    assert [each["status"]["code"] for each in plan["commitments"]] == ["completed", "in_progress"]
    assert unmapped(found) == {}
    assert found.document is not None
    told = {one["original"]: one["location"] for one in found.document.tree["sources"][0]["extracts"]}
    assert told["Alpha"] == "table 1!B3"

"""Minutes whose title stands in the first row of a table, all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

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

"""Names that a cell lists, where each becomes what it would alone: all others are read as a whole."""

from __future__ import annotations

from itertools import product

import pytest
from tests.formats.tables.sheets import read, sheet, shown

from opengov_local.formats.tables.cells import other_cells
from opengov_local.formats.tables.plan.party_cells import names_apart

PLAIN = ("Région", "Association de l'eau", "جمعية النور")
ADDING = (
    "cheffe de division",
    "représentée par Mme Y",
    "avec l'appui de la Province",
    "association de l eau",
    "DSI (M. X)",
)


def test_plain_names_of_different_bodies_are_apart() -> None:
    assert names_apart("; ".join(PLAIN)) == PLAIN


@pytest.mark.parametrize("text", ["Région", "Région; ", "Région;Province", "Région, Province; ONCF", "50 %; Région"])
def test_other_signs_are_read_as_a_whole(text: str) -> None:
    assert names_apart(text) == ()


@pytest.mark.parametrize("adding", ADDING)
def test_words_that_may_add_to_the_name_before_are_read_as_a_whole(adding: str) -> None:
    assert names_apart(f"{PLAIN[1]}; {adding}") == ()


def test_lists_in_many_rows_become_what_they_do_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    names = (*PLAIN, *ADDING, "M. Karim Alami", "Karim Alami", "idem", "Commune et Région", "aucun", "Maroc", "ONCF")
    cells = [f"{one}; {other}" for one, other in product(names, repeat=2)]
    rows = [[f"P{at // 3}", f"Portail {at // 3}", f"Activité {at}", cell] for at, cell in enumerate(cells)]
    plan = sheet(["N°", "Projet", "Activité", "Partenaires"], *rows)
    apart = read(plan)
    monkeypatch.setattr(other_cells, "names_apart", lambda text: ())
    whole = read(plan)
    assert shown(apart) == shown(whole)
    assert apart.findings == whole.findings

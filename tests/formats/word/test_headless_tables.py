"""Tables of projects without a row of headings in Word files; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_TITLE = "= Programme d’ouverture 2026-2028"
_ROWS = [
    ["1", "Portail des services en ligne", "Service informatique", "100 000 DH", "31/12/2026", "Vu"],
    ["2", "Carte interactive des projets", "Direction technique", "50 000 DH", "30/06/2027", "Revu"],
    ["3", "Forum annuel des citoyens", "Division sociale", "20 000 DH", "31/12/2027", "Vu"],
]
_ARABIC = [
    ["1", "بوابة الخدمات الإلكترونية", "31/12/2026"],
    ["2", "خريطة تفاعلية للمشاريع", "30/06/2027"],
    ["3", "المنتدى السنوي للمواطنين", "31/12/2027"],
]


@pytest.mark.parametrize("above", [[_TITLE], [_TITLE, "# Liste des projets"], [_TITLE, "Les projets sont :"]])
def test_what_all_cells_of_a_column_tell_is_read_and_said(above: list[str]) -> None:
    made = read_paper(*above, _ROWS)
    first = commitments_of(made)[0]
    assert (first["number"], first["title"]["fr"], first["end"]) == ("1", "Portail des services en ligne", "2026-12-31")
    assert first["leads"] == [{"name": {"fr": "Service informatique"}}]
    assert first["budget"] == [{"amount": {"value": "100000", "currency": "MAD"}}]
    said = [each.params["field"] for each in made.findings if each.code == "import/column-by-cells"]
    assert said == [f"commitment.{field}" for field in ("number", "title", "leads", "budget", "end")]
    assert unmapped(made)["table 1!F2"] == "Revu"


def test_in_arabic_too() -> None:
    made = read_paper("= برنامج عمل الانفتاح 2026-2028", _ARABIC)
    assert [(each["number"], each["end"]) for each in commitments_of(made)] == [
        ("1", "2026-12-31"), ("2", "2027-06-30"), ("3", "2027-12-31"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "above",
    [[_TITLE, "# Réunions"], ["= Compte rendu de l’atelier"], [_TITLE, "# Projet 1 : Portail"], ["Courrier"]],
)
def test_below_anything_else_no_project_is_read_from_it(above: list[str]) -> None:
    made = read_paper(*above, _ROWS)
    assert "import/column-by-cells" not in codes_of(made)
    assert "table 1!B2" in unmapped(made)


def test_columns_that_tell_too_little_are_kept() -> None:
    made = read_paper(_TITLE, [[row[0], row[1], row[5]] for row in _ROWS])
    assert "import/column-by-cells" not in codes_of(made)
    assert "table 1!B1" in unmapped(made)

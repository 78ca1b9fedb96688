"""Lines of minutes that count something are declared figures, what counts people is read as such; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped


@pytest.mark.parametrize(
    ("title", "line", "label"),
    [
        ("= Compte rendu de l’atelier", "Nombre de réunions : 4", {"fr": "Nombre de réunions"}),
        ("= محضر الورشة التشاورية", "عدد الاجتماعات: 4", {"ar": "عدد الاجتماعات"}),
        ("= محضر الورشة التشاورية", "عدد الاجتماعات: ٤", {"ar": "عدد الاجتماعات"}),
    ],
)
def test_a_count_of_something_is_a_declared_figure(title: str, line: str, label: dict[str, str]) -> None:
    made = read_paper(title, line, "# Groupe 1 : Eau" if "C" in title else "# المجموعة 1: الماء")
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["reported_figures"] == [{"measure": "x_declared", "label": label, "value": "4"}]
    assert "import/assumed" in codes_of(made)


@pytest.mark.parametrize("line", ["Nombre de réunions : plusieurs", "Salle : 4", "Nombre de réunions : 4 à 6"])
def test_what_is_no_count_is_kept(line: str) -> None:
    made = read_paper("= Compte rendu de l’atelier", line, "# Groupe 1 : Eau")
    assert "reported_figures" not in tree_of(made)["workshops"][0]
    assert line in unmapped(made).values()

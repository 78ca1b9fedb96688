"""Steps called as other tables begin, "Validation", "Visa", «المصادقة»: rows of the table they stand in; made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper

_FRENCH = ["= Programme d’ouverture de la commune 2026-2027", "# Axe 1 : Écoute", "## Projet 1 : Portail"]
_ARABIC = ["= برنامج عمل الانفتاح للجماعة 2026-2027", "# المحور 1: الشفافية", "## المشروع 1: البوابة"]


@pytest.mark.parametrize(
    ("word", "heads"),
    [
        *((word, ["Activité", "Responsable", "Échéance"]) for word in ("Validation", "Visa", "Gestion des risques")),
        *((word, ["Activité", "Responsable", "Livrable"]) for word in ("Validation", "Risques et mesures")),
        *((word, ["النشاط", "المسؤول", "الأجل"]) for word in ("المصادقة", "التوقيع", "تدبير المخاطر")),
    ],
)
def test_a_row_of_the_kinds_of_its_columns_is_one_of_them(word: str, heads: list[str]) -> None:
    last = (
        ["28/02/2026", "28/03/2026", "28/04/2026"] if heads[2] != "Livrable" else ["Rapport", "Procès-verbal", "Note"]
    )
    rows = [["Étude", "Service A", last[0]], [word, "Service A", last[1]], ["Essai", "Service B", last[2]]]
    made = read_paper(*(_ARABIC if heads[0] == "النشاط" else _FRENCH), [heads, *rows])
    (one,) = commitments_of(made)
    assert [next(iter(step["title"].values())) for step in one["milestones"]] == ["Étude", word, "Essai"]
    assert "import/column-unmapped" not in codes_of(made)


def test_places_to_sign_are_still_no_steps() -> None:
    rows = [["Activité", "Responsable", "Échéance"], ["Étude", "Service A", "28/02/2026"]]
    rows += [["Visa", "Nom et qualité", "Signature"], ["Le président", "", ""]]
    (one,) = commitments_of(read_paper(*_FRENCH, rows))
    assert len(one["milestones"]) == 1

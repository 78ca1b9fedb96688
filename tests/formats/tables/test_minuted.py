"""Minutes on projects: who and when stand behind the decision, and are none of the project's."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

_FR = (
    ["N°", "Projet", "Point abordé", "Décision", "Responsable", "Délai"],
    [1, "Portail", "Retard du prestataire", "Relancer le prestataire", "DSI", "30 mars 2026"],
    [2, "Forum", "Salle trop petite", "Chercher une salle", "Cabinet", "15 avril 2026"],
)


@pytest.mark.parametrize(
    "rows",
    [
        _FR,
        (
            ["No.", "Project", "Issue discussed", "Decision", "Responsible", "Deadline"],
            [1, "Portal", "Provider is late", "Write to the provider", "IT", "30 March 2026"],
        ),
        (
            ["N.º", "Proyecto", "Punto tratado", "Decisión", "Responsable", "Plazo"],
            [1, "Portal", "Retraso", "Escribir al proveedor", "Informática", "30 de marzo de 2026"],
        ),
        (
            ["الرقم", "المشروع", "النقطة المدروسة", "القرار", "المسؤول", "الأجل"],
            [1, "بوابة", "تأخر المتعهد", "مراسلة المتعهد", "مصلحة الإعلاميات", "30 مارس 2026"],
        ),
    ],
)
def test_who_and_when_are_those_of_the_decision(rows: tuple[list[Any], ...]) -> None:
    grid = sheet(*rows)
    made = read(grid)
    _, title, point, decision, who, when = rows[1]
    first = commitments_of(made)[0]
    assert first.keys() == {"number", "title", "x_unmapped"}
    assert [one["text"] for one in first["x_unmapped"]] == [who, when]
    update = shown(made)["progress_updates"][0]
    assert (update["target"], *update["text"].values(), *update["next_steps"].values()) == (title, point, decision)
    assert codes(made).count("import/column-unmapped") == 2
    assert accounted(made, grid)


def test_numbers_of_points_are_none_of_projects() -> None:
    made = read(sheet(*_FR, [3, "Portail", "Hébergement", "Demander un devis", "DSI", ""]))
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Portail", "Forum"]


def test_the_lead_before_the_decision_is_the_projects() -> None:
    rows = [["Projet", "Responsable", "Point abordé", "Décision"], ["Portail", "DSI", "Retard", "Relancer"]]
    made = read(sheet(*rows))
    assert commitments_of(made)[0]["leads"] == [{"name": {"fr": "DSI"}}]
    assert shown(made)["progress_updates"][0]["next_steps"] == {"fr": "Relancer"}

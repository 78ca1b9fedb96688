"""Surveys of progress: few columns of a plan among many of their own, some of which only answer or count; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

KNOWN = ["compromiso", "hito", "entidad", "fecha_inicio", "fecha_fin", "avance_descripcion", "avance", "estado"]
SAYS = ["Portal", "Hito 1: Estudio", "Municipio", "2026-02-01", "2026-05-01", "Redactado", "40", "Ejecución"]
STRANGE = [f"pregunta_zz_{number}" for number in range(12)]


def test_a_survey_with_many_columns_of_its_own_is_read() -> None:
    grid = sheet([*KNOWN, *STRANGE, "actividades"], [*SAYS, *["x"] * 12, "3"], name="1")
    imported = read(grid)
    tree = shown(imported)
    (portal,) = tree["plans"][0]["commitments"]
    (study,) = portal["milestones"]
    assert (study["title"], study["progress"]) == ({"es": "Estudio"}, 40)
    assert study["status"]["code"] == "in_progress"
    assert [update["text"] for update in tree["progress_updates"]] == [{"es": "Redactado"}]
    assert codes(imported).count("import/column-unmapped") == 13
    assert accounted(imported, grid)


def test_few_known_columns_among_many_make_no_plan() -> None:
    grid = sheet([*KNOWN[:4], *STRANGE], [*SAYS[:4], *["x"] * 12], name="1")
    assert "plans" not in shown(read(grid))


@pytest.mark.parametrize(
    ("heading", "cells", "named"),
    [
        ("Responsable", ["Oui", "Non"], False),
        ("Activité", ["3", "12"], False),
        ("Partenaires", [4, 5], False),
        ("Responsable", ["DSI", "Non"], True),
    ],
)
def test_answers_and_counts_are_no_names(heading: str, cells: list[str], named: bool) -> None:
    grid = sheet(["Projet", "Budget (DH)", heading], ["Portail", 5, cells[0]], ["Forum", 6, cells[1]])
    imported = read(grid)
    assert ("import/column-unmapped" in codes(imported)) is not named
    assert accounted(imported, grid)


def test_a_row_of_thousands_of_texts_is_no_header() -> None:
    grid = sheet(["Projet", "Responsable", *(f"q{number}" for number in range(1200))], ["Portail", "DSI"], name="1")
    assert "plans" not in shown(read(grid))

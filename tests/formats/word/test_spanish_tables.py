"""Tables of Spanish plans with several actions of a commitment; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper


@pytest.mark.parametrize("heading", ["Actuaciones", "Acciones", "Medidas", "Actividades"])
def test_what_stands_beside_commitments_are_their_milestones(heading: str) -> None:
    made = read_paper(
        "= Plan de Gobierno Abierto 2024-2027",
        [
            ["N.º", "Compromiso", "Responsable", heading, "Plazo", "Estado"],
            ["1.1", "Portal", "Informática", "Auditoría", "marzo de 2024", "Finalizado"],
            ["^", "^", "^", "Publicación", "4.º trimestre de 2024", "En curso"],
            ["1.2", "Agenda", "Alcaldía", "Reglamento", "1T 2026", "En curso"],
        ],
    )
    read = [
        (each["title"]["es"], [(one["title"]["es"], one["due"]) for one in each["milestones"]])
        for each in commitments_of(made)
    ]
    assert read == [
        ("Portal", [("Auditoría", "2024-03"), ("Publicación", "2024-Q4")]),
        ("Agenda", [("Reglamento", "2026-Q1")]),
    ]

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


def test_what_is_merged_over_all_steps_is_of_commitments_of_one_step_too() -> None:
    made = read_paper(
        "= Plan de Gobierno Abierto 2024-2027",
        [
            ["N.º", "Compromiso", "Responsable", "Actuaciones", "Plazo", "Presupuesto"],
            ["1.1", "Portal", "Informática", "Auditoría", "marzo de 2024", "6.000 €"],
            ["^", "^", "^", "Publicación", "abril de 2024", "^"],
            ["1.2", "Agenda", "Alcaldía", "Reglamento", "mayo de 2024", "3.000 €"],
            ["1.3", "Memoria", "Archivo", "Redacción", "junio de 2024", ""],
        ],
    )
    read = [
        (each["leads"], [one["amount"]["value"] for one in each.get("budget", [])]) for each in commitments_of(made)
    ]
    assert read == [
        ([{"name": {"es": "Informática"}}], ["6000"]),
        ([{"name": {"es": "Alcaldía"}}], ["3000"]),
        ([{"name": {"es": "Archivo"}}], []),
    ]
    assert not any({"leads", "budget"} & {*one} for each in commitments_of(made) for one in each["milestones"])

"""Days below a table that are those of what it reports; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

_HEADER = ["N°", "Projet", "Responsable", "Échéance", "Statut"]
_ROWS: list[list[Any]] = [
    ["1", "Portail", "DSI", "2026", "En cours"],
    ["2", "Forum", "SG", "2027", "Non démarré"],
]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Situation au 30 juin 2026", "2026-06-30"),
        ("NB : données arrêtées au 31 décembre 2025", "2025-12-31"),
        ("Datos a 31 de diciembre de 2025", "2025-12-31"),
        ("* Position at 30 June 2026", "2026-06-30"),
        ("الوضعية إلى غاية 30 يونيو 2026", "2026-06-30"),
        ("Source : délibération du 30 juin 2026", None),
        ("Adopté le 30 juin 2026", None),
        ("Arrêté le 30 juin 2026", None),
        ("Situation arrêtée le 30 juin 2026", "2026-06-30"),
        ("حصر بتاريخ 30 يونيو 2026", None),
    ],
)
@pytest.mark.parametrize("gap", [0, 1])
def test_the_day_below_a_table_is_that_of_its_states(line: str, day: str | None, gap: int) -> None:
    grid = sheet(_HEADER, *_ROWS, *([[]] * gap), [line])
    imported = read(grid)
    assert [one["status"].get("as_of") for one in commitments_of(imported)] == [day, day]
    said = [
        each for each in imported.findings if each.code == "import/assumed" and each.params["field"] == "status.as_of"
    ]
    assert [each.params["value"] for each in said] == ([day] if day else [])
    assert accounted(imported, grid)


def test_two_days_below_a_table_and_one_above_it() -> None:
    two = read(sheet(_HEADER, *_ROWS, ["Situation au 30 juin 2026"], ["Mise à jour : 5 mai 2026"]))
    assert not any("as_of" in one["status"] for one in commitments_of(two))
    above = read(sheet(["Situation au 31 mars 2026"], _HEADER, *_ROWS, ["Situation au 30 juin 2026"]))
    assert {one["status"]["as_of"] for one in commitments_of(above)} == {"2026-03-31"}


def test_rates_have_the_day_below_their_table() -> None:
    rates = [[*row[:4], rate] for row, rate in zip(_ROWS, ("40 %", "10 %"), strict=True)]
    imported = read(sheet([*_HEADER[:4], "Taux d'avancement"], *rates, ["Situation au 30 juin 2026"]))
    assert [one["date"] for one in shown(imported)["progress_updates"]] == ["2026-06-30", "2026-06-30"]
    assert "import/note-row" in codes(imported)


def test_a_day_between_the_rows_of_a_table_is_not_that_of_its_states() -> None:
    heads = ["Projet", "Responsable", "État"]
    rows = [["Portail", "DSI", "En cours"], ["Mise à jour : 30/06/2026", "", ""], ["Salle", "DRH", "En cours"]]
    assert "as_of" not in str(shown(read(sheet(["Plan d'action 2025-2027"], heads, *rows))))

"""Years of the plan that stand beside the collectivity, or on a line of their own, above a table."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet, shown

_ROWS = [["Projet", "Porteur"], ["Portail", "DSI"], ["Budget", "DAF"]]


@pytest.mark.parametrize(
    "above",
    [
        [["PROGRAMME D’OUVERTURE"], ["COMMUNE DE TIZNIT 2026-2027"]],
        [["Programme d’ouverture"], ["(2026 – 2027)"]],
        [["جماعة تيزنيت"], ["برنامج عمل الانفتاح"], ["2026-2027"]],
        [["Programme d’ouverture"], ["Période 2026/2027"]],
    ],
)
def test_years_are_the_period_of_the_plan(above: list[list[str]]) -> None:
    tree = shown(read(sheet(*above, *_ROWS)))
    assert tree["plans"][0]["period"] == {"start": "2026", "end": "2027"}
    assert "x_unmapped" not in tree


def test_one_year_alone_is_kept() -> None:
    tree = shown(read(sheet(["Programme d’ouverture"], ["2026"], *_ROWS)))
    assert "period" not in tree["plans"][0]
    assert [kept["text"] for kept in tree["x_unmapped"]] == ["2026"]

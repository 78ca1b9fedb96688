"""Signs alone in cells of states; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet


def _table(*signs: str, heading: str = "État", below: tuple[list[Any], ...] = ()) -> list[list[Any]]:
    rows = ([str(at), f"Projet {at} bis", "DSI", sign] for at, sign in enumerate(signs, start=1))
    return [["N°", "Projet", "Responsable", heading], *rows, *below]


@pytest.mark.parametrize("heading", ["État", "Status", "Estado", "الحالة"])
def test_signs_are_states_and_said(heading: str) -> None:
    grid = sheet(*_table("✅", "🟡", "❌", "✔\ufe0f", heading=heading))
    made = read(grid)
    states = [one["status"] for one in commitments_of(made)]
    assert [state["code"] for state in states] == ["completed", "in_progress", "not_started", "completed"]
    assert [state["original"] for state in states] == ["✅", "🟡", "❌", "✔\ufe0f"]
    said = [finding for finding in made.findings if finding.params.get("heading") == heading]
    assert [finding.code for finding in said] == [
        "import/assumed", "import/assumed", "import/status-not-done", "import/assumed"
    ]  # fmt: skip
    assert accounted(made, grid)


def test_red_and_green_say_nothing_without_a_legend() -> None:
    made = read(sheet(*_table("🟢", "🔴")))
    assert not any("status" in one for one in commitments_of(made))
    assert codes(made).count("import/status-unknown") == 2


def test_a_legend_tells_what_signs_mean() -> None:
    legend = ["Légende : ✅ = réalisé ; 🟡 = en retard ; ❌ = annulé ; 🟢 = en cours"]
    made = read(sheet(*_table("✅", "🟡", "❌", "🟢", below=([""], legend))))
    found = [one["status"]["code"] for one in commitments_of(made)]
    assert found == ["completed", "delayed", "abandoned", "in_progress"]
    assert "import/legend" in codes(made)
    assert "import/status-not-done" not in codes(made)

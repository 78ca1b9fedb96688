"""Reports in long form whose period stands under a heading that nobody knows; all of them made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import read, sheet, shown

_HEADS = ["N°", "Projet", "Activité", "Responsable", "{}", "État", "Réalisations"]
_ROWS = [
    ["1", "Budget", "Publier", "Finances", "2025-06", "En cours", "Abc"],
    ["1", "Budget", "Publier", "Finances", "2025-12", "Réalisé", "Def"],
    ["2", "Portail", "Ouvrir", "Service", "2025-06", "En cours", "Ghi"],
]


def _package(heading: str, rows: list[list[str]]) -> tuple[dict[str, Any], set[str]]:
    done = read(sheet([head.format(heading) for head in _HEADS], *rows))
    return shown(done), {finding.code for finding in done.findings}


@pytest.mark.parametrize(
    ("heading", "uncertain"),
    [("Vague", True), ("Lot de saisie", True), ("الجولة", True), ("فترة المتابعة", False), ("Cycle de suivi", False)],
)
def test_times_beside_what_is_named_again_are_when_it_is_reported(heading: str, uncertain: bool) -> None:
    package, codes = _package(heading, _ROWS)
    assert [len(one["milestones"]) for one in package["plans"][0]["commitments"]] == [1, 1]
    assert [one["period"]["start"] for one in package["progress_updates"]] == ["2025-06", "2025-12", "2025-06"]
    assert ("import/heading-uncertain" in codes) == uncertain


@pytest.mark.parametrize(
    "rows",
    [
        [_ROWS[0], _ROWS[2]],
        [_ROWS[0], _ROWS[1], ["2", "Portail", "Ouvrir", "Service", "bientôt", "En cours", "Ghi"]],
        [_ROWS[0], _ROWS[0], _ROWS[2]],
    ],
)
def test_other_columns_are_no_periods(rows: list[list[str]]) -> None:
    package, codes = _package("Vague", rows)
    assert not any("period" in one for one in package["progress_updates"])
    assert "import/column-unmapped" in codes

"""Problems and what solves them in reports on a period; all of them made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet, shown


@pytest.mark.parametrize(
    "heads",
    [
        ["Période de rapportage", "Projet", "Taux", "Description des réalisations", "Problèmes", "Solutions proposées"],
        ["Reporting period", "Project", "Progress rate", "What was done", "Issues", "Proposed solutions"],
        ["فترة المتابعة", "المشروع", "نسبة الإنجاز", "المنجزات", "المشاكل", "الحلول المقترحة"],
    ],
)
def test_problems_beside_the_period_of_a_report_were_met_on_the_way(heads: list[str]) -> None:
    package = shown(read(sheet(heads, ["S1 2025", "Portail", "40%", "Abc", "Def", "Ghi"])))
    (commitment,) = package["plans"][0]["commitments"]
    (update,) = package["progress_updates"]
    told = [[*update[name].values()] for name in ("text", "challenges", "next_steps")]
    assert told == [["Abc"], ["Def"], ["Ghi"]]
    assert not {"problem", "action"} & commitment.keys()


def test_problems_of_a_plan_stay_its_own() -> None:
    rows = ["Portail", "Abc", "Def", "Service", "2025", "En cours"]
    package = shown(
        read(sheet(["Projet", "Problèmes", "Solutions proposées", "Responsable", "Période", "Statut"], rows))
    )
    assert {"problem", "action"} <= package["plans"][0]["commitments"][0].keys()
    assert "progress_updates" not in package

"""What is proposed against the difficulties of activities: next steps, and no activities of their own."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet, shown


@pytest.mark.parametrize(
    ("heads", "remedy"),
    [
        (["Projet", "Activité", "Taux", "Difficultés"], "Actions proposées"),
        (["Projet", "Activité", "Taux", "Difficultés"], "Mesures proposées"),
        (["المشروع", "النشاط", "نسبة الإنجاز", "الصعوبات"], "الإجراءات المقترحة"),
        (["المشروع", "النشاط", "نسبة الإنجاز", "الصعوبات"], "التدابير المقترحة"),
    ],
)
def test_remedies_are_next_steps(heads: list[str], remedy: str) -> None:
    rows = [["Portail", "Étude", "50%", "Retard", "Relancer"], ["", "Pose", "0%", "Budget", "Demander"]]
    tree = shown(read(sheet([*heads, remedy], *rows)))
    (one,) = tree["plans"][0]["commitments"]
    assert [(*step["title"].values(), step["progress"]) for step in one["milestones"]] == [("Étude", 50), ("Pose", 0)]
    told = [(*update["challenges"].values(), *update["next_steps"].values()) for update in tree["progress_updates"]]
    assert told == [("Retard", "Relancer"), ("Budget", "Demander")]


def test_actions_without_difficulties_are_activities() -> None:
    (one,) = shown(read(sheet(["Projet", "Actions proposées"], ["Portail", "Étude"])))["plans"][0]["commitments"]
    assert [step["title"]["fr"] for step in one.get("milestones", [])] == ["Étude"] or one.get("action") == {
        "fr": "Étude"
    }

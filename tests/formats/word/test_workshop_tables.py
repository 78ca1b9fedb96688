"""Tables with a workshop on each row, all made up, in plans, reports and minutes."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

HEAD = ["Atelier", "Date", "Lieu", "Participants", "Femmes"]
ROWS = [
    ["Atelier 1 : transparence", "12/03/2026", "Salle municipale", "45", "20"],
    ["Consultation des jeunes", "20/03/2026", "Maison des jeunes", "30", ""],
]
FIRST = {"date": "2026-03-12", "place": {"fr": "Salle municipale"}, "participants": [{"count": 45, "women": 20}]}


def test_a_plan_has_the_workshops_of_such_a_table() -> None:
    total = ["Total", "", "", "75", "20"]
    made = read_paper("= Plan d’action 2026-2028", "# Ateliers", [HEAD, *ROWS, total], "# Engagement 1 : Portail")
    first, second = tree_of(made)["workshops"]
    assert {field: first[field] for field in FIRST} == FIRST
    assert first["plans"] == ["@Plan d’action 2026-2028"]
    assert (second["kind"], second["participants"]) == ("public_consultation", [{"count": 30}])
    assert "import/total-row" in codes_of(made)
    assert sorted(unmapped(made).values()) == sorted([*filter(None, total), "Ateliers"])


def test_a_report_with_such_a_table_is_a_report() -> None:
    title = "= Rapport de suivi du plan d’action 2026-2028 au 30 juin 2026"
    states = [["Engagement", "État d’avancement", "Taux"], ["1. Portail", "En cours", "40 %"]]
    tree = tree_of(read_paper(title, "# Ateliers", [HEAD, *ROWS], "# Avancement", states))
    assert len(tree["workshops"]) == 2
    (update,) = tree["progress_updates"]
    assert (update["date"], update["progress"]) == ("2026-06-30", 40)


def test_minutes_of_several_workshops_have_each_of_them() -> None:
    tree = tree_of(
        read_paper("= Compte rendu des ateliers de consultation", [HEAD, *ROWS], "! Propositions", "* Un portail")
    )
    whole, first, second = tree["workshops"]
    assert "date" not in whole
    assert {field: first[field] for field in FIRST} == FIRST
    assert second["date"] == "2026-03-20"


@pytest.mark.parametrize(
    ("head", "row", "place"),
    [
        (
            ["اللقاء", "التاريخ", "المكان", "عدد المشاركين"],
            ["لقاء الجمعيات", "12/03/2026", "دار الشباب", "45"],
            "دار الشباب",
        ),
        (["Workshop", "Date", "Place", "Attendance"], ["Kick-off", "12/03/2026", "Town hall", "45"], "Town hall"),
        (["Taller", "Fecha", "Lugar", "Participantes"], ["Primer taller", "12/03/2026", "Sala", "45"], "Sala"),
    ],
)
def test_its_headings_may_be_in_other_languages(head: list[str], row: list[str], place: str) -> None:
    (workshop,) = tree_of(read_paper("= Plan 2026-2028", [head, row], "# Engagement 1 : Portail"))["workshops"]
    assert (workshop["date"], workshop["participants"]) == ("2026-03-12", [{"count": 45}])
    assert list(workshop["place"].values()) == [place]


def test_what_a_project_holds_stays_its_own() -> None:
    made = read_paper("= Plan d’action 2026-2028", "# Engagement 1 : Former les jeunes", [HEAD[:3], ROWS[0][:3]])
    assert "workshops" not in tree_of(made)
    (commitment,) = commitments_of(made)
    assert len(commitment["x_unmapped"]) == 3

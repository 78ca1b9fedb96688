"""Plans imported again onto their own package: they stay plans, though their rows name what it has; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tracker.test_tracker import codes, tree_of

from opengov_local.formats.books.csv_format import read
from opengov_local.importing.options import ImportOptions

_ROWS = (
    "Portail inventé;Publier dix jeux;En cours;Inventé : en attente",
    "Forum inventé;Organiser le forum;Achevé;Inventé : tenu",
)
_HEADS = "Projet;Action prévue;Statut;{remarks}"


def _read(head: str, *rows: str, base: dict[str, Any] | None = None) -> Any:
    return read("\n".join((head, *rows)).encode(), "plan.csv", options=ImportOptions(base=base, id_prefix="test.made"))


@pytest.mark.parametrize("remarks", ["Commentaires", "Observations", "Remarques"])
def test_a_plan_with_states_and_remarks_changes_the_plan_and_keeps_its_ids(remarks: str) -> None:
    head = _HEADS.format(remarks=remarks)
    base = tree_of(_read(head, *_ROWS))
    tree = tree_of(_read(head, _ROWS[0].replace("En cours", "Achevé"), _ROWS[1], base=base))
    assert "progress_updates" not in tree
    steps, earlier = ([c["milestones"][0] for c in one["plans"][0]["commitments"]] for one in (tree, base))
    assert [step["id"] for step in steps] == [step["id"] for step in earlier]
    assert [step["status"]["code"] for step in steps] == ["completed", "completed"]


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("Projet;Action prévue;Statut;Réalisations", ()),
        ("Projet;Action prévue;Statut;Commentaires", ("Situation au 30/06/2025;;;",)),
    ],
)
def test_what_says_when_or_what_was_done_reports(head: str, above: tuple[str, ...]) -> None:
    base = tree_of(_read(_HEADS.format(remarks="Commentaires"), *_ROWS))
    done = _read(*above, head, *_ROWS, base=base)
    assert tree_of(done)["plans"] == base["plans"]
    assert [each["status"]["code"] for each in tree_of(done)["progress_updates"]] == ["in_progress", "completed"]
    assert ("import/report-without-date" in codes(done)) is not bool(above)


_REPORT = ("Portail inventé;Service;100000;{};En cours;Abc.", "Forum inventé;Autre;5000;{};Achevé;Def.")


@pytest.mark.parametrize(
    ("heading", "times", "is_report"),
    [
        ("Date", ("30/06/2025", "30/06/2025"), True),
        ("Date du suivi", ("30/06/2025", "01/07/2025"), True),
        ("Période", ("S1 2025", "S1 2025"), True),
        ("Date", ("30/06/2025", "31/12/2026"), False),
    ],
)
def test_reports_on_a_base_may_say_again_who_leads_and_what_it_costs(
    heading: str, times: tuple[str, str], is_report: bool
) -> None:
    base = tree_of(_read(_HEADS.format(remarks="Commentaires"), *_ROWS))
    rows = [row.format(time) for row, time in zip(_REPORT, times, strict=True)]
    done = _read(f"Engagement;Responsable;Budget;{heading};Statut;Réalisations", *rows, base=base)
    assert (tree_of(done)["plans"] == base["plans"]) is is_report
    if is_report:
        first, second = tree_of(done)["progress_updates"]
        assert [first["text"], second["text"]] == [{"fr": "Abc."}, {"fr": "Def."}]
        assert [one["text"] for one in first["x_unmapped"]] == ["Service", "100000"]
        assert "import/column-unmapped" in codes(done)


def test_a_plan_that_reports_too_is_still_the_plan_where_the_base_says_no_more() -> None:
    head = "Projet;Action prévue;Responsable;Statut;Date de mise à jour;Réalisations"
    rows = (
        "Portail inventé;Publier;Service;En cours;30/06/2025;Abc.",
        "Forum inventé;Réunir;Autre;Achevé;30/06/2025;Def.",
    )
    base = tree_of(_read(head, *rows))
    tree = tree_of(_read(head, rows[0], rows[1].replace("Réunir", "Réunir plus").replace("Autre", "Tiers"), base=base))
    (_, second), (_, earlier) = (one["plans"][0]["commitments"] for one in (tree, base))
    assert second["id"] == earlier["id"]
    assert second["milestones"][0]["title"] == {"fr": "Réunir plus"}
    assert second["milestones"][0]["leads"] == [{"name": {"fr": "Tiers"}}]


_RATED = ("Projet;Activité;% prévu;% réalisé;Commentaires", "Portail;Publier;50 %;40 %;Abc.", "Forum;Réunir;50 %;60 %;")


def test_a_table_of_rates_is_the_plan_again_on_its_own_base_and_a_report_on_a_richer_one() -> None:
    base = tree_of(_read(*_RATED))
    again = tree_of(_read(*_RATED, base=base))
    assert again["plans"] == base["plans"]
    assert "progress_updates" not in again
    richer = tree_of(
        _read("Projet;Activité;Responsable;Échéance", "Portail;Publier;Service;2026", "Forum;Réunir;Autre;2027")
    )
    done = tree_of(_read(*_RATED, base=richer))
    assert done["plans"] == richer["plans"]
    assert [one["progress"] for one in done["progress_updates"]] == [40, 60]


@pytest.mark.parametrize(("above", "is_report"), [("Tableau de suivi du plan;;;", True), ("Le plan;;;", False)])
def test_a_title_of_a_follow_up_makes_states_and_remarks_a_report(above: str, is_report: bool) -> None:
    richer = tree_of(
        _read("Projet;Action;Responsable;Échéance", "Portail;Publier;Service;2026", "Forum;Réunir;Autre;2027")
    )
    rows = ("Portail;Publier;En cours;Abc.", "Forum;Réunir;Achevé;Def.")
    done = tree_of(_read(above, "Projet;Action;Statut;Commentaires", *rows, base=richer))
    assert (done["plans"] == richer["plans"]) is is_report
    assert ("progress_updates" in done) is is_report


def test_messages_of_a_journal_are_what_was_done() -> None:
    base = tree_of(_read(_HEADS.format(remarks="Commentaires"), *_ROWS))
    rows = ("2025-03-01;Service;Portail inventé;Étude lancée", "2025-04-01;Service;Forum inventé;Maquette")
    done = tree_of(_read("Date;Auteur;Objet;Message", *rows, base=base))
    assert [(one["date"], one["text"]) for one in done["progress_updates"]] == [
        ("2025-03-01", {"fr": "Étude lancée"}),
        ("2025-04-01", {"fr": "Maquette"}),
    ]

"""Texts below periods alone, in tables that say nowhere that they report: they are planned; all made up."""

from __future__ import annotations

from typing import Any

import pytest

from opengov_local.formats.books.csv_format import read
from opengov_local.importing.options import ImportOptions


def _read(text: str) -> Any:
    return read(text.encode(), "made-up.csv", options=ImportOptions(id_prefix="test.made"))


def _tree(done: Any) -> Any:
    return done.document.tree


def _texts(year: str) -> str:
    return (
        f"Engagement;Activité;S1 {year};S2 {year}\nPortail inventé;Publier les jeux;Atelier avec tous;Mise en ligne\n"
        "Forum inventé;Réunir les gens;Choix du lieu;"
    )


@pytest.mark.parametrize("year", ["2021", "2091"])
def test_texts_of_activities_are_kept_as_planned(year: str) -> None:
    done = _read(_texts(year))
    assert "progress_updates" not in _tree(done)
    (first, *_) = _tree(done)["plans"][0]["commitments"]
    assert [one["text"] for one in first["milestones"][0]["x_unmapped"]] == ["Atelier avec tous", "Mise en ligne"]
    assert [one.code for one in done.findings].count("import/planned-kept") == 2


def test_texts_of_projects_are_steps_due_in_the_period() -> None:
    done = _read("Engagement;S1 2021;S2 2021\nPortail inventé;Atelier avec tous;Mise en ligne\nForum inventé;;Réunion")
    assert "progress_updates" not in _tree(done)
    steps = [step["due"] for one in _tree(done)["plans"][0]["commitments"] for step in one["milestones"]]
    assert steps == ["2021-H1", "2021-H2", "2021-H2"]
    assert "import/assumed" in [one.code for one in done.findings]


@pytest.mark.parametrize("heading", ["Réalisations S1 2021", "Commentaires S1 2021"])
def test_headings_that_speak_of_a_report_make_updates(heading: str) -> None:
    tree = _tree(
        _read(f"Engagement;Activité;{heading}\nPortail inventé;Publier les jeux;Nous avons mis en ligne dix jeux")
    )
    (update,) = tree["progress_updates"]
    assert update["text"] == {"fr": "Nous avons mis en ligne dix jeux"}


@pytest.mark.parametrize("text", ["Étude lancée", "Study finished", "Taller realizado", "تم إطلاق الدراسة"])
def test_texts_that_end_with_a_state_tell_of_what_was_done(text: str) -> None:
    tree = _tree(_read(f"Engagement;S1 2021;S2 2021\nPortail inventé;{text};\nForum inventé;;Réunion"))
    assert [next(iter(one["text"].values())) for one in tree["progress_updates"]] == [text, "Réunion"]

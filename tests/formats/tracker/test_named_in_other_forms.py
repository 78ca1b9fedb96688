"""Updates that name their objects by numbers in other forms than the plan has them; all made up."""

from __future__ import annotations

import copy

import pytest
from tests.formats.tracker.test_tracker import BASE, codes, joined, updates_of


@pytest.mark.parametrize(
    ("heading", "text", "target"),
    [
        ("Cible", "P-1", "c1"),
        ("Code projet", "P02", "c2"),
        ("Engagement", "Engagement n° 2", "c2"),
        ("Compromiso", "Compromiso 2", "c2"),
        ("Commitment", "Project #1", "c1"),
        ("المشروع", "المشروع رقم ٢", "c2"),
        ("المشروع", "المشروع الثاني", "c2"),
        ("رقم الالتزام", "م1", "c1"),
        ("Jalon", "Activité 1.1", "m11"),
        ("Cible", "Activité 1.1", "m11"),
        ("Jalon", "1.1 Activité inventée", "m11"),
        ("Engagement", "2 Deux", "c2"),
    ],
)
def test_numbers_behind_words_as_codes_and_before_titles(heading: str, text: str, target: str) -> None:
    (update,) = updates_of(joined([heading, "Statut"], [text, "En cours"]))
    assert update["target"] == f"test.made-up:{target}"


@pytest.mark.parametrize(
    ("heading", "text"),
    [("Engagement", "1 Deux"), ("Engagement", "2 Ateliers"), ("Jalon", "Activité 9.9"), ("Jalon", "1.2 Encore")],
)
def test_a_number_with_another_title_or_that_nothing_has_is_unknown(heading: str, text: str) -> None:
    done = joined([heading, "Statut"], [text, "En cours"])
    assert not updates_of(done)
    assert "import/target-unknown" in codes(done)


def test_a_title_behind_a_number_names_what_has_no_number() -> None:
    base = copy.deepcopy(BASE)
    milestone = base["plans"][0]["commitments"][0]["milestones"][0]
    milestone["indicators"] = [{"id": "test.made-up:i1", "name": {"fr": "Visites"}}]
    (update,) = updates_of(joined(["Indicateur", "Statut"], ["1.1.1 Visites", "En cours"], base=base))
    assert update["target"] == "test.made-up:i1"

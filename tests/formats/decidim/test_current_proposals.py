"""Proposals as current versions of Decidim export them, each made up."""

from __future__ import annotations

import pytest
from tests.formats.decidim.reads import account, codes, read_text, tree

_HEAD = "id;title/fr;body/fr;state;answer/fr;{answered};votes;{likes}/total_count;{likes}/user_{likes};follows_count"


@pytest.mark.parametrize(("likes", "answered"), [("likes", "answer_time"), ("endorsements", "answered_at")])
def test_votes_are_supporters_and_likes_are_not_beside_them(likes: str, answered: str) -> None:
    head = _HEAD.format(likes=likes, answered=answered)
    done = read_text(f"{head}\n1;Proposer;Texte;accepted;Retenue;2025-03-01;12;4;;7\n", "proposals.csv")
    (one,) = tree(done)["workshops"][0]["contributions"]
    assert one["supporters"] == 12
    assert one["disposition"]["date"] == "2025-03-01"
    assert {entry.piece.text for entry in account(done).of("unmapped")} == {"4", "7"}
    assert "import/column-unmapped" not in codes(done)


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Association Abc", {"name": {"und": "Association Abc"}}),
        ("جمعية الأمل", {"name": {"ar": "جمعية الأمل"}}),
        ("Abc Def", {"person": {"name": {"und": "Abc Def"}}}),
    ],
)
def test_an_author_whose_name_says_so_is_a_body(name: str, author: dict[str, object]) -> None:
    done = read_text(f"id;title/fr;body/fr;author/name\n1;Proposer;Texte;{name}\n", "proposals.csv")
    assert tree(done)["workshops"][0]["contributions"][0]["author"] == author


@pytest.mark.parametrize(
    ("heads", "place"),
    [
        ("location/fr", {"fr": "Salle, 1 rue X"}),
        ("location/ar", {"ar": "Salle, 1 rue X"}),
        ("location", {"und": "Salle, 1 rue X"}),
    ],
)
def test_the_address_of_a_meeting_is_no_translation_of_its_place(heads: str, place: dict[str, str]) -> None:
    text = f"id;title/fr;start_time;attendees_count;{heads};address\n1;Atelier;2025-03-01;4;Salle;1 rue X\n"
    assert tree(read_text(text, "meetings.csv"))["workshops"][0]["place"] == place

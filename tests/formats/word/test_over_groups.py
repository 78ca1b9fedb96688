"""Headings of minutes over several working groups, which ask the same of each; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped

_TITLE = "= Compte rendu de l’atelier de co-création"


def _brought(*blocks: str) -> tuple[list[list[tuple[str, str]]], dict[str, Any], dict[str, str]]:
    """Gives kind and text of what each group brought, the workshop, and what was kept."""
    made = read_paper(*blocks)
    (workshop,) = tree_of(made)["workshops"]
    groups = workshop["working_groups"]
    said = [[(each["kind"], *each["text"].values()) for each in group.get("contributions", ())] for group in groups]
    return said, workshop, unmapped(made)


@pytest.mark.parametrize("mark", ["##", "!"])
def test_a_heading_over_groups_asks_of_each(mark: str) -> None:
    one, other = [f"{mark} Groupe 1 : Alpha", "* Aaa", "* Bbb"], [f"{mark} Groupe 2 : Beta", "* Ccc"]
    said, _, kept = _brought(_TITLE, "# Propositions", *one, *other)
    assert said == [[("proposal", "Aaa"), ("proposal", "Bbb")], [("proposal", "Ccc")]]
    assert kept == {}


def test_a_question_within_a_group_asks_of_that_group_alone() -> None:
    one, other = ["## Groupe 1 : Alpha", "Problèmes :", "* Aaa"], ["## Groupe 2 : Beta", "* Bbb"]
    said, _, _ = _brought(_TITLE, "# Propositions", *one, *other)
    assert said == [[("problem", "Aaa")], [("proposal", "Bbb")]]


def test_another_heading_ends_what_was_asked_of_groups() -> None:
    said, _, kept = _brought(
        _TITLE, "# Propositions", "## Groupe 1 : A", "* Aaa", "# Notes", "## Groupe 2 : B", "* Bbb"
    )
    assert (said, kept) == ([[("proposal", "Aaa")], [("other", "Bbb")]], {})


def test_a_heading_within_one_group_asks_nothing_of_the_next() -> None:
    said, _, kept = _brought(_TITLE, "# Groupe 1 : A", "## Propositions", "* Aaa", "# Groupe 2 : B", "* Bbb")
    assert (said, kept) == ([[("proposal", "Aaa")], [("other", "Bbb")]], {})


@pytest.mark.parametrize("over", [["# Propositions"], []])
def test_a_list_below_who_leads_a_group_names_no_others(over: list[str]) -> None:
    said, workshop, kept = _brought(_TITLE, *over, "## Groupe 1 : A", "Animatrice : Mme Exemple", "* Aaa", "* Bbb")
    (group,) = workshop["working_groups"]
    assert [each["name"]["fr"] for each in group["facilitators"]] == ["Mme Exemple"]
    kind = "proposal" if over else "other"
    assert (said, kept) == ([[(kind, "Aaa"), (kind, "Bbb")]], {})

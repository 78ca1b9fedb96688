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


@pytest.mark.parametrize(
    ("head", "group", "asked", "of_all"),
    [
        ("= Compte rendu de l’atelier inventé", "! Groupe {} : Sujet {}", "Problèmes :", "Recommandations :"),
        ("= محضر ورشة خيالية", "! المجموعة {}: الموضوع {}", "الإشكاليات:", "التوصيات:"),
    ],
)
@pytest.mark.parametrize("bold", [True, False])
def test_what_is_asked_in_the_look_of_groups_behind_them_is_asked_of_all_which_is_said(
    head: str, group: str, asked: str, of_all: str, bold: bool
) -> None:
    lines = [text for n in (1, 2) for text in (group.format(n, n), asked, f"* Abc {n}")]
    made = read_paper(head, *lines, f"! {of_all}" if bold else of_all, "* Def")
    (workshop,) = tree_of(made)["workshops"]
    groups = [len(each["contributions"]) for each in workshop["working_groups"]]
    said = [each.params["value"] for each in made.findings if each.params.get("field") == "contributions"]
    assert (groups, len(workshop.get("contributions", [])), said) == (
        ([1, 1], 1, [of_all]) if bold else ([1, 2], 0, [])
    )


def test_what_each_group_is_asked_in_bold_is_of_each() -> None:
    lines = [text for n in (1, 2) for text in (f"! Groupe {n} : S{n}", "Problèmes :", "* A", "! Propositions :", "* B")]
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier inventé", *lines))["workshops"]
    assert [len(each["contributions"]) for each in workshop["working_groups"]] == [2, 2]
    assert "contributions" not in workshop


def test_behind_groups_with_a_table_each_a_bold_question_is_asked_of_all() -> None:
    table = [["Problème", "Solution"], ["A", "B"]]
    lines = [block for n in (1, 2) for block in (f"! Groupe {n} : S{n}", "Rapporteur : M. X", table)]
    (workshop,) = tree_of(read_paper(_TITLE, *lines, "! Recommandations :", "* C"))["workshops"]
    assert [len(each["contributions"]) for each in workshop["working_groups"]] == [2, 2]
    assert [each["text"]["fr"] for each in workshop["contributions"]] == ["C"]


@pytest.mark.parametrize("asked", ["Solutions :", "Propositions :", "الحلول:"])
def test_what_the_last_group_alone_is_asked_in_bold_is_of_it_where_groups_bring_such(asked: str) -> None:
    lines = [text for n in (1, 2) for text in (f"! Groupe {n} : S{n}", "Problèmes :", "* A")]
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier inventé", *lines, f"! {asked}", "* B"))["workshops"]
    assert [len(each["contributions"]) for each in workshop["working_groups"]] == [1, 2]
    assert "contributions" not in workshop


@pytest.mark.parametrize(
    ("title", "group", "asked", "of_all", "is_of_all"),
    [
        ("= Compte rendu de l’atelier", "# Groupe {} : S{}", "! Problèmes :", "! Recommandations", True),
        ("= محضر الورشة التشاورية", "# المجموعة {}: الموضوع {}", "الإشكاليات:", "! التوصيات", True),
        ("= محضر الورشة التشاورية", "# المجموعة {}: الموضوع {}", "الإشكاليات:", "التوصيات", True),
        ("= Compte rendu de l’atelier", "# Groupe {} : S{}", "! Problèmes", "! Recommandations", False),
        ("= Compte rendu de l’atelier", "# Groupe {} : S{}", "! Problèmes :", "! Recommandations du groupe", False),
    ],
)
def test_recommendations_in_another_look_behind_the_last_group_are_of_all_which_is_said(
    title: str, group: str, asked: str, of_all: str, is_of_all: bool
) -> None:
    lines = [text for n in (1, 2) for text in (group.format(n, n), asked, f"* Abc {n}")]
    made = read_paper(title, *lines, of_all, "- Def")
    (workshop,) = tree_of(made)["workshops"]
    groups = [len(each["contributions"]) for each in workshop["working_groups"]]
    said = [each.params["value"] for each in made.findings if each.params.get("field") == "contributions"]
    expected = ([1, 1], 1, [of_all.removeprefix("! ")]) if is_of_all else ([1, 2], 0, [])
    assert (groups, len(workshop.get("contributions", [])), said) == expected

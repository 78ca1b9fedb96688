"""Several pages of OGP's site one after another in one text; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.ogp_pages.made_up import COMMITMENT, FRENCH, PLAN, as_html

from opengov_local.document import Import
from opengov_local.formats.ogp_pages.page_format import read
from opengov_local.importing.options import ImportOptions

OTHER = (
    COMMITMENT.replace("MAXYZ0007", "MAXYZ0008")
    .replace("A made-up portal for made-up permits", "A made-up budget")
    .replace("Nobody finds", "Nobody reads")
    .replace("Open the portal", "Print the budget")
)
LISTED = """
Commitments

A made-up portal for made-up permits (MAXYZ0007)
A made-up budget (MAXYZ0008)
"""
SHORT = """{number}Commitment Title
{title}
Problem
{problem}
Action
Made up.
"""


def _read(text: str) -> Import:
    return read(text.encode(), "made-up.txt", options=ImportOptions(id_prefix="test.made-up"))


def _tree(done: Import) -> dict[str, Any]:
    assert done.document
    tree: dict[str, Any] = done.document.tree
    return tree


def _problems(tree: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (next(iter(one["title"].values())), next(iter(one["problem"].values())).partition("\n")[0])
        for plan in tree["plans"]
        for one in plan["commitments"]
    ]


BOTH = [
    ("A made-up portal for made-up permits", "Nobody finds the made-up forms."),
    ("A made-up budget", "Nobody reads the made-up forms."),
]


@pytest.mark.parametrize(
    "text",
    [
        COMMITMENT + OTHER,
        as_html(COMMITMENT) + as_html(OTHER),
        PLAN + LISTED + COMMITMENT + OTHER,
        COMMITMENT + OTHER + PLAN,
    ],
)
def test_pages_one_after_another_are_commitments_of_one_plan(text: str) -> None:
    done = _read(text)
    tree = _tree(done)
    (plan,) = tree["plans"]
    assert _problems(tree) == BOTH
    assert len(plan["collectivities"]) == len(tree["collectivities"]) == 1
    assert [len(one["milestones"]) for one in plan["commitments"]] == [2, 2]
    assert [one["milestones"][1]["title"]["en"] for one in plan["commitments"]] == [
        "Open the portal",
        "Print the budget",
    ]
    assert [[number["value"] for number in one["identifiers"]] for one in plan["commitments"]] == [
        ["MAXYZ0007"],
        ["MAXYZ0008"],
    ]


def test_pages_of_two_plans_of_one_member() -> None:
    tree = _tree(_read(COMMITMENT + OTHER.replace("2025 – 2027", "2021 – 2023").replace("MAXYZ0008", "MAXYZ0001")))
    assert [plan["period"]["start"] for plan in tree["plans"]] == ["2025", "2021"]
    assert [plan["collectivities"] for plan in tree["plans"]] == [[tree["collectivities"][0]["id"]]] * 2
    assert len(tree["collectivities"]) == 1


def test_national_pages_lose_nothing_below_the_contact() -> None:
    other = FRENCH.replace("MO0999", "MO0998").replace("Portail inventé", "Budget inventé")
    tree = _tree(_read(FRENCH + other))
    assert [title for title, _ in _problems(tree)] == ["Portail inventé", "Budget inventé"]
    assert [each["target"] for each in tree["assessments"]] == [one["id"] for one in tree["plans"][0]["commitments"]]


@pytest.mark.parametrize("numbers", [("Commitment ID\nMAXYZ0007\n", "Commitment ID: MAXYZ0008\n"), ("", "")])
def test_forms_alone_with_numbers_and_without(numbers: tuple[str, str]) -> None:
    parts = [
        SHORT.format(number=number, title=title, problem=problem)
        for number, (title, problem) in zip(numbers, BOTH, strict=True)
    ]
    assert _problems(_tree(_read("".join(parts)))) == BOTH


def test_titles_with_numbers_in_a_list_and_one_number_again_begin_no_page() -> None:
    text = f"{COMMITMENT}\nRelated\nA made-up budget (MAXYZ0008)\nAnother (MAXYZ0009)\n"
    tree = _tree(_read(text))
    assert [title for title, _ in _problems(tree)] == [BOTH[0][0]]


@pytest.mark.parametrize("times", [2, 3])
def test_a_page_that_stands_there_again_is_one(times: int) -> None:
    done = _read(COMMITMENT * times + OTHER)
    assert _problems(_tree(done)) == BOTH
    assert [found.code for found in done.findings].count("import/named-again") == times + 1  # with two bodies


def test_a_page_again_with_other_words_is_the_same_commitment() -> None:
    done = _read(COMMITMENT + COMMITMENT.replace("Nobody finds", "No one finds").partition("Milestones")[0])
    assert len(_problems(_tree(done))) == 1
    assert "import/conflict" in {found.code for found in done.findings}

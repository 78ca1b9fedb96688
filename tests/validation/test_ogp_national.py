"""Family ogp-national-2022: lengths, refresh and gap to the day, languages, the questions of the template."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.validation.asked import asked
from tests.validation.parts import Tree, commitment, ident, milestone, package, plan, town

PROFILE = "ogp-national-2022"
PLAN = "/plans/0"
FIRST = f"{PLAN}/commitments/0"


def national(*commitments: Tree, **fields: Any) -> Tree:
    return plan(*commitments, **{"framework": "ogp_national", **fields})


LENGTHS: list[tuple[str, str, bool]] = [
    ("2024", "2025", False),
    ("2024", "2026", False),
    ("2024-01", "2026-12", True),
    ("2024-01", "2026-06", False),
    ("2024-01-01", "2026-06-30", False),
    ("2024-01-01", "2026-07-31", True),
    ("2024-01", "2027-06", False),
    ("2024-01", "2027-12", False),
    ("2024-01", "2029-12", True),
    ("2024-01-01", "2025-06-30", False),
    ("2024-01-01", "2025-06-29", False),
    ("2024-01", "2025-05", True),
]


@pytest.mark.parametrize(("start", "end", "wrong"), LENGTHS)
def test_two_or_four_years_with_six_months_of_play(start: str, end: str, wrong: bool) -> None:
    tree = package(national(period={"start": start, "end": end}))
    assert asked(tree, PROFILE, "plan-length") == ([("plan-length", f"{PLAN}/period")] if wrong else [])


REFRESH: list[tuple[dict[str, Any], str, bool]] = [
    ({"period": {"start": "2023-01-31", "end": "2026-12-31"}}, "2026-01-31", False),
    ({"period": {"start": "2023-01-31", "end": "2026-12-31"}}, "2026-02-01", True),
    ({"period": {"start": "2023-01", "end": "2024-12"}}, "2026-06-01", False),
    ({"period": {"start": "2023", "end": "2026"}}, "2026-12-31", False),
    (
        {"period": {"start": "2023-01", "end": "2026-12"}, "amendments": [{"id": ident("am"), "reason": {"fr": "R"}}]},
        "2026-06-01",
        False,
    ),
]


@pytest.mark.parametrize(("fields", "today", "wrong"), REFRESH)
def test_a_plan_of_four_years_is_refreshed(fields: dict[str, Any], today: str, wrong: bool) -> None:
    found = asked(package(national(**fields)), PROFILE, "no-refresh", today=date.fromisoformat(today))
    assert found == ([("no-refresh", f"{PLAN}/amendments")] if wrong else [])


GAPS: list[tuple[str, list[Tree], bool]] = [
    ("2022-12-31", [{"date": "2023-12-31"}], False),
    ("2022-12-31", [{"date": "2024-01-01"}], True),
    ("2022-12", [{"date": "2024"}], True),
    ("2023", [{"date": "2024"}], False),
    ("2022", [{"date": "2025"}, {"to": "ogp"}], False),
    ("2022", [], False),
    ("2022", [{"date": "2025", "to": "remacto"}], False),
]


@pytest.mark.parametrize(("end", "submissions", "wrong"), GAPS)
def test_a_plan_follows_within_a_year(end: str, submissions: list[Tree], wrong: bool) -> None:
    tree = package(
        national(previous_plan=ident("before"), submissions=submissions), plan(name="before", period={"end": end})
    )
    expected = [("gap-after-previous", f"{PLAN}/submissions")] if wrong else []
    assert asked(tree, PROFILE, "gap-after-previous") == expected


LANGUAGES = ("no-english", "only-english")

TITLES: list[tuple[str, Tree, Tree, list[str], list[tuple[str, str]]]] = [
    ("both", {"fr": "P", "en": "P"}, {"fr": "C", "en": "C"}, [], []),
    ("a region of English", {"fr": "P", "en-GB": "P"}, {"fr": "C", "en": "C"}, [], []),
    ("no English in the plan", {"fr": "P"}, {"fr": "C", "en": "C"}, [], [("no-english", f"{PLAN}/title")]),
    ("no English in a commitment", {"fr": "P", "en": "P"}, {"fr": "C"}, [], [("no-english", f"{FIRST}/title")]),
    ("no English at all is said once", {"fr": "P"}, {"ar": "ع"}, [], [("no-english", f"{PLAN}/title")]),
    ("an unknown language may be English", {"und": "P"}, {"und": "C"}, [], []),
    ("English alone", {"en": "P"}, {"en": "C"}, [], [("only-english", f"{PLAN}/title")]),
    ("English alone, where it is spoken", {"en": "P"}, {"en": "C"}, ["en"], []),
    ("English alone, where French is", {"en": "P"}, {"en": "C"}, ["fr"], [("only-english", f"{PLAN}/title")]),
    ("a commitment in two", {"en": "P"}, {"en": "C", "fr": "C"}, ["fr"], []),
]


@pytest.mark.parametrize(("case", "title", "of_commitment", "spoken", "expected"), TITLES, ids=[r[0] for r in TITLES])
def test_the_pair_of_languages(
    case: str, title: Tree, of_commitment: Tree, spoken: list[str], expected: list[tuple[str, str]]
) -> None:
    stated: dict[str, Any] = {"languages": spoken} if spoken else {}
    place = town(**stated)
    tree = package(
        national(commitment(title=of_commitment), title=title, collectivities=[place["id"]]), collectivities=[place]
    )
    assert asked(tree, PROFILE, *LANGUAGES) == expected


@pytest.mark.parametrize(("count", "wrong"), [(15, False), (16, True)])
def test_fifteen_commitments(count: int, wrong: bool) -> None:
    tree = package(national(*(commitment(f"c{at}") for at in range(count))))
    code = "more-than-fifteen-commitments"
    assert asked(tree, PROFILE, code) == ([(code, f"{PLAN}/commitments")] if wrong else [])


ANALYSIS = tuple(f"commitment-without-{name}" for name in ("accountability", "participation", "transparency"))


@pytest.mark.parametrize(
    ("values", "answered"),
    [
        ([], 0),
        ([{"value": "access_to_information", "why": {"fr": "P"}}], 1),
        ([{"value": "access_to_information"}], 0),
        ([{"value": value, "why": {"fr": "P"}} for value in ("public_accountability", "civic_participation")], 2),
        ([{"value": "inclusion", "why": {"fr": "P"}}], 0),
    ],
)
def test_the_analysis_asks_for_each_value(values: list[Tree], answered: int) -> None:
    tree = package(national(commitment(ogp_values=values)))
    found = asked(tree, PROFILE, *ANALYSIS)
    assert len(found) == 3 - answered
    assert {place for _, place in found} <= {f"{FIRST}/ogp_values"}


def test_milestones_of_a_plan_that_is_not_national_are_not_asked() -> None:
    codes = ("milestone-without-output", "milestone-without-due", "milestone-without-lead")
    held = commitment(milestones=[milestone()])
    places = [f"{FIRST}/milestones/0/{name}" for name in ("due", "leads", "deliverable")]
    assert [place for _, place in asked(package(national(held)), PROFILE, *codes)] == places
    assert asked(package(plan(held)), PROFILE, *codes) == []

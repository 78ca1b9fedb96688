"""Family remacto: the steps of the network's cycle, and what is not asked of a programme that has not come so far."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.asked import asked
from tests.validation.parts import Tree, axis, commitment, ident, organization, package, plan, town

PLAN = "/plans/0"

ADOPTION = ("not-adopted-by-council", "adoption-undated", "adoption-overdue", "council-without-adoption")
NOT, UNDATED, OVERDUE, OTHERS = ADOPTION

ADOPTIONS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("nothing", {}, [NOT]),
    ("an empty list", {"adoptions": []}, [NOT]),
    ("a draft", {"status": {"code": "draft"}}, []),
    ("in consultation", {"status": {"code": "in_consultation"}}, []),
    ("given up", {"status": {"code": "abandoned"}}, []),
    ("in implementation", {"status": {"code": "in_implementation"}}, [NOT]),
    ("said to be adopted", {"status": {"code": "adopted"}}, [UNDATED]),
    ("adopted", {"adoptions": [{"date": "2023-10-03"}]}, []),
    ("a session without a date", {"adoptions": [{"session_kind": "ordinary"}]}, [UNDATED]),
    ("planned", {"adoptions": [{"planned": "2026-02"}]}, []),
    ("planned for today", {"adoptions": [{"planned": "2026-01-15"}]}, []),
    ("planned for yesterday", {"adoptions": [{"planned": "2026-01-14"}]}, [OVERDUE]),
    ("planned for this month", {"adoptions": [{"planned": "2026-01"}]}, []),
    ("planned, and done", {"adoptions": [{"planned": "2025-10", "date": "2025-11"}]}, []),
    ("one that was set aside", {"adoptions": [{"date": "2025-13"}]}, []),
    ("one of two councils", {"adoptions": [{"date": "2025", "collectivity": ident("t0")}]}, [OTHERS]),
    ("both councils", {"adoptions": [{"date": "2025", "collectivity": ident(f"t{at}")} for at in (0, 1)]}, []),
    (
        "one council, and one unnamed",
        {"adoptions": [{"date": "2025"}, {"date": "2025", "collectivity": ident("t0")}]},
        [],
    ),
]


@pytest.mark.parametrize(("case", "fields", "codes"), ADOPTIONS, ids=[row[0] for row in ADOPTIONS])
def test_adoption(case: str, fields: dict[str, Any], codes: list[str]) -> None:
    towns = [town("t0"), town("t1")]
    tree = package(plan(collectivities=[one["id"] for one in towns], **fields), collectivities=towns)
    assert [code for code, _ in asked(tree, "remacto", *ADOPTION)] == codes


STEPS = ("no-co-creation", "no-second-consultation")
FIRST, SECOND = STEPS


NO_OBJECT: Any = "no object"


def meeting(kind: str, **fields: Any) -> Tree:
    return {"id": ident(f"ws-{kind}"), "title": {"fr": "Rencontre"}, "kind": kind, **fields}


MEETINGS: list[tuple[str, list[Tree], list[str]]] = [
    ("none", [], [FIRST, SECOND]),
    ("co-creation", [meeting("co_creation")], [SECOND]),
    ("co-creation online", [meeting("online_consultation", round="co_creation")], [SECOND]),
    ("a consultation whose round is not stated", [meeting("public_consultation")], [FIRST]),
    ("the second round, whatever its kind", [meeting("other", round="second_consultation")], [FIRST]),
    ("both", [meeting("co_creation"), meeting("written_consultation")], []),
    ("a follow-up", [meeting("public_consultation", round="follow_up")], [FIRST, SECOND]),
    ("of another plan", [meeting("co_creation", plans=["org.other:pl"])], [FIRST, SECOND]),
    ("of this plan", [meeting("co_creation", plans=[ident("pl")])], [SECOND]),
    ("of its town", [meeting("co_creation", collectivities=[ident("tc")])], [SECOND]),
    ("of another town", [meeting("co_creation", collectivities=["org.other:tc"])], [FIRST, SECOND]),
    ("one without a title", [meeting("co_creation", title={})], [SECOND]),
    ("one that was set aside", [NO_OBJECT], []),
]


@pytest.mark.parametrize(("case", "meetings", "codes"), MEETINGS, ids=[row[0] for row in MEETINGS])
def test_workshops(case: str, meetings: list[Tree], codes: list[str]) -> None:
    tree = package(plan(collectivities=[ident("tc")]), collectivities=[town()], workshops=meetings)
    assert asked(tree, "remacto", *STEPS) == [(code, PLAN) for code in codes]


@pytest.mark.parametrize(
    ("code", "codes"), [("draft", []), ("in_consultation", [FIRST]), ("adopted", [FIRST, SECOND]), ("abandoned", [])]
)
def test_steps_are_asked_for_when_they_are_over(code: str, codes: list[str]) -> None:
    tree = package(plan(status={"code": code}))
    assert asked(tree, "remacto", *STEPS) == [(code, PLAN) for code in codes]


BEFORE = meeting("other", round="co_creation", date="2024")

ORDER: list[tuple[str, Tree, list[Tree], bool]] = [
    ("after", BEFORE, [{"date": "2023-10"}], True),
    ("the same month", meeting("other", round="co_creation", date="2023-10"), [{"date": "2023-10-03"}], False),
    (
        "between two adoptions",
        meeting("other", round="co_creation", date="2024"),
        [{"date": "2023"}, {"date": "2025"}],
        False,
    ),
    (
        "an undated adoption",
        meeting("other", round="co_creation", date="2024"),
        [{"date": "2023"}, {"planned": "2025"}],
        False,
    ),
    ("a follow-up", meeting("other", round="follow_up", date="2024"), [{"date": "2023-10"}], False),
]


@pytest.mark.parametrize(("case", "held", "adoptions", "wrong"), ORDER, ids=[row[0] for row in ORDER])
def test_workshops_come_before_adoption(case: str, held: Tree, adoptions: list[Tree], wrong: bool) -> None:
    tree = package(plan(adoptions=adoptions), workshops=[{**held, "plans": [ident("pl")]}])
    expected = [("consultation-after-adoption", "/workshops/0/date")] if wrong else []
    assert asked(tree, "remacto", "consultation-after-adoption") == expected


COMMITTEE = ("no-follow-up-committee", "committee-without-members", "committee-not-mixed", "committee-members-unclear")


def seat(sector: str) -> Tree:
    return {"name": {"fr": sector}, "sector": sector}


SEATS: list[tuple[str, list[Tree], list[str]]] = [
    ("nobody", [], ["committee-without-members"]),
    ("nobody sits", [{**seat("local_government"), "count": 0}], ["committee-without-members"]),
    ("no citizen sits", [seat("local_government"), {**seat("civil_society"), "count": 0}], ["committee-not-mixed"]),
    ("the council alone", [seat("local_government")], ["committee-not-mixed"]),
    ("associations alone", [seat("civil_society")], ["committee-not-mixed"]),
    ("both", [seat("local_government"), seat("civil_society")], []),
    ("the council and the state", [seat("local_government"), seat("government")], ["committee-members-unclear"]),
    ("the council and an association", [{"collectivity": ident("tc")}, {"organization": ident("og")}], []),
]


@pytest.mark.parametrize(("case", "seats", "codes"), SEATS, ids=[row[0] for row in SEATS])
def test_the_follow_up_committee_is_mixed(case: str, seats: list[Tree], codes: list[str]) -> None:
    fields: dict[str, Any] = {"follow_up_committees": [{"name": {"fr": "Comité"}, "seats": seats}]}
    tree = package(plan(**fields), organizations=[organization(sector="civil_society")], collectivities=[town()])
    place = f"{PLAN}/follow_up_committees/0/seats"
    assert asked(tree, "remacto", *COMMITTEE) == [(code, place) for code in codes]


def test_a_draft_has_no_committee_yet() -> None:
    place = f"{PLAN}/follow_up_committees"
    assert asked(package(plan()), "remacto", *COMMITTEE) == [("no-follow-up-committee", place)]
    assert asked(package(plan(status={"code": "draft"})), "remacto", *COMMITTEE) == []
    assert asked(package(plan(follow_up_committees=[5])), "remacto", *COMMITTEE) == []
    nameless = asked(package(plan(follow_up_committees=[{"name": {}}])), "remacto", *COMMITTEE)
    assert nameless == asked(package(plan(follow_up_committees=[{"name": {"fr": "X"}}])), "remacto", *COMMITTEE)


LENGTHS: list[tuple[str, str, bool]] = [
    ("2024", "2025", False),
    ("2024", "2026", False),
    ("2022", "2026", True),
    ("2024", "2024", True),
    ("2024-01", "2025-12", False),
    ("2024-01", "2025-09", False),
    ("2024-01", "2025-08", True),
    ("2023-10", "2025-12", False),
    ("2023-07-01", "2025-12-31", True),
]


@pytest.mark.parametrize(("start", "end", "wrong"), LENGTHS)
def test_two_years_with_three_months_of_play(start: str, end: str, wrong: bool) -> None:
    tree = package(plan(period={"start": start, "end": end}))
    expected = [("duration-not-two-years", f"{PLAN}/period")] if wrong else []
    assert asked(tree, "remacto", "duration-not-two-years") == expected


def test_principles_may_stand_with_projects() -> None:
    assert asked(package(plan(commitment())), "remacto", "no-principle") == [("no-principle", f"{PLAN}/principles")]
    assert asked(package(plan(commitment(principles=["transparency"]))), "remacto", "no-principle") == []
    assert asked(package(plan({"id": ident("co"), "principles": ["transparency"]})), "remacto", "no-principle") == []


def test_projects_lie_on_axes_where_there_are_some() -> None:
    codes = ("project-without-axis", "no-axes")
    tree = package(plan(commitment(), axes=[axis("ax")]))
    assert asked(tree, "remacto", *codes) == [("project-without-axis", f"{PLAN}/commitments/0/axes")]
    assert asked(package(plan(commitment())), "remacto", *codes) == [("no-axes", f"{PLAN}/axes")]


@pytest.mark.parametrize(("networks", "wrong"), [([], False), (["remacto"], False), (["ogp_local"], True)])
def test_membership_is_judged_where_networks_are_stated(networks: list[str], wrong: bool) -> None:
    place = town(memberships=[{"network": network} for network in networks])
    tree = package(plan(collectivities=[place["id"]]), collectivities=[place])
    expected = [("not-a-member", f"{PLAN}/collectivities/0")] if wrong else []
    assert asked(tree, "remacto", "not-a-member") == expected

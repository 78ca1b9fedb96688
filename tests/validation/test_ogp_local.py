"""Family ogp-local: who takes part, deadlines to the day, and what is certain of dates that are not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.validation.asked import asked
from tests.validation.parts import Tree, commitment, ident, organization, package, plan, town

LOCAL: dict[str, Any] = {"framework": "ogp_local"}
PLAN = "/plans/0"


def local(*commitments: Tree, **fields: Any) -> Tree:
    return plan(*commitments, **{**LOCAL, **fields})


def body(name: str, sector: str | None = None) -> Tree:
    return {"name": {"fr": name}, **({"sector": sector} if sector else {})}


FORUM = ("forum-not-multi-stakeholder", "forum-members-unclear", "forum-without-members")
NOT, UNCLEAR, EMPTY = FORUM

SEATS: list[tuple[str, list[Tree] | None, str | None]] = [
    ("no seats", None, EMPTY),
    ("an empty list", [], EMPTY),
    ("nobody sits", [{**body("a", "government"), "count": 0}], EMPTY),
    ("nobody of the others sits", [body("a", "government"), {**body("b", "private"), "count": 0}], NOT),
    ("government alone", [body("a", "government"), body("b", "local_government")], NOT),
    ("outside alone", [body("a", "civil_society"), body("b", "academia")], NOT),
    ("both", [body("a", "government"), body("b", "private")], None),
    ("both, and one unknown", [body("a", "government"), body("b", "media"), body("c")], None),
    ("unknown alone", [body("a")], UNCLEAR),
    ("one side and unknown", [body("a", "government"), body("b")], UNCLEAR),
    ("one side and a consultative body", [body("a", "local_government"), body("b", "consultative_body")], UNCLEAR),
    ("by the organization", [{"organization": ident("og")}, body("b", "government")], None),
    ("the seat before the organization", [{"organization": ident("og"), "sector": "government"}], NOT),
    ("by the group", [{**body("a"), "group": "government"}, {**body("b"), "group": "csos"}], None),
    ("other groups", [{**body("a"), "group": "government"}, {**body("b"), "group": "others"}], UNCLEAR),
    ("a collectivity", [{"collectivity": ident("tc")}], NOT),
    ("an organization that is not here", [{"organization": "org.other:x"}, body("a", "government")], UNCLEAR),
    ("one that was set aside", [body("a", "government"), {"sector": 5}], None),
    ("an organization that was set aside", [body("a", "government"), {"organization": ident("cut")}], None),
]


@pytest.mark.parametrize(("case", "seats", "code"), SEATS, ids=[row[0] for row in SEATS])
def test_who_sits_in_the_forum(case: str, seats: list[Tree] | None, code: str | None) -> None:
    forum = {"name": {"fr": "Forum"}, **({} if seats is None else {"seats": seats})}
    cut = {"id": ident("cut"), "name": {}, "sector": "civil_society"}
    tree = package(
        local(forums=[forum]), organizations=[organization(sector="civil_society"), cut], collectivities=[town()]
    )
    assert asked(tree, "ogp-local", *FORUM) == ([(code, f"{PLAN}/forums/0/seats")] if code else [])


@pytest.mark.parametrize(
    ("capacity", "code"), [("elected", NOT), ("public_official", NOT), ("civil_society", None), ("private", UNCLEAR)]
)
def test_the_capacity_of_a_person_tells_the_sector(capacity: str, code: str | None) -> None:
    person = {"person": {"role": {"fr": "Membre"}, "capacity": capacity}}
    tree = package(local(forums=[{"name": {"fr": "Forum"}, "seats": [body("a", "government"), person]}]))
    assert asked(tree, "ogp-local", *FORUM) == ([(code, f"{PLAN}/forums/0/seats")] if code else [])


def test_a_committee_is_no_forum() -> None:
    tree = package(local(follow_up_committees=[{"name": {"fr": "Comité"}}]))
    assert asked(tree, "ogp-local", *FORUM, "no-forum") == [("no-forum", f"{PLAN}/forums")]


def test_a_forum_that_was_set_aside_is_not_missing() -> None:
    assert asked(package(local(forums=[{"name": {}}])), "ogp-local", "no-forum") == []


ENDORSED = ("no-endorsement", "endorsement-after-submission", "endorsement-by-government", "submission-undated")
NONE, AFTER, GOVERNMENT, UNDATED = ENDORSED

ENDORSEMENTS: list[tuple[str, list[Tree], list[Tree], list[str]]] = [
    ("none", [], [], [NONE]),
    ("none, submitted", [], [{"date": "2025-04-02"}], [NONE]),
    ("the day before", [{"date": "2025-04-01"}], [{"date": "2025-04-02"}], []),
    ("the same day", [{"date": "2025-04-02"}], [{"date": "2025-04-02"}], []),
    ("the day after", [{"date": "2025-04-03"}], [{"date": "2025-04-02"}], [AFTER]),
    ("the same month", [{"date": "2025-04"}], [{"date": "2025-04-02"}], []),
    ("the month after", [{"date": "2025-05"}], [{"date": "2025-04"}], [AFTER]),
    ("one before, one after", [{"date": "2025-04-01"}, {"date": "2025-05"}], [{"date": "2025-04-02"}], []),
    ("one after, one undated", [{"date": "2025-05"}, {"by": body("a")}], [{"date": "2025-04-02"}], []),
    ("between two submissions", [{"date": "2025-05"}], [{"date": "2025-04"}, {"date": "2025-06"}], []),
    ("an undated submission", [{"date": "2025-05"}], [{"date": "2025-04"}, {"to": "ogp_local"}], [UNDATED]),
    ("submitted to another", [{"date": "2025-05"}], [{"date": "2025-04", "to": "remacto"}], []),
    ("by nobody known", [{"by": body("a")}], [], []),
    ("by the state", [{"by": {**body("a"), "group": "government"}}], [], [GOVERNMENT]),
    ("by the commune", [{"by": {"collectivity": ident("tc")}}], [], [GOVERNMENT]),
    ("by both", [{"by": {"collectivity": ident("tc")}}, {"by": {"organization": ident("og")}}], [], []),
]


@pytest.mark.parametrize(
    ("case", "endorsements", "submissions", "codes"), ENDORSEMENTS, ids=[r[0] for r in ENDORSEMENTS]
)
def test_endorsements(case: str, endorsements: list[Tree], submissions: list[Tree], codes: list[str]) -> None:
    fields = {"endorsements": endorsements, "submissions": submissions}
    tree = package(local(**fields), organizations=[organization(sector="civil_society")], collectivities=[town()])
    assert [code for code, _ in asked(tree, "ogp-local", *ENDORSED)] == codes


def test_a_plan_in_implementation_was_submitted() -> None:
    tree = package(local(status={"code": "in_implementation"}))
    assert asked(tree, "ogp-local", UNDATED) == [(UNDATED, f"{PLAN}/submissions")]


MONITORS: list[tuple[str, Tree, bool]] = [
    ("the collectivity by id", {"collectivity": ident("tc")}, True),
    ("the collectivity by name", {"name": {"fr": "EXEMPLEVILLE"}}, True),
    ("the lead by id", {"organization": ident("og")}, True),
    ("the lead by name", {"name": {"fr": "Agence  exemple"}}, True),
    ("the lead of a commitment", {"name": {"fr": "Service des parcs"}}, True),
    ("somebody else", {"name": {"fr": "Université"}}, False),
    ("a person without a body", {"person": {"role": {"fr": "Chercheuse"}}}, False),
]


@pytest.mark.parametrize(("case", "monitor", "wrong"), MONITORS, ids=[row[0] for row in MONITORS])
def test_the_monitoring_body_does_not_lead(case: str, monitor: Tree, wrong: bool) -> None:
    held = commitment(leads=[{"name": {"fr": "Service des parcs"}}])
    fields = {"collectivities": [ident("tc")], "leads": [{"organization": ident("og")}], "monitoring_bodies": [monitor]}
    tree = package(local(held, **fields), collectivities=[town()], organizations=[organization(label="Agence Exemple")])
    expected = [("monitoring-body-is-lead", f"{PLAN}/monitoring_bodies/0")] if wrong else []
    assert asked(tree, "ogp-local", "monitoring-body-is-lead") == expected


def test_a_focal_point_of_any_collectivity_is_a_point_of_contact() -> None:
    def tree(*focal: list[Tree]) -> Tree:
        towns = [town(f"t{at}", **({"focal_points": one} if one else {})) for at, one in enumerate(focal)]
        return package(local(collectivities=[one["id"] for one in towns]), collectivities=towns)

    assert asked(tree([], []), "ogp-local", "no-point-of-contact") == [
        ("no-point-of-contact", f"{PLAN}/points_of_contact")
    ]
    assert asked(tree([], [{"role": {"fr": "Point focal"}}]), "ogp-local", "no-point-of-contact") == []


STALE: list[tuple[str, str, bool]] = [
    ("2025-09-15", "2026-01-15", False),
    ("2025-09-15", "2026-01-16", True),
    ("2025-09", "2026-01-30", False),
    ("2025-09", "2026-01-31", True),
    ("2025", "2026-04-30", False),
    ("2025", "2026-05-01", True),
    ("2025-10-31", "2026-02-28", False),
    ("2025-10-31", "2026-03-01", True),
]


@pytest.mark.parametrize(("updated", "today", "wrong"), STALE)
def test_a_web_page_is_stale_after_four_months(updated: str, today: str, wrong: bool) -> None:
    tree = package(local(website="https://example.org/", website_updated=updated))
    found = asked(tree, "ogp-local", "website-stale", today=date.fromisoformat(today))
    assert found == ([("website-stale", f"{PLAN}/website_updated")] if wrong else [])


def test_the_web_page_of_a_plan_that_has_ended_may_rest() -> None:
    tree = package(local(website_updated="2023", period={"end": "2026-01-14"}))
    assert asked(tree, "ogp-local", "website-stale") == []
    tree = package(local(website_updated="2023", period={"end": "2026-01"}))
    assert asked(tree, "ogp-local", "website-stale") == [("website-stale", f"{PLAN}/website_updated")]


def assessment(target: str, instrument: str, **fields: Any) -> Tree:
    return {
        "id": ident(f"as-{target}-{fields.get('date', '')}"),
        "target": ident(target),
        "instrument": instrument,
        **fields,
    }


INCEPTION: list[tuple[str, list[Tree], str, list[tuple[str, str]]]] = [
    ("none, in time", [], "2025-06-02", []),
    ("none, a day late", [], "2025-06-03", [("inception-missing", PLAN)]),
    ("in time", [assessment("pl", "ogp_local_inception", date="2025-06-02")], "2026-01-15", []),
    ("of the month", [assessment("pl", "ogp_local_inception", date="2025-06")], "2026-01-15", []),
    (
        "late",
        [assessment("pl", "ogp_local_inception", date="2025-06-03")],
        "2026-01-15",
        [("inception-late", "/assessments/0/date")],
    ),
    ("undated", [assessment("pl", "ogp_local_inception")], "2026-01-15", []),
    ("of a commitment", [assessment("co", "ogp_local_inception", date="2025-05")], "2026-01-15", []),
    (
        "a first in time, a second late",
        [assessment("pl", "ogp_local_inception", date=day) for day in ("2025-05", "2025-09")],
        "2026-01-15",
        [],
    ),
    (
        "two late",
        [assessment("pl", "ogp_local_inception", date=day) for day in ("2025-10", "2025-09")],
        "2026-01-15",
        [("inception-late", "/assessments/1/date")],
    ),
    (
        "another instrument",
        [assessment("pl", "self_assessment", date="2025-05")],
        "2026-01-15",
        [("inception-missing", PLAN)],
    ),
    ("one that was set aside", [{"id": ident("as"), "target": 5}], "2026-01-15", []),
]


@pytest.mark.parametrize(("case", "made", "today", "expected"), INCEPTION, ids=[row[0] for row in INCEPTION])
def test_the_inception_assessment(case: str, made: list[Tree], today: str, expected: list[tuple[str, str]]) -> None:
    tree = package(local(commitment(), submissions=[{"date": "2025-04-02"}]), assessments=made)
    found = asked(tree, "ogp-local", "inception-late", "inception-missing", today=date.fromisoformat(today))
    assert found == expected


def test_no_deadline_without_a_date_of_submission() -> None:
    codes = ("inception-late", "inception-missing")
    assert asked(package(local()), "ogp-local", *codes) == []
    assert asked(package(local(submissions=[{"date": "2025"}, {"to": "ogp"}])), "ogp-local", *codes) == []
    assert asked(package(local(submissions=[{"date": "2025"}])), "ogp-local", *codes) == []


@pytest.mark.parametrize(
    ("done", "today", "wrong"),
    [("2025-12-15", "2026-01-15", False), ("2025-12-14", "2026-01-15", True), ("2025-12", "2026-01-31", False)],
)
def test_the_assessment_after_a_commitment_was_done(done: str, today: str, wrong: bool) -> None:
    tree = package(local(commitment(completed_on=done)))
    found = asked(tree, "ogp-local", "end-of-commitment-missing", today=date.fromisoformat(today))
    assert found == ([("end-of-commitment-missing", "/plans/0/commitments/0")] if wrong else [])


def test_a_commitment_that_is_not_done_needs_no_assessment() -> None:
    tree = package(local(commitment(end="2024", status={"code": "completed"})))
    assert asked(tree, "ogp-local", "end-of-commitment-missing", "end-of-commitment-late") == []


TERMS: list[tuple[str, str | None, str | None, bool]] = [
    ("2027-07", "2027-06", None, True),
    ("2027-06", "2027-06", None, False),
    ("2027", "2027-06", None, False),
    ("2028", "2027-06", None, True),
    ("2028", None, "2027-06", True),
    ("2028", "2028", "2027-06", False),
    ("2028", None, None, False),
]


@pytest.mark.parametrize(("end", "of_plan", "of_town", "wrong"), TERMS)
def test_the_end_of_the_term_of_office(end: str, of_plan: str | None, of_town: str | None, wrong: bool) -> None:
    fields = {"term_end": of_plan} if of_plan else {}
    place = town(**({"term_end": of_town} if of_town else {}))
    tree = package(local(period={"end": end}, collectivities=[place["id"]], **fields), collectivities=[place])
    expected = [("plan-end-after-term", f"{PLAN}/period/end")] if wrong else []
    assert asked(tree, "ogp-local", "plan-end-after-term") == expected


def _commitments(joint: int, *own: int) -> list[Tree]:
    made = [commitment(f"j{at}") for at in range(joint)]
    for town_at, count in enumerate(own):
        made += [commitment(f"o{town_at}-{at}", collectivities=[ident(f"t{town_at}")]) for at in range(count)]
    return made


@pytest.mark.parametrize(
    ("made", "wrong"),
    [
        (_commitments(5), False),
        (_commitments(6), True),
        (_commitments(2, 3, 3), False),
        (_commitments(2, 4, 1), True),
        (_commitments(0, 5, 5), False),
    ],
)
def test_five_commitments_for_each_collectivity(made: list[Tree], wrong: bool) -> None:
    expected = [("more-than-five-commitments", f"{PLAN}/commitments")] if wrong else []
    assert asked(package(local(*made)), "ogp-local", "more-than-five-commitments") == expected


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ([], False),
        (["inclusion"], True),
        (["technology_and_innovation", "inclusion"], True),
        (["inclusion", "public_accountability"], False),
    ],
)
def test_values_that_count_only_with_others(values: list[str], wrong: bool) -> None:
    tree = package(local(commitment(ogp_values=[{"value": value} for value in values])))
    expected = [("no-core-value", "/plans/0/commitments/0/ogp_values")] if wrong else []
    assert asked(tree, "ogp-local", "no-core-value") == expected


def test_a_question_whose_answer_was_set_aside_is_not_open() -> None:
    broken = commitment(problem={"fr": " "}, milestones=[{"id": ident("m")}], start="2025-13", ogp_values=[{}])
    codes = ("problem", "milestones", "start", "ogp-value")
    tree = package(local(broken))
    assert asked(tree, "ogp-local", *(f"commitment-without-{code}" for code in codes)) == []


def test_an_empty_list_is_no_answer() -> None:
    tree = package(local(commitment(milestones=[])))
    expected = [("commitment-without-milestones", "/plans/0/commitments/0/milestones")]
    assert asked(tree, "ogp-local", "commitment-without-milestones") == expected

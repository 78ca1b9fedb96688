"""What documents of a package go by: what several of its objects are called."""

from __future__ import annotations

import json
from typing import Any

import pytest

from opengov_local.formats.paper.known import Known
from opengov_local.model import Milestone, Package

_X = "org.example"


def _plan(number: int, title: str, step: str) -> dict[str, Any]:
    commitment = {"id": f"{_X}:co-{number}", "number": "1", "title": {"fr": title}}
    milestones = [{"id": f"{_X}:ms-{number}", "title": {"fr": step, "ar": f"مرحلة {number}"}}]
    plan = {"id": f"{_X}:pl-{number}", "framework": "remacto", "title": {"fr": f"Programme {number}"}}
    return {**plan, "commitments": [{**commitment, "milestones": milestones}]}


def _known(*plans: dict[str, Any], brief: bool = False) -> Known:
    tree = {"schema_version": "0.1", "id": f"{_X}:pk-1", "plans": plans}
    return Known(Package.model_validate_json(json.dumps(tree)), with_contacts=False, brief=brief)


@pytest.mark.parametrize("step", ["Portail ouvert", "Portail  ouvert", "Portail\u00a0ouvert", "Portail ouvert\n"])
def test_white_space_makes_no_other_name(step: str) -> None:
    known = _known(_plan(1, "Portail ouvert", step), _plan(2, "Budget", "Autre"))
    assert known.named_twice == {f"{_X}:co-1", f"{_X}:ms-1"}
    assert known.named_again == frozenset()
    known = _known(_plan(1, step, "Réunion"), _plan(2, "Portail ouvert", "Atelier"))
    assert known.named_twice == frozenset()
    assert known.named_again == {f"{_X}:co-1", f"{_X}:co-2"}


def test_a_name_that_an_object_has_twice_itself_is_not_that_of_two() -> None:
    plan = _plan(1, "Portail", "Réunion")
    plan["commitments"][0]["title"] = {"fr": "Portail", "en": "Portail"}
    assert _known(plan).named_twice == frozenset()


@pytest.mark.parametrize("brief", [True, False])
def test_a_title_is_that_of_two_whether_a_commitment_or_a_milestone_has_it_too(brief: bool) -> None:
    plan = _plan(1, "Portail", "Portail")
    plan["commitments"] += _plan(2, "Budget  ouvert", "Réunion")["commitments"]
    plan["commitments"] += _plan(3, "Budget ouvert", "Atelier")["commitments"]
    plan["commitments"] += _plan(4, "Forum", "Visite")["commitments"]
    known = _known(plan, brief=brief)
    made = known.index.survey.root.plans[0]
    assert [known.is_named_twice(each, made) for each in made.commitments] == [True, True, True, False]
    assert [known.is_numbered_alike(each, made) for each in made.commitments] == [False, True, True, False]
    assert known.named_twice == {f"{_X}:{each}" for each in ("co-1", "ms-1", "co-2", "co-3")}
    assert known.numbered_alike == {f"{_X}:co-2", f"{_X}:co-3"}
    plan["commitments"][2]["number"] = "2"
    assert _known(plan, brief=brief).numbered_alike == frozenset()


def test_brief_documents_find_what_they_do_not_ask_for_and_who_is_below_it() -> None:
    plan = _plan(1, "Portail", "Réunion")
    person = {"name": {"fr": "Zineb Alami"}, "capacity": "private"}
    plan["commitments"][0]["milestones"][0]["status"] = {"code": "completed", "by": {"person": person}}
    plan["commitments"] += _plan(2, "Budget", "Atelier")["commitments"]
    plan["commitments"][1]["milestones"][0]["status"] = {"code": "completed", "x_mine": 1}
    plan["commitments"] += _plan(3, "Forum", "Visite")["commitments"]
    known, whole = _known(plan, brief=True), _known(plan)
    assert known.names == whole.names
    assert [node.path for node in known.index.survey.extended] == [node.path for node in whole.index.survey.extended]
    assert len(known.index.by_kind[Milestone]) == 2
    assert known.index.find(f"{_X}:ms-3", Milestone) is not None
    assert known.index.find(f"{_X}:ms-4") is None

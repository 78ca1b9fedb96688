"""What documents of a package go by: what several of its objects are called."""

from __future__ import annotations

import json
from typing import Any

import pytest

from opengov_local.formats.paper.known import Known
from opengov_local.model import Package

_X = "org.example"


def _plan(number: int, title: str, step: str) -> dict[str, Any]:
    commitment = {"id": f"{_X}:co-{number}", "number": "1", "title": {"fr": title}}
    milestones = [{"id": f"{_X}:ms-{number}", "title": {"fr": step, "ar": f"مرحلة {number}"}}]
    plan = {"id": f"{_X}:pl-{number}", "framework": "remacto", "title": {"fr": f"Programme {number}"}}
    return {**plan, "commitments": [{**commitment, "milestones": milestones}]}


def _known(*plans: dict[str, Any]) -> Known:
    tree = {"schema_version": "0.1", "id": f"{_X}:pk-1", "plans": plans}
    return Known(Package.model_validate_json(json.dumps(tree)), with_contacts=False)


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

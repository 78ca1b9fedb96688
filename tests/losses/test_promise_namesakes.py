"""Commitments of one title in one plan: what names one of them leads back to it, by its number or else by its id."""

from __future__ import annotations

from typing import Any

import pytest
from tests.losses.promise import LANGUAGES

from opengov_local import formats
from opengov_local.model import Package

_X = "org.example.fictive"
_NUMBERS = [("1", "2", "3"), (None, None, "3"), (None, None, None), ("1", "1", None)]
_TITLE = {"fr": "Programme fictif"}


def _read(form: str, language: str, plan: dict[str, Any], **more: Any) -> Any:
    package = {"id": f"{_X}:pk-1", "schema_version": "0.1", "default_language": "fr", "plans": [plan], **more}
    row = formats.get(form)
    data = row.writer()(Package.model_validate(package), language=language).data
    document = formats.get(row.read_as).reader()(data, "form.docx").document
    assert document is not None
    return document.tree


def _plan(numbers: tuple[str | None, ...]) -> dict[str, Any]:
    """Gives a plan with commitments of one title, each with a step of one title."""
    projects = [
        {"id": f"{_X}:co-{at}", "title": {"fr": "Portail"}, "problem": {"fr": f"Problème {at}"}}
        | {"milestones": [{"id": f"{_X}:ms-{at}", "title": {"fr": "Publier"}}]}
        | ({"number": number} if number else {})
        for at, number in enumerate(numbers)
    ]
    axes = [{"id": f"{_X}:ax-{at}", "title": {"fr": "Axe"}} for at in range(2)]
    return {"id": f"{_X}:pl-1", "title": _TITLE, "framework": "remacto", "axes": axes, "commitments": projects}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("numbers", _NUMBERS)
def test_what_workshops_brought_leads_to_each(numbers: tuple[str | None, ...], language: str) -> None:
    brought = [
        {"id": f"{_X}:cb-{at}", "kind": "proposal", "text": {"fr": f"Idée {at}"}, "axis": f"{_X}:ax-{at % 2}"}
        | {"disposition": {"status": "accepted", "commitments": [f"{_X}:co-{at % 3}"]}}
        for at in range(4)
    ]
    workshop = {"id": f"{_X}:ws-1", "title": {"fr": "Atelier"}, "kind": "co_creation", "contributions": brought}
    tree = _read("workshop-docx", language, _plan(numbers), workshops=[workshop])
    (plan,) = tree["plans"]
    assert [each["title"] for each in plan["commitments"]] == [{"fr": "Portail"}] * 3
    assert [each.get("number") for each in plan["commitments"]] == [*numbers]
    assert [each["title"] for each in plan["axes"]] == [{"fr": "Axe"}] * 2
    first, second, third = ([each["id"]] for each in plan["commitments"])
    made = tree["workshops"][0]["contributions"]
    assert [each["disposition"]["commitments"] for each in made] == [first, second, third, first]
    assert made[0]["axis"] == made[2]["axis"] != made[1]["axis"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize("numbers", _NUMBERS)
def test_what_plans_say_leads_to_those_that_a_number_tells(
    form: str, numbers: tuple[str | None, ...], language: str
) -> None:
    plan = _plan(numbers)
    changed = [f"{_X}:{each}" for each in ("co-0", "co-1", "co-2", "ms-0", "ms-1", "ms-2")]
    plan["amendments"] = [
        {"id": f"{_X}:am-{at}", "reason": {"fr": f"Revu {at}."}, "changed": [each]} for at, each in enumerate(changed)
    ]
    (made,) = _read(form, language, plan)["plans"]
    projects = made["commitments"]
    ids = [each["id"] for each in projects] + [each["milestones"][0]["id"] for each in projects]
    apart = [number is not None and numbers.count(number) == 1 for number in numbers] * 2
    there = [each.get("changed", []) for each in made["amendments"]]
    assert there == [[each] if told else [] for each, told in zip(ids, apart, strict=True)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-inception-docx", "ogp-local-end-of-commitment-docx"])
def test_assessments_of_commitments_of_one_title_stay_apart(form: str, language: str) -> None:
    plan = _plan((None, "2", None))
    instrument = form.removesuffix("-docx").replace("-", "_")
    reached = [f"local_completion.{each}" for each in ("complete", "limited", "not_started")]
    made = [
        {"id": f"{_X}:as-{at}", "target": f"{_X}:co-{at}", "instrument": instrument}
        | {"answers": [{"criterion": "local_completion", "answer": answer}]}
        for at, answer in enumerate(reached)
    ]
    tree = _read(form, language, plan, assessments=made)
    projects = tree["plans"][0]["commitments"]
    assert [each["problem"] for each in projects] == [{"fr": f"Problème {at}"} for at in range(3)]
    said = {each["target"]: each["answers"][0].get("answer") for each in tree["assessments"] if "answers" in each}
    assert [said[each["id"]] for each in projects] == reached

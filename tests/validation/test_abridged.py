"""Abridged reports: they hold on to what their findings speak of alone, and are rendered as before."""

from __future__ import annotations

import gc
import json
import tracemalloc
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.validation.parts import FIRST, TODAY, commitment, package, plan, report

import opengov_local as ogl
from opengov_local.report import RENDERERS, renderer
from opengov_local.resources import data_folder

CONFORMANCE = Path(__file__).parents[2] / "conformance"
DOCUMENTS = sorted({*(CONFORMANCE / "cases").rglob("*.json"), *data_folder("examples").rglob("*.json")})


@pytest.mark.parametrize("form", RENDERERS)
@pytest.mark.parametrize("part", range(4))
def test_it_is_rendered_as_the_whole_report(form: str, part: int) -> None:
    whole = [ogl.validate(path, today=TODAY) for path in DOCUMENTS[part::24]]
    render = renderer(form)
    assert render([one.abridged() for one in whole], "ar") == render(whole, "ar")


TREES: list[Any] = [
    [],
    5,
    {"title": {"x": [None, {"y": 1}]}},
    package(plan(commitment(progress=[{"a": 1}], title={"fr": " ", "arabe": "b"}, milestones=[{}, None, 5]))),
    package(plan(commitment(number={"title": [1]}, sdgs=[None, 99]), {"id": 5}), title=["a", None]),
]


@pytest.mark.parametrize("tree", TREES, ids=repr)
def test_values_and_ways_stay(tree: Any) -> None:
    whole = ogl.validate(json.dumps(tree).encode(), today=TODAY)
    assert whole.findings
    short = whole.abridged()
    assert short.as_dict() == whole.as_dict()
    for finding in whole.findings:
        steps = [(step.name, step.number, step.concept, step.field) for step in whole.trail(finding)]
        assert [(step.name, step.number, step.concept, step.field) for step in short.trail(finding)] == steps
        assert short.trail(finding)[-1:] == whole.trail(finding)[-1:]
    assert json.loads(json.dumps(tree)) == whole.tree


def test_what_nothing_speaks_of_is_let_go() -> None:
    judged = report(package(plan(commitment(progress="40%", action={"fr": "Long " * 20}))))
    document = weakref.ref(judged.document)
    judged = judged.abridged()
    gc.collect()
    assert document() is None
    assert "Long" not in repr(judged.tree)
    assert [finding.location.pointer for finding in judged.findings] == [f"{FIRST}/progress"]


def test_it_says_whether_the_data_is_valid_and_has_no_package() -> None:
    judged = report(package(plan())).abridged()
    assert judged.valid
    with pytest.raises(RuntimeError):
        _ = judged.package
    assert report(package(plan(title=5))).abridged().package is None


def test_many_reports_take_the_room_of_their_findings() -> None:
    data = (data_folder("examples") / "synthetic" / "full-plan.json").read_bytes()
    assert (
        _room(lambda: ogl.validate(data, today=TODAY).abridged()) < _room(lambda: ogl.validate(data, today=TODAY)) / 5
    )


def _room(make: Callable[[], object]) -> int:
    """Gives the bytes that twenty of what is made take."""
    kept = [make()]  # what is made once is made
    tracemalloc.start()
    try:
        kept += [make() for _ in range(20)]
        gc.collect()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()

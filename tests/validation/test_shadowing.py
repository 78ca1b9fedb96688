"""What a publisher keeps under the name of a field that other kinds of objects have is no such field."""

from __future__ import annotations

import copy
import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

import opengov_local as ogl
from opengov_local.model import Package
from opengov_local.model.shape import concepts, shape_of
from opengov_local.model.walk import walk
from opengov_local.resources import data_folder

TODAY = date(2026, 1, 15)
PLAN = json.loads((data_folder("examples") / "synthetic" / "full-plan.json").read_text(encoding="utf-8"))
OBJECTS = [(node.path, node.kind) for node in walk(Package.model_validate(PLAN))]
NAMES = sorted({name for concept in concepts(Package) for name in shape_of(concept)} | {"", "concept", "model_fields"})
VALUES = (["a\n"], "2099-01-01", 7, [{"id": "org.example.fictive:co-4s8t2u"}])
KEEP_OWN_FIELDS = {"json", "yaml", "plan-html", "xlsx", "ckan-zip", "csv", "jsonld"}
"""Formats in whose files own fields stand, or are counted."""


def _shadowed(value: Any, start: int, every: int) -> Any:
    """Gives the plan in which every object holds a value under names that only other kinds of objects have."""
    tree = copy.deepcopy(PLAN)
    for number, (path, kind) in enumerate(OBJECTS):
        held = tree
        for part in path:
            held = held[part]
        for name in NAMES[(start + number) % every :: every]:
            if name not in shape_of(kind):
                held[name] = value
    return tree


def _said(tree: Any) -> Counter[tuple[str, str, str]]:
    report = ogl.validate(json.dumps(tree).encode(), today=TODAY, profiles=("remacto", "ogp-local", "quality"))
    assert report.valid
    return Counter(
        (finding.code, finding.location.pointer, repr(dict(finding.params)))
        for finding in report.findings
        if not finding.code.startswith("structure/")
    )


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("start", range(2))
def test_rules_do_not_take_it_for_the_field(value: Any, start: int) -> None:
    assert _said(_shadowed(value, start * 4, 12)) == _said(PLAN)


@pytest.mark.parametrize("format", ogl.formats.writable())
def test_writers_do_not_take_it_for_the_field(format: str) -> None:
    own = Package.model_validate(_shadowed(["a\n"], 0, 9))
    written = ogl.dump(own, format).data
    assert format in KEEP_OWN_FIELDS or written == ogl.dump(Package.model_validate(PLAN), format).data

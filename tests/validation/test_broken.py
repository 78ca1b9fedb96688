"""Whole documents broken anywhere: validation says the same as the schema, places everything, and prunes soundly."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.contract import edges

import opengov_local as ogl
from opengov_local.finding import path_of, pointer_of
from opengov_local.model import Package
from opengov_local.resources import data_folder
from opengov_local.schema import witness
from opengov_local.validation.prune import prune
from opengov_local.validation.rules.register import rules

TODAY = date(2026, 1, 15)
RULES = {rule.code for rule in rules()}
EXAMPLES = {
    path.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(data_folder("examples").rglob("*.json"))
    if not path.name.endswith(".expected.json") and "repository" not in path.parts
}

Path = tuple[str | int, ...]

whole_documents = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
"""Examples are long, a busy machine is slow, not wrong, and shrinking a whole document takes minutes."""


def _places(value: Any, above: Path = ()) -> Iterator[Path]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield (*above, key)
        yield from _places(item, (*above, key))


PLACES = {name: tuple(_places(tree)) for name, tree in EXAMPLES.items()}

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
)
texts = st.sampled_from([*edges.TEXTS, *edges.DATES, *edges.FORMS]) | st.text(max_size=8)
values = st.recursive(
    scalars | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
) | st.sampled_from([*edges.ANYTHING, *edges.MAPS, *edges.OBJECTS, *edges.NUMBERS])


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """Draws an example in which some values were replaced, taken out or put under another name."""
    name = draw(st.sampled_from(sorted(EXAMPLES)))
    tree = copy.deepcopy(EXAMPLES[name])
    for path in draw(st.lists(st.sampled_from(PLACES[name]), max_size=8)):
        container: Any = tree
        last: Any = path[-1]
        try:
            for part in path[:-1]:
                container = container[part]
            old = container[last]
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken the place away
        if isinstance(container, str):
            continue
        deed = draw(st.sampled_from(["replace", "replace", "take out", "rename"]))
        if isinstance(old, (dict, list)) and deed == "replace" and draw(st.booleans()):
            continue  # most of the changes should be deep inside
        if deed == "replace":
            container[last] = draw(values)
        else:
            del container[last]
            if deed == "rename" and isinstance(container, dict):
                container[draw(st.text(max_size=6))] = old
    return tree


def _exists(tree: Any, path: tuple[str, ...]) -> bool:
    for part in path:
        if isinstance(tree, list) and part.isdigit() and int(part) < len(tree):
            tree = tree[int(part)]
        elif isinstance(tree, dict) and part in tree:
            tree = tree[part]
        else:
            return False
    return True


@whole_documents
@given(broken())
def test_broken_documents(tree: Any) -> None:
    data = json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")
    report = ogl.validate(data, today=TODAY)
    codes = {finding.code for finding in report.findings}
    if any(code.startswith("syntax/") for code in codes):
        assert report.package is None
        return
    tree = json.loads(data)  # two keys that a change made equal are one now

    of_schema = {
        (finding.code, finding.location.pointer)
        for finding in report.findings
        if finding.code.startswith("structure/") and finding.severity == "error" and finding.code not in RULES
    }
    assert of_schema == witness.judge(tree)
    assert (report.package is not None) == (not of_schema)
    for finding in report.findings:
        path = path_of(finding.location.pointer)
        assert _exists(tree, path) or (finding.code == "structure/missing-field" and _exists(tree, path[:-1]))
        assert finding.location.line is not None
        assert finding.location.column is not None
    cuts = [path_of(pointer) for pointer in report.cuts]
    missing = {pointer for code, pointer in of_schema if code == "structure/missing-field"}
    assert all(_exists(tree, path) or pointer_of(path) in missing for path in cuts)

    if of_schema:
        before = copy.deepcopy(tree)
        rest, done = prune(tree, sorted(pointer for _, pointer in of_schema))
        assert tree == before
        assert (rest is None) == (not isinstance(tree, dict))
        if rest is not None:
            assert witness.judge(done.tree) == set()
            assert rest.root.id == Package.model_validate_json(json.dumps(done.tree)).id


# Faults of every kind of rule, in a plan and an organization of their own.
FAULTY_PLAN: dict[str, Any] = {
    "id": "org.example.extra:pl",
    "title": {"fr": "Programme aux fautes connues"},
    "framework": "remacto",
    "period": {"start": "2025", "end": "2024"},
    "axes": [{"id": "org.example.extra:ax", "title": {"fr": "Axe"}, "parent": "org.example.extra:ax"}],
    "commitments": [
        {
            "id": "org.example.extra:co",
            "title": {"fr": "Engagement"},
            "axes": ["org.example.extra:nowhere", "org.example.extra:pl"],
            "leads": [{"name": {"fr": "Service"}}, {"name": {"fr": "service"}}],
            "completed_on": "2099",
            "milestones": [{"id": "org.example.extra:co", "title": {"fr": "Jalon"}, "note": 1}],
        }
    ],
}
KNOWN_FAULTS = {
    "integrity/end-before-start",
    "integrity/cycle-in-parents",
    "integrity/dangling-reference",
    "integrity/reference-to-wrong-kind",
    "integrity/duplicate-institution",
    "integrity/completed-in-future",
    "integrity/duplicate-id",
    "structure/unknown-field",
}


@whole_documents
@given(st.sampled_from(PLACES["full-plan.json"]), values)
def test_a_cut_loses_no_finding_about_the_rest(path: Path, value: Any) -> None:
    tree = copy.deepcopy(EXAMPLES["full-plan.json"])
    container: Any = tree
    for part in path[:-1]:
        container = container[part]
    container[path[-1]] = value
    if not isinstance(tree.get("plans"), list):
        return  # all plans are cut
    tree["plans"].append(FAULTY_PLAN)
    report = ogl.validate(json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass"), today=TODAY)
    place = f"/plans/{len(tree['plans']) - 1}"
    said = {finding.code for finding in report.findings if finding.location.pointer.startswith(place)}
    if report.package or report.cuts:
        may_be_meant = path in {("plans",), ("plans", 0)} or "axes" in path or path[0] == "external_refs"
        assert said >= KNOWN_FAULTS - ({"integrity/dangling-reference"} if may_be_meant else set())


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name != "faulty-plan.json"])
def test_sound_examples_show_no_error_and_no_warning(name: str) -> None:
    report = ogl.validate(json.dumps(EXAMPLES[name]).encode(), today=date(2026, 11, 23))  # after all that they report
    assert report.valid
    assert [(f.code, f.location.pointer) for f in report.findings if f.severity != "info"] == []

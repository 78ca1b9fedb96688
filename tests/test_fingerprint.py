"""Fingerprints: the same for the same finding after the data has moved, another for another finding."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from opengov_local.finding import Finding, Location, pointer_of
from opengov_local.fingerprint import LENGTH, fingerprint, nearest, value_at

TREE: dict[str, Any] = {
    "id": "p",
    "plans": [{"title": {"fr": "x"}}, {"id": "a", "axes": ["b"], "steps": [{"id": "s", "due": 1}, {"due": 2}]}],
}


def _at(pointer: str, tree: Any = TREE, code: str = "a/b", **place: Any) -> str:
    return fingerprint(Finding(code, location=Location(pointer, **place)), tree)


def test_the_nearest_object_and_the_way_below_it() -> None:
    assert nearest(TREE, "/plans/1/steps/0/due") == ("s", "/due")
    assert nearest(TREE, "/plans/1/steps/1/due") == ("a", "/steps/1/due")
    assert nearest(TREE, "/plans/1/steps/7/due") == ("a", "/steps/7/due")
    assert nearest(TREE, "/plans/0/title/fr") == ("p", "/plans/0/title/fr")
    assert nearest(TREE, "") == ("p", "")
    assert nearest([{"id": 5}], "/0/id") == (None, "/0/id")
    assert nearest(None, "/a") == (None, "/a")


def test_what_moves_keeps_its_fingerprint() -> None:
    moved = {"id": "p", "plans": [TREE["plans"][1], {"id": "new"}]}
    assert _at("/plans/1/steps/0/due", line=3) == _at("/plans/0/steps/0/due", moved, line=90)


def test_another_code_field_or_object_is_another() -> None:
    same = {
        _at("/plans/1/steps/0/due"),
        _at("/plans/1/steps/0/due", code="a/c"),
        _at("/plans/1/steps/0/title"),
        _at("/plans/1/due"),
        _at("/plans/1/steps/1/due"),
        _at("", sheet="A", cell="B4"),
        _at("", sheet="A", cell="B5"),
        _at("", paragraph=4),
        _at(""),
    }
    assert len(same) == 9
    assert {len(one) for one in same} == {LENGTH}


def test_it_stays_the_same_from_version_to_version() -> None:
    assert _at("/plans/1/steps/0/due") == "a01e3dd3092097bce979ff1d55c0b000"


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3) | st.just("id"), inner, max_size=3),
    max_leaves=8,
)


@given(JSON, st.lists(st.text(max_size=3) | st.integers(0, 3).map(str), max_size=4))
def test_any_tree_and_any_pointer(tree: Any, path: list[str]) -> None:
    pointer = pointer_of(tuple(path))
    identifier, below = nearest(tree, pointer)
    assert pointer.endswith(below)
    above = value_at(tree, pointer.removesuffix(below) if below else pointer)
    assert identifier is None or (isinstance(above[0], dict) and above[0]["id"] == identifier)

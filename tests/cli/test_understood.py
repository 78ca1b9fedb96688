"""What is said of a source at a glance: counts of objects, and the titles of the main ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local import api, codelists
from opengov_local.cli.understood import understood


def _tree(**plan: Any) -> dict[str, Any]:
    return {"id": "org.example.fictive:pk", "plans": [{"title": {"fr": "Programme fictif"}, **plan}]}


def _commitment(number: int, milestones: int) -> dict[str, Any]:
    return {"number": str(number), "title": {"fr": f"Projet {number}"}, "milestones": [{}] * milestones}


def test_objects_are_counted_also_where_they_have_no_id() -> None:
    tree = _tree(commitments=[_commitment(1, 2), _commitment(2, 0)], activities=[{}])
    assert api.counts(tree) == {"package": 1, "plan": 1, "commitment": 2, "milestone": 3}


def test_the_outline_names_commitments_with_their_milestones_and_groups_with_their_contributions() -> None:
    tree = _tree(commitments=[_commitment(1, 2)])
    tree["workshops"] = [{"working_groups": [{"title": {"ar": "المجموعة"}, "contributions": [{}, {}, {}]}]}]
    assert [(one.level, one.number, one.holds, one.below) for one in api.outline(tree)] == [
        (0, None, None, 0),
        (1, "1", "milestone", 2),
        (0, None, "contribution", 0),
        (1, None, "contribution", 3),
    ]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_long_outlines_are_cut_and_what_is_cut_is_counted(language: str) -> None:
    lines = list(understood(_tree(commitments=[_commitment(number, 1) for number in range(40)]), language))
    assert f"40 × {codelists.get('object_kind').label('commitment', language)}" in lines[0]
    assert "29" in lines[-1]
    assert len(lines) == 14


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=10,
)
_NAMES = st.sampled_from(["plans", "commitments", "milestones", "title", "number", "workshops", "working_groups"])
_ANY = st.recursive(_JSON, lambda inside: st.lists(inside) | st.dictionaries(_NAMES, inside), max_leaves=20)


@given(_ANY)
def test_any_tree_is_told_of(tree: Any) -> None:
    assert list(understood(tree, "en"))

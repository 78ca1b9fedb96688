"""JSON: reading and writing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.errors import TargetError
from opengov_local.formats.json_format import read, write, write_tree
from opengov_local.source import Limits

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=8)
TREES = st.recursive(
    st.one_of(
        TEXTS,
        st.booleans(),
        st.none(),
        st.integers(1 - 2**53, 2**53 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
)


class Plan:
    def to_tree(self) -> Any:
        return {"b": {"ar": "خطة"}, "a": [1, "\u2028é"]}


def test_reads_a_document_that_keeps_its_bytes() -> None:
    data = b'{"a":\n 1.50}'
    imported = read(data, "plan.json")
    assert imported.findings == ()
    assert imported.document is not None
    assert imported.document.raw is data
    assert (imported.document.tree, imported.document.format) == ({"a": 1.5}, "json")
    assert imported.document.source == "plan.json"


def test_what_is_no_json_gives_findings_alone() -> None:
    imported = read(b'{"a":1,"a":}', "plan.json")
    assert imported.document is None
    assert [finding.code for finding in imported.findings] == ["syntax/duplicate-key", "syntax/invalid-json"]


def test_limits_are_passed_on() -> None:
    assert [f.code for f in read(b"[[]]", limits=Limits(max_depth=1)).findings] == ["syntax/too-deep"]


def test_writes_readable_utf8_in_the_order_of_the_data() -> None:
    expected = '{\n  "b": {\n    "ar": "خطة"\n  },\n  "a": [\n    1,\n    "\u2028é"\n  ]\n}\n'
    assert write(Plan()).data.decode() == expected
    assert write(Plan(), language="fr").data.decode() == expected


@given(TREES)
def test_what_is_written_is_read_again(tree: Any) -> None:
    imported = read(write_tree(tree))
    assert imported.document is not None
    assert json.dumps(imported.document.tree) == json.dumps(tree)


@pytest.mark.parametrize(
    "tree",
    [
        float("nan"),
        [float("inf")],
        [2**53],
        {1: "a"},
        {"a": (1, 2)},
        {"a": {1, 2}},
        [object()],
        ["\ud800"],
        {"\ufffe": 1},
        json.loads("[" * 65 + "]" * 65),
    ],
)
def test_what_is_no_i_json_is_not_written(tree: Any) -> None:
    with pytest.raises(TargetError):
        write_tree(tree)


def test_what_holds_itself_is_not_written() -> None:
    tree: list[Any] = []
    tree.append(tree)
    with pytest.raises(TargetError):
        write_tree(tree)

"""The places of values and keys in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.document import Document
from opengov_local.finding import Location, pointer_of
from opengov_local.formats.json_format import read
from opengov_local.json_places import JsonLocator

TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs", "Cn"]), st.sampled_from('/~"\\01\r\n\u2028')))
TREES = st.recursive(
    st.one_of(
        TEXTS,
        st.booleans(),
        st.none(),
        st.integers(-99, 99),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
)
SOURCE = """\
{
  "id": "ma:1",
  "العنوان" : {"ar": "خطة", "fr":\t"Plan 😀", "x": 1},
  "a/b~c": [ 10,
    {"": null} ]
}
"""


def document(text: str) -> Document:
    found = read(text.encode(), "plan.json").document
    assert found is not None
    return found


def values(tree: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield path, tree
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, child in steps:
        yield from values(child, (*path, step))


def offset(text: str, line: int, column: int) -> int:
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    return sum(map(len, lines[: line - 1])) + column - 1


@pytest.mark.parametrize(
    ("pointer", "key", "line", "column"),
    [
        ("", False, 1, 1),
        ("/id", False, 2, 9),
        ("/id", True, 2, 3),
        ("/العنوان", False, 3, 15),
        ("/العنوان", True, 3, 3),
        ("/العنوان/fr", False, 3, 35),
        ("/العنوان/x", False, 3, 50),
        ("/العنوان/x", True, 3, 45),
        ("/a~1b~0c", False, 4, 12),
        ("/a~1b~0c/0", True, 4, 14),
        ("/a~1b~0c/1", False, 5, 5),
        ("/a~1b~0c/1/", False, 5, 10),
        ("/a~1b~0c/1/", True, 5, 6),
        ("/missing", False, 1, 1),
        ("/missing", True, 1, 1),
        ("/العنوان/missing/deeper", True, 3, 15),
        ("/a~1b~0c/2", False, 4, 12),
        ("/a~1b~0c/01", False, 4, 12),
        ("/a~1b~0c/-", False, 4, 12),
        ("/id/0", False, 2, 9),
    ],
)
def test_places(pointer: str, key: bool, line: int, column: int) -> None:
    assert document(SOURCE).locate(pointer, key=key) == Location(pointer, "plan.json", line, column)


def test_a_locator_knows_nothing_of_missing_values() -> None:
    locator = JsonLocator(SOURCE.encode())
    assert locator.locate("/missing") is None
    assert locator.locate("/id/0") is None
    assert locator.locate("/id") == Location(line=2, column=9)


@given(
    TREES,
    st.sampled_from([None, 0, 2, "\t"]),
    st.booleans(),
    st.sampled_from([(",", ":"), (" ,  ", "\t: "), (",\r\n", ":\r")]),
)
def test_every_pointer_leads_to_its_value_and_key(
    tree: Any, indent: int | str | None, ascii_only: bool, separators: tuple[str, str]
) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only, separators=separators)
    found = document(text)
    for path, value in values(tree):
        pointer = pointer_of(path)
        place = found.locate(pointer)
        assert place.line
        assert place.column
        start = offset(text, place.line, place.column)
        assert repr(json.JSONDecoder().raw_decode(text, start)[0]) == repr(value)
        if path and isinstance(path[-1], str):
            place = found.locate(pointer, key=True)
            assert place.line
            assert place.column
            start = offset(text, place.line, place.column)
            key, end = json.JSONDecoder().raw_decode(text, start)
            assert (key, text[end:].lstrip()[0]) == (path[-1], ":")


def test_every_value_of_right_json_is_found(corpus: Path) -> None:
    seen = 0
    for file in sorted((corpus / "adversarial/JSONTestSuite/test_parsing").glob("y_*.json")):
        found = read(file.read_bytes()).document
        if found is None:
            continue  # repeated keys and noncharacters, which I-JSON forbids
        text = file.read_bytes().decode()
        for path, value in values(json.loads(text)):
            place = found.locate(pointer_of(path))
            assert place.line
            assert place.column
            start = offset(text, place.line, place.column)
            assert repr(json.JSONDecoder().raw_decode(text, start)[0]) == repr(value), file.name
            seen += 1
    assert seen > 150

"""The quick lane: what it accepts is I-JSON and valid, and holds what the models hold; all else it passes on."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.contract.edges import DATES, FORMS, TEXTS

from opengov_local.json_text import canonical
from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.matching import all_match
from opengov_local.model.shape import concepts, shape_of
from opengov_local.resources import data_folder
from opengov_local.schema.lane import accept
from opengov_local.schema.named import FORMAT_OF_PATTERN
from opengov_local.schema.twins import UNSTATED, encode, twin_of
from opengov_local.source import DEFAULT_LIMITS, precheck

EXAMPLES = sorted(data_folder("examples").glob("*.json"))
BODY = '"id":"org.example.lane:pk","schema_version":"0.1"'
OTHER_SPELLINGS = {
    "an escape that is not needed": '{"id":"org.example.lane:\\u0070k","schema_version":"0.1"}',
    "an escaped name": '{"\\u0069d":"org.example.lane:pk","schema_version":"0.1"}',
    "an integral fraction": f'{{{BODY},"progress_updates":[{{"id":"ab:c","target":"ab:d","progress":5.0}}]}}',
    "an object that is null, beside a field of one's own": f'{{{BODY},"publisher":null,"plans":null,"x_own":1}}',
    "an infinite number in a field of one's own": f'{{{BODY},"x_own":1e400}}',
    "an unknown field": f'{{{BODY},"unknown":1}}',
    "a fraction in a field of one's own": f'{{{BODY},"x_own":1.0}}',
    "a large number in a field of one's own": f'{{{BODY},"x_own":[9007199254740992]}}',
    "a huge number in a field of one's own": f'{{{BODY},"x_own":{"9" * 30}}}',
    "a hint for editors that is no text": f'{{{BODY},"$schema":{{}}}}',
    "a hint for editors below the root": f'{{{BODY},"plans":[{{"id":"ab:p","title":{{"fr":"a"}},"$schema":"a"}}]}}',
    "two hints for editors": f'{{"$schema":"a","$schema":"a",{BODY}}}',
    "a number out of range in a field of one's own": f'{{{BODY},"x_own":1e400}}',
    "a field of one's own that is far too deep": f'{{{BODY},"x_own":{"[" * 5000}{"]" * 5000}}}',
    "a repeated field of one's own": f'{{{BODY},"x_own":1,"x_own":1}}',
    "a repeated key in a field of one's own": f'{{{BODY},"x_own":{{"a":1,"a":2}}}}',
    "an escape in a field of one's own": f'{{{BODY},"x_own":"\\u0061"}}',
    "a noncharacter in a field of one's own": f'{{{BODY},"x_own":"\ufffe"}}',
    "an escaped noncharacter in a field of one's own": f'{{{BODY},"x_own":"\\ufffe"}}',
    "half a character in a field of one's own": f'{{{BODY},"x_own":"\\ud800"}}',
    "a field of one's own as a language": f'{{{BODY},"title":{{"x_own":"a"}}}}',
    "an unknown field as long as a field of one's own": f'{{{BODY},"title":{{"x_own":"a"}},"y_own":"a"}}',
    "an object with fields of one's own alone": f'{{{BODY},"sources":[{{"x_own":1}}]}}',
    "a field of one's own that is too deep": f'{{{BODY},"x_own":{"[" * 60}{"]" * 60}}}',
    "a repeated key": f'{{{BODY},"id":"org.example.lane:pk"}}',
    "a repeated language": f'{{{BODY},"title":{{"fr":"a","fr":"b"}}}}',
    "null": f'{{{BODY},"title":null}}',
    "an empty map": f'{{{BODY},"title":{{}}}}',
    "an empty object": f'{{{BODY},"sources":[{{}}]}}',
    "an object with an empty list alone": f'{{{BODY},"sources":[{{"citations":[]}}]}}',
    "a blank text": f'{{{BODY},"title":{{"fr":"\u200b"}}}}',
    "a newline at the end": f'{{{BODY},"licence":"CC0-1.0\\n"}}',
    "a bad language": f'{{{BODY},"title":{{"FR":"a"}}}}',
    "a date that is none": f'{{{BODY},"sources":[{{"date":"2025-13"}}]}}',
    "a date that is a number": f'{{{BODY},"sources":[{{"date":2025}}]}}',
    "a code outside a closed list": f'{{{BODY},"external_refs":[{{"id":"ab:c","kind":"nothing"}}]}}',
    "a noncharacter": f'{{{BODY},"title":{{"fr":"\ufffe"}}}}',
    "a noncharacter beyond the first plane": f'{{{BODY},"title":{{"fr":"\U0001fffe"}}}}',
    "a number too large": f'{{{BODY},"x":1e400}}',
    "a byte order mark": f"\ufeff{{{BODY}}}",
    "something behind": f"{{{BODY}}}x",
    "too deep": f'{{{BODY},"x":{"[" * 5000}{"]" * 5000}}}',
    "nothing": "",
    "no object": "[]",
}


def test_the_plain_spelling_is_accepted() -> None:
    assert accept(f"{{{BODY}}}".encode())
    assert accept(f'{{"$schema":"https://example.org/package.schema.json",{BODY}}}'.encode())
    assert accept(f'{{{BODY},"progress_updates":[{{"id":"ab:c","target":"ab:d","progress":5}}]}}'.encode())
    assert accept(f'{{{BODY},"title":{{"fr":"\U0001f600 \ufdfa \\" \\n \\u0001"}},"plans":[]}}'.encode())


own_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=4).map("x_".__add__), own_values, min_size=1), st.sampled_from([None, 2]))
def test_fields_of_ones_own_are_accepted_as_the_models_take_them(own: dict[str, Any], indent: int | None) -> None:
    update = {"id": "ab:c", "target": "ab:d", **own}
    tree = {**own, **json.loads(f"{{{BODY}}}"), "progress_updates": [update]}
    data = json.dumps(tree, ensure_ascii=False, indent=indent).encode()
    assert (accept(data) is not None) == (not precheck(data).findings)
    assert Package.model_validate_json(data).to_tree() == tree


@pytest.mark.parametrize("text", OTHER_SPELLINGS.values(), ids=OTHER_SPELLINGS)
def test_what_does_not_prove_itself_is_passed_on(text: str) -> None:
    assert accept(text.encode()) is None


@pytest.mark.parametrize(
    "data",
    [
        f"{{{BODY}}}".encode("utf-16-le"),
        f"{{{BODY}}}".encode("utf-16"),
        f'{{{BODY},"x":"'.encode() + b'\xff"}',
        f'{{{BODY},"x_own":"'.encode() + b'\xff"}',
        f'{{{BODY},"x_own":"'.encode() + b'\xed\xa0\x80"}',
        f'{{{BODY},"licence":"'.encode() + b'\xed\xa0\x80"}',
        f'{{{BODY},"licence":"a'.encode() + b'\x01"}',
    ],
)
def test_other_bytes_are_passed_on(data: bytes) -> None:
    assert accept(data) is None


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_real_plans_are_accepted_in_every_layout_with_all_they_hold(path: Path, indent: int | str | None) -> None:
    tree = json.loads(path.read_bytes())
    survey = accept(json.dumps(tree, ensure_ascii=False, indent=indent).encode())
    assert survey is not None
    assert json.loads(encode(survey.root)) == tree == Package.model_validate(tree, strict=False).to_tree()


def test_there_are_real_plans() -> None:
    assert len(EXAMPLES) >= 3


def test_no_spelling_is_shorter_than_the_written_one() -> None:
    short = {'"': 2, "\\": 2, **dict.fromkeys("\b\f\n\r\t", 2)}
    for point in (*range(0xD800), *range(0xE000, 0x30000), sys.maxunicode):
        character = chr(point)
        least = short.get(character, 6 if point < 0x20 else len(character.encode()))
        assert len(encode(character)) == least + 2, hex(point)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(json_values, st.sampled_from([None, 0, 2, "\t"]), st.sampled_from([(",", ":"), (" ,\r ", "\n :  ")]))
def test_white_space_is_left_out_and_nothing_else(
    tree: Any, indent: int | str | None, separators: tuple[str, str]
) -> None:
    text = json.dumps(tree, ensure_ascii=False, indent=indent, separators=separators)
    assert msgspec.json.format(text, indent=-1) == canonical(tree)


def test_a_twin_has_the_fields_of_its_concept_in_their_order() -> None:
    for concept in concepts(Package):
        twin = twin_of(concept)
        assert twin.__struct_fields__ == tuple(shape_of(concept))
        assert twin.concept == concept.concept  # type: ignore[attr-defined] # made at run time


def test_nothing_is_ever_put_into_the_unstated_list() -> None:
    for path in EXAMPLES:
        accept(path.read_bytes())
    assert not UNSTATED


def test_a_valid_package_is_never_too_deep() -> None:
    def depth(concept: type[Model]) -> int:
        fields = shape_of(concept).values()
        return 1 + max(field.many + (depth(field.model) if field.model else field.kind == "map") for field in fields)

    assert depth(Package) < DEFAULT_LIMITS.max_depth


@pytest.mark.parametrize("pattern", [*FORMAT_OF_PATTERN])
@given(st.lists(st.sampled_from([*TEXTS, *DATES, *FORMS]) | st.text(max_size=5), max_size=6))
def test_many_texts_match_together_as_they_match_one_by_one(pattern: str, texts: list[str]) -> None:
    one_by_one = re.compile(pattern.removesuffix("$") + "\\Z" if pattern.endswith("$") else pattern)
    assert all_match(pattern)(texts) == all(map(one_by_one.search, texts))

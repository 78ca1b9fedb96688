"""YAML: what is text, what is refused, places, and the round trip."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from opengov_local.document import Document, Import
from opengov_local.errors import TargetError
from opengov_local.finding import Finding
from opengov_local.formats import yaml_problems, yaml_text
from opengov_local.formats.yaml_format import read, write, write_tree
from opengov_local.formats.yaml_problems import problem_key
from opengov_local.formats.yaml_writing import dump, whole
from opengov_local.json_text import BAD_CHARACTER
from opengov_local.messages.catalogue import LANGUAGES, catalogue
from opengov_local.source import Limits, precheck

KINDS = {"text": "text", "number": "integer", "yes": "boolean", "map": "map", "texts": "list"}
PARSERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])


def kind_at(path: tuple[str | int, ...]) -> str:
    if path and path[0] == "texts" and len(path) == 2:
        return "text"
    return KINDS.get(str(path[0]), "unknown") if len(path) == 1 else "unknown"


def unknown(_: tuple[str | int, ...]) -> str:
    return "unknown"


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "_LOADER", request.param)


def parsed(text: str) -> Import:
    return read(text.encode(), "plan.yaml", kind_at=kind_at)


def document(text: str) -> Document:
    found = parsed(text).document
    assert found is not None
    return found


def brief(finding: Finding) -> tuple[Any, ...]:
    place = finding.location
    params = {} if finding.code == "syntax/invalid-yaml" else dict(finding.params)
    return finding.code.removeprefix("syntax/"), place.pointer, place.line, place.column, params


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    "plain",
    [
        "NO",
        "yes",
        "012",
        "0.1",
        "2024-01-05",
        "12",
        "-3",
        "1e3",
        "true",
        "Null",
        "1:30",
        "0x1F",
        "1_0",
        ".5",
    ],
)
def test_an_unquoted_scalar_in_a_text_field_is_text(plain: str) -> None:
    assert document(f"text: {plain}\ntexts: [{plain}]").tree == {"text": plain, "texts": [plain]}


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("number: 12", 12),
        ("number: -0", 0),
        ("number: 012", "012"),
        ("number: +1", "+1"),
        ("number: 1_000", "1_000"),
        ("number: 5.0", 5.0),
        ("number: '12'", "12"),
        ("yes: true", True),
        ("yes: True", "True"),
        ("yes: yes", "yes"),
        ("map: 5", 5),
        ("x_a: true", True),
        ("x_a: -1.5e+3", -1500.0),
        ("x_a: 1e3", 1000.0),
        ("x_a: 010", "010"),
        ("x_a: NO", "NO"),
        ("x_a: .inf", ".inf"),
        ("x_a: 0o7", "0o7"),
        ("x_a: 2024-01-05", "2024-01-05"),
        ('x_a: "true"', "true"),
        ("x_a: |-\n  12", "12"),
        ("x_a: 12\n 13", "12 13"),
        ("text:", None),
        ("text: ~", None),
        ("text: null # nothing", None),
        ("text: ''", ""),
        ("text: 'null'", "null"),
    ],
)
def test_an_unquoted_scalar_elsewhere_is_what_json_says(line: str, value: Any) -> None:
    (found,) = document(line).tree.values()
    assert repr(found) == repr(value)


@pytest.mark.usefixtures("_parser")
def test_keys_are_text_as_written() -> None:
    keys = ["1", "null", "true", "~", "2024-01-05"]
    assert list(document("".join(f"{key}: {{}}\n" for key in keys)).tree) == keys


@pytest.mark.usefixtures("_parser")
def test_a_merge_key_is_refused_and_a_quoted_one_is_a_name() -> None:
    found = parsed("map:\n  <<: {a: 1}\n  b: <<")
    assert found.document is None
    assert [brief(finding) for finding in found.findings] == [("yaml-merge-key", "/map", 2, 3, {})]
    assert document("'<<': {}").tree == {"<<": {}}
    assert document("- <<").tree == ["<<"]


@pytest.mark.parametrize("text", ["a: &x !!int 1", "a: !!int &x 1"])
def test_a_tag_is_shown_as_it_is_written(text: str) -> None:
    assert [brief(finding)[-1] for finding in parsed(text).findings] == [{"name": "x"}, {"tag": "!!int"}]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a:\n\tb: 1", "tab"),
        ("a:\n  b: 1\n\tc: 2", "tab"),
        ("a: 1\n\tb: 2", "tab"),
        ("a: b: c", "colon"),
        ("a: - b", "hyphen"),
        ("a: ? b", "question-mark"),
        ("a: [1, 2", "list-end"),
        ("a: {b: 1", "block-end"),
        ('a: "x', "file-end"),
        ('a: "x\n---\ny"', "document-mark"),
        ("a: @x", "sign"),
        ("a: `x`", "sign"),
        ("%YAML x\n---\na: 1", "directive"),
        ('a: "\\q"', "escape"),
        ('a: "\\xzz"', "escape"),
        ("a: !<x", "tag"),
        ("a: !no!x 1", "tag"),
        ("a: & b", "anchor"),
        ("a: |0\n b", "block-text"),
        ("a: 1\n...\nfoo\n", "document-start"),
        ('- x\n"y\n', "file-end"),
        ("é: a\x85 b", "U+0085"),
        ("é: a\u2028b", "U+2028"),
        ("é: a\u2029b", "U+2029"),
        ("é: a\ufeffb", "U+FEFF"),
        ("é: \x07", "control"),
        ("é: \x9f", "control"),
    ],
)
def test_a_problem_has_a_key_whatever_the_parser(text: str, key: str) -> None:
    (finding,) = parsed(text).findings
    assert (finding.code, finding.params["problem"]) == ("syntax/invalid-yaml", key)
    assert finding.params["original"]


def test_a_complaint_that_is_not_known_keeps_its_words_aside() -> None:
    assert problem_key("something new in a parser", "a: 1", 0) == "other"


def test_every_key_of_a_problem_has_its_words() -> None:
    keys = {key for _, key in yaml_problems._COMPLAINTS} | {"other", *yaml_text._NAMED}
    for language in LANGUAGES:
        assert set(catalogue(language)["words"]["yaml-problems"]) == keys


def test_the_raw_bytes_are_canonical_json() -> None:
    found = document("texts: [é, 'a\"b']\nnumber: 1\n")
    assert found.raw == '{"texts":["é","a\\"b"],"number":1}'.encode()
    assert precheck(found.raw).tree == found.tree


def test_fields_follow_the_shared_model_by_default() -> None:
    text = "schema_version: 0.1\nplans:\n- title: {fr: 2024}\n  period: {start: 2024}\n  x_a: 1"
    found = read(text.encode()).document
    assert found is not None
    plan = {"title": {"fr": "2024"}, "period": {"start": "2024"}, "x_a": 1}
    assert found.tree == {"schema_version": "0.1", "plans": [plan]}


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# nothing\n", [("empty", "", 1, 1, {})]),
        (" \n", [("empty", "", 1, 1, {})]),
        ("\ufeffa: 1", [("bom", "", 1, 1, {})]),
        ("a: &x 1\nb: *x\n", [
            ("yaml-anchor", "/a", 1, 4, {"name": "x"}),
            ("yaml-anchor", "/b", 2, 4, {"name": "x"}),
        ]),
        ("- &l [1]\n- {*l : 1}", [
            ("yaml-anchor", "/0", 1, 3, {"name": "l"}),
            ("yaml-anchor", "/1", 2, 4, {"name": "l"}),
        ]),
        ("a: !!int '3'\nb: !mine [x]\nc: ! y", [
            ("yaml-tag", "/a", 1, 4, {"tag": "!!int"}),
            ("yaml-tag", "/b", 2, 4, {"tag": "!mine"}),
            ("yaml-tag", "/c", 3, 4, {"tag": "!"}),
        ]),
        ("a: 1\r\n'a': 2\rb:\n  - é: 1\n    \"\\xe9\": 2\n", [
            ("duplicate-key", "/a", 2, 1, {"key": "a"}),
            ("duplicate-key", "/b/0/é", 5, 5, {"key": "é"}),
        ]),
        ("a: 1\na: 2\n--- # more\nb: 1", [
            ("duplicate-key", "/a", 2, 1, {"key": "a"}),
            ("yaml-multiple-documents", "", 3, 1, {}),
        ]),
        ("b:\n  ? [k]\n  : 1\n", [("yaml-key", "/b", 2, 5, {})]),
        ("b: {{ title }}", [("yaml-key", "/b", 1, 5, {})]),
        ("x: 1\nx: 1\nb: a: b", [
            ("duplicate-key", "/x", 2, 1, {"key": "x"}),
            ("invalid-yaml", "", 3, 5, {}),
        ]),
        ("a: [1, 2", [("invalid-yaml", "/a/2", 1, 9, {})]),
        ("a: @b", [("invalid-yaml", "/a", 1, 4, {})]),
        ("é: \x07", [("invalid-yaml", "", 1, 4, {})]),
        ("é: 'x\ufeff'", [("invalid-yaml", "", 1, 6, {})]),
        ("é: a\x85 b", [("invalid-yaml", "", 1, 5, {})]),
        ("é: a\n# \u2028", [("invalid-yaml", "", 2, 3, {})]),
        ("é: 'x\uffff'", [("noncharacter", "", 1, 6, {"character": "U+FFFF"})]),
        ("é: [0, '\U0001fffe']", [("noncharacter", "/é/1", 1, 8, {"character": "U+1FFFE"})]),
        ("é: [0, 1e999,\n'😀', 9007199254740992]", [
            ("number-out-of-range", "/é/1", 1, 8, {"number": "1e999"}),
            ("number-out-of-range", "/é/3", 2, 6, {"number": "9007199254740992"}),
        ]),
        ("[" * 65 + "]" * 65, [("too-deep", "/0" * 64, 1, 65, {"limit": 64})]),
        ("[" * 100_000, [("too-deep", "/0" * 64, 1, 65, {"limit": 64})]),
        ("- " * 65 + "a", [("too-deep", "/0" * 64, 1, 129, {"limit": 64})]),
    ],
)  # fmt: skip
def test_lists_what_is_refused_with_its_place(text: str, expected: list[tuple[Any, ...]]) -> None:
    imported = parsed(text)
    assert imported.document is None
    assert [brief(finding) for finding in imported.findings] == expected
    assert {(finding.severity, finding.location.source) for finding in imported.findings} == {("error", "plan.yaml")}


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("text", ['"\\ud83d\\ude00"', '["\\ud800"]', '"\\udc00": 1'])
def test_surrogates_are_never_joined_or_kept(text: str) -> None:
    imported = parsed(text)
    assert imported.document is None
    assert {finding.code for finding in imported.findings} <= {"syntax/lone-surrogate", "syntax/invalid-yaml"}
    assert imported.findings


@given(st.text("ab:-?[]{},#&*!|>'\"%@ \n\t\u2028é0\\\\x", max_size=24))
def test_any_text_gives_a_document_or_findings_with_places(text: str) -> None:
    imported = read(text.encode(), kind_at=unknown)
    assert (imported.document is None) == bool(imported.findings)
    assert all(finding.location.line and finding.location.column for finding in imported.findings)
    if imported.document:
        assert precheck(imported.document.raw).tree == imported.document.tree


def test_other_encodings_and_sizes_are_refused() -> None:
    assert [f.code for f in read("a: é".encode("utf-16"), kind_at=unknown).findings] == ["syntax/not-utf8"]
    assert [f.code for f in read("a: é".encode("cp1252"), kind_at=unknown).findings] == ["syntax/not-utf8"]
    small = Limits(max_bytes=3)
    assert [f.code for f in read(b"a: 1", limits=small, kind_at=unknown).findings] == ["syntax/too-large"]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("pointer", "key", "line", "column"),
    [
        ("", False, 2, 1),
        ("/id", False, 2, 5),
        ("/id", True, 2, 1),
        ("/العنوان/fr", False, 4, 7),
        ("/العنوان/fr", True, 4, 3),
        ("/العنوان/missing", False, 4, 3),
        ("/list/0", False, 7, 3),
        ("/list/1/b c", False, 8, 10),
        ("/list/1/b c", True, 8, 3),
        ("/flow/1/x", False, 9, 19),
        ("/empty", True, 10, 1),
    ],
)
def test_places(pointer: str, key: bool, line: int, column: int) -> None:
    text = "# a plan\nid: ma:1\nالعنوان:\n  fr: |\n    Plan\nlist:\n- 12\n- 'b c': x\n"
    found = document(text + 'flow: ["😀é", {x:  😀}]\nempty:\n').locate(pointer, key=key)
    assert (found.pointer, found.source, found.line, found.column) == (pointer, "plan.yaml", line, column)


PLAIN = """\
null Null ~ true yes NO on 1 -1 1.5 1e3 -0 012 0o7 0x1F 1_000 1:30 .5 5. .inf .nan 2024-01-05 = << --- ... # &
* ! % @ ` - ? : , [ ] { } | > ' " \\ 2001-12-14t21:59:43.10-05:00 \x00 \x7f \x9f \xa0 \ufeff 😀 ⵣⴰ خطة \xe9\u0301"""
SPACED = [
    *("", " ", " a", "a ", "a: b", "a #b", "- a", "? b", "\n", "\n\n", "a\n", "\na", "a\n\n", " \n", "\n a"),
    *("a\n b", "a\n\tb", "a\r\nb", "\r", "\x85", "a\x85b", "\u2028", "a\u2029b", "\x07\n", "\t", "\ta", "a\t"),
    *("--- a", "a\n---\nb", "a\n...\n", "%YAML 1.2", "x" * 200, "x y " * 60, "a\n\n  b\n c\n"),
]
NASTY = PLAIN.replace("\n", " ").split(" ") + SPACED
TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=8).filter(lambda text: not BAD_CHARACTER.search(text)),
    st.text(" \n\ta:#-'\"|\x85\u2028é", max_size=12),
)
TREES = st.recursive(
    st.one_of(
        TEXTS,
        st.booleans(),
        st.none(),
        st.integers(1 - 2**53, 2**53 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)


def again(tree: Any) -> str:
    imported = read(write_tree(tree, kind_at=unknown), kind_at=unknown)
    assert imported.document is not None, imported.findings
    return json.dumps(imported.document.tree)


@given(TREES)
def test_json_goes_through_yaml_and_back_unchanged(tree: Any) -> None:
    assert again(tree) == json.dumps(tree)


@pytest.mark.usefixtures("_parser")
def test_no_text_changes_as_value_key_or_item() -> None:
    tree = {"": [{text: text, "nested": [text, [text]]} for text in NASTY]}
    assert again(tree) == json.dumps(tree)


ODD = ("fr", "été : oui", "a #b", "2025-01-15", "08", "12:30", "no", "y", "=", "a:", "x" * 130, "😀")
LINES = ("a\nb", " a\nb", "a\n\n b", "a\n")
WORDS = st.sampled_from((*NASTY, *ODD, *LINES))
WORDED = st.recursive(
    st.one_of(WORDS, st.sampled_from((0, -1, 1.5, True, None))),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(WORDS, inner, max_size=4)),
    max_leaves=12,
)


@given(st.one_of(TREES, WORDED))
@settings(max_examples=400, deadline=None)
def test_what_is_written_line_by_line_is_what_pyyaml_writes(tree: Any) -> None:
    assert dump(tree)[0] == whole(tree)


@pytest.mark.parametrize("number", [0.0, -0.0, 1e20, 1e-7, 1.5e300, 5e-324, 0.1, 2**53 - 1, 1 - 2**53])
def test_numbers_are_numbers_for_other_readers_too(number: float) -> None:
    data = write_tree([number, "1e3", "true"], kind_at=unknown)
    assert repr(yaml.safe_load(data)) == repr([number, "1e3", "true"])
    assert again([number]) == json.dumps([number])


def test_writes_block_style_in_the_order_of_the_data() -> None:
    class Plan:
        def to_tree(self) -> Any:
            shared = {"fr": "Programme d’ouverture"}
            return {
                "schema_version": "0.1",
                "plans": [{"title": shared, "foreword": {"ar": "خطة\nⵣ"}, "x_a": shared}],
            }

    assert write(Plan()).data.decode() == (
        "schema_version: '0.1'\nplans:\n- title:\n    fr: Programme d’ouverture\n"
        "  foreword:\n    ar: |-\n      خطة\n      ⵣ\n  x_a:\n    fr: Programme d’ouverture\n"
    )


@pytest.mark.parametrize("value", [5, 1.5, True])
def test_a_number_in_a_text_field_is_never_written_as_text(value: Any) -> None:
    with pytest.raises(TargetError):
        write_tree({"text": value}, kind_at=kind_at)
    with pytest.raises(TargetError):
        write_tree({"texts": ["a", value]}, kind_at=kind_at)
    assert read(write_tree({"number": value}, kind_at=kind_at), kind_at=kind_at).document is not None


@pytest.mark.parametrize("tree", [float("nan"), ["\ud800"], {"a": 2**53}, {1: 1}, json.loads("[" * 65 + "]" * 65)])
def test_what_is_no_i_json_is_not_written(tree: Any) -> None:
    with pytest.raises(TargetError):
        write_tree(tree, kind_at=unknown)

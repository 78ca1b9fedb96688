"""The pre-check: what it accepts, and every finding with its place."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.finding import Finding
from opengov_local.json_text import BAD_CHARACTER, MAX_INTEGER, holds_bad_character, holds_noncharacter
from opengov_local.source import Limits, precheck

CHARACTERS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from('"\\/\x00\x1f\x7f\n\r\u2028\ufefd\ufdfa퟿التزامⵣ😀'),
)
TEXTS = st.text(CHARACTERS, max_size=8).filter(lambda text: not BAD_CHARACTER.search(text))
LEAVES = st.one_of(
    TEXTS,
    st.booleans(),
    st.none(),
    st.integers(-MAX_INTEGER, MAX_INTEGER),
    st.floats(allow_nan=False, allow_infinity=False),
)
TREES = st.recursive(
    LEAVES, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4))
)


def brief(finding: Finding) -> tuple[Any, ...]:
    place = finding.location
    return finding.code.removeprefix("syntax/"), place.pointer, place.line, place.column, dict(finding.params)


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b" [1] \r\n",
        b'"text"',
        b"0",
        b"-0",
        b"9007199254740991",
        b"-9007199254740991",
        b"1e20",
        b"1E4",
        b"1e-400",
        b"0.1000000000000000055511151231257827",
        b'"\\ud83d\\ude00"',
        '"\ufdfa\ufdcf\ufdf0\ufffd"'.encode(),
        b'"\\\\ud800"',
        b'{"a":{"b":1},"c":{"b":1}}',
        b'{"":[{}],"a":[[]]}',
        b"[" * 64 + b"]" * 64,
        b'"\\ufeff"',
        '"퟿"'.encode(),
    ],
)
def test_accepts_i_json(data: bytes) -> None:
    checked = precheck(data)
    assert checked.findings == ()
    assert checked.text == data.decode()
    assert repr(checked.tree) == repr(json.loads(data))


INVALID = "invalid-json"
REFUSED: list[tuple[bytes, list[tuple[Any, ...]]]] = [
    (b"", [("empty", "", 1, 1, {})]),
    (b" \r\n\t", [("empty", "", 1, 1, {})]),
    (b"\xef\xbb\xbf{}", [("bom", "", 1, 1, {})]),
    (b"\xef\xbb\xbf[NaN,", [("bom", "", 1, 1, {})]),
    (b'{"a":\n "\xc3\xa9\xe9"}', [("not-utf8", "", 2, 4, {"byte": 10, "looks_like": "8-bit"})]),
    ("\ufeff[1]".encode("utf-16-le"), [("not-utf8", "", 1, 1, {"byte": 0, "looks_like": "utf-16"})]),
    ("[1]".encode("utf-16-le"), [("not-utf8", "", 1, 2, {"byte": 1, "looks_like": "utf-16"})]),
    ("[1]".encode("utf-16-be"), [("not-utf8", "", 1, 1, {"byte": 0, "looks_like": "utf-16"})]),
    ("\ufeff[]".encode("utf-32-le"), [("not-utf8", "", 1, 1, {"byte": 0, "looks_like": "utf-32"})]),
    (b"PK\x03\x04\x14\x00\x08\xff", [("not-utf8", "", 1, 8, {"byte": 7, "looks_like": "binary"})]),
    (b"GIF89a\x00\x01\xff", [("not-utf8", "", 1, 9, {"byte": 8, "looks_like": "binary"})]),
    (b'"\xed\xa0\x80"', [("not-utf8", "", 1, 2, {"byte": 1, "looks_like": "8-bit"})]),
    (b"[1,]", [(INVALID, "/1", 1, 4, {"expected": "value", "found": "]"})]),
    (b"[1 2]", [(INVALID, "", 1, 4, {"expected": "comma", "found": "2"})]),
    (b"[1", [(INVALID, "", 1, 3, {"expected": "comma", "found": ""})]),
    (b"[1]\nx", [(INVALID, "", 2, 1, {"expected": "end", "found": "x"})]),
    (b'{"a":1,}', [(INVALID, "", 1, 8, {"expected": "name", "found": "}"})]),
    (b"{a:1}", [(INVALID, "", 1, 2, {"expected": "name", "found": "a"})]),
    (b'{"a" 1}', [(INVALID, "", 1, 6, {"expected": "colon", "found": "1"})]),
    (b'{"a":{"b":tru}}', [(INVALID, "/a/b", 1, 11, {"expected": "value", "found": "tru"})]),
    (b'{"a":"b', [(INVALID, "/a", 1, 6, {"expected": "string", "found": '"'})]),
    (b'["\\x41"]', [(INVALID, "/0", 1, 3, {"expected": "escape", "found": "\\x"})]),
    (b'["\\u12"]', [(INVALID, "/0", 1, 3, {"expected": "escape", "found": "\\u12"})]),
    (b'["\\u12', [(INVALID, "/0", 1, 3, {"expected": "escape", "found": "\\u12"})]),
    (b'"a\tb"', [(INVALID, "", 1, 3, {"expected": "escape", "found": "U+0009"})]),
    ("[\u2060]".encode(), [(INVALID, "/0", 1, 2, {"expected": "value", "found": "U+2060"})]),
    (b"[\x00]", [(INVALID, "/0", 1, 2, {"expected": "value", "found": "U+0000"})]),
    (b"[012]", [(INVALID, "", 1, 3, {"expected": "comma", "found": "12"})]),
    (b"[NaN]", [(INVALID, "/0", 1, 2, {"expected": "value", "found": "NaN"})]),
    (b"-Infinity", [(INVALID, "", 1, 1, {"expected": "value", "found": "-Infinity"})]),
    (b"// no\n{}", [(INVALID, "", 1, 1, {"expected": "value", "found": "/"})]),
    (
        b'{"a":1,\r\n"a":2,\r"\\u0061":{"b":1,"b":1}}',
        [
            ("duplicate-key", "/a", 2, 1, {"key": "a"}),
            ("duplicate-key", "/a", 3, 1, {"key": "a"}),
            ("duplicate-key", "/a/b", 3, 17, {"key": "b"}),
        ],
    ),
    (b"[9007199254740992]", [("number-out-of-range", "/0", 1, 2, {"number": "9007199254740992"})]),
    (b"[-9007199254740992]", [("number-out-of-range", "/0", 1, 2, {"number": "-9007199254740992"})]),
    (b"[1e999,\n-1E999]", [
        ("number-out-of-range", "/0", 1, 2, {"number": "1e999"}),
        ("number-out-of-range", "/1", 2, 1, {"number": "-1E999"}),
    ]),
    (b"9" * 5000, [("number-out-of-range", "", 1, 1, {"number": "9" * 39 + "…"})]),
    (b'["a\\ud800b"]', [("lone-surrogate", "/0", 1, 4, {"character": "U+D800"})]),
    (b'["\\udc00\\ud800"]', [("lone-surrogate", "/0", 1, 3, {"character": "U+DC00"})]),
    (b'{"x_\\uD8ff":1}', [("lone-surrogate", "/x_\ud8ff", 1, 5, {"character": "U+D8FF"})]),
    (b'["\\ud83d\\ude00\\ud83d"]', [("lone-surrogate", "/0", 1, 15, {"character": "U+D83D"})]),
    ('{"é\uffff":"\ufdd0"}'.encode(), [
        ("noncharacter", "/é\uffff", 1, 4, {"character": "U+FFFF"}),
        ("noncharacter", "/é\uffff", 1, 8, {"character": "U+FDD0"}),
    ]),
    (b'["\\uD83F\\uDFFE","\\ufdef"]', [
        ("noncharacter", "/0", 1, 3, {"character": "U+1FFFE"}),
        ("noncharacter", "/1", 1, 18, {"character": "U+FDEF"}),
    ]),
    ('"\U0010ffff"'.encode(), [("noncharacter", "", 1, 2, {"character": "U+10FFFF"})]),
    (b"[" * 65 + b"]" * 65, [("too-deep", "/0" * 64, 1, 65, {"limit": 64})]),
    (b'{"a":' * 65 + b"1" + b"}" * 65, [("too-deep", "/a" * 64, 1, 321, {"limit": 64})]),
    (b"[" * 100_000, [("too-deep", "/0" * 64, 1, 65, {"limit": 64})]),
    (b'{"a":' * 100_000, [("too-deep", "/a" * 64, 1, 321, {"limit": 64})]),
    (b'{"a":1,"a":1e999,"b":[}', [
        ("duplicate-key", "/a", 1, 8, {"key": "a"}),
        ("number-out-of-range", "/a", 1, 12, {"number": "1e999"}),
        (INVALID, "/b/0", 1, 23, {"expected": "value", "found": "}"}),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), REFUSED)
def test_lists_every_breach_with_its_place(data: bytes, expected: list[tuple[Any, ...]]) -> None:
    checked = precheck(data, source="plan.json")
    assert [brief(finding) for finding in checked.findings] == expected
    assert checked.tree is None
    assert {(finding.severity, finding.location.source) for finding in checked.findings} == {("error", "plan.json")}


def test_limits_are_parameters() -> None:
    small = precheck(b"[1]", limits=Limits(max_bytes=2))
    assert [brief(finding) for finding in small.findings] == [("too-large", "", None, None, {"size": 3, "limit": 2})]
    assert precheck(b"[1]", limits=Limits(max_bytes=3)).tree == [1]
    flat = precheck(b"[[1]]", limits=Limits(max_depth=1))
    assert [brief(finding) for finding in flat.findings] == [("too-deep", "/0", 1, 2, {"limit": 1})]


@given(TREES, st.booleans(), st.sampled_from([None, 0, 2, "\t"]))
def test_accepts_every_i_json_tree_as_json_loads_reads_it(
    tree: Any, ascii_only: bool, indent: int | str | None
) -> None:
    data = json.dumps(tree, ensure_ascii=ascii_only, indent=indent).encode()
    checked = precheck(data)
    assert checked.findings == ()
    assert repr(checked.tree) == repr(json.loads(data)) == repr(tree)


def careless_edit(tree: Any, at: int, cut: int, piece: str) -> bytes:
    text = json.dumps(tree, ensure_ascii=False)
    at %= len(text) + 1
    return (text[:at] + piece + text[at + cut :]).encode()


PIECES = st.sampled_from(
    ["", ",", ":", '"', "{", "]", "0", "e9", "\\ud83d", "\\ufffe", "\uffff", "\x00", "NaN", " ", "é", '"":1,']
)


@given(st.one_of(st.binary(max_size=12), st.builds(careless_edit, TREES, st.integers(0), st.integers(0, 3), PIECES)))
def test_judges_as_the_standard_library_and_i_json_together(data: bytes) -> None:
    def refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in pairs}) < len(pairs):
            raise ValueError(pairs)
        return dict(pairs)

    def refuse_large(digits: str) -> int:
        if abs(int(digits)) > MAX_INTEGER:
            raise ValueError(digits)
        return int(digits)

    try:
        tree = json.loads(data.decode(), object_pairs_hook=refuse_twins, parse_int=refuse_large)
        allowed = not BAD_CHARACTER.search(json.dumps(tree, ensure_ascii=False, allow_nan=False))
    except ValueError:
        allowed = False
    assert (precheck(data).findings == ()) == allowed


def corpus_files(corpus: Path, begin: str) -> list[Path]:
    files = sorted((corpus / "adversarial/JSONTestSuite/test_parsing").glob(f"{begin}_*.json"))
    assert len(files) > 30
    return files


def test_corpus_of_right_json(corpus: Path) -> None:
    allowed = {"syntax/duplicate-key", "syntax/noncharacter"}
    codes = {
        file.name: {finding.code for finding in precheck(file.read_bytes()).findings} - allowed
        for file in corpus_files(corpus, "y")
    }
    assert {name: found for name, found in codes.items() if found} == {}


def test_corpus_of_wrong_json(corpus: Path) -> None:
    for file in corpus_files(corpus, "n"):
        findings = precheck(file.read_bytes()).findings
        assert findings, file.name
        for finding in findings:
            assert finding.code.startswith("syntax/"), file.name
            assert finding.location.line, file.name
            assert finding.location.column, file.name


def test_corpus_of_json_that_readers_disagree_on(corpus: Path) -> None:
    for file in corpus_files(corpus, "i"):
        checked = precheck(file.read_bytes())
        assert checked.findings or checked.text is not None, file.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('["a\ufffe"]', ("noncharacter", "/0", 1, 4, {"character": "U+FFFE"})),
        ('["a\U0001fffe"]', ("noncharacter", "/0", 1, 4, {"character": "U+1FFFE"})),
        ('["\\\\\\n\\ud83d\\udc4d\\ufdd0"]', ("noncharacter", "/0", 1, 19, {"character": "U+FDD0"})),
        ('["\\\\uffff\\ud83f\\udfff"]', ("noncharacter", "/0", 1, 10, {"character": "U+1FFFF"})),
        ('["\\u0627\\uDC00"]', ("lone-surrogate", "/0", 1, 9, {"character": "U+DC00"})),
        ('["é\\"\\uD83D"]', ("lone-surrogate", "/0", 1, 6, {"character": "U+D83D"})),
    ],
)
def test_a_bad_character_is_found_at_its_very_place(text: str, expected: tuple[Any, ...]) -> None:
    assert [brief(finding) for finding in precheck(text.encode()).findings] == [expected]


def test_a_bad_character_at_the_end_of_a_long_text_is_found_without_reading_it_one_by_one() -> None:
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    long = "é" * 2**16
    sys.setprofile(count)
    try:
        (finding,) = precheck(f'["{long}\\ud800"]'.encode()).findings
    finally:
        sys.setprofile(None)
    assert finding.location.column == len(long) + 3
    assert calls < 1000


@pytest.mark.parametrize("data", [b"a\0bc", b"a\0", b"\0a\0\0", b'{"\0":1}'])
def test_a_null_in_utf8_text_does_not_make_it_utf16(data: bytes) -> None:
    assert [finding.code for finding in precheck(data).findings] == ["syntax/invalid-json"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", ['{"é":1}', '{"سنة":1}', "[1, 2]"])
def test_utf16_is_told_with_and_without_its_mark(text: str, encoding: str) -> None:
    (finding,) = precheck(text.encode(encoding)).findings
    assert (finding.code, finding.params["looks_like"]) == ("syntax/not-utf8", encoding[:6])


def test_noncharacters_are_known_by_their_bytes() -> None:
    for point in (*range(0xD800), *range(0xE000, sys.maxunicode + 1)):
        character = chr(point)
        assert holds_noncharacter(character.encode()) == bool(BAD_CHARACTER.match(character)), hex(point)


def test_bad_characters_are_known_by_their_bytes() -> None:
    for point in range(sys.maxunicode + 1):
        text = f"é{chr(point)}ب"
        assert holds_bad_character(text) == bool(BAD_CHARACTER.search(text)), hex(point)

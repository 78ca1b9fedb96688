"""CSV: text as it stands, in any encoding, with any delimiter; what had to be concluded is said."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.finding import Finding
from opengov_local.formats.grids import Book, read_csv
from opengov_local.formats.grids.grid import MOST_CELLS


def book(data: bytes) -> Book:
    found = read_csv(data, "plan.csv")
    assert isinstance(found, Book), found
    return found


def rows(data: bytes) -> list[list[object]]:
    return [list(row) for row in book(data).sheets[0].rows]


def codes(data: bytes) -> list[str]:
    found = read_csv(data, None)
    return [found.code] if isinstance(found, Finding) else [finding.code for finding in found.findings]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_delimiters(sign: str) -> None:
    text = "\n".join(sign.join(row) for row in (["id", "name"], ["007", '"a, b; c | d"'], ["2", "1.5"]))
    assert rows(text.encode()) == [["id", "name"], ["007", "a, b; c | d"], ["2", "1.5"]]
    assert not codes(text.encode())


def test_title_above_the_table_and_decimal_commas() -> None:
    data = b"Plan 2025, second version\n\nA;B;C\n1;2,5;3\n4;5,5;6\n"
    assert rows(data) == [["Plan 2025, second version"], [], ["A", "B", "C"], ["1", "2,5", "3"], ["4", "5,5", "6"]]


def test_two_delimiters_as_likely_are_told() -> None:
    assert codes(b"a,b;c\n1,2;3\n") == ["import/delimiter-unsure"]


def test_one_column() -> None:
    assert rows(b"a\nb\n") == [["a"], ["b"]]
    assert not codes(b"a\nb\n")


def test_separator_line_is_help() -> None:
    data = b"sep=;\r\na;b\r\n1,5;2,5\r\n"
    assert rows(data) == [["sep=;"], ["a", "b"], ["1,5", "2,5"]]
    assert book(data).sheets[0].helps == (0,)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends(end: str) -> None:
    assert rows(end.join(["a,b", '1,"x\ny"', ""]).encode()) == [["a", "b"], ["1", "x\ny"]]


def test_rows_keep_their_lengths_and_blank_rows_at_the_end_are_left_out() -> None:
    assert rows(b"a,b,c\n1\n1,2,3,4\n,,\n\n") == [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]


@pytest.mark.parametrize(
    ("data", "expected", "line"),
    [
        (b'x;y\n"a;b\nc;d\n', [["x", "y"], ['"a', "b"], ["c", "d"]], 2),
        (b'x;y\n"a;b\nc;d\n"e";f\n', [["x", "y"], ['"a', "b"], ["c", "d"], ["e", "f"]], 2),
        (b'x,y\n"a"b,"c"\nd,e\n', [["x", "y"], ['"a"b', "c"], ["d", "e"]], 2),
        (b'sep=,\nx,y\n1,"2\n', [["sep=,"], ["x", "y"], ["1", '"2']], 3),
    ],
)
def test_quotes_that_do_not_close_swallow_nothing(data: bytes, expected: list[list[str]], line: int) -> None:
    assert rows(data) == expected
    assert [(found.code, found.location.line) for found in book(data).findings] == [("import/quotes-broken", line)]


def test_null_characters_are_told_and_kept() -> None:
    data = b"a,b,c,d,e,f,g,h,i,j,k\n1,2\0,3,4,5,6,7,8,9,10,11\n"
    assert rows(data)[1][1] == "2\0"
    assert codes(data) == ["import/null-characters"]


FRENCH = "Engagement;Échéance\nCréer une plateforme où l’on débat;août 2026\nÉlus formés à l’écoute;décembre\n"
ARABIC = "الالتزام;الأجل\nإحداث منصة رقمية للمواطنين;غشت 2026\nتكوين المنتخبين والمنتخبات;دجنبر\n"
WIDE = ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        *((FRENCH, codec) for codec in [*WIDE, "cp1252", "mac_roman"]),
        *((FRENCH.replace("’", "'"), codec) for codec in ["iso8859_1", "iso8859_15", "cp850"]),
        *((ARABIC, codec) for codec in [*WIDE, "cp1256", "iso8859_6"]),
        (FRENCH.replace("É", "E") + ARABIC, "cp1256"),
    ],
)
def test_encodings(text: str, codec: str) -> None:
    data = text.encode(codec)
    assert rows(data) == [line.split(";") for line in text.splitlines()]
    assert codes(data) == ["import/encoding-guessed"]


def test_plain_utf8_needs_no_word() -> None:
    assert not codes((FRENCH + ARABIC).encode())


def test_encoding_that_cannot_be_told() -> None:
    assert codes("a;b\nÆ;þ\n".encode("cp1252")) == ["import/encoding-unsure"]


def test_damaged_utf8_stays_utf8() -> None:
    data = (FRENCH + ARABIC).encode().replace("août".encode(), b"ao\xfbt")
    assert rows(data)[1][1] == "ao\ufffdt 2026"
    assert codes(data) == ["import/encoding-guessed", "import/broken-characters"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source/empty-file"),
        (b"PK\x03\x04" + b"\0" * 40, "source/wrong-kind"),
        (b"<html><body><table></table></body></html>", "source/wrong-kind"),
        (b'{"a": 1}', "source/wrong-kind"),
        (b"%PDF-1.7", "source/wrong-kind"),
        (bytes(range(1, 32)) * 40, "source/wrong-kind"),
        (b"\n" * (MOST_CELLS + 1), "source/too-many-cells"),
    ],
)
def test_refusals(data: bytes, code: str) -> None:
    assert codes(data) == [code]


def test_field_longer_than_the_csv_module_takes() -> None:
    before = csv.field_size_limit()
    assert rows(b'a,b\n"' + b"x" * 200_000 + b'",2\n')[1] == ["x" * 200_000, "2"]
    assert csv.field_size_limit() == before


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8).filter(
    lambda t: bool(t.strip())
)


@given(st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=2, max_size=5)))
def test_round_trip(table: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL).writerows(table)
    found = book(text.getvalue().encode())
    assert [finding.code for finding in found.findings] == []
    assert found.sheets[0].rows == table


@given(st.binary(min_size=1, max_size=200))
def test_random_bytes_never_raise(data: bytes) -> None:
    found = read_csv(data, None)
    assert isinstance(found, Book) or found.code.startswith("source/")


def test_csv_spectrum(corpus: Path) -> None:
    files = sorted((corpus / "adversarial" / "csv-spectrum" / "csvs").glob("*.csv"))
    assert files
    for file in files:
        heading, *records = rows(file.read_bytes())
        expected = json.loads((file.parents[1] / "json" / f"{file.stem}.json").read_text(encoding="utf-8"))
        assert [dict(zip(heading, record, strict=True)) for record in records] == expected, file.stem

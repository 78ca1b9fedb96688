"""Hostile texts in every place of a report: no markup, formula, command or escape code, no direction turned."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote
from xml.etree import ElementTree as Xml

import pytest
from tests.report.published import junit_is_valid, sarif_troubles
from tests.report.samples import HOSTILE, faulty, judged, naughty, quoting

from opengov_local.report import RENDERERS, renderer
from opengov_local.report.csv import COLUMNS, guarded
from opengov_local.report.text import render as render_text
from opengov_local.validation.report import Report

FSI, PDI = "\u2068", "\u2069"
languages = pytest.mark.parametrize("language", ["ar", "fr"])  # of either direction


@pytest.fixture(scope="module", params=["quoting", "judged", "naughty quoting", "naughty judged"])
def report(request: pytest.FixtureRequest) -> Report:
    strings = HOSTILE
    if request.param.startswith("naughty"):
        strings = naughty(request.getfixturevalue("corpus"))
    make: Callable[[tuple[str, ...]], Report] = quoting if request.param.endswith("quoting") else judged
    made = make(strings)
    assert len(made.findings) > 40
    return made


def _harmless(text: str) -> bool:
    """Tells whether every line is free of control characters, and whether isolates open and close in it."""
    for line in text.split("\n"):
        inside = False
        for character in line:
            if character in (FSI, PDI):
                if inside == (character == FSI):
                    return False
                inside = character == FSI
            elif character not in "\u200c\u200d" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
                return False
        if inside:
            return False
    return True


@languages
@pytest.mark.parametrize("form", sorted(RENDERERS.keys() - {"json"}))  # JSON gives programs the values as they are
def test_no_form_holds_a_control_character_or_turns_the_direction(report: Report, form: str, language: str) -> None:
    text = renderer(form)([report], language)
    if form == "csv":
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert _harmless(text)


@languages
def test_json_holds_the_values_as_they_are_and_nothing_that_a_terminal_obeys(report: Report, language: str) -> None:
    text = renderer("json")([report], language)
    obeyed = {"Cc", "Cs", "Zl", "Zp"}
    assert not [character for character in set(text) - {"\n"} if unicodedata.category(character) in obeyed]
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\ufffe") & set(text)
    params = [found["params"] for found in json.loads(text)["reports"][0]["findings"]]
    assert params == [json.loads(json.dumps(dict(finding.params))) for finding in report.findings]


@languages
def test_a_terminal_gets_no_escape_code_but_ours(report: Report, language: str) -> None:
    text = render_text([report], language, coloured=True)
    assert _harmless(re.sub(r"\x1b\[[0-9;]*m", "", text))
    assert set(re.findall(r"\x1b\[[0-9;]*m", text)) == {f"\x1b[{code}m" for code in _shades(report)}


def _shades(report: Report) -> set[str]:
    own = {"error": "1;31", "warning": "33", "info": "36"}
    return {"0", "1", "2"} | {own[finding.severity] for finding in report.findings}


class _Elements(HTMLParser):
    """Collects the kinds of elements and the names of attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}


def _elements(page: str) -> _Elements:
    elements = _Elements()
    elements.feed(page)
    return elements


@cache
def _usual(language: str) -> _Elements:
    return _elements(renderer("html")([faulty(), quoting(("harmless",) * 80)], language))


@languages
def test_a_page_has_no_other_elements_than_that_of_harmless_texts(report: Report, language: str) -> None:
    usual = _usual(language)
    found = _elements(renderer("html")([report], language))
    assert set(found.tags) <= set(usual.tags)
    assert found.attributes <= usual.attributes
    assert found.tags.count("article") == len(report.findings)
    assert (found.tags.count("script"), found.tags.count("style"), found.tags.count("title")) == (1, 1, 1)


@languages
def test_sarif_stays_sarif(report: Report, language: str) -> None:
    log = json.loads(renderer("sarif")([report], language))
    assert not sarif_troubles(log)
    assert len(log["runs"][0]["results"]) == len(report.findings)


@languages
def test_junit_stays_junit(report: Report, language: str) -> None:
    text = renderer("junit")([report], language)
    assert junit_is_valid(text)
    cases = Xml.fromstring(text).findall("testsuite/testcase")
    assert len(cases) == len(report.findings)
    assert {child.tag for case in cases for child in case} <= {"failure", "system-out"}


@languages
def test_csv_holds_one_row_a_finding_and_no_formula(report: Report, language: str) -> None:
    text = renderer("csv")([report], language).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len([row for row in rows if row[COLUMNS.index("code")]]) == len(report.findings) + 1
    assert {len(row) for row in rows} == {len(COLUMNS)}
    for cell in (cell for row in rows for cell in row):
        seen = "".join(letter for letter in cell if unicodedata.category(letter) not in ("Cf", "Zs", "Cc"))
        assert not seen.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", " =1", "\r=1", "＝1", f"{FSI}=1{PDI}", "\u200f=1"])
def test_what_begins_like_a_formula_is_guarded(text: str) -> None:
    assert guarded(text).startswith("'")
    assert guarded(text).replace("'", "") == text


@pytest.mark.parametrize("text", ["", "a=1", "2025-07", "/plans/0", "نص", "'=1"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert guarded(text) == text


COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^,:]*)(?:,[a-z]+=[^,:]*)*)::(.*)")


@languages
def test_github_gets_one_command_a_finding(report: Report, language: str) -> None:
    lines = renderer("github")([report], language).splitlines()
    commands = [COMMAND.fullmatch(line) for line in lines[: len(report.findings)]]
    assert all(commands)
    assert not any(line.startswith("::") for line in lines[len(report.findings) :])
    names = [part.partition("=")[0] for found in commands if found for part in found[2].split(",")]
    assert set(names) <= {"file", "line", "col", "title"}
    assert all("\n" not in unquote(found[2].replace("%25", "")) for found in commands if found)


def test_a_file_name_of_any_bytes_is_a_uri() -> None:
    log = json.loads(renderer("sarif")([quoting(("a b#c?d%é\udce9\\.json",))], "en"))
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]
    }
    assert uris == {"a%20b%23c%3Fd%25%C3%A9%E9%5C.json"}

"""Each form of a report by what other programs read of it, and by its own schema where it has one."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import time
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from jsonschema import Draft202012Validator
from tests.report.published import junit_is_valid, sarif_troubles
from tests.report.samples import EXAMPLES, clean, faulty, quoting

from opengov_local import validate
from opengov_local.cli import main
from opengov_local.errors import MissingExtraError
from opengov_local.finding import SEVERITIES, Location
from opengov_local.messages import LANGUAGES, place, plural, render, ui
from opengov_local.report import RENDERERS, colour, renderer
from opengov_local.report.csv import BYTE_ORDER_MARK, COLUMNS
from opengov_local.report.text import render as render_text
from opengov_local.report.where import way
from opengov_local.schema.registry import schema_text
from opengov_local.validation.report import Report

SCHEMA = json.loads(schema_text("report"))
languages = pytest.mark.parametrize("language", LANGUAGES)
forms = pytest.mark.parametrize("form", sorted(RENDERERS))


def _partial() -> Report:
    """Gives a report that does not list everything."""
    return replace(faulty(), unshown={"error": 3, "warning": 0, "info": 12}, ignored=2, known=1, gone=4)


def _closed(schema: Any) -> Any:
    """Gives the published schema so that it refuses every field that it does not describe."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _closed(value) for key, value in schema.items()}
    if "properties" in schema and "type" in schema and "required" in schema:
        inner.setdefault("additionalProperties", False)
    return inner


@forms
@languages
def test_every_form_takes_any_reports(form: str, language: str) -> None:
    render = renderer(form)
    for reports in ([], [clean()], [faulty(), clean()], [_partial()], [Report(None, ())]):
        assert render(reports, language).endswith("\n")


@forms
def test_a_form_takes_reports_that_come_one_by_one(form: str) -> None:
    assert renderer(form)(iter([faulty(), clean()]), "fr") == renderer(form)([faulty(), clean()], "fr")


@languages
def test_json_is_as_its_schema_says(language: str) -> None:
    judge = Draft202012Validator(_closed(SCHEMA))
    for reports in ([], [clean()], [faulty(), clean()], [_partial()], [Report(None, ())]):
        loaded = json.loads(renderer("json")(reports, language))
        assert [error.json_path for error in judge.iter_errors(loaded)] == []


def test_the_schema_of_reports_is_a_schema_and_knows_every_place() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["$defs"]["location"]["properties"]) == {field.name for field in fields(Location)}
    assert set(SCHEMA["$defs"]["severity"]["enum"]) == set(SEVERITIES)
    assert set(SCHEMA["$defs"]["message"]["properties"]["language"]["enum"]) == set(LANGUAGES)


def test_the_command_shows_the_schema_of_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "report"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA


def test_the_true_counts_are_in_the_json() -> None:
    loaded = json.loads(renderer("json")([_partial()], "en"))
    assert loaded["counts"] == {"error": 14, "warning": 5, "info": 12}
    assert [loaded["reports"][0][name] for name in ("ignored", "known", "gone")] == [2, 1, 4]


@languages
def test_text_puts_the_gravest_first(language: str) -> None:
    lines = renderer("text")([faulty()], language).splitlines()
    codes = [line.strip()[1:].partition("]")[0] for line in lines if line.startswith("        [")]
    ordered = sorted(faulty().findings, key=lambda finding: SEVERITIES.index(finding.severity))
    assert codes == [finding.code for finding in ordered]


@languages
def test_text_says_what_it_does_not_list(language: str) -> None:
    text = renderer("text")([_partial(), clean()], language)
    for key, count in (("unshown", 15), ("ignored", 2), ("known", 1), ("gone", 4)):
        said = plural(key, count, language)
        assert text.count(said) == 2  # of the one report, and in all
    assert plural("error", 14, language) in text


def test_text_is_coloured_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    path = str(EXAMPLES / "agadir-ogp-2025.json")
    main(["validate", path])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["validate", path])
    assert "\x1b[1m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["validate", path])
    assert "\x1b" not in capsys.readouterr().out


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "terminal", "pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, False, False),
    ],
)
def test_when_colours_are_wanted(environment: dict[str, str], terminal: bool, pipe: bool) -> None:
    assert colour.wanted(_Terminal(), environment) is terminal
    assert colour.wanted(io.StringIO(), environment) is pipe


def test_colours_add_nothing_but_colours() -> None:
    coloured = render_text([faulty(), clean()], "ar", coloured=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_text([faulty(), clean()], "ar")


@languages
def test_sarif_is_valid_and_has_a_rule_for_each_result(language: str) -> None:
    log = json.loads(renderer("sarif")([faulty(), clean(), _partial()], language))
    assert sarif_troubles(log) == []
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for rule in rules:  # what GitHub demands of each
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        source = faulty().source_of(rule["id"], language)
        assert source is None or source in rule["help"]["text"]
    assert {result["level"] for result in run["results"]} == {"error", "warning"}


@languages
def test_the_other_place_of_a_finding_is_said_with_its_line(language: str) -> None:
    twice = next(f for f in faulty().findings if f.code == "integrity/duplicate-id")
    assert twice.related
    assert (twice.related.pointer, twice.related.line) == (twice.params["first"], 116)
    assert f"({place(twice.related, language)})" in render(twice, language)
    alone = replace(faulty(), findings=(twice,))
    (entry,) = json.loads(renderer("json")([alone], language))["reports"][0]["findings"]
    assert (entry["related"]["pointer"], entry["related"]["line"]) == (twice.params["first"], 116)
    (result,) = json.loads(renderer("sarif")([alone], language))["runs"][0]["results"]
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 116


@pytest.mark.parametrize("form", ["text", "html", "junit", "github"])
def test_what_was_not_checked_is_said(form: str) -> None:
    for data in (b"[]", b"", b"null"):
        report = validate(data)
        assert report.unchecked
        assert plural("unchecked", 1, "fr") in renderer(form)([report], "fr")
    for report in (faulty(), clean()):
        assert not report.unchecked
        assert plural("unchecked", 1, "fr") not in renderer(form)([report], "fr")
    assert plural("cuts", len(faulty().cuts), "fr") in renderer(form)([faulty()], "fr")


@forms
@languages
def test_of_several_files_those_that_were_not_checked_are_named(form: str, language: str) -> None:
    lost = replace(validate(b"[]"), source="lost.json")
    text = renderer(form)([clean(), lost, faulty()], language)
    named, alone = ui("unchecked-files", language, files="lost.json"), plural("unchecked", 1, language)
    assert (named in text) is (form in ("text", "github", "html"))
    assert text.count(alone) == (form in ("text", "html", "junit", "csv"))  # below its own name only


@languages
def test_text_names_the_way_where_people_see_no_lines(language: str) -> None:
    (found,) = (f for f in faulty().findings if f.code == "structure/bad-format")
    way_there = way(faulty().trail(found), language)
    in_cell = replace(found, location=Location(found.location.pointer, "plan.xlsx", sheet="Plan", cell="B4"))
    assert way_there not in render_text([replace(faulty(), findings=(found,))], language)
    assert way_there in render_text([replace(faulty(), findings=(in_cell,))], language)


@languages
def test_the_page_leads_from_each_rule_to_its_source(language: str) -> None:
    page = renderer("html")([faulty()], language)
    leading = re.findall('<a href="#(rule-[a-z/-]+)">', page)
    said_by_rules = [f.code for f in faulty().findings if faulty().source_of(f.code, language)]
    assert leading.count("rule-integrity/dangling-reference") == 1
    assert sorted(leading) == sorted(f"rule-{code}" for code in said_by_rules)
    assert set(re.findall('id="(rule-[^"]+)"', page)) == set(leading)


@languages
def test_csv_says_where_the_rule_comes_from(language: str) -> None:
    text = renderer("csv")([faulty()], language).removeprefix(BYTE_ORDER_MARK)
    said = {
        row[COLUMNS.index("code")]: row[COLUMNS.index("source")] for row in csv.reader(io.StringIO(text, newline=""))
    }
    assert said["structure/bad-format"] == ""
    assert said["integrity/end-before-start"] == faulty().source_of("integrity/end-before-start", language)


def test_sarif_names_the_place_in_the_file_in_the_data_and_in_the_workbook() -> None:
    cell = replace(faulty().findings[0], location=Location("", "plan.xlsx", sheet="Plan", cell="B4"))
    report = replace(faulty(), findings=(faulty().findings[0], cell))
    first, second = json.loads(renderer("sarif")([report], "en"))["runs"][0]["results"]
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 17, "startColumn": 20}
    assert first["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "/collectivities/0/identifiers/0/value"
    assert first["properties"]["object"] == "org.example.fautes:tc-3d8k1m"
    assert first["partialFingerprints"]["opengovLocal/v1"] == report.fingerprint(report.findings[0])
    assert (second["properties"]["sheet"], second["properties"]["cell"]) == ("Plan", "B4")
    assert "region" not in second["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("given", "uri"),
    [
        ("plans/a.json", "plans/a.json"),
        ("./plans/a.json", "plans/a.json"),
        ("{here}/plans/été.json", "plans/%C3%A9t%C3%A9.json"),
        ("../a.json", "../a.json"),
        ("/srv/a b.json", "file:///srv/a%20b.json"),
    ],
)
def test_sarif_names_files_from_the_folder_that_is_checked(
    given: str, uri: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = replace(faulty().findings[0], location=Location("/id", given.format(here=tmp_path), line=1, column=1))
    log = json.loads(renderer("sarif")([replace(faulty(), findings=(found,))], "fr"))
    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert sarif_troubles(log) == []


def test_sarif_of_standard_input_names_no_file() -> None:
    there = replace(faulty().findings[0].location, source="-")
    report = replace(faulty(), source="-", findings=(replace(faulty().findings[0], location=there),))
    log = json.loads(renderer("sarif")([report], "en"))
    assert sarif_troubles(log) == []
    assert "physicalLocation" not in log["runs"][0]["results"][0]["locations"][0]


@languages
def test_junit_fails_for_errors_only(language: str) -> None:
    text = renderer("junit")([faulty(), clean()], language)
    assert junit_is_valid(text)
    root = Xml.fromstring(text)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("17", "11", "0")
    assert len(root.findall("testsuite/testcase/failure")) == 11
    assert [suite.get("failures") for suite in root] == ["11", "0"]


def test_junit_fails_for_errors_that_are_not_listed() -> None:
    report = replace(clean(), unshown={"error": 4, "warning": 0, "info": 0})
    text = renderer("junit")([report], "en")
    assert junit_is_valid(text)
    assert Xml.fromstring(text).get("failures") == "1"


def test_github_has_the_place_and_the_gravest_first() -> None:
    lines = renderer("github")([clean(), faulty()], "en").splitlines()
    assert lines[0].startswith("::error file=")
    assert "/faulty-plan.json,line=17,col=20,title=" in lines[0]
    commands = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert commands == ["::error"] * 11 + ["::warning"] * 5


@languages
def test_csv_is_a_table_that_excel_reads(language: str) -> None:
    text = renderer("csv")([faulty()], language)
    assert text.startswith(BYTE_ORDER_MARK)
    assert text.count("\r\n") == text.count("\n") == 18
    rows = list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True))
    assert len(set(rows[0])) == len(COLUMNS)
    due = next(row for row in rows if row[COLUMNS.index("pointer")].endswith("/milestones/0/due"))
    assert due[COLUMNS.index("value")] == "2025-13"
    assert due[COLUMNS.index("line")] == "122"


@languages
def test_csv_says_behind_the_findings_what_it_does_not_list(language: str) -> None:
    text = renderer("csv")([_partial(), clean()], language).removeprefix(BYTE_ORDER_MARK)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in csv.reader(io.StringIO(text, newline=""))]
    count = len(faulty().findings)
    assert all(row["code"] for row in rows[1 : count + 1])
    rest = {row["message"]: row for row in rows[count + 1 :]}
    for key, number in (("unshown", 15), ("ignored", 2), ("known", 1), ("gone", 4)):
        row = rest[plural(key, number, language)]
        assert {name for name, cell in row.items() if cell} == {"file", "message"}


@pytest.mark.parametrize("form", ["text", "github", "junit", "html"])
def test_long_names_of_fields_are_cut_for_people(form: str) -> None:
    tree = json.loads((EXAMPLES / "agadir-ogp-2025.json").read_bytes())
    tree["plans"][0]["z" * 8000] = 1
    report = validate(json.dumps(tree).encode())
    text = renderer(form)([report], "fr")
    assert "structure/unknown-field" in text
    assert "z" * 100 not in text
    assert "/plans/0/zzz" in text
    assert "z" * 8000 in renderer("json")([report], "fr")


def test_a_page_without_its_extra_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("report.html", "web.pages"):
        monkeypatch.delitem(sys.modules, f"opengov_local.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError) as caught:
        renderer("html")
    assert caught.value.extra == "html"


@forms
def test_a_report_four_times_as_long_takes_not_ten_times_as_long(form: str) -> None:
    render = renderer(form)
    small, large = (quoting(tuple(f"text {n}" for n in range(size))) for size in (100, 400))

    def seconds(report: Report) -> float:
        measured = []
        for _ in range(3):
            start = time.process_time()
            render([report], "fr")
            measured.append(time.process_time() - start)
        return min(measured)

    render([small], "fr")
    assert seconds(large) < 4 * seconds(small) * 2.5


@forms
def test_a_thousand_sources(form: str) -> None:
    report = clean()
    text = renderer(form)([replace(report, source=f"plan-{n}.json") for n in range(1000)], "ar")
    if form not in ("csv", "github"):
        assert "plan-999.json" in text


def test_the_report_of_an_export_holds_what_the_file_leaves_out(tmp_path: Path) -> None:
    source, report = EXAMPLES / "synthetic" / "full-plan.json", tmp_path / "report.json"
    arguments = ["convert", str(source), str(tmp_path / "plan.xml"), "--to", "stratml", "--report", str(report)]
    assert main([*arguments, "--lang", "fr"]) == 0
    written = json.loads(report.read_bytes())
    Draft202012Validator(_closed(SCHEMA)).validate(written)
    (lost,) = [each for each in written["reports"][0]["export"] if each["code"] == "export/lost"]
    assert {"Milestone", "BudgetLine"} <= set(lost["params"]["fields"])
    assert len(lost["params"]["fields"]) == len(lost["params"]["counts"])

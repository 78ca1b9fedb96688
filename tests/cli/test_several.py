"""Sources that hold several packages: each is judged for itself, its places are those of the whole file."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.validation.parts import TODAY, Tree, commitment, ident, package, plan

import opengov_local as ogl
from opengov_local.cli import main
from opengov_local.formats import several
from opengov_local.formats.several import lines_of, yaml_documents

WRONG: Tree = {"start": "2025-02", "end": "2025-01"}
CODE = "integrity/end-before-start"


def _line(name: str, **fields: Any) -> str:
    return json.dumps(package(plan(commitment(**fields)), id=ident(name)), ensure_ascii=False)


def _reports(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    status = main(["validate", *arguments, "--format", "json", "--today", "2026-01-15"])
    reports: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["reports"]
    return status, reports


def _seen(report: dict[str, Any]) -> tuple[str, list[tuple[str, int]]]:
    places = [(finding["code"], finding["location"]["line"]) for finding in report["findings"]]
    return report["source"].partition("#")[2], places


@pytest.mark.parametrize("ending", ["ndjson", "jsonl", "NDJSON"])
def test_each_line_is_judged(ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / f"plans.{ending}"
    broken = json.dumps(package(plan(**WRONG_PERIOD), id=5))
    file.write_text("\r\n".join([_line("a"), "", _line("b", **WRONG), "{oops}", broken, _line("a")]), encoding="utf-8")
    status, reports = _reports(capsys, str(file))
    assert status == 1
    assert [_seen(report) for report in reports] == [
        (ident("a"), []),
        (ident("b"), [(CODE, 3)]),
        ("L4", [("syntax/invalid-json", 4)]),
        ("L5", [("structure/wrong-type", 5), (CODE, 5)]),
        ("L6", []),
    ]
    assert {report["findings"][0]["location"]["source"] for report in reports if report["findings"]} == {str(file)}


WRONG_PERIOD: Tree = {"period": {"start": "2026", "end": "2025"}}


def test_standard_input_and_bytes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    data = f"{_line('a')}\n{_line('b', **WRONG)}\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [_seen(report) for report in _reports(capsys, "-", "--from", "ndjson")[1]] == [
        (ident("a"), []),
        (ident("b"), [(CODE, 2)]),
    ]
    reports = [ogl.validate(imported, today=TODAY) for imported in ogl.read_each(data, format="ndjson")]
    assert [(report.part, report.file, len(report.findings)) for report in reports] == [
        (ident("a"), "", 0),
        (ident("b"), "", 1),
    ]
    assert reports[0].package


def test_a_package_on_several_lines_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.jsonl"
    file.write_text(json.dumps(json.loads(_line("a", **WRONG)), indent=1), encoding="utf-8")
    (report,) = _reports(capsys, str(file))[1]
    assert [code for code, _ in _seen(report)[1]] == [CODE]


@pytest.mark.parametrize("content", [b"", b"\n \n", b"---\n", b"# nothing\n---\n...\n"])
@pytest.mark.parametrize("name", ["plans.ndjson", "plans.yaml"])
def test_a_file_in_which_nothing_stands(name: str, content: bytes, tmp_path: Path) -> None:
    if b"#" in content and name.endswith("ndjson"):
        return  # JSON has no comments
    file = tmp_path / name
    file.write_bytes(content)
    (imported,) = ogl.read_each(file)
    assert imported.document is None or imported.document.tree is None
    assert imported.findings or name.endswith("yaml")


def test_a_line_beyond_the_limit_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "_MOST", 10)
    parts = list(lines_of(io.BytesIO(b'{"a":1}\n' + b"9" * 35 + b"\n[1]\n")))
    assert [(len(part.data), part.lines) for part in parts] == [(7, 0), (11, 1), (3, 2)]


YAML = """\
# two plans
---
id: org.example.parts:a
schema_version: "0.1"
synthetic: true
title:
  fr: |
    Un texte
    -- et sa suite
---
id: org.example.parts:b
schema_version: "0.1"
plans: 5
...
---
# nothing more
"""


def test_each_document_of_yaml_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text(YAML, encoding="utf-8")
    assert [_seen(report) for report in _reports(capsys, str(file))[1]] == [
        ("org.example.parts:a", []),
        ("org.example.parts:b", [("structure/wrong-type", 13)]),
    ]


def test_a_yaml_file_with_one_document_is_read_as_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("---\nid: 5\n...\n", encoding="utf-8")
    (report,) = _reports(capsys, str(file))[1]
    assert report["source"] == str(file)


@pytest.mark.parametrize("text", ["a: b\n--- c\n", "a: |\n  x\n---\nb: 1\n---x: 2\n", "--- {a: 1}\n--- {a: 2}\n"])
def test_documents_of_yaml_begin_where_yaml_says(text: str) -> None:
    import yaml

    documents = [value for value in yaml.safe_load_all(text) if value is not None]
    assert [yaml.safe_load(part.data) for part in yaml_documents(text.encode())] == documents


def test_what_was_found_before_is_known_where_lines_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("plans.ndjson")
    file.write_text(_line("a", **WRONG), encoding="utf-8")
    assert main(["validate", "plans.ndjson", "--format", "json", "-o", "earlier.json", "--today", "2026-01-15"]) == 1
    file.write_text(f"{_line('new')}\n{_line('a', **WRONG)}\n", encoding="utf-8")
    status, reports = _reports(capsys, "plans.ndjson", "--baseline", "earlier.json")
    assert (status, [report["known"] for report in reports]) == (0, [0, 1])
    file.write_text(f"{_line('new', **WRONG)}\n{_line('a')}\n", encoding="utf-8")
    status, reports = _reports(capsys, "plans.ndjson", "--baseline", "earlier.json")
    assert (status, [(len(report["findings"]), report["gone"]) for report in reports]) == (1, [(1, 0), (0, 1)])


def test_an_entry_of_the_ignore_file_is_meant_for_whichever_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plans.ndjson"
    file.write_text(f"{_line('a')}\n{_line('b', **WRONG)}\n", encoding="utf-8")
    entry = f'[[ignore]]\ncode = "{CODE}"\nreason = "tested"\n'
    (tmp_path / "plans.ndjson.ignore.toml").write_text(entry, encoding="utf-8")
    status, reports = _reports(capsys, str(file))
    assert (status, [(report["ignored"], report["findings"]) for report in reports]) == (0, [(0, []), (1, [])])


def test_two_hundred_plans_are_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plans.ndjson"
    file.write_text("\n".join(_line(f"p{at}") for at in range(200)), encoding="utf-8")
    assert main(["validate", str(file), "--lang", "en"]) == 0
    assert "1 file:" in capsys.readouterr().out.splitlines()[-1]


@given(st.lists(st.sampled_from(["{}", '{"id":"x"}', "[1]", "oops", "", " ", "{"]), max_size=6), st.booleans())
@settings(max_examples=60)
def test_every_line_that_says_something_is_read_once(lines: list[str], ended: bool) -> None:
    data = "\n".join(lines) + ("\n" if ended else "")
    read = list(ogl.read_each(data.encode(), format="ndjson"))
    said = [number for number, line in enumerate(lines, start=1) if line.strip()]
    assert len(read) == max(1, len(said))
    for imported, number in zip(read, said, strict=False):
        line = imported.document.locate("").line if imported.document else imported.findings[0].location.line
        assert line == number

"""Every conformance case, judged by the library and by the other judges of the published schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.contract.judges import by_ajv

import opengov_local as ogl
from opengov_local.schema import witness
from opengov_local.validation.rules.register import rules

FOLDER = Path(__file__).parents[2] / "conformance"
SOURCES = Path(ogl.__file__).parent
CASES: list[dict[str, Any]] = json.loads((FOLDER / "cases.json").read_text(encoding="utf-8"))
BY_ID = {case["id"]: case for case in CASES}
RULES = {rule.code for rule in rules()}
BESIDE_THE_SCHEMA = RULES | {"structure/unknown-field"}
JUDGED_BY_SCHEMA = [
    case
    for case in CASES
    if case["code"].startswith("structure/")
    and case["code"] not in BESIDE_THE_SCHEMA
    and case["document"].endswith(".json")
]


def _pairs(findings: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(finding["code"], finding["pointer"]) for finding in findings}


def _shown(case: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in case["expect"]}


def _of_schema(case: dict[str, Any]) -> set[tuple[str, str]]:
    return {
        (code, pointer)
        for code, pointer in _pairs(case["expect"])
        if code.startswith("structure/") and code not in BESIDE_THE_SCHEMA
    }


@pytest.mark.parametrize("case", CASES, ids=BY_ID)
def test_the_library_finds_what_is_expected_and_nothing_else(case: dict[str, Any], tmp_path: Path) -> None:
    document = FOLDER / case["document"]
    if "padded_to" in case:
        document = tmp_path / document.name
        document.write_bytes((FOLDER / case["document"]).read_bytes().ljust(case["padded_to"]))
    report = ogl.validate(document, profiles=case.get("profiles", ()), today=date.fromisoformat(case["today"]))
    found = [(finding.code, finding.severity, finding.location.pointer) for finding in report.findings]
    expected = [(finding["code"], finding["severity"], finding["pointer"]) for finding in case["expect"]]
    assert sorted(found) == sorted(expected)


def test_the_cases_have_their_published_form() -> None:
    schema = json.loads((FOLDER / "cases.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.json_path for error in Draft202012Validator(schema).iter_errors(CASES)] == []


def test_ids_are_unique_and_begin_with_the_code() -> None:
    assert len(BY_ID) == len(CASES)
    assert [case["id"] for case in CASES if not case["id"].startswith(case["code"] + "-")] == []


def test_a_bad_document_shows_its_code_and_a_good_one_does_not() -> None:
    for case in CASES:
        assert (case["code"] in _shown(case)) == case["id"].endswith("-bad"), case["id"]
        grave = [finding for finding in case["expect"] if finding["severity"] != "info"]
        assert case["id"].endswith("-bad") or not grave, case["id"]


def test_every_document_is_the_document_of_a_case() -> None:
    documents = {path.relative_to(FOLDER).as_posix() for path in (FOLDER / "cases").rglob("*") if path.is_file()}
    assert documents == {case["document"] for case in CASES}


def test_a_code_has_one_severity() -> None:
    severities: dict[str, set[str]] = {}
    for finding in (finding for case in CASES for finding in case["expect"]):
        severities.setdefault(finding["code"], set()).add(finding["severity"])
    assert {code: said for code, said in severities.items() if len(said) > 1} == {}
    assert {rule.code: {rule.severity} for rule in rules()}.items() <= severities.items()


def _known_codes() -> set[str]:
    said = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    return RULES | set(re.findall(r'"((?:syntax|structure)/[a-z0-9-]+)"', said))


def test_the_codes_of_the_sources_are_found() -> None:
    assert {"syntax/bom", "syntax/yaml-anchor", "structure/bad-key", "integrity/duplicate-id"} <= _known_codes()


@pytest.mark.parametrize("end", ["bad", "good"])
def test_every_code_has_its_cases(end: str) -> None:
    assert _known_codes() == {case["code"] for case in CASES if case["id"].endswith(end)}


def test_documents_that_can_be_read_say_that_they_are_made_up() -> None:
    for case in CASES:
        document = ogl.read(FOLDER / case["document"]).document
        if document is not None and "/synthetic" not in {pointer for _, pointer in _pairs(case["expect"])}:
            assert document.tree.get("synthetic") is True, case["id"]


@pytest.mark.parametrize("case", JUDGED_BY_SCHEMA, ids=lambda case: case["id"])
def test_the_published_schema_says_the_same(case: dict[str, Any]) -> None:
    tree = json.loads((FOLDER / case["document"]).read_bytes())
    assert witness.judge(tree) == _of_schema(case)


def test_ajv_says_the_same(require_tool: Callable[[str], str]) -> None:
    program = require_tool("ajv")
    documents = [(FOLDER / case["document"]).read_bytes() for case in JUDGED_BY_SCHEMA]
    for case, (_, verdict) in zip(JUDGED_BY_SCHEMA, by_ajv(program, documents), strict=True):
        assert verdict == _of_schema(case), case["id"]

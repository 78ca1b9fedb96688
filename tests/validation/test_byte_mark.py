"""A byte order mark: an error by itself, and the data behind it is judged in the same run."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from pathlib import Path

import pytest
from tests.validation.parts import TODAY, commitment, package, plan

import opengov_local as ogl

TREE = package(plan(commitment(start="2026-05", end="2025-01")))
GOOD, SLIP = package(plan(commitment())), package(plan(commitment(progress=120)))


def judged(data: bytes, format: str = "json") -> ogl.Report:
    return ogl.validate(ogl.read(BOM_UTF8 + data, format=format), today=TODAY)


def codes(report: ogl.Report) -> list[str]:
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_rules_and_structure_are_judged_behind_the_mark(format: str) -> None:
    alone, late, slip = (judged(json.dumps(tree).encode(), format) for tree in (GOOD, TREE, SLIP))
    assert codes(alone) == ["syntax/bom"]
    assert codes(late) == ["syntax/bom", "integrity/end-before-start"]
    assert codes(slip) == ["syntax/bom", "structure/out-of-range"]
    for report in (alone, late, slip):
        assert (report.valid, report.package, report.unchecked) == (False, None, False)


def test_what_is_no_package_behind_the_mark_is_unchecked() -> None:
    report = judged(b"[]")
    assert codes(report) == ["syntax/bom", "structure/wrong-type"]
    assert report.unchecked


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_syntax_is_judged_behind_the_mark_too(format: str) -> None:
    found = codes(judged(b'{"a": 1, "a": 2}', format))
    assert found == ["syntax/bom", "syntax/duplicate-key"]
    assert codes(judged(b"", format)) == ["syntax/bom", "syntax/empty"]
    assert codes(judged(BOM_UTF8 * 5000 + b"{}", format)) == ["syntax/bom"]


def test_nothing_but_judging_uses_what_stands_behind_the_mark(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(BOM_UTF8 + json.dumps(GOOD).encode())
    assert ogl.read(path).document is None
    with pytest.raises(ogl.InvalidDocument):
        ogl.load(path)


def test_lines_of_a_network_keep_their_places(tmp_path: Path) -> None:
    path = tmp_path / "network.ndjson"
    line = json.dumps(SLIP).encode() + b"\n"
    path.write_bytes(line + BOM_UTF8 + line)
    _, second = (ogl.validate(one, today=TODAY) for one in ogl.read_each(path))
    assert [(f.code, f.location.line) for f in second.findings] == [("syntax/bom", 2), ("structure/out-of-range", 2)]

"""Findings that a file beside the data asks to leave out: by code and place, with a reason, counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.validation.parts import FIRST, TODAY, Tree, commitment, ident, milestone, package, plan

import opengov_local as ogl
from opengov_local.cli import main


def _tree() -> Tree:
    done = {"code": "completed"}
    return package(plan(commitment("co", status=done, milestones=[milestone("ms", status=done)])))


def _report(tmp_path: Path, settings: str) -> ogl.Report:
    path = tmp_path / "ignore.toml"
    path.write_text(settings, encoding="utf-8")
    return ogl.validate(json.dumps(_tree()).encode(), today=TODAY, ignore=path)


def _pointers(report: ogl.Report) -> list[str]:
    return [f.location.pointer for f in report.findings if f.code == "integrity/completed-without-date"]


def _entry(**said: str) -> str:
    return "[[ignore]]\n" + "\n".join(f"{key} = {json.dumps(value)}" for key, value in said.items()) + "\n"


CODE = "integrity/completed-without-date"
STATUS, STEP = f"{FIRST}/status", f"{FIRST}/milestones/0/status"


@pytest.mark.parametrize(
    ("place", "left"),
    [
        (None, []),
        (ident("ms"), [STATUS]),
        (ident("co"), []),
        (STATUS, [STEP]),
        (f"{FIRST}/milestones", [STATUS]),
        (f"{FIRST}/mile", [STATUS, STEP]),
    ],
)
def test_a_place_is_an_object_or_a_pointer_and_all_below_it(tmp_path: Path, place: str | None, left: list[str]) -> None:
    where = {} if place is None else {"place": place}
    report = _report(tmp_path, _entry(code=CODE, reason="known", **where))
    assert _pointers(report) == left
    assert report.ignored == 2 - len(left)
    assert ("report/ignores-nothing" in {f.code for f in report.findings}) == (len(left) == 2)


def test_entries_that_speak_of_one_finding_all_count_as_used(tmp_path: Path) -> None:
    report = _report(tmp_path, _entry(code="integrity/*", reason="a") + _entry(code=CODE, reason="b", place=STATUS))
    assert report.ignored == 2
    assert "report/ignores-nothing" not in {f.code for f in report.findings}


def test_a_whole_family_is_ignored(tmp_path: Path) -> None:
    assert _report(tmp_path, _entry(code="integrity/*", reason="known")).ignored == 2


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (_entry(code="integrity/completed-without-dat", reason="known"), "tool/unknown-code"),
        (_entry(code="*", reason="known"), "tool/unknown-code"),
        (_entry(code="*/*", reason="known"), "tool/unknown-code"),
        (_entry(code="?ntegrity/*", reason="known"), "tool/unknown-code"),
        (_entry(code=CODE), "tool/settings-missing"),
        (_entry(code=CODE, reason="  "), "tool/settings-missing"),
        (_entry(reason="known"), "tool/settings-missing"),
        (_entry(code=CODE, reason="known", palce="x"), "tool/settings-unknown-key"),
        ('ignore = "x"', "tool/settings-wrong"),
        ("ignore = [1]", "tool/settings-wrong"),
        ("[[ignore]", "tool/settings-no-toml"),
    ],
)
def test_a_slip_in_the_file_is_refused(tmp_path: Path, settings: str, code: str) -> None:
    with pytest.raises(ogl.OptionError) as refused:
        _report(tmp_path, settings)
    assert refused.value.code == code


def test_the_file_beside_the_data_counts_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "plan.json"
    data.write_text(json.dumps(_tree()), encoding="utf-8")
    (tmp_path / "plan.json.ignore.toml").write_text(_entry(code=CODE, reason="known"), encoding="utf-8")
    assert main(["validate", str(data), "--format", "json", "--today", "2026-01-15"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    assert (report["ignored"], report["findings"]) == (2, [])


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ogl.SourceError) as refused:
        ogl.validate(json.dumps(_tree()).encode(), ignore=tmp_path / "nowhere.toml")
    assert refused.value.code == "tool/no-such-file"

"""Only what is new: findings matched by fingerprint, each as often as the earlier report has it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.validation.parts import TODAY, commitment, package, plan

import opengov_local as ogl
from opengov_local import messages
from opengov_local.api import Baseline
from opengov_local.cli import main
from opengov_local.errors import OptionError, SourceError
from opengov_local.messages import LANGUAGES
from opengov_local.report import renderer

ENDS = {"start": "2025-02", "end": "2025-01"}
Check = Callable[..., tuple[int, dict[str, Any]]]


def _tree(*wrong: str, right: int = 0) -> dict[str, Any]:
    """Gives a plan with commitments that end before they start; those of one name share their id."""
    sound = [commitment(f"sound{number}") for number in range(right)]
    return package(plan(*sound, *(commitment(name, **ENDS) for name in wrong)))


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Gives a function that validates a tree against the report on an earlier one."""
    monkeypatch.chdir(tmp_path)

    def run(before: Any, after: Any, *options: str) -> tuple[int, dict[str, Any]]:
        file = Path("plan.json")
        file.write_text(json.dumps(before), encoding="utf-8")
        main(["validate", "plan.json", "--format", "json", "-o", "earlier.json", "--today", "2026-01-15"])
        file.write_text(json.dumps(after), encoding="utf-8")
        given = ["validate", "./plan.json", "--baseline", "earlier.json", "--today", "2026-01-15"]
        status = main([*given, "--format", "json", "-o", "new.json", *options])
        report: dict[str, Any] = json.loads(Path("new.json").read_bytes())["reports"][0]
        return status, report

    return run


def _seen(report: dict[str, Any]) -> tuple[list[str], int, int]:
    return [finding["code"] for finding in report["findings"]], report["known"], report["gone"]


CODE = "integrity/end-before-start"


def test_what_moved_is_known_and_does_not_fail(check: Check) -> None:
    status, report = check(_tree("a"), _tree("a", right=3))
    assert (status, *_seen(report)) == (0, [], 1, 0)
    assert report["counts"]["error"] == 0


def test_what_is_new_is_listed_and_fails(check: Check) -> None:
    status, report = check(_tree("a"), _tree("b", "a"))
    assert (status, *_seen(report)) == (1, [CODE], 1, 0)
    assert report["findings"][0]["location"]["pointer"].startswith("/plans/0/commitments/0/")


def test_what_is_mended_is_gone(check: Check) -> None:
    status, report = check(_tree("a", "b"), _tree("b"))
    assert (status, *_seen(report)) == (0, [], 1, 1)


def test_findings_that_share_a_fingerprint_are_counted(check: Check) -> None:
    twice, thrice = _tree("a", "a"), _tree("a", "a", "a")
    known = _seen(check(twice, twice)[1])[1]
    codes, still, gone = _seen(check(twice, thrice)[1])
    assert (still, gone) == (known, 0)
    assert codes.count(CODE) == 1
    assert _seen(check(thrice, twice)[1])[2] == len(codes)


def test_what_is_ignored_now_is_not_gone(check: Check) -> None:
    entry = f'[[ignore]]\ncode = "{CODE}"\nreason = "tested"\n'
    Path("plan.json.ignore.toml").write_text("", encoding="utf-8")
    check(_tree("a"), _tree("a"))
    Path("later.toml").write_text(entry, encoding="utf-8")
    status, report = check(_tree("a"), _tree("a"), "--ignore-file", "later.toml")
    assert (status, *_seen(report), report["ignored"]) == (0, [], 0, 0, 1)


def test_max_findings_bounds_what_is_new(check: Check) -> None:
    _, report = check(_tree("a"), _tree("a", "b", "c"), "--max-findings", "1")
    assert (len(report["findings"]), report["known"], report["unshown"]["error"]) == (1, 1, 1)


@pytest.mark.parametrize("form", ["text", "html", "json", "sarif", "junit", "github"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_that_counts_says_what_is_known_and_gone(form: str, language: str, check: Check) -> None:
    check(_tree("a", "b"), _tree("b"))
    report = ogl.validate("plan.json", baseline="earlier.json", today=TODAY)
    with_counts = renderer(form)([report], language)
    assert (report.known, report.gone, report.findings) == (1, 1, ())
    without = renderer(form)([ogl.Report(report.source, (), report.typed, today=report.today)], language)
    assert len(with_counts) > len(without) or form in ("json", "sarif")


@pytest.mark.parametrize("form", ["text", "html", "junit", "github"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_all_is_known_nothing_is_new(form: str, language: str, check: Check) -> None:
    check(_tree("a"), _tree("a"))
    said = renderer(form)([ogl.validate("plan.json", baseline="earlier.json", today=TODAY)], language)
    assert messages.ui("no-new-findings", language) in said
    assert messages.ui("no-findings", language) not in said


def test_an_import_is_recognised_in_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.csv").write_text("Axe,Projet,Statut\nAxe 1,Portail,Terminé\nAxe 1,Budget,??\n", encoding="utf-8")
    main(["validate", "plan.csv", "--format", "json", "-o", "earlier.json"])
    earlier = json.loads(Path("earlier.json").read_bytes())["reports"][0]
    assert earlier["findings"]
    main(["validate", "plan.csv", "--format", "json", "-o", "new.json", "--baseline", "earlier.json"])
    assert _seen(json.loads(Path("new.json").read_bytes())["reports"][0]) == ([], len(earlier["findings"]), 0)


def _write(name: str, value: Any) -> str:
    Path(name).write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return name


def _report(**fields: Any) -> Any:
    return {"reports": [{"source": "plan.json", "findings": [], **fields}]}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("{", "tool/baseline-no-report"),
        ([], "tool/baseline-no-report"),
        ({"reports": {}}, "tool/baseline-no-report"),
        ({"reports": [1]}, "tool/baseline-no-report"),
        (_report(findings=None), "tool/baseline-no-report"),
        (_report(findings=[{"code": CODE}]), "tool/baseline-without-fingerprints"),
        (_report(findings=["x"]), "tool/baseline-without-fingerprints"),
        (_report(unshown={"error": 1}), "tool/baseline-incomplete"),
        (_report(known=1), "tool/baseline-incomplete"),
        (_report(source="other.json"), "tool/baseline-of-other-file"),
    ],
)
def test_a_report_that_cannot_serve_is_refused(
    value: Any, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    _write("plan.json", _tree())
    _write("earlier.json", value)
    with pytest.raises(OptionError) as refused:
        ogl.validate("plan.json", baseline="earlier.json")
    assert refused.value.code == code
    assert main(["validate", "plan.json", "--baseline", "earlier.json"]) == 2
    assert not capsys.readouterr().out


def test_a_baseline_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        ogl.validate(json.dumps(_tree()).encode(), baseline=tmp_path / "nowhere.json")
    assert refused.value.code == "tool/no-such-file"


def test_a_new_file_beside_known_ones_is_all_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plans").mkdir()
    _write("plans/a.json", _tree("a"))
    main(["validate", "plans", "--format", "json", "-o", "earlier.json"])
    _write("plans/b.json", _tree("b"))
    assert main(["validate", "plans", "--format", "json", "--baseline", "earlier.json"]) == 1
    first, second = json.loads(capsys.readouterr().out)["reports"]
    assert (first["known"], second["known"], len(second["findings"])) == (1, 0, 1)


def test_the_baseline_is_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write("plan.json", _tree("a"))
    before = _write("earlier.json", _report())
    kept = Path(before).read_bytes()
    assert main(["validate", "plan.json", "--baseline", before, "--format", "json", "-o", before]) == 2
    assert Path(before).read_bytes() == kept


@given(st.lists(st.sampled_from("abc"), max_size=5), st.lists(st.sampled_from("abc"), max_size=5))
@settings(max_examples=30, deadline=None)
def test_new_known_and_gone_add_up(before: list[str], after: list[str]) -> None:
    first, second = (ogl.validate(json.dumps(_tree(*names)).encode(), today=TODAY) for names in (before, after))
    counted = Baseline("earlier.json", {"-": _counted(first)})
    left = ogl.validate(json.dumps(deepcopy(_tree(*after))).encode(), today=TODAY, baseline=counted)
    old, new = _counted(first), _counted(second)
    assert _counted(left) == new - old
    assert (left.known, left.gone) == ((new & old).total(), (old - new).total())


def _counted(report: ogl.Report) -> Counter[str]:
    return Counter(map(report.fingerprint, report.findings))


def test_a_file_that_could_not_be_opened_before_is_known_as_long_as_the_cause_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    _write("plan.json", _tree())
    sources = ["plan.json", "lost.json", "--today", "2026-01-15"]
    assert main(["validate", *sources, "--format", "json", "-o", "earlier.json"]) == 2
    again = ["validate", *sources, "--baseline", "earlier.json"]
    capsys.readouterr()
    assert main([*again, "--format", "json"]) == 0
    said = capsys.readouterr()
    lost = json.loads(said.out)["reports"][1]
    assert (_seen(lost), lost["valid"], lost["unchecked"]) == (([], 1, 0), False, False)
    assert "lost.json" in said.err
    assert main(again) == 0
    assert main([*again, "new.json"]) == 2


def test_another_cause_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main(["validate", "plan.xyz", "--format", "json", "-o", "earlier.json"])
    Path("plan.xyz").write_bytes(b"\x00\x01")
    assert main(["validate", "plan.xyz", "--format", "json", "-o", "new.json", "--baseline", "earlier.json"]) == 2
    report = json.loads(Path("new.json").read_bytes())["reports"][0]
    assert (report["known"], report["findings"][0]["params"]) == (0, {"cause": "tool/unknown-ending"})


def test_what_was_found_in_a_file_that_is_shut_now_is_not_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write("plan.json", _tree("a"))
    main(["validate", "plan.json", "--format", "json", "-o", "earlier.json"])
    Path("plan.json").unlink()
    assert main(["validate", "plan.json", "--format", "json", "-o", "new.json", "--baseline", "earlier.json"]) == 2
    report = json.loads(Path("new.json").read_bytes())["reports"][0]
    assert (report["known"], report["gone"]) == (0, 0)

"""`redact` on the command line: what is written, what is refused, and what is said without the thing itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import opengov_local as ogl
from opengov_local.cli import main
from opengov_local.resources import data_folder

EXAMPLES = data_folder("examples") / "synthetic"
FULL = EXAMPLES / "full-plan.json"


@pytest.mark.parametrize("ending", ["json", "yaml"])
def test_writes_what_may_be_published(ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / f"public.{ending}"
    assert main(["redact", str(FULL), "-o", str(target)]) == 0
    assert ogl.load(target) == ogl.redact(ogl.load(FULL)).package
    said = capsys.readouterr()
    assert not said.out
    assert "/organizations/1/contacts/0" in said.err
    assert "Personne Fictive B" not in said.err
    assert "personne.b@example.org" not in said.err


def test_standard_output_is_the_target_where_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redact", str(FULL)]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert tree == ogl.redact(ogl.load(FULL)).package.to_tree()


def test_a_faulty_package_is_reported_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "public.json"
    assert main(["redact", str(EXAMPLES / "faulty-plan.json"), "-o", str(target)]) == 1
    assert "[structure/wrong-type]" in capsys.readouterr().err
    assert not target.exists()


def test_the_source_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(FULL.read_bytes())
    assert main(["redact", str(path), "-o", str(path)]) == 2
    assert path.read_bytes() == FULL.read_bytes()


@pytest.mark.parametrize(("source", "target"), [("plan.xlsx", "-"), (str(FULL), "public.docx"), ("nowhere.json", "-")])
def test_what_is_no_package_is_refused(source: str, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redact", source, "-o", target]) == 2
    assert capsys.readouterr().err.startswith("opengov-local: ")

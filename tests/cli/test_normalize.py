"""`normalize` on the command line: what is written, in place or not, and what is only listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import opengov_local as ogl
from opengov_local.cli import main
from opengov_local.resources import data_folder

FAULTY = data_folder("examples") / "synthetic" / "faulty-plan.json"
TREE = {"schema_version": "0.1", "id": "org.example:p", "title": {"ar": "البرنـامج", "fr": "Un  plan"}, "x_own": " a "}
MENDED = {**TREE, "title": {"ar": "البرنامج", "fr": "Un plan"}}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(TREE), encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_writes_the_package_and_lists_every_change(
    source: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = source.with_suffix(".yaml")
    assert main(["normalize", str(source), "-o", str(target), "--lang", language]) == 0
    assert ogl.load(target).to_tree() == MENDED
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(" ")[0] for line in said[:2]] == ["/title/ar", "/title/fr"]


def test_a_trial_writes_nothing(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = source.read_bytes()
    assert main(["normalize", str(source), "-o", str(source), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert (source.read_bytes(), said.out) == (before, "")
    assert "/title/fr" in said.err


def test_json_may_be_its_own_target_and_is_not_touched_when_nothing_changes(source: Path) -> None:
    assert main(["normalize", str(source), "-o", str(source)]) == 0
    assert json.loads(source.read_bytes()) == MENDED
    source.write_text(json.dumps(MENDED), encoding="utf-8")
    before = source.read_bytes()
    assert main(["normalize", str(source), "-o", str(source)]) == 0
    assert source.read_bytes() == before


def test_yaml_is_not_written_over_itself(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text('schema_version: "0.1"  # ours\nid: org.example:p\ntitle: {fr: "a  b"}\n', encoding="utf-8")
    before = path.read_bytes()
    assert main(["normalize", str(path), "-o", str(path)]) == 2
    assert path.read_bytes() == before


def test_standard_input_to_standard_output(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["normalize", str(source)]) == 0
    assert json.loads(capsys.readouterr().out) == MENDED


def test_a_faulty_package_is_reported_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.json"
    assert main(["normalize", str(FAULTY), "-o", str(target)]) == 1
    assert "[structure/wrong-type]" in capsys.readouterr().err
    assert not target.exists()


def test_several_files_are_mended_where_they_stand(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean, other, foreign = (tmp_path / name for name in ("clean.json", "other.json", "package.json"))
    clean.write_text(json.dumps(MENDED), encoding="utf-8")
    other.write_text(json.dumps(TREE), encoding="utf-8")
    foreign.write_text('{"name": "a  b"}')
    kept = clean.read_bytes(), foreign.read_bytes()
    files = list(map(str, (source, clean, foreign, other)))
    assert main(["normalize", "--in-place", "--only-packages", *files]) == 0
    assert json.loads(source.read_bytes()) == json.loads(other.read_bytes()) == MENDED
    assert (clean.read_bytes(), foreign.read_bytes()) == kept
    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert (said.out, str(clean) in said.err) == ("", False)
    assert lines.index(str(source)) < lines.index(str(other))
    assert any(line.startswith(f"{foreign}: ") for line in lines)


def test_trouble_with_one_file_does_not_stop_the_others(source: Path, tmp_path: Path) -> None:
    yaml = tmp_path / "plan.yaml"
    yaml.write_text('schema_version: "0.1"\nid: org.example:p\ntitle: {fr: "a  b"}\n', encoding="utf-8")
    before = yaml.read_bytes(), FAULTY.read_bytes()
    faulty = tmp_path / "faulty.json"
    faulty.write_bytes(before[1])
    assert main(["normalize", "--in-place", str(faulty), str(source)]) == 1
    assert main(["normalize", "--in-place", str(tmp_path / "nowhere.json"), str(yaml), str(source)]) == 2
    assert (yaml.read_bytes(), faulty.read_bytes()) == before
    assert json.loads(source.read_bytes()) == MENDED


def test_a_trial_in_place_writes_nothing(source: Path) -> None:
    before = source.read_bytes()
    assert main(["normalize", "--in-place", "--dry-run", str(source)]) == 0
    assert source.read_bytes() == before


@pytest.mark.parametrize("options", [["-o", "a.json", "--in-place"], ["b.json"]])
def test_one_target_is_not_given_to_several_files(
    options: list[str], source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = source.read_bytes()
    assert main(["normalize", str(source), *options]) == 2
    assert source.read_bytes() == before
    assert "--in-place" in capsys.readouterr().err

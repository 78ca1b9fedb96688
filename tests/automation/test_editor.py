"""The settings for an editor: they lead to the schema that the command writes, and cover the packages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.automation.council import EXAMPLE, ROOT, repository

import opengov_local as ogl
from opengov_local.cli import main

SYNTHETIC = ROOT / "examples" / "synthetic"


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path, "full-plan.json", "faulty-plan.json")
    monkeypatch.chdir(folder)
    assert main(["schema", "package", "-o", "schemas"]) == 0
    return folder


def _settings(folder: Path) -> Any:
    return json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))


def _schema(path: Path) -> Draft202012Validator:
    tree = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(tree)
    return Draft202012Validator(tree)


def test_the_settings_lead_to_the_schema_that_the_command_writes(council: Path) -> None:
    settings = _settings(council)
    paths = [one["url"] for one in settings["json.schemas"]] + list(settings["yaml.schemas"])
    assert len(paths) == 2
    for path in paths:
        schema = _schema(council / path)
        assert schema.is_valid(json.loads((council / "plans/2026/full-plan.json").read_bytes()))
        assert not schema.is_valid(json.loads((council / "plans/2026/faulty-plan.json").read_bytes()))


def test_the_settings_cover_the_packages_by_their_endings(council: Path) -> None:
    settings = _settings(council)
    patterns = [pattern for one in settings["json.schemas"] for pattern in one["fileMatch"]]
    patterns += [pattern for many in settings["yaml.schemas"].values() for pattern in many]
    (council / "plans" / "plan.yaml").touch()
    (council / "plans" / "plan.yml").touch()
    covered = {path.relative_to(council).as_posix() for one in patterns for path in council.glob(one.removeprefix("/"))}
    assert {"plans/2026/full-plan.json", "plans/plan.yaml", "plans/plan.yml"} <= covered
    assert not any(path.startswith(("schemas/", ".")) for path in covered)


@pytest.mark.parametrize("value", ["schemas/package.schema.json", "../../schemas/package.schema.json"])
def test_a_package_may_name_its_schema_itself(value: str, council: Path) -> None:
    path = council / "plans" / "2026" / "named.json"
    tree = {"$schema": value, **json.loads((SYNTHETIC / "full-plan.json").read_bytes())}
    path.write_text(json.dumps(tree), encoding="utf-8")
    report = ogl.validate(path)
    assert (report.valid, report.has("warning")) == (True, False)
    assert _schema(council / "schemas" / "package.schema.json").is_valid(tree)
    assert ogl.load(path).to_tree() == tree


@pytest.mark.parametrize("tree", [{"$schema": 1}, {"plans": [{"$schema": "x"}]}])
def test_elsewhere_the_name_of_a_schema_is_an_unknown_field(tree: Any) -> None:
    found = ogl.validate(json.dumps(tree).encode()).findings
    assert "structure/unknown-field" in {finding.code for finding in found}


def test_the_page_shows_the_settings_as_they_are() -> None:
    page = (ROOT / "docs" / "automation.md").read_text(encoding="utf-8")
    assert f"```json\n{(EXAMPLE / '.vscode' / 'settings.json').read_text(encoding='utf-8')}```" in page

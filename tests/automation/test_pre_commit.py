"""The hook for pre-commit: its manifest as pre-commit reads it, and its command on files that were staged."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.automation.council import EXAMPLE, ROOT, read_yaml, repository, required

from opengov_local.cli import main

MANIFEST = ROOT / ".pre-commit-hooks.yaml"


@pytest.fixture
def hook() -> dict[str, Any]:
    return _hook("opengov-local-validate")


def _hook(name: str) -> dict[str, Any]:
    hooks = required("pre_commit.clientlib").load_manifest(str(MANIFEST))
    return dict(next(hook for hook in hooks if hook["id"] == name))


def _staged(folder: Path, hook: dict[str, Any], files: str = "") -> list[str]:
    """Stages everything, and gives what pre-commit would hand to the hook."""
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    names = subprocess.run(["git", "ls-files"], cwd=folder, check=True, capture_output=True, text=True).stdout.split()
    tags = required("identify.identify").tags_from_path
    return [
        name
        for name in names
        if re.search(files, name)
        and not re.search(hook["exclude"], name)
        and tags(str(folder / name)) & {*hook["types_or"], *hook["types"]} - {"file"}
    ]


def _run(hook: dict[str, Any], names: list[str]) -> int:
    command, *arguments = hook["entry"].split()
    assert command == "opengov-local"
    return main([*arguments, *hook["args"], *names])


def test_the_example_names_the_hook(hook: dict[str, Any]) -> None:
    config = required("pre_commit.clientlib").load_config(str(EXAMPLE / ".pre-commit-config.yaml"))
    (repo,) = config["repos"]
    assert [one["id"] for one in repo["hooks"]] == [hook["id"]]


@pytest.mark.parametrize(("plans", "status"), [(("full-plan.json",), 0), (("full-plan.json", "faulty-plan.json"), 1)])
def test_staged_packages_are_checked_and_other_files_named(
    plans: tuple[str, ...],
    status: int,
    hook: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = _staged(repository(tmp_path, *plans), hook)
    assert sorted(names) == sorted([*(f"plans/2026/{plan}" for plan in plans), "plans/package.json"])
    monkeypatch.chdir(tmp_path)
    assert _run(hook, names) == status
    said = capsys.readouterr()
    assert [line for line in said.out.splitlines() if line.endswith(".json")] == [
        f"plans/2026/{plan}" for plan in sorted(plans)
    ]
    assert said.err.startswith("plans/package.json: ")


def test_a_broken_file_does_not_stop_the_others(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path, "full-plan.json", "faulty-plan.json")
    (tmp_path / "plans" / "broken.json").write_text('{"id": ')
    (tmp_path / "plans" / "broken.yaml").write_text("id: [")
    (tmp_path / "plans" / "empty.json").write_text("")
    (tmp_path / "plans" / "versionless.yaml").write_text("plans: []\n")
    (tmp_path / "plans" / "list.json").write_text("[]")
    monkeypatch.chdir(tmp_path)
    names = _staged(tmp_path, hook)
    assert _run(hook, names) == 1
    said = capsys.readouterr()
    judged = [line for line in said.out.splitlines() if re.fullmatch(r"plans/.*\.(json|yaml)", line)]
    left = [line.partition(": ")[0] for line in said.err.splitlines()]
    assert left == ["plans/list.json", "plans/package.json"]
    assert sorted(judged + left) == sorted(names)
    assert {"[syntax/invalid-json]", "[syntax/invalid-yaml]", "[syntax/empty]", "[structure/missing-field]"} <= set(
        said.out.split()
    )


def test_without_the_option_what_is_no_package_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository(tmp_path, "full-plan.json"))
    assert main(["validate", "plans"]) == 1
    assert main(["validate", "plans", "--only-packages"]) == 0
    capsys.readouterr()
    assert main(["validate", "plans/package.json", "--only-packages"]) == 0
    assert capsys.readouterr().out == ""


def test_the_hook_brings_what_it_reads() -> None:
    validate, normalize = read_yaml(MANIFEST)
    assert validate["additional_dependencies"] == [".[yaml]"]
    assert (validate["language"], validate["types_or"]) == ("python", ["json", "yaml"])
    assert (normalize["language"], normalize["types"]) == ("python", ["json"])


def test_texts_of_packages_are_mended_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = _hook("opengov-local-normalize")
    repository(tmp_path, "full-plan.json")
    plan, foreign = tmp_path / "plans" / "2026" / "full-plan.json", tmp_path / "plans" / "package.json"
    foreign.write_text('{"name": "a  b"}')
    (tmp_path / "plans" / "plan.yaml").write_text("plans: []\n")
    tree = json.loads(plan.read_bytes())
    plan.write_text(json.dumps({**tree, "title": {"fr": "Un  plan"}}), encoding="utf-8")
    names = _staged(tmp_path, hook)
    assert names == ["plans/2026/full-plan.json", "plans/package.json"]
    monkeypatch.chdir(tmp_path)
    assert _run(hook, names) == 0
    assert json.loads(plan.read_bytes())["title"] == {"fr": "Un plan"}
    assert foreign.read_text() == '{"name": "a  b"}'
    assert "/title/fr" in capsys.readouterr().err

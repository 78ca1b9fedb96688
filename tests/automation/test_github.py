"""The workflow and the action for GitHub: by GitHub's own schemas, and each of their steps run in a shell."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for
from tests.automation.council import EXAMPLE, ROOT, asked_of_python, read_yaml, repository, required, shell

WORKFLOW = EXAMPLE / ".github" / "workflows" / "validate.yml"
ACTION = ROOT / "action.yml"
_GIVEN = re.compile(r"\$\{\{ (inputs|github)\.(\w+) \}\}")


@pytest.mark.parametrize(("path", "schema"), [(WORKFLOW, "github-workflows"), (ACTION, "github-actions")])
def test_it_follows_the_schema_of_github(path: Path, schema: str) -> None:
    vendored = files(required("check_jsonschema")) / "builtin_schemas" / "vendor" / f"{schema}.json"
    published = json.loads(vendored.read_text(encoding="utf-8"))
    validator = validator_for(published)(published)
    tree = read_yaml(path)
    if True in tree:  # YAML 1.1 reads the key `on` as a truth value, GitHub does not
        tree["on"] = tree.pop(True)
    tree = json.loads(json.dumps(tree))
    assert [error.json_path for error in validator.iter_errors(tree)] == []
    assert list(validator.iter_errors({**tree, "jobs" if schema == "github-workflows" else "runs": 1}))


def _workflow_steps() -> list[tuple[str, dict[str, str]]]:
    tree = read_yaml(WORKFLOW)
    return [(step["run"], tree["env"]) for step in tree["jobs"]["validate"]["steps"] if "run" in step]


def _action_steps(**inputs: str) -> list[tuple[str, dict[str, str]]]:
    tree = read_yaml(ACTION)
    given = {name: str(one["default"]) for name, one in tree["inputs"].items()} | inputs
    assert inputs.keys() <= tree["inputs"].keys()
    values = {("inputs", name): value for name, value in given.items()} | {("github", "action_path"): "/action"}
    steps = []
    for step in tree["runs"]["steps"]:
        if "run" not in step or (step.get("if") == "${{ inputs.sarif != '' }}" and not given["sarif"]):
            continue
        named = {name: _GIVEN.sub(lambda one: values[one[1], one[2]], text) for name, text in step["env"].items()}
        steps.append((step["run"], named))
    return steps


def _run(folder: Path, steps: list[tuple[str, dict[str, str]]]) -> list[tuple[int, str]]:
    """Runs steps one after the other, and gives the exit code and output of each."""
    done = [shell(script, folder, **environment) for script, environment in steps]
    return [(one.returncode, one.stdout) for one in done]


def _results(path: Path) -> list[dict[str, Any]]:
    (run,) = json.loads(path.read_text(encoding="utf-8"))["runs"]
    return list(run["results"])


def _annotated(output: str) -> set[str]:
    return {line.split(",")[0] for line in output.splitlines()}


def test_nothing_is_put_into_a_script_that_a_stranger_could_write() -> None:
    for script, _ in (*_workflow_steps(), *_action_steps(sarif="f.sarif")):
        assert "${{" not in script


def test_the_workflow_passes_where_nothing_is_wrong(tmp_path: Path) -> None:
    repository(tmp_path, "full-plan.json")
    statuses = [status for status, _ in _run(tmp_path, _workflow_steps())]
    assert statuses == [0, 0, 0]
    assert asked_of_python(tmp_path).split()[:4] == ["-m", "pip", "install", "--quiet"]
    assert all(one["level"] != "error" for one in _results(tmp_path / "findings.sarif"))


def test_the_workflow_shows_errors_and_fails_at_its_end(tmp_path: Path) -> None:
    repository(tmp_path, "full-plan.json", "faulty-plan.json")
    *before, (status, output) = _run(tmp_path, _workflow_steps())
    assert ([status for status, _ in before], status) == ([0, 0], 1)
    places = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in _results(tmp_path / "findings.sarif")
        if one["level"] == "error"
    }
    assert places == {"plans/2026/faulty-plan.json"}
    assert "::error file=plans/2026/faulty-plan.json" in _annotated(output)


def test_the_workflow_does_not_pass_over_a_check_that_could_not_be_made(tmp_path: Path) -> None:
    statuses = [status for status, _ in _run(tmp_path, _workflow_steps())]
    assert statuses == [0, 1, 2]


def test_the_action_installs_itself_and_checks(tmp_path: Path) -> None:
    repository(tmp_path, "full-plan.json", "faulty-plan.json")
    (installed, _), (status, output) = _run(tmp_path, _action_steps())
    assert (installed, status) == (0, 1)
    assert asked_of_python(tmp_path).split()[-1] == "/action[yaml]"
    assert "::error file=./plans/2026/faulty-plan.json" in _annotated(output)


def test_the_action_takes_what_it_is_given(tmp_path: Path) -> None:
    repository(tmp_path, "full-plan.json")
    inputs = {"path": "plans/2026", "lang": "ar", "profile": "quality", "sarif": "found here.sarif"}
    assert [status for status, _ in _run(tmp_path, _action_steps(**inputs))] == [0, 0, 0]
    assert any(one["ruleId"].startswith("quality/") for one in _results(tmp_path / "found here.sarif"))
    assert [status for status, _ in _run(tmp_path, _action_steps(profile="nowhere"))] == [0, 2]

"""The script judge.mjs: Ajv's verdicts line by line, whatever the texts hold and however long they are."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "name": {"type": "string", "pattern": "^\\p{L}+$"},
        "count": {"type": "integer", "minimum": 0},
    },
    "required": ["name"],
}


@pytest.fixture
def judge(require_tool: Callable[[str], str]) -> Callable[[str], subprocess.CompletedProcess[bytes]]:
    """Gives a function that runs the script on the text of its standard input."""
    command = [require_tool("node"), require_tool("ajv")]

    def run(lines: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(command, input=lines.encode(), capture_output=True, check=False, timeout=60)

    return run


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(SCHEMA), encoding="utf-8")
    return path


def _line(schema: Path, text: str, case: int = 0) -> str:
    return json.dumps({"id": case, "schema": str(schema), "data": text}, ensure_ascii=False) + "\n"


def _verdicts(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"name": "وجدة"}', []),
        ('{"name": "Oujda", "count": 5.0}', []),
        ('{"count": -1}', [("required", ""), ("minimum", "/count")]),
        ('{"name": "a\u2028b"}', [("pattern", "/name")]),
        ('{"name": ', [("syntax", "")]),
    ],
)
def test_verdict_and_places(
    judge: Callable[[str], subprocess.CompletedProcess[bytes]],
    schema: Path,
    text: str,
    found: list[tuple[str, str]],
) -> None:
    (verdict,) = _verdicts(judge(_line(schema, text)))
    assert verdict["valid"] is (not found)
    assert [(error["keyword"], error["instancePath"]) for error in verdict["errors"]] == found


def test_many_and_long_lines_keep_their_order(
    judge: Callable[[str], subprocess.CompletedProcess[bytes]], schema: Path
) -> None:
    long = json.dumps({"name": "ش" * 2_000_000}, ensure_ascii=False)
    texts = [long, '{"name": ""}', *['{"name": "a"}'] * 3_000, long]
    lines = "".join(_line(schema, text, case) for case, text in enumerate(texts)).removesuffix("\n")
    verdicts = _verdicts(judge(lines))
    assert [verdict["id"] for verdict in verdicts] == list(range(len(texts)))
    assert [verdict["id"] for verdict in verdicts if not verdict["valid"]] == [1]


def test_a_schema_that_strict_mode_refuses_ends_the_run(
    judge: Callable[[str], subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    path = tmp_path / "odd.json"
    path.write_text('{"type": "object", "x-title": "odd"}', encoding="utf-8")
    done = judge(_line(path, "{}"))
    assert (done.returncode, done.stdout) == (2, b"")

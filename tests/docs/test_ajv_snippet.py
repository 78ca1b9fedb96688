"""The JavaScript of schemas/README.md runs, and finds faults at the places where the Python beside it does."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.docs.blocks import ROOT, blocks


def test_the_javascript_runs_and_agrees_with_the_python(require_tool: Callable[[str], str], tmp_path: Path) -> None:
    modules = Path(require_tool("ajv")).parent / "node_modules"
    for name, target in (("node_modules", modules), ("schemas", ROOT / "schemas"), ("examples", ROOT / "examples")):
        (tmp_path / name).symlink_to(target)
    texts = {block.kind: block.text for block in blocks(ROOT / "schemas" / "README.md")}
    script = tmp_path / "snippet.mjs"
    script.write_text(texts["js"], encoding="utf-8")
    command = [require_tool("node"), str(script)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    found = {tuple(line.replace(" /", " ").split(" ")) for line in done.stdout.splitlines()}
    assert found == {tuple(line.split(" ")) for line in texts["text"].splitlines()}

"""The Python of the pages is typed as the library says: clean under `mypy --strict` with pydantic's plugin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.docs.blocks import PAGES, ROOT, blocks, name_of


def _modules(folder: Path) -> dict[str, str]:
    """Writes the Python of each page as one module, its blocks one after the other.

    Returns:
        The name of the page for each name of a module.
    """
    pages = {}
    for page in PAGES:
        code = [block.text for block in blocks(page) if block.kind == "python"]
        if code:
            module = name_of(page).replace("/", "_").replace("-", "_").lower().removesuffix(".md") + "_page.py"
            (folder / module).write_text("\n".join(code), encoding="utf-8")
            pages[module] = name_of(page)
    return pages


def _judged(folder: Path) -> list[str]:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return [line for line in done.stdout.splitlines() if ": error: " in line]


def test_the_blocks_of_the_pages_are_typed(tmp_path: Path) -> None:
    assert {"README.md", "docs/python.md"} <= set(_modules(tmp_path).values())
    assert _judged(tmp_path) == []


def test_a_wrong_type_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text('import opengov_local as ogl\n\nogl.Period(start="2024")\n', encoding="utf-8")
    assert len(_judged(tmp_path)) == 1

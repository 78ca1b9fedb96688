"""What the blocks of the pages print: `python -m tests.docs.output` writes it into the pages anew.

In a `console` block a line that begins with `$ ` is a command; what follows, up to the next one, is all that it prints.
A `text` block behind a `python` block is all that the latter prints. The blocks of a page run in their order, in one
folder that holds the examples.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.docs.blocks import FENCE, PAGES, ROOT

_SHELL = 'opengov-local() { "$PYTHON" -m opengov_local "$@"; }\n'


def commands(text: str) -> list[str]:
    """Gives the commands of a console block."""
    return [line[2:] for line in text.splitlines() if line.startswith("$ ")]


def written_anew(page: Path) -> str:
    """Gives a page with the true output of all its blocks."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in ("examples", "schemas"):
            shutil.copytree(ROOT / name, Path(folder, name))
        return FENCE.sub(_Runner(page.name).run, page.read_text(encoding="utf-8"))


class _Runner:
    """Runs the blocks of one page in their order."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._names: dict[str, Any] = {"__name__": page}
        self._printed: str | None = None

    def run(self, found: re.Match[str]) -> str:
        kind, text = found[1], found[2]
        if kind == "console":
            text = "".join(_shell(commands(text)))
        elif kind == "text" and self._printed is not None:
            text = self._printed
        self._printed = self._python(text) if kind == "python" else None
        return f"```{kind}\n{text}```"

    def _python(self, text: str) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(text, self._page, "exec"), self._names)
        return printed.getvalue()


def _shell(lines: list[str]) -> Iterator[str]:
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("LC_")},
        "PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT / "src"),
        "LANG": "C.UTF-8",
        "OPENGOV_LOCAL_LANG": "en",
    }
    for line in lines:
        done = subprocess.run(
            ["bash", "-c", _SHELL + line],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        yield f"$ {line}\n{done.stdout.decode()}"


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(written_anew(page), encoding="utf-8")

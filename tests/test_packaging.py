"""What a built wheel carries: the package, its types, its data and its licences."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return ZipFile(next(folder.glob("*.whl")))


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("folder", ["schemas", "examples"])
def test_the_data_folders_are_inside(wheel: ZipFile, folder: str) -> None:
    expected = {f"opengov_local/_data/{folder}/{name}" for name in _files(ROOT / folder)}
    assert expected
    assert expected <= set(wheel.namelist())


def test_the_whole_package_is_inside(wheel: ZipFile) -> None:
    sources = {name for name in _files(ROOT / "src" / "opengov_local") if "__pycache__" not in name}
    assert {f"opengov_local/{name}" for name in sources} <= set(wheel.namelist())
    assert "py.typed" in sources


def test_the_licences_are_inside(wheel: ZipFile) -> None:
    licences = {name.partition(".dist-info/licenses/")[2] for name in wheel.namelist()}
    assert {"LICENSE", "NOTICE", "LICENSES/CC0-1.0.txt", "LICENSES/CC-BY-4.0.txt"} <= licences

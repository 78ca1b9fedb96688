"""Writing whole or not at all."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from opengov_local.atomic import write_atomically
from opengov_local.errors import TargetError

posix = pytest.mark.skipif(os.name != "posix", reason="permission bits and links of POSIX")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    write_atomically(path, b"old")
    write_atomically(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == {"plan.json"}


@pytest.mark.parametrize("broken", ["os.fsync", "pathlib.Path.replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    path = tmp_path / "plan.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(broken, fail)
    with pytest.raises(TargetError if isinstance(error, OSError) else KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"plan.json"}


def test_the_old_content_stays_until_the_new_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"old")
    seen: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(path.read_bytes()))
    write_atomically(path, b"new")
    assert seen == [b"old"]


@posix
def test_an_existing_file_keeps_its_permission_bits(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_usual_permission_bits(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_atomically(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
def test_a_symbolic_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.json").write_bytes(b"old")
    link = tmp_path / "link.json"
    link.symlink_to("data/plan.json")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "data" / "plan.json").read_bytes() == b"new"
    assert names(tmp_path / "data") == {"plan.json"}


@posix
def test_a_device_is_written_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "sink"
    link.symlink_to(os.devnull)
    write_atomically(link, b"gone")
    assert stat.S_ISCHR(link.stat().st_mode)


@pytest.mark.parametrize("name", ["missing/plan.json", "folder", "file/plan.json", "a\0b"])
def test_what_cannot_be_written_is_a_target_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(TargetError):
        write_atomically(tmp_path / name, b"new")
    assert names(tmp_path) == {"folder", "file"}


def test_a_dash_is_the_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdout:
        buffer = io.BytesIO()

    monkeypatch.setattr(sys, "stdout", Stdout)
    write_atomically("-", b"\xff\n")
    assert Stdout.buffer.getvalue() == b"\xff\n"

"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from pathlib import Path

from opengov_local.errors import TargetError


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes a file so that its old content stays until the new one is complete.

    A symbolic link stays, its target is written; an existing file keeps its permission bits. What is no plain
    file (a device, a pipe) is written directly; "-" is the standard output.

    Args:
        path: the file.
        data: its whole new content.

    Raises:
        TargetError: the folder does not exist, the target is a folder, or it may not be written.
        BrokenPipeError: the reader of the standard output has gone.
    """
    name = os.fspath(path)
    if name == "-":
        _write_standard_output(data)
        return
    try:
        target = Path(os.path.realpath(name))
        mode = _mode(target, name)
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(data)
        else:
            _replace(target, data, mode)
    except FileNotFoundError:
        raise TargetError("tool/no-target-folder", file=name) from None
    except (OSError, ValueError) as error:
        raise TargetError("tool/unwritable", file=name, reason=reason(error)) from error


def require_target(path: str | os.PathLike[str]) -> None:
    """Makes sure, before there is something to write, that a file does not lack what `write_atomically` needs.

    Raises:
        TargetError: as `write_atomically`.
    """
    name = os.fspath(path)
    if name == "-":
        return
    try:
        target = Path(os.path.realpath(name))
        if _mode(target, name) is None:
            target.parent.stat()
    except FileNotFoundError:
        raise TargetError("tool/no-target-folder", file=name) from None
    except (OSError, ValueError) as error:
        raise TargetError("tool/unwritable", file=name, reason=reason(error)) from error


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, where they are not there yet.

    Raises:
        TargetError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetError("tool/folder-not-made", file=str(folder), reason=reason(error)) from error


def reason(error: OSError | ValueError) -> str:
    """Gives what the operating system says of its refusal, in its own words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _mode(target: Path, name: str) -> int | None:
    """Gives what the file is that is there already and may be written; None where there is none."""
    if not target.exists():
        return None
    mode = target.stat().st_mode
    if stat.S_ISDIR(mode):
        raise TargetError("tool/target-is-folder", file=name)
    if not os.access(target, os.W_OK):
        raise TargetError("tool/read-only", file=name)
    return mode


def _write_standard_output(data: bytes) -> None:
    if sys.stdout is None:  # a program can be started without
        raise TargetError("tool/no-output", reason=os.strerror(errno.EBADF))
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise TargetError("tool/no-output", reason=reason(error)) from error


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    """Writes a new file beside the target, then puts it in the target's place."""
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

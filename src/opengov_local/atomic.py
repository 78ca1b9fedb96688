"""Writing a file whole or not at all."""

from __future__ import annotations

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
    """
    name = os.fspath(path)
    if name == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        target = Path(os.path.realpath(name))
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise TargetError(f"{name}: this is a folder; name a file in it")
        if mode is not None and not os.access(target, os.W_OK):
            raise TargetError(f"{name}: this file is read-only; choose another name")
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(data)
        else:
            _replace(target, data, mode)
    except FileNotFoundError:
        raise TargetError(f"{name}: its folder does not exist; create it first") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise TargetError(f"{name}: cannot be written ({reason})") from error


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

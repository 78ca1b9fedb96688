"""The standard streams: made fit for every character, and their troubles turned into words."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TextIO

from opengov_local.errors import TargetError


class _Closed(io.RawIOBase):
    """Stands for a standard output that the program was started without."""

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def prepare() -> None:
    """Makes the output streams UTF-8; one that is closed refuses what is written instead of swallowing it."""
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(_Closed(), encoding="utf-8", write_through=True)
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def finish() -> None:
    """Writes out what is still held back.

    Raises:
        TargetError: the standard output cannot be written.
        BrokenPipeError: its reader has gone.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise TargetError("tool/no-output", reason=error.strerror or str(error)) from None


def abandon() -> None:
    """Turns the standard output to nowhere, so that nothing more is tried when the program ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # it is no file of the operating system
        sys.stdout = _nowhere()


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - it stays open to the end

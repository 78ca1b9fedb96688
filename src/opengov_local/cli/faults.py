"""What is told of a fault of the program itself, which nobody can mend who only uses it."""

from __future__ import annotations

import os
from pathlib import PurePath
from traceback import extract_tb
from typing import Final

from opengov_local.errors import OpenGovLocalError

SHOW: Final = "OPENGOV_LOCAL_TRACEBACK"
"""Variable of the environment that has all lines of a fault shown, where it is set."""


def fault(error: Exception, file: str = "") -> OpenGovLocalError:
    """Makes the trouble that is told of an exception that nobody expected.

    Args:
        error: the exception.
        file: the file that was read or written, if one was.

    Raises:
        Exception: the exception itself, where the environment asks for all of it.
    """
    if os.environ.get(SHOW):
        raise error
    last = extract_tb(error.__traceback__)[-1:]
    where = "".join(f", {PurePath(frame.filename).name}:{frame.lineno}" for frame in last)
    return OpenGovLocalError("tool/fault", reason=f"{type(error).__name__}{where}", file=file, variable=SHOW)

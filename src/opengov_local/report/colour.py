"""Colours of a terminal: when they are wanted, and how a text gets them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TextIO

Shade = Literal["error", "warning", "info", "strong", "quiet"]

_CODES: Final[Mapping[str, str]] = {"error": "1;31", "warning": "33", "info": "36", "strong": "1", "quiet": "2"}


def wanted(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tells whether colours are wanted: on a terminal, unless the environment says otherwise.

    `NO_COLOR` (no-color.org) turns them off, `FORCE_COLOR` turns them on in a pipe too; either counts when it is
    set and not empty, and `FORCE_COLOR=0` turns them off. `TERM=dumb` has none.
    """
    if environment.get("NO_COLOR"):
        return False
    if forced := environment.get("FORCE_COLOR"):
        return forced != "0"
    return stream.isatty() and environment.get("TERM") != "dumb"


def painted(text: str, shade: Shade, coloured: bool) -> str:
    """Gives a text its shade, where colours are wanted."""
    return f"\x1b[{_CODES[shade]}m{text}\x1b[0m" if coloured else text

"""What all engines' errors are brought down to, so that they can be compared: (code, pointer)."""

from __future__ import annotations

import re

from opengov_local.model.scalars import NOT_BLANK

Verdict = set[tuple[str, str]]

_READABLE = re.compile(NOT_BLANK)


def text_code(value: str) -> str:
    """Names the fault of a text that its pattern refuses: nothing to read in it, or another form."""
    return "structure/bad-format" if _READABLE.search(value) else "structure/empty-text"


def without_shadowed(verdict: Verdict) -> Verdict:
    """Drops what follows from a graver fault at the same place, of which engines say more or less.

    Below a key that is itself refused, some do not look; of a number that is no whole number, some do not say that
    it is out of range too.
    """
    refused = frozenset(pointer for code, pointer in verdict if code == "structure/bad-key")
    return {
        (code, pointer)
        for code, pointer in verdict
        if code == "structure/bad-key"
        or not (
            is_within(pointer, refused)
            or (code == "structure/out-of-range" and ("structure/wrong-type", pointer) in verdict)
        )
    }


def is_within(pointer: str, places: frozenset[str]) -> bool:
    """Tells whether a JSON Pointer names one of some places, or something below one."""
    while pointer and pointer not in places:
        pointer = pointer.rpartition("/")[0]
    return pointer in places

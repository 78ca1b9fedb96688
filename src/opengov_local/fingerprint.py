"""The identity of a finding from one run to the next: its code, the nearest object that has an id, the way below it."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from opengov_local.finding import Finding, path_of, pointer_of

LENGTH: Final = 32
"""Hexadecimal digits of a fingerprint."""
CAUSE: Final = "cause"
"""The parameter that tells findings at one place apart: why a file could not be opened."""


def value_at(tree: Any, pointer: str) -> tuple[Any, bool]:
    """Gives the value at a JSON Pointer, and whether something stands there at all."""
    here = tree
    for step in path_of(pointer):
        here, there = _below(here, step)
        if not there:
            return None, False
    return here, True


def nearest(tree: Any, pointer: str) -> tuple[str | None, str]:
    """Gives the id of the innermost object around a place, and the pointer from that object to the place.

    Where no object around it has an id, the id is None and the pointer is the whole one.
    """
    path, here = path_of(pointer), tree
    found, depth = _id_of(tree), 0
    for position, step in enumerate(path, start=1):
        here, there = _below(here, step)
        if not there:
            break
        if identifier := _id_of(here):
            found, depth = identifier, position
    return found, pointer_of(path[depth:])


def fingerprint(finding: Finding, tree: Any) -> str:
    """Gives the same text for the same finding in an earlier or later state of the data.

    Objects may move in their lists and lines may be added before them. Two findings of one report can have the same
    fingerprint, where two objects have the same id; whoever compares reports must count.

    Args:
        finding: the finding.
        tree: the JSON-shaped data it speaks of; None where there is none.
    """
    place = finding.location
    identifier, below = nearest(tree, place.pointer)
    cell = [place.sheet, place.table, place.cell, place.paragraph] if not place.pointer else []
    cause = [finding.params[CAUSE]] if CAUSE in finding.params else []
    identity = json.dumps([finding.code, identifier, below, *cell, *cause])
    return hashlib.sha256(identity.encode()).hexdigest()[:LENGTH]


def _id_of(value: Any) -> str | None:
    identifier = value.get("id") if isinstance(value, dict) else None
    return identifier if isinstance(identifier, str) and identifier else None


def _below(value: Any, step: str) -> tuple[Any, bool]:
    if isinstance(value, dict) and step in value:
        return value[step], True
    if isinstance(value, list) and step.isdecimal() and step.isascii() and int(step) < len(value):
        return value[int(step)], True
    return None, False

"""The files of the room, what is known of each, and how one is read."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tests.layouts.score import Score, best_score

import opengov_local as ogl
from opengov_local.document import Import

ROOM = Path(__file__).parent
FILES = tuple(sorted((ROOM / "files").iterdir()))
EXPECTED = ROOM / "expected"
ENOUGH = 0.98
"""F1 that a file must reach, unless it stands in the table of those below."""
NOTICED = 0.02
"""A file below that is read better by as much must have its new figure in the table: from there on it may not fall."""


@dataclass(frozen=True)
class Below:
    """A file that is not read well enough yet: the F1 that it had, whether its package was valid, and why."""

    f1: float
    why: str
    valid: bool = True

    @property
    def is_below(self) -> bool:
        """Tells whether a file of these figures is not read well enough."""
        return self.f1 < ENOUGH or not self.valid


@cache
def below() -> dict[str, Below]:
    """Gives the table of the files below, by name."""
    table = tomllib.loads((ROOM / "below.toml").read_text(encoding="utf-8"))
    return {name: Below(**row) for name, row in table.items()}


def expected_of(file: Path) -> dict[str, Any]:
    """Gives what was written down of a file: its language, and its right readings."""
    known: dict[str, Any] = json.loads((EXPECTED / f"{file.stem}.json").read_text(encoding="utf-8"))
    return known


@lru_cache(maxsize=1)
def read(file: Path) -> Import:
    """Reads a file as a user would."""
    return ogl.read(file)


def score(file: Path) -> Score:
    """Reads a file and gives its score."""
    return scored(file, read(file))


def scored(file: Path, imported: Import) -> Score:
    """Gives the score of what was read of a file, or of one that says the same."""
    known, document = expected_of(file), imported.document
    return best_score(document.tree if document else {}, known["language"], known["variants"])

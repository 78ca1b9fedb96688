"""What a comparison of two schema sets says: reasons, their levels, and the gravest of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, NamedTuple, cast

from opengov_local.resources import rows_of

Level = Literal["none", "minor", "major"]
LEVELS: Final[tuple[Level, ...]] = ("none", "minor", "major")
"""The levels, the lightest first."""


class Kind(NamedTuple):
    """What a code of a reason stands for.

    Attributes:
        level: how grave it is for documents that were valid before.
        meaning: what happened, in English.
    """

    level: Level
    meaning: str


@cache
def kinds() -> dict[str, Kind]:
    """Gives the table of all codes that a reason can have."""
    rows = rows_of(__package__, "change_reasons.csv")
    return {row["code"]: Kind(cast(Level, row["level"]), row["meaning"]) for row in rows}


@dataclass(frozen=True, slots=True)
class Reason:
    """One difference between two schema sets.

    Attributes:
        code: a key of `kinds()`.
        file: path of the file below the folder of its version.
        pointer: JSON Pointer in that file; that of the old set, unless the thing is new.
        what: the name or values concerned, for people.
    """

    code: str
    file: str
    pointer: str = ""
    what: str = ""

    @property
    def level(self) -> Level:
        """How grave it is."""
        return kinds()[self.code].level

    def __str__(self) -> str:
        what = f" ({self.what})" if self.what else ""
        return f"{self.level:5}  {self.code}  {self.file}#{self.pointer}{what}"


@dataclass(frozen=True, slots=True)
class Change:
    """All differences between two schema sets; none at all when they are the same."""

    reasons: tuple[Reason, ...]

    @property
    def level(self) -> Level:
        """The gravest level among the reasons."""
        return gravest(reason.level for reason in self.reasons)


def gravest(levels: Iterable[Level]) -> Level:
    """Gives the gravest of some levels; `none` of no levels."""
    return max(levels, key=LEVELS.index, default="none")

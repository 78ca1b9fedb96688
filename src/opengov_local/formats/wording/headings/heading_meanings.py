"""What a heading can mean: the targets of cells, and how surely a heading names one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from opengov_local.formats.wording.headings.heading_table import Pairs, rows
from opengov_local.messages.labels import label

EXACT, STRIPPED, WITHIN, NEAR = 100, 95, 80, 75
"""Scores of a heading: as in the table; without its brackets, units and numbers; with other words around it; with a
slip of the pen."""
SUMS = ("budget.amount", "budget.total", "budget.share")
"""Beginnings of targets that hold money."""
FUNDER = "budget.funder"
"""Target of who pays."""


Own = tuple[tuple[str, str], ...]
"""A council's own headings: (folded heading, target)."""


class Target(NamedTuple):
    """What a column is read into.

    Attributes:
        name: name of the target, as tables and mapping files write it.
        scope: concept that holds it; `item` is the milestone of the row, or its commitment where it has none.
        field: the field of that concept.
        reads: how its cells are read; a parameter may follow a colon.
    """

    name: str
    scope: str
    field: str
    reads: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a heading means.

    Attributes:
        target: name of the target.
        score: how surely, of 100.
        languages: languages that have the heading; none when the user's own table names it.
        text_language: language of the cells, where the heading says it: "Titre (ar)".
        ordinal: number of a repeated column, "Financeur 2".
        year: the year of a column that has one, "Budget 2025".
        alternatives: other targets that the same words name.
        period: words of the period that a column is about.
        concept: `commitment` or `milestone` where the heading says whose the cells are: "Responsable du projet".
        value: what a ticked cell says: "Haute", below "Priorité".
    """

    target: str
    score: int
    languages: frozenset[str] = frozenset()
    text_language: str | None = None
    ordinal: int | None = None
    year: int | None = None
    alternatives: tuple[str, ...] = ()
    period: str = ""
    concept: str = ""
    value: str = ""


@cache
def targets() -> Mapping[str, Target]:
    """Gives the targets by name."""
    return {
        row["target"]: Target(row["target"], row["scope"], row["field"], row["reads"]) for row in rows("targets.csv")
    }


def field_of(target: str) -> str:
    """Gives the name by which a target is told of: its own where it is one of a field, else that of its field."""
    concept, _, field = target.rpartition(".")
    try:
        label(concept, field, "fr")
    except KeyError:
        return targets()[target].field.rpartition(".")[2] or target
    return target


def value_before_target(names: Sequence[str]) -> tuple[int, int] | None:
    """Gives where the only value and the target behind it stand, where no baseline does: it may be where all starts."""
    values = [at for at, name in enumerate(names) if name == "indicator.value"]
    if len(values) != 1 or "indicator.baseline" in names or "indicator.target" not in names[values[0] :]:
        return None
    return values[0], names.index("indicator.target", values[0])


def named(pairs: Pairs, score: int, spoken: str | None, ordinal: int | None, year: int | None) -> Recognised:
    """Gives what the targets that a table has for a heading mean: the first of them, and the others beside."""
    target = pairs[0][0]
    languages = frozenset(language for name, language in pairs if name == target)
    alternatives = tuple(dict.fromkeys(name for name, _ in pairs if name != target))
    return Recognised(target, score, languages, spoken, ordinal, year, alternatives)

"""The column of what people said under a heading that nobody knows, beside decisions and their reasons or authors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, Recognised

_STATUS = "disposition.status"
_DECIDED = frozenset({_STATUS, "disposition.reason"})
_OF_PEOPLE = frozenset({"contribution.author", "contribution.supporters", "contribution.date", "contribution.number",
                        "contribution.channel", "disposition.commitments"})  # fmt: skip
_PROJECTS = frozenset({"commitment.title", "milestone.title"})
_TEXTS = frozenset({"contribution.text", "contribution.problem", "contribution.solution", "contribution.proposal",
                    "contribution.recommendation"})  # fmt: skip
_PROPOSED = "action"
"""Target of headings that in a plan say what will be done, and beside decisions what somebody proposed."""
_LOOSE = frozenset({"additional_information"})
"""Targets of headings that may as well head what people said: "Remarque"."""
_SHORTEST = 12
"""Letters that texts have on average."""
_LONGER = 1.3
"""How many times longer its texts are than those of any other column of the kind."""


def with_texts(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the widest column of texts that no heading explains for what people said.

    There must be decisions beside it, and reasons, authors or the like; projects stand behind it: they are what became
    of what was said. "Solution proposée", which in a plan is what will be done, is such a column beside decisions.
    """
    decided = [meaning for _, _, meaning in meanings]
    names = {meaning.target for meaning in decided if meaning}
    said = any(name in _TEXTS or name.startswith("indicator") for name in names)
    proposed = [at for at, meaning in enumerate(decided) if meaning and meaning.target == _PROPOSED]
    if not said and len(proposed) == 1 and _STATUS in names and not names & _PROJECTS:
        found = decided[proposed[0]]
        decided[proposed[0]] = replace(found, target="contribution.solution") if found else None
        return decided
    if said or not names & _DECIDED or len(names & (_DECIDED | _OF_PEOPLE)) < 2:
        return decided
    projects = [at for at, meaning in enumerate(decided) if meaning and meaning.target in _PROJECTS]
    if projects and not (names & {"contribution.author"} and len(projects) == 1):
        return decided
    end = projects[0] if projects else len(decided)
    wide = sorted(
        (
            (width, at)
            for at, (position, _, meaning) in enumerate(meanings[:end])
            if (meaning is None or meaning.target in _LOOSE) and (width := _width(position, grid, first)) >= _SHORTEST
        ),
        reverse=True,
    )
    if wide and (len(wide) == 1 or wide[0][0] >= _LONGER * wide[1][0]):
        held = decided[wide[0][1]] or Recognised("contribution.text", NEAR)
        decided[wide[0][1]] = replace(held, target="contribution.text", score=NEAR)
    return decided


def _width(position: int, grid: Grid, first: int) -> float:
    """Gives how long the texts of a column are on average; 0 where half of its rows have none."""
    rows = [row for row in grid.sample(first) if sum(not is_blank(value) for value in row) > 1]
    values = (row[position] for row in rows if position < len(row))
    texts = [value.strip() for value in values if isinstance(value, str)]
    return sum(map(len, texts)) / len(texts) if texts and 2 * len(texts) > len(rows) else 0

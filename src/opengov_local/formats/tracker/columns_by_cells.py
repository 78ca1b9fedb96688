"""Columns of tables of updates that their cells tell: states, percentages, and remarks where nothing else is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from opengov_local.formats.grids import Grid, Value
from opengov_local.formats.tables.period_columns import are_numbers, are_rates
from opengov_local.formats.tables.phrases import heads
from opengov_local.formats.tables.told_by_cells import are_sentences, are_states
from opengov_local.formats.tables.vocabulary import recognise
from opengov_local.formats.tracker.headings import Heading

_REMARKS = "additional_information"
_SURE = 95
MEASURES = frozenset(("indicator.baseline", "indicator.target", "indicator.unit"))
"""What is said of an indicator itself, and not of what was reached."""
_MAY_BE_RATES = frozenset(("text", "status"))


def states(grid: Grid, header: int, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Gives the columns whose cells are states, under headings that allow it: "Niveau", "Situation"."""
    fields = {position: heading.field for position, heading in known.items()}
    return {
        position: Heading("status", " ".join(text.split()), None, known[position].spoken if position in known else "")
        for position, text in enumerate(grid.rows[header])
        if isinstance(text, str)
        and (fields.get(position) == "date" or (position not in known and heads("state", text)))
        if are_states(grid, position, header + 1)
    }


def rates(grid: Grid, header: int, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Gives the column under words for what was done, or for states, whose cells are percentages: "% réalisé".

    Under words that may head both, "Progress", numbers alone are percentages.
    """
    found = {
        position: heading._replace(field="progress")
        for position, heading in known.items()
        if (heading.field in _MAY_BE_RATES and are_rates(position, grid, header + 1))
        or (heading.field == "text" and _is_rate(heading.heading) and are_numbers(position, grid, header + 1))
    }
    return found if len(found) == 1 else {}


def sentences(grid: Grid, header: int, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Gives the column under words for how far something is whose cells are sentences: «التقدم»."""
    found = {
        position: heading._replace(field="text")
        for position, heading in known.items()
        if heading.field == "progress" and are_sentences(grid, position, header + 1)
    }
    return found if len(found) == 1 else {}


def _is_rate(heading: str) -> bool:
    meaning = recognise(heading)
    return meaning is not None and meaning.target == "progress" and meaning.score >= _SURE


def measures(values: Sequence[Value], known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Gives the columns of what is measured beside a column of indicators: where it starts, should arrive, its unit."""
    fields = {heading.field for heading in known.values()}
    if "indicator" not in fields:
        return {}
    free = {"target"} if fields & {"commitment", "milestone"} else set[str]()  # else "Cible" may be what is spoken of
    found: dict[int, Heading] = {}
    for position, text in enumerate(values):
        if not isinstance(text, str) or (position in known and known[position].field not in free):
            continue
        meaning = recognise(text)
        if meaning is not None and meaning.target in MEASURES and meaning.score >= _SURE and not meaning.year:
            found[position] = Heading(meaning.target, " ".join(text.split()), meaning.text_language, "")
    named = [heading.field for heading in found.values()]
    return {position: heading for position, heading in found.items() if named.count(heading.field) == 1}


def remedies(values: Sequence[Value], known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Gives the column of solutions beside difficulties, which are what comes next: «الحلول المقترحة»."""
    fields = {heading.field for heading in known.values()}
    if "challenges" not in fields or "next_steps" in fields:
        return {}
    found = {
        position: Heading("next_steps", " ".join(text.split()), None, "")
        for position, text in enumerate(values)
        if position not in known and isinstance(text, str) and heads("remedy", text)
    }
    return found if len(found) == 1 else {}


def remarks(values: Sequence[Value], known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Gives the only column of remarks of a table that has none for what was done: it says that."""
    found = {
        position: Heading("text", " ".join(text.split()), None, "")
        for position, text in enumerate(values)
        if position not in known and isinstance(text, str) and (meaning := recognise(text))
        if meaning.target == _REMARKS and meaning.score >= _SURE
    }
    return found if len(found) == 1 else {}

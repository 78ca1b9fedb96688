"""Indicators in long form: a row for each value, with the quarter or day of it in a column of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.columns.indicator_columns import are_measures
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold

_VALUE, _DATE = "indicator.value", "indicator.value_date"
_OTHERS = ("milestone.", "update.", "status", "progress")
"""Beginnings of targets of tables that report on projects or their activities."""


def dated_values(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the times beside the values of indicators for theirs: where they have several, or straight behind them."""
    found = [meaning for _, _, meaning in meanings]
    names = [meaning.target for meaning in found if meaning]
    if names.count("indicator") != 1:
        return found
    said = [grid.sample_of(position, first) for position, _, _ in meanings]
    named = [
        str(value) for value in said[next(at for at, one in enumerate(found) if one and one.target == "indicator")]
    ]
    values = [
        at
        for at, (_, heading, meaning) in enumerate(meanings)
        if (meaning and meaning.target == _VALUE)
        or ((not meaning) and fold(heading) in phrases("value_heading") and are_measures(said[at]))
    ]
    times = [
        at
        for at, (_, heading, meaning) in enumerate(meanings)
        if (meaning is None or meaning.target == "schedule")
        and fold(heading) in phrases("time_of_value")
        and said[at]
        and all(read_date(value) is not None for value in said[at])
    ]
    if len(values) != 1 or len(times) != 1:
        return found
    several = len({*named}) < len(said[values[0]]) and not any(name.startswith(_OTHERS) for name in names)
    beside = times[0] == values[0] + 1 and not any(name.startswith("update.") for name in names)
    if not (several or beside):
        return found
    for at, target in ((values[0], _VALUE), (times[0], _DATE)):
        found[at] = replace(found[at] or Recognised(target, STRIPPED), target=target)
    return found

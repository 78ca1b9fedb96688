"""Tables in whose rows labels stand where titles should: forms that were taken for rows, and are said to be."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Region, headings_of
from opengov_local.formats.tables.columns.period_headings import PERIOD
from opengov_local.formats.tables.fiches.label_lines import label_of
from opengov_local.formats.wording.headings.heading_meanings import Own
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.importing.draft import Draft

_TITLES = ("commitment.title", "milestone.title")
_FEWEST = 2
"""Different labels, each with something beside it, that no table has as titles by chance; beside periods alone, one."""
_SEVERAL = 3
"""Different labels with their answers behind them."""
_FIRST = 500
"""Different titles among which a form that was taken for rows has a label."""


def say_labels_as_rows(draft: Draft, region: Region) -> None:
    """Says where the titles of a table are labels of a form, with what seem to be answers beside them."""
    own, grid = headings_of(draft.options.words), region.grid
    for column in (column for column in region.columns if column.target in _TITLES):
        values = region.values(column.index)
        known = _labels_among(list(dict.fromkeys(values)), own)
        labels = {
            row: known[value]
            for row, value in enumerate(values if known else (), start=region.first)
            if value in known
            and not bare_number(str(value), "axis_word")
            and not all(map(is_blank, grid.rows[row][column.index + 1 :]))
        }
        others = [other.target for other in region.columns if other is not column]
        timed = all(target is not None and target.startswith(PERIOD) for target in others)
        marked = ":" in "\n".join(region.grid.texts(column.index))
        answered = _answered(values, own, first=region.first) if marked else {}
        if len({*answered.values()}) >= _SEVERAL:
            labels = {**answered, **labels}
        if len({*labels.values()}) >= (1 if timed else _FEWEST):
            first = min(labels)
            draft.say("import/labels-as-rows", grid.place(first, column.index), severity="warning",
                      count=len(labels), text=str(grid.value(first, column.index)).strip())  # fmt: skip
            return


def _answered(values: Sequence[Value], own: Own, *, first: int) -> dict[int, str]:
    """Gives the rows whose title is a label with its answer behind it, "Problème : …", and what they mean."""
    lines = ((row, str(value).partition(":")) for row, value in enumerate(values, start=first))
    said = ((row, label_of(label, own)) for row, (label, mark, answer) in lines if mark and answer.strip())
    return {row: meaning.target for row, meaning in said if meaning}


def _labels_among(titles: Sequence[Value], own: Own) -> dict[Value, str]:
    """Gives which of some titles are labels, and what they mean; of very many none, where the first are no labels."""
    found: dict[Value, str] = {}
    for part in (titles[:_FIRST], titles[_FIRST:]):
        found |= {title: meaning.target for title in part if (meaning := label_of(title, own))}
        if not found:
            break
    return found

"""What the columns of a table mean beside each other, in the light of their cells and of the kind of table."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.columns.asked_in_words import asked_in_words
from opengov_local.formats.tables.columns.budget_year_columns import with_budget_years, with_project_years
from opengov_local.formats.tables.columns.dated_values import dated_values
from opengov_local.formats.tables.columns.financed_by import funders_among
from opengov_local.formats.tables.columns.leading_titles import with_leading
from opengov_local.formats.tables.columns.parts_of_aims import with_aims
from opengov_local.formats.tables.columns.rates_of_sums import without_rates_of_sums
from opengov_local.formats.tables.columns.risk_columns import without_remedies
from opengov_local.formats.tables.columns.roles import beside_each_other
from opengov_local.formats.tables.columns.scored_columns import without_scores
from opengov_local.formats.tables.columns.task_boards import of_boards
from opengov_local.formats.tables.columns.titles_of_levels import Headed, of_levels
from opengov_local.formats.tables.columns.told_by_cells import told_by_cells
from opengov_local.formats.tables.columns.told_by_others import told_by_others
from opengov_local.formats.tables.columns.unnamed_texts import with_texts
from opengov_local.formats.tables.grid.placed import Placed, Reconsideration
from opengov_local.formats.wording.headings.heading_meanings import Own, Recognised

RECONSIDERATIONS: tuple[Reconsideration, ...] = (
    of_boards,
    without_remedies,
    asked_in_words,
    beside_each_other,
    with_aims,
    with_texts,
    told_by_cells,
    told_by_others,
    funders_among,
    dated_values,
    with_budget_years,
    with_project_years,
    without_scores,
    without_rates_of_sums,
)
"""What decides again what columns mean, in this order: each sees what those before it have decided."""


def settled(headed: Sequence[Headed], grid: Grid, first: int, own: Own, *, titled: bool) -> list[Recognised | None]:
    """Decides what columns mean beside each other, and by what their cells say.

    Args:
        headed: the columns, left to right.
        grid: the sheet.
        first: the row below the headings.
        own: a council's own headings.
        titled: whether the project of all rows is named above the table.

    Returns:
        The meanings, in the same order.
    """

    def placed(meanings: Sequence[Recognised | None]) -> list[Placed]:
        return [column.placed(meaning) for column, meaning in zip(headed, meanings, strict=True)]

    meanings = of_levels(headed, grid, first, own)
    for reconsider in RECONSIDERATIONS:
        meanings = reconsider(placed(meanings), grid, first)
    return with_leading(placed(meanings), grid, first, titled=titled)

"""Tables of projects in Word files that nothing heads, below the title of a plan: read as those of sheets are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from opengov_local.account import column_name
from opengov_local.formats.tables.sheets.headless import columns_told, lists_others
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.table_shapes.response_tables import grid_of
from opengov_local.formats.word.table_shapes.table_parts import Loose
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.minute_words import says_minutes
from opengov_local.formats.wording.words.plan_words import names_plan
from opengov_local.importing.draft import Draft

_FIELDS: Final = {"lead": "leads", "budget.amount": "budget"}
"""Fields of commitments, where columns of sheets have other names for them."""


def with_headless(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Gives the blocks of a file with what each column holds of a table of projects that nothing heads.

    It is the first table of a file, below a line that names the plan, and none that names a project or other lists.

    Args:
        blocks: the blocks of a file.
        labels: the labels of the file.
    """
    made = list(blocks)
    at = next((at for at, block in enumerate(made) if isinstance(block, Table)), len(made))
    above = [block for block in made[:at] if isinstance(block, Paragraph)]
    table = made[at] if at < len(made) else None
    if not isinstance(table, Table) or not _heads_projects(above):
        return made
    if all(isinstance(part, Loose) for part in parts_of(table, labels)) and (told := columns_told(grid_of(table))):
        made[at] = replace(table, told=tuple((index + 1, _field(told[index])) for index in sorted(told)))
    return made


def say_headless(draft: Draft, table: Table) -> None:
    """Says of each column of such a table as what it was read."""
    for number, asked in table.told:
        first = next((row[number] for row in table.covering if number in row and row[number].text), None)
        if first is not None:
            draft.say("import/column-by-cells", first.piece, severity="warning", heading=column_name(number),
                      field=f"commitment.{asked}")  # fmt: skip


def _field(target: str) -> str:
    return _FIELDS.get(target) or target.removeprefix("commitment.")


def _heads_projects(above: Sequence[Paragraph]) -> bool:
    """Tells whether the lines above a table name a plan, and no minutes, project or list of other things."""
    texts = [block.text for block in above]
    named = any(marker_of(block, ("commitment", "milestone")) is not None for block in above)
    return any(map(names_plan, texts)) and not (named or any(map(says_minutes, texts)) or lists_others(texts))

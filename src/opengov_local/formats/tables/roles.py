"""What columns mean beside each other: two titles, a row of months with crosses, a share for each funder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.vocabulary import STRIPPED, WITHIN, Recognised
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold, read_boolean

_SEARCHED = 200
_SHARE = re.compile(
    r"^\s*(?:part|contribution|participation|apport|quote-part)\s+(?:de\s+la\s+|de\s+l['’]\s*|du\s+|des\s+|de\s+|d['’]\s*)(\S.*)$"
    r"|^\s*(?:share|contribution)\s+of\s+(?:the\s+)?(\S.*)$|^\s*(?:مساهمة|حصة)\s+(\S.*)$",
    re.IGNORECASE,
)


def share_of(heading: str) -> str | None:
    """Gives the funder that a heading of amounts names: "Part de la région" is the region's."""
    found = _SHARE.match(re.sub(r"[(\[][^)\]]*[)\]]", "", heading))
    return next((name.strip() for name in found.groups() if name), None) if found else None


def beside_each_other(
    meanings: Sequence[tuple[int, str, Recognised | None]], grid: Grid, first: int
) -> list[Recognised | None]:
    """Decides what single headings leave open.

    Args:
        meanings: position, heading and meaning of each column, left to right.
        grid: the sheet.
        first: the row below the headings.

    Returns:
        The meanings, in the same order.
    """
    decided = [meaning or _alone(position, heading, grid, first) for position, heading, meaning in meanings]
    titles = [at for at, meaning in enumerate(decided) if meaning and meaning.target == "commitment.title"]
    words = {fold(meanings[at][1]) for at in titles}
    spoken = {found.text_language for at in titles if (found := decided[at])}
    steps = any(meaning and meaning.target in ("milestone.title", "milestone.list") for meaning in decided)
    if len(titles) > 1 and len(words) > 1 and spoken == {None} and not steps:
        last = decided[titles[-1]]
        decided[titles[-1]] = replace(last, target="milestone.title", score=WITHIN) if last else None
    return decided


def _alone(position: int, heading: str, grid: Grid, first: int) -> Recognised | None:
    if share_of(heading):
        return Recognised("budget.share", STRIPPED)
    reading = read_date(heading) if len(heading) < 40 else None
    if reading is not None and reading.start and _is_ticked(position, grid, first):
        return Recognised("schedule.mark", STRIPPED)
    return None


def _is_ticked(position: int, grid: Grid, first: int) -> bool:
    """Tells whether a column holds crosses or ticks, and nothing else."""
    values = [row[position] for row in grid.rows[first : first + _SEARCHED] if position < len(row)]
    said = [value for value in values if not is_blank(value)]
    return bool(said) and all(isinstance(value, str | bool) and read_boolean(value) for value in said)

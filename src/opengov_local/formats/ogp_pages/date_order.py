"""In which order a list of milestones writes day and month: some of its dates prove it for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from opengov_local.account import Piece
from opengov_local.importing.dates import DateContext, column_context

_IN_NUMBERS: Final = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\d/.-])")


def order_told(lines: Sequence[Piece], context: DateContext) -> DateContext:
    """Adds to what is known of the dates in lines the order of day and month that dates in numbers prove.

    Args:
        lines: the lines.
        context: what is known so far.
    """
    said = [date for piece in lines for date in _IN_NUMBERS.findall(piece.text)]
    return column_context(said, context) if said else context

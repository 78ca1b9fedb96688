"""Numbers of projects behind the word for them in a column that nothing heads: "Engagement 1" left of the titles."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from opengov_local.formats.tables.columns.layout import NUMBERS, Column, Region
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.words.numbering import bare_number

_MARKS: Final = " \u00a0:："


def with_numbers(region: Region) -> Region:
    """Gives a table whose first column has no heading, and nothing but such numbers, with that column read.

    Args:
        region: the table.
    """
    if region.names & NUMBERS or "commitment.title" not in region.names or region.columns[0].index == 0:
        return region
    texts = [text.strip(_MARKS) for text in region.texts(0) if text]
    if not texts or not all(bare_number(text, "project_word") and not text.isdecimal() for text in texts):
        return region
    return replace(region, columns=(Column(0, "", Recognised("commitment.number", STRIPPED)), *region.columns))

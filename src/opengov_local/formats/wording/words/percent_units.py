"""Percentages among the measures of an indicator: whether its unit is, or can be, the percentage."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold, read_number

PERCENT: Final = "%"
_MEASURES: Final = ("baseline", "target")


def has_values(indicator: Node) -> bool:
    """Tells whether an indicator has measures that are bare numbers."""
    measures = [*(indicator.data.get(name, {}) for name in _MEASURES), *indicator.data.get("values", ())]
    return any("value" in measure for measure in measures)


def counts_percent(indicator: Node) -> bool:
    """Tells whether the unit of an indicator is the percentage."""
    unit = indicator.data.get("unit")
    return unit is not None and all(map(_is_percent, unit.values()))


def _is_percent(unit: str) -> bool:
    return read_number(f"1 {unit}").unit == PERCENT or fold(unit) in phrases("percent_unit")

"""Cells about indicators: their names, units and measures."""

from __future__ import annotations

import re

from opengov_local.account import Piece
from opengov_local.formats.tables.bilingual import put_text
from opengov_local.formats.tables.cell_base import CellBase
from opengov_local.formats.tables.layout import Column
from opengov_local.formats.tables.readings import number_of
from opengov_local.importing.draft import Node
from opengov_local.importing.words import (
    read_number,
)

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class IndicatorCells(CellBase):
    """Reads cells about indicators."""

    def _indicators(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        measured = any(name.startswith("indicator.") for name in self.region.names)
        items = (piece.text,) if measured else self._items(node, column, piece, "never")
        for item in items:
            indicator = self.draft.add(node, "indicators", piece)
            put_text(self.draft, indicator, "name", item, piece, column.language)

    def _indicator(self, node: Node) -> Node | None:
        indicators = node.data.get("indicators", ())
        return self.draft.node_of(indicators[-1]) if indicators else None

    def _measure(self, node: Node, column: Column, piece: Piece, field: str) -> None:
        indicator = self._indicator(node)
        if indicator is None:
            self._keep(node, column, piece, "import/measure-without-indicator")
            return
        measure = self.draft.add(indicator, field, piece)
        reading = read_number(number_of(piece))
        if reading.value is not None and not reading.unit:
            self.draft.put(measure, "value", reading.value, piece)
        else:
            self.draft.put(measure, "text", piece.text, piece, language=column.language)
        if len(years := set(_YEAR.findall(column.heading))) == 1:
            measure.data["date"] = years.pop()

    def _unit(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        indicator = self._indicator(node)
        if indicator is None:
            self._keep(node, column, piece, "import/measure-without-indicator")
        else:
            self.draft.put(indicator, "unit", piece.text, piece, language=column.language)

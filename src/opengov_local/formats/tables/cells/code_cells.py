"""Cells that name entries of code lists: policy areas, values, goals of sustainable development."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.columns.readings import number_of
from opengov_local.formats.tables.drafted.cell_base import CellBase
from opengov_local.importing.draft import Node
from opengov_local.importing.words import CodesReading, SdgReading, read_codes, read_sdgs


class CodeCells(CellBase):
    """Reads cells that name entries of code lists; the words that name none are kept."""

    def _codes(self, node: Node, column: Column, piece: Piece, name: str) -> None:
        if self._field(node, column) not in node.shapes:
            self._keep(node, column, piece)
            return
        reading = read_codes(piece.text, name)
        for code in reading.codes:
            self.draft.put(node, self._field(node, column), code, piece)
        self._keep_rest(node, column, piece, reading)

    def _values(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        if "ogp_values" not in node.shapes:
            self._keep(node, column, piece)
            return
        reading = read_codes(piece.text, "ogp_value")
        for code in reading.codes:
            relevance = self.draft.add(node, "ogp_values", piece)
            self.draft.put(relevance, "value", code, piece)
        self._keep_rest(node, column, piece, reading)

    def _sdgs(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        if "sdgs" not in node.shapes:
            self._keep(node, column, piece)
            return
        reading = read_sdgs(number_of(piece))
        for goal in reading.goals:
            self.draft.put(node, "sdgs", goal, piece)
        self._keep_rest(node, column, piece, reading)

    def _keep_rest(self, node: Node, column: Column, piece: Piece, reading: CodesReading | SdgReading) -> None:
        for rest in reading.rest:
            self.draft.keep(piece._replace(text=rest), node, label=column.heading)
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=node, heading=column.heading)

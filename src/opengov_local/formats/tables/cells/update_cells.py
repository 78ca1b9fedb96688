"""Cells that say when something was reported."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.period_cells import PeriodCells
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.wording.words.bilingual import put_text
from opengov_local.importing.draft import Node
from opengov_local.importing.language import language_of
from opengov_local.importing.put_date import put_period


class UpdateCells(PeriodCells):
    """Reads cells of reports on progress."""

    def update_of(self, node: Node, piece: Piece) -> Node:
        """Gives the update of an object that is being read, made when it is first needed.

        Args:
            node: the object.
            piece: the piece that made it known.
        """
        return self._update_of(node, "", piece)

    def _update_date(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts when it was reported; a span is the period that the report is on."""
        reading = self._readings.date(column, piece)
        if reading is not None and reading.start and reading.end:
            self._update_period(node, column, piece, _)
        else:
            self._note_day(node, column, piece)

    def _update_period(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        update = self.update_of(node, piece)
        put_period(self.draft, update, "period", piece, self._readings.context(column), column.heading)

    def _remark(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts a remark beside a report into the text of its update, behind what another cell says was done."""
        update = self.update_of(node, piece)
        language = column.language or language_of(piece.text, self.draft.options.language)
        held = update.data.get("text", {})
        if language in held and piece.text.strip() not in held[language]:
            held[language] = f"{held[language]}\n\n{piece.text.strip()}"
            self.draft.used(piece, update, f"text.{language}")
        elif language in held:
            self.draft.used(piece, update, f"text.{language}")
        else:
            put_text(self.draft, update, "text", piece.text, piece, column.language)

"""Cells that say in a second language what another column of their row has said: read into the same objects, once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.columns.twin_columns import Twin, say_twin
from opengov_local.formats.tables.drafted.cell_base import CellBase
from opengov_local.importing.draft import Node
from opengov_local.importing.in_two_languages import OF_WORDS, agree
from opengov_local.model.base import Model

_SUMS = ("budget.amount", "budget.total")


class TwinCells(CellBase, ABC):
    """Knows which columns say the same in two languages."""

    @abstractmethod
    def _alone_in(self, model: type[Model], column: Column, piece: Piece) -> Mapping[str, Any]:
        """Gives what a cell alone becomes in an object of its own."""

    @abstractmethod
    def _find_twins(self) -> list[Twin]:
        """Finds the columns that are headed with the same in two languages."""

    @cached_property
    def twins(self) -> dict[int, Twin]:
        """The columns that say the same as another one, by the number of either of them; the others are said."""
        found: dict[int, Twin] = {}
        self._made: dict[tuple[str, int], dict[str, int]] = {}
        for twin in self._find_twins():
            say_twin(self.draft, self.region, twin)
            if twin.agrees:
                found.update({twin.first.index: twin, twin.other.index: twin})
        return found

    @property
    def has_one_sum(self) -> bool:
        """Whether the table has but one sum, though it may say it in two languages."""
        columns = [column.index for column in self.region.columns if column.target in _SUMS]
        return len(columns) - sum(self._is_second(index) for index in columns) < 2

    def _is_second(self, index: int) -> bool:
        return index in self.twins and self.twins[index].other.index == index

    def note_twin(self, node: Node, column: Column) -> None:
        """Notes what an object holds before the first of two columns is read into it."""
        if not self._is_second(column.index):
            held = {field: len(value) for field, value in node.data.items() if isinstance(value, list)}
            self._made[node.target, column.index] = held

    def read_twin(self, node: Node, column: Column, piece: Piece) -> bool:
        """Reads a cell of the second of two columns; tells whether it could, as the first has said the same there."""
        if not self._is_second(column.index):
            return False
        first = self.twins[column.index].first
        held = self._made.get((node.target, first.index))
        if held is None:
            return False
        said = self._alone_in(node.model, column, piece)
        made = {
            field: node.data.get(field, [])[held.get(field, 0) :] if isinstance(value, list) else node.data.get(field)
            for field, value in said.items()
        }
        if agree(made, said):
            self._put_beside(node, made, said, piece)
        else:
            self._keep(node, column, piece)
            kept = str(self._readings.beside(piece, first.index) or "")
            self.draft.say("import/parts-differ", piece, node=node, heading=column.heading, kept=kept, text=piece.text)
        return True

    def _put_beside(self, node: Node, made: Mapping[str, Any], said: Mapping[str, Any], piece: Piece) -> None:
        """Puts texts in a further language beside those that stand there; what is equal is used."""
        for field, value in said.items():
            shape = node.shapes.get(field)
            if field in OF_WORDS or shape is None:
                self.draft.used(piece, node, field)
            elif shape.kind == "map" and not shape.many:
                for tag, text in value.items():
                    self.draft.put(node, field, text, piece, language=tag)
            elif shape.model is not None:
                inner = zip(made[field], value, strict=True) if shape.many else [(made[field], value)]
                for one, other in inner:
                    self._put_beside(self.draft.node_of(one), one, other, piece)
            else:
                self.draft.used(piece, node, field)

"""The milestones that rows of a plan name, and activities of no commitment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.cells import Cells
from opengov_local.formats.tables.cells.listed_steps import put_time
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.drafted.joining import Earlier
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.column_moulds import ColumnMoulds, Make, TakeAll, Takes
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.levels.headings_again import without_headings
from opengov_local.formats.tables.levels.same_step import rows_of_same_step, says_again
from opengov_local.formats.tables.levels.timed_titles import TimedTitles, any_may_be_timed, may_be_timed
from opengov_local.formats.wording.headings.phrases import is_dash
from opengov_local.formats.wording.words.lettered_steps import lettered, without_letter
from opengov_local.formats.wording.words.plain_titles import are_plain_titles, is_plain_title
from opengov_local.importing.draft import Node
from opengov_local.importing.moulds import Extract, Mould, Put, word_of
from opengov_local.importing.words.bullets import unbulleted
from opengov_local.model.milestone import Milestone

_SHORT = 8
"""Characters of a text that may be a dash."""
_WORD = "activity_word"
"""Kind of the words that may stand before the number of a milestone."""


class Milestones:
    """Makes the milestones of the rows of one table.

    Attributes:
        steps: the columns of their titles, left to right.
        last: the one made last, of the commitment that the rows stand on.
        loose: numbers that stand beside no title of a commitment, and so are theirs.
        same: the rows that name the activity of the row before again, for a further indicator.
    """

    def __init__(
        self,
        state: State,
        sheet: Sheet,
        cells: Cells,
        earlier: Earlier,
        steps: Sequence[Column],
        numbers: Sequence[Column],
    ) -> None:
        """Starts before the first row.

        Args:
            state: what earlier tables gave.
            sheet: the sheet.
            cells: reads cells.
            earlier: what the tables before this one have told of.
            steps: the columns of their titles.
            numbers: the columns of their numbers.
        """
        self.steps = sorted(steps, key=lambda column: column.index)
        self.last: Node | None = None
        self.loose: list[Piece] = []
        self._state = state
        self._draft = state.draft
        self._sheet = sheet
        self._cells = cells
        self._earlier = earlier
        self._numbers = numbers
        self._timed = TimedTitles(sheet, cells.region.columns, state.draft.options.words)
        self.same = rows_of_same_step(cells.region)
        columns = [column.index for column in self.steps] if not numbers else []
        self._lettered = frozenset(at for at in columns if lettered(without_headings(cells.region).texts(at)))

    def anew(self, row: int, cells: Row) -> Row:
        """Gives the cells of a row without those that say again what the row before has said of its activity."""
        if row not in self.same or self.last is None:
            return cells
        told = {column.index: column.target for column in self._cells.region.columns if says_again(column)}
        for index in sorted(told.keys() & cells.keys()):
            self._draft.used(cells[index], self.last, str(told[index]).rpartition(".")[2])
            if str(told[index]).startswith("budget."):
                heading, text = self._sheet.grid.value(self._cells.region.header, index), cells[index].text
                self._draft.say("import/sum-again", cells[index], node=self.last, heading=str(heading), text=text)
        return {index: piece for index, piece in cells.items() if index not in told}

    def read(self, row: int, cells: Row, commitment: Node | None, axis: Node | None) -> dict[int, Node]:
        """Makes the milestones of a row, by the column of their title; the first takes the number."""
        numbers = [cells[column.index] for column in self._numbers if column.index in cells]
        numbers, self.loose = numbers or self.loose, []
        found: dict[int, Node] = {}
        last: Node | None = None
        for column in self.steps:
            piece = cells.get(column.index)
            if piece is None:
                continue
            if is_dash(piece.text):
                self._draft.keep(piece, commitment, label=column.heading)  # the row speaks of the project
                continue
            if row in self.same and self.last is not None:
                last = found[column.index] = self._again(self.last, [piece, *numbers])
                numbers = []
                continue
            spoken = column.language
            if last is not None and spoken and spoken not in last.data.get("title", {}):
                self._draft.put(last, "title", piece.text, piece, language=spoken)
                continue
            last = found[column.index] = self._new(row, piece, column, commitment, axis, numbers)
            numbers = []
        for piece in numbers:
            self._draft.keep(piece, commitment, field="number")
        if not found and self.steps and self.last and self._sheet.over(row, self.steps[0].index):
            found[self.steps[0].index] = self.last
        if found:
            self.last = list(found.values())[-1]
        return found

    def _again(self, node: Node, pieces: Sequence[Piece]) -> Node:
        for piece, field in zip(pieces, ("title", *["number"] * len(pieces)), strict=False):
            self._draft.used(piece, node, field)
        return node

    def _new(
        self, row: int, piece: Piece, column: Column, commitment: Node | None, axis: Node | None, numbers: list[Piece]
    ) -> Node:
        said = self._timed.read(row, piece.text)
        title = unbulleted(said.title if said else piece.text)
        letter, title = without_letter(title) if column.index in self._lettered else ("", title)
        whole, piece = piece, piece._replace(text=title) if title != piece.text else piece
        known = self._earlier.milestone(commitment, piece, numbers[0].text if numbers else None, axis)
        node = known or self._add(piece, commitment)
        self._on_axis(node, commitment, axis)
        for number in numbers:
            self._draft.put(node, "number", number.text, number)
        if letter and "number" not in node.data:
            self._draft.put(node, "number", letter, whole)
        if known:
            self._draft.used(piece, node, "title")
        else:
            self._state.title(node, piece, _WORD, language=column.language)
        if said and "due" not in node.data:
            put_time(self._draft, node, said, piece, column)
        if not known:
            self._cells.put_time_of_heading(node, column, piece)
        return node

    def _add(self, piece: Piece, commitment: Node | None) -> Node:
        if commitment is not None:
            return self._draft.add(commitment, "milestones", piece)
        return self._draft.add(self._state.plan, "activities", piece)

    @staticmethod
    def _on_axis(node: Node, commitment: Node | None, axis: Node | None) -> None:
        if commitment is None and axis is not None:
            node.data["axes"] = [axis.target]

    @cached_property
    def moulds(self) -> list[ColumnMoulds]:
        """The moulds of numbers and titles, in the order in which they are read."""
        make = partial(self._cells.mould, Milestone)
        ways: list[tuple[int, Make, Takes, TakeAll | None]] = [
            *((column.index, partial(make, _number_into), bool, all) for column in self._numbers),
            *((column.index, partial(_mould_of_title, make, column), _is_plain, _are_plain) for column in self.steps),
        ]
        word = word_of("title")
        return [
            ColumnMoulds(self._sheet, index, 1, word, mould, takes, take_all) for index, mould, takes, take_all in ways
        ]

    def pour(
        self, row: int, commitment: Node | None, axis: Node | None, puts: list[Put], extracts: list[Extract]
    ) -> Node | None:
        """Makes the only milestone of a row by moulds, in a table of which each cell stands in one row.

        Args:
            row: the row.
            commitment: its commitment.
            axis: the axis it stands on.
            puts: takes the cells that were put.
            extracts: takes where their values were read.

        Returns:
            The milestone; None, and nothing done, where its cells must be looked at.
        """
        step = self._sheet.piece(row, self.steps[0].index)
        if step is None or len(self.steps) > 1 or self.loose or self._lettered or _is_apart(step.text):
            return None
        values, number = self._sheet.grid.rows[row], str(row + 1)
        found: list[tuple[Mould, int]] = []
        read: list[Extract] = []
        data: dict[str, Any] = {}
        for column in self.moulds:
            index = column.index
            value = values[index] if index < len(values) else None
            if value is None:
                continue
            mould, text = column.find(row, value)
            if not text:
                continue
            if not mould.fill(data, text, "", self._sheet.columns[index] + number, read.append):
                return None
            found.append((mould, index))
        node = self.last = self._add(step, commitment)
        self._on_axis(node, commitment, axis)
        node.data.update(data)
        for extract in read:
            extract["target"] = node.target
        extracts += read
        puts += [(mould, node, index) for mould, index in found]
        return node


def _number_into(cells: Cells, node: Node, piece: Piece) -> None:
    cells.draft.put(node, "number", piece.text, piece)


def _title_into(column: Column, cells: Cells, node: Node, piece: Piece) -> None:
    cells.state.title(node, piece, _WORD, language=column.language)


def _mould_of_title(make: Callable[..., Mould | None], column: Column, piece: Piece, hole: str | None) -> Mould | None:
    """Makes the mould of a title; None where a time may stand behind it, which other cells tell, or it is a dash."""
    return None if _is_apart(piece.text) else make(partial(_title_into, column), piece, hole)


def _is_plain(text: str) -> bool:
    return is_plain_title(text, _WORD) and not _is_apart(text)


def _is_apart(text: str) -> bool:
    """Tells whether a text is looked at by itself: brackets close it, a bullet begins it, or it is a dash alone."""
    return may_be_timed(text) or unbulleted(text) != text or (len(text) < _SHORT and is_dash(text))


def _are_plain(texts: Sequence[str]) -> bool:
    if not are_plain_titles(texts, _WORD) or any_may_be_timed(texts):
        return False
    return not any(map(_is_apart, [text for text in texts if not text[:1].isalnum()]))

"""Equal sums in several rows of a commitment: what makes them different ones, and where they were taken for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.budget_years import BudgetYears
from opengov_local.formats.wording.headings.heading_meanings import FUNDER, SUMS, Target
from opengov_local.importing.draft import Draft, Node

_LABEL = "budget.label"
"""Target of what a sum pays for."""
_TELLING = frozenset({FUNDER, _LABEL, "budget.year", "budget.currency"})
"""Targets of what tells equal sums from each other."""


@lru_cache
def _is_some(text: str) -> bool:
    """Tells whether a text has a digit other than 0."""
    return any(char.isdecimal() and int(char) for char in text)


class RepeatedSums:
    """Knows the sums beside the activities of projects that have several: those of the projects may be repeated there.

    Args:
        columns: the columns of the table.
        projects: for each project what gives the texts of a column, and its rows: several.
        step: the column of the activities.
    """

    def __init__(
        self, columns: Sequence[Column], projects: Sequence[tuple[Callable[[int], list[str]], Sequence[int]]], step: int
    ) -> None:
        self._projects = projects
        self._step = step
        self._sums = [column for column in columns if str(column.target).startswith(SUMS)]
        self._telling = [column.index for column in columns if column.target in _TELLING]

    def equal(self, column: Column) -> int:
        """Counts the projects with one sum beside all their activities; 0 where no more than half of them have it."""
        alike = (len({*itemgetter(*rows)(texts(column.index))}) == 1 for texts, rows in self._projects)
        said = list(self._said(column)) if column in self._sums and any(alike) else []
        equal = sum(len(each) == 1 for each in said)
        return equal if 2 * equal > len(said) else 0

    def are_of_projects(self, column: Column) -> bool:
        """Tells whether a column speaks of sums that each project has beside all its activities, and not all alike."""
        judged = [self._said(one) for one in ([column] if column in self._sums else self._sums)]
        return bool(judged) and all(map(self._are_one_each, judged))

    def _are_one_each(self, said: Iterable[set[tuple[str, ...]]]) -> bool:
        """Tells whether each project has one sum, and not all the same; looks no further than the first with more."""
        texts: set[str] = set()
        for each in said:
            if len(each) > 1:
                return False
            texts.update(text for text, *_ in each)
        return len(texts) > 1

    def _said(self, column: Column) -> Iterator[set[tuple[str, ...]]]:
        """Gives the sums of each project of several activities that has any but 0, with who pays, for what and when."""
        at = [column.index, *self._telling]
        for texts, rows in self._projects:
            of = itemgetter(*rows)
            if len({*of(texts(self._step))}) > 1:
                each = {*zip(*(of(texts(index)) for index in at), strict=True)}
                if any(_is_some(first) for first, *_ in each):
                    yield each


class SumsAgain:
    """Knows the columns of sums of a table, of who pays them, and of their years."""

    def __init__(
        self, draft: Draft, sheet: Sheet, columns: Mapping[int, Column], years: BudgetYears, *, listed: bool
    ) -> None:
        """Starts before the first row.

        Args:
            draft: the document in the making.
            sheet: the pieces of the table.
            columns: its columns, by number.
            years: the years of its sums.
            listed: whether each row is about an indicator.
        """
        self._draft, self._sheet, self._years, self._listed = draft, sheet, years, listed
        self._headings = {
            index: column.heading for index, column in columns.items() if str(column.target).startswith(SUMS)
        }
        self._funders = [index for index, column in columns.items() if column.target in (FUNDER, _LABEL)]

    def __contains__(self, index: int) -> bool:
        """Tells whether a column holds sums."""
        return index in self._headings

    def told_with(self, row: int, target: Target, piece: Piece, *, steps: bool) -> str:
        """Gives what makes a sum, or who pays it, another one than an equal one above: who pays how much, and when.

        Args:
            row: the row of the cell.
            target: what the cell is read into.
            piece: the cell.
            steps: whether the row has activities, whose sums are their own.
        """
        is_sum = target.name.startswith(SUMS)
        if not is_sum and (target.name != FUNDER or steps):
            return ""
        cells, year = self._sheet.row(row), self._years.of(piece)
        beside = [cells[at].text for at in (self._funders if is_sum else self._headings) if at in cells]
        return "".join(f"{text}\n" for text in [*beside, *([str(year[0])] if year else [])])

    def close(self, repeated: Iterable[tuple[Column, int, bool]], header: int) -> None:
        """Says of which columns one sum stands beside all activities of a project, and whose it was taken for.

        Args:
            repeated: the columns, for how many projects, and whether they were taken for those of the projects.
            header: the row of the headings.
        """
        for column, count, of_project in repeated:
            code = "import/sum-of-project-repeated" if of_project else "import/sum-of-each-activity"
            self._draft.say(code, self._sheet.grid.place(header, column.index), heading=column.heading, count=count)

    def say(self, node: Node, row: int, index: int, *, steps: bool) -> None:
        """Says that an equal sum was taken for the one that a row above has given to the same commitment.

        Rows of activities or indicators repeat what they say of their commitment.

        Args:
            node: the commitment.
            row: the row.
            index: the column.
            steps: whether the row has activities.
        """
        if index not in self._headings or steps or self._listed:
            return
        piece = self._sheet.row(row).get(index)
        if piece is not None and any(map(str.isdigit, piece.text)):  # words for a sum may well stand again
            self._draft.say("import/sum-again", piece, node=node, heading=self._headings[index], text=piece.text)

"""Whose a cell is, in a table with commitments and milestones: its place, its heading and the data itself tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import TypeVar

from opengov_local.formats.tables.columns.blanks import Blanks
from opengov_local.formats.tables.columns.column_scopes import scoped
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.period_headings import PERIOD
from opengov_local.formats.tables.grid.merged_over import is_over_all, is_over_part
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.projects_named import NAMING, rows_changed
from opengov_local.formats.tables.levels.sums_again import RepeatedSums
from opengov_local.formats.wording.headings.heading_meanings import SUMS

_OF_ROWS = ("budget.", "lead", "supporting")
"""Beginnings of targets that are a milestone's own where its row has them, though all of a project have the same."""
_ALWAYS_OWN = frozenset({
    "start", "end", "schedule", "status", "progress", "completed_on", "done_or_due", "description", "evidence",
    "update.text",    "update.challenges", "update.next_steps", "additional_information",
})  # fmt: skip
"""Targets that are a milestone's own even where all milestones of a commitment have the same."""
_INDICATOR = "indicator"
_MEASURES = "indicator."
_TICK = "status.tick"
_RESULT = "deliverable"
"""Target of what a milestone leads to; a commitment has expected results in its place."""
_SHARE = "budget.share"
Group = tuple[int, ...]
_DONE = frozenset({"completed_on", "done_or_due"})
T = TypeVar("T")


def _is_enough(groups: Sequence[tuple[object, Group]]) -> bool:
    return len(groups) > 1 or any(len(group) > 2 for _, group in groups)


def _year(column: Column) -> int | None:
    return column.meaning.year if column.meaning else None


class Levels:
    """Tells which columns of a table speak of the commitment although they stand behind the milestone's title.

    Args:
        region: the table.
        sheet: its pieces.
        blanks: tells whether blanks of a column mean "as above".
        totals: rows of totals, which speak of no commitment.
        others: the other tables with the same headings, which tell where this one has too few activities to.
    """

    def __init__(
        self,
        region: Region,
        sheet: Sheet,
        blanks: Blanks,
        totals: frozenset[int],
        others: Callable[[], Sequence[Levels]] = tuple,
    ) -> None:
        self._region = region
        self._sheet = sheet
        self._blanks = blanks
        self._totals = totals
        self._others = others
        self._scope = scoped(region.columns)
        self._titles = [c.index for c in region.columns if c.target in NAMING]
        self._steps = [c.index for c in region.columns if c.target == "milestone.title"]
        self._indicators = [c for c in reversed(region.columns) if c.target == _INDICATOR]
        """The columns that name indicators, the last first."""
        self._items: dict[int, str] = {}

    def of_item(self, column: Column, row: int) -> str:
        """Gives `commitment` or `milestone` for a cell of a column that either may have.

        A measure is of whom its indicator is of, whatever the other rows say.
        """
        if str(column.target).startswith(_MEASURES) and self._indicators:
            column = next((each for each in self._indicators if each.index < column.index), self._indicators[-1])
        if self._has_parts(column.index, self._group_of.get(row, ())):
            return self._scope.get(column.index, "commitment")
        if column.index not in self._items:
            scope = self._scope.get(column.index, "commitment")
            mine = scope == "milestone" and column.scope is None and column.target is not None
            mine = mine and all(map(self._is_shared, self._of_one_kind(column)))
            self._items[column.index] = "commitment" if mine else scope
        return self._items[column.index]

    def _is_shared(self, column: Column) -> bool:
        """Tells whether what a column holds is said of the whole commitments."""
        return self._is_merged(column) or self._is_same(column) or self._is_repeated(column)

    def _of_one_kind(self, column: Column) -> list[Column]:
        """Gives a column and those that hold the same sums of other years or funders: who has one of them has them all.

        They say years or funders, or stand below one heading.
        """
        alike = [column]
        for each in self._region.columns if str(column.target).startswith(SUMS) else ():
            beside = each.group != "" and each.group == column.group
            parted = column.target == _SHARE or beside or None not in (_year(each), _year(column))
            if each is not column and parted and (each.target, each.scope) == (column.target, column.scope):
                alike += [each] if any(self._region.texts(each.index)) else []
        return alike

    def is_of_part(self, row: int, index: int) -> bool:
        """Tells whether a cell is merged over some of the activities of its commitment, and not over all."""
        group, merge = self._group_of.get(row, ()), self._sheet.tall(row, index)
        return merge is not None and is_over_part(merge.row, merge.last_row, group) and not self._is_own(group[0])

    def beside(self, row: int, index: int) -> list[str]:
        """Gives the titles of the activities of its commitment that a merged cell lies beside."""
        merge, rows = self._sheet.tall(row, index), self._group_of.get(row, ())
        beside = [at for at in rows if merge is not None and merge.row <= at <= merge.last_row]
        return [text for at in beside for step in self._steps[:1] if (text := self._text(at, step))]

    def _has_parts(self, index: int, group: Group) -> bool:
        return bool(self._sheet.grid.merges) and any(self.is_of_part(row, index) for row in group)

    def always_of_commitment(self, column: Column) -> bool:
        """Tells whether cells under a heading that only commitments have are the commitment's in every row."""
        return not self._steps or column.index < min(self._steps)

    def of_commitment(self, column: Column, row: int) -> bool:
        """Tells whether a cell behind a milestone, under a heading of commitments alone, is the commitment's."""
        group = self._group_of.get(row, (row,))
        alone = any(self._is_own(other) for other in group)
        texts = {self._text(other, column.index) for other in group} - {""}
        return not alone and len(texts) == 1

    def of_project(self, column: Column, row: int) -> bool:
        """Tells whether a cell under a heading that only milestones have is said of the whole commitment.

        It is where it is merged over all its rows, where each has one in its first row alone, or no row has a step.
        """
        if column.target != _RESULT or not (self._titles and self._steps):
            return column.target == _RESULT and bool(self._titles) and column.scope is None
        group, merge = self._group_of.get(row, (row,)), self._sheet.tall(row, column.index)
        if merge is not None and len(group) > 1 and is_over_all(merge.row, merge.last_row, group):
            return True
        return column.scope is None and self._first_alone(column.index) and self._is_plain(column.index)

    def unsure(self) -> Iterator[tuple[Column, int]]:
        """Gives the columns of results that only first milestones have, and of how many commitments.

        They may be meant for the whole commitment, but too little tells so.
        """
        for column in self._region.columns if self._steps and self._titles else ():
            ticks = column.target == _TICK and not self._is_over_projects(column)
            alike = [other for other in self._region.columns if other.target == _TICK] if ticks else [column]
            if not (ticks or column.target == _RESULT or self._is_untold(column)) or column.scope:
                continue
            if not all(self._first_alone(each.index) for each in alike):
                continue
            if count := sum(self._is_doubtful(column, group) for group in self._groups):
                yield column, count

    def _is_untold(self, column: Column) -> bool:
        """Tells whether too few activities tell of a column whether the first ones have it for their commitments."""
        own = column.target in _ALWAYS_OWN or self._scope.get(column.index) != "milestone"
        groups = self._groups if self._sheet.grid.merges else []
        merged = any(self._sheet.tall(group[0], at) is not None for group in groups for at in self._titles)
        return not (own or merged or self._alone or self._repeats or self._judged)

    def equal_sums(self) -> Iterator[tuple[Column, int, bool]]:
        """Gives the columns of sums that most projects have for all activities, of how many, and if they are theirs."""
        for column in self._region.columns if self._titles and self._steps and not self._alone else ():
            sums = str(column.target).startswith(SUMS)
            if sums and column.scope is None and self._scope.get(column.index) == "milestone":
                equal = self._sums([(self, group) for group in self._groups]).equal(column)
                if equal:
                    yield column, equal, self.of_item(column, self._region.first) == "commitment"

    def _sums(self, judged: Sequence[tuple[Levels, Group]]) -> RepeatedSums:
        """Gives the sums of commitments with several activities, each named once."""
        projects = [(levels._region.grid.texts, group) for levels, group in judged]
        return RepeatedSums(self._region.columns, projects, self._steps[0])

    def _is_doubtful(self, column: Column, group: Group) -> bool:
        return bool(self._text(group[0], column.index)) and not self.of_project(column, group[0])

    def _first_alone(self, index: int) -> bool:
        """Tells whether all commitments of several rows that have something in a column have it in the first alone."""
        return bool(self._groups) and not any(
            self._text(row, index) and self._sheet.over(row, index) is None
            for group in self._groups
            for row in group[1:]
        )

    def _is_plain(self, index: int) -> bool:
        """Tells whether what first rows alone say is surely of their commitments: all have it, and none repeats."""
        firsts = {group[0] for group in self._group_of.values()}
        if self._repeats or self._alone or len(firsts) < 2:
            return False
        return all(self._text(row, index) for row in firsts)

    def _is_same(self, column: Column) -> bool:
        """Tells whether all milestones of each commitment share the value, or the first alone has one."""
        if str(column.target).startswith((PERIOD, "schedule.mark")) or self._alone:
            return False
        if column.target == _TICK and not self._is_over_projects(column):
            return False
        stated, first_alone = 0, True
        shared = column.target not in _ALWAYS_OWN and not str(column.target).startswith(_OF_ROWS)
        for levels, group in self._judged:
            if levels._has_parts(column.index, group):
                continue
            texts = [levels._text(row, column.index) for row in group]
            if any(texts):
                stated += 1
                first_alone = first_alone and not any(texts[1:]) and levels._stands_for_all(column, group)
                shared = shared and len(set(texts)) == 1
                if not texts[0] or not (first_alone or shared):
                    return False
        if not shared and stated < len(self._judged) and self._repeats:
            return False
        return stated > 1 or (stated == 1 and (len(self._judged) == 1 or column.target not in _ALWAYS_OWN))

    def _is_merged(self, column: Column) -> bool:
        """Tells whether all commitments of several rows that have something in a column have it merged over all."""
        said = False
        for group in self._groups:
            if any(self._text(row, column.index) for row in group):
                merge = self._sheet.tall(group[0], column.index)
                if merge is None or not is_over_all(merge.row, merge.last_row, group):
                    return False
                said = True
        return said

    def _is_repeated(self, column: Column) -> bool:
        """Tells whether rows repeat the sums of their commitment, as each of them repeats its number and title."""
        named = (self._text(row, at) for group in self._groups for row in group for at in self._titles)
        told = str(column.target).startswith("budget.") and self._repeats and not self._alone and bool(self._steps)
        return told and len(self._titles) > 1 and self._sums(self._judged).are_of_projects(column) and all(named)

    @cached_property
    def _judged(self) -> list[tuple[Levels, Group]]:
        """The rows of each commitment of several that tell whose a column is, those of like tables where these are few.

        Two activities of one commitment tell nothing.
        """
        mine = [(self, group) for group in self._groups]
        if not _is_enough(mine):
            mine += [(one, group) for one in self._others() if not one._alone for group in one._groups]
        return mine if _is_enough(mine) else []

    def _is_over_projects(self, column: Column) -> bool:
        """Tells whether each tick beside several activities is merged: else those that are done are ticked."""
        ticked = (group for group in self._groups if any(self._text(row, column.index) for row in group))
        return all(self._sheet.tall(group[0], column.index) is not None for group in ticked)

    def _stands_for_all(self, column: Column, group: Group) -> bool:
        """Tells whether a value in the first row of a commitment alone can be said of the whole.

        It cannot where a date of completion stands among steps with states of their own, or where what steps have of
        their own stands in a table that repeats the commitment in each row: who writes "as above" would repeat it too.
        """
        if any(self._sheet.over(row, column.index) is not None for row in group[1:]):
            return True
        if column.target in _DONE and any(self._text(row, at) for at in self._stating for row in group[1:]):
            return False
        return column.target not in _ALWAYS_OWN or not self._repeats

    @cached_property
    def _repeats(self) -> bool:
        """Whether the table names the commitment again in further rows of it."""
        return any(self._text(row, at) for at in self._titles for group in self._groups for row in group[1:])

    @cached_property
    def _stating(self) -> list[int]:
        """Gives the columns that state how far each step is."""
        return [c.index for c in self._region.columns if c.target in ("status", "progress", "end")]

    @cached_property
    def _groups(self) -> list[Group]:
        """Gives the rows of each commitment that has several."""
        return [group for group in dict.fromkeys(self._group_of.values()) if len(group) > 1]

    @cached_property
    def _alone(self) -> bool:
        """Whether a commitment of several rows has one of its own, without a milestone."""
        if all(self._stepped):
            return False
        return any(self._is_own(row) for group in self._groups for row in group)

    def _is_own(self, row: int) -> bool:
        """Tells whether a row speaks of a commitment alone: a title, and no milestone."""
        return not self._stepped[row - self._region.first]

    def _text(self, row: int, column: int) -> str:
        texts = self._region.grid.texts(column)
        return texts[row] if row < len(texts) else ""

    @cached_property
    def _named(self) -> list[str]:
        """Gives for each row its title and number, "" where it has neither."""
        columns, named = list(map(self._region.texts, self._titles)), list[str]()
        for first, end in pairwise([*rows_changed(columns), len(self._region.data)]):
            named += ["\n".join(key) if any(key := [texts[first] for texts in columns]) else ""] * (end - first)
        return self._but_totals(named or [""] * len(self._region.data), "")

    @cached_property
    def _stepped(self) -> list[bool]:
        """Tells of each row whether it names a milestone."""
        steps = zip([""] * len(self._region.data), *map(self._region.texts, self._steps), strict=True)
        return self._but_totals(list(map(any, steps)), False)

    def _but_totals(self, rows: list[T], said: T) -> list[T]:
        for row in self._totals:
            rows[row - self._region.first] = said
        return rows

    @cached_property
    def _group_of(self) -> dict[int, Group]:
        """Gives the rows of the commitment that each row belongs to."""
        rows: dict[str, list[int]] = {}
        group, first = rows.setdefault("", []), self._region.first
        for title, following in groupby(self._named):
            end = first + len(list(following))
            if title:
                group = rows.setdefault(title, [])
                group += range(first, end)
            for row in range(first, end) if not title else ():
                if not (self._covered(row) or self._blanks.carry_all(self._titles)):
                    group = rows.setdefault(f"\n{row}", [])
                group += [] if self._is_own(row) else [row]
            first = end
        groups = map(tuple, rows.values())
        return {row: group for group in groups for row in group}

    def _covered(self, row: int) -> bool:
        return any(self._sheet.over(row, index) is not None for index in self._titles)

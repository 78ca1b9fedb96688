"""What columns mean in exports of boards and lists of tasks: "Name | Section | Assignee | Due", "ID | WBS | Task"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.columns.told_by_cells import are_states
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.importing.words import fold

_PROJECT, _STEP, _AXIS = "commitment.title", "milestone.title", "axis"
_TITLES = frozenset({_PROJECT, _STEP, "milestone.list", "milestone.dated"})
_NUMBERS = frozenset({"commitment.number", "milestone.number"})
_OF_TASKS = frozenset({"status", "progress", "end", "completed_on"})
"""Targets of which a board has one, beside who does a task."""


def of_boards(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Decides what the columns of a board mean: its tasks, the groups they stand in, and the board.

    A code in a breakdown structure is the number of a task, and no other that counts all rows.
    """
    found = [meaning for _, _, meaning in meanings]
    if any(heads("wbs", heading) for _, heading, _ in meanings):
        found = [
            None if meaning and meaning.target in _NUMBERS and not heads("wbs", heading) else meaning
            for (_, heading, _), meaning in zip(meanings, found, strict=True)
        ]
    names = {meaning.target for meaning in found if meaning}
    lead = _at(meanings, found, "board_lead", free=True) if "lead" not in names else None
    title = _at(meanings, found, "board_title", free=True)
    if not (names & _OF_TASKS and (lead is not None or "lead" in names)) or (title is None and not names & _TITLES):
        return found
    if lead is not None:
        found[lead] = Recognised("lead", STRIPPED)
    if title is not None:
        _titled(meanings, found, title, grid, first)
    _ended(meanings, found)
    is_of_tasks = title is not None or _at(meanings, found, "task_title", free=False) is not None
    return _grouped(meanings, found, grid, first) if is_of_tasks else found


def _titled(meanings: Sequence[Placed], found: list[Recognised | None], title: int, grid: Grid, first: int) -> None:
    """Takes "Name" for the title of tasks, and the board for the plan, or for projects if there are several."""
    at = _at(meanings, found, "board_plan", free=False)
    board = found[at] if at is not None else None
    named = {meaning.target for meaning in found if meaning} & _TITLES
    if named - ({board.target} if board else set()):
        return
    several = at is not None and _count(grid, meanings[at][0], first) > 1
    if at is not None and (board is not None or not several):
        found[at] = Recognised(_PROJECT if several else "plan.title", STRIPPED)
    found[title] = Recognised(_STEP if several and board is not None else _PROJECT, STRIPPED)


def _ended(meanings: Sequence[Placed], found: list[Recognised | None]) -> None:
    """Takes the second of two ends for the day on which a task was done: "Date d'échéance", "Date d'achèvement"."""
    ends = [at for at, meaning in enumerate(found) if meaning and meaning.target == "end"]
    done = [at for at in ends if heads("board_done", meanings[at][1])]
    if len(ends) == 2 and len(done) == 1 and (held := found[done[0]]):
        found[done[0]] = replace(held, target="completed_on")


def _grouped(
    meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes the lists of a board for states, where their names are such, else for the axes of its tasks."""
    names = {meaning.target for meaning in found if meaning}
    group = _at(meanings, found, "board_group", free=True)
    if group is None or _AXIS in names:
        return found
    if are_states(grid, meanings[group][0], first):
        found[group] = Recognised("status", STRIPPED) if "status" not in names else None
        return found
    found[group] = Recognised(_AXIS, STRIPPED)
    return [replace(each, target=_PROJECT) if each and each.target == _STEP and _PROJECT not in names else each
            for each in found]  # fmt: skip


def _at(meanings: Sequence[Placed], found: Sequence[Recognised | None], kind: str, *, free: bool) -> int | None:
    """Gives the first column below a heading of a kind; of those that mean nothing yet, if so asked."""
    heads_it = (at for at, (_, heading, _) in enumerate(meanings) if heads(kind, heading))
    return next((at for at in heads_it if found[at] is None or not free), None)


def _count(grid: Grid, position: int, first: int) -> int:
    """Gives how many things the cells of a column say."""
    return len({fold(str(value)) for value in grid.sample_of(position, first)})

"""Tables that report: on several objects, each for a time, and none that defines a plan."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.grids import Value, is_blank
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tracker.column_steps import REMARKS, SAYS, TOLD
from opengov_local.formats.tracker.columns import Columns
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.spoken_of import NUMBER, TARGETS
from opengov_local.formats.tracker.targets import is_worded_number
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.headings.vocabulary import recognise

_DEFINES = frozenset(("axis", "problem", "objectives", "action", "lead", "supporting", "budget", "deliverable"))
"""What a table that defines a plan says of its commitments, and a report on progress does not."""
_BODIES = frozenset(("lead", "supporting"))
_REPEATED = _BODIES | {"axis", "budget"}
"""What reports on the projects of a base may say of them again, beside what was done and when."""
_OF_REPORTS = frozenset((*TOLD, "value", "evidence", "next_steps", "by", "date", "progress"))
"""What tables say that report, and plans do not."""
_OF_DONE = frozenset((*TOLD, "value", "evidence", "next_steps", "by"))
"""What tells of what was done, whenever that was; rates and states are in plans, too."""
_SURE = 95


def have_numbers(rows: list[list[str]]) -> bool:
    """Tells whether each row names what it speaks of by a number, be there a title beside it, and no two are alike."""
    named = [tuple(filter(NUMBER.fullmatch, map(str.strip, cells))) for cells in rows]
    return all(named) and len(set(named)) == len(named)


def reports(table: Columns, *, based: bool = False) -> bool:
    """Tells whether a table reports; where it names objects of a base, a date and a state are enough for that.

    Where only its cells tell that it names them, below a heading that no plan has, it needs no date. A table that
    names projects by titles, says no time, and has nothing but states and remarks may as well be the plan, again.
    """
    fields = {heading.field for heading in table.known.values()}
    steps_alone = names_steps_alone(table)
    if based and not (is_no_plan(table) or _tells_of_done(table) or _follows_up(table)):
        return False
    stated = "status" in fields or (based and "progress" in fields)
    dated = "date" in fields or (stated and not fields.isdisjoint(TOLD))
    few = 1 if based else 2
    measured = {"date", "indicator", "value"} <= fields
    measured = measured or (
        table.time is not None and "indicator" in fields and not fields.isdisjoint((*TOLD, "value"))
    )
    timed = "period" in fields or measured
    timed = timed or (based and (steps_alone or bool(table.by_base)) and not fields.isdisjoint(SAYS))
    timed = timed or (dated and len(fields & SAYS) >= few and (based or names_by_number(table)))
    planned = defines(table)
    beside = planned <= _BODIES and not fields.isdisjoint(TOLD) and _of_several_indicators(table)
    beside = beside or (based and planned <= _REPEATED and _says_when_reported(table) and _tells_of_done(table))
    reported = not planned or beside
    filled = sum(not is_blank(value) for value in table.grid.rows[table.header])
    return timed and len(table.known) * 2 > filled and reported


def is_no_plan(table: Columns) -> bool:
    """Tells whether a table has what plans have not: the time of a report, or names that a plan would not leave at."""
    return names_steps_alone(table) or _is_timed(table) or names_by_number(table)


def names_steps_alone(table: Columns) -> bool:
    """Tells whether a table names activities, and by titles no projects they lie in, as no plan of projects does."""
    fields = {heading.field for heading in table.known.values()}
    return "commitment" not in fields and (bool(table.by_base) or "milestone" in fields)


def defines(table: Columns) -> set[str]:
    """Gives what a table says of its commitments that plans say, and reports on progress do not."""
    row = table.grid.rows[table.header]
    texts = [text_of(value) for at, value in enumerate(row) if at not in table.known and not is_blank(value)]
    meanings = map(recognise, texts)
    return {meaning.target.partition(".")[0] for meaning in meanings if meaning and meaning.score >= _SURE} & _DEFINES


def _is_timed(table: Columns) -> bool:
    """Tells whether a table says when something was so: in a column, or above it."""
    return _has_time_above(table) or any(heading.field in ("date", "period") for heading in table.known.values())


def _has_time_above(table: Columns) -> bool:
    """Tells whether a day or a part of a year stands above a table; a year may be that of the plan."""
    return table.time is not None and len(table.time.date) > len("2026")


def _tells_of_done(table: Columns) -> bool:
    """Tells whether a heading speaks of what was done, or of how far that is; remarks may be on anything."""
    return any(
        says("done_heading", heading.heading)
        if heading.field == "progress"
        else heading.field in _OF_DONE and not ((meaning := recognise(heading.heading)) and meaning.target == REMARKS)
        for heading in table.known.values()
    )


def _follows_up(table: Columns) -> bool:
    """Tells whether the name of the sheet, or a line above the table, speaks of a follow-up."""
    above = (str(value) for row in table.grid.rows[: table.header] for value in row if not is_blank(value))
    return any(says("follow_up", text) for text in (table.grid.name, *above))


def may_plan(table: Columns) -> bool:
    """Tells whether a table may as well plan: its rows say when each thing is, in what state, and nothing of a report.

    "Période" heads either; each thing is named once, by its title, and not all at one time.
    """
    fields = {heading.field for heading in table.known.values()}
    times = [at for at, heading in table.known.items() if heading.field == "period"]
    if len(times) != 1 or not fields.isdisjoint(_OF_REPORTS) or names_by_number(table):
        return False
    named, when = _named_and_timed(table, times[0])
    return _may_head_plans(table.known[times[0]]) and len(set(named)) == len(named) and len(set(when) - {""}) > 1


def _says_when_reported(table: Columns) -> bool:
    """Tells whether a table says when something was so: of one thing at several times, or of several at one time.

    Where it says when each thing is, once, it may as well be a plan: "Date" and "Période" head both.
    """
    if _has_time_above(table):
        return True
    for at, heading in table.known.items():
        if heading.field in ("date", "period"):
            named, when = _named_and_timed(table, at)
            once = len(set(named)) == len(named)
            if not _may_head_plans(heading) or not once or (len(when) > 1 and len(set(when)) == 1):
                return True
    return False


def _may_head_plans(heading: Heading) -> bool:
    """Tells whether a heading of times is one of plans, too."""
    meaning = recognise(heading.heading)
    return meaning is not None and meaning.target == "schedule"


def _named_and_timed(table: Columns, time: int) -> tuple[list[tuple[str, ...]], list[str]]:
    """Gives what each row names, and what it says in a column of times."""
    at = [position for position, heading in table.known.items() if heading.field in TARGETS]
    rows = table.grid.rows[table.header + 1 :]
    said = [(_texts(row, at), "".join(_texts(row, [time]))) for row in rows]
    return [names for names, _ in said if names], [when for names, when in said if names]


def _texts(row: Sequence[Value], columns: Sequence[int]) -> tuple[str, ...]:
    return tuple(text_of(row[at]) for at in columns if len(row) > at and not is_blank(row[at]))


def _of_several_indicators(table: Columns) -> bool:
    """Tells whether rows name several indicators of one activity for one period, as plans do not."""
    at: dict[str, list[int]] = {}
    for position, heading in table.known.items():
        at.setdefault(heading.field, []).append(position)
    if not {"indicator", "milestone", "period"} <= at.keys():
        return False
    said: dict[tuple[str, ...], set[str]] = {}
    for row in table.grid.rows[table.header + 1 :]:
        texts = {name: [text_of(row[one]) for one in at[name] if len(row) > one and not is_blank(row[one])]
                 for name in ("indicator", "milestone", "period", "commitment") if name in at}  # fmt: skip
        if all(texts[name] for name in ("indicator", "milestone", "period")):
            key = (*texts["period"], *texts.get("commitment", ()), *texts["milestone"])
            said.setdefault(key, set()).add(texts["indicator"][0])
    return any(len(names) > 1 for names in said.values())


def names_by_number(table: Columns) -> bool:
    """Tells whether all rows name what they speak of by a number, as reports do and plans do not."""
    rows = table.grid.rows[table.header + 1 :]
    columns = [position for position, heading in table.known.items() if heading.field in TARGETS]
    cells = (text_of(row[at]) for row in rows for at in columns if len(row) > at and not is_blank(row[at]))
    numbers = (bool(NUMBER.fullmatch(cell.strip()) or is_worded_number(cell)) for cell in cells)
    return next(numbers, False) and all(numbers)

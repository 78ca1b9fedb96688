"""What the cells of a column say of its heading: states, or days when something is due."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, Value
from opengov_local.formats.tables.columns.from_and_to import with_from_and_to
from opengov_local.formats.tables.columns.period_columns import are_rates
from opengov_local.formats.tables.columns.said_in_cells import (
    is_as_of,
    is_axis,
    is_day,
    is_funded,
    is_no_title,
    is_part_of_hundred,
    is_person,
    is_sentence,
    is_state,
    is_sum,
    is_time,
    is_words,
)
from opengov_local.formats.tables.columns.unnamed_periods import unnamed_period
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, STRIPPED, Recognised
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.phrases import begins, heads, is_no_value, phrases, says
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.formats.wording.words.units import unit_in
from opengov_local.importing.words import fold, read_remarked
from opengov_local.importing.words.percent import has_percent

_TARGET = "indicator.target"
"""Target of what an indicator is to reach; below it, days of things that are no indicators are when they are due."""
_MEANS = frozenset({"resources", "resources.financial"})
_ENDS = frozenset({"end", "commitment.end", "milestone.end"})
_DONE = frozenset({"update.text", "update.date", "progress"})
_PROJECT = "commitment.title"
_COUNTED = frozenset({_PROJECT, "milestone.title"})
_REMARKS = "additional_information"
_STATED = frozenset({"status", "progress", "status.tick", "completed_on"})
_FEWEST = 2
_ENOUGH = 0.8
"""Share of the cells that must be states."""
_HALF = 0.5
_DECISION = "disposition.status"
"""Target of what became of a contribution; of a project, the same words head states: «المآل»."""
_ENDING_NUMBER = re.compile(r"[0-9٠-٩]\s*$")
_OF_STATES = frozenset({"status_quo", "schedule", "end", "indicator.baseline", "indicator.value", "update.date",
                        "expected_results",
                        _DECISION})  # fmt: skip
"""Targets of headings that may as well head states."""


_DAYS = frozenset({"update.date", "update.period"})
"""Targets of columns that say of which day states are; remarks that are days alone are these where none is."""


def told_by_cells(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes a column for states, or for when something is due, where its heading allows that and its cells say it."""
    held = _priorities_as_axes(meanings, grid, first)
    found = with_from_and_to([each._replace(meaning=it) for each, it in zip(meanings, held, strict=True)], grid, first)
    _states_alone(meanings, found, grid, first)
    _rates_alone(meanings, found, grid, first)
    _sentences(meanings, found, grid, first)
    _persons(meanings, found, grid, first)
    unnamed_period(meanings, found, grid, first, lambda at: _are(is_day, at, grid, first, enough=1))
    dated = _dated_steps(meanings, grid, first)
    for at in dated:
        found[at] = Recognised("milestone.dated", STRIPPED)
    names = {meaning.target for meaning in found if meaning}
    for at, (position, heading, _) in enumerate(meanings):
        meaning = found[at]
        begun = {"start", "schedule"} & names and not _ENDS & names
        planned = meaning is None and heads("planned", heading) and not names & {*_ENDS, "start", "schedule"}
        aimed = meaning is not None and meaning.target == _TARGET and "indicator" not in names
        if (
            (begun or planned or (aimed and not names & _ENDS))
            and (aimed or planned or heads("end", heading))
            and _are(is_day, position, grid, first, enough=1)
        ):
            found[at] = replace(meaning or Recognised("end", STRIPPED), target="end")
            names.add("end")
            continue
        if (
            at not in dated
            and "update.challenges" in names
            and heads("remedy", heading)
            and _is_beside_titles(found[:at])
        ):
            found[at] = replace(meaning or Recognised("", STRIPPED), target="update.next_steps")
            continue
        if meaning is None or at in dated:
            continue
        if meaning.target in _MEANS and (sums := _sums_below(meaning.target, heading, names, position, grid, first)):
            found[at] = replace(meaning, target=sums)
            continue
        decides = meaning.target == _DECISION and any(name.startswith("contribution.") for name in names)
        of_state = meaning.target == "update.text" and begins("state_word", heading)
        target = "status_quo" if of_state else meaning.target
        if "status" not in names and not decides and _holds_states(target, position, grid, first):
            found[at] = replace(meaning, target="status")
            names.add("status")
        elif not names & _STATED and meaning.target == _REMARKS and _remarks_are_states(position, grid, first):
            found[at] = replace(meaning, target="status", score=NEAR)
            names.add("status")
        elif "end" not in names and meaning.target == "schedule" and _is_deadline(heading, position, grid, first):
            found[at] = replace(meaning, target="end")
            names.add("end")
    _days_alone(meanings, found, grid, first)
    _done_days(meanings, found, grid, first)
    _running_numbers(meanings, found, grid, first)
    _no_titles(meanings, found, grid, first)
    return found


def _no_titles(meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes no titles from columns that count them, "Étape 1 | Étape 2", where most cells are states, days or sums."""
    counted = [at for at, held in enumerate(found) if held and held.ordinal is not None and held.target in _COUNTED]
    values = (value for at in counted for value in grid.sample_of(meanings[at].position, first))
    said = [value for value in values if not is_no_value(str(value))]
    if len(counted) >= _FEWEST and 2 * sum(map(is_no_title, said)) > len(said):
        for at in counted:
            found[at] = None


def _running_numbers(meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes a column before the projects, "Rang" or «عدد», for their numbers where its cells count them: 1, 2, 3."""
    names = [meaning.target if meaning else "" for meaning in found]
    if _PROJECT not in names or any(name.endswith(".number") for name in names):
        return
    titles = meanings[names.index(_PROJECT)].position
    for at, (position, heading, _) in enumerate(meanings[: names.index(_PROJECT)]):
        if found[at] is None and fold(heading) in phrases("running_number") and _run(grid, position, titles, first):
            found[at] = Recognised("commitment.number", STRIPPED)
            return


def _run(grid: Grid, position: int, titles: int, first: int) -> bool:
    """Tells whether a column counts titles from 1 on; what stands below the last number is none."""
    rows = zip(grid.sample_texts(position, first), grid.sample_texts(titles, first), strict=True)
    said = [(number, title) for number, title in dict.fromkeys(rows) if number]
    counted = [number.isdecimal() for number, _ in said]
    numbers = [int(number) for number, _ in said if number.isdecimal()]
    return len(numbers) >= _FEWEST and all(counted[: len(numbers)]) and numbers == [*range(1, len(numbers) + 1)]


def _days_alone(meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes remarks beside states, "Observations", for the days of these where its cells are such days alone."""
    names = {meaning.target for meaning in found if meaning}
    if "status" not in names or names & _DAYS:
        return
    for at, (position, _, _) in enumerate(meanings):
        meaning = found[at]
        if meaning and meaning.target == _REMARKS and _are(is_as_of, position, grid, first, enough=1):
            found[at] = replace(meaning, target="update.date", score=NEAR)
            return


def _done_days(meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes days alone below "Réalisé", beside one of planned ends, for those on which things were done."""
    if not {meaning.target for meaning in found if meaning} & _ENDS:
        return
    for at, (position, heading, _) in enumerate(meanings):
        untold = (meaning := found[at]) is None or meaning.target in _DONE
        if untold and heads("done", heading) and _are(is_day, position, grid, first, enough=1):
            found[at] = Recognised("done_or_due", NEAR)


def _states_alone(meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes the first column under "Niveau" and the like, which nobody knows alone, for states if its cells are."""
    if any(meaning is not None and meaning.target == "status" for meaning in found):
        return
    for at, (position, heading, _) in enumerate(meanings):
        if found[at] is None and heads("state", heading) and are_states(grid, position, first):
            found[at] = Recognised("status", STRIPPED)
            return


def _rates_alone(meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes what was done, "Progress so far", for how far it is where its cells are percentages alone, or numbers."""
    known = {meaning.target for meaning in found if meaning is not None}
    for at, (position, heading, _) in enumerate(meanings):
        meaning = found[at]
        if meaning is None or meaning.target != "update.text":
            continue
        numbered = says("rate_of_work", heading) and _are(is_part_of_hundred, position, grid, first, enough=1)
        if numbered or are_rates(position, grid, first):
            found[at] = replace(meaning, target="progress") if "progress" not in known else meaning
            known.add("progress")


def _sentences(meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes how far something is, "Progress", for what was done where its cells are sentences and no percentages."""
    if any(meaning is not None and meaning.target == "update.text" for meaning in found):
        return
    for at, (position, _, _) in enumerate(meanings):
        meaning = found[at]
        if meaning is not None and meaning.target == "progress" and are_sentences(grid, position, first):
            found[at] = replace(meaning, target="update.text")
            return


def _persons(meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes a column of reports that holds nothing but persons for who follows the project: "Suivi", "M. Alami"."""
    for at, (position, _, _) in enumerate(meanings):
        meaning = found[at]
        if meaning is not None and meaning.target == "update.text" and _are(is_person, position, grid, first, enough=1):
            found[at] = replace(meaning, target="governance")


def are_sentences(grid: Grid, position: int, first: int) -> bool:
    """Tells whether the cells of a column are words that are neither percentages nor states, most of them sentences."""
    words = _are(is_words, position, grid, first, enough=1)
    return words and _are(is_sentence, position, grid, first, enough=_HALF)


def _priorities_as_axes(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes priorities that all have numbers and titles for axes, where no other column names them."""
    found = [meaning for _, _, meaning in meanings]
    if any(meaning and meaning.target == "axis" for meaning in found):
        return found
    for at, (position, _, meaning) in enumerate(meanings):
        if meaning and meaning.target == "priority" and _are(is_axis, position, grid, first, enough=1):
            found[at] = replace(meaning, target="axis")
            break
    return found


def _dated_steps(meanings: Sequence[Placed], grid: Grid, first: int) -> list[int]:
    """Gives the columns that are headed with a numbered step each, and say when it is: "Phase 1 : étude | Phase 2"."""
    numbered = [at for at, (_, heading, _) in enumerate(meanings) if _is_numbered_step(heading)]
    untold = [at for at in numbered if (meaning := meanings[at][2]) is None or meaning.target == "milestone.title"]
    if len(untold) < _FEWEST:
        return []
    named = any(meanings[at][2] is None for at in untold)
    steps = numbered if named else untold  # "Phase 3 : clôture" beside "Phase 1 : étude" is no date of the third
    return steps if all(_are(is_time, meanings[at][0], grid, first, enough=1) for at in steps) else []


def _holds_states(target: str, position: int, grid: Grid, first: int) -> bool:
    """Tells whether cells are words for states, below a heading that allows it; of rates, some may be percentages."""
    if target in _OF_STATES:
        return _are(is_state, position, grid, first)
    rates = target == "progress" and _are(is_state, position, grid, first, enough=_HALF)
    return rates and _are(lambda value: is_state(value) or has_percent(str(value)), position, grid, first)


def may_be_state(target: str, value: Value) -> bool:
    """Tells whether what stands beside a label is a state, and the label allows that: "Situation actuelle"."""
    return target == "status_quo" and is_state(value)


def are_states(grid: Grid, position: int, first: int) -> bool:
    """Tells whether the cells of a column are words for states, as a rule."""
    return _are(is_state, position, grid, first)


def _remarks_are_states(position: int, grid: Grid, first: int) -> bool:
    """Tells whether each remark of a column, two or more, is a known state or begins with one, and none a bare "ok"."""
    said = grid.sample_of(position, first)
    return len(said) >= _FEWEST and all(
        isinstance(one, str) and read_remarked(one) is not None and fold(one) not in phrases("assent") for one in said
    )


def _is_deadline(heading: str, position: int, grid: Grid, first: int) -> bool:
    return says("deadline", heading) and _are(is_day, position, grid, first)


def _are(tells: Callable[[Value], bool], position: int, grid: Grid, first: int, *, enough: float = _ENOUGH) -> bool:
    said = grid.sample_of(position, first)
    return len(said) > 0 and sum(map(tells, said)) >= enough * len(said)


def _sums_below(target: str, heading: str, names: set[str], position: int, grid: Grid, first: int) -> str:
    """Gives what cells below a heading of means are: sums, or who pays which; "" where they are words.

    Half of them are sums at least where the heading names a unit of money: "Recursos (COP)", "Moyens (en DH)".
    """
    if _is_of_money(heading) and _are(is_sum, position, grid, first, enough=_HALF):
        return "budget.amount"
    if target != "resources.financial":
        return ""
    return "budget.funder" if "budget.funder" not in names and _are(is_funded, position, grid, first, enough=1) else ""


def _is_of_money(heading: str) -> bool:
    """Tells whether a heading ends with a unit of money: "Financement (DH)", "Ressources financières en DH"."""
    return any(map(unit_in, [*BRACKETS.findall(heading), *heading.split()[-1:]]))


def _is_beside_titles(before: Sequence[Recognised | None]) -> bool:
    """Tells whether columns before another name the activities or projects: what follows names no further ones."""
    return any(meaning is not None and meaning.target in ("commitment.title", "milestone.title") for meaning in before)


def _is_numbered_step(heading: str) -> bool:
    if not begins("activity_word", heading):
        return False
    return split_number(heading, "activity_word").number is not None or _ENDING_NUMBER.search(heading) is not None

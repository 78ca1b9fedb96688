"""Headings that mean one thing or another by the columns beside them: aims or axes, what was done, axes below axes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.indicator_columns import are_measures
from opengov_local.formats.tables.columns.online_forms import sent_at
from opengov_local.formats.tables.columns.said_in_cells import is_time
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import begins, heads, says
from opengov_local.formats.wording.headings.report_words import report_words
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.words import fold, read_number

_AXIS, _BELOW, _REASON = "axis", "axis.2", "disposition.reason"
_PROBLEM = "problem"
_PROBLEMS, _MET = frozenset({_PROBLEM, "contribution.problem"}), "update.challenges"
_NEXT = "update.next_steps"
_HOW_FAR = frozenset({"status", "progress", "update.text"})
_STATUS, _TICK = "status", "status.tick"
_ASKS = re.compile(r"[?؟]\s*$")
_TEXT, _DATE = "update.text", "update.date"
_STANDS, _PLANNED = "status_quo", frozenset({"action", "problem", "objectives", "expected_results"})
_SAID = frozenset({"update.text", "update.challenges", "update.next_steps"})
_NAMES = ("commitment.title", "commitment.number", "milestone.title")
_TITLES = frozenset({"commitment.title", "milestone.title", "milestone.list", "milestone.dated", "contribution.text"})
_OF_CONTRIBUTIONS = ("contribution.", "disposition.")
_EMAIL = "lead.email"
_LINK, _CONTACT, _PERSON = "disposition.commitments", "plan.contact", "lead.person"
_ENDS = frozenset({"end", "period", "completed_on", "done_or_due"})
_REPORTED = ("update.", "status", "progress", "period.")
_SUPPORTERS, _PERIOD = "contribution.supporters", "update.period"
_TIMES = frozenset({"start", "end", "schedule", "mark", "due"})
_YEARLESS = frozenset({"commitment.number", "beneficiaries", "objectives"})
"""Targets that have no year; what their headings have with one is a measure."""
_VALUE = "indicator.value"
_DIGITS = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}|[0-9]{4}")
_FEWEST = 2


def told_by_others(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Decides what headings mean that the other columns of the table tell apart."""
    told = [_told(meanings, at, grid, first) for at in range(len(meanings))]
    placed = [each._replace(meaning=meaning) for each, meaning in zip(meanings, told, strict=True)]
    return _below_each_other(placed, grid, first)


def _told(meanings: Sequence[Placed], at: int, grid: Grid, first: int) -> Recognised | None:
    """Tells what one heading means beside the others."""
    position, heading, meaning = meanings[at]
    if meaning is None:
        return _reported(meanings, heading, grid.sample_of(position, first))
    before = [each.target for _, _, each in meanings[:at] if each is not None]
    others = [*before, *(each.target for _, _, each in meanings[at + 1 :] if each is not None)]
    if meaning.target == _AXIS and heads("aim_or_axis", heading):
        is_aim = _AXIS in others or any(name in _NAMES for name in before)
        if is_aim and not _are_axes(grid, position, first):
            return replace(meaning, target="objectives", languages=frozenset())
    elif meaning.target == _REASON and not any(name.startswith(_OF_CONTRIBUTIONS) for name in others):
        if heads("done", heading):
            return replace(meaning, target=_TEXT)
        if heads("why", heading) and _PROBLEM not in others and _TITLES.intersection(others):
            return replace(meaning, target=_PROBLEM)
    elif (
        _is_second_state(meaning, heading, others)
        or _is_of_no_indicator(meaning, others, grid, position, first)
        or _are_no_values(meaning, heading, others, grid.sample_of(position, first))
        or (meaning.target == _EMAIL and at == 1 and sent_at(meanings[0].heading))  # of who filled the form in
    ):
        return None
    else:
        said = grid.sample_of(position, first)
        meaning = _date_or_text(meaning, heading, others, said)
        meaning = _met(how_it_stands(meaning, heading, others), heading, others)
        meaning = _of_project(meaning, heading, others, said)
    return meaning


def _reported(meanings: Sequence[Placed], heading: str, values: Sequence[Value]) -> Recognised | None:
    """Tells what a heading means in words of a report, «المنجز», where other columns report and none says that."""
    others = {each.meaning.target for each in meanings if each.meaning is not None}
    target = report_words().get(("heading", fold(heading)), "")
    if target not in _SAID or target in others or not others & _SAID:
        return None
    return None if are_measures(values) else Recognised(target, STRIPPED)


def _met(meaning: Recognised, heading: str, others: Sequence[str]) -> Recognised:
    """Tells that "Problèmes" beside the period of a report were met on the way, and what solves them comes next."""
    if _PERIOD not in others or not _HOW_FAR.intersection(others):
        return meaning
    if meaning.target in _PROBLEMS and _MET not in others and report_words().get(("heading", fold(heading))) == _MET:
        return replace(meaning, target=_MET, languages=frozenset())
    if heads("remedy", heading) and _NEXT not in others and ({*_PROBLEMS, _MET} & {*others}):
        return replace(meaning, target=_NEXT, languages=frozenset())
    return meaning


def how_it_stands(meaning: Recognised, heading: str, others: Sequence[str]) -> Recognised:
    """Tells that a plan that asks what was done so far, and what it is to do, asks by that how things stand.

    Args:
        meaning: the meaning of a heading.
        heading: the heading.
        others: the targets of the others; its own may be among them.
    """
    asked = meaning.target == _TEXT and _ASKS.search(heading) is not None and not _PLANNED.isdisjoint(others)
    if not asked or _STANDS in others or any(name.startswith(_REPORTED) for name in others if name != _TEXT):
        return meaning
    return replace(meaning, target=_STANDS, languages=frozenset())


def _is_of_no_indicator(meaning: Recognised, others: Sequence[str], grid: Grid, position: int, first: int) -> bool:
    """Tells of measures of a year, "Référence 2023", "Cible 2026", where no column names what they measure."""
    if meaning.year is None or meaning.target not in _YEARLESS or any(name.startswith("indicator") for name in others):
        return False
    return are_measures(grid.sample_of(position, first))


def _are_no_values(meaning: Recognised, heading: str, others: Sequence[str], values: Sequence[Value]) -> bool:
    """Tells of "Valeurs" that they may be those of open government: no indicator stands beside them, or no figures."""
    if (
        meaning.target != _VALUE or not heads("values", heading) or not meaning.languages
    ):  # a council's own word is sure
        return False
    return "indicator" not in others or not are_measures(values)


def _date_or_text(meaning: Recognised, heading: str, others: Sequence[str], cells: Sequence[Value]) -> Recognised:
    """Tells by its cells whether "Dernière mise à jour", "Last update", is the day or the text of a report."""
    if meaning.target == _TEXT and _DATE not in others and cells and all(map(is_time, cells)):
        return replace(meaning, target=_DATE)
    if meaning.target == _DATE and _TEXT not in others and cells and not any(map(_may_be_time, cells)):
        return meaning if heads("until", heading) else replace(meaning, target=_TEXT)
    return meaning


def _may_be_time(value: Value) -> bool:
    """Tells whether a cell is a time, or so short or full of digits that it may be one that cannot be read."""
    text = str(value)
    return is_time(value) or len(text.split()) < _FEWEST or _DIGITS.search(text) is not None


def _of_project(meaning: Recognised, heading: str, others: Sequence[str], said: Sequence[Value]) -> Recognised:
    """Tells what a heading of contributions, reports or the plan asks of projects, by what stands beside."""
    if meaning.target == _LINK and not any(name in _TITLES or name.startswith(_OF_CONTRIBUTIONS) for name in others):
        return replace(meaning, target="commitment.title", languages=frozenset())
    if meaning.target in (_SUPPORTERS, _PERIOD) and _TITLES.intersection(others):
        return _of_plan(meaning, heading, others, said)
    if meaning.target == "lead" and "lead" in others and heads("works", heading):
        return replace(meaning, target="supporting", languages=frozenset())
    if meaning.target == _CONTACT and _PERSON not in others and len({fold(str(value)) for value in said}) > 1:
        return replace(meaning, target=_PERSON)
    if meaning.target == _DATE and heads("until", heading) and _is_end(others):
        return replace(meaning, target="end")
    return meaning


def _of_plan(meaning: Recognised, heading: str, others: Sequence[str], said: Sequence[Value]) -> Recognised:
    """Tells "Appuis" that are bodies, and "Trimestre concerné" where nothing is reported, from those of citizens."""
    if meaning.target == _SUPPORTERS:
        named = not any(name.startswith(_OF_CONTRIBUTIONS) for name in others) and not _says_numbers(said)
        if says("vote_word", heading):
            return meaning
        return replace(meaning, target="supporting", languages=frozenset()) if named else meaning
    timed = any(name.startswith(_REPORTED) or name.rpartition(".")[2] in _TIMES for name in others)
    return meaning if timed else replace(meaning, target="schedule")


def _says_numbers(cells: Sequence[Value]) -> bool:
    """Tells whether a cell of a column counts: those of supporters do, and none names them."""
    return not cells or any(read_number(str(value)).value is not None for value in cells)


def _is_end(others: Sequence[str]) -> bool:
    """Tells whether "jusqu'au", «إلى غاية», has no other end beside it, and nothing that is reported."""
    return not any(name.rpartition(".")[2] in _ENDS or name.startswith(_REPORTED) for name in others)


def _is_second_state(meaning: Recognised, heading: str, others: Sequence[str]) -> bool:
    """Tells of a colour or a question beside the state, "RAG", "Engagés ?", that it is no further state."""
    if _STATUS not in others:
        return False
    asks = meaning.target == _TICK and _TICK not in others and _ASKS.search(heading) is not None
    return asks or (meaning.target == _STATUS and heads("colour_of_state", heading))


def _are_axes(grid: Grid, position: int, first: int) -> bool:
    """Tells whether cells begin with the word and number of an axis: "Ambition 1 : Transparence"."""
    texts = [str(text) for text in grid.sample_of(position, first)]
    return bool(texts) and all(
        begins("axis_word", text) and split_number(text, "axis_word").number is not None for text in texts
    )


def _below_each_other(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the right one of two columns of axes for parts of the left one, where each stands beside one axis alone.

    Some axis must have several: else they are two ways to say one thing.
    """
    found = [meaning for _, _, meaning in meanings]
    axes = [at for at, meaning in enumerate(found) if meaning is not None and meaning.target == _AXIS]
    if len(axes) != _FEWEST or any(meaning is not None and meaning.target == _BELOW for meaning in found):
        return found
    one, other = axes
    if fold(meanings[one][1]) == fold(meanings[other][1]) or not _parts(
        grid, meanings[one][0], meanings[other][0], first
    ):
        return found
    below = found[other]
    found[other] = replace(below, target=_BELOW) if below else None
    return found


def _parts(grid: Grid, whole: int, part: int, first: int) -> bool:
    of: dict[str, set[str]] = {}
    above = ""
    for one, other in ((grid.value(row, whole), grid.value(row, part)) for row in grid.sampled(first)):
        above = above if is_blank(one) else str(one).strip()
        if not is_blank(other):
            of.setdefault(str(other).strip(), set()).add(above)
    wholes = [names for names in of.values() if len(names) == 1 and "" not in names]
    return len(wholes) == len(of) and len(set().union(*wholes)) < len(of) if of else False

"""Tables that report on what other tables of a book plan: how they are told, and what their headings mean there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.cells.date_above import DayAbove
from opengov_local.formats.tables.columns.layout import SAID, TOLD, Column, Region
from opengov_local.formats.tables.columns.told_by_cells import are_states
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.other_tables.named import Named
from opengov_local.formats.wording.headings.heading_meanings import EXACT
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.headings.report_words import report_words
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.importing.words import fold

TITLES: Mapping[str, str] = {"commitment.title": "commitment.number", "milestone.title": "milestone.number"}
"""Targets of titles, and of the numbers that may stand for them."""
WORDS: Mapping[str, str] = {"commitment": "project_word", "milestone": "activity_word"}
"""Kinds of the words that may stand before the numbers of a concept."""
TIMES = frozenset({"update.date", "update.period"})
"""Targets of when something is reported."""
REMARK = "update.remark"
"""Target of remarks beside what is reported."""
_BESIDE = "additional_information"
_RATED = frozenset({"status", "progress"})
_REPORTED = frozenset({*TOLD, *TIMES})
_PLANS = re.compile(r"(?:problem|objectives|action|start|end|budget|indicator|expected_results)(?:\..*)?")
"""Targets of what a plan says of its projects, and a report on them does not."""
_FEWEST = 2
"""Tables that only report, at least."""
_RATE = re.compile("[%٪]")
_CODE = re.compile(r"[^\W\d_]{0,4}[-. ]?[0-9٠-٩]{1,4}(?:[.-][0-9٠-٩]{1,3})*")


def by_number(region: Region) -> bool:
    """Tells whether the titles of a table are but numbers, and it reports on what has them."""
    titles = [column for column in region.columns if column.target in TITLES]
    return bool(titles) and bool(region.names & (SAID | _REPORTED)) and all(_holds_codes(region, one) for one in titles)


def as_report(state: State, region: Region, *, timed: bool = False) -> Region:
    """Gives a table of reports with the meanings that its headings have there; any other as it is.

    Args:
        state: what the tables before this one gave.
        region: the table.
        timed: whether what stands above it, or the name of its sheet, says when it reports.
    """
    found = _as_report(state, region, timed=timed)
    names = found.names
    if not found.reports or not (timed or names & TIMES) or not names & (_RATED | _REPORTED):
        return found
    return replace(found, columns=tuple(with_remark(column) for column in found.columns))


def with_remark(column: Column) -> Column:
    """Gives a column of remarks as reports have it, beside what is reported; any other as it is."""
    return column.asking(REMARK) if column.target == _BESIDE else column


def _as_report(state: State, region: Region, *, timed: bool) -> Region:
    if region.reports:
        return replace(
            region, columns=tuple(_in_report(state, region, column, coded=False) for column in region.columns)
        )
    titles = [column for column in region.columns if column.target in TITLES]
    if not (state.has_plan and titles and region.names & (SAID | _REPORTED)):
        return region
    coded = by_number(region)
    told = (timed or _follows(region)) and region.names & SAID and not plans(region)
    if not coded and not _is_timed(region) and not told:
        return region
    named = Named(state)
    if any(2 * len(_known(named, region, one)) < len(_said(region, one)) for one in titles):
        return region
    if not coded and any(_known(named, region, one) != _said(region, one) for one in titles):
        return region
    columns = (_in_report(state, region, column, coded=coded) for column in region.columns)
    return replace(region, columns=tuple(columns), reports=True)


def plans(region: Region) -> bool:
    """Tells whether a table says what a plan says of its projects, and a report on them does not."""
    return any(map(_PLANS.fullmatch, region.names))


def reports_alone(tables: Collection[tuple[Region, DayAbove | None]]) -> bool:
    """Tells whether several tables say how far projects are, each at another time, and none what is planned."""
    if len(tables) < _FEWEST or len({day.date for _, day in tables if day is not None}) < len(tables):
        return False
    return all(one.names & SAID and one.names & TITLES.keys() and not plans(one) for one, _ in tables)


def _follows(region: Region) -> bool:
    """Tells whether the name of a sheet says that it follows a plan, "Suivi", and a column of it says when."""
    return says("follow_up", region.grid.name) and any(is_time(region, column) for column in region.columns)


def _is_timed(region: Region) -> bool:
    """Tells whether a table says what was done by when, and nothing of what a plan says of its projects."""
    timed = any(is_time(region, column) for column in region.columns)
    return bool(timed and region.names & _REPORTED) and not plans(region)


def is_time(region: Region, column: Column) -> bool:
    """Tells whether a heading that says a time in reports has one: "Situation" may head states too."""
    return report_words().get(("heading", fold(column.heading)), column.target) in TIMES and not (
        column.target == "status" and are_states(region.grid, column.index, region.first)
    )


def _in_report(state: State, region: Region, column: Column, *, coded: bool) -> Column:
    own = {**report_words(), **state.draft.options.words}
    target = own.get(("heading", fold(column.heading)))
    if coded and column.target:
        target = TITLES.get(column.target, target)
    if target in TIMES and column.target == "status" and not is_time(region, column):
        return column
    if target is None or (target in TOLD and _RATE.search(column.heading)):
        return column
    meaning = column.meaning or recognise(column.heading, ((fold(column.heading), target),))
    return replace(column, meaning=replace(meaning, target=target, score=EXACT) if meaning else None)


def _said(region: Region, column: Column) -> set[str]:
    return {str(value).strip() for value in {*region.values(column.index)} if not is_blank(value)}


def _known(named: Named, region: Region, column: Column) -> set[str]:
    concept = str(column.target).partition(".")[0]
    return {text for text in _said(region, column) if named.find(text, concept)}


def _holds_codes(region: Region, column: Column) -> bool:
    """Tells whether a column holds numbers and codes alone, with a word before them or without."""
    word = WORDS[str(column.target).partition(".")[0]]
    said = _said(region, column)
    return bool(said) and all(_CODE.fullmatch(text) or bare_number(text, word) for text in said)

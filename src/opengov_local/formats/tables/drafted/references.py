"""Tables that only say more of projects told before: which of them each row names, and rows that name none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.counts import is_count, may_count
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.known_titles import key, likest, names_of
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.phrases import begins, says
from opengov_local.formats.wording.words.numbering import (
    bare_number,
    names_number,
    project_number,
    same_number,
    split_number,
)
from opengov_local.formats.wording.words.project_references import is_reference, names_several, parts_of_list
from opengov_local.formats.wording.words.same_words import is_ditto
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_TITLE: Final = "commitment.title"
_NUMBER: Final = "commitment.number"
_STEP: Final = "milestone.title"
_OF_STEP: Final = "milestone.number"
_OF_PROJECTS: Final = ("progress", "status", "start", "end", "schedule", "commitment.", "budget.amount", "budget.total",
                       "update.", "expected_results")  # fmt: skip
"""Beginnings of what projects have, and nothing that is but listed."""
_OWN: Final = frozenset({"lead", "lead.department", "action", "problem", "objectives", "solution_path", "description"})
"""What lists of projects have beside their titles: a title among these that is not known may be a project's."""


def with_told_numbers(region: Region) -> Region:
    """Gives a table of activities with numbers of its own and those of projects, "N° | N° projet", each as it says."""
    numbers = [column for column in region.columns if column.target in (_NUMBER, _OF_STEP)]
    told = [column for column in numbers if says("project_word", column.heading)]
    others = [column for column in numbers if column not in told]
    if _STEP not in region.names or len(told) != 1 or len(others) != 1:
        return region
    return _with(_with(region, others[0], _OF_STEP), told[0], _NUMBER)


def numbered_by_projects(region: Region, known: frozenset[str]) -> bool:
    """Tells whether numbers below a bare "N°" are those of projects: all are known, and nothing else may have them.

    What is listed is numbered on from row to row: numbers that stand twice, or leave some out, are not its own, unless
    they count anew, or rows of one cell part them; and rates, dates and sums alone are nothing that is listed.

    Args:
        region: the table.
        known: the folded numbers of the projects.
    """
    columns = [column for column in region.columns if column.target in (_NUMBER, _OF_STEP)]
    if len(columns) != 1 or region.names & {_TITLE, "axis"} or says("project_word", columns[0].heading):
        return False
    texts = list(_said(region, columns[0]).values())
    if not all(text.isdecimal() and fold(text) in known for text in texts) or len(texts) < len(("first", "next")):
        return False
    steps = {int(text) - int(before) for before, text in pairwise(texts)}
    others = [column for column in region.columns if column is not columns[0]]
    if min(steps) < 0 or any(sum(not is_blank(value) for value in row) == 1 for row in region.data):
        return False
    whole = len(texts) >= len(known)
    return steps != {1} or (whole and all(str(column.target).startswith(_OF_PROJECTS) for column in others))


def referring(region: Region, plan: Mapping[str, Any], *, bare: bool = False) -> Region:
    """Gives a table whose rows name projects of a plan with what each row names; any other as it is.

    Some row must name one, by title, number or in other words; what else stands there is a total, a reference that
    leads nowhere or to several, or a title that is but like one. Beside what is no project's own, less than half of the
    rows may be of something else: "Transversal", "Divers".

    Args:
        region: the table.
        plan: the plan with its commitments and axes.
        bare: whether its numbers are those of projects, whatever their heading says.
    """
    titles = [column for column in region.columns if column.target == _TITLE]
    numbers = [column for column in region.columns if column.target == _NUMBER]
    axes = [column for column in region.columns if column.target == "axis"]
    if not titles and numbers and (bare or (axes and says("project_word", numbers[0].heading))):
        titles, numbers = numbers, []
    if len(titles) != 1 or len(numbers) > 1 or not region.names - {_TITLE, _NUMBER, "axis"}:
        return region
    named, like = names_of(projects := plan.get("commitments", ()), plan.get("axes", ())), likest(projects)
    said = _said(region, titles[0])
    if may_count(titles[0].heading, said.values()):
        return region
    known = {text for text in said.values() if len(named(text)) == 1}
    rest = {text for text in said.values() if text not in known and not is_ditto(text, titled=True)}
    others = {text for text in rest if not (is_reference(text) or like(text) or _lists_titles(text, named))}
    of_lists = bool(axes) or (_STEP not in region.names and not region.names.isdisjoint(_OWN))
    if not (known or rest - others) or (others and (of_lists or 2 * len(others) >= len(known | rest))):
        return region
    if any(len(named(text)) > 1 for text in rest):
        return region
    refers: dict[int, str] = {}
    above = ""
    numbered = dict(enumerate(region.texts(numbers[0].index), region.first)) if numbers else {}
    exact = {key(title) for one in projects for title in one.get("title", {}).values()}
    for row, text in said.items():
        found = named(text if key(text) in exact else _on_axis(region, row, axes, plan) + text)
        found = found or _shorter(text, named(numbered.get(row, "")), like)
        above = found[0]["id"] if found else above if is_ditto(text, titled=True) else ""
        refers[row] = above
    listed = all(key(text) in exact or begins("total", text) for text in filter(None, region.texts(titles[0].index)))
    if listed or (axes and not any(refers.values())):
        return region
    if any(map(is_count, said.values())):  # no column of titles holds numbers
        region = _with(region, titles[0], _NUMBER)
    held = {one["id"]: str(one.get("number", "")) for one in projects}
    return _numbered(replace(region, refers=refers), numbers, held)


def with_listed_titles(region: Region, plan: Mapping[str, Any]) -> Region:
    """Gives a table some of whose cells list titles of several projects of a plan with what each row names."""
    projects = plan.get("commitments", ())
    titles = [column.index for column in region.columns if column.target == _TITLE] if projects else []
    several = {text for at in titles for text in region.texts(at) if len(parts_of_list(text)) > 1} if titles else set()
    if region.refers is not None or not several:
        return region
    named = names_of(projects)
    return referring(region, plan) if any(_lists_titles(text, named) for text in several) else region


def _lists_titles(text: str, named: Callable[[str], list[dict[str, Any]]]) -> bool:
    """Tells whether a text lists titles of several projects: "Portail, Guichet unique"."""
    parts = [part for part in parts_of_list(text) if part]
    return len(parts) > 1 and all(len(named(part)) == 1 for part in parts)


def _on_axis(region: Region, row: int, columns: list[Column], plan: Mapping[str, Any]) -> str:
    """Gives the axis that a row names, as it stands before the number of a project: "Axe 1 – "; "" where it has none.

    Projects may count anew in each axis, and one of that number on another axis is not meant.
    """
    cells = [region.grid.value(at, columns[0].index) for at in range(row, region.first - 1, -1)] if columns else []
    text = next((str(value).strip() for value in cells if not is_blank(value)), "")
    for at, axis in enumerate(plan.get("axes", ()) if text else (), 1):
        if key(split_number(text, "axis_word").title) in {key(title) for title in axis.get("title", {}).values()}:
            return f"Axe {axis.get('number', at)} – "
    number = bare_number(text, "axis_word", alone=True) or (text if text.isdecimal() else "")
    return f"Axe {number or '?'} – " if text else ""


def _shorter(text: str, numbered: list[dict[str, Any]], like: Callable[[str], str]) -> list[dict[str, Any]]:
    """Gives the project whose number stands beside a title that is like its own; none else."""
    title = like(text) if len(numbered) == 1 else ""
    return numbered if title and title in numbered[0].get("title", {}).values() else []


def _said(region: Region, column: Column) -> dict[int, str]:
    """Gives what names the project of each row that says so, by its row; totals name none."""
    rows = enumerate(region.values(column.index), region.first)
    texts = {row: str(value).strip() for row, value in rows if not is_blank(value)}
    return {row: text for row, text in texts.items() if not (begins("total", text) or begins("average", text))}


def _numbered(region: Region, numbers: list[Column], held: Mapping[str, str]) -> Region:
    """Gives a table in which numbers that are not those of the projects beside them number its own rows."""
    for column in numbers:
        texts = dict(enumerate(region.texts(column.index), region.first))
        pairs = [(project_number(texts[row]), held[one]) for row, one in (region.refers or {}).items() if one]
        if all(_is_of(number, project) for number, project in pairs if number):
            continue
        region = _with(region, column, _OF_STEP if _STEP in region.names else "")
    return region


def _with(region: Region, column: Column, target: str) -> Region:
    """Gives a table with another meaning of a column, or with none."""
    meaning = replace(column.meaning, target=target) if column.meaning and target else None
    columns = (replace(one, meaning=meaning) if one is column else one for one in region.columns)
    return replace(region, columns=tuple(columns))


def _is_of(number: str, project: str) -> bool:
    return not project or same_number(number, project) or names_number(number, project) or fold(number) == fold(project)


def referred(state: State, region: Region, row: int, pieces: Iterable[Piece]) -> Node | None:
    """Gives the project that a row of such a table names; keeps and says what names none, or several.

    Args:
        state: what was read so far.
        region: the table.
        row: the row.
        pieces: its cells that name projects.
    """
    projects = state.plan.data.get("commitments", ()) if state.has_plan else ()
    wanted = region.refers.get(row) if region.refers is not None else None
    found = next((one for one in projects if wanted and one["id"] == wanted), None)
    if found is not None:
        return state.draft.node_of(found)
    for at, piece in enumerate(pieces):
        if at:  # its number, which is that of another, or of none
            state.draft.keep(piece, label=heading_over(region, row, piece))
        else:
            say_unnamed(state, piece, heading_over(region, row, piece), likest(projects))
    return None


def heading_over(region: Region, row: int, piece: Piece) -> str:
    """Gives the heading of the column that a piece of a row stands in."""
    places = ((region.grid.place(row, column.index), column.heading) for column in region.columns)
    return next((heading for place, heading in places if place == piece.place), "")


def say_unnamed(state: State, piece: Piece, heading: str, like: Callable[[str], str] | None) -> None:
    """Keeps and says a reference that leads to no project, or to several."""
    text, draft = piece.text.strip(), state.draft
    draft.keep(piece, label=heading or None)
    projects = state.plan.data.get("commitments", ()) if state.has_plan else ()
    if names_several(text) or _lists_titles(text, names_of(projects)):
        draft.say("import/several-projects", piece, text=text)
    elif like is None or is_reference(text):
        draft.say("import/unknown-reference", piece, number=project_number(text))
    elif other := like(text):
        draft.say("import/alike-not-joined", piece, text=text, other=other)
    else:
        draft.say("import/unknown-project", piece, text=text)

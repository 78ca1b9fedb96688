"""Fiches: what labels above a table of activities say of the commitment they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.cells.cells import Cells
from opengov_local.formats.tables.columns.block_heads import names_project
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.told_by_cells import may_be_state
from opengov_local.formats.tables.columns.told_by_others import how_it_stands
from opengov_local.formats.tables.drafted.axis_above import AXES
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.tables.plan.plan_pairs import TIMES, read_pair
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.words.numbering import bare_number, split_number
from opengov_local.importing.draft import Node

_TITLE = "commitment.title"
_NUMBERED = (*AXES, _TITLE)
_PARTIES = frozenset({"parties", "persons"})
"""Readers of cells about those who have a part in a project."""


class Fiche(NamedTuple):
    """What labels above a table told: the commitment of its rows, and their axes, each below the one before."""

    commitment: Node | None = None
    axes: tuple[Node, ...] = ()


def read_fiche(state: State, region: Region) -> Fiche:
    """Makes the commitment that labels above a table of activities describe, and the axis they name.

    Pairs that are of no use to the table are kept.
    """
    pairs: list[Pair] = state.pairs
    state.pairs = []
    names = region.names
    of_steps = "milestone.title" in names and not names & {"commitment.title", "commitment.identifier"}
    if of_steps:
        pairs = _with_those_of_all(state, region, pairs)
    titled = of_steps and any(pair.meaning.target == "commitment.title" for pair in pairs)
    axes, rest = _axes(state, region, pairs)
    if not axes and region.further and not region.names & set(AXES):
        axes = state.last_axes
    state.last_axes = axes
    node = _commitment(state, region, rest, axes[-1] if axes else None) if titled else None
    for pair in rest if node is None else ():
        if pair.meaning.target in TIMES and read_pair(state, pair):
            _label(state, pair)
        else:
            _keep(state, pair)
    if kept := state.above:
        state.draft.say("import/kept-above", kept[0], severity="info", count=len(kept), text=kept[0].text)
    state.above = []
    return Fiche(node, axes)


def _with_those_of_all(state: State, region: Region, pairs: list[Pair]) -> list[Pair]:
    """Takes labels above the title of the first of several projects for what is said of all of them.

    Those who have a part in one have it in the others, which is said; all else is kept beside the package.

    Returns:
        The pairs of the project of this table.
    """
    if not region.further:
        title = next((pair for pair in pairs if pair.meaning.target == _TITLE), None)
        further = [one for one in state.tables if one.grid is region.grid and one.further]
        above = [one for one in pairs if title and further and one.value.place.row < title.value.place.row]
        above = [] if any(map(_has_line_above, further)) else above
        of_all = [one for one in above if _is_of_project(one)]
        state.of_all = [one for one in of_all if targets()[one.meaning.target].reads.split(":")[0] in _PARTIES]
        for pair in of_all:
            if pair not in state.of_all:
                _keep(state, pair)
        return [one for one in pairs if one not in of_all or one in state.of_all]
    said = {pair.meaning.target for pair in pairs}
    shared = [one for one in state.of_all if one.meaning.target not in said]
    for pair in shared:
        field = targets()[pair.meaning.target].field
        state.draft.say("import/assumed", pair.value, severity="info", field=field, value=pair.text)
    return [*pairs, *shared]


def _is_of_project(pair: Pair) -> bool:
    target = targets()[pair.meaning.target]
    return target.scope in ("commitment", "item") and target.name not in (_TITLE, "commitment.number")


def _has_line_above(region: Region) -> bool:
    """Tells whether a line stands right above the title of the project of a table, be it read with it."""
    rows = region.grid.rows
    cells = [value for value in rows[region.top] if not is_blank(value)]
    titled = region.titled_at is not None or names_project(cells, ()) or begins("axis_word", str(cells[0]))
    return not titled or (region.top > 0 and not all(map(is_blank, rows[region.top - 1])))


def _axes(state: State, region: Region, pairs: list[Pair]) -> tuple[tuple[Node, ...], list[Pair]]:
    """Makes the axes that labels name, the first of each level, unless the table has columns for that level.

    Returns:
        The axes, and the pairs that are left.
    """
    found = [state.axis_above] if state.axis_above else []
    state.axis_above = None
    rest = list(pairs)
    for level, name in enumerate(AXES):
        pair = next((pair for pair in pairs if pair.meaning.target == name), None)
        if pair is None or level != len(found) or region.names & set(AXES[level : level + 1]):
            continue
        number = str(pair.meaning.ordinal) if pair.label is not pair.value and pair.meaning.ordinal else None
        parent = found[-1] if found else None
        node = state.axis(_value(pair), parent, language=pair.meaning.text_language, number=number)
        if number and node.data.get("number", number) == number:
            state.draft.put(node, "number", number, pair.label)
        else:
            _label(state, pair)
        found.append(node)
        rest.remove(pair)
    return tuple(found), rest


def _commitment(state: State, region: Region, pairs: list[Pair], axis: Node | None) -> Node:
    """Reads all pairs into one commitment."""
    draft = state.draft
    if all(pair.meaning.target != "status" for pair in pairs):
        pairs = [_as_state(pair) for pair in pairs]
    names = [pair.meaning.target for pair in pairs]
    pairs = [pair._replace(meaning=how_it_stands(pair.meaning, pair.heading, names)) for pair in pairs]
    title = next(pair for pair in pairs if pair.meaning.target == "commitment.title")
    numbered = split_number(_value(title).text, "project_word")
    number = next((pair.text for pair in pairs if pair.meaning.target == "commitment.number"), _printed(title))
    node = state.commitment(number or numbered.number, numbered.title, axis)
    node = node or draft.add(state.plan, "commitments", title.value)
    if axis is not None:
        node.data["axes"] = [axis.target]
    behind = region.grid.width
    columns = tuple(Column(behind + at, pair.heading, pair.meaning) for at, pair in enumerate(pairs))
    cells = Cells(state, replace(region, columns=columns, first=region.end))
    for column, pair in zip(columns, pairs, strict=True):
        target = targets()[pair.meaning.target]
        if target.name == "commitment.number":
            draft.put(node, "number", pair.text, pair.value)
        elif target.name == "commitment.title":
            if pair is title and (number := _printed(pair)):
                draft.put(node, "number", number, pair.label)
            if _value(pair).text.strip() in node.data.get("title", {}).values():
                draft.used(pair.value, node, "title")
            else:
                state.title(node, _value(pair), "project_word", language=pair.meaning.text_language)
            if pair is title and number:
                continue
        elif target.scope in ("commitment", "item"):
            cells.read(node, column, _value(pair))
        else:
            _keep(state, pair)
            continue
        _label(state, pair)
    cells.close()
    state.remember(node, axis)
    return node


def _as_state(pair: Pair) -> Pair:
    """Takes "Situation actuelle" for the state, where it has one."""
    stated = may_be_state(pair.meaning.target, pair.text.strip())
    return pair._replace(meaning=replace(pair.meaning, target="status")) if stated else pair


def _value(pair: Pair) -> Piece:
    """Gives the cell of a value; with its label where that bears a number and both stand in one cell: "Axe 1 : Eau"."""
    if pair.label is pair.value and pair.meaning.ordinal is not None and pair.meaning.target in _NUMBERED:
        return pair.value
    return pair.value if pair.label is not pair.value else pair.value._replace(text=pair.text, value=pair.text)


def _printed(pair: Pair) -> str:
    """Gives the number that the label of a title bears in a cell of its own: "Engagement n° 1"."""
    return bare_number(pair.heading, "project_word") if pair.label is not pair.value else ""


def _label(state: State, pair: Pair) -> None:
    if pair.label is not pair.value:
        state.draft.ignore(pair.label, "heading")


def _keep(state: State, pair: Pair) -> None:
    """Keeps a pair beside the package, its label as the label."""
    if pair.label is not pair.value:
        state.draft.ignore(pair.label, "heading")
    state.draft.keep(pair.value, label=pair.heading)
    state.above.append(pair.value)

"""Fiches: what labels above a table of activities say of the commitment they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.cells import Cells
from opengov_local.formats.tables.layout import Column, Region
from opengov_local.formats.tables.state import Pair, State
from opengov_local.formats.tables.vocabulary import targets
from opengov_local.importing.draft import Node

_NUMBERED = ("axis", "commitment.title")


class Fiche(NamedTuple):
    """What labels above a table told: the commitment and the axis of its rows."""

    commitment: Node | None = None
    axis: Node | None = None


def read_fiche(state: State, region: Region) -> Fiche:
    """Makes the commitment that labels above a table of activities describe, and the axis they name.

    Pairs that are of no use to the table are kept.
    """
    pairs: list[Pair] = state.pairs
    state.pairs = []
    names = region.names
    of_steps = "milestone.title" in names and not names & {"commitment.title", "commitment.identifier"}
    titled = of_steps and any(pair.meaning.target == "commitment.title" for pair in pairs)
    axes = [pair for pair in pairs if pair.meaning.target == "axis"]
    axis = None
    for pair in axes[:1]:
        if not any(name.startswith("axis") for name in names):
            axis = state.axis(_value(pair), None, language=pair.meaning.text_language)
            _label(state, pair)
    rest = [pair for pair in pairs if axis is None or pair is not axes[0]]
    node = _commitment(state, region, rest, axis) if titled else None
    for pair in rest if node is None else ():
        _keep(state, pair)
    if kept := state.above:
        state.draft.say("import/kept-above", kept[0], severity="info", count=len(kept), text=kept[0].text)
    state.above = []
    return Fiche(node, axis)


def _commitment(state: State, region: Region, pairs: list[Pair], axis: Node | None) -> Node:
    """Reads all pairs into one commitment."""
    draft = state.draft
    title = next(pair for pair in pairs if pair.meaning.target == "commitment.title")
    node = draft.add(state.plan, "commitments", title.value)
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
            state.title(node, _value(pair), "project_word", language=pair.meaning.text_language)
        elif target.scope in ("commitment", "item"):
            cells.read(node, column, _value(pair))
        else:
            _keep(state, pair)
            continue
        _label(state, pair)
    cells.close()
    state.remember(node, axis)
    return node


def _value(pair: Pair) -> Piece:
    """Gives the cell of a value; with its label where that bears a number and both stand in one cell: "Axe 1 : Eau"."""
    if pair.label is pair.value and pair.meaning.ordinal is not None and pair.meaning.target in _NUMBERED:
        return pair.value
    return pair.value if pair.label is not pair.value else pair.value._replace(text=pair.text, value=pair.text)


def _label(state: State, pair: Pair) -> None:
    if pair.label is not pair.value:
        state.draft.ignore(pair.label, "heading")


def _keep(state: State, pair: Pair) -> None:
    """Keeps a pair beside the package, its label as the label."""
    if pair.label is not pair.value:
        state.draft.ignore(pair.label, "heading")
    state.draft.keep(pair.value, label=pair.heading)
    state.above.append(pair.value)

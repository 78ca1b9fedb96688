"""What the only fiche of a sheet says of the plan it belongs to: period, council, adoption, contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.tables.fiches.fiche_table import Key
from opengov_local.formats.tables.fiches.label_lines import TITLE, Labelled
from opengov_local.formats.tables.grid.rearranged import Cell
from opengov_local.formats.tables.plan.plan_pairs import reads
from opengov_local.formats.tables.plan.preamble import put_pair
from opengov_local.formats.wording.headings.heading_meanings import Own, Recognised, targets
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.headings.vocabulary import recognise

_OF_PLANS = frozenset({"plan", "collectivity"})
_SURE = 95


class OfPlan(NamedTuple):
    """A label of a fiche that asks for something of the plan, with its answers.

    Attributes:
        meaning: what it asks for.
        heading: the label.
        label: the cell of the label.
        said: the cells of the answers, the same one where label and answer share it, with their texts.
    """

    meaning: Recognised
    heading: str
    label: Cell
    said: tuple[tuple[Cell, Value], ...]

    def pairs(self, pieces: Mapping[Cell, Piece]) -> Iterator[Pair]:
        """Gives label and answers as they stand above a table."""
        for cell, value in self.said:
            yield Pair(self.meaning, self.heading, pieces[self.label], pieces[cell], str(value))


def of_plan(headings: Mapping[Key, Labelled], own: Own) -> list[Key]:
    """Gives the labels of the only fiche of a sheet that ask for something of the plan.

    They have words for that; or they stand above the title of the commitment with one that has, and can ask for it.
    Below that title "Date de validation" asks for something of the commitment.

    Args:
        headings: the labels, from top to bottom.
        own: a council's own headings.
    """
    found = {key: _meaning(pair, own) for key, pair in headings.items()}
    sure = [key for key, meaning in found.items() if meaning and targets()[meaning.target].scope in _OF_PLANS]
    titles = [at for at, meaning in enumerate(found.values()) if meaning and meaning.target == TITLE]
    above = list(found)[: titles[0]] if titles else []
    sure = [key for key in sure if key in above or not (titles and heads("validated", headings[key].heading))]
    if not set(sure) & set(above):
        return sure
    able = [key for key in above if (meaning := found[key]) and reads(meaning.target)]
    return [key for key in found if key in sure or key in able]


def _meaning(pair: Labelled, own: Own) -> Recognised | None:
    meaning = pair.meaning or recognise(pair.heading, own)
    return meaning if meaning is not None and meaning.score >= _SURE else None


def taken(
    keys: Sequence[Key], headings: Mapping[Key, Labelled], rows: Sequence[Mapping[Key, tuple[Cell, Value]]], own: Own
) -> tuple[OfPlan, ...]:
    """Gives labels with their answers.

    Args:
        keys: the labels.
        headings: all labels.
        rows: the answers by label, row by row.
        own: a council's own headings.
    """
    found = []
    for key in keys:
        meaning, pair = _meaning(headings[key], own), headings[key]
        said = tuple(row[key] for row in rows if key in row)
        if meaning is not None and said:
            found.append(OfPlan(meaning, pair.heading, pair.cell, said))
    return tuple(found)


def read_of_plan(state: State, pairs: Iterable[Pair]) -> None:
    """Reads labels that ask for something of the plan, and their values."""
    for pair in pairs:
        if pair.label is not pair.value:
            state.draft.ignore(pair.label, "heading")
        put_pair(state, pair)

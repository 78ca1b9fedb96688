"""Rows beside a label of a fiche, without headings: steps, "Activités | Inventaire | mars 2026", or who pays what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from opengov_local.formats.tables.fiches.label_lines import Labelled, Line, Said, label_of
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Own, Recognised
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.formats.wording.words.step_cells import BODY, NUMBER, SUM, TITLE, WHEN, is_sum, told_by_steps

_TITLE: Final = "commitment.title"
_STEPS: Final = frozenset({"milestone.title", "milestone.list"})
_INDICATOR: Final = "indicator"
_PARTIES: Final = frozenset({"supporting", "lead"})
_MONEY, _FUNDER, _PAID = "budget.", "budget.funder", "budget.amount"
_FEWEST: Final = 2
_TARGETS: Final[Mapping[str, str]] = {
    NUMBER: "milestone.number",
    TITLE: "milestone.title",
    WHEN: "schedule",
    SUM: "budget.total",
    BODY: "lead",
}


def steps_beside(lines: list[Line], own: Own) -> None:
    """Takes the rows beside a label of steps for steps where their cells tell what they are, or headings do.

    Args:
        lines: the rows of a form.
        own: a council's own headings.
    """
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        below = list(takewhile(lambda one: one.kind == "more", lines[at + 1 :]))
        pair = line.pairs[0] if line.kind == "pairs" and len(line.pairs) == 1 and below else None
        if line.kind == "steps":
            _without_caption(line, lines[at + 1 :], own)
        elif pair is not None and pair.meaning is not None and pair.meaning.target in _STEPS:
            _told(lines, at, pair, below)


def _told(lines: list[Line], at: int, pair: Labelled, below: Sequence[Line]) -> None:
    """Makes steps of the rows of a label, below a row that stands for their headings."""
    rows = [[*pair.said, *lines[at].cells], *(line.cells for line in below)]
    told = told_by_steps([{cell[1]: str(value).strip() for cell, value in row} for row in rows])
    if not told or any(len(row) < _FEWEST for row in rows[:1]):
        return
    meanings = {column: Recognised(_TARGETS[kind], STRIPPED) for column, kind in told.items() if kind in _TARGETS}
    head = Line(lines[at].row, "steps", meanings={**meanings}, heading=pair.heading, captions=[pair.cell])
    steps = [Line(line.row, "step", cells=row) for line, row in zip((lines[at], *below), rows, strict=True)]
    lines[at : at + len(steps)] = [head, *steps]


def _without_caption(line: Line, below: Sequence[Line], own: Own) -> None:
    """Takes a label of steps in front of their headings for what it is: nothing stands below it."""
    first, *others = line.cells
    rows = list(takewhile(lambda one: one.kind == "step", below))
    blank = bool(rows) and all(cell[1] != first[0][1] for row in rows for cell, _ in row.cells)
    label, head = (label_of(value, own) for _, value in (first, *others)[:2])
    named = label is not None and label.target in _STEPS and head is not None and head.target in (*_STEPS, _TITLE)
    if named and blank and len(others) >= _FEWEST:
        line.captions, line.cells = [*line.captions, first[0]], others


def named_beside(lines: Sequence[Line]) -> None:
    """Takes a name beside a label with one thing behind it in each of its rows for what it is: who pays which sum.

    A number behind the name of an indicator is none of another; it is kept, since nobody says what it is of it. So are
    words behind the name of a body.

    Args:
        lines: the rows of a form.
    """
    for at, line in enumerate(lines):
        pair = line.pairs[0] if line.kind == "pairs" and len(line.pairs) == 1 and not line.cells else None
        target = pair.meaning.target if pair is not None and pair.meaning is not None else ""
        rows = [line, *takewhile(lambda one: one.kind == "more", lines[at + 1 :])]
        said = [pair.said if one is line and pair else one.cells for one in rows]
        if pair is None or len(rows) < _FEWEST or not all(len(cells) == _FEWEST for cells in said):
            continue
        names, others = [cells[0] for cells in said], [cells[1] for cells in said]
        bodies = all(is_body(str(value)) for _, value in names)
        if target.startswith(_MONEY) and bodies and all(is_sum(str(value)) for _, value in others):
            line.pairs = [
                pair._replace(meaning=Recognised(_FUNDER, STRIPPED), said=names),
                pair._replace(meaning=Recognised(_PAID, STRIPPED), said=others),
            ]
        elif (target == _INDICATOR and all(map(_is_measure, names, others))) or (
            target in _PARTIES and bodies and not any(is_body(str(value)) for _, value in others)
        ):
            line.pairs, line.cells = [pair._replace(said=names)], others
        else:
            continue
        for one in rows[1:]:
            one.kind, one.cells = "blank", []


def _is_measure(name: Said, other: Said) -> bool:
    return str(other[1]).strip()[:1].isdigit() and not str(name[1]).strip()[:1].isdigit()

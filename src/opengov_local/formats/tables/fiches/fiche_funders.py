"""Small tables of money in a fiche: funders with a row for each below; years or funders, and their sums below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from opengov_local.formats.tables.columns.budget_year_columns import year_in
from opengov_local.formats.tables.fiches.fiche_table import cells_of
from opengov_local.formats.tables.fiches.label_lines import Labelled, Line, Said, label_of
from opengov_local.formats.tables.levels.total_rows import is_numeral
from opengov_local.formats.wording.headings.heading_meanings import Own
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.importing.words import read_amount

_FUNDER = "budget.funder"
_TOTAL = "budget.total"
_SUMS = frozenset({"budget.amount", "budget.total"})


def funders_below(lines: Sequence[Line], own: Own) -> None:
    """Takes the rows below a label for funders that stands beside one for sums as their names and what they pay.

    Args:
        lines: the rows of a form.
        own: a council's own headings.
    """
    for at, line in enumerate(lines):
        if not (head := _head(line, own)):
            continue
        paid: list[Labelled] = []
        for below in lines[at + 1 :]:
            if (pair := _paid(below)) is None:
                break
            paid.append(pair)
            below.pairs = []
        if paid:
            funder, sums = head
            names = [(pair.cell, pair.heading) for pair in paid]
            line.pairs = [
                funder._replace(said=list(names)),
                sums._replace(said=[one for pair in paid for one in pair.said]),
            ]


def _head(line: Line, own: Own) -> tuple[Labelled, Labelled] | None:
    """Gives the labels of a row that heads such a table; None where it is none."""
    pair = line.pairs[0] if len(line.pairs) == 1 and not line.cells else None
    if pair is None or pair.meaning is None or pair.meaning.target != _FUNDER or len(pair.said) != 1:
        return None
    ((cell, value),) = pair.said
    meaning = label_of(value, own)
    if meaning is None or meaning.target not in _SUMS:
        return None
    return pair, Labelled(cell, str(value).strip(), meaning, [])


def _paid(line: Line) -> Labelled | None:
    """Gives the funder of a row and what it pays; None where the row is none."""
    pair = line.pairs[0] if line.kind == "pairs" and len(line.pairs) == 1 and not line.cells else None
    if pair is None or len(pair.said) != 1 or (pair.meaning and pair.meaning.target in _SUMS):
        return None
    if pair.meaning and not pair.meaning.target.startswith("budget."):
        return None
    return pair if is_numeral(str(pair.said[0][1])) else None


def sums_below(lines: list[Line]) -> None:
    """Takes years, or names of funders, beside a label of sums for the headings of the sums in the row below.

    Args:
        lines: the rows of a form.
    """
    for line, below in pairwise(lines):
        pair = line.pairs[0] if line.kind == "pairs" and line.pairs else None
        if pair is None or pair.meaning is None or pair.meaning.target not in (*_SUMS, _FUNDER):
            continue
        named = [one for one in cells_of(line) if one[0] != pair.cell]
        sums = {cell[1]: (cell, value) for cell, value in cells_of(below)}
        kinds = {kind for _, value in named if (kind := _kind(value)) != _TOTAL}
        if len(kinds) != 1 or "" in kinds or not _are_below(sums, named):
            continue
        paid = [(one, sums[one[0][1]]) for one in named if one[0][1] in sums and _kind(one[1]) != _TOTAL]
        taken = {cell for both in paid for cell, _ in both}
        line.pairs = [
            Labelled(pair.cell, pair.heading, replace(pair.meaning, target=target), [both[at] for both in paid])
            for at, target in enumerate((kinds.pop(), "budget.amount"))
        ]
        line.cells = [one for one in (*named, *sums.values()) if one[0] not in taken]
        lines.remove(below)


def _kind(value: object) -> str:
    """Tells what a cell above a sum is: its year, who pays it, the total of those beside it; "" where it is else."""
    if isinstance(value, str | int | float) and year_in(value) is not None:
        return "budget.year"
    return _TOTAL if heads("sum", str(value)) else _FUNDER if is_body(str(value)) else ""


def _are_below(sums: dict[int, Said], named: Sequence[Said]) -> bool:
    """Tells whether a row holds nothing but sums, of which one is no year, below several cells of the row above it."""
    below = [str(value) for _, value in sums.values()]
    read = [text for text in below if read_amount(text).value is not None]
    return (
        len(named) > 1
        and {cell[1] for cell, _ in named}.issuperset(sums)
        and any(year_in(text) is None for text in read)
        and all(text in read or not any(map(str.isalnum, text)) for text in below)
    )

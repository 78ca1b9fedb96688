"""Small tables of funders in a fiche: "Source de financement | Montant (DH)", and a row for each below."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.tables.fiches.label_lines import Labelled, Line, label_of
from opengov_local.formats.tables.levels.total_rows import is_numeral
from opengov_local.formats.wording.headings.heading_meanings import Own

_FUNDER = "budget.funder"
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

"""Small tables beside a label of a fiche: "Budget | Poste | Montant (DH)", with rows below that have no label."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.tables.fiches.fiche_indicators import INDICATOR, meaning_in_table
from opengov_local.formats.tables.fiches.label_lines import Labelled, Line, Said, label_of
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Own, Recognised

_MONEY, _LABEL = "budget.", "budget.label"
_FEWEST = 2
"""Columns of such a table, and known headings of one of indicators."""


def columns_beside(lines: Sequence[Line], own: Own) -> None:
    """Takes what stands beside a label for the headings of columns, where rows below go on under them and no label.

    Half of the headings must be known, and no cell alone in its row below may be a label.

    Args:
        lines: the rows of a form.
        own: a council's own headings.
    """
    for at, line in enumerate(lines):
        heads = _heads(line, own)
        if not heads:
            continue
        rows: list[Line] = []
        for below in lines[at + 1 :]:
            if below.kind != "more" or not _is_below(below, heads, own):
                break
            rows.append(below)
        if not any(len(below.cells) >= _FEWEST for below in rows):
            continue
        line.captions = [line.pairs[0].cell]
        line.pairs = [pair._replace(said=_below(pair, rows)) for pair in heads]
        for below in rows:
            below.kind, below.cells = "blank", []


def _heads(line: Line, own: Own) -> list[Labelled]:
    """Gives the headings that stand beside the label of a row, as labels; nothing where they are none."""
    if line.kind != "pairs" or line.cells or not line.pairs or line.pairs[0].meaning is None:
        return []
    first, *others = line.pairs
    cells = [*first.said, *(one for pair in others for one in ((pair.cell, pair.heading), *pair.said))]
    if len(cells) < _FEWEST or any(not isinstance(value, str) for _, value in cells):
        return []
    of_indicators = first.meaning is not None and first.meaning.target.startswith(INDICATOR)
    heads = [_head(cell, str(value), own, of_indicators=of_indicators) for cell, value in cells]
    if first.meaning is not None and first.meaning.target.startswith(_MONEY) and heads[0].meaning is None:
        heads[0] = heads[0]._replace(meaning=Recognised(_LABEL, STRIPPED))
    known = sum(head.meaning is not None for head in heads)
    return heads if 2 * known >= len(heads) and (known >= _FEWEST or not of_indicators) else []


def _head(cell: tuple[int, int], text: str, own: Own, *, of_indicators: bool) -> Labelled:
    meaning: Recognised | None = meaning_in_table(text.strip(), own) if of_indicators else label_of(text, own)
    return Labelled(cell, text.strip(), meaning, [])


def _is_below(line: Line, heads: Sequence[Labelled], own: Own) -> bool:
    columns = {head.cell[1] for head in heads}
    alone = len(line.cells) < _FEWEST
    return all(cell[1] in columns and not (alone and label_of(value, own)) for cell, value in line.cells)


def _below(head: Labelled, rows: Sequence[Line]) -> list[Said]:
    return [one for line in rows for one in line.cells if one[0][1] == head.cell[1]]

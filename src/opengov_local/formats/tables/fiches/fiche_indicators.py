"""Small tables of indicators inside fiches: which rows head one, which belong to it, and what its headings mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.columns.indicator_columns import is_follower, measure_of, plain_measure
from opengov_local.formats.tables.columns.indicator_owners import OWN
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Own, Recognised
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.headings.vocabulary import surely

INDICATOR, NUMBER = "indicator", "commitment.number"
_LONGEST = 80
_KNOWN = 0.75
"""Share of the headings of a table of indicators that must be known."""
_COLONS = (":", "：")
_MARKS = " \t:："


def meaning_in_table(heading: str, own: Own) -> Recognised | None:
    """Gives what a heading means beside the one of indicators: "Situation de départ" is a baseline there.

    Args:
        heading: its words.
        own: a council's own headings.
    """
    meaning = surely(heading, own)
    if meaning is None or not meaning.target.startswith(INDICATOR):
        target = plain_measure(heading) or (measure_of(meaning) if meaning else None)
        target = target or (OWN.get(meaning.target) if meaning else None)
        if meaning is None and is_follower(heading):
            target = "indicator.collector"
        if target:
            held = meaning or Recognised(target, STRIPPED)
            meaning = replace(held, target=target, alternatives=(), score=max(held.score, STRIPPED))
    return meaning


def indicator_columns(cells: Mapping[int, Value], own: Own) -> dict[int, Recognised | None]:
    """Gives what the cells of a row mean as the headings of a table of indicators; nothing where it is no such row.

    Args:
        cells: the cells of the row by their column.
        own: a council's own headings.
    """
    texts = {at: value for at, value in cells.items() if isinstance(value, str) and len(value) <= _LONGEST}
    if len(cells) < 2 or len(texts) < len(cells) or any(text.rstrip()[-1:] in _COLONS for text in texts.values()):
        return {}
    found = {at: meaning_in_table(text.strip(_MARKS), own) for at, text in texts.items()}
    names = [meaning.target for _, meaning in sorted(found.items()) if meaning]
    measured = any(name.startswith(f"{INDICATOR}.") for name in names)
    if names.count(INDICATOR) != 1 or not measured or len(names) < _KNOWN * len(cells):
        return {}
    return found if names[0] == INDICATOR or names[:2] == [NUMBER, INDICATOR] else {}


def may_be_indicator(text: Value) -> bool:
    """Tells whether a cell alone in its row can be the name of an indicator without measures, not a title or note."""
    if not isinstance(text, str) or text.isupper() or text.rstrip()[-1:] in _COLONS:
        return False
    return not any(begins(kind, text) for kind in ("project_word", "axis_word", "note"))


def is_indicator(cells: Mapping[int, Value], columns: Mapping[int, Recognised | None], *, labelled: bool) -> bool:
    """Tells whether a row below such headings is that of an indicator.

    Args:
        cells: the cells of the row by their column.
        columns: what the columns of the table mean.
        labelled: whether its first cell could be a label of the fiche: then two of its measures must be filled; else
            the name of the indicator is enough.
    """
    name = next((at for at, meaning in columns.items() if meaning and meaning.target == INDICATOR), None)
    if name is None or name not in cells or not cells.keys() <= columns.keys():
        return False
    measures = [
        at for at in cells if (meaning := columns[at]) is not None and meaning.target.startswith(f"{INDICATOR}.")
    ]
    if labelled:
        return len(measures) > 1
    return bool(measures) or may_be_indicator(cells[name])

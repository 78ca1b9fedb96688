"""Columns in which a cross says that what their heading says is so: states, levels, bodies side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Grid, Value
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Own, Recognised, targets
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.words import StatusReading, code_of_name, read_boolean, read_status

_SCALE = "ogp"
_CHOSEN = frozenset({"text", "status", "parties", "persons", "funder", "resource", "codes", "values", "sdgs", "kind",
                     "disposition"})  # fmt: skip
"""How the cells of headings are read of which one or some of several may be crossed."""
_LISTS = (("ogp_value", "ogp_values"), ("remacto_principle", "principles"))
"""Lists of codes whose names head columns, and what such a column is of."""
_HOLDERS = ("commitment", "item", "milestone", "contribution")


def holds_ticks(grid: Grid, first: int, index: int) -> bool:
    """Tells whether the cells of a column only tick it, and there are some.

    Args:
        grid: the sheet.
        first: the row below the headings.
        index: the column.
    """
    return are_ticks(grid.sample_of(index, first))


def are_ticks(said: Sequence[Value]) -> bool:
    """Tells whether some values, blank ones left out, only tick or say no, and there are some."""
    return bool(said) and all(isinstance(value, str | bool) and read_boolean(value) is not None for value in said)


def heads_state(heading: str) -> bool:
    """Tells whether a heading is a state, which its cells may tick: "Réalisé (O/N)"."""
    return state_headed(heading, {}) is not None


def state_headed(heading: str, words: Mapping[tuple[str, str], str]) -> StatusReading | None:
    """Gives the state that a heading is, or that a tick below it says: "Réalisé (O/N)", "Cumplimiento"; None without.

    Args:
        heading: the heading.
        words: a council's own words for states.
    """
    said = _asked(heading)
    reading = read_status(said, words=words) or read_status(said, scale=_SCALE, words=words)
    return reading or (StatusReading("completed", said) if heads("carried_out", heading) else None)


def _holds_states(grid: Grid, first: int, index: int) -> bool:
    """Tells whether the cells of a column tick it or say a state instead, and some of them tick it."""
    said = grid.sample_of(index, first)
    ticks = [value for value in said if isinstance(value, str | bool) and read_boolean(value) is not None]
    states = [value for value in said if isinstance(value, str) and read_status(value) is not None]
    return bool(ticks) and len(ticks) + len(states) == len(said)


def ticked(grid: Grid, first: int, index: int, chain: Sequence[str], own: Own) -> tuple[str, Recognised] | None:
    """Tells whether a column is headed with a state, or with a value below a heading that asks for it, to be ticked.

    Args:
        grid: the sheet.
        first: the row below the headings.
        index: the column.
        chain: the headings above each other, its own last.
        own: a council's own headings.

    Returns:
        The heading and what it means; None where it is no such heading or the cells say more.
    """
    heading = chain[-1]
    group = _chosen(chain[-2], own) if len(chain) > 1 else None
    state = heads_state(heading)
    if group is None and not state:
        group = _of_list(heading)
    if not (state or group) or not (holds_ticks(grid, first, index) or (state and _holds_states(grid, first, index))):
        return None
    if group and group.value:
        return heading, group
    if state:
        return heading, Recognised("status.tick", STRIPPED)
    return " ".join(chain[-2:]), replace(group, value=heading) if group else Recognised("status.tick", STRIPPED)


def _asked(heading: str) -> str:
    """Gives a heading without the answers that it asks for: "Réalisé (O/N)"."""
    return BRACKETS.sub("", heading).strip()


def _of_list(heading: str) -> Recognised | None:
    """Gives what a heading that is a value of OGP or a principle of the network stands for, if its cells tick it."""
    for name, target in _LISTS:
        if code_of_name(heading, name):
            return Recognised(target, STRIPPED, value=heading)
    return None


def may_be_ticked(grid: Grid, first: int, index: int, chain: Sequence[str], own: Own) -> bool:
    """Tells whether a heading is a value below one that asks for it, and its cells tick it or are blank."""
    if len(chain) < 2 or _chosen(chain[-2], own) is None:
        return False
    said = grid.sample_of(index, first)
    return not said or are_ticks(said)


def _chosen(heading: str, own: Own) -> Recognised | None:
    """Gives what a group heading asks for, if it can be one of several values."""
    meaning = recognise(heading, own)
    target = targets()[meaning.target] if meaning and meaning.score >= STRIPPED else None
    fits = target and target.scope in _HOLDERS and target.reads.partition(":")[0] in _CHOSEN
    return meaning if fits else None


def chosen(meaning: Recognised | None, piece: Piece) -> Piece | None:
    """Gives a cell of a column that is ticked as if the value of its heading stood in it; None where it says no."""
    if meaning is None or not meaning.value:
        return piece
    yes = read_boolean(piece.value if isinstance(piece.value, bool) else piece.text)
    return piece._replace(text=meaning.value, value=meaning.value) if yes else None

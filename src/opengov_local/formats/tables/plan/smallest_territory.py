"""Which of the territories above a table is meant: the smallest, which lies in the others."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.unregistered import is_said_abroad, named_in
from opengov_local.formats.tables.plan.whose_plan import commune_below, is_abroad, is_commune, is_short, territory_of
from opengov_local.formats.wording.headings.phrases import begins, says
from opengov_local.importing.collectivity_words import of_commune
from opengov_local.importing.places import mentioned
from opengov_local.territories import Territory


def nearest(state: State, pieces: Sequence[Piece]) -> Piece | None:
    """Gives the cell that names the smallest territory: a commune's plan names its province and region above it.

    A title or the letterhead of a ministry may name one behind other words. What the smallest lies in is remembered:
    nothing of that level is whose plan it is.

    Args:
        state: what was read so far.
        pieces: the cells above the table, from the top.

    Returns:
        None where the smallest is named behind other words, or is a commune that nobody knows, be its province known.
    """
    named = [(territory, piece) for piece in pieces if (territory := territory_of(state, piece))]
    said = [(territory, piece) for piece in pieces if (territory := _said_in(state, piece))]
    if not named and not said:
        return None
    smallest, piece = max(named or said, key=lambda pair: len(pair[0].code))
    if any(_lies_in(inner, smallest) for inner, each in said if says("plan", each.text)) and not _has_council(pieces):
        state.within = smallest.code
        return None
    if smallest.kind == "commune":
        state.within = next((one.code for one, _ in said if _lies_in(smallest, one)), state.within)
        return piece if named else None
    communes = [each for each in pieces if territory_of(state, each) is None and _is_unknown_commune(each)]
    if not communes:
        below = commune_below(pieces, piece, smallest)
        state.within = smallest.code if below is not piece else ""
        return below if named or below is not piece else None
    state.within = smallest.code
    return next((each for each in communes if territory_of(state, each)), None)


def lies_within(state: State, name: str) -> bool:
    """Tells whether a territory may be whose plan it is: one inside of that which holds the smallest, if one does."""
    found, outer = territories.find(name).one, territories.get(state.within) if state.within else None
    return outer is None or (found is not None and _lies_in(found, outer))


def _said_in(state: State, piece: Piece) -> Territory | None:
    """Gives the territory that a short cell names behind other words, none where the cell is but its name."""
    if is_abroad(state) or not is_short(piece.text) or territory_of(state, piece) is not None:
        return None
    named = mentioned(piece.text)
    return named.territory if named is not None and not is_said_abroad(piece.text, named.name) else None


def _has_council(pieces: Sequence[Piece]) -> bool:
    """Tells whether a cell names a council that is no commune's: the plan is its own, whatever its title names."""
    return any(begins("territorial_council", piece.text) and not of_commune().search(piece.text) for piece in pieces)


def _is_unknown_commune(piece: Piece) -> bool:
    """Tells whether a cell is the name of a commune, or a title that names one which no register has."""
    return is_commune(piece.text) or (says("plan", piece.text) and names_unknown_commune(piece.text))


def names_unknown_commune(title: str) -> bool:
    """Tells whether a title names a commune that no register has."""
    named = mentioned(title)
    return is_commune(named_in(title)) if named is None else named.territory is None and is_commune(named.name)


def _lies_in(inner: Territory, outer: Territory) -> bool:
    return inner.code != outer.code and inner.code.startswith(outer.code)

"""When a plan was adopted, as a line above or below its tables tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.words.adoption_sentences import one_of, put_adopted, tells_adoption
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node


def adopted_beside(state: State, sheets: Collection[str]) -> None:
    """Puts when the plan was adopted, where one of the lines that nothing was made of says so of it; they stay kept.

    Args:
        state: what was read so far.
        sheets: the names of the sheets of the plan.
    """
    draft = state.draft
    if not state.has_plan or "adoptions" in state.plan.data:
        return
    around = {draft.root.target, state.plan.target}
    kept = (entry.piece for entry in draft.kept if entry.target in around and _sheet(entry.piece) in sheets)
    put_adopted_in(draft, state.plan, kept)


def put_adopted_in(draft: Draft, plan: Node, lines: Iterable[Piece]) -> None:
    """Puts when a plan was adopted, where one of some lines says so."""
    context = DateContext(document_date=draft.options.document_date)
    told = [(adopted, piece) for piece in lines if (adopted := tells_adoption(piece.text, context)) is not None]
    found = one_of(told)
    if found is not None:
        put_adopted(draft, plan, *found)


def _sheet(piece: Piece) -> str:
    """Gives the name of the sheet that a piece stands in; "" in a file of one without a name, as text documents are."""
    return piece.place.part if isinstance(piece.place.part, str) else ""

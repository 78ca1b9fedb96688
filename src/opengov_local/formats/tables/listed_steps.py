"""Activities that a cell lists, with the time behind the title of each: "Étude (mars 2025)"."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.layout import Column
from opengov_local.formats.word.labels import Labels
from opengov_local.formats.word.steps import timed
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date, put_schedule


def put_listed(draft: Draft, step: Node, item: str, piece: Piece, column: Column) -> None:
    """Puts the title of a step, and when it is due, as text documents say it; a finding tells what was taken for that.

    Args:
        draft: the document in the making.
        step: the step.
        item: what the cell lists.
        piece: the cell.
        column: its column.
    """
    said = timed(item, Labels(draft.options.words))
    draft.put(step, "title", said.title, piece, language=column.language)
    if not said.words:
        return
    context = DateContext(document_date=draft.options.document_date)
    words = piece._replace(text=said.words, value=said.words)
    if said.field == "period":
        put_schedule(draft, step, words, context, column.heading)
    else:
        put_date(draft, step, said.field, words, context, column.heading)
    draft.say("import/assumed", piece, severity="info", node=step, field="due", value=said.words)

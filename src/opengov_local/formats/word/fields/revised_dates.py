"""When something was to be due first, and when it is due now: two answers in one table or form."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.word.drafting import write_words
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.language import title_of


def due(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts when something is due: a revised date in the place of the first one, which is kept beside it."""
    revised, known = says("revised", label), (id(node.data), field)
    if field not in node.data or writing.own_form:
        if revised:
            writing.revised.add(known)
        return write_words.date(writing, node, field, passage, label)
    if revised and known not in writing.revised and read_date(passage.text, writing.context) is not None:
        writing.revised.add(known)
        first = writing.draft.supersede(node, field, label=title_of(field, label, writing.draft.options.language))
        writing.draft.say("import/due-revised", first, severity="info", node=node, heading=label, text=first.text)
        return write_words.date(writing, node, field, passage, label)
    if known in writing.revised or says("original", label):
        _keep(writing, node, passage.piece, label)
        return True
    return write_words.date(writing, node, field, passage, label)


def _keep(writing: Writing, node: Node, piece: Piece, label: str) -> None:
    writing.draft.keep(piece, node, label=label)
    writing.draft.say("import/due-revised", piece, severity="info", node=node, heading=label, text=piece.text)

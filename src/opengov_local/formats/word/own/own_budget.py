"""The end of a line of a budget in documents of ours: who pays, and whom it concerns, whatever commas are in names."""

from __future__ import annotations

from opengov_local.formats.paper.parties import BESIDE
from opengov_local.formats.word.drafting.whose import collectivity_named
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.own_parties import party
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.own_parts import Parts, amount_of, behind
from opengov_local.importing.draft import Node


def payers(writing: Writing, line: Node, text: str, passage: Passage) -> str:
    """Puts who pays and whom it concerns: `…, Financement : Instance de l’équité, Concerne : X, Y`; gives what is left.

    Both stand behind all else, each to the next of the two labels; what an amount follows is what the line is for.
    """
    text, scope = behind(text, "word.concerns", _is_of_budget)
    text, funder = behind(text, "word.funder", _is_of_budget)
    if funder:
        party(writing, writing.add(line, "funder", passage.piece), funder, passage)
    if scope:
        writing.later(lambda: _concerned(writing, line, scope, passage))
    return text


def _is_of_budget(before: str, said: str) -> bool:
    """Tells whether a label is one of ours, and not the first word of what the line is for, which an amount follows."""
    amounts = any(amount_of(part) for part in Parts(said).said)
    return not amounts and (bool(before) or BESIDE not in said)


def _concerned(writing: Writing, line: Node, text: str, passage: Passage) -> None:
    said = Parts(text.lstrip(" ,،"))
    while known := said.first(lambda name: collectivity_named(writing, name)):
        if known not in line.data.get("collectivities", ()):
            writing.draft.put(line, "collectivities", known, passage.piece)
    if said.text:
        writing.keep(line, passage.of([Line(said.text)]))

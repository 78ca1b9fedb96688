"""What is cited for a value, as our own documents write it: title, who published it, when, where, and a note."""

from __future__ import annotations

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.own_parts import Parts, behind, date_of, labelled, url_of
from opengov_local.importing.draft import Node


def citation(writing: Writing, node: Node, passage: Passage) -> None:
    """Reads what is cited: `Rapport annuel, éditeur : Ville, mars 2025, https://…`, with a note behind or below."""
    first, *below = passage.lines
    text, note = behind(first.text, "word.note")
    if not note and below:
        said = labelled(below[0].text, ("word.note",))
        note = passage.of([Line(said[1]) if said else below[0], *below[1:]]).text
    said_of = Parts(text)
    for field, value in (("url", said_of.last(url_of)), ("date", said_of.last(date_of))):
        if value:
            writing.draft.put(node, field, value, passage.piece)
    title, publisher = behind(said_of.text, "word.publisher")
    if publisher:
        writing.draft.put(node, "publisher", publisher, passage.piece)
    for field, words in (("title", title), ("note", note)):
        if words:
            writing.put_text(node, field, passage.of([Line(words)]))


def cited(writing: Writing, node: Node, text: str, passage: Passage) -> str:
    """Puts the source that a document of ours names behind a value, and gives the words before it."""
    before, source = behind(text, "word.source")
    if source:
        citation(writing, writing.add(node, "source", passage.piece), passage.of([Line(source)]))
    return before

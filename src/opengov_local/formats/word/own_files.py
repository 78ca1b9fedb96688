"""Files as our own documents name them: `Lettre du club, Lettre d’appui, 3 mai 2025, https://…, pieces/lettre.pdf`."""

from __future__ import annotations

from opengov_local import codelists
from opengov_local.formats.paper.repetition import is_only_label
from opengov_local.formats.word.own_parts import Parts, code_of, date_of, path_of, url_of
from opengov_local.formats.word.passages import Line, Passage, own_language
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node

_KINDS = "attachment_kind"


def file(writing: Writing, node: Node, passage: Passage) -> None:
    """Puts title, kind, date, address and path of a file, in whichever of them it is named."""
    said = Parts(passage.text)
    for field, value in (
        ("path", said.last(path_of)),
        ("url", said.last(url_of)),
        ("date", said.last(date_of)),
        ("kind", said.last(code_of(_KINDS)) if len(said.said) > 1 else None),
    ):
        if value:
            writing.draft.put(node, field, value, passage.piece)
    if said.text:
        if "kind" not in node.data and (kind := _kind_of(own_language(said.text, "")[1])):
            writing.draft.put(node, "kind", kind, passage.piece)
        for language, words in writing.texts(passage.of([Line(said.text)])):
            writing.draft.put(node, "title", words, passage.piece, language=language)


def _kind_of(title: str) -> str | None:
    """Gives the kind whose label is all of a title: then it stands there once for both."""
    return next((each.code for each in codelists.get(_KINDS) if is_only_label([title], _KINDS, each.code)), None)

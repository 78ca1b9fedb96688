"""Files as our own documents name them: `Lettre du club, Lettre d’appui, 3 mai 2025, https://…, pieces/lettre.pdf`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from opengov_local.formats.paper.named_kinds import SAYS_IT, kind_of_name
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage, own_language
from opengov_local.formats.wording.words.own_parts import Parts, Read, code_of, date_of, path_of, url_of
from opengov_local.importing.draft import Node

_FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "attachment_kind": ("title", "kind"),
    "linked_plan_kind": ("title", "kind"),
    "session_kind": ("session", "session_kind"),
}
"""The fields of a name and its kind, by the list of the kinds."""


def file(writing: Writing, node: Node, passage: Passage) -> None:
    """Puts title, kind, date, address and path of a file, in whichever of them it is named."""
    said = Parts(passage.text)
    for field, value in (
        ("path", said.last(path_of)),
        ("url", said.last(url_of)),
        ("date", said.last(date_of)),
    ):
        if value:
            writing.draft.put(node, field, value, passage.piece)
    put_named(writing, node, "attachment_kind", passage, said, said.last)


def put_named(
    writing: Writing, node: Node, kinds: str, passage: Passage, said: Parts, take: Callable[[Read], str | None]
) -> None:
    """Puts what is left of a line: a name, and its kind, which stands where it is taken from or in the name itself."""
    name_field, kind_field = _FIELDS[kinds]
    kind = None if SAYS_IT in said.text else take(code_of(kinds))
    _, name = own_language(said.text, "")
    plain, says = kind_of_name(name, kinds)
    if kind or says:
        writing.draft.put(node, kind_field, kind or says, passage.piece)
    if plain:
        writing.put_text(node, name_field, passage.of([Line(said.text.replace(name, plain))]))

"""Objects of other files, as our own documents name them: `commitment of another plan (ref. org.example:co-1)`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.naming import ELSEWHERE, NAMELESS
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.importing.draft import Node
from opengov_local.model.scalars import ID_PATTERN

_ID: Final = re.compile(ID_PATTERN)


class Elsewhere(NamedTuple):
    """An object of another file.

    Attributes:
        id: its id.
        kind: what kind of object the document says it is, "" where it does not.
        url: where it can be read, "" where the document does not say.
    """

    id: str
    kind: str = ""
    url: str = ""


def elsewhere(writing: Writing, node: Node, field: str, text: str) -> str | None:
    """Gives the id of an object that another file carries, and notes it where its kind is known.

    None where the words name no such object. Of objects without words of their own forms say what they are and the id.
    """
    refers = node.shapes[field].refers
    said = elsewhere_in(text)
    if said is None or refers is None:
        return None
    known = writing.draft.root.data.get("external_refs", ())
    kind = said.kind or (refers[0] if len(refers) == 1 else "")  # of several kinds none is guessed
    if kind and not any(each["id"] == said.id for each in known):
        url = {"url": said.url} if said.url else {}
        writing.draft.root.data.setdefault("external_refs", []).append({"id": said.id, "kind": kind, **url})
    return said.id


def elsewhere_in(text: str) -> Elsewhere | None:
    """Reads an object of another file, or its id alone; None for all other words."""
    plain = text.strip()
    if _ID.fullmatch(plain):
        return Elsewhere(plain)
    found = _pattern().fullmatch(re.sub("[\u200e\u200f\u2066-\u2069]", "", plain))
    if found is None or not _ID.fullmatch(found["id"]):
        return None
    return Elsewhere(found["id"], _kinds().get(found["words"], ""), found["url"] or "")


@cache
def _kinds() -> dict[str, str]:
    """Gives the kinds of objects by the words that documents have for them, in every language."""
    return {text: kind for kind in ELSEWHERE for text in labels()[f"word.elsewhere_{kind}"].texts.values()}


@cache
def _pattern() -> re.Pattern[str]:
    others = ("word.elsewhere_object", *NAMELESS.values())
    words = "|".join(map(re.escape, (*_kinds(), *(it for key in others for it in labels()[key].texts.values()))))
    reference = "|".join(map(re.escape, labels()["word.reference"].texts.values()))
    return re.compile(rf"(?P<words>{words}) \((?:(?P<url>https?://\S+) · )?(?:{reference}) (?P<id>\S+)\)")

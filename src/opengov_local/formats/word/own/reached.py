"""How a person is reached: addresses and telephone numbers among other words."""

from __future__ import annotations

import re

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.contact_words import (
    DIGITS,
    MAIL,
    apart_from_reached,
    is_fax,
    reached_by,
    without,
)
from opengov_local.importing.draft import Node

_OWN_PHONE = re.compile(rf"\+{DIGITS}|(?:(?<=[,،] )|^){DIGITS}(?=[,،]|$)")
_PARTS = re.compile(r"\s*[,،;؛\n]\s*|\s+[–—/-]\s+")


def reach(writing: Writing, person: Node, text: str, passage: Passage) -> str:
    """Puts e-mail addresses and telephone numbers where they belong, and gives the words without them.

    In a document of ours a number stands between commas: others are years and sums. The number of a fax is kept.
    """
    if not writing.own_form:
        parts = _PARTS.split(text)
        for fax in filter(is_fax, parts if len(parts) > 1 else ()):
            text = re.sub(rf"(?:{_PARTS.pattern})?{re.escape(fax)}", "", text, count=1)
            writing.keep(person, passage.of([Line(fax)]))
            writing.draft.say("import/label-unknown", passage.piece, severity="info", node=person, text=fax)
        text, reached = apart_from_reached(text)
        for each in reached:
            writing.draft.put(person, f"contact.{each.kind}", each.text, passage.piece)
        return text
    for field, pattern in (("contact.email", MAIL), ("contact.phone", _OWN_PHONE)):
        found = pattern.search(text)
        if found is not None:
            writing.draft.put(person, field, found[0].strip(), passage.piece)
            text = without(text, found, labelled=False)
    return text


def put_reached(writing: Writing, node: Node, field: str, said: tuple[str, ...], passage: Passage) -> bool:
    """Puts what is but how somebody is reached beside the only party of a list, else as one; tells whether it is so."""
    if not all(map(only_reaches, said)):
        return False
    held = node.data.get(field, [])
    party = writing.node_of(held[0]) if len(held) == 1 else writing.add(node, field, passage.piece)
    for each in said:
        reach(writing, writing.add(party, "person", passage.piece), each, passage)
    return True


def only_reaches(text: str) -> bool:
    """Tells whether words are nothing but how someone is reached: "tél. 05 28 00 00 00"."""
    return reached_by(text) is not None

"""Bodies in the lines of our own documents: collectivities by their names, parties with their part, seats."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.word.drafting.whose import collectivity_named
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.annex import body_named
from opengov_local.formats.word.own.own_dashes import has_dash
from opengov_local.formats.word.own.own_names import body_alone, put_words, with_part
from opengov_local.formats.word.texts.passages import Line, Passage, unmarked
from opengov_local.formats.wording.words.own_parts import Parts
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name, fold

_COUNT: Final = re.compile("×[ \u00a0]([0-9]{1,9})")
_DIGITS: Final = re.compile("[0-9]{1,9}")


def party(writing: Writing, node: Node, text: str, passage: Passage) -> None:
    """Puts who is named: a collectivity of the document, else the words; its group of stakeholders, its part."""
    called(writing, node, body_alone(writing, node, text, passage), text, passage)


def called(writing: Writing, node: Node, text: str, line: str, passage: Passage) -> None:
    """Puts a body by its name, when the document has told which there are.

    Args:
        writing: writes into the draft.
        node: the party.
        text: the name.
        line: all that the line says of the party.
        passage: where it stands.
    """

    def who() -> None:
        name = with_part(writing, node, text, passage) if has_dash(line, text) else text
        known = body_named(writing, name)
        if known:
            writing.draft.put(node, *known, passage.piece)
        else:
            put_words(writing, node, "name", unmarked(name), passage)

    writing.later(who)


def concerned(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Reads names of collectivities of our own document, which it may tell further below; others are kept."""
    if not writing.own_form:
        return False

    def read() -> None:
        for name in [line.text for line in passage.lines]:
            known = collectivity_named(writing, name)
            if known is None:
                writing.unknown(node, field, passage.of([Line(name)]), label)
            elif known not in node.data.get(field, ()):
                writing.draft.put(node, field, known, passage.piece)

    writing.later(read)
    return True


def seat(writing: Writing, node: Node, text: str, passage: Passage) -> None:
    """Puts a seat: who holds it, of which sector, how many there are and how many of women."""
    said = Parts(text)
    for field, read in (("women", _women), ("count", _count)):
        if number := said.last(read):
            writing.draft.put(node, field, int(number), passage.piece)
    if sector := said.last(sector_of):
        writing.draft.put(node, "sector", sector, passage.piece)
    if said.text:
        party(writing, node, said.text, passage)


def sector_of(text: str) -> str | None:
    """Gives the sector that a part names; one in brackets is the kind of stakeholder of nobody who is named."""
    return None if text.startswith("(") else code_of_name(text, "organization_sector")


def _count(text: str) -> str | None:
    found = _COUNT.fullmatch(text)
    return found[1] if found else None


def _women(text: str) -> str | None:
    head, _, number = text.partition(":")
    said = fold(head) in women_words() and _DIGITS.fullmatch(number.strip())
    return number.strip() if said else None


@cache
def women_words() -> frozenset[str]:
    """Gives the folded words for women that our forms have before their number."""
    return frozenset(map(fold, labels()["word.women"].texts.values()))

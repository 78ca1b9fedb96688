"""Lists on one line behind their label: "Problèmes soulevés : manque d'information ; site obsolète."."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.lead_ins import leads_to_several
from opengov_local.formats.wording.words.markers import word_of
from opengov_local.formats.wording.words.meaning import Meaning
from opengov_local.formats.wording.words.ordinals import without_ordinal
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.importing.draft import Node
from opengov_local.importing.language import language_of
from opengov_local.importing.words import read_list
from opengov_local.importing.words.articles import without_article

_ENDS: Final = " .;؛,،"
_PLURAL: Final = re.compile(r"\w{2,}[sx]\b|\(s\)", re.IGNORECASE)


def listed_inline(passage: Passage) -> Passage | None:
    """Gives the items of a list on one line, parted by semicolons, or with bullets or numbers; None for none."""
    if len(passage.lines) != 1:
        return None
    items = [item.strip(_ENDS) for item in read_list(passage.text, commas="never").items]
    there = [item for item in items if item]
    return passage.of([Line(item, item=True) for item in there]) if len(there) > 1 else None


def steps_inline(passage: Passage) -> Passage | None:
    """Gives the steps that one line lists; None where a part names a body: "Réunion avec la DSI ; la DAF" is one."""
    found = listed_inline(passage)
    others = found.lines[1:] if found is not None else ()
    return None if any(is_body(without_article(line.text)) for line in others) else found


def asks_for_several(label: str) -> bool:
    """Tells whether a label is in the plural: "Problèmes soulevés", «الحلول المقترحة»; "Problème" asks for one."""
    bare = without_ordinal(label) or label
    if language_of(bare, "latin") == "ar":
        return not word_of(f"{bare.split()[0]} 1") if bare.split() else False
    return any(_PLURAL.match(word) for word in bare.split()[:2])


def read_listed(writing: Writing, node: Node, passage: Passage, label: str, meaning: Meaning | None) -> Passage:
    """Parts a list on the line of its label, and says so: an agenda, or what was brought below a label in the plural.

    Args:
        writing: says it.
        node: what is spoken of.
        passage: what stands behind the label.
        label: the label.
        meaning: what it asks for.
    """
    field = "agenda" if meaning is not None and meaning.field == "agenda" else "contributions"
    several = meaning is not None and meaning.concept == "contribution"
    several = several and (asks_for_several(label) or leads_to_several(label))
    found = listed_inline(passage) if several or field == "agenda" else None
    if found is None:
        return passage
    value = " / ".join(line.text for line in found.lines)
    writing.draft.say("import/assumed", passage.piece, severity="info", node=node, field=field, value=value)
    return found

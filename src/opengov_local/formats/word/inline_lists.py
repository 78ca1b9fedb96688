"""Lists on one line behind their label: "Problèmes soulevés : manque d'information ; site obsolète."."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.formats.word.markers import word_of
from opengov_local.formats.word.ordinals import without_ordinal
from opengov_local.formats.word.passages import Line, Passage
from opengov_local.importing.language import language_of
from opengov_local.importing.words import read_list

_ENDS: Final = " .;؛,،"
_PLURAL: Final = re.compile(r"\w{2,}[sx]\b|\(s\)", re.IGNORECASE)


def listed_inline(passage: Passage) -> Passage | None:
    """Gives the items of a list on one line, parted by semicolons, or with bullets or numbers; None for none."""
    if len(passage.lines) != 1:
        return None
    items = [item.strip(_ENDS) for item in read_list(passage.text, commas="never").items]
    there = [item for item in items if item]
    return passage.of([Line(item, item=True) for item in there]) if len(there) > 1 else None


def asks_for_several(label: str) -> bool:
    """Tells whether a label is in the plural: "Problèmes soulevés", «الحلول المقترحة»; "Problème" asks for one."""
    bare = without_ordinal(label) or label
    if language_of(bare, "latin") == "ar":
        return not word_of(f"{bare.split()[0]} 1") if bare.split() else False
    return any(_PLURAL.match(word) for word in bare.split()[:2])

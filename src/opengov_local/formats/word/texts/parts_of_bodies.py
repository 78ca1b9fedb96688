"""Which part bodies have, as words in front of them say: "Pilote : DSI ; Appui : DAF", "Secteur privé : X"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from opengov_local.formats.ogp_local.wording import labels as form_labels
from opengov_local.formats.own_groups import GROUPS
from opengov_local.formats.word.texts.passages import Line, bare
from opengov_local.formats.wording.labels.labels import known_labels
from opengov_local.importing.words import fold
from opengov_local.importing.words.tables import short_words

_PARTS = frozenset({"leads", "supporting", *(f"supporting_{group}" for group in GROUPS)})
PARTS_OF_KINDS = frozenset(f"supporting_{group}" for group in GROUPS)
_LONGEST = 70
"""Letters of the longest words that say a part."""
_FEWEST = 2
_BETWEEN = re.compile(r"\s*[;؛,،|/.]\s+|\s+[–—-]\s+")
"""What may stand between two parts on one line."""
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")


def parted(lines: Iterable[Line]) -> Iterator[Line]:
    """Gives lines, those of which say several parts cut before each: "Pilote : DSI ; Appui : DAF" are two."""
    for line in lines:
        cuts = [mark for mark in _BETWEEN.finditer(line.text) if _begins_part(line.text[mark.end() :])]
        if not cuts or not _begins_part(bare(line.text)):
            yield line
            continue
        starts, ends = [0, *(mark.end() for mark in cuts)], [*(mark.start() for mark in cuts), len(line.text)]
        for start, end in zip(starts, ends, strict=True):
            yield replace(line, text=line.text[start:end])


def heads_kinds(lines: Sequence[Line]) -> bool:
    """Tells whether lines that name kinds of bodies head those below each: "Gouvernement", "Préfecture", "Autres", "X".

    The first is one of several, and no two of them follow each other, as they do in a list of kinds.
    """
    kinds = [part_in(bare(line.text).strip()) in PARTS_OF_KINDS for line in lines]
    return kinds[:1] == [True] and kinds.count(True) >= _FEWEST and not any(map(all, pairwise(kinds)))


def _begins_part(text: str) -> bool:
    head, colon, rest = text.partition(":")
    return bool(colon and rest.strip()) and len(head) <= _LONGEST and part_in(head.strip()) is not None


def part_in(head: str) -> str | None:
    """Gives the part that words before a colon ask for; those in brackets behind it are examples."""
    sector = short_words("sector_of_partners").get(fold(head))
    for words in (head, _BRACKETS.sub("", head)):
        for meaning in known_labels().get(fold(words), ()):
            if meaning.concept == "milestone" and meaning.field in _PARTS:
                return meaning.field if not sector or meaning.field != "supporting" else f"supporting_{sector}"
    return f"supporting_{sector}" if sector else None


@cache
def lead_words() -> frozenset[str]:
    """Gives the folded words that say in brackets behind a body that it leads."""
    words = [*form_labels()["word.in_lead"].texts.values(), *form_labels()["word.lead"].texts.values()]
    return frozenset(map(fold, (*words, "lead agency", "pilote", "responsable")))

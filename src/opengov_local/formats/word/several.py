"""Lines that answer several questions, one behind the other: "Animateur : M. X – Rapporteuse : Mme Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from opengov_local.formats.word.blocks import Block, Paragraph
from opengov_local.formats.word.labels import Labelled, Labels
from opengov_local.formats.word.meaning import LISTS

_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*[;؛|\t]\s*|\s*[,،]\s+|\s+/\s+|[ \u00a0]{2,}|(?<=\w{3})\.\s+")
_STOP = re.compile(r"(?<=\w{3})\.\s*$")
_GAP = re.compile(r"[ \u00a0]{2,}|\t")
_END = re.compile(r"[\s–—;؛|,،/-]+$")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|«[^«»]*»")
"""What is never parted."""
_COLONS = (":", "：")
_LONGEST = 400


def one_each(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Gives the blocks of a file with one question a paragraph; those that had several stand in the same place.

    Args:
        blocks: the blocks.
        labels: the labels of the file.
    """
    return [part for block in blocks for part in (_parted(block, labels) if isinstance(block, Paragraph) else [block])]


def _parted(paragraph: Paragraph, labels: Labels) -> list[Paragraph]:
    text = paragraph.text
    if len(text) > _LONGEST or "\n" in text or sum(map(text.count, _COLONS)) < 2:
        return [paragraph]
    starts = [0, *_starts(text, labels)]
    if len(starts) == 1:
        return [paragraph]
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    parts[:-1] = [_STOP.sub("", part) for part in parts[:-1]]
    return [replace(paragraph, text=_END.sub("", part).strip()) for part in parts]


def _starts(text: str, labels: Labels) -> Iterator[int]:
    """Gives where further questions begin, none inside brackets; none do where the first asks for a list."""
    first = _asked(text, labels)
    if first is None or any(meaning.field in LISTS for meaning in first.meanings):
        return
    seen = {meaning.field for meaning in first.meanings}
    covered = _BRACKETS.sub(lambda inside: "x" * len(inside[0]), text)
    for between in _BETWEEN.finditer(covered, len(first.label)):
        said = _asked(text[between.end() :], labels)
        if said is not None and not seen & (fields := {meaning.field for meaning in said.meanings}):
            seen |= fields
            yield between.end()


def _asked(text: str, labels: Labels) -> Labelled | None:
    said = labels.read(text)
    if said is None or _GAP.search(said.label.strip()):  # what stands before a gap is no part of a question
        return None
    return said if said.value and said.by in _COLONS else None

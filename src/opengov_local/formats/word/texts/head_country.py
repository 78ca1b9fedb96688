"""The country that the head of a document names, before anything in it is read: it tells which dollars are meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.tables.drafted import unregistered
from opengov_local.formats.word.docx.blocks import Block, Paragraph

_HEAD: Final = 8
"""Blocks that can be the head of a document."""
_LONGEST: Final = 160


def country_of(blocks: Sequence[Block]) -> str:
    """Gives the only country that lines at the head name, in a title or beside a collectivity; "" for none."""
    lines = [block.text for block in blocks[:_HEAD] if isinstance(block, Paragraph) and len(block.text) <= _LONGEST]
    found = {land for line in lines for part in line.splitlines() if (land := _named(part))}
    return found.pop() if len(found) == 1 else ""


def _named(line: str) -> str:
    told = unregistered.told_in(line)
    return (told.country if told is not None else "") or unregistered.country_in(line)

"""The collectivities of our own documents, known before anything else is read: other places only name them."""

from __future__ import annotations

from collections.abc import Iterable

from opengov_local.formats.word.docx.blocks import Block, Table
from opengov_local.formats.word.drafting.whose import from_label, told_in
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import of_cells


def meet(writing: Writing, blocks: Iterable[Block]) -> None:
    """Makes the collectivities that a document of ours tells with kind and country: `Agadir (commune, Maroc)`."""
    ours, writing.own_form = writing.own_form, True
    for block in blocks:
        for cell in block.cells() if isinstance(block, Table) else ():
            passage = of_cells([cell])
            if passage is not None and all(told_in(line.text).country for line in passage.lines):
                from_label(writing, None, passage, "")
    writing.own_form = ours

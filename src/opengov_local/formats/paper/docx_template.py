"""The empty Word document that forms are drawn on: that of python-docx, without what it says of another document.

Its picture, its counts of pages and words and its program are not those of a form; its hundred styles of tables, which
no form uses, are nine tenths of what a program that opens a form would have to read.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Final

import docx
from docx.document import Document
from docx.opc.rel import Relationships

_LEFT_OUT: Final = frozenset({"thumbnail", "extended-properties", "customXml", "stylesWithEffects"})
"""The last words of the kinds of relations that lead to what is left out."""


def empty() -> Document:
    """Gives a new empty document."""
    return docx.Document(io.BytesIO(_template()))


@cache
def _template() -> bytes:
    document = docx.Document()
    for style in document.styles.element.xpath("w:style[@w:type='table'][not(@w:default)]"):
        style.getparent().remove(style)
    for relations in (document.part.rels, document.part.package.rels):
        _leave_out(relations)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _leave_out(relations: Relationships) -> None:
    for name in [name for name, one in relations.items() if one.reltype.rpartition("/")[2] in _LEFT_OUT]:
        del relations[name]

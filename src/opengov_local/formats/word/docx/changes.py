"""Tracked changes that join paragraphs: where the mark at the end of one is deleted, it goes on in the next."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from opengov_local.formats.word.docx.xml import find, name


def join_deleted_marks(body: Element) -> None:
    """Moves the words of paragraphs whose mark was deleted to the front of the paragraph below, as readers see them.

    The paragraph stays, blank, so that the numbers of all others do not change. Where a table or nothing stands below,
    nothing is moved.
    """
    for parent in body.iter():
        for here, below in zip(parent, list(parent)[1:], strict=False):
            if name(here) == name(below) == "p" and find(here, "pPr", "rPr", "del") is not None:
                words = [child for child in here if name(child) != "pPr"]
                first = 1 if len(below) and name(below[0]) == "pPr" else 0
                for at, child in enumerate(words):
                    here.remove(child)
                    below.insert(first + at, child)

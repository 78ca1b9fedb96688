"""Presentation forms of Arabic, as copied from PDF files, written as letters again."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final

from opengov_local.normalization.characters import FORMS

_SHAPED: Final = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd40-\ufdc7\ufe80-\ufefc]+")
"""Runs of letters and ligatures of letters; signs, and marks on a space, are a matter of judgement."""
_JOINS_NEXT: Final = ("<initial>", "<medial>")
_JOINS_BEFORE: Final = ("<medial>", "<final>")


def with_letters(text: str) -> str:
    """Writes presentation forms as the letters that they show; a text whose words stand backwards stays as it is.

    Some PDF files give the letters in the order of the eye, from left to right. Their forms tell it: a word would begin
    with the form of its end.
    """
    if not FORMS.search(text) or any(_is_backwards(run, text) for run in _SHAPED.finditer(text)):
        return text
    return _SHAPED.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)


def _is_backwards(run: re.Match[str], text: str) -> bool:
    """Tells whether the forms of a run do not join: nobody can say what was meant."""
    shapes = [unicodedata.decomposition(character).partition(" ")[0] for character in run[0]]
    if shapes[0] in _JOINS_BEFORE and not _is_letter(text[run.start() - 1 : run.start()]):
        return True
    if shapes[-1] in _JOINS_NEXT and not _is_letter(text[run.end() : run.end() + 1]):
        return True
    return any((shape in _JOINS_NEXT) != (after in _JOINS_BEFORE) for shape, after in pairwise(shapes))


def _is_letter(neighbour: str) -> bool:
    """Tells whether a neighbour can be joined: an Arabic letter, a mark on one, or the stroke."""
    return unicodedata.bidirectional(neighbour) in ("AL", "NSM") if neighbour else False

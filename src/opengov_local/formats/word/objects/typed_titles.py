"""Titles of projects that their numbers or places tell: "3.1 Publier le budget", or no number, above "Pilote : DAF"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.word.texts.headings import CONCEPTS, is_contents, level
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import Marker, read_marker
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.formats.wording.words.plan_words import begins_with, heads_whole, is_letterhead, names_plan
from opengov_local.territories.folding import DIGITS

_FEWEST: Final = 2
_LONGEST: Final = 200
ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_TYPED: Final = re.compile(
    rf"\s*(?P<number>(?:[0-9٠-٩]{{1,2}}|(?:{'|'.join(reversed(ROMAN))})(?=[.)/:°–—-]))(?:\.[0-9٠-٩]{{1,2}}){{0,2}})(?P<sign>\s*[.)/:°–—-]+\s*|\s+)(?=[^\W\d_]|[«“\"])"
)
_PLAIN: Final = ("", -1)
"""The form of lines without a number."""
_DIGITS: Final = {ord(digit): plain for digit, plain in DIGITS.items()}
_ENDS: Final = (".", ":", "：", "?", "؟", ";", "؛")


class _Line(NamedTuple):
    """A line with a number, typed or printed by Word: its position, how it is counted, its number and its words."""

    at: int
    form: tuple[str, int]
    number: str
    words: str


def typed_titles(blocks: Sequence[Block], labels: Labels) -> dict[int, Marker]:
    """Gives the projects that lines with numbers name, and the axes above them, by their positions.

    They are counted in one form, one after the other or from 1 again below each axis, and right below each of them the
    same is asked of commitments, in lines that answer: "Pilote : DAF". Axes are lines whose numbers theirs go on from,
    where two have projects. Lines without a number name projects where two things are asked below each of them.

    Args:
        blocks: the blocks of a file in which no words, styles or marks name projects.
        labels: the labels of the file.
    """
    lines = [line for at, block in enumerate(blocks) if (line := _line(at, block, labels)) is not None]
    asked = {line.at: _asked_below(blocks, line.at, labels) for line in lines}
    forms = dict.fromkeys(line.form for line in lines if asked[line.at])
    for form in sorted(forms, key=lambda form: form == _PLAIN):
        titles = [line for line in lines if line.form == form and asked[line.at]]
        shared = frozenset.intersection(*(asked[line.at] for line in titles))
        fits = _count_on_below(_axes_named(blocks), titles) if titles[0].number else len(shared) >= _FEWEST
        if len(titles) >= _FEWEST and shared and fits:
            marked = {line.at: Marker("commitment", line.number, line.words, "") for line in titles}
            return _axes(lines, titles) | marked
    return {}


def _line(at: int, block: Block, labels: Labels) -> _Line | None:
    if not isinstance(block, Paragraph) or block.piece is None or is_contents(block) or level(block):
        return None
    if not block.number and block.list_level is not None:
        return None
    text = f"{block.number} {block.text}".strip()
    if len(text) > _LONGEST or text.endswith(_ENDS):
        return None
    typed = _TYPED.match(text)
    if typed is not None and not typed["sign"].strip() and "." not in typed["number"]:
        typed = None
    words = text[typed.end() :].strip() if typed else text
    if typed is None and _is_other(words):
        return None
    if read_marker(words, CONCEPTS) is not None or labels.read(words) is not None:
        return None
    number = typed["number"].translate(_DIGITS) if typed else ""
    return _Line(at, (typed["sign"].strip(), number.count(".")) if typed else _PLAIN, number, words)


def _is_other(text: str) -> bool:
    """Tells whether a line without a number names a body, a place, the plan or what is of all of it."""
    return is_body(text) or is_letterhead(text) or names_plan(text) or heads_whole(text) or begins_with(text, "body")


def _asked_below(blocks: Sequence[Block], at: int, labels: Labels) -> frozenset[str]:
    """Gives what is asked of commitments, and answered, in the lines right below a title."""
    found: set[str] = set()
    for block in blocks[at + 1 :]:
        said = labels.asked_by(block) if isinstance(block, Paragraph) else None
        if said is None or not said.value:
            break
        found |= {meaning.field for meaning in said.meanings if meaning.concept == "commitment"}
    return frozenset(found)


def _axes_named(blocks: Sequence[Block]) -> list[int]:
    """Gives where axes stand that say so: «المحور الأول», "Axe 2"."""
    texts = ((at, block.text) for at, block in enumerate(blocks) if isinstance(block, Paragraph))
    return [at for at, text in texts if len(text) <= _LONGEST and read_marker(text, ("axis",)) is not None]


def _count_on_below(axes: Sequence[int], titles: Sequence[_Line]) -> bool:
    """Tells whether numbers of titles follow each other: in all of the file, or below each axis from 1 on."""
    if _count_on([line.number for line in titles]):
        return True
    scopes = [[line.number for line in titles if start < line.at < end] for start, end in pairwise([*axes, 1 << 30])]
    below = [numbers for numbers in scopes if numbers]
    whole = sum(map(len, below)) == len(titles)
    return whole and all(numbers == list(map(str, range(1, len(numbers) + 1))) for numbers in below)


def _count_on(numbers: Sequence[str]) -> bool:
    """Tells whether numbers follow each other: 1, 2, 3, or 1.1, 1.2, 2.1."""
    for before, after in pairwise(numbers):
        (*above, last), (*above_next, following) = (list(map(_value, each.split("."))) for each in (before, after))
        if above == above_next and following != last + 1:
            return False
        if above != above_next and (above_next <= above or following != 1):
            return False
    return True


def _value(part: str) -> int:
    """Gives the number of a part of a number: 4 for "4" and for "IV"."""
    return int(part) if part.isdecimal() else ROMAN.index(part) + 1


def _axes(lines: Sequence[_Line], titles: Sequence[_Line]) -> dict[int, Marker]:
    above = {line.number.rpartition(".")[0] for line in titles} - {""}
    first = titles[0].at
    found = {}
    for number in above if len(above) >= _FEWEST else ():
        below = next(line.at for line in titles if line.number.rpartition(".")[0] == number)
        named = [line for line in lines if line.number == number and line.at < below]
        if named:
            found[named[-1].at] = Marker("axis", number, named[-1].words, "")
    return found if len(found) == len(above) and min(found, default=first) < first else {}

"""The steps of normalization: each takes a text and gives the same text, mended in one way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple

from opengov_local.normalization.characters import INVISIBLE
from opengov_local.normalization.directions import without_idle_marks
from opengov_local.normalization.forms import with_letters

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ARABIC_LETTER: Final = "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u0750-\u077f]"
_TATWEEL: Final = re.compile(f"(?<={_ARABIC_LETTER})\u0640+(?={_ARABIC_LETTER})")
_BLANKS: Final = re.compile(r"(?<=[^\n \u00a0\u202f])[ \u00a0\u202f]{2,}")
_BEFORE_LINE_END: Final = re.compile("[ \t\u00a0\u202f]+(?=\n)")


def _one_line(text: str) -> str:
    """Puts a space for each end of a line that a line should not have."""
    return _LINE_ENDS.sub(" ", text)


def _line_ends(text: str) -> str:
    """Writes every end of a line as one line feed."""
    return _LINE_ENDS.sub("\n", text)


def _visible(text: str) -> str:
    """Takes out what has no picture; ends of lines are another step's."""
    return INVISIBLE.sub("", text)


def _without_tatweel(text: str) -> str:
    """Takes out strokes between two letters; at the end of a word they mean something (هـ)."""
    return _TATWEEL.sub("", text)


def _blanks(text: str) -> str:
    """Takes out outer blanks and those at the end of a line, and puts one for several; indents and tabs stay."""
    return _BLANKS.sub(_one_blank, _BEFORE_LINE_END.sub("", text.strip()))


def _one_blank(several: re.Match[str]) -> str:
    """Keeps the blank that holds words together, if there is one."""
    return next((blank for blank in "\u00a0\u202f" if blank in several[0]), " ")


def _composed(text: str) -> str:
    """Writes letters with marks as one character where there is one (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


class Step(NamedTuple):
    """One way of mending.

    Attributes:
        code: what is said of it.
        mend: gives the mended text.
    """

    code: str
    mend: Callable[[str], str]


_LINE_STEP: Final = Step("normalize/line-ends", _one_line)
_STEPS: Final = (
    Step("normalize/line-ends", _line_ends),
    Step("normalize/invisible-character", _visible),
    Step("normalize/direction-mark", without_idle_marks),
    Step("normalize/presentation-forms", with_letters),
    Step("normalize/tatweel", _without_tatweel),
    Step("normalize/blanks", _blanks),
    Step("normalize/composed", _composed),
)


def steps(*, one_line: bool) -> tuple[Step, ...]:
    """Gives the steps for a text, in their order.

    Args:
        one_line: whether the text stands on one line.
    """
    return (_LINE_STEP, *_STEPS[1:]) if one_line else _STEPS

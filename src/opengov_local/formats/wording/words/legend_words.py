"""The words of a legend of colours: what calls it one, and the states that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.words import fold, read_status
from opengov_local.importing.words.tables import OwnWords

_LONGEST = 60
_FEWEST = 3
"""States beside each other that are a legend without a word for it: two can head planned and actual values."""
_NAMED = re.compile(r"[^:=：–—-]{2,24}\s*[:=：–—-]\s*(\S.*)")
"""The name of a colour before the word for the state: "Vert : réalisé"."""


def is_label(value: Value) -> bool:
    """Tells whether a cell calls what follows a legend: "Légende :"."""
    return isinstance(value, str) and fold(value) in phrases("legend")


def word_of(value: Value) -> str:
    """Gives the word for a state in a cell of a legend, without the name of its colour."""
    text = str(value).strip()
    named = None if read_status(text) else _NAMED.fullmatch(text)
    return named[1].strip() if named else text


def state_of(value: Value, words: OwnWords) -> str:
    """Gives the code of the state that a cell names; "" where it says something else, or more."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST:
        return ""
    reading = read_status(word_of(value), words=words)
    return reading.code if reading else ""


def is_state(value: Value, words: OwnWords) -> bool:
    """Tells whether a cell holds a word for a state, and nothing else."""
    return bool(state_of(value, words))


def is_legend(row: Sequence[Value]) -> bool:
    """Tells whether a row is a legend: nothing but states behind a word for it, or many states."""
    said = [value for value in row if not is_blank(value)]
    called = [value for value in said if is_label(value)]
    states = [state_of(value, {}) for value in said if not is_label(value)]
    return bool(states) and all(states) and (bool(called) or len(set(states)) >= _FEWEST)

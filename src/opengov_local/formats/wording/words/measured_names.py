"""Indicators that say in one line from where to where they go: "Taux de réponse. Valeur initiale : 10. Cible : 50"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

_COLON: Final = re.compile(r"[ \u00a0]*[:：](?=\s|[0-9٠-٩])[ \u00a0]*")
_ENDS: Final = " \u00a0\t\n.;؛،,|/–—-"
_BREAK: Final = re.compile(r"[.;؛،,|/()\n]\s*|\s[–—-]\s")
_MOST_WORDS: Final = 4
_NUMBER_BEHIND: Final = re.compile(r"[^\W\d_]\s*[:：]\s*[<>≤≥~≈+-]?\s*[0-9٠-٩]")
_MEASURES: Final = frozenset({"baseline", "target", "value"})


class Measured(NamedTuple):
    """An indicator with its measures.

    Attributes:
        name: its name; "" where the text begins with a measure.
        measures: of each measure its kind (`baseline`, `target`, `value`), its label, and what it comes to.
        is_whole: whether all of the text was understood; where not, it had better be kept as it is.
    """

    name: str
    measures: tuple[tuple[str, str, str], ...]
    is_whole: bool


class _Label(NamedTuple):
    start: int
    end: int
    kind: str
    words: str


def has_number_behind(text: str) -> bool:
    """Tells whether a number stands behind a colon of an indicator: nobody says whether that is a value or a target."""
    return _NUMBER_BEHIND.search(text) is not None


def measured(text: str, measure_of: Callable[[str], str]) -> Measured | None:
    """Parts an indicator from the measures that stand behind it on its line, each with its label and a colon.

    Args:
        text: what was written.
        measure_of: gives what a label asks for: `baseline`, `target`, `value` or another word; "" for none.

    Returns:
        None where no such label stands behind a name.
    """
    if ":" not in text and "：" not in text:
        return None
    labels = list(_labels(text, measure_of))
    if not any(label.kind in _MEASURES for label in labels):
        return None
    first = labels[0]
    name, ends = text[: first.start].strip(f"{_ENDS}("), [*(label.start for label in labels[1:]), len(text)]
    values = [_balanced(text[label.end : end].strip(_ENDS)) for label, end in zip(labels, ends, strict=True)]
    kinds = [label.kind for label in labels]
    sound = set(kinds) <= _MEASURES and len(set(kinds)) == len(kinds) and bool(name) and all(map(_has_number, values))
    found = tuple((label.kind, label.words, value) for label, value in zip(labels, values, strict=True))
    return Measured(name, found, sound)


def _balanced(value: str) -> str:
    """Takes off a bracket that opened before the first label."""
    return value.removesuffix(")").rstrip(_ENDS) if value.count(")") > value.count("(") else value


def _has_number(value: str) -> bool:
    return any(map(str.isdecimal, value))


def _labels(text: str, measure_of: Callable[[str], str]) -> Iterator[_Label]:
    """Gives what stands before each colon: the words of a label, the longest that is one, or else all since a mark."""
    behind = 0
    for colon in _COLON.finditer(text):
        breaks = [found.end() for found in _BREAK.finditer(text, behind, colon.start())]
        begin = breaks[-1] if breaks else behind
        words = list(re.finditer(r"\S+", text[begin : colon.start()]))[-_MOST_WORDS:]
        starts = [begin + word.start() for word in words]
        known = ((start, kind) for start in starts if (kind := measure_of(text[start : colon.start()])))
        start, kind = next(known, (starts[0] if starts else begin, ""))
        yield _Label(start, colon.end(), kind, text[start : colon.start()])
        behind = colon.end()

"""Contributions that minutes give twice, in Arabic and in another language: said, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any, Final

from opengov_local.importing.draft import Draft

Data = dict[str, Any]

_ARABIC: Final = "ar"
_FEWEST: Final = 3
"""Contributions in each language from which their order is no chance."""


def say_contributions_twice(draft: Draft) -> None:
    """Says which workshops hold as many contributions in Arabic as in other languages, in turn or one after the other.

    Args:
        draft: the document, when all of the file was read.
    """
    for workshop in draft.root.data.get("workshops", ()):
        lists = [each.get("contributions", ()) for each in (workshop, *workshop.get("working_groups", ()))]
        again = _again(lists) or _again([list(chain.from_iterable(lists))])
        if len(again) >= _FEWEST:
            names = tuple(next(iter(one["text"].values())) for one in again)
            place = draft.node_of(again[0]).places.get("")
            draft.say("import/contributions-twice", place, count=len(names), names=names)


def _again(lists: Iterable[Sequence[Data]]) -> list[Data]:
    """Gives the contributions in the second language of each kind of each list; none where one is not so parted."""
    found: list[Data] = []
    for kind in _kinds(lists):
        tongues = [_ARABIC in one["text"] for one in kind]
        runs = [len(list(run)) for _, run in groupby(tongues)]
        if len(runs) % 2 or len({*runs}) != 1 or (len(runs) > 2 and runs[0] > 1):
            return []
        found += [one for one, is_arabic in zip(kind, tongues, strict=True) if is_arabic is not tongues[0]]
    return found


def _kinds(lists: Iterable[Sequence[Data]]) -> Iterator[list[Data]]:
    """Gives the contributions of each kind of each list that have a text in one language."""
    for contributions in lists:
        kinds: dict[str, list[Data]] = {}
        for one in contributions:
            if len(one.get("text", ())) == 1:
                kinds.setdefault(one.get("kind", ""), []).append(one)
        yield from kinds.values()

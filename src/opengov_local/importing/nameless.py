"""Axes, projects and activities whose title names nothing, "-", "À définir", "T1": read as they stand, and said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold
from opengov_local.importing.words.tables import rows

Data = dict[str, Any]
_MARKS = " .…:;()[]-–—*«»\"'?!"
_MOST_MARKS = 4
_ANY_YEAR = "2000"


def say_nameless(draft: Draft) -> None:
    """Says which axes, commitments and milestones have a title without words, of a time, or that says none.

    Args:
        draft: the document, when all of the file was read.
    """
    longest = _longest()
    for plan in draft.root.data.get("plans", ()):
        doubtful = [
            one
            for one in _objects(plan)
            if (title := one.get("title"))
            and (len(text := next(iter(title.values()))) <= longest or not text[:1].isalnum())
        ]
        for one in doubtful:
            if not all(map(_says_nothing, one["title"].values())):
                continue
            language, text = next(iter(one["title"].items()))
            node = draft.node_of(one)
            place = node.places.get(f"title/{language}") or node.places.get("title") or node.places.get("")
            draft.say("import/title-says-nothing", place, node=node, field=f"title/{language}", text=text)


def _says_nothing(text: str) -> bool:
    return not any(map(str.isalnum, text)) or text.casefold().strip(_MARKS) in _empty() or _is_time(text)


def _is_time(text: str) -> bool:
    """Tells whether words are a time and nothing else, with or without its year: "T1", "mars 2026"."""
    if not any(map(str.isalpha, text)):
        return False
    readings = read_date(text), read_date(f"{text} {_ANY_YEAR}")
    return any(one is not None and one.start not in (None, _ANY_YEAR) for one in readings)


@cache
def _empty() -> frozenset[str]:
    """Gives the words that say that there is no title, as written and folded."""
    return frozenset(word for row in rows("short_words") if row["kind"] == "no_title"
                     for word in (row["word"].casefold().strip(_MARKS), fold(row["word"])))  # fmt: skip


@cache
def _longest() -> int:
    """Gives how long a title may be that begins with a letter and says that there is none."""
    return max(map(len, _empty())) + _MOST_MARKS


def _objects(plan: Data) -> Iterator[Data]:
    """Gives the axes, commitments, activities and milestones of a plan."""
    holders = [*plan.get("commitments", ()), *plan.get("activities", ())]
    steps = chain.from_iterable([one.get("milestones", ()) for one in holders])
    return chain(plan.get("axes", ()), holders, steps)

"""Axes, projects and activities whose title names nothing, "-", "À définir", "T1": read as they stand, and said."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from opengov_local.importing.dates import read_date
from opengov_local.importing.dates.folding import fold as fold_dates
from opengov_local.importing.dates.words import lexicon
from opengov_local.importing.draft import Draft
from opengov_local.importing.titles import titled_in
from opengov_local.importing.words import fold
from opengov_local.importing.words.tables import rows

_MARKS = " .…:;()[]-–—*«»\"'?!"
_ANY_YEAR = "2000"
_BEGINNING = 6
"""Characters that tell of most titles that they say something."""


def say_nameless(draft: Draft) -> None:
    """Says which axes, commitments and milestones have a title without words, of a time, or that says none.

    Args:
        draft: the document, when all of the file was read.
    """
    texts = draft.titles().texts
    begun = {text[:_BEGINNING] for text in texts}
    timed = {start for start in begun if start[:1].isdigit() or _letters(start) in _beginnings_of_times()}
    first = {text.partition(" ")[0] for text in texts if text[:_BEGINNING] in timed} if timed else ()
    if not any(map(_may_say_nothing, begun)) and not any(map(_begins_a_time, first)):
        return
    for plan in draft.root.data.get("plans", ()):
        for one in titled_in(plan):
            if not (title := one.get("title")) or not all(map(_says_nothing, title.values())):
                continue
            language, text = next(iter(title.items()))
            node = draft.node_of(one)
            place = node.places.get(f"title/{language}") or node.places.get("title") or node.places.get("")
            draft.say("import/title-says-nothing", place, node=node, field=f"title/{language}", text=text)


def _may_say_nothing(beginning: str) -> bool:
    """Tells quickly by the beginning of a title whether it may say nothing."""
    return not beginning[:1].isalnum() or _begun(beginning.casefold()) in _beginnings()


def _begun(word: str) -> str:
    return word[:_BEGINNING].rstrip(_MARKS)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(map(_begun, _empty()))


def _says_nothing(text: str) -> bool:
    return not any(map(str.isalnum, text)) or text.casefold().strip(_MARKS) in _empty() or _is_time(text)


def _begins_a_time(word: str) -> bool:
    """Tells quickly by the first word of a title whether it may be a time: by a number, or a word of dates."""
    return word[:1].isdigit() or _letters(word) in lexicon().known


def _letters(text: str) -> str:
    """Gives the letters that a text begins with, folded one by one."""
    return "".join(takewhile(str.isalpha, fold_dates(text)[0]))


@cache
def _beginnings_of_times() -> frozenset[str]:
    return frozenset(word[:end] for word in lexicon().known for end in range(1, len(word) + 1))


def _is_time(text: str) -> bool:
    """Tells whether words are a time and nothing else, with or without its year: "T1", "mars 2026"."""
    if not any(map(str.isalpha, text)) or not _begins_a_time(text.partition(" ")[0]):
        return False
    readings = read_date(text), read_date(f"{text} {_ANY_YEAR}")
    return any(one is not None and one.start not in (None, _ANY_YEAR) for one in readings)


@cache
def _empty() -> frozenset[str]:
    """Gives the words that say that there is no title, as written and folded."""
    return frozenset(word for row in rows("short_words") if row["kind"] == "no_title"
                     for word in (row["word"].casefold().strip(_MARKS), fold(row["word"])))  # fmt: skip

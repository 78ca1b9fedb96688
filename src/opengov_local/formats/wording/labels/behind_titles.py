"""What stands behind a title, in brackets or between dashes: when, who does it, what it costs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.formats.wording.words.persons_named import is_office, is_person, with_offices
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold, read_amount, read_list
from opengov_local.importing.words.articles import without_article
from opengov_local.importing.words.tables import rows, short_words

_BRACKETS: Final = re.compile(r"(?P<title>.+\S)\s*[(\[](?P<said>[^()\[\]]{5,160})[)\]]\s*[.;،؛]?\s*$", re.DOTALL)
_OPENS, _CLOSES = re.compile(r"[(\[]"), re.compile(r"[)\]]")
_DASH: Final = re.compile(r"\s+[–—-]\s+")
_BETWEEN: Final = re.compile(
    r"\s*[;؛،]\s*|\s*,(?![0-9])\s*|(?<![0-9]),\s*|\s+[–—-]\s+|\s*(?<=[^\W\d_])[–—]\s*|\s+/\s+|\s*\|\s*"
)
_SENTENCE: Final = re.compile(r"\s*[.;؛]\s+(?=[^\W\d_])")
_LABELLED: Final = re.compile(r"(?P<label>[^:：]{2,60}?)\s*[:：]\s*(?P<words>\S.*)", re.DOTALL)
_FEWEST, _MOST_WORDS = 2, 4
_ACRONYM: Final = re.compile(r"[A-Z]{2,7}")
_TIMES: Final = ("due", "period")
_PARTS_OF_YEARS: Final = frozenset({"early", "middle", "late"})
_MONTH: Final = len("2026-03")
_OF_PART: Final = frozenset(
    {"due", "end", "start", "period", "leads", "supporting", "budget", "deliverable", "description"}
)
"""What may be said of an action in brackets, behind a label."""


class Said(NamedTuple):
    """One thing that is said behind a title.

    Attributes:
        field: `due`, `period`, `leads`, `budget`, or what a label asks for.
        words: its words.
        label: its label; "" for most.
    """

    field: str
    words: str
    label: str = ""


class Behind(NamedTuple):
    """A title and what is said behind it.

    Attributes:
        title: the title; with all that stands behind it where that is not sure.
        said: what is surely said, in order; nothing where some of it is not sure.
        unsure: the words of which only some surely say a time or a cost; "" where there are none.
    """

    title: str
    said: tuple[Said, ...] = ()
    unsure: str = ""

    def words(self, *fields: str) -> str:
        """Gives the words for the first of some fields; "" where none is said."""
        return next((each.words for each in self.said if each.field in fields), "")


def behind(text: str, labels: Labels | None = None, *, who: bool = False) -> Behind:
    """Parts from a title what surely says when, who and at what cost, in any order; at least two of them, or a cost.

    A month, day or part of a year alone in brackets is a time, too; a year alone may be part of the name.

    Args:
        text: the title.
        labels: the labels of the file, for parts that have one: "(coût : 20 000 DH ; DSI)"; None for those of all.
        who: whether any short words beside a time say who does it, as in the rest of the document.
    """
    if (sentences := _in_sentences(text, labels)) is not None:
        return sentences
    found = _BRACKETS.match(text)
    unsure = ""
    tails = [(found["title"], found["said"])] if found else _behind_dashes(text)
    for title, words in tails:
        said = _parts(words, labels or _plain(), who=who)
        if said is not None and _is_enough(said, bracketed=found is not None):
            return Behind(title, tuple(said))
        if not unsure and _is_unsure(words, bracketed=found is not None):
            unsure = words
    return Behind(text, unsure=unsure)


def _in_sentences(text: str, labels: Labels | None) -> Behind | None:
    """Parts sentences with labels from a title: "Portail. Pilote : DSI. Échéance : 2026"; None where one has none."""
    title, *others = _SENTENCE.split(text) if ":" in text or "：" in text else [text]
    if not others or len(_OPENS.findall(title)) > len(_CLOSES.findall(title)):
        return None  # in brackets
    said = [_kind(each.strip(" .;؛"), labels or _plain()) for each in others]
    fields = [each.field for each in said if each is not None and each.label]
    return Behind(title, tuple(filter(None, said))) if len(set(fields)) == len(others) else None


@cache
def _plain() -> Labels:
    return Labels({})


def tell_who(texts: Iterable[str]) -> bool:
    """Tells whether the brackets with a time behind the lines of a document name who does it: most of them surely do.

    Then the others do, too: "(moqaddems, juin 2026)", beside "(service technique, mai 2026)".
    """
    found = [said for text in texts if _BRACKETS.match(text) for said in [behind(text, who=True)]]
    short = [who for said in found if said.words(*_TIMES) and (who := said.words("leads"))]
    sure = sum(map(names_somebody, short))
    return sure >= _FEWEST and 2 * sure >= len(short)


def names_somebody(text: str) -> bool:
    """Tells whether words are names of persons, offices or bodies, and nothing else."""
    names = with_offices(read_list(text).items)
    return bool(names) and all(map(_is_somebody, names))


def _behind_dashes(text: str) -> list[tuple[str, str]]:
    """Gives the ways to part a title from what stands behind its dashes, the longest tail first."""
    return [(text[: dash.start()], text[dash.end() :].rstrip(" .;،؛")) for dash in _DASH.finditer(text)]


def _parts(words: str, labels: Labels | None, *, who: bool) -> list[Said] | None:
    """Reads each part of what stands behind a title; None where one is not sure, or two say the same."""
    spans = list(_spans(words))
    kinds = [_kind(words[start:end], labels) for start, end in spans]
    said: list[Said] = []
    for known, run in groupby(zip(kinds, spans, strict=True), key=lambda each: each[0] is not None):
        among = list(run)
        if known:
            said += [kind for kind, _ in among if kind is not None]
            continue
        name = words[among[0][1][0] : among[-1][1][1]].strip()
        if not (names_somebody(name) or (who and _is_short(name))):
            return None
        said.append(Said("leads", name))
    fields = ["due" if each.field in _TIMES else each.field for each in said]
    return said if len(fields) == len(set(fields)) else None


def _spans(words: str) -> Iterator[tuple[int, int]]:
    """Gives where the parts begin and end; signs inside a time part nothing: "janvier – mars 2026"."""
    marks = list(_BETWEEN.finditer(words))
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(words)]
    at = 0
    while at < len(starts):
        last = next((end for end in range(len(ends) - 1, at, -1) if _is_time(words[starts[at] : ends[end]])), at)
        if words[starts[at] : ends[last]].strip():
            yield starts[at], ends[last]
        at = last + 1


def _is_time(words: str) -> bool:
    return read_date(words.strip()) is not None


def _kind(part: str, labels: Labels | None) -> Said | None:
    """Reads a part that surely is a time or a cost, or has a label; None for any other."""
    part = part.strip()
    reading = read_date(part)
    if reading is not None:
        return Said("due" if reading.kind == "date" else "period", part)
    amount = read_amount(part)
    if amount.value is not None and amount.currency is not None:
        return Said("budget", part)
    labelled = _LABELLED.fullmatch(part)
    if labelled is None or labels is None:
        return None
    asked = choose(labels.meanings(labelled["label"]), ("milestone", "commitment"))
    if asked is None or asked.field not in _OF_PART:
        return None
    return Said("due" if asked.field == "end" else asked.field, labelled["words"].strip(), labelled["label"].strip())


def _is_enough(said: Sequence[Said], *, bracketed: bool) -> bool:
    """Tells whether parts are no part of the name: several, with a time or a cost among them, or a cost alone.

    So is a month, a day, a limit or a part of a year ("fin 2026") alone in brackets; a year may be part of the name. So
    are parts of which each has its label: "(pilote : DSI)".
    """
    fields = {each.field for each in said}
    if bracketed and all(each.label for each in said):
        return True
    if "budget" in fields or (len(said) > 1 and bool(fields & {*_TIMES, "start"})):
        return True
    reading = read_date(said[0].words) if bracketed and fields & {*_TIMES} else None
    if reading is None:
        return False
    exact = len(reading.start or reading.end or "") >= _MONTH
    return exact or reading.kind == "open-end" or reading.qualifier in _PARTS_OF_YEARS


def _is_unsure(words: str, *, bracketed: bool) -> bool:
    """Tells whether something surely is a time or a cost among several parts of which others say nothing known.

    Behind dashes it is the last part: words that follow a time go on with the title.
    """
    parts = [words[start:end] for start, end in _spans(words)]
    return len(parts) > 1 and any(_kind(part, None) is not None for part in (parts if bracketed else parts[-1:]))


def _is_short(who: str) -> bool:
    return len(who.split()) <= _MOST_WORDS and not any(map(str.isdigit, who))


def _is_somebody(name: str) -> bool:
    bare = without_article(name.strip()).removeprefix("ال")
    first = fold(bare.split(maxsplit=1)[0]) if bare.split() else ""
    return (
        is_person(name)
        or any(map(is_office, (name, bare)))
        or _ACRONYM.fullmatch(name) is not None
        or any(word in short_words(kind) for kind in ("body", "unit") for word in (first, first.removesuffix("s")))
        or _ends_with_kind(bare)
    )


def _ends_with_kind(name: str) -> bool:
    """Tells whether a name of several words ends with what it is, as in English: "IT Services", "Clerk's Office"."""
    words = name.split()
    last = fold(words[-1]) if len(words) > 1 and words[-1][0].isupper() else ""
    return bool(last) and not {last, last.removesuffix("s")}.isdisjoint(_english_kinds())


@cache
def _english_kinds() -> frozenset[str]:
    """Gives the English words for bodies and their units."""
    kinds = ("body", "unit")
    return frozenset(
        fold(row["word"]) for row in rows("short_words") if row["language"] == "en" and row["kind"] in kinds
    )

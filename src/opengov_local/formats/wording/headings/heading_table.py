"""The table of headings, and the ways in which a heading is looked up in it: whole, by its key, in part, misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache

from opengov_local.formats.wording.headings.heading_keys import key
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_ENOUGH = 0.6  # of the words of a heading that must be known, when other words stand around them
_ALIKE = 0.9  # likeness from which a heading is taken for one with a slip of the pen
_SHORTEST = 6
_LONG = 6
"""Letters from which a slip of the pen may cost a word two of them."""
_CUT = ("d ", "de ", "du ")
"""How folded headings begin that had a sign in front: "% d'exécution"; their words alone mean nothing."""

_OF_PLANS = ("commitment", "milestone")
"""Concepts that tables have a row for; labels may ask the plan for the same."""
_BESIDE = frozenset({"plan", "axis"})
Pairs = tuple[tuple[str, str], ...]
"""What a heading means, best first: (target, language)."""


def rows(name: str) -> Iterator[dict[str, str]]:
    """Gives the rows of a table of this room."""
    yield from rows_of("opengov_local.formats.wording", name)


@cache
def headings() -> Mapping[str, Pairs]:
    """Gives what every folded heading of the table means."""
    found: dict[str, set[tuple[str, str]]] = {}
    for row in rows("headings.csv"):
        found.setdefault(fold(row["heading"]), set()).add((row["target"], row["language"]))
    return {heading: in_order(pairs) for heading, pairs in found.items()}


@cache
def asked_in_forms(concepts: tuple[str, ...] = _OF_PLANS) -> Mapping[str, Pairs]:
    """Gives what the labels of forms mean as headings: those that ask for one thing, for which tables have a target.

    Args:
        concepts: the concepts that are asked, the first of them first.
    """
    found: dict[str, set[tuple[str, str]]] = {}
    for row in rows("labels.csv"):
        asked = row["concepts"].split()
        target = next((_targets_of_labels().get((one, row["field"]), "") for one in concepts if one in asked), "")
        if target or not _BESIDE.union(concepts).issuperset(asked):
            for label in row["labels"].split("|"):
                found.setdefault(fold(label), set()).add((target, row["language"]))
    one = (label for label, pairs in found.items() if len({target for target, _ in pairs}) == 1 and min(pairs)[0])
    return {label: tuple(sorted(found[label])) for label in one}


def has(words: str) -> bool:
    """Tells whether folded words are a heading or a label of forms as the tables have it, however long."""
    return words in headings() or words in asked_in_forms()


@cache
def _targets_of_labels() -> Mapping[tuple[str, str], str]:
    """Gives the target of each field that labels ask for: (concept, field) to the first that is read into it."""
    found: dict[tuple[str, str], str] = {}
    for row in rows("own_words.csv"):
        for concept in row["concepts"].split():
            found.setdefault((concept, row["field"]), row["target"])
    for row in rows("targets.csv"):
        for concept in _OF_PLANS if row["scope"] == "item" else (row["scope"],):
            found.setdefault((concept, row["field"]), row["target"])
            found.setdefault((concept, row["target"].removeprefix("plan.")), row["target"])
    return found


def in_order(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Gives what a heading means, best first: of targets that share words, the one that its table has before the other.

    The order of the table of headings says nothing.
    """
    pairs = set(pairs)
    if len(pairs) == 1:
        return tuple(pairs)
    targets = {target for target, _ in pairs}
    later = {target: sum((other, target) in _heard_first() for other in targets) for target in targets}
    return tuple(sorted(pairs, key=lambda pair: (later[pair[0]], pair)))


@cache
def _heard_first() -> frozenset[tuple[str, str]]:
    return frozenset((row["target"], row["before"]) for row in rows("heard_first.csv"))


_OF_PEOPLE = ("contribution.", "disposition.")
"""How targets begin that tables of what people said have."""


@cache
def by_key() -> Mapping[str, Pairs]:
    """Gives what the headings of one key mean, where all of them mean the same in a plan."""
    found: dict[str, list[Pairs]] = {}
    for heading, pairs in headings().items():
        if not heading.startswith(_CUT):
            found.setdefault(key(heading), []).append(pairs)
    return {words: pairs for words, alike in found.items() if words and (pairs := _agreed(alike))}


def _agreed(alike: list[Pairs]) -> Pairs:
    """Gives what headings mean together, a plan's first; nothing where they mean several things of a plan."""
    pairs = in_order(pair for one in alike for pair in one)
    meant = {one[0][0] for one in alike}
    of_plan = {target for target in meant if not target.startswith(_OF_PEOPLE)}
    if len(of_plan or meant) > 1:
        return ()
    return tuple(sorted(pairs, key=lambda pair: pair[0] not in (of_plan or meant)))


def within(words: str) -> Pairs | None:
    """Finds the longest known heading that stands in folded words, if it makes out most of them."""
    tokens = words.split()
    for length in range(len(tokens) - 1, 0, -1):
        if length < _ENOUGH * len(tokens):
            break
        for start in range(len(tokens) - length + 1):
            span = " ".join(tokens[start : start + length])
            if not span.startswith(_CUT) and (pairs := headings().get(span)):
                return pairs
    return None


def near(words: str) -> Pairs | None:
    """Finds a known heading that differs from folded words by a slip of the pen only; short words are never near.

    Of several that are as near it gives what all of them mean; nothing where they mean different things.
    """
    if len(words) < _SHORTEST:
        return None
    best: list[Pairs] = []
    most = _ALIKE
    matcher = SequenceMatcher(None, "", words)
    for known in _by_letter().get(words[0], ()):
        if abs(len(known) - len(words)) > 3:
            continue
        matcher.set_seq1(known)
        if matcher.quick_ratio() < most:  # the likeness is no more than this
            continue
        likeness = matcher.ratio()
        if likeness >= most and _same_words(known, words):
            pairs = headings()[known]
            best, most = [*best, pairs] if likeness == most else [pairs], likeness
    alike = len({pairs[0][0] for pairs in best}) == 1
    return in_order(pair for pairs in best for pair in pairs) if alike else None


@cache
def _by_letter() -> Mapping[str, list[str]]:
    """Gives the headings that begin with a letter, in the order of the table."""
    found: dict[str, list[str]] = {}
    for known in headings():
        found.setdefault(known[:1], []).append(known)
    return found


def _same_words(one: str, other: str) -> bool:
    """Tells whether each word is like the one at its place: "nom de l'activité" is no slip for "n° de l'activité"."""
    pairs = list(zip(one.split(), other.split(), strict=False))
    if len(one.split()) != len(other.split()):
        return one.replace(" ", "") == other.replace(" ", "")
    return all(mine == its or _is_slip(mine, its) for mine, its in pairs)


def _is_slip(one: str, other: str) -> bool:
    """Tells whether two words differ by a letter, long ones by two: "nacimiento" is no slip for "vencimiento"."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    changed = sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal")
    return changed <= (2 if min(len(one), len(other)) >= _LONG else 1)

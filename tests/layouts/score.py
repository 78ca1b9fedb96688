"""How well a package tells what a file states: F1 over facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.layouts.expected import Wanted, wanted_of
from tests.layouts.facts import Fact, Names, Tree
from tests.layouts.plans import facts_of_plan
from tests.layouts.workshops import facts_of_update, facts_of_workshop


@dataclass(frozen=True)
class Score:
    """What was found of the facts of a file.

    Attributes:
        found: facts that the package tells.
        missing: facts that it does not tell, or tells otherwise.
        extra: what it says of the same kinds and the file does not.
    """

    found: tuple[Wanted, ...]
    missing: tuple[Wanted, ...]
    extra: tuple[Fact, ...]

    @property
    def f1(self) -> float:
        """From 0, nothing right, to 1, all there and nothing more."""
        return pooled([self])


def pooled(scores: Iterable[Score]) -> float:
    """Gives F1 over the facts of several files."""
    found = wrong = 0
    for score in scores:
        found += len(score.found)
        wrong += len(score.missing) + len(score.extra)
    return 2 * found / max(1, 2 * found + wrong)


def facts_of(tree: Tree, language: str) -> list[Fact]:
    """Gives all facts of a package, its texts in one language."""
    names = Names(tree, language)
    return [
        *(fact for plan in tree.get("plans") or () for fact in facts_of_plan(plan, names)),
        *(fact for workshop in tree.get("workshops") or () for fact in facts_of_workshop(workshop, names)),
        *(fact for update in tree.get("progress_updates") or () for fact in facts_of_update(update, names)),
    ]


def best_score(tree: Tree, language: str, readings: Iterable[Tree]) -> Score:
    """Gives the score of a package by that right reading of the file which it is nearest to."""
    told = facts_of(tree, language)
    return max((score_of(wanted_of(reading), told) for reading in readings), key=lambda score: score.f1)


def score_of(wanted: Iterable[Wanted], told: Iterable[Fact]) -> Score:
    """Gives each wanted fact one fact of the package that tells it.

    A fact that is left is wrong only if facts of its kind were written down for this file: nobody wrote down what else
    a package may say.
    """
    everything = sorted(wanted, key=lambda fact: fact.optional)
    left = list(told)
    found: list[Wanted] = []
    missing: list[Wanted] = []
    for one in everything:
        telling = next((fact for fact in left if one.is_told_by(fact)), None)
        if telling is not None:
            left.remove(telling)
        if not one.optional:
            (missing if telling is None else found).append(one)
    kinds = {(one.concept, field) for one in everything if not one.optional for field in one.fields}
    extra = [fact for fact in left if (fact.concept, fact.field) in kinds and not _told_twice(fact, everything)]
    return Score(tuple(found), tuple(missing), tuple(extra))


def _told_twice(fact: Fact, everything: Iterable[Wanted]) -> bool:
    """Tells whether a state on an object is that of an update of it, or the other way round: that is no mistake."""
    if fact.field not in ("progress", "status"):
        return False
    return any(
        fact.field in one.fields
        and fact.owner in one.owners
        and (fact.concept == "update") != (one.concept == "update")
        and _undated(fact.values) & _undated(one.values)
        for one in everything
    )


def _undated(values: Iterable[str]) -> set[str]:
    return {value.rpartition("=")[2] for value in values}

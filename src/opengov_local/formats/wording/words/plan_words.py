"""Words that name a plan, and the framework it follows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from opengov_local.importing.language import language_of
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_PREFIXES = ("ل", "ب", "و", "ول", "وب")
_LONGEST_LETTERHEAD = 80
FRAMEWORKS = ("remacto", "ogp_local", "ogp_national")


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Gives the folded words of each kind."""
    return {kind: tuple(map(fold, words)) for kind, words in _written().items()}


@cache
def _written() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows_of("opengov_local.formats.wording", "plan_words.csv"):
        found.setdefault(row["kind"], []).extend(row["words"].split("|"))
    return {kind: tuple(words) for kind, words in found.items()}


def says(text: str, kind: str) -> bool:
    """Tells whether a text has words of a kind in it, as whole words."""
    folded = f" {fold(text)} "
    return any(f" {word} " in folded for word in _with_prefixes(kind))


@cache
def _with_prefixes(kind: str) -> tuple[str, ...]:
    """Gives the words of a kind, those in Arabic also with the particles that are joined to them: «لبرنامج»."""
    joined = [
        f"{prefix}{word.removeprefix('ال') if prefix == 'لل' else word}"
        for word in _words()[kind]
        if language_of(word, None) == "ar"
        for prefix in (_PREFIXES if not word.startswith("ال") else ("و", "ب", "لل"))
    ]
    return (*_words()[kind], *joined)


def words_of(kind: str) -> tuple[str, ...]:
    """Gives the words of a kind as their table has them."""
    return _written()[kind]


def begins_with(text: str, kind: str, *, whole: bool = False) -> bool:
    """Tells whether a text begins with words of a kind, or is but such words."""
    folded = fold(text)
    return folded in _words()[kind] if whole else any(f"{folded} ".startswith(f"{word} ") for word in _words()[kind])


def heads_whole(text: str) -> bool:
    """Tells whether a heading says that what stands below it is of the whole plan: "Communication", "Suivi du plan".

    More words behind that do not name the plan make it a subject of its own: "Budget participatif".
    """
    kinds = ("whole", "governance", "total_cost", "annex", "contact")
    if any(begins_with(text, kind, whole=True) for kind in kinds):
        return True
    return says(text, "of_plan") and any(begins_with(text, kind) for kind in (*kinds, "cost"))


def stands_around_years(text: str) -> bool:
    """Tells whether each word of a text is one that stands around the years of a plan."""
    return set(fold(text).split()) <= set(_words()["around_years"])


def names_plan(text: str) -> bool:
    """Tells whether a text has the words for a plan in it, and is no line of a letter that only speaks of one.

    Neither is one that names a body of the plan: "Comité de suivi du programme d'ouverture".
    """
    if begins_with(text, "body"):
        return False
    return says(text, "plan") and fold(text.partition(":")[0]) not in _words()["subject"]


def is_letterhead(text: str) -> bool:
    """Tells whether a line names the state, an authority or a collectivity, as letterheads do: it is no title."""
    return len(text) <= _LONGEST_LETTERHEAD and begins_with(text, "letterhead") and not says(text, "plan")


def framework_of(texts: Iterable[str]) -> tuple[int, str] | None:
    """Gives the framework that the first text of some names, with the position of that text; None where none does."""
    for position, text in enumerate(texts):
        for framework in FRAMEWORKS:
            if says(text, framework):
                return position, framework
    return None

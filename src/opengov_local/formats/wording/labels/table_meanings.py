"""What the headings of tables of plans ask for in a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.phrases import says as says_of_tables
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.meaning import Meaning
from opengov_local.formats.wording.words.plan_words import says
from opengov_local.resources import rows_of

_READ_ALIKE = frozenset(
    [
        "text",
        "title",
        "number",
        "boolean",
        "date",
        "schedule",
        "status",
        "percent",
        "parties",
        "values",
        "codes",
        "sdgs",
    ]
)
"""How tables read the cells of headings that ask for the same in a Word file."""


_SEVERAL = frozenset({"indicator", "lead", "supporting"})
"""What a form asks for several times, each with its number: "Indicateur 1"."""


@lru_cache(maxsize=1 << 14)
def of_tables(text: str) -> tuple[Meaning, ...]:
    """Gives what a text means as a heading of a table of plans, where it has a word for that in a Word file too."""
    found = surely(text)
    if found is None or found.year or (found.ordinal is not None and found.target not in _SEVERAL):
        return ()
    if found.target == "budget.amount" and says_of_tables("share_word", text):
        return ()  # what a partner gives is part of the whole, which stands beside it
    others = (name for name in found.alternatives if not name.startswith("indicator."))
    names = [name for name in (found.target, *others) if _is_asked(name)]
    latin = found.languages - {"ar"}
    languages = next((each for each in (found.languages, latin) if len(each) == 1), frozenset({""}))
    asked = [each._replace(language=tongue) for name in names for tongue in languages for each in _target(name)]
    return with_lists(text, tuple(dict.fromkeys(asked)))


def asked_with_sign(text: str) -> tuple[Meaning, ...]:
    """Gives what a label with the sign of numbers asks for, which is lost where words are folded: "Commitment #"."""
    return tuple(each for each in of_tables(text) if each.field == "number")


@lru_cache(maxsize=1 << 14)
def asks_otherwise(text: str) -> bool:
    """Tells whether tables know surely what a text asks for, and labels of Word files cannot ask it: "Qui mesure ?"."""
    found = surely(text)
    return found is not None and not of_tables(text)


def with_lists(label: str, meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Adds that a label which names steps, of which it says that they are several, asks a commitment for all of them.

    "Étapes clés" heads a column of their titles, and in a form it asks for their list.
    """
    title = next((each for each in meanings if each[:2] == ("milestone", "title")), None)
    if title is None or any(each.concept == "commitment" for each in meanings) or not says(label, "steps"):
        return meanings
    return (*meanings, title._replace(concept="commitment", field="milestones"))


def names_in_tables(label: str) -> bool:
    """Tells whether a label that asks for something heads a column of names of commitments in tables: "Acción"."""
    return ("commitment", "title") in {(each.concept, each.field) for each in of_tables(label)}


def may_name_in_tables(label: str) -> bool:
    """Tells whether a label heads what commitments are named by in tables, where nothing else names them: «الإجراء»."""
    fields = {each.field for each in of_tables(label) if each.concept == "commitment"}
    return bool(fields & {"title", "action"})


def asked_of_indicators(measure: str) -> tuple[Meaning, ...]:
    """Gives what asks for a measure of an indicator, such as `baseline` or `target`, in a Word file."""
    return _own_targets()[f"indicator.{measure}"]


def _target(name: str) -> tuple[Meaning, ...]:
    """Gives what a target of tables is called here: as own_words.csv has it, else by its own scope and field."""
    if name in _own_targets():
        return _own_targets()[name]
    target = targets()[name]
    scopes = ("commitment", "milestone") if target.scope == "item" else (target.scope,)
    return tuple(Meaning(scope, target.field) for scope in scopes)


def _is_asked(name: str) -> bool:
    return name in _own_targets() or targets()[name].reads.partition(":")[0] in _READ_ALIKE


def own_meanings(target: str) -> tuple[Meaning, ...]:
    """Gives what a name of a field means: as own_words.csv has it, `concept.field`, or a field of commitments."""
    if target in _own_targets():
        return _own_targets()[target]
    concept, point, field = target.partition(".")
    return (Meaning(concept, field),) if point else (Meaning("commitment", target), Meaning("milestone", target))


@cache
def _own_targets() -> Mapping[str, tuple[Meaning, ...]]:
    rows = rows_of("opengov_local.formats.wording", "own_words.csv")
    return {row["target"]: tuple(Meaning(each, row["field"]) for each in row["concepts"].split()) for row in rows}

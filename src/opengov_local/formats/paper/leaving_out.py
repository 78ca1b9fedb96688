"""What of a package a document has no place for, as findings that count it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from opengov_local.finding import Finding
from opengov_local.formats.left_out import no_place
from opengov_local.model.assessment import Assessment
from opengov_local.model.base import Model
from opengov_local.model.contribution import Contribution
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.shape import shape_of

_NEVER_SHOWN: Final = frozenset({"id", "former_ids"})
"""What programs need and people do not."""


def parts_left_out(index: Index, shows: Callable[[Assessment], bool], *others: tuple[str, int]) -> tuple[Finding, ...]:
    """Gives what of a whole package a document has no place for.

    Args:
        index: the index of the package.
        shows: tells of an assessment whether the document shows it.
        others: further kinds of things that it does not show, each with their number.
    """
    package: Package = index.survey.root
    counts = {
        "progress_updates": len(package.progress_updates),
        "assessments": sum(not shows(each) for each in package.assessments),
        "contributions": len(index.by_kind.get(Contribution, ())),
        **dict(others),
        "reported_figures": len(package.reported_figures),
        "sources": len(package.sources),
        "unknown_fields": sum(len(node.value.model_extra) for node in index.survey.extended),
    }
    return tuple(no_place("export/not-in-form", counts))


def fields_left_out(
    objects: Iterable[Model],
    shown: Mapping[type[Model], Collection[str]],
    more: Iterable[tuple[type[Model], str]] = (),
) -> tuple[Finding, ...]:
    """Gives the fields that some objects state and a document has no place for, one finding for each concept.

    Args:
        objects: what the document is about.
        shown: the fields that it shows, by concept; objects of other concepts are passed over.
        more: concept and field of each value that it leaves out of a field that it shows else.
    """
    counts: dict[type[Model], Counter[str]] = {concept: Counter() for concept in shown}
    others = {
        concept: [
            (name, field.many)
            for name, field in shape_of(concept).items()
            if name not in places and name not in _NEVER_SHOWN
        ]
        for concept, places in shown.items()
    }
    held: dict[type[Model], list[dict[str, Any]]] = {concept: [] for concept in shown}
    for each in objects:
        if (there := held.get(type(each))) is not None:
            there.append(each.__dict__)
    for concept, there in held.items():
        stated = [(at, name) for name, many in others[concept] if there and (at := _stating(there, name, many))]
        counts[concept].update({name: len(at) for at, name in sorted(stated, key=lambda found: found[0][0])})
    for concept, name in more:
        counts[concept][name] += 1
    return tuple(
        Finding(
            "export/fields-not-in-form",
            "info",
            params={"concept": concept.__name__, "fields": tuple(found), "count": found.total()},
        )
        for concept, found in counts.items()
        if found
    )


def _stating(objects: Sequence[Mapping[str, Any]], name: str, many: bool) -> list[int]:
    """Gives the numbers of those of some objects, by their fields, that state a field, which holds a list or not."""
    column = [*map(itemgetter(name), objects)]
    if many:
        return [number for number, held in enumerate(column) if held] if any(column) else []
    if column.count(None) == len(column):
        return []
    return [number for number, held in enumerate(column) if held is not None]

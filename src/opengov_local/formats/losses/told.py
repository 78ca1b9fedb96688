"""What a writer already counts exactly of what it left out, so that it is not said twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from opengov_local.finding import Finding
from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of

_LISTS: Final = ("progress_updates", "assessments", "reported_figures", "sources", "workshops")
"""What a writer counts under the name of the field of the package that holds it."""
_COUNTS: Final = frozenset({"export/not-in-form", "export/not-in-page"})
_FIELDS: Final = "export/fields-not-in-form"


def is_taken_out(finding: Finding) -> bool:
    """Tells whether a finding of a writer may count something as a whole, so that `take_out` takes that out."""
    return finding.code == _FIELDS or finding.code in _COUNTS


def take_out(tree: Any, told: Iterable[Finding]) -> bool:
    """Takes out of a package what some findings of its writer count as a whole; what they count in part stays.

    Args:
        tree: the package, JSON-shaped; it is changed.
        told: the findings.

    Returns:
        Whether unknown fields are counted too.
    """
    unknown = False
    for finding in told:
        what, count = finding.params.get("what"), finding.params.get("count")
        if finding.code == _FIELDS:
            _take_fields(tree, str(finding.params["concept"]), finding.params["fields"], count)
        elif finding.code not in _COUNTS:
            continue
        elif what == "unknown_fields":
            unknown = True
        elif what in _LISTS and count == len(tree.get(what, ())):
            del tree[what]
        elif what == "contributions":
            _take_contributions(tree, count)
        elif what == "extracts":
            _take_extracts(tree, count)
    return unknown


def _take_fields(tree: Any, concept: str, fields: Any, count: Any) -> None:
    there = [(data, field) for name, data in _objects(tree, Package) if name == concept for field in fields]
    stated = [(data, field) for data, field in there if field in data]
    if len(stated) == count:
        for data, field in stated:
            del data[field]


def _take_contributions(tree: Any, count: Any) -> None:
    workshops = tree.get("workshops", ())
    holders = [each for workshop in workshops for each in (workshop, *workshop.get("working_groups", ()))]
    if sum(len(each.get("contributions", ())) for each in holders) == count:
        for each in holders:
            each.pop("contributions", None)


def _take_extracts(tree: Any, count: Any) -> None:
    sources = tree.get("sources", ())
    if sum(len(source.get("extracts", ())) for source in sources) == count:
        for source in sources:
            source.pop("extracts", None)


def _objects(tree: Any, concept: type[Model]) -> Iterator[tuple[str, Any]]:
    if not isinstance(tree, dict):
        return
    yield concept.__name__, tree
    for name, shape in shape_of(concept).items():
        if shape.model is not None and name in tree:
            for item in tree[name] if shape.many else (tree[name],):
                yield from _objects(item, shape.model)

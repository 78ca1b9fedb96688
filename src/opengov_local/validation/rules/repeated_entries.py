"""Family integrity, repeated entries: what stands twice in one list, word for word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from operator import attrgetter
from typing import Any

from opengov_local.finding import Parameter, pointer_of
from opengov_local.model import GovernanceBody, Package
from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.shape import FieldShape, concepts, shape_of
from opengov_local.model.walk import Node
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_PASSED_OVER = {"leads", "supporting", "extracts"}
"""Lists of which `integrity/duplicate-institution` speaks; and what a source says, which one cell may say twice."""
_NAMED_BY = {"ogp_values": "value"}
"""Lists whose entries are the same when this member is, whatever else they say."""

_COMPARED = 100
"""Entries that are compared each with each, at most."""


@cache
def _lists_of(kind: type[Model]) -> tuple[str, ...]:
    """Gives the lists of a concept whose entries have no id: an id tells two entries apart."""
    lists = (field for field in shape_of(kind).values() if field.many and field.name not in _PASSED_OVER)
    return tuple(field.name for field in lists if field.model is None or not issubclass(field.model, Identified))


def _key(field: FieldShape) -> Callable[[Any], Any]:
    """Gives what entries of a list that are the same have alike, and can be looked up."""
    if field.model is None:
        return (lambda text: tuple(text.items())) if field.kind == "map" else lambda entry: entry
    plain = [
        each.name for each in shape_of(field.model).values() if not (each.model or each.many or each.kind == "map")
    ]
    names = [_NAMED_BY[field.name]] if field.name in _NAMED_BY else plain
    return attrgetter(*names) if names else lambda _: None


def _may_repeat(kind: type[Model]) -> Callable[..., bool]:
    """Gives a quick look at the lists of a concept: whether some entries of one may be the same."""
    shapes = [shape_of(kind)[name] for name in _lists_of(kind)]
    ways = [(_key(shape), shape.model is None or shape.name in _NAMED_BY) for shape in shapes]

    def look(*lists: Any) -> bool:  # the context behind them is of no use here
        for entries, (key, sure) in zip(lists, ways, strict=False):
            if len(entries) > 1:
                alike = [*map(key, entries)]
                if len({*alike}) < len(alike) and (sure or _some_equal(entries, alike)):
                    return True
        return False

    return look


def _some_equal(entries: Sequence[Any], alike: Sequence[Any]) -> bool:
    """Tells whether two entries are equal; of very many, whether they may be.

    Args:
        entries: the entries.
        alike: of each what equal ones have alike.
    """
    if len(entries) > _COMPARED:
        return True
    groups: defaultdict[Any, list[Any]] = defaultdict(list)
    for entry, key in zip(entries, alike, strict=True):
        groups[key].append(entry)
    return any(one == other for group in groups.values() for one, other in combinations(group, 2))


_KINDS = [kind for kind in concepts(Package) if issubclass(kind, Identified | GovernanceBody) and _lists_of(kind)]
"""The concepts whose lists people fill by hand; states and parties have lists too, and are many."""


@rule(
    "integrity/repeated-entry",
    "warning",
    source="shared data model: a list says each thing once",
    several=tuple(dict.fromkeys(name for kind in _KINDS for name in _lists_of(kind))),
    where={kind: Where((), _may_repeat(kind), maybe=_lists_of(kind)) for kind in _KINDS},
)
def repeated_entry(value: Model, node: Node, context: Context) -> Iterator[Hit]:
    """A code, id, text, address, seat, budget line or other entry that stands in its list already."""
    for name in _lists_of(node.kind):
        entries = getattr(value, name)
        if len(entries) < 2:
            continue
        first: dict[str, int] = {}
        for position, entry in enumerate(entries):
            named = _NAMED_BY.get(name)
            earlier = first.setdefault(repr(getattr(entry, named) if named else entry), position)
            if earlier != position:
                place = (*node.path, name, position)
                params: dict[str, Parameter] = {"first": pointer_of((*node.path, name, earlier))}
                yield Hit(place, params, depends=(place, (*node.path, name, earlier)))

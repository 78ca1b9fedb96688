"""Family integrity, repeated entries: what stands twice in one list, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from opengov_local.finding import Parameter, pointer_of
from opengov_local.model import GovernanceBody, Package
from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.shape import concepts, shape_of
from opengov_local.model.walk import Node
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_PASSED_OVER = {"leads", "supporting", "extracts"}
"""Lists of which `integrity/duplicate-institution` speaks; and what a source says, which one cell may say twice."""
_NAMED_BY = {"ogp_values": "value"}
"""Lists whose entries are the same when this member is, whatever else they say."""


@cache
def _lists_of(kind: type[Model]) -> tuple[str, ...]:
    """Gives the lists of a concept whose entries have no id: an id tells two entries apart."""
    lists = (field for field in shape_of(kind).values() if field.many and field.name not in _PASSED_OVER)
    return tuple(field.name for field in lists if field.model is None or not issubclass(field.model, Identified))


def _some_are_longer(*lists: Any) -> bool:
    return max(map(len, lists[:-1])) > 1  # the context is of no use here


_KINDS = [kind for kind in concepts(Package) if issubclass(kind, Identified | GovernanceBody) and _lists_of(kind)]
"""The concepts whose lists people fill by hand; states and parties have lists too, and are many."""


@rule(
    "integrity/repeated-entry",
    "warning",
    source="shared data model: a list says each thing once",
    either=tuple(dict.fromkeys(name for kind in _KINDS for name in _lists_of(kind))),
    where={kind: Where((), _some_are_longer, maybe=_lists_of(kind)) for kind in _KINDS},
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

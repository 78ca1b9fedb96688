"""What an earlier package holds that a newer reading does not give: corrected by hand, or changed in its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from opengov_local.importing.again import Known, objects_of
from opengov_local.model.package import Package

_OF_THE_READING: Final = frozenset({"id", "schema_version", "sources", "x_unmapped"})
"""What says how a file was read, and not what of."""
_CALLED: Final = ("title", "name", "text")
"""What objects are known by: where its words still stand in the source, an object was not dropped there."""

_Originals = Mapping[tuple[str, str], set[str]]
"""Original texts of the source, by object and field."""


class Replaced(NamedTuple):
    """A value of the earlier package that the newer one does not hold.

    Attributes:
        name: what its object is called.
        field: class name of the concept and name of the field; the class alone where the whole object is gone.
        by_source: whether the source says something else there now.
    """

    name: str
    field: str
    by_source: bool


def replaced(earlier: Mapping[str, Any], newer: Mapping[str, Any]) -> Iterator[Replaced]:
    """Compares two packages of one plan, object by object and field by field.

    What the newer one says beside is none of this; neither are objects that its source no longer speaks of.

    Args:
        earlier: the tree of the earlier package.
        newer: the tree of the newer one, whose objects have the ids of the earlier.
    """
    then, now = _originals(earlier), _originals(newer)
    told_now = {text for texts in now.values() for text in texts}
    theirs = {known.id: known for known in objects_of(newer)}
    root = Known(str(earlier.get("id", "")), "", "", earlier, Package)
    for known in (root, *objects_of(earlier)):
        name = known.shown or known.id
        other = newer if known is root else theirs[known.id].data if known.id in theirs else None
        if other is None:
            told = [texts for (target, field), texts in then.items() if target == known.id and field in _CALLED]
            if all(texts <= told_now for texts in told):
                yield Replaced(name, known.model.__name__, by_source=False)
            continue
        for field, value in known.data.items():
            is_kept = field in _OF_THE_READING or (field.startswith("x_") and field in other)
            if not is_kept and not _holds(other.get(field), value):
                is_said = then.get((known.id, field), set()) != now.get((known.id, field), set())
                yield Replaced(name, f"{known.model.__name__}.{field}", by_source=is_said)


def _originals(tree: Mapping[str, Any]) -> _Originals:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source in tree.get("sources") or ():
        for extract in source.get("extracts") or ():
            for path in extract.get("fields") or ():
                found[extract.get("target", ""), path.split(".")[0]].add(extract.get("original", ""))
    return found


def _holds(newer: Any, earlier: Any) -> bool:
    """Tells whether a value is still there, perhaps with more beside it; what has an id is asked for itself."""
    if isinstance(earlier, dict):
        if "id" in earlier:
            return True
        there = newer if isinstance(newer, dict) else {}
        return all(_holds(there.get(name), value) for name, value in earlier.items() if name != "x_unmapped")
    if isinstance(earlier, list):
        items = newer if isinstance(newer, list) else []
        return all(_holds({}, item) or any(_holds(one, item) for one in items) for item in earlier)
    return bool(newer == earlier)

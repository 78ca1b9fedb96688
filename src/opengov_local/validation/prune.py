"""Pruning: cuts what is broken at the nearest optional value or list item, so that rules can judge the rest."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from opengov_local.finding import path_of, pointer_of
from opengov_local.model import Package
from opengov_local.model.shape import steps
from opengov_local.model.walk import Path, Survey
from opengov_local.schema.lane import accept
from opengov_local.validation.structure import judge


class Pruned:
    """The healthy rest of a broken tree, which remembers what was cut and where everything stood before."""

    def __init__(self, tree: Any) -> None:
        self._own: dict[int, Any] = {}
        """The parts that were copied because something in them was cut; all others are those of the tree as read."""
        self.tree = self._copied(tree)
        self.cuts: dict[Path, None] = {}
        """Paths of the cut parts, in the tree as it was read."""
        self.cut_ids: set[str] = set()
        """Ids, present and former, of the objects in the cut parts: they are not missing, only set aside."""
        self.cut_texts: set[str] = set()
        """Every text inside the cut parts: an id among them may be a mention."""
        self._kept: dict[Path, list[int]] = {}
        self._above: set[Path] = set()
        """Every place at which, or below which, something was cut, in the tree as it was read."""

    def origin(self, path: Path) -> Path:
        """Gives the place in the tree as it was read of a place in the pruned one."""
        before: Path = ()
        for part in path:
            kept = self._kept.get(before)
            before = (*before, kept[part] if kept is not None and isinstance(part, int) else part)
        return before

    def cut(self, path: Path) -> None:
        """Removes one value of the pruned tree, named by its place there."""
        origin = self.origin(path)
        container = self._own_at(path[:-1])
        part = container[path[-1]]
        self.cut_ids.update(_ids({path[-1]: part}))
        self.cut_texts.update(_texts(part))
        self.cuts[origin] = None
        self._above.update(origin[:length] for length in range(len(origin) + 1))
        if isinstance(container, list):
            position = int(path[-1])
            self._kept.setdefault(origin[:-1], list(range(len(container)))).pop(position)
            del container[position]
        else:
            del container[path[-1]]

    def lacks(self, path: Path) -> bool:
        """Tells whether a place inside the pruned tree lacks something because it, or a part of it, was cut."""
        return self.origin(path) in self._above

    def put(self, path: Path, value: Any) -> None:
        """Sets one value of the pruned tree, named by its place there."""
        self._own_at(path[:-1])[path[-1]] = value

    def _own_at(self, path: Path) -> Any:
        """Gives the object or list at a place, after copying it and all that it lies in."""
        value = self.tree
        for part in path:
            if id(value[part]) not in self._own:
                value[part] = self._copied(value[part])
            value = value[part]
        return value

    def _copied(self, part: Any) -> Any:
        own = copy.copy(part)
        self._own[id(own)] = own
        return own


def prune(tree: Any, pointers: Iterable[str]) -> tuple[Survey | None, Pruned]:
    """Cuts failing values until the rest is valid.

    Args:
        tree: JSON-shaped data.
        pointers: places that the structure judge refused, as JSON Pointers.

    Returns:
        What a walk over the healthy rest noted, None when nothing valid is left, and what was done to get it.
    """
    rest = Pruned(tree)
    failing = [typed(rest.tree, pointer) for pointer in pointers]
    while True:
        places = {nearest(path, rest.tree) for path in failing}
        if None in places or not places:
            return None, rest
        for place in outermost(place for place in places if place is not None):
            rest.cut(place)
        data = msgspec.json.encode(rest.tree)
        if survey := accept(data):
            return survey, rest
        package, findings = judge(data)
        if package is not None:
            return Survey(package), rest
        failing = [typed(rest.tree, finding.location.pointer) for finding in findings]


def typed(tree: Any, pointer: str) -> Path:
    """Gives the steps of a pointer with list positions as numbers, as far as the tree has them."""
    path: list[str | int] = []
    value = tree
    for part in path_of(pointer):
        if isinstance(value, list):
            path.append(int(part))
            value = value[int(part)]
        else:
            path.append(part)
            value = value.get(part) if isinstance(value, dict) else None
    return tuple(path)


def nearest(path: Path, tree: Any) -> Path | None:
    """Finds the nearest value at or above a failing place that may be absent and is there."""
    trail = list(steps(Package, path))
    for length in range(len(path), 0, -1):
        step = trail[length - 1]
        inside_map = step.known and step.field is None
        optional = step.item or inside_map or (step.field is not None and not step.field.required)
        if optional and _exists(tree, path[:length]):
            return path[:length]
    return None


def _exists(tree: Any, path: Path) -> bool:
    value = tree
    for part in path:
        if not (isinstance(part, int) if isinstance(value, list) else isinstance(value, dict) and part in value):
            return False
        value = value[part]
    return True


def outermost(paths: Iterable[Path]) -> Iterator[Path]:
    """Drops places inside others; the last of a list first, so that the earlier ones stay where they are."""
    chosen: list[Path] = []
    for path in sorted(set(paths), key=lambda path: [(isinstance(p, int), p) for p in path]):
        if not chosen or path[: len(chosen[-1])] != chosen[-1]:
            chosen.append(path)
    return reversed(chosen)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in _inside(value):
        yield from _texts(item)


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _texts([value.get("id"), value.get("former_ids")])
    for item in _inside(value):
        yield from _ids(item)


def _inside(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def pointers_of(cuts: Iterable[Path]) -> tuple[str, ...]:
    """Gives cut places as JSON Pointers, in the order of the document."""
    return tuple(pointer_of(path) for path in sorted(cuts, key=lambda path: [(isinstance(p, int), p) for p in path]))

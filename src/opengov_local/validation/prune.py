"""Pruning: leaves out the smallest part around what is broken, so that rules can judge the rest."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from opengov_local.finding import path_of, pointer_of
from opengov_local.model import Package
from opengov_local.model.identity import Identified
from opengov_local.model.shape import FieldShape, Step, concepts, shape_of, steps
from opengov_local.model.walk import Path, Survey
from opengov_local.schema.lane import accept
from opengov_local.validation.blanks import ANY, Watch, filling, hide
from opengov_local.validation.structure import judge


class Pruned:
    """The healthy rest of a broken tree, which remembers what was cut and where everything stood before."""

    def __init__(self, tree: Any) -> None:
        self._own: dict[int, Any] = {}
        """The parts that were copied because something in them was cut; all others are those of the tree as read."""
        self.tree = self._copied(tree)
        self.cuts: dict[Path, None] = {}
        """Paths of the cut parts and of the blanks, in the tree as it was read."""
        self.blanks: dict[Path, None] = {}
        """Paths of required fields that are missing or were refused, in the tree as it was read."""
        self._hidden: dict[Path, None] = {}
        """Paths of fields that were cut or left blank, of objects that are still there, in the tree as it was read."""
        self.nameless: set[str] = set()
        """Kinds of objects that may be in the data with an id that nobody could read."""
        self.unread_mentions: set[str] = set()
        """Kinds of objects that what nobody could read may mention."""
        self.cut_ids: set[str] = set()
        """Ids, present and former, of the objects in the cut parts: they are not missing, only set aside."""
        self.cut_texts: set[str] = set()
        """Every text inside the cut parts: an id among them may be a mention."""
        self._kept: dict[Path, list[int]] = {}
        self._lacking: set[Path] = set()
        """Every place at which, or right below which, something was cut, in the tree as it was read."""

    def origin(self, path: Path) -> Path:
        """Gives the place in the tree as it was read of a place in the pruned one."""
        if not self._kept:
            return path
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
        if self._hidden and isinstance(part, (dict, list)):
            self._hidden = {place: None for place in self._hidden if place[: len(origin)] != origin}
        self._note_unread(origin, part)
        self._lacking.update((origin, origin[:-1]))
        if isinstance(container, list):
            position = int(path[-1])
            self._kept.setdefault(origin[:-1], list(range(len(container)))).pop(position)
            del container[position]
            if not container:
                self._hidden[origin[:-1]] = None
        else:
            del container[path[-1]]

    def blank(self, path: Path, field: FieldShape) -> None:
        """Leaves one required field of the pruned tree blank, named by its place there."""
        origin = self.origin(path)
        holder = self._own_at(path[:-1])
        part = holder.get(path[-1])
        self.cut_ids.update(_ids({path[-1]: part}))
        self.cut_texts.update(_texts(part))
        self.cuts[origin] = self.blanks[origin] = None
        self._note_unread(origin, part)
        holder[path[-1]] = filling(field, len(self.blanks))

    def _note_unread(self, origin: Path, part: Any) -> None:
        """Notes which objects, and mentions of which, may be in a part that could not be read."""
        *above, step = trail(origin)
        field = step.field
        if field is None:
            return
        if not step.item:
            self._hidden[origin] = None
        elif field.model is None:
            self._hidden[origin[:-1]] = None
        owner = next((one.model for one in reversed(above) if one.model is not None), Package)
        if field.name in ("id", "former_ids"):
            self.nameless.add((owner.concept if issubclass(owner, Identified) else None) or ANY)
        elif field.refers is not None:
            self.unread_mentions.update(field.refers or (ANY,))
        elif field.model is not None and not isinstance(part, dict if step.model else list):
            for concept in concepts(field.model):
                self.nameless.update([concept.concept or ANY] if "id" in shape_of(concept) else ())
                for one in shape_of(concept).values():
                    self.unread_mentions.update(() if one.refers is None else one.refers or (ANY,))

    def spoiled(self, path: Path) -> bool:
        """Tells whether a place in the pruned tree is that of what was cut or left blank, or lies in it."""
        origin = self.origin(path)
        return any(origin[:length] in self.cuts for length in range(len(origin) + 1))

    def hide(self, survey: Survey, watch: Watch) -> None:
        """Hides the fields that were cut or left blank in what a walk over the rest noted; see `Watch`."""
        hide(survey, self.hidden(), watch)

    def hidden(self) -> Iterable[Path]:
        """Gives the places in the pruned tree of the fields that were cut or left blank, of objects still there."""
        return self.present(self._hidden)

    def present(self, origins: Iterable[Path]) -> Iterable[Path]:
        """Gives the places in the pruned tree of some in the tree as it was read, none in what was cut."""
        present = {place: {was: now for now, was in enumerate(kept)} for place, kept in self._kept.items()}
        return origins if not present else (_moved(place, present) for place in origins)

    def lacks(self, path: Path) -> bool:
        """Tells whether a place inside the pruned tree was cut, or an item or member of it.

        What is cut deeper inside is noticed by those who read it; see `hide`.
        """
        return self.origin(path) in self._lacking

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


def _moved(origin: Path, present: Mapping[Path, Mapping[Any, int]]) -> Path:
    """Gives the place in the pruned tree of one in the tree as it was read."""
    lists = (present.get(origin[:length]) for length in range(len(origin)))
    return tuple(part if moved is None else moved[part] for part, moved in zip(origin, lists, strict=True))


def prune(tree: Any, pointers: Iterable[str]) -> tuple[Survey | None, Pruned]:
    """Cuts failing values, and leaves required fields blank, until the rest is valid.

    Args:
        tree: JSON-shaped data.
        pointers: places that the structure judge refused, as JSON Pointers.

    Returns:
        What a walk over the healthy rest noted, None when nothing valid is left, and what was done to get it.
    """
    rest = Pruned(tree)
    failing = [typed(rest.tree, pointer) for pointer in pointers]
    while True:
        places = {place: field for path in failing for place, field in [smallest(path, rest)]}
        if () in places or not places:
            return None, rest
        for place in outermost(places):
            if (field := places[place]) is None:
                rest.cut(place)
            else:
                rest.blank(place, field)
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


def trail(path: Path) -> tuple[Step, ...]:
    """Gives what the model says of each step of a path; it says the same of all items of a list."""
    return _trail(tuple(0 if isinstance(part, int) else part for part in path))


@lru_cache(maxsize=1024)
def _trail(path: Path) -> tuple[Step, ...]:
    return tuple(steps(Package, path))


def smallest(path: Path, rest: Pruned) -> tuple[Path, FieldShape | None]:
    """Finds what to leave out for a failing place: the nearest value that may be absent, or a required field first.

    Returns:
        Its place, `()` where there is none; and the field, where it is required and so to be left blank.
    """
    optional = nearest(path, rest.tree) or ()
    if len(optional) == len(path):
        return optional, None
    way = trail(path)
    for length in range(len(path), len(optional), -1):
        step = way[length - 1]
        place = path[:length]
        required = step.field is not None and step.field.required and not step.item
        if required and rest.origin(place) not in rest.blanks and isinstance(at(rest.tree, place[:-1]), dict):
            return place, step.field
    return optional, None


def at(tree: Any, path: Path) -> Any:
    """Gives the value at a place; None where there is none."""
    for part in path:
        tree = tree[part] if _exists(tree, (part,)) else None
    return tree


def nearest(path: Path, tree: Any) -> Path | None:
    """Finds the nearest value at or above a failing place that may be absent and is there."""
    way = trail(path)
    for length in range(len(path), 0, -1):
        step = way[length - 1]
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

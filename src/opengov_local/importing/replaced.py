"""What an earlier package holds that a newer reading does not give: corrected by hand, or changed in its source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, Final, NamedTuple

from opengov_local.importing.again import Known, objects_of
from opengov_local.model.base import Model
from opengov_local.model.package import Package
from opengov_local.model.shape import shape_of

_OF_THE_READING: Final = frozenset({"id", "schema_version", "sources", "x_unmapped"})
"""What says how a file was read, and not what of."""
_CALLED: Final = ("title", "name", "text")
"""What objects are known by: where its words still stand in the source, an object was not dropped there."""

_WORD: Final = re.compile(r"\w+")

_Texts = Mapping[str, set[str]]
"""Original texts of the source about an object, by field."""
_Originals = Mapping[str, _Texts]
"""The same, by object."""


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

    What the newer one says beside is none of this, unless the earlier one's source said it too: then it was deleted
    there by hand. Objects that the source no longer speaks of are, where something was added to them by hand.

    Args:
        earlier: the tree of the earlier package.
        newer: the tree of the newer one, whose objects have the ids of the earlier.
    """
    then, now = _originals(earlier), _originals(newer)
    mine = [Known(str(earlier.get("id", "")), "", "", earlier, Package), *objects_of(earlier)]
    theirs = {known.id: known for known in objects_of(newer)}
    theirs[mine[0].id] = Known(mine[0].id, "", "", newer, Package)
    made, before, after = _made_by_reading(theirs.values(), now), _counted(then), _counted(now)
    gone = {known.id for known in mine} - theirs.keys()
    for known in mine:
        other, told = theirs.get(known.id), then.get(known.id, {})
        if other is not None:
            yield from _changed(known, other, told, now.get(known.id, {}), gone)
        elif all(after[text] >= before[text] for text in _called(told) or set().union(*told.values())):
            yield Replaced(known.shown or known.id, known.model.__name__, by_source=False)
        else:
            yield from _worked_on(known, told, made)
    yield from _back({known.id for known in mine}, theirs.values(), then, now)


def _worked_on(known: Known, then: _Texts, made: Set[tuple[type[Model], str]]) -> Iterator[Replaced]:
    """Says what was made by hand of an object that the source speaks of no more."""
    for field, value in known.data.items():
        if field in _OF_THE_READING or _has_ids(value) or (known.model, field) in made:
            continue
        if _is_read(known.model, field, value, then[field]) if field in then else _is_code(known.model, field):
            continue
        yield Replaced(known.shown or known.id, f"{known.model.__name__}.{field}", by_source=False)


def _changed(known: Known, other: Known, then: _Texts, now: _Texts, gone: Set[str]) -> Iterator[Replaced]:
    """Says which fields of an object hold something else, or hold again what was deleted there by hand."""
    for field in dict.fromkeys((*known.data, *other.data)):
        if field in _OF_THE_READING or (field.startswith("x_") and field in other.data):
            continue
        is_said = then.get(field, set()) != now.get(field, set())
        value, given = _there(known.data.get(field), gone), other.data.get(field)
        if field in known.data and not _holds(given, value):
            by_source = is_said and _is_read(known.model, field, value, then.get(field, set()))
        elif field in then and not is_said and not _holds(value, given):
            by_source = False
        else:
            continue
        yield Replaced(known.shown or known.id, f"{known.model.__name__}.{field}", by_source)


def _back(there: Set[str], theirs: Iterable[Known], then: _Originals, now: _Originals) -> Iterator[Replaced]:
    """Says which objects the earlier package was read with, but does not have any more."""
    deleted = [_called(texts) or texts for target, texts in then.items() if target not in there]
    for known in theirs:
        texts = now.get(known.id, {})
        is_below = known.parent not in there and known.parent in now
        if known.id not in there and not is_below and texts and (_called(texts) or texts) in deleted:
            yield Replaced(known.shown or known.id, known.model.__name__, by_source=False)


def _there(value: Any, gone: Set[str]) -> Any:
    """Gives a value without references to objects that are gone, and spoken of themselves."""
    if isinstance(value, list):
        return [one for one in value if not (isinstance(one, str) and one in gone)]
    return [] if isinstance(value, str) and value in gone else value


def _counted(originals: _Originals) -> Counter[str]:
    """Gives of how many objects each original text speaks."""
    return Counter(text for texts in originals.values() for text in set().union(*texts.values()))


def _called(texts: _Texts) -> set[str]:
    return {text for field in _CALLED for text in texts.get(field, ())}


def _made_by_reading(theirs: Iterable[Known], now: _Originals) -> set[tuple[type[Model], str]]:
    """Gives the fields that a reading fills without words of its own for them."""
    return {(each.model, name) for each in theirs for name in each.data if name not in now.get(each.id, {})}


def _is_code(model: type[Model], field: str) -> bool:
    """Tells whether a field holds a reference or a word of a list, such as a reading takes from elsewhere."""
    shape = shape_of(model).get(field)
    return shape is not None and (shape.refers is not None or bool(shape.choices or shape.open_list))


def _is_read(model: type[Model], field: str, value: Any, originals: Iterable[str]) -> bool:
    """Tells whether all words of a text by language stand in the words it was read from; of all else, nobody knows."""
    shape = shape_of(model).get(field)
    if shape is None or shape.kind != "map" or not isinstance(value, dict):
        return True
    there = set(_WORD.findall(" ".join(originals).casefold()))
    return there.issuperset(_WORD.findall(" ".join(map(str, value.values())).casefold()))


def _has_ids(value: Any) -> bool:
    """Tells whether a value is an object that is asked for itself, or a list of such."""
    return any(isinstance(one, dict) and "id" in one for one in (value if isinstance(value, list) else [value]))


def _originals(tree: Mapping[str, Any]) -> _Originals:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for source in tree.get("sources") or ():
        for extract in source.get("extracts") or ():
            for path in extract.get("fields") or ():
                found[extract.get("target", "")][path.split(".")[0]].add(extract.get("original", ""))
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

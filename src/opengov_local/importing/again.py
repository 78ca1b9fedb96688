"""Importing again: which objects of a newer file are those of an earlier package, so that they keep their ids."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from opengov_local.finding import Finding, Parameter
from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.package import Package
from opengov_local.model.shape import shape_of

_OF_A_TIME = frozenset(("update", "assessment"))
"""Concepts of what is said for one time."""
NEAR = 0.6
"""Likeness of two titles (0 to 1) from which they are proposed as the same, for a person to decide."""


@dataclass
class Matched:
    """What importing again found.

    Attributes:
        ids: new id to the earlier id that stands for it.
        findings: what was matched and how, what is only alike, what the newer file no longer has.
    """

    ids: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


class Known(NamedTuple):
    """An object with an id: its concept, its parent's id, what it can be recognised by, and its class."""

    id: str
    kind: str
    parent: str
    data: Mapping[str, Any]
    model: type[Model] = Model

    @property
    def called(self) -> dict[str, str]:
        """Its title, name or text by language, as it stands there."""
        text = next((self.data[name] for name in ("title", "name", "text") if name in self.data), None)
        there = text.items() if isinstance(text, dict) else ()
        return {str(tag): " ".join(str(words).split()) for tag, words in there}

    @property
    def texts(self) -> dict[str, str]:
        """The same as such are compared."""
        return {tag: words.casefold() for tag, words in self.called.items()}

    @property
    def shown(self) -> str:
        """What it is called, in all languages, to be shown."""
        return " | ".join(self.called.values())

    @property
    def words(self) -> str:
        """The same in all languages."""
        return " | ".join(self.texts.values())


def keep_ids(tree: dict[str, Any], base: Mapping[str, Any], stated: Set[str] = frozenset()) -> Matched:
    """Matches the objects of a new draft with those of an earlier package of the same plan.

    Two objects are the same when they are of one concept and share, in this order: an official number; being the only
    plan, with titles alike or commitments in common; the place in the source and the words; the words alone, under
    the same parent, in all their languages, or in one where no other is against it; the printed number, under the same
    parent, and words that are alike; all that is said of them, under the same parent; what and for when an update or
    assessment speaks of. Each must single out one object on both sides. Objects that are only alike are proposed,
    never taken for the same. An object whose id the source states is the earlier one of that id, or none.

    Args:
        tree: the draft.
        base: the tree of the earlier package.
        stated: ids that the source states.
    """
    matched = Matched()
    new, old = list(objects_of(tree)), list(objects_of(base))
    earlier = {(known.id, known.kind) for known in old}
    same = {known.id: known.id for known in new if known.id in stated and (known.id, known.kind) in earlier}
    if same:
        matched.ids |= same
        matched.findings.append(Finding("import/ids-kept", "info", params={"count": len(same), "how": "id"}))
    free = [known for known in new if known.id not in stated]
    new_places, old_places = _places(tree), _places(base)
    ways: tuple[tuple[str, Callable[[Known, bool], Iterable[Hashable]]], ...] = (
        ("official-number", lambda known, _: _official(known)),
        ("only-plan", lambda known, _: [()] if known.kind == "plan" else []),
        ("place-and-words", lambda known, is_new: _placed(known, new_places if is_new else old_places)),
        ("words", lambda known, is_new: _under(known, known.words, matched.ids if is_new else None)),
        ("words", lambda known, is_new: _in_a_language(known, matched.ids if is_new else None)),
        ("number", lambda known, is_new: _under(known, known.data.get("number"), matched.ids if is_new else None)),
        ("content", lambda known, is_new: _under(known, _content(known, matched.ids), matched.ids if is_new else None)),
        ("target", lambda known, is_new: _about(known, matched.ids)),
    )
    for way, keys in ways:
        count = _match(way, keys, free, old, matched)
        if count:
            matched.findings.append(Finding("import/ids-kept", "info", params={"count": count, "how": way}))
    if not matched.ids:
        matched.findings.append(Finding("import/base-is-another", "warning", params={"id": str(base.get("id", ""))}))
    elif isinstance(base.get("id"), str) and tree["id"] not in stated:
        matched.ids[str(tree["id"])] = base["id"]
    taken = set(matched.ids.values())
    gone = [known for known in old if known.id not in taken]
    matched.findings += _candidates([known for known in free if known.id not in matched.ids], gone)
    if gone:
        names = tuple(known.shown or known.id for known in gone)
        matched.findings.append(Finding("import/not-in-source", "warning", params={"count": len(gone), "names": names}))
    return matched


def _match(
    way: str, keys: Callable[[Known, bool], Iterable[Hashable]], new: list[Known], old: list[Known], matched: Matched
) -> int:
    """Takes objects for the same that a key singles out on both sides; gives how many."""
    taken = set(matched.ids.values())
    theirs: dict[Hashable, list[Known]] = defaultdict(list)
    for known in old:
        if known.id not in taken:
            for key in keys(known, False):
                theirs[known.kind, key].append(known)
    ours: dict[Hashable, list[Known]] = defaultdict(list)
    free = [known for known in new if known.id not in matched.ids]
    for known in free:
        for key in keys(known, True):
            ours[known.kind, key].append(known)
    before = len(matched.ids)
    for known in free:  # parents come first, so that their children find them matched
        for key in keys(known, True):
            found = theirs.get((known.kind, key), [])
            single = len(found) == 1 and len(ours[known.kind, key]) <= 1
            if single and found[0].id not in taken and _agree(way, known, found[0]):
                matched.ids[known.id] = found[0].id
                taken.add(found[0].id)
                break
    return len(matched.ids) - before


def _agree(way: str, one: Known, other: Known) -> bool:
    """Asks two objects for words that do not differ, and for alike ones where only a number or being alone says so.

    Updates and assessments that speak of different times are different ones, whatever they say.
    """
    if any(name in one.data and name in other.data and one.data[name] != other.data[name] for name in _when(one)):
        return False
    if way == "words":
        return all(one.texts[tag] == other.texts[tag] for tag in one.texts.keys() & other.texts.keys())
    if way not in ("number", "only-plan"):
        return True
    if likeness(one, other) >= NEAR:
        return True
    return way == "only-plan" and not _titles(one).isdisjoint(_titles(other))


def _when(known: Known) -> tuple[str, ...]:
    """Gives the fields that say of what time an object speaks; none where it is of no time."""
    return ("date", "period") if known.kind in _OF_A_TIME else ()


def likeness(one: Known, other: Known) -> float:
    """Gives how alike the words of two objects are (0 to 1), in the languages that both have, if there are any."""
    mine, theirs = one.texts, other.texts
    shared = [tag for tag in mine if tag in theirs]
    if not shared:
        return SequenceMatcher(None, one.words, other.words).ratio()
    here, there = (" | ".join(each[tag] for tag in shared) for each in (mine, theirs))
    return SequenceMatcher(None, here, there).ratio()


def _titles(plan: Known) -> set[str]:
    """Gives the words of the commitments, axes and activities of a plan."""
    held = [item for name in ("commitments", "axes", "activities") for item in plan.data.get(name) or ()]
    known = (Known("", "", "", item) for item in held if isinstance(item, dict))
    return {words for each in known for words in (each.words, *each.texts.values()) if words}


def _official(known: Known) -> Iterator[Hashable]:
    for number in known.data.get("identifiers") or ():
        if isinstance(number, dict):
            yield number.get("scheme"), str(number.get("value")).casefold(), number.get("holder")


def _placed(known: Known, places: Mapping[str, set[tuple[str, str]]]) -> Iterator[Hashable]:
    yield from ((place, known.words) for place, _ in places.get(known.id, ()) if known.words)


def _under(known: Known, words: object, ids: Mapping[str, str] | None) -> list[Hashable]:
    """Gives a key of words under a parent; the parent of a new object goes by its earlier id."""
    parent = known.parent if ids is None else ids.get(known.parent, known.parent)
    return [(parent, words)] if words else []


def _in_a_language(known: Known, ids: Mapping[str, str] | None) -> list[Hashable]:
    """Gives the words of each language under a parent: a file in one language holds an object of several."""
    return [key for tag, words in known.texts.items() if words for key in _under(known, (tag, words), ids)]


def _content(known: Known, ids: Mapping[str, str]) -> str:
    """Gives all that is said of an object; references to new objects go by their earlier ids."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(child) for name, child in value.items() if name not in ("id", "place")}
        if isinstance(value, list):
            return [plain(child) for child in value]
        return ids.get(value, value) if isinstance(value, str) else value

    return json.dumps(plain(known.data), ensure_ascii=False, sort_keys=True)


def _about(known: Known, ids: Mapping[str, str]) -> Iterator[Hashable]:
    """Gives what an update or an assessment speaks of, for when, and by which instrument."""
    target = known.data.get("target")
    if isinstance(target, str):
        more = [known.data.get(name) for name in ("period", "date", "instrument")]
        yield ids.get(target, target), json.dumps(more, ensure_ascii=False, sort_keys=True)


def _places(tree: Mapping[str, Any]) -> dict[str, set[tuple[str, str]]]:
    """Gives for each object the places where its title, name or text was read, with the words there."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for source in tree.get("sources") or ():
        for extract in source.get("extracts") or ():
            fields = extract.get("fields") or ()
            if any(path.split(".")[0] in ("title", "name", "text") for path in fields):
                found[extract.get("target", "")].add((extract.get("location", ""), extract.get("original", "")))
    return found


def _candidates(new: list[Known], old: list[Known]) -> Iterator[Finding]:
    """Proposes for each new object the earlier one of its concept that is most alike, where one is alike at all."""
    for known in new:
        same_kind = [other for other in old if known.words and other.kind == known.kind]
        alike = [(likeness(known, other), other) for other in same_kind]
        ratio, best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
        if best is not None and ratio >= NEAR:
            params: dict[str, Parameter] = {"name": known.shown, "earlier": best.shown, "earlier_id": best.id}
            yield Finding("import/id-candidate", "info", params={**params, "id": known.id})


def objects_of(tree: Mapping[str, Any]) -> Iterator[Known]:
    """Gives the objects with an id below the package, parents first."""
    waiting: list[tuple[Mapping[str, Any], type[Model], str]] = [(tree, Package, "")]
    for data, model, parent in waiting:
        here = parent
        if issubclass(model, Identified) and model is not Package and isinstance(data.get("id"), str):
            here = data["id"]
            yield Known(here, model.concept or "", parent, data, model)
        for shape in shape_of(model).values():
            if shape.model is None:
                continue
            inside = data.get(shape.name)
            items = inside if isinstance(inside, list) else [inside]
            waiting += [(item, shape.model, here) for item in items if isinstance(item, dict)]


def replace_ids(tree: Any, ids: Mapping[str, str]) -> None:
    """Replaces ids in a tree, wherever they stand; new ids are random, so nothing else can be equal to one."""
    waiting = [tree]
    for value in waiting:
        for key, child in list(value.items() if isinstance(value, dict) else enumerate(value)):
            if isinstance(child, str):
                if child in ids:
                    value[key] = ids[child]
            elif isinstance(child, (dict, list)):
                waiting.append(child)

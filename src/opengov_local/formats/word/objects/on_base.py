"""A report on the plan of an earlier package: its updates join that, whose own words stand as they did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, cast

from opengov_local.account import Piece, Place
from opengov_local.formats.tracker.again import leave_known
from opengov_local.formats.tracker.targets import KINDS, Target, Targets
from opengov_local.importing.again import NEAR, Known, keep_ids, likeness, objects_of
from opengov_local.importing.draft import UNMAPPED, Draft
from opengov_local.importing.words import fold

_UPDATES = "progress_updates"
_AROUND = ("collectivities", "organizations", "workshops")
_STATES = ("status", "progress")
_OWN = frozenset(("axes", "commitments", "milestones", "indicators", "activities", UNMAPPED))
"""Fields that hold objects which are looked at by themselves."""
_NAMES = ("title", "name", "number", "identifiers")


def join_base(draft: Draft, pieces: Iterable[Piece]) -> None:
    """Joins a report to the earlier package, where it speaks of the plan of that.

    What the report says again of the plan is its; what else it says of it is kept beside the updates. Objects that
    the package does not have are said, and kept in words.

    Args:
        draft: the plan that was made of the report, and its updates.
        pieces: the pieces of the file.
    """
    base = draft.options.base
    updates = {str(each["id"]): str(each.get("target", "")) for each in draft.root.data.get(_UPDATES, ())}
    if not isinstance(base, dict) or not updates or _is_of_others(draft.root.data, base):
        return
    made = {known.id: known for known in objects_of(draft.root.data)}
    named = _Named(Targets(base), made)
    targets = set(updates.values())
    found = [one for one in targets if one in named.ids and (made[one].kind != "plan" or named.is_titled(made[one]))]
    parts = [one for one in targets if made[one].kind != "plan"]
    if not found or 2 * len(found) < len(parts):
        return
    _say_unknown(draft, named, made, updates)
    ids = {**_around(draft.root.data, base), **named.ids}
    stays = {str(each["id"]): draft.node_of(each) for each in _staying(draft.root.data, ids)}
    joined = [each for each in draft.root.data[_UPDATES] if each["id"] in stays]
    beside = {str(each["target"]): stays[each["id"]] for each in reversed(joined)}
    states = {(one, name): draft.node_of(cast("dict[str, Any]", known.data)) for one, known in made.items()
              for name in _STATES if one in targets and name in known.data}  # fmt: skip
    draft.set_aside(states, {})  # they are those of the updates
    said_too = set(_said_too(made.values(), ids, base))
    _say_otherwise(draft, [known for one, known in made.items() if one in named.ids], ids, said_too)
    whole = {piece.place: piece for piece in pieces}
    draft.graft(deepcopy(base), ids, stays, beside, said_too, whole)
    draft.say("import/report-joined", severity="info", count=len(stays.keys() & updates.keys()), id=str(base.get("id")))
    leave_known(draft, base)


class _Named:
    """The objects of a plan that are those of an earlier package: by number and title, or by one that is not gainsaid.

    Attributes:
        ids: of each its id there.
        alike: those whose number is the same and whose titles are only alike.
        doubtful: those that can be several.
    """

    def __init__(self, targets: Targets, made: Mapping[str, Known]) -> None:
        self.ids: dict[str, str] = {}
        self.alike: list[str] = []
        self.doubtful: set[str] = set()
        self._targets = targets
        for known in made.values():
            if known.kind in KINDS and known.kind != "plan":
                self._find(known, made)
        plans = {target.above[0] for target in map(self._by_id, self.ids.values()) if target.above}
        for known in made.values():
            titled = self._titled(known) if known.kind == "plan" else []
            only = plans if len(plans) == 1 else {target.id for target in titled}
            if known.kind == "plan" and len(only) == 1:
                self.ids[known.id] = next(iter(only))

    def is_titled(self, known: Known) -> bool:
        """Tells whether an object is named by the words of its title."""
        return bool(self._titled(known))

    def _by_id(self, target: str) -> Target:
        return next(each for each in self._targets.find(target) if each.id == target)

    def _find(self, known: Known, made: Mapping[str, Known]) -> None:
        above = made.get(known.parent)
        inside = above is not None and above.kind != "plan"
        if inside and known.parent not in self.ids:
            return
        found = [each for each in self._all(known) if not inside or self.ids[known.parent] in each.above]
        if len(found) == 1:
            self.ids[known.id] = found[0].id
        elif found:
            self.doubtful.add(known.id)

    def _all(self, known: Known) -> list[Target]:
        """Gives the objects that are named: all of them, where the number is one's and the title another's."""
        titled, numbered = self._titled(known), self._numbered(known)
        if titled and numbered:
            return [each for each in titled if each in numbered] or [*titled, *numbered]
        if titled or not known.texts:
            return titled or numbered
        alike = [each for each in numbered if likeness(known, self._known(each)) >= NEAR]
        self.alike += [known.id] if len(alike) == 1 else []
        return alike

    def _known(self, target: Target) -> Known:
        return Known(target.id, target.kind, "", self._targets.said_of(target))

    def _titled(self, known: Known) -> list[Target]:
        titles = known.data.get("title") or {}
        return list(dict.fromkeys(each for text in titles.values() for each in self._targets.find(text, known.kind)
                                  if fold(text) in self._titles(each)))  # fmt: skip

    def _titles(self, target: Target) -> set[str]:
        return {fold(text) for text in self._known(target).texts.values()}

    def _numbered(self, known: Known) -> list[Target]:
        numbers = [known.data.get("number"), *(one.get("value") for one in known.data.get("identifiers", ()))]
        said = [number for number in numbers if isinstance(number, str) and number]
        return list(dict.fromkeys(each for number in said for each in self._targets.find(number, known.kind)))


def _is_of_others(tree: Mapping[str, Any], base: Mapping[str, Any]) -> bool:
    """Tells whether a report is surely one of other collectivities: their official numbers are others."""
    ours, theirs = (
        {
            (one.get("scheme"), one.get("value"))
            for each in _in(side, "collectivities")
            for one in _in(each, "identifiers")
        }
        for side in (tree, base)
    )
    return bool(ours and theirs and not ours & theirs)


def _in(data: Mapping[str, Any], field: str) -> list[dict[str, Any]]:
    """Gives the objects in a list of another; none where an earlier package has something else there."""
    held = data.get(field)
    return [each for each in held if isinstance(each, dict)] if isinstance(held, list) else []


def _around(tree: dict[str, Any], base: Mapping[str, Any]) -> dict[str, str]:
    """Gives of what stands around the plan the ids in the base; a meeting of another day is another one."""
    around = {name: tree[name] for name in _AROUND if name in tree}
    ids = keep_ids({"id": tree["id"], **around}, base).ids
    days = {each.get("id"): each.get("date") for each in _in(base, "workshops")}
    others = [each for each in _in(tree, "workshops") if each.get("date") != days.get(ids.get(each["id"]))]
    return {new: old for new, old in ids.items() if not any(_holds(each, new) for each in others)}


def _staying(tree: Mapping[str, Any], ids: Mapping[str, str]) -> list[dict[str, Any]]:
    """Gives what a report adds to the package: its updates and meetings, and the bodies that they name."""
    free = [each for name in _AROUND for each in tree.get(name, ()) if each["id"] not in ids]
    others = {each["id"]: each for each in free if each not in _in(tree, "workshops")}
    waiting = [each for each in tree[_UPDATES] if each["target"] in ids]
    waiting += [each for each in free if each["id"] not in others]
    for each in waiting:
        waiting += [others.pop(text) for text in set(_texts(each)) if text in others]
    return waiting


def _holds(value: Any, text: str) -> bool:
    return text in _texts(value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _said_too(made: Collection[Known], ids: Mapping[str, str], base: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Gives the fields of objects in which the base says the same, or that name them."""
    there = {known.id: known for known in objects_of(base)}
    for known in made:
        earlier = there.get(ids.get(known.id, ""))
        for field, value in known.data.items() if earlier else ():
            held = earlier.data.get(field) if earlier else None
            if field in _NAMES or (held is not None and _plain(value, ids) == _plain(held, {})):
                yield known.id, field


def _say_otherwise(
    draft: Draft, made: Iterable[Known], ids: Mapping[str, str], said_too: Collection[tuple[str, str]]
) -> None:
    """Says where a report says something else of the plan than the package does, which stands."""
    there = {known.id: known for known in objects_of(draft.options.base or {})}
    for known in made:
        for field in known.data.keys() & there[ids[known.id]].data.keys() - _OWN:
            held = next(_texts(there[ids[known.id]].data[field]), "")
            for piece in draft.read_into(known.id, field) if (known.id, field) not in said_too else ():
                draft.say("import/conflict", piece, field=field, kept=held, text=piece.text)


def _plain(value: Any, ids: Mapping[str, str]) -> Any:
    """Gives a value as it is compared: texts folded, ids as the base has them."""
    if isinstance(value, dict):
        return {name: _plain(child, ids) for name, child in value.items() if name != "id"}
    if isinstance(value, list):
        return [_plain(child, ids) for child in value]
    return fold(ids.get(value, value)) if isinstance(value, str) else value


def _say_unknown(draft: Draft, named: _Named, made: Mapping[str, Known], updates: Mapping[str, str]) -> None:
    """Says which objects the base does not have, or has several of, and which were taken for those that are alike."""
    for target in dict.fromkeys(updates.values()):
        known = made[target]
        shown = _shown(known)
        if target not in named.ids:
            code = "import/target-ambiguous" if target in named.doubtful else "import/target-unknown"
            draft.say(code, _place(draft, known), name=shown)
    for target in named.alike:
        draft.say("import/assumed", _place(draft, made[target]), field="target", value=_shown(made[target]))
    twice = Counter(named.ids.values())
    for target in dict.fromkeys(updates.values()):
        if twice[named.ids.get(target, "")] > 1:
            draft.say("import/update-repeated", _place(draft, made[target]), name=named.ids[target], period="")


def _shown(known: Known) -> str:
    """Gives the title of an object as it is written, else its number."""
    titles = known.data.get("title") or {}
    return str(next(iter(titles.values()), known.data.get("number", known.id)))


def _place(draft: Draft, known: Known) -> Place | None:
    return draft.node_of(cast("dict[str, Any]", known.data)).places.get("")

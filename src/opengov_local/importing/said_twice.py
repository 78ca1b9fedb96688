"""Plans that stand in a file twice, in Arabic and in another language: which projects are one, and their joining."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from opengov_local.importing.draft import UNMAPPED, Draft, Node
from opengov_local.importing.in_two_languages import agree, put_beside

Data = dict[str, Any]

_ARABIC: Final = "ar"
_SURE: Final = 3
"""Weight of what two projects without numbers share, from which they are one; a number that both have counts as one."""
_SURELY_TURNS: Final = 3
"""Projects that follow each other in two languages in turn, from which their order tells."""
_SHARE: Final = 2
"""Pairs that agree for each pair that does not, from which numbers are trusted."""
_LISTS: Final = ("commitments", "activities")
_INSIDE: Final = ("milestones", "indicators")


class _Pair(NamedTuple):
    """Two objects that may be one.

    Attributes:
        held: the one that stands first.
        gone: the other.
        weight: what they share: sums count twice, a number, a day and the number of parts once.
        differs: whether they state different ones.
    """

    held: Data
    gone: Data
    weight: int
    differs: bool


class _Twice(NamedTuple):
    """Objects of a list in two languages, in pairs.

    Attributes:
        pairs: the pairs.
        numbered: whether numbers pair them.
        in_turn: whether one follows the other, each time.
        whole: whether all are paired.
    """

    pairs: Sequence[_Pair]
    numbered: bool
    in_turn: bool
    whole: bool

    @property
    def is_sure(self) -> bool:
        """Whether numbers, sums, days and the number of parts leave no doubt that the pairs are one."""
        wanted = _SURE - self.numbered
        agreeing = sum(not pair.differs and pair.weight >= wanted for pair in self.pairs)
        others = len(self.pairs) - agreeing
        if not others:
            return len(self.pairs) == 1 or self.numbered or len({_facts(pair.held) for pair in self.pairs}) > 1
        if self.numbered and agreeing >= _SHARE * others:
            return True
        return self.in_turn and len(self.pairs) >= _SURELY_TURNS and not any(pair.differs for pair in self.pairs)

    @property
    def is_likely(self) -> bool:
        """Whether enough lets one think so, for a person to decide."""
        alike = sum(not pair.differs and pair.weight > 0 for pair in self.pairs)
        return len(self.pairs) > 1 and _SHARE * alike >= len(self.pairs)


def join_languages(draft: Draft) -> None:
    """Joins projects and activities that a plan has twice, in two languages, where nothing is in doubt; else says so.

    Numbers, sums, days, and how many parts they have tell; where two that are one differ in a value, the first is kept
    and the other stands beside it, with a finding.

    Args:
        draft: the document, when all of the file was read.
    """
    for plan in draft.root.data.get("plans", ()):
        for field in _LISTS:
            twice = _twice(plan.get(field, ()))
            if twice is None or not (twice.is_sure or twice.is_likely):
                continue
            names = tuple(_shown(pair.held) for pair in twice.pairs)
            first = draft.node_of(twice.pairs[0].gone)
            place = first.places.get("title/ar") or first.places.get("")
            if twice.is_sure:
                _join(draft, plan, field, twice.pairs)
                draft.say("import/languages-joined", place, severity="info", count=len(names), names=names)
            else:
                draft.say("import/languages-apart", place, count=len(names), names=names)


def _shown(data: Data) -> str:
    return next(iter(data.get("title", {}).values()), "")


# --- which are one


def _twice(objects: Sequence[Data]) -> _Twice | None:
    """Pairs the objects of a list whose titles are in Arabic alone with those that have none in it."""
    titled = [one for one in objects if one.get("title") and (_ARABIC not in one["title"] or len(one["title"]) == 1)]
    tongues = [_ARABIC in one["title"] for one in titled]
    runs = [len(list(run)) for _, run in groupby(tongues)]
    in_turn = set(runs) == {1} and len(runs) % 2 == 0
    if not in_turn and len(runs) != 2:
        return None
    one, other = (
        [each for each, is_ar in zip(titled, tongues, strict=True) if is_ar is side] for side in _sides(tongues)
    )
    numbers = [[each.get("number") for each in side] for side in (one, other)]
    numbered = all(all(side) and len({*side}) == len(side) for side in numbers)
    if numbered:
        by_number = dict(zip(numbers[0], one, strict=True))
        found = [(by_number[each["number"]], each) for each in other if each["number"] in by_number]
        if len(found) < min(len(one), len(other)):
            return None
    elif len(one) == len(other):
        found = list(zip(one, other, strict=True))
    else:
        return None
    whole = len(found) == len(one) == len(other)
    return _Twice([_pair(*each) for each in found], numbered, in_turn, whole)


def _sides(tongues: Sequence[bool]) -> tuple[bool, bool]:
    return tongues[0], not tongues[0]


def _pair(held: Data, gone: Data) -> _Pair:
    one, other = dict(_facts(held)), dict(_facts(gone))
    both = one.keys() & other.keys()
    same = [field for field in both if one[field] == other[field]]
    return _Pair(held, gone, len(same) + ("budget" in same), len(same) < len(both))


def _facts(data: Data) -> tuple[tuple[str, Any], ...]:
    """Gives what an object states that is the same in every language."""
    return tuple(_said(data))


def _said(data: Data) -> Iterator[tuple[str, Any]]:
    for field in ("number", "start", "end", "due", "completed_on", "progress"):
        if field in data:
            yield field, data[field]
    sums = [line["amount"] for line in data.get("budget", ()) if "amount" in line]
    if sums:
        yield "budget", tuple(sorted(f"{each.get('value')} {each.get('currency')}" for each in sums))
    for field in _INSIDE:
        if field in data:
            yield field, len(data[field])
            yield from ((f"{field} due", tuple(each["due"] for each in data[field] if "due" in each)),) * any(
                "due" in each for each in data[field]
            )


# --- joining


def _join(draft: Draft, plan: Data, field: str, pairs: Sequence[_Pair]) -> None:
    known: dict[str, Node] = {}
    dropped: set[tuple[str, str]] = set()
    for one, other in _axes(plan, pairs):
        _merge(draft, one, other, known, dropped)
        plan["axes"] = [axis for axis in plan["axes"] if axis is not other]
    _refer(draft.root.data, {gone: node.target for gone, node in known.items()})
    for pair in pairs:
        _merge(draft, pair.held, pair.gone, known, dropped)
    gone = {id(pair.gone) for pair in pairs}
    plan[field] = [one for one in plan[field] if id(one) not in gone]
    _refer(draft.root.data, {gone: node.target for gone, node in known.items()})
    draft.fold_into(known, dropped)


def _axes(plan: Data, pairs: Sequence[_Pair]) -> list[tuple[Data, Data]]:
    """Gives the axes that pairs of projects lie on, in pairs: none where they do not always go together."""
    by_id = {axis["id"]: axis for axis in plan.get("axes", ())}
    found: dict[str, str] = {}
    for pair in pairs:
        one, other = pair.held.get("axes", []), pair.gone.get("axes", [])
        for held, gone in zip(one, other, strict=False):
            if len(one) != len(other) or found.setdefault(gone, held) != held:
                return []
    apart = {gone: held for gone, held in found.items() if gone != held}
    if len({*apart.values()}) < len(apart) or any(
        _ARABIC in by_id[a].get("title", {}) and _ARABIC in by_id[b].get("title", {}) for a, b in apart.items()
    ):
        return []
    return [(by_id[held], by_id[gone]) for gone, held in apart.items()]


def _merge(draft: Draft, held: Data, gone: Data, known: dict[str, Node], dropped: set[tuple[str, str]]) -> None:
    """Puts what is said of an object beside what is said of the one that it is; what differs is kept, and said."""
    node, other = draft.node_of(held), draft.node_of(gone)
    known[gone["id"]] = node
    for field, value in gone.items():
        there = held.get(field)
        if field == UNMAPPED:
            held.setdefault(UNMAPPED, []).extend(value)
        elif there is None:
            held[field] = value
        elif field in _INSIDE and len(there) == len(value) and all("id" in each for each in (*there, *value)):
            for one, two in zip(there, value, strict=True):
                _merge(draft, one, two, known, dropped)
        elif field != "id" and agree(there, value):
            put_beside(there, value)
        elif field != "id" and there != value:
            dropped.add((gone["id"], field))
            for piece in draft.read_into(gone["id"], field):
                draft.say("import/conflict", piece, node=node, field=field, kept=_plain(there), text=piece.text)
                draft.keep(piece, node, label=field)
    for path, place in other.places.items():
        node.places.setdefault(path, place)


def _plain(value: Any) -> str:
    """Gives the words or numbers of a value, for a finding."""
    if isinstance(value, dict):
        return " ".join(_plain(each) for key, each in value.items() if key != "id")
    return ", ".join(map(_plain, value)) if isinstance(value, list) else str(value)


def _refer(value: Any, ids: dict[str, str]) -> None:
    """Lets what refers to objects that are gone refer to those that they are, once each."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value[:] = dict.fromkeys(ids.get(each, each) for each in value)
    elif isinstance(value, list):
        for each in value:
            _refer(each, ids)
    elif isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, str) and key != "id":
                value[key] = ids.get(each, each)
            else:
                _refer(each, ids)

"""Plans that stand in a file twice, in Arabic and in another language: the joining of what is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from opengov_local.account import Piece
from opengov_local.importing.draft import UNMAPPED, Draft, Node
from opengov_local.importing.in_two_languages import agree, put_beside
from opengov_local.importing.language import title_of
from opengov_local.importing.language_pairs import INSIDE, Data, Pair, pairs_of, side_by_side

_ARABIC: Final = "ar"
_LISTS: Final = ("commitments", "activities")
_FEWEST_STEPS: Final = 4
"""Milestones of one project that may stand there twice: two, each in two languages."""


def join_languages(draft: Draft) -> None:
    """Joins projects and activities that a plan has twice, in two languages, where nothing is in doubt; else says so.

    What both state tells, never their place alone; where two that are one differ in a value, the first is kept and the
    other stands beside it, with a finding.

    Args:
        draft: the document, when all of the file was read.
    """
    tongues = draft.titles().tongues
    for plan in draft.root.data.get("plans", ()):
        for field in _LISTS:
            pairs = pairs_of(plan.get(field, ()), {axis["id"]: axis for axis in plan.get("axes", ())})
            if pairs.one:
                place, names = _told(draft, pairs.one)
                _join(draft, plan, field, pairs.one)
                draft.say("import/languages-joined", place, severity="info", count=len(names), names=names)
            _say_apart(draft, pairs.doubted)
            if not pairs.one and not pairs.doubted:
                _say_apart(draft, side_by_side(plan.get(field, ())))
        for commitment in plan.get("commitments", ()) if _ARABIC in tongues and len(tongues) > 1 else ():
            steps = commitment.get("milestones", ())
            if len(steps) >= _FEWEST_STEPS:
                pairs = pairs_of(steps, {})
                _say_apart(draft, [*pairs.one, *pairs.doubted])


def _say_apart(draft: Draft, pairs: Sequence[Pair]) -> None:
    if pairs:
        place, names = _told(draft, pairs)
        draft.say("import/languages-apart", place, count=len(names), names=names)


def _told(draft: Draft, pairs: Sequence[Pair]) -> tuple[Any, tuple[str, ...]]:
    """Gives where some pairs begin, and what they are called."""
    first = draft.node_of(pairs[0].gone)
    names = tuple(next(iter(pair.held.get("title", {}).values()), "") for pair in pairs)
    return first.places.get("title/ar") or first.places.get(""), names


# --- joining


def _join(draft: Draft, plan: Data, field: str, pairs: Sequence[Pair]) -> None:
    known: dict[str, Node] = {}
    dropped: set[tuple[str, str]] = set()
    draft.note_places()
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


def _axes(plan: Data, pairs: Sequence[Pair]) -> list[tuple[Data, Data]]:
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
        (_ARABIC in by_id[a].get("title", {})) is (_ARABIC in by_id[b].get("title", {})) for a, b in apart.items()
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
        elif field in INSIDE and len(there) == len(value) and all("id" in each for each in (*there, *value)):
            for one, two in zip(there, value, strict=True):
                _merge(draft, one, two, known, dropped)
        elif field != "id" and agree(there, value):
            put_beside(there, value)
        elif field != "id" and there != value:
            dropped.add((gone["id"], field))
            for piece in draft.read_into(gone["id"], field) or _unread(other, field):
                draft.say("import/conflict", piece, node=node, field=field, kept=_plain(there), text=piece.text)
                draft.keep(piece, node, label=title_of(field, piece.text, draft.options.language))
    for path, place in other.places.items():
        node.places.setdefault(path, place)


def _unread(node: Node, field: str) -> list[Piece]:
    """Gives the value of a field that no piece of its own was read into as one, at the place of its object."""
    place = node.places.get(field) or node.places.get("")
    return [Piece(place, _plain(node.data[field]))] if place is not None else []


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

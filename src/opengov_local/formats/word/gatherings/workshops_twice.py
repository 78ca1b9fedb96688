"""Workshops that a document of ours tells below each of the plans they belong to: each is one."""

from __future__ import annotations

from typing import Any, Final

from opengov_local.formats.word.drafting.writing import Writing

_OWN: Final = frozenset({"id", "plans"})
"""Fields that tell two workshops apart of which the document says the same."""


def one_each(writing: Writing) -> None:
    """Takes workshops out again that were told below an earlier plan in the same words, and says so."""
    draft = writing.draft
    told: list[dict[str, Any]] = []
    for data in [*draft.root.data.get("workshops", ())]:
        first = next((each for each in told if _same(each, data) and _of_others(each, data)), None)
        if first is None:
            told.append(data)
            continue
        first["plans"] += data["plans"]
        draft.withdraw(dict(_pairs(data, first)))
        node = writing.node_of(first)
        text = " / ".join(first.get("title", {}).values())
        draft.say("import/workshop-of-several-plans", node=node, severity="info", field="plans", text=text)


def _of_others(first: dict[str, Any], data: dict[str, Any]) -> bool:
    """Tells whether both stand below plans, and not below the same."""
    return bool(first.get("plans") and data.get("plans")) and not {*first["plans"]} & {*data["plans"]}


def _same(first: Any, other: Any) -> bool:
    if isinstance(first, dict) and isinstance(other, dict):
        names = (first.keys() | other.keys()) - _OWN
        return all(name in first and name in other and _same(first[name], other[name]) for name in names)
    if isinstance(first, list) and isinstance(other, list):
        return len(first) == len(other) and all(map(_same, first, other))
    return bool(first == other)


def _pairs(data: Any, first: Any) -> list[tuple[str, str]]:
    """Gives the ids in some data, each with the id of what is the same in other data."""
    if isinstance(data, dict):
        own = [(data["id"], first["id"])] if "id" in data else []
        return own + [pair for name in data if name not in _OWN for pair in _pairs(data[name], first[name])]
    if isinstance(data, list):
        return [pair for one, other in zip(data, first, strict=True) for pair in _pairs(one, other)]
    return []

"""What a document holds, at a glance: how many objects of each kind, and the titles of the main ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of


@dataclass(frozen=True)
class Entry:
    """A line of the outline of a document.

    Attributes:
        level: how deep it lies: 0 for plans and workshops, 1 for what they hold.
        number: its number in the source; None where it has none.
        title: its title by language; None where it has none.
        holds: the kind of what it holds: milestones or contributions; None where it cannot hold any.
        below: how many of them.
    """

    level: int
    number: str | None
    title: dict[str, str] | None
    holds: str | None = None
    below: int = 0


def counts(tree: Any) -> Counter[str]:
    """Counts the objects of a document that have ids by kind (`commitment`, `milestone`), also of one with faults.

    Args:
        tree: JSON-shaped data of a package.
    """
    found: Counter[str] = Counter()
    _count(tree, Package, found)
    return found


def _count(tree: Any, concept: type[Model], found: Counter[str]) -> None:
    if not isinstance(tree, dict):
        return
    if concept.concept is not None:
        found[concept.concept] += 1
    for name, field in shape_of(concept).items():
        value = tree.get(name)
        if field.model is not None:
            for item in value if isinstance(value, list) else (value,):
                _count(item, field.model, found)


def outline(tree: Any) -> Iterator[Entry]:
    """Gives plans with their commitments and activities, and workshops with their groups, in their order.

    Args:
        tree: JSON-shaped data of a package, valid or not.
    """
    for plan in _all(tree, "plans"):
        yield _entry(0, plan)
        for commitment in _all(plan, "commitments"):
            yield _entry(1, commitment, "milestone", len(_all(commitment, "milestones")))
        for activity in _all(plan, "activities"):
            yield _entry(1, activity)
    for workshop in _all(tree, "workshops"):
        yield _entry(0, workshop, "contribution", len(_all(workshop, "contributions")))
        for group in _all(workshop, "working_groups"):
            yield _entry(1, group, "contribution", len(_all(group, "contributions")))


def _entry(level: int, value: dict[str, Any], holds: str | None = None, below: int = 0) -> Entry:
    number, title = value.get("number"), value.get("title")
    said = title if isinstance(title, dict) and title and all(map(_is_text, title.values())) else None
    return Entry(level, number if isinstance(number, str) else None, said, holds, below)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _all(value: Any, name: str) -> list[dict[str, Any]]:
    """Gives the objects of a list, if it is one."""
    held = value.get(name) if isinstance(value, dict) else None
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []

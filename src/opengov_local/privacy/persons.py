"""How a person stands in a package: in public, as a private person, or as nobody knows who."""

from __future__ import annotations

from typing import Any, Final, Literal

from opengov_local.model.base import field_of
from opengov_local.model.party import Contact, Person

Standing = Literal["public", "private", "unmarked"]

_OFFICES: Final = ("focal_points", "points_of_contact", "chairs", "contacts")
"""Fields in which a person stands by office."""


def standing(person: Any, field: str, holder: Any) -> Standing:
    """Tells how a person stands in a package.

    Args:
        person: the person; an object with the fields of `Person`.
        field: the field that the person stands in.
        holder: the object of that field, such as a party; None at the root.

    Returns:
        `private` for a person who is marked so; `unmarked` for one with a name, of whom nothing says that an office
        or body is meant; else `public`.
    """
    if person.capacity == "private":
        return "private"
    if field in _OFFICES or not person.name:
        return "public"
    if person.capacity or person.role or person.organization or person.collectivity:
        return "public"
    if field_of(holder, "organization") or field_of(holder, "group"):
        return "public"
    return "unmarked"


def is_mark(person: Person) -> bool:
    """Tells whether nothing is said of a person but in which capacity."""
    return person.to_tree().keys() <= {"capacity"}


def details(contact: Contact) -> int:
    """Gives how many details a contact has."""
    return sum(value is not None for value in contact.__dict__.values())

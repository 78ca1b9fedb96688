"""Family privacy: contact details in texts, and persons of whom nobody says in which capacity they are named.

The rules are core: what is published cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from opengov_local.model import Package, Person
from opengov_local.model.walk import Node, Path
from opengov_local.privacy.contacts import contacts_in
from opengov_local.privacy.persons import standing
from opengov_local.validation.rules.register import Context, Hit, Where, rule
from opengov_local.validation.texts import doubtful, some_are_doubtful

_LAW = "Morocco, law 09-08 on personal data; shared data model: personal data is optional, marked and can be taken out"


class _Found(NamedTuple):
    path: Path
    contact: str
    personal: bool


def _contacts(context: Context) -> list[_Found]:
    """Finds the contact details in texts, each once in a text, in their order."""
    return [
        _Found(one.path, *detail)
        for one in context.once(doubtful)
        for detail in dict.fromkeys(
            (found.text, found.personal) for found in contacts_in(one.text, running=one.running)
        )
    ]


def _is_source(path: Path) -> bool:
    return path[0] == "sources"


@rule("privacy/personal-contact-in-text", "warning", source=_LAW, evidence="recalled", when=some_are_doubtful)
def personal_contact_in_text(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A person's own address or number in a running text; what is published shows […] in its place."""
    for one in context.once(_contacts):
        if one.personal and not _is_source(one.path):
            yield Hit(one.path, {"contact": one.contact})


@rule("privacy/contact-in-text", "info", source=_LAW, evidence="recalled", when=some_are_doubtful)
def contact_in_text(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """An address or number in a running text that may be that of an office."""
    for one in context.once(_contacts):
        if not one.personal and not _is_source(one.path):
            yield Hit(one.path, {"contact": one.contact})


@rule("privacy/contact-in-source", "warning", source=_LAW, evidence="recalled", when=some_are_doubtful)
def contact_in_source(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A person's own address or number among the original words of the source."""
    for one in context.once(_contacts):
        if one.personal and _is_source(one.path):
            yield Hit(one.path, {"contact": one.contact})


@rule("privacy/private-person-with-contact", "info", source=_LAW, evidence="recalled", needs=("capacity", "contact"))
def private_person_with_contact(value: Person, node: Node, context: Context) -> Iterator[Hit]:
    """A private person whose contact details are given."""
    if value.capacity == "private" and value.contact is not None:
        yield Hit((*node.path, "contact"), {})


def _may_be_unmarked(name: dict[str, str], capacity: str | None, context: Context) -> bool:
    return capacity is None


@rule(
    "privacy/unmarked-private-person",
    "info",
    source=_LAW,
    evidence="recalled",
    where=Where(("name",), _may_be_unmarked, maybe=("capacity",)),
)
def unmarked_private_person(value: Person, node: Node, context: Context) -> Iterator[Hit]:
    """A person with a name, of whom nothing says that an office or body is meant."""
    if standing(value, str(node.step[0]), node.parent.value if node.parent else None) == "unmarked":
        members = ("capacity", "role", "organization", "collectivity")
        yield Hit((*node.path, "capacity"), {}, depends=tuple((*node.path, name) for name in members))

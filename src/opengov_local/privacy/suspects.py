"""Which objects of a package hold what may not be published: a quick look before the close one of `redact`."""

from __future__ import annotations

from typing import Final

from opengov_local.model.identity import Identifier
from opengov_local.model.node import Node
from opengov_local.model.party import Contact, Person
from opengov_local.model.provenance import Extract, Source
from opengov_local.model.walk import Survey
from opengov_local.privacy.contacts import may_hold_contacts
from opengov_local.privacy.links import contacts_in_link, link_fields

_ALWAYS: Final = frozenset((Contact, Person, Identifier, Extract, Source))
"""Concepts whose objects are always looked at."""
_APART: Final = "\n\n"
"""No contact goes on behind it."""


def suspects(survey: Survey) -> set[int]:
    """Gives the objects that may have to be changed before they are published, and those they lie in, by `id`.

    Args:
        survey: what a walk over the package noted.
    """
    found: set[int] = set()
    links = {kind: link_fields(kind) for kind in {node.kind for node in survey.nodes}}
    for node in survey.nodes:
        names = links[node.kind]
        if node.kind in _ALWAYS or node.value.model_extra or (names and _leads_to_contacts(node, names)):
            _note(node, found)
    texts = [text for by_language, *_ in survey.maps for text in by_language.values()]
    if may_hold_contacts(_APART.join(texts)):
        for by_language, node, _, _ in survey.maps:
            if any(map(may_hold_contacts, by_language.values())):
                _note(node, found)
    for text, node, _, _ in survey.lines:
        if may_hold_contacts(text):
            _note(node, found)
    return found


def _leads_to_contacts(node: Node, names: tuple[str, ...]) -> bool:
    return any(contacts_in_link(link) for name in names if (link := getattr(node.value, name)))


def _note(node: Node, found: set[int]) -> None:
    """Notes an object and all that it lies in."""
    here: Node | None = node
    while here is not None and id(here.value) not in found:
        found.add(id(here.value))
        here = here.parent

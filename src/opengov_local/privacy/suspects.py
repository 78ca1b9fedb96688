"""Which objects of a package hold what may not be published: a quick look before the close one of `redact`."""

from __future__ import annotations

from typing import Final

from opengov_local.model.identity import Identifier
from opengov_local.model.node import Node
from opengov_local.model.party import Contact, Person
from opengov_local.model.provenance import Extract, Source
from opengov_local.model.walk import Survey
from opengov_local.privacy.contacts import may_hold_contacts
from opengov_local.privacy.links import link_fields, private_in_link
from opengov_local.privacy.names import Names

_ALWAYS: Final = frozenset((Contact, Person, Identifier, Extract, Source))
"""Concepts whose objects are always looked at."""
_APART: Final = "\n\n"
"""No contact goes on behind it; a name that seems to is looked for again in each text."""


def suspects(survey: Survey, names: Names) -> set[int]:
    """Gives the objects that may have to be changed before they are published, and those they lie in, by `id`.

    Args:
        survey: what a walk over the package noted.
        names: the names of its private persons.
    """
    found: set[int] = set()
    links = {kind: link_fields(kind) for kind in {node.kind for node in survey.nodes}}
    for node in survey.nodes:
        fields = links[node.kind]
        if node.kind in _ALWAYS or node.value.model_extra or (fields and _leads_to_private(node, fields, names)):
            _note(node, found)
    texts = [text for by_language, *_ in survey.maps for text in by_language.values()]
    whole = _APART.join(texts)
    for doubtful in (may_hold_contacts, *((names.stand_in,) if names else ())):
        if doubtful(whole):
            for by_language, node, _, _ in survey.maps:
                if any(map(doubtful, by_language.values())):
                    _note(node, found)
        for text, node, _, _ in survey.lines:
            if doubtful(text):
                _note(node, found)
    return found


def _leads_to_private(node: Node, fields: tuple[str, ...], names: Names) -> bool:
    return any(private_in_link(link, names) for field in fields if (link := getattr(node.value, field)))


def _note(node: Node, found: set[int]) -> None:
    """Notes an object and all that it lies in."""
    here: Node | None = node
    while here is not None and id(here.value) not in found:
        found.add(id(here.value))
        here = here.parent

"""Which objects of a package hold what may not be published: a quick look before the close one of `redact`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from opengov_local.model.base import Model
from opengov_local.model.node import Node
from opengov_local.model.party import Contact, Person
from opengov_local.model.provenance import Extract, Source
from opengov_local.model.walk import Survey
from opengov_local.privacy.contacts import may_hold_contacts
from opengov_local.privacy.links import link_fields, private_in_link
from opengov_local.privacy.names import Names
from opengov_local.privacy.unknown import texts_outside

_ALWAYS: Final = frozenset((Contact, Person))
"""Concepts whose objects are always looked at."""
_APART: Final = "\n\n"
"""No contact goes on behind it; a name that seems to is looked for again in each text."""
_GOES: Final = "original"
"""The field of an extract with the words of a source."""


def suspects(survey: Survey, names: Names) -> set[int]:
    """Gives the objects that may have to be changed before they are published, and those they lie in, by `id`.

    Args:
        survey: what a walk over the package noted.
        names: the names of its private persons.
    """
    found: set[int] = set()
    lines = [held for held in survey.lines if held[2] != _GOES or held[1].kind is not Extract]
    texts, whose = [held[0] for held in lines], [held[1] for held in lines]
    for by_language, node, _, _ in survey.maps:
        texts += by_language.values()
        whose += [node] * len(by_language)
    for kind, nodes in survey.by_kind.items():
        fields = link_fields(kind)
        for node in nodes if fields or kind in _ALWAYS or kind is Source else ():
            if kind in _ALWAYS or _leads_to_private(node, fields, names) or has_words(node.value):
                _note(node, found)
    for node in survey.extended:
        outside = texts_outside(node.value.model_extra, names)
        if outside is None:
            _note(node, found)
        else:
            texts += outside
            whose += [node] * len(outside)
    for at in _all_doubted(texts, names):
        _note(whose[at], found)
    return found


def harmless(texts: Sequence[str], names: Names) -> set[str]:
    """Gives those of some texts in which nothing is private at a quick look: most are, and need no close one."""
    return set(texts).difference(texts[at] for at in _all_doubted(texts, names))


def _all_doubted(texts: Sequence[str], names: Names) -> Iterator[int]:
    for doubtful in (may_hold_contacts, *((names.stand_in,) if names else ())):
        yield from _doubted(texts, doubtful, 0, len(texts))


def _doubted(texts: Sequence[str], doubtful: Callable[[str], bool], start: int, end: int) -> Iterator[int]:
    """Gives which of some texts are doubtful: many are looked at as one, and halved where there is a doubt."""
    if start == end or not doubtful(_APART.join(texts[start:end])):
        return
    if end - start == 1:
        yield start
        return
    middle = (start + end) // 2
    yield from _doubted(texts, doubtful, start, middle)
    yield from _doubted(texts, doubtful, middle, end)


def has_words(value: Model) -> bool:
    """Tells whether an object is a source of which words were kept; they go whatever they are."""
    return isinstance(value, Source) and any(each.original is not None for each in value.extracts)


def _leads_to_private(node: Node, fields: tuple[str, ...], names: Names) -> bool:
    return any(private_in_link(link, names) for field in fields if (link := getattr(node.value, field)))


def _note(node: Node, found: set[int]) -> None:
    """Notes an object and all that it lies in."""
    here: Node | None = node
    while here is not None and id(here.value) not in found:
        found.add(id(here.value))
        here = here.parent

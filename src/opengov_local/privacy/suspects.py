"""Which objects of a package hold what may not be published: a quick look before the close one of `redact`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView, Sequence, Set
from itertools import chain
from typing import Final, NamedTuple

from opengov_local.model.base import Model
from opengov_local.model.node import Node
from opengov_local.model.party import Contact, Person
from opengov_local.model.provenance import Extract, Source
from opengov_local.model.walk import Survey
from opengov_local.privacy.contacts import is_too_short, may_hold_contacts
from opengov_local.privacy.links import link_fields, private_in_link
from opengov_local.privacy.names import Names
from opengov_local.privacy.unknown import texts_outside

_ALWAYS: Final = frozenset((Contact, Person))
"""Concepts whose objects are always looked at."""
_APART: Final = "\n\n"
"""No contact goes on behind it; a name that seems to is looked for again in each text."""
_PARTS: Final = 16
"""In how many parts texts are looked at again; so few are looked at one by one."""
_LONG: Final = 200
"""A text of so many characters is looked at alone: another look at all beside it would cost more than its own."""
_GOES: Final = "original"
"""The field of an extract with the words of a source."""


class Suspects(NamedTuple):
    """What a quick look over a package doubts.

    Attributes:
        objects: the objects that may have to be changed before they are published, and those they lie in, by `id`.
        outside: those of them whose fields outside the model may have to be.
        sound: texts in which nothing is private.
    """

    objects: set[int]
    outside: set[int]
    sound: Set[str]


def suspects(survey: Survey, names: Names, *, extracts: bool = True) -> Suspects:
    """Looks quickly at all objects of a package.

    Args:
        survey: what a walk over the package noted.
        names: the names of its private persons.
        extracts: whether what was read in sources may stay; else sources with any are changed in any case.
    """
    found: set[int] = set()
    for node in _by_themselves(survey, names, extracts=extracts):
        _note(node, found)
    said = dict.fromkeys(chain.from_iterable([held[0].values() for held in survey.maps]))
    said.update(dict.fromkeys([line for line, _ in _lines(survey)]))
    outside: list[tuple[Node, KeysView[str]]] = []
    private: list[Node] = []
    for node in survey.extended:
        more = texts_outside(node.value.model_extra, names)
        if more is None:
            private.append(node)
        else:
            outside.append((node, more.keys()))
            said.update(more)
    doubted = set(_all_doubted(list(said), names))
    if doubted:
        private += (node for node, texts in outside if not texts.isdisjoint(doubted))
    for node in chain(_saying(doubted, survey) if doubted else (), private):
        _note(node, found)
    for text in doubted:
        del said[text]
    return Suspects(found, {id(node.value) for node in private}, said.keys() if found else frozenset())


def _by_themselves(survey: Survey, names: Names, *, extracts: bool) -> Iterator[Node]:
    """Gives the objects that may have to be changed whatever their texts say: contacts, persons, links, sources."""
    goes = has_words if extracts else _has_extracts
    for kind, nodes in survey.by_kind.items():
        fields = link_fields(kind)
        if kind in _ALWAYS:
            yield from nodes
        elif fields or kind is Source:
            yield from (node for node in nodes if _leads_to_private(node, fields, names) or goes(node.value))


def _lines(survey: Survey) -> Iterator[tuple[str, Node]]:
    """Gives the texts in no language, each with the object that holds it; many hold the same."""
    for line, node, field, _ in survey.lines:
        if field != _GOES or node.kind is not Extract:
            yield line, node


def _saying(texts: Set[str], survey: Survey) -> Iterator[Node]:
    """Gives the objects that hold one of some texts."""
    yield from (node for line, node in _lines(survey) if line in texts)
    yield from (node for by_language, node, *_ in survey.maps if not texts.isdisjoint(by_language.values()))


def harmless(texts: Sequence[str], names: Names) -> set[str]:
    """Gives those of some texts in which nothing is private at a quick look: most are, and need no close one."""
    return set(texts).difference(_all_doubted(texts, names))


def _all_doubted(texts: Sequence[str], names: Names) -> Iterator[str]:
    """Gives those of some texts in which there may be a contact or a name."""
    if names:
        yield from _doubted(texts, names.stand_in)
    yield from _doubted([text for text in texts if not is_too_short(text)], may_hold_contacts)


def _doubted(texts: Sequence[str], doubtful: Callable[[str], bool]) -> Iterator[str]:
    """Gives those of some texts that are doubtful."""
    yield from filter(doubtful, [text for text in texts if len(text) >= _LONG])
    yield from _doubted_of_many([text for text in texts if len(text) < _LONG], doubtful)


def _doubted_of_many(texts: Sequence[str], doubtful: Callable[[str], bool]) -> Iterator[str]:
    """Gives those of many short texts that are doubtful: all are looked at as one, and fewer where there is a doubt."""
    if len(texts) <= _PARTS:
        yield from filter(doubtful, texts)
    elif doubtful(_APART.join(texts)):
        step = -(-len(texts) // _PARTS)
        for part in range(0, len(texts), step):
            yield from _doubted_of_many(texts[part : part + step], doubtful)


def has_words(value: Model) -> bool:
    """Tells whether an object is a source of which words were kept; they go whatever they are."""
    return isinstance(value, Source) and any(each.original is not None for each in value.extracts)


def _has_extracts(value: Model) -> bool:
    return isinstance(value, Source) and bool(value.extracts)


def _leads_to_private(node: Node, fields: tuple[str, ...], names: Names) -> bool:
    return any(private_in_link(link, names) for field in fields if (link := getattr(node.value, field)))


def _note(node: Node, found: set[int]) -> None:
    """Notes an object and all that it lies in."""
    here: Node | None = node
    while here is not None and id(here.value) not in found:
        found.add(id(here.value))
        here = here.parent

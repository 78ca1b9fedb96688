"""Which objects of a package hold what may not be published: a quick look before the close one of `redact`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, KeysView, Sequence, Set
from typing import Final, NamedTuple

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
_PARTS: Final = 16
"""In how many parts texts are looked at again; so few are looked at one by one."""
_GOES: Final = "original"
"""The field of an extract with the words of a source."""


class Suspects(NamedTuple):
    """What a quick look over a package doubts.

    Attributes:
        objects: the objects that may have to be changed before they are published, and those they lie in, by `id`.
        sound: texts in which nothing is private.
    """

    objects: set[int]
    sound: Set[str]


def suspects(survey: Survey, names: Names, *, extracts: bool = True) -> Suspects:
    """Looks quickly at all objects of a package.

    Args:
        survey: what a walk over the package noted.
        names: the names of its private persons.
        extracts: whether what was read in sources may stay; else sources with any are changed in any case.
    """
    goes = has_words if extracts else _has_extracts
    found: set[int] = set()
    for kind, nodes in survey.by_kind.items():
        fields = link_fields(kind)
        for node in nodes if fields or kind in _ALWAYS or kind is Source else ():
            if kind in _ALWAYS or _leads_to_private(node, fields, names) or goes(node.value):
                _note(node, found)
    said = dict.fromkeys(text for text, _ in _texts(survey))
    outside: list[tuple[Node, KeysView[str]]] = []
    for node in survey.extended:
        more = texts_outside(node.value.model_extra, names)
        if more is None:
            _note(node, found)
        else:
            outside.append((node, more.keys()))
            said.update(more)
    texts = list(said)
    doubted = {texts[at] for at in _all_doubted(texts, names)}
    for node in _holding(doubted, survey, outside) if doubted else ():
        _note(node, found)
    for text in doubted:
        del said[text]
    return Suspects(found, said.keys() if found else frozenset())


def _texts(survey: Survey) -> Iterator[tuple[str, Node]]:
    """Gives the texts of the model, each with the object that holds it; many hold the same."""
    for line, node, field, _ in survey.lines:
        if field != _GOES or node.kind is not Extract:
            yield line, node
    for by_language, node, _, _ in survey.maps:
        for text in by_language.values():
            yield text, node


def _holding(doubted: Set[str], survey: Survey, outside: Iterable[tuple[Node, KeysView[str]]]) -> Iterator[Node]:
    """Gives the objects that hold some of some texts."""
    yield from (node for text, node in _texts(survey) if text in doubted)
    yield from (node for node, texts in outside if not texts.isdisjoint(doubted))


def harmless(texts: Sequence[str], names: Names) -> set[str]:
    """Gives those of some texts in which nothing is private at a quick look: most are, and need no close one."""
    return set(texts).difference(texts[at] for at in _all_doubted(texts, names))


def _all_doubted(texts: Sequence[str], names: Names) -> Iterator[int]:
    for doubtful in (may_hold_contacts, *((names.stand_in,) if names else ())):
        yield from _doubted(texts, doubtful, 0, len(texts))


def _doubted(texts: Sequence[str], doubtful: Callable[[str], bool], start: int, end: int) -> Iterator[int]:
    """Gives which of some texts are doubtful: many are looked at as one, and fewer where there is a doubt."""
    if end - start <= _PARTS:
        yield from (at for at in range(start, end) if doubtful(texts[at]))
    elif doubtful(_APART.join(texts[start:end])):
        step = -(-(end - start) // _PARTS)
        for part in range(start, end, step):
            yield from _doubted(texts, doubtful, part, min(part + step, end))


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

"""Walking through a package once: every object with its place, what it mentions, and the codes and texts in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from opengov_local.model.base import Model
from opengov_local.model.node import Held, Mention, Node, Path
from opengov_local.model.shape import FieldShape, shape_of
from opengov_local.model.visitor import Visitor, written_visitor

__all__ = ["Held", "Mention", "Node", "Path", "Survey", "references", "stand_in", "walk"]


class Survey:
    """What one walk over a package noted.

    Attributes:
        nodes: every object with its place, parents before children, in the order of the document.
        by_kind: the same by concept.
        identified: those that have an id.
        first: the first object of each id.
        renamed: those that had another id before.
        extended: those that hold fields outside the model; only of objects that were judged.
        mentions: every id that an object mentions.
        codes: the codes of open lists in use, by list.
        maps: the texts by language, with their places.
        lines: what people write without saying in which language, with its places; contact details are no text.
        tags: the language tags that stand in fields.
        texts: all other texts by the pattern they must match; only of objects that were not judged yet.
    """

    __slots__ = (
        "_by_language",
        "by_kind",
        "codes",
        "extended",
        "first",
        "identified",
        "lines",
        "maps",
        "mentions",
        "nodes",
        "renamed",
        "tags",
        "texts",
    )

    def __init__(self, root: Any, without: type[Model] | None = None, *, only: tuple[type[Model], ...] = ()) -> None:
        """Walks.

        Args:
            root: the object to begin at.
            without: a concept whose objects are passed over, with all below them.
            only: the concepts whose objects are noted, with those they lie in and those with fields outside the model,
                and nothing that any of them says; () for all objects and all they say.
        """
        self.nodes: list[Node] = []
        self.by_kind: defaultdict[type[Model], list[Node]] = defaultdict(list)
        self.identified: list[Node] = []
        self.first: dict[str, Node] = {}
        self.renamed: list[Node] = []
        self.extended: list[Node] = []
        self.mentions: list[Mention] = []
        self.codes: defaultdict[str, list[str]] = defaultdict(list)
        self.texts: defaultdict[str, list[str]] = defaultdict(list)
        self.maps: list[Held[dict[str, str]]] = []
        self.lines: list[Held[str]] = []
        self.tags: list[str] = []
        self._by_language: dict[str, list[str]] | None = None
        _VISITORS[type(root), without, only](self, root)

    @property
    def root(self) -> Any:
        """The object that the walk began at."""
        return self.nodes[0].value

    def leave_out(self, unwritten: Callable[[Held[dict[str, str]]], bool]) -> None:
        """Leaves out those texts by language that a question says nobody wrote."""
        self.maps = [held for held in self.maps if not unwritten(held)]
        self._by_language = None

    @property
    def by_language(self) -> dict[str, list[str]]:
        """The texts of each language, in the order of `maps`."""
        if self._by_language is None:
            gathered: defaultdict[str, list[str]] = defaultdict(list)
            for held in self.maps:
                for language, text in held[0].items():
                    gathered[language].append(text)
            self._by_language = gathered
        return self._by_language


class _Visitors(dict[tuple[type, type[Model] | None, tuple[type[Model], ...]], Visitor]):
    """The visitors of the concepts of the model, by what they pass over; each made when it is first needed."""

    def __missing__(self, key: tuple[type[Model], type[Model] | None, tuple[type[Model], ...]]) -> Visitor:
        kind, without, only = key
        self[key] = written_visitor(kind, judged=True, without=without, only=only)
        return self[key]


_VISITORS = _Visitors()


def stand_in(kind: type, concept: type[Model]) -> None:
    """Lets the objects of a class stand in for those of a concept: they have its fields as attributes."""
    _VISITORS[kind, None, ()] = written_visitor(concept, judged=False)


def walk(root: Model) -> Iterator[Node]:
    """Gives the root and every object below it, parents before children, in the order of the document."""
    return iter(Survey(root).nodes)


def references(node: Node, *, may_be_gone: bool = True) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Gives the references an object holds itself: path of the value, id, kinds it may point at (() for any).

    Args:
        node: the object.
        may_be_gone: give also those whose object need not be there any more.
    """
    for field in _referring(node.kind):
        value = getattr(node.value, field.name)
        if not value or (field.may_be_gone and not may_be_gone):
            continue
        if field.many:
            for position, item in enumerate(value):
                yield (*node.path, field.name, position), item, field.refers or ()
        else:
            yield (*node.path, field.name), value, field.refers or ()


@cache
def _referring(kind: type[Model]) -> tuple[FieldShape, ...]:
    return tuple(field for field in shape_of(kind).values() if field.refers is not None)

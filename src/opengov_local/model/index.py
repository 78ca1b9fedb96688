"""The index of a package: objects by id, what they lie in, and who refers to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar, overload

from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.walk import Mention, Node, Path, Survey

T = TypeVar("T", bound=Identified)


class Reference(NamedTuple):
    """A mention of an id.

    Attributes:
        source: the object that mentions it.
        path: where in the package the mention stands.
    """

    source: Model
    path: Path


class Index:
    """A snapshot of a package: it does not see later edits, take a new one after them."""

    def __init__(self, root: Model, survey: Survey | None = None) -> None:
        """Takes the snapshot.

        Args:
            root: the package.
            survey: what a walk over it noted, where one was made already.
        """
        self.survey = survey or Survey(root)
        """What the walk over the package noted."""
        self.nodes = self.survey.first
        """First object of each id, with its place."""
        self.former: dict[str, str] = {}
        """Present id of what had an id before."""
        for node in self.survey.renamed:
            for former in node.value.former_ids:
                self.former.setdefault(former, node.value.id)

    @property
    def all(self) -> list[Node]:
        """Every object with its place, parents before children."""
        return self.survey.nodes

    @property
    def by_kind(self) -> Mapping[type[Model], list[Node]]:
        """The objects of each concept with their places, parents before children."""
        return self.survey.by_kind

    def node_of(self, identifier: str) -> Node | None:
        """Gives the object with this id, or the one that had it before, with its place."""
        return self.nodes.get(identifier) or self.nodes.get(self.former.get(identifier, ""))

    @overload
    def find(self, identifier: str) -> Identified | None: ...

    @overload
    def find(self, identifier: str, kind: type[T]) -> T | None: ...

    def find(self, identifier: str, kind: type[Identified] = Identified) -> Identified | None:
        """Gives the object with this id, or the one that had it before.

        Args:
            identifier: the id.
            kind: the class it should be of, such as `Commitment`.

        Returns:
            The object; None when the package has none, or one of another kind.
        """
        node = self.node_of(identifier)
        if node is None or kind not in node.kind.__mro__:
            return None
        found: Identified = node.value
        return found

    def within(self, value: Identified) -> list[Node]:
        """Gives an object and all that lies in it, parents before children."""
        nodes = self.all
        start = nodes.index(next(node for node in self.by_kind[type(value)] if node.value is value))
        above, here = set(), nodes[start].parent
        while here is not None:
            above.add(id(here))
            here = here.parent
        behind = (end for end in range(start + 1, len(nodes)) if id(nodes[end].parent) in above)
        return nodes[start : next(behind, None)]

    def parent_of(self, value: Model) -> Model | None:
        """Gives the object that holds this one; None for the package itself.

        Of an instance that Python code has put into several objects, the last holder is given.

        Raises:
            KeyError: the object is not in this snapshot.
        """
        try:
            return self._parents[id(value)]
        except KeyError:
            raise KeyError(f"{type(value).__name__} is not in this index; take a new package.index") from None

    def refs_to(self, identifier: str) -> tuple[Reference, ...]:
        """Gives every mention of an id, in the order of the document."""
        return tuple(Reference(mention.node.value, mention.path) for mention in self.mentions_of(identifier))

    def mentions_of(self, identifier: str) -> list[Mention]:
        """Gives every mention of an id with the object that holds it, in the order of the document."""
        return self._mentions.get(identifier, [])

    @cached_property
    def _parents(self) -> dict[int, Model | None]:
        return {id(node.value): node.parent.value if node.parent else None for node in self.survey.nodes}

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self.survey.mentions:
            mentions[mention.target].append(mention)
        return mentions

"""The index of a package: objects by id, what they lie in, and who refers to them."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple, TypeVar, overload

from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.walk import Node, Path, references, walk

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

    def __init__(self, root: Model) -> None:
        self.all: list[Node] = list(walk(root))
        """Every object with its place, parents before children."""
        self.nodes: dict[str, Node] = {}
        """First object of each id, with its place."""
        self._former: dict[str, str] = {}
        self._parents: dict[int, Model | None] = {}
        self._mentions: defaultdict[str, list[Reference]] = defaultdict(list)
        for node in self.all:
            value = node.value
            self._parents[id(value)] = node.parent.value if node.parent else None
            if isinstance(value, Identified):
                self.nodes.setdefault(value.id, node)
                for former in value.former_ids:
                    self._former.setdefault(former, value.id)
            for path, target, _ in references(node):
                self._mentions[target].append(Reference(value, path))

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
        node = self.nodes.get(identifier) or self.nodes.get(self._former.get(identifier, ""))
        return node.value if node and isinstance(node.value, kind) else None

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
        return tuple(self._mentions.get(identifier, ()))

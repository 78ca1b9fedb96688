"""What stays of the data of a report when the rest is let go: what its findings speak of, and the way there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from opengov_local.document import Document
from opengov_local.finding import Location, path_of

_NAMING: Final = ("id", "title", "name")
"""Members by which the objects on the way are known and named."""


class _Nowhere:
    """Knows no places: the findings have theirs already."""

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        return None


def abridged(document: Document, pointers: Iterable[str]) -> Document:
    """Gives a document with the values at some places, and of what they lie in what tells where that is.

    An object on the way keeps its id, title and name, a list its length. Nothing else of the document is held on to.

    Args:
        document: the data.
        pointers: places as JSON Pointers; where nothing stands there, the way is kept as far as it goes.
    """
    ways = sorted({path_of(pointer) for pointer in pointers}, key=len)
    tree = _shell(document.tree)
    whole: set[int] = set()
    for way in ways:
        _keep(way, document.tree, tree, whole)
    return Document(tree, document.source, document.format, _Nowhere())


def _keep(way: tuple[str, ...], tree: Any, kept: Any, whole: set[int]) -> None:
    """Adds the value at the end of a way, and the objects and lists on it.

    Args:
        way: keys and indices from the root.
        tree: the data.
        kept: what is kept of it.
        whole: identities of the values in it that are kept as they are.
    """
    for position, step in enumerate(way, start=1):
        key: Any = step
        if isinstance(tree, list):
            if not (step.isdecimal() and step.isascii() and int(step) < len(tree)):
                return
            key = int(step)
        elif not (isinstance(tree, dict) and step in tree):
            return
        tree = tree[key]
        if position == len(way):
            kept[key] = tree
            whole.add(id(tree))
            return
        if (kept[key] if isinstance(kept, list) else kept.get(key)) is None:
            kept[key] = _shell(tree)
        kept = kept[key]
        if id(kept) in whole:
            return


def _shell(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: value[name] for name in _NAMING if name in value}
    return [None] * len(value) if isinstance(value, list) else value

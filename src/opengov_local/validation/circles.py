"""Circles: objects that lead back to themselves, however long the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from opengov_local.model.walk import Path
from opengov_local.validation.rules.register import Context

Above = Callable[[str, Context], Iterator[str]]
"""Gives the ids that an object leads to."""


def circles(context: Context, above: Above, starts: Iterable[str]) -> dict[Path, tuple[str, ...]]:
    """Finds circles that share no object: the ids on the way round, by the place of the first of them.

    Args:
        context: the package.
        above: gives the present ids of what an object leads to, by its id.
        starts: ids of the objects that may lie in a circle.
    """
    nodes = context.index.nodes
    found: dict[Path, tuple[str, ...]] = {}
    done: set[str] = set()
    for start in starts:
        trail: dict[str, Iterator[str]] = {} if start in done else {start: above(start, context)}
        while trail:
            here = next(reversed(trail))
            target = next(trail[here], None)
            if target is None:
                done.add(trail.popitem()[0])
            elif target in trail:
                way = [trail.popitem()[0]]
                while way[-1] != target:
                    way.append(trail.popitem()[0])
                way.reverse()
                done.update(way)
                first = way.index(min(way, key=lambda identifier: nodes[identifier].path))
                found[nodes[way[first]].path] = (*way[first:], *way[:first])
            elif target not in done:
                trail[target] = above(target, context)
    return found

"""Which rules are called for the objects of a concept, written out: those that can find something in one.

What a rule says of its conditions (`needs`, `either`, `several`, `where`) becomes the code of one small function for a
concept. It goes through the objects, reads each field once, and asks of no value what it is; most objects of a sound
document are done with after some comparisons, and no rule is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, shape_of
from opengov_local.model.walk import Node
from opengov_local.validation.profiles import Chosen
from opengov_local.validation.rules.register import Context, Hit, Where

Said = list[tuple[Node, Chosen, Hit]]
Look = Callable[[list[Node], Context, Said], None]
"""Takes the objects of a concept, the context, and the list to which each hit is added with its object and rule."""


class Looks(dict[type[Model], Look | None]):
    """The looks at the objects of each concept that rules look at; each is written when the concept is first met."""

    def __init__(self, chosen: tuple[Chosen, ...]) -> None:
        """Keeps the rules of a run."""
        self._chosen = chosen

    def __missing__(self, kind: type[Model]) -> Look | None:
        self[kind] = _written(kind, [one for one in self._chosen if issubclass(kind, one.rule.concepts)])
        return self[kind]


def _written(kind: type[Model], chosen: Iterable[Chosen]) -> Look | None:
    scope: dict[str, Any] = {}
    body = [line for at, one in enumerate(chosen) for line in _call(kind, one, at, scope)]
    if not body:
        return None
    text = "\n".join(body)
    read = [f"    f_{name} = value.{name}" for name in shape_of(kind) if re.search(rf"\bf_{name}\b", text)]
    source = "\n".join(
        ["def look(nodes, context, said):", "  for node in nodes:", "    value = node.value", *read, text]
    )
    exec(compile(source, f"<rules for {kind.__name__}>", "exec"), scope)
    look: Look = scope["look"]
    return look


def _call(kind: type[Model], one: Chosen, at: int, scope: dict[str, Any]) -> Iterator[str]:
    """Writes the call of a rule with its conditions; nothing where the concept has not the fields that it needs."""
    fields, rule = shape_of(kind), one.rule
    where = rule.where if rule.where is None or isinstance(rule.where, Where) else rule.where[kind]
    needed = (*rule.needs, *(where.fields if where else ()))
    known = (*needed, *(where.maybe if where else ()))
    either = [name for name in rule.either if name in fields]
    several = [name for name in rule.several if name in fields]
    if not fields.keys() >= set(known) or (rule.either and not either) or (rule.several and not several):
        return
    asked = [*_each_stated(needed, fields)]
    if either:
        asked.append(f"({' or '.join(_each_stated(either, fields))})")
    if several:
        asked.append(f"({' or '.join(f'(f_{name} and len(f_{name}) > 1)' for name in several)})")
    if where:
        scope[f"holds_{at}"] = where.holds
        asked.append(f"holds_{at}({', '.join((*map('f_{}'.format, (*where.fields, *where.maybe)), 'context'))})")
    scope[f"one_{at}"], scope[f"check_{at}"] = one, one.check
    yield f"    if {' and '.join(asked)}:" if asked else "    if True:"
    yield f"      said += [(node, one_{at}, hit) for hit in check_{at}(value, node, context)]"


def _each_stated(names: Iterable[str], fields: dict[str, FieldShape]) -> Iterator[str]:
    """Writes for each field whether it is stated: a list with something in it, another value that is there."""
    return (f"f_{name}" if fields[name].many else f"f_{name} is not None" for name in dict.fromkeys(names))

"""Family integrity, succession: former ids, and chains of what took the place of what."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.finding import Parameter, pointer_of
from opengov_local.model import Contribution, Package, TerritorialCollectivity
from opengov_local.model.walk import Node, Path
from opengov_local.validation.circles import circles
from opengov_local.validation.rules.register import Context, Hit, rule

_IDENTITY = "shared data model, identity"


def _some_have_former_ids(context: Context) -> bool:
    return bool(context.index.former)


@rule("integrity/former-id-in-use", "error", source=_IDENTITY, when=_some_have_former_ids)
def former_id_in_use(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A former id that is the present id of an object: references to it would mean two things."""
    nodes = context.index.nodes
    for holder in nodes.values():
        former_ids: list[str] = holder.value.former_ids
        for position, former in enumerate(former_ids):
            if former in nodes:
                params: dict[str, Parameter] = {"id": former, "first": pointer_of(nodes[former].path) or "/"}
                yield Hit((*holder.path, "former_ids", position), params)


def _successors(identifier: str, context: Context) -> Iterator[str]:
    """Gives the ids of what took the place of an object."""
    node = context.index.nodes[identifier]
    named: list[str] = []
    if node.kind is TerritorialCollectivity:
        named = node.value.replaced_by
    elif node.kind is Contribution and (answer := node.value.disposition):
        named = [answer.merged_into] if answer.merged_into else []
    yield from _of_kind(named, node, context)


def _answered(identifier: str, context: Context) -> Iterator[str]:
    """Gives the ids of what a contribution answers."""
    node = context.index.nodes[identifier]
    if node.kind is Contribution:
        yield from _of_kind(node.value.answers, node, context)


def _of_kind(named: list[str], node: Node, context: Context) -> Iterator[str]:
    for target in named:
        found = context.index.find(target)
        if found is not None and found.concept == node.kind.concept:
            yield found.id


def _merged(context: Context) -> dict[Path, tuple[str, ...]]:
    nodes = context.index.nodes.items()
    starts = [identifier for identifier, node in nodes if node.kind in (Contribution, TerritorialCollectivity)]
    return circles(context, _successors, [one for one in starts if any(_successors(one, context))])


def _answers(context: Context) -> dict[Path, tuple[str, ...]]:
    nodes = context.index.nodes.items()
    starts = [one for one, node in nodes if node.kind is Contribution and node.value.answers]
    return circles(context, _answered, starts)


@rule("integrity/cycle-in-successors", "error", source=_IDENTITY, either=("replaced_by", "disposition"))
def cycle_in_successors(value: Contribution | TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """Contributions merged into each other, or collectivities that replace each other, in a circle."""
    if circle := context.once(_merged).get(node.path):
        step = ("disposition", "merged_into") if node.kind is Contribution else ("replaced_by",)
        yield Hit((*node.path, *step), {"ids": circle})


@rule(
    "integrity/cycle-in-answers", "error", source="shared data model: a solution answers a problem", needs=("answers",)
)
def cycle_in_answers(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """Contributions that answer each other in a circle."""
    if circle := context.once(_answers).get(node.path):
        yield Hit((*node.path, "answers"), {"ids": circle})

"""Family integrity, succession: former ids, and chains of what took the place of what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from opengov_local.finding import Parameter, pointer_of
from opengov_local.model import Contribution, Disposition, Package, TerritorialCollectivity
from opengov_local.model.walk import Node, Path
from opengov_local.validation.blanks import readable
from opengov_local.validation.circles import circles
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_IDENTITY = "shared data model, identity"


def _some_have_former_ids(context: Context) -> bool:
    return bool(context.index.former)


@rule("integrity/former-id-in-use", "error", source=_IDENTITY, when=_some_have_former_ids)
def former_id_in_use(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A former id that is the present id of an object: references to it would mean two things."""
    nodes = context.index.nodes
    for holder in context.index.survey.renamed:
        former_ids: list[str] = holder.value.former_ids
        for position, former in enumerate(former_ids):
            if former in nodes:
                params: dict[str, Parameter] = {"id": former, "first": pointer_of(nodes[former].path) or "/"}
                yield Hit((*holder.path, "former_ids", position), params)


def _successors(identifier: str, context: Context) -> Iterator[str]:
    """Gives the ids of what took the place of an object."""
    node = context.index.nodes[identifier]
    yield from _of_kind(_replacing(node), node, context)


def _replacing(node: Node) -> list[str]:
    if node.kind is TerritorialCollectivity:
        return list(node.value.replaced_by)
    answer = node.value.disposition if node.kind is Contribution else None
    return [answer.merged_into] if answer and answer.merged_into else []


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
    kinds = [context.index.by_kind.get(kind, ()) for kind in (TerritorialCollectivity, Contribution)]
    return circles(context, _successors, [readable(node.value).id for node in chain(*kinds) if _replacing(node)])


def _answers(context: Context) -> dict[Path, tuple[str, ...]]:
    answering = [node for node in context.index.by_kind.get(Contribution, ()) if node.value.answers]
    ids = {*context.index.former, *(readable(node.value).id for node in answering)}
    starts = [readable(node.value).id for node in answering if not ids.isdisjoint(node.value.answers)]
    return circles(context, _answered, starts)


def _is_replaced(replaced_by: list[str], context: Context) -> bool:
    return True


def _is_merged(disposition: Disposition, context: Context) -> bool:
    return disposition.merged_into is not None


@rule(
    "integrity/cycle-in-successors",
    "error",
    source=_IDENTITY,
    where={
        TerritorialCollectivity: Where(("replaced_by",), _is_replaced),
        Contribution: Where(("disposition",), _is_merged),
    },
)
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

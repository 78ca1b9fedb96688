"""Family integrity, identity and references: ids are unique, and what they point at is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from opengov_local.finding import Parameter, pointer_of
from opengov_local.model import (
    ActionPlan,
    Axis,
    Commitment,
    ExternalRef,
    Identified,
    Package,
    ProgressUpdate,
    TerritorialCollectivity,
)
from opengov_local.model.base import Model
from opengov_local.model.identity import prefix_of
from opengov_local.model.walk import Mention, Node, Path, references
from opengov_local.validation.blanks import readable
from opengov_local.validation.circles import circles
from opengov_local.validation.rules.register import Context, Hit, rule

_IDENTITY = "shared data model, identity"


def _ids_repeat(context: Context) -> bool:
    return len(context.index.nodes) < len(context.index.survey.identified)


@rule("integrity/duplicate-id", "error", source=_IDENTITY, when=_ids_repeat)
def duplicate_id(value: Identified, node: Node, context: Context) -> Iterator[Hit]:
    """An id that an earlier object has already."""
    first = context.index.nodes[value.id]
    if first is not node:
        yield Hit((*node.path, "id"), {"id": value.id, "first": pointer_of(first.path) or "/"})


@rule("integrity/foreign-prefix", "info", source=_IDENTITY)
def foreign_prefix(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """An object that somebody else minted; said once for each prefix, and not of the derived ids of territories."""
    own, nodes = context.package.own_prefix, context.index.nodes
    lines = "\n".join(("", *nodes))  # an id is a line
    if lines.count(f"\n{own}:") == len(nodes):
        return  # quickly, for nearly all packages
    said = {own}
    for found in context.index.survey.identified:
        prefix = prefix_of(found.value.id)
        if prefix not in said and not _is_derived(found.value):
            said.add(prefix)
            params: dict[str, Parameter] = {"id": found.value.id, "prefix": prefix, "own": own}
            yield Hit((*found.path, "id"), params, depends=(("id_prefix",),))


def _is_derived(value: Identified) -> bool:
    """Tells whether the id of a collectivity is under the prefix `ma-hcp-<code>` of its own territorial code."""
    codes = (identifier.value for identifier in value.identifiers if identifier.scheme == "MA-HCP")
    return any(prefix_of(value.id) == f"ma-hcp-{code}" for code in codes)


def _external(context: Context) -> dict[str, str]:
    """Gives the kind of each object that is carried elsewhere, by its id."""
    return {reference.id: reference.kind for reference in context.package.external_refs}


def _is_missing(target: str, context: Context) -> bool:
    """Tells whether an id leads nowhere, in the package or in its list of external objects."""
    return context.index.node_of(target) is None and target not in context.once(_external)


def _odd(context: Context) -> list[Mention]:
    """Gives the mentions of ids that no object here has, or one of another kind: a quick look at all of them."""
    nodes = context.index.nodes
    return [
        one
        for one in context.index.survey.mentions
        if (found := nodes.get(one.target)) is None or (one.field.refers and found.kind.concept not in one.field.refers)
    ]


def _some_are_missing(context: Context) -> bool:
    return any(_is_missing(one.target, context) for one in context.once(_odd) if not one.field.may_be_gone)


def _missing(node: Node, context: Context) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Gives the references of an object that lead nowhere."""
    for path, target, kinds in references(node, may_be_gone=False):
        if _is_missing(target, context):
            yield path, target, kinds


@rule("integrity/dangling-reference", "error", source=_IDENTITY, when=_some_are_missing)
def dangling_reference(value: Model, node: Node, context: Context) -> Iterator[Hit]:
    """A reference to an id that is neither in the package nor listed as external."""
    for path, target, kinds in _missing(node, context):
        if not (node.kind is ProgressUpdate and path[-1] == "target"):
            yield Hit(path, {"id": target, "kinds": kinds}, depends=(target,))


@rule("integrity/update-for-unknown-target", "error", source=_IDENTITY, when=_some_are_missing)
def update_for_unknown_target(value: ProgressUpdate, node: Node, context: Context) -> Iterator[Hit]:
    """A progress update about something that is not there."""
    for path, target, _ in _missing(node, context):
        if path[-1] == "target":
            yield Hit(path, {"id": target}, depends=(target,))


def _kind_of(target: str, context: Context) -> str | None:
    """Gives the kind of the object that an id stands for; None where it leads nowhere."""
    found = context.index.node_of(target)
    return found.kind.concept if found else context.once(_external).get(target)


def _is_of_wrong_kind(target: str, kinds: tuple[str, ...] | None, context: Context) -> bool:
    return bool(kinds) and (kind := _kind_of(target, context)) is not None and kind not in (kinds or ())


def _some_are_of_wrong_kind(context: Context) -> bool:
    return any(_is_of_wrong_kind(one.target, one.field.refers, context) for one in context.once(_odd))


@rule("integrity/reference-to-wrong-kind", "error", source=_IDENTITY, when=_some_are_of_wrong_kind)
def reference_to_wrong_kind(value: Model, node: Node, context: Context) -> Iterator[Hit]:
    """A reference to an object of another kind than the field is for."""
    for path, target, kinds in references(node):
        if _is_of_wrong_kind(target, kinds, context):
            kind = _kind_of(target, context) or ""
            yield Hit(path, {"id": target, "kind": kind, "kinds": kinds}, depends=(target,))


def _targets(context: Context) -> set[str]:
    return {one.target for one in context.index.survey.mentions}


@rule("integrity/unresolved-external", "info", source=_IDENTITY)
def unresolved_external(reference: ExternalRef, node: Node, context: Context) -> Iterator[Hit]:
    """An object that is mentioned here and carried elsewhere: this file alone does not hold it."""
    if reference.id in context.once(_targets) and context.index.find(reference.id) is None:
        params: dict[str, Parameter] = {"id": reference.id, "kind": reference.kind}
        yield Hit((*node.path, "id"), params, depends=(reference.id,))


PARENTS: dict[type[Model], str] = {
    TerritorialCollectivity: "parent",
    Axis: "parent",
    ActionPlan: "previous_plan",
    Commitment: "continues",
}
"""Fields that lead upwards or backwards, and so must never come back."""


def _has_circles(context: Context) -> bool:
    return bool(context.once(_circles))


@rule("integrity/cycle-in-parents", "error", source=_IDENTITY, concepts=tuple(PARENTS), when=_has_circles)
def cycle_in_parents(value: Model, node: Node, context: Context) -> Iterator[Hit]:
    """An object that lies in itself or follows itself; said at the first object of each circle."""
    if circle := context.once(_circles).get(node.path):
        yield Hit((*node.path, PARENTS[node.kind]), {"ids": circle})


def _circles(context: Context) -> dict[Path, tuple[str, ...]]:
    by_kind = context.index.by_kind
    starts = [readable(node.value).id for kind in PARENTS for node in by_kind.get(kind, ()) if _parents(node)]
    return circles(context, _above, starts) if starts else {}


def _parents(node: Node) -> Any:
    """Gives the id, or the ids, that an object names as its parents, if it does; no other could undo a circle."""
    field = PARENTS.get(node.kind)
    return getattr(readable(node.value), field) if field else None


def _above(identifier: str, context: Context) -> Iterator[str]:
    """Gives the ids of the objects of the same kind that an object names as its parents."""
    node = context.index.nodes[identifier]
    named = _parents(node)
    for target in [named] if isinstance(named, str) else named or ():
        parent = context.index.node_of(target)
        if parent is not None and parent.kind is node.kind:
            yield readable(parent.value).id

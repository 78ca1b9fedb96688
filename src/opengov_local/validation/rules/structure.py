"""Family structure, what the schema leaves open: versions, and codes of open lists."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local import codelists
from opengov_local.finding import Parameter
from opengov_local.model import SCHEMA_VERSION, Package
from opengov_local.model.base import OWN, Model
from opengov_local.model.shape import shape_of
from opengov_local.model.walk import Node
from opengov_local.validation.rules.register import Context, Hit, rule


def _some_are_unknown(context: Context) -> bool:
    for name, codes in context.index.survey.codes.items():
        used, known = set(codes), codelists.get(name).entries.keys()
        if not known >= used and any(not code.startswith(OWN) for code in used - known):
            return True
    return False


@rule("structure/unknown-code", "warning", source="published code lists", when=_some_are_unknown)
def unknown_code(value: Model, node: Node, context: Context) -> Iterator[Hit]:
    """A code of an open list that nobody published."""
    for name, field in shape_of(node.kind).items():
        if field.open_list is None or not (value := getattr(node.value, name)):
            continue
        known = codelists.get(field.open_list)
        for position, code in enumerate(value) if field.many else ((None, value),):
            if code not in known and not code.startswith(OWN):
                params: dict[str, Parameter] = {"found": code, "list": field.open_list}
                if near := known.closest(code):
                    params["suggestion"] = near
                path = (*node.path, name) if position is None else (*node.path, name, position)
                yield Hit(path, params)


def _version(text: str) -> tuple[int, int, bool]:
    """Gives major, minor, and whether the version is frozen: a draft comes before its frozen form."""
    major, minor = text.removesuffix("-draft").split(".")
    return int(major), int(minor), not text.endswith("-draft")


def _is_other_version(context: Context) -> bool:
    return context.package.schema_version != SCHEMA_VERSION


@rule("structure/newer-minor-version", "warning", source="versions of the shared schema", when=_is_other_version)
def newer_minor_version(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A file of a newer version that this library still reads."""
    found, own = _version(context.package.schema_version), _version(SCHEMA_VERSION)
    if found[0] == own[0] and found > own:
        yield Hit(("schema_version",), {"found": context.package.schema_version, "supported": SCHEMA_VERSION})


@rule("structure/draft-version", "info", source="versions of the shared schema", when=_is_other_version)
def draft_version(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A file that names the draft of a version, and is judged as that version or a later one."""
    found, own = _version(context.package.schema_version), _version(SCHEMA_VERSION)
    if not found[2] and found[:2] >= (0, 1) and found < own:
        yield Hit(("schema_version",), {"found": context.package.schema_version, "supported": SCHEMA_VERSION})


@rule("structure/unsupported-version", "error", source="versions of the shared schema", when=_is_other_version)
def unsupported_version(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A file of a version that this library does not know how to read."""
    found, own = _version(context.package.schema_version), _version(SCHEMA_VERSION)
    if found[0] > own[0] or found[:2] < (0, 1):
        yield Hit(("schema_version",), {"found": context.package.schema_version, "supported": SCHEMA_VERSION})

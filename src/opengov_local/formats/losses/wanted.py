"""What of a package a file was asked to hold: without what is not for the public, and what was not chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from opengov_local.formats.format import Format
from opengov_local.model.package import Package
from opengov_local.model.walk import Survey
from opengov_local.privacy.redact import public_view


class Wanted(NamedTuple):
    """What of a package a file was asked to hold.

    Attributes:
        tree: it, JSON-shaped.
        is_all: whether that is the whole package.
    """

    tree: Any
    is_all: bool


def wanted(package: Package, row: Format, options: Mapping[str, Any]) -> Wanted:
    """Gives what a writer was asked for.

    Args:
        package: the package.
        row: the format.
        options: what its writer was given: whether contacts stay, and the plan, commitment or workshop that was chosen.
    """
    public = "with_contacts" in row.options and not options.get("with_contacts")
    left = public_view(package, Survey(package)).package if public else package
    chosen = {name: options.get(name) for name in ("plan", "commitment", "workshop")}
    tree: Any = left.to_tree()
    if plan := chosen["plan"]:
        _keep(tree, "plans", plan)
    if commitment := chosen["commitment"]:
        for each in tree.get("plans", ()):
            _keep(each, "commitments", commitment)
    if workshop := chosen["workshop"]:
        _keep(tree, "workshops", workshop)
    return Wanted(tree, left is package and not any(chosen.values()))


def _keep(holder: Any, name: str, identity: str) -> None:
    holder[name] = [each for each in holder.get(name, ()) if each["id"] == identity]

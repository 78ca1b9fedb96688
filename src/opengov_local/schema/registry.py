"""The published schemas, found offline: by name, and as a registry that resolves their URNs."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from opengov_local.model import SCHEMA_VERSION
from opengov_local.resources import data_folder

if TYPE_CHECKING:
    from referencing import Registry


REPORT: Final = "report"
"""Name of the schema of reports, which has a version of its own and lies beside the versions of the model."""


def names(version: str = SCHEMA_VERSION) -> tuple[str, ...]:
    """Lists the published schemas of a version."""
    folder = data_folder("schemas") / version
    return tuple(sorted(path.name.removesuffix(".schema.json") for path in folder.glob("*.schema.json")))


def schema_text(name: str, version: str = SCHEMA_VERSION) -> str:
    """Gives a published schema as it stands in its file.

    Raises:
        KeyError: no schema has that name.
    """
    path = data_folder("schemas") / version / f"{name}.schema.json"
    if name == REPORT:
        path = data_folder("schemas") / path.name
    elif name not in names(version):
        raise KeyError(f"no schema {name!r} in version {version}; there are {', '.join(names(version))}")
    return path.read_text(encoding="utf-8")


def files(version: str = SCHEMA_VERSION) -> dict[str, str]:
    """Gives every published file of a version: schemas, titles of fields, code lists; path below its folder → text."""
    folder = data_folder("schemas") / version
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.json")}


@cache
def schema(name: str, version: str = SCHEMA_VERSION) -> dict[str, Any]:
    """Gives a published schema as data; do not change it."""
    loaded: dict[str, Any] = json.loads(schema_text(name, version))
    return loaded


def registry(version: str = SCHEMA_VERSION) -> Registry[Any]:
    """Gives a registry that resolves every published `$id` without a network."""
    from referencing import Registry, Resource

    resources = [Resource.from_contents(schema(name, version)) for name in names(version)]
    return Registry().with_resources([(resource.id() or "", resource) for resource in resources])

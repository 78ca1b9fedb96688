"""What the library publishes: schemas, titles of fields, code lists."""

from __future__ import annotations

from opengov_local.errors import UnknownFormatError


def schema_names() -> tuple[str, ...]:
    """Lists the published schemas of the current version, and that of reports."""
    from opengov_local.schema import registry

    return (*registry.names(), registry.REPORT)


def published_files() -> dict[str, str]:
    """Gives all that is published: schemas, titles of fields, code lists; path below their folder → text."""
    from opengov_local.schema import registry

    return {**registry.files(), f"{registry.REPORT}.schema.json": registry.schema_text(registry.REPORT)}


def schema_text(name: str) -> str:
    """Gives a published schema as it stands in its file.

    Raises:
        UnknownFormatError: no schema has that name.
    """
    from opengov_local.schema import registry

    if name not in schema_names():
        raise UnknownFormatError("tool/unknown-schema", name=name, known=schema_names())
    return registry.schema_text(name)

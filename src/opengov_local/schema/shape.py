"""What the shared schema expects at a place of a package, for readers whose source knows only text."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from opengov_local.model import Package
from opengov_local.model.shape import Kind, steps

Expected = Kind | Literal["list", "unknown"]


def kind_at(path: tuple[str | int, ...]) -> Expected:
    """Tells what the model expects at a path of keys and indices; "unknown" where it knows nothing."""
    return _kind_at(tuple(0 if isinstance(part, int) else part for part in path))


@lru_cache(maxsize=4096)
def _kind_at(path: tuple[str | int, ...]) -> Expected:
    if not path:
        return "object"
    *_, step = steps(Package, path)
    if step.field is None:
        return "text" if step.known else "unknown"
    return "list" if step.field.many and not step.item else step.field.kind

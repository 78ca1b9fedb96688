"""Makes the writers of documents: what composes a paper, and what draws it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from opengov_local.formats.paper.composing import Composed
from opengov_local.formats.paper.content import Paper
from opengov_local.formats.written import Written
from opengov_local.model.package import Package

Compose = Callable[..., Composed]
"""Puts a document together: takes the package and, by name, the language and what else the format takes."""


def writer(compose: Compose, draw: Callable[[Paper], bytes]) -> Callable[..., Written]:
    """Makes the `write` of a format.

    Args:
        compose: puts the document together.
        draw: draws it.
    """

    def write(package: Package, *, language: str = "fr", **options: Any) -> Written:
        """Writes the document of a package; it raises as its `compose`."""
        paper, findings = compose(package, language=language, **options)
        return Written(draw(paper), findings)

    return write

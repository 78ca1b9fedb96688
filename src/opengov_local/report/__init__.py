"""Reports rendered for people and programs, one renderer a file; a table of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from opengov_local.validation.report import Report

RENDERERS = {"text": "text", "json": "json"}
"""Name on the command line → module of this folder."""

Renderer = Callable[["Iterable[Report]", str], str]


def renderer(name: str) -> Renderer:
    """Gives the function that renders reports: it takes reports and a language, and gives text."""
    module: Any = import_module(f"{__name__}.{RENDERERS[name]}")
    return cast(Renderer, module.render)

"""Reports rendered for people and programs, one renderer a file; a table of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from opengov_local.errors import MissingExtraError

if TYPE_CHECKING:
    from opengov_local.validation.report import Report

RENDERERS: Final = {
    "text": "text",
    "json": "json",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "csv": "csv",
    "html": "html",
}
"""Name on the command line → module of this folder."""
_ENDINGS: Final = {
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".json": "json",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".xml": "junit",
}
_EXTRAS: Final = {"jinja2": "html", "markupsafe": "html"}
"""Package → the extra that brings it."""


def form_of(name: str) -> str:
    """Gives the form of a report that is written into a file of this name; any other ending holds text."""
    fitting = [ending for ending in _ENDINGS if name.lower().endswith(ending)]
    return _ENDINGS[max(fitting, key=len)] if fitting else "text"


Renderer = Callable[["Iterable[Report]", str], str]


def renderer(name: str) -> Renderer:
    """Gives the function that renders reports: it takes reports and a language, and gives text.

    Raises:
        MissingExtraError: the form needs an extra that is not installed.
    """
    try:
        module: Any = import_module(f"{__name__}.{RENDERERS[name]}")
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        raise MissingExtraError.of(_EXTRAS[error.name], name, name) from error
    return cast(Renderer, module.render)

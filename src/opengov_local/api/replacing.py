"""What may be written over unasked: the package of the same id, and files in which nobody keeps a plan."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from opengov_local import formats
from opengov_local.api.reading import read
from opengov_local.errors import OpenGovLocalError, OptionError
from opengov_local.formats.several import LINE_ENDINGS

_NOT_OF_PLANS: Final = {".txt", ".html", ".htm", ".xml"}
"""Endings of formats that are read, but of many other files too."""
_FOR_PROGRAMS: Final = {".zip", ".jsonld"}
"""Endings of what is written for other programs, and worked on by nobody."""


def endings_of_plans() -> set[str]:
    """Gives the endings of files that may hold plans, other than packages."""
    every = {*formats.endings(formats.readable()), *LINE_ENDINGS}
    return every - {*formats.endings(formats.held())} - _NOT_OF_PLANS


def require_replaceable(target: str | os.PathLike[str], identifier: str | None = None) -> None:
    """Makes sure that nothing is lost where a file is there: no other package, no document that may be worked on.

    An empty file, pages, calendars and data for other programs may be replaced.

    Args:
        target: what will be written.
        identifier: the id of the package that will be written, if it is one.

    Raises:
        OptionError: something may be lost.
    """
    path = Path(target)
    if os.fspath(target) == "-" or not path.is_file() or not path.stat().st_size:
        return
    ending = path.suffix.lower()
    packages = formats.endings(formats.held())
    if ending in _FOR_PROGRAMS or ending not in (*packages, *endings_of_plans()):
        return
    if ending not in packages or identifier is None or _id_in(path) != identifier:
        raise OptionError("tool/target-exists", file=os.fspath(target), option="--force")


def id_of(tree: Any) -> str | None:
    """Gives the id of a package as it was read; None where it has none."""
    found = tree.get("id") if isinstance(tree, dict) else None
    return found if isinstance(found, str) else None


def _id_in(path: Path) -> str | None:
    try:
        document = read(path).document
    except OpenGovLocalError:
        return None
    return id_of(document.tree) if document is not None else None

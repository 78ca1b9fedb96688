"""What may be written over unasked: the package of the same id, and files in which nobody keeps a plan."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from opengov_local import formats
from opengov_local.api.reading import read
from opengov_local.document import Import
from opengov_local.errors import OpenGovLocalError, OptionError
from opengov_local.finding import Finding, Location, Parameter
from opengov_local.formats.several import LINE_ENDINGS
from opengov_local.importing.replaced import replaced

_NOT_OF_PLANS: Final = {".txt", ".html", ".htm", ".xml"}
"""Endings of formats that are read, but of many other files too."""
_FOR_PROGRAMS: Final = {".zip", ".jsonld"}
"""Endings of what is written for other programs, and worked on by nobody."""
_MOST: Final = 6
"""Names of what would be lost that are shown."""


def endings_of_plans() -> set[str]:
    """Gives the endings of files that may hold plans, other than packages."""
    every = {*formats.endings(formats.readable()), *LINE_ENDINGS}
    return every - {*formats.endings(formats.held())} - _NOT_OF_PLANS


def require_replaceable(target: str | os.PathLike[str], identifier: str | None = None) -> Mapping[str, Any] | None:
    """Makes sure that nothing is lost where a file is there: no other package, no document that may be worked on.

    An empty file, pages, calendars and data for other programs may be replaced.

    Args:
        target: what will be written.
        identifier: the id of the package that will be written, if it is one.

    Returns:
        The tree of the package of that id, where one is there.

    Raises:
        OptionError: something may be lost.
    """
    path = Path(target)
    if os.fspath(target) == "-" or not path.is_file() or not path.stat().st_size:
        return None
    ending = path.suffix.lower()
    packages = formats.endings(formats.held())
    if ending in _FOR_PROGRAMS or ending not in (*packages, *endings_of_plans()):
        return None
    earlier = _tree_in(path) if ending in packages and identifier is not None else None
    if earlier is None or id_of(earlier) != identifier:
        raise OptionError("tool/target-exists", file=os.fspath(target), option="--force")
    return earlier


def replaced_by(imported: Import, target: str | os.PathLike[str], source: str) -> tuple[Finding, ...]:
    """Says what of the package that is there the one that takes its place does not hold.

    What an importer does not give, although its source says there what it said, was corrected by hand.

    Args:
        imported: what takes its place.
        target: where it will be written.
        source: name of what was read.

    Raises:
        OptionError: what was corrected by hand would be lost, or something else may be.
    """
    tree = imported.document.tree if imported.document is not None else None
    earlier = require_replaceable(target, id_of(tree))
    if earlier is None or tree is None:
        return ()
    found = list(replaced(earlier, tree))
    lost = [each for each in found if imported.account is not None and not each.by_source]
    if lost:
        raise OptionError("tool/target-corrected", file=os.fspath(target), source=source, count=len(lost),
                          fields=_few(each.field for each in lost), names=_few(each.name for each in lost),
                          base=f"--base {os.fspath(target)}", option="--force")  # fmt: skip
    if not found:
        return ()
    told: dict[str, Parameter] = {
        "count": len(found),
        "fields": _few(each.field for each in found),
        "names": _few(each.name for each in found),
    }
    return (Finding("export/earlier-replaced", "info", Location(source=os.fspath(target)), told),)


def _few(texts: Iterable[str]) -> tuple[str, ...]:
    """Gives the first of several texts, each once."""
    each = tuple(dict.fromkeys(texts))
    return each if len(each) <= _MOST else (*each[:_MOST], "…")


def id_of(tree: Any) -> str | None:
    """Gives the id of a package as it was read; None where it has none."""
    found = tree.get("id") if isinstance(tree, dict) else None
    return found if isinstance(found, str) else None


def _tree_in(path: Path) -> Mapping[str, Any] | None:
    try:
        document = read(path).document
    except OpenGovLocalError:
        return None
    return document.tree if document is not None and isinstance(document.tree, dict) else None

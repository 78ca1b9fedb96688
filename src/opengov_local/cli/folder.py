"""The packages that a folder holds; its troubles are values, so that the rest is judged."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from opengov_local import api, formats
from opengov_local.atomic import reason
from opengov_local.errors import OpenGovLocalError, SourceError


def others_in(source: str) -> Counter[str]:
    """Counts the files of a folder that may hold plans and are not found in it, by their endings."""
    wanted = api.endings_of_plans()
    found: Counter[str] = Counter()
    for _, folders, names in os.walk(source):
        folders[:] = [name for name in folders if not name.startswith(".")]
        endings = (os.path.splitext(name)[1].lower() for name in names if not name.startswith((".", "~$")))  # noqa: PTH122
        found.update(ending for ending in endings if ending in wanted)
    return found


def files_of(source: str) -> Iterator[str | OpenGovLocalError]:
    """Gives a file itself, or the packages of a folder; what must be imported is named, not found.

    Only regular files are taken from a folder; links to such files count, and a link that leads nowhere is an error,
    as is a folder in it that may not be read.
    """
    if source == "-" or not os.path.isdir(source):  # noqa: PTH112 - false also where the parent may not be read
        yield source
        return
    endings = formats.endings(formats.held())
    troubles: list[OpenGovLocalError] = []
    found: list[str] = []

    def unreadable(error: OSError) -> None:
        troubles.append(SourceError("tool/unreadable", file=error.filename or source, reason=reason(error)))

    for folder, folders, names in os.walk(source, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(folder, name)  # noqa: PTH118 - the user's own spelling of the path is kept
            if name.startswith(".") or not name.lower().endswith(endings):
                continue
            if Path(path).is_file() or (Path(path).is_symlink() and not os.path.exists(path)):  # noqa: PTH110
                found.append(path)  # reading says that a link leads nowhere
    if not found and not troubles:
        troubles.append(SourceError("tool/empty-folder", file=source, known=endings))
    yield from troubles
    yield from sorted(found)

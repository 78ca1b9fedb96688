"""The package that lies in an archive for a portal: its dataset names the file."""

from __future__ import annotations

import json
from typing import Any, Final

from opengov_local.document import Import
from opengov_local.formats import json_format
from opengov_local.importing.containers import Container

DATASET: Final = "dataset.json"
"""Name of the file of the dataset."""


def name_in(container: Container) -> str | None:
    """Gives the name of the file of the whole package; None where the archive is not one for a portal."""
    names = container.names()
    try:
        tree: Any = json.loads(container.read(DATASET)) if DATASET in names else {}
    except (ValueError, RecursionError):
        return None
    resources = tree.get("resources") if isinstance(tree, dict) else None
    listed = resources if isinstance(resources, list) else ()
    files = (each.get("file_name") for each in listed if isinstance(each, dict))
    return next((name for name in files if isinstance(name, str) and name in names and name.endswith(".json")), None)


def read_packaged(container: Container, name: str, source: str | None) -> Import:
    """Reads the package.

    Args:
        container: the archive, judged.
        name: the file of the package, as `name_in` gives it.
        source: name of the archive.
    """
    return json_format.read(container.read(name), source)

"""Where the packaged data lies: published schemas and examples, and the tables of words beside the modules."""

from __future__ import annotations

import csv
import io
from importlib.resources import files
from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_folder(name: str) -> Path:
    """Gives the folder of packaged data, `schemas` or `examples`, in a wheel or a source checkout.

    A wheel carries it inside the package; a source checkout has it at the top of the repository.

    Raises:
        FileNotFoundError: the installation lacks that folder.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the installation of opengov_local lacks its {name} folder; reinstall it")


def rows_of(package: str, name: str) -> list[dict[str, str]]:
    """Gives the rows of a table that lies beside the modules of a package, by the names of its columns."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    lines = csv.reader(io.StringIO(text, newline=""))
    names = next(lines, [])
    return [dict(zip(names, line, strict=True)) for line in lines if line]

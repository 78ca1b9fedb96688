"""Where the packaged data lies: published schemas and examples, in a wheel or a source checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_folder(name: str) -> Path:
    """Gives the folder of packaged data, `schemas` or `examples`.

    A wheel carries it inside the package; a source checkout has it at the top of the repository.

    Raises:
        FileNotFoundError: the installation lacks that folder.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the installation of opengov_local lacks its {name} folder; reinstall it")

"""`schema`: the published JSON Schemas."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from opengov_local import api
from opengov_local.atomic import make_folder, write_atomically


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("-o", "--output", metavar="DIR")


def run(arguments: argparse.Namespace) -> int:
    """Prints a schema or the list of names, or writes files."""
    if arguments.output:
        name = arguments.name
        _write(
            {f"{name}.schema.json": api.schema_text(name)} if name else api.published_files(), Path(arguments.output)
        )
    elif arguments.name:
        sys.stdout.write(api.schema_text(arguments.name))
    else:
        print("\n".join(api.schema_names()))
    return 0


def _write(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        make_folder(path.parent)
        write_atomically(path, text.encode())

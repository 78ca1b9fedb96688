"""Freezes the version that the models say, for good: `python -m opengov_local.schema.freeze 0.1`."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from opengov_local.atomic import write_atomically
from opengov_local.model import SCHEMA_VERSION
from opengov_local.resources import data_folder
from opengov_local.schema.changes import classify, read_set
from opengov_local.schema.frozen import DRAFT, MANIFEST, RECORD, digest, manifest, number, record, troubles
from opengov_local.schema.generate import published, write


class NotFreezableError(ValueError):
    """A version that cannot be frozen; the message says why and what to do."""


def freeze(schemas: Path, version: str, files: Mapping[str, str]) -> None:
    """Writes a version's folder with its manifest, records it, and removes its draft.

    The record is written last: a freeze that breaks off leaves nothing frozen and can be run again.

    Args:
        schemas: the folder that holds a folder for each version.
        version: the version, such as `0.1`.
        files: what is published in it: path below its folder → text.

    Raises:
        NotFreezableError: it is no version or not a later one, it is frozen, a frozen folder was touched, or a major
            change has no major number of its own.
    """
    _refuse(schemas, version, files)
    folder = schemas / version
    if folder.exists():  # written by the generator, not frozen yet
        shutil.rmtree(folder)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    sums = manifest(folder).encode()
    (folder / MANIFEST).write_bytes(sums)
    frozen = {**record(schemas), version: digest(sums)}
    write_atomically(schemas / RECORD, (json.dumps(frozen, indent=2) + "\n").encode())
    shutil.rmtree(schemas / f"{version}{DRAFT}", ignore_errors=True)


def _refuse(schemas: Path, version: str, files: Mapping[str, str]) -> None:
    asked, frozen = number(version), record(schemas)
    if asked is None:
        raise NotFreezableError(f"{version!r} is no version to freeze; write MAJOR.MINOR, such as 0.1")
    if version in frozen:
        raise NotFreezableError(f"{version} is frozen and never written again; freeze a later version")
    if touched := [trouble for trouble in troubles(schemas, version) if trouble.partition(":")[0] in frozen]:
        raise NotFreezableError("restore the frozen folders first:\n" + "\n".join(touched))
    if not frozen:
        return
    last = list(frozen)[-1]
    before = number(last) or (0, 0)
    if asked < before:
        raise NotFreezableError(f"{version} is not later than {last}, which is frozen")
    change = classify(read_set(schemas / last), {name: json.loads(text) for name, text in files.items()})
    if change.level == "major" and before[0] and asked[0] == before[0]:
        grave = "\n".join(str(reason) for reason in change.reasons if reason.level == "major")
        raise NotFreezableError(f"the change since {last} is major: freeze it as {before[0] + 1}.0\n{grave}")


def main(arguments: list[str]) -> int:
    """Freezes the version named; 2 when that cannot be, with the reason on the error output."""
    try:
        if arguments != [SCHEMA_VERSION]:
            raise NotFreezableError(
                f"usage: python -m opengov_local.schema.freeze VERSION\n"
                f"VERSION must be what the models say, and they say {SCHEMA_VERSION!r}:"
                f" set SCHEMA_VERSION in src/opengov_local/model/package.py first"
            )
        freeze(data_folder("schemas"), SCHEMA_VERSION, published())
    except NotFreezableError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

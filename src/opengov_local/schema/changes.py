"""None, minor or major: `python -m opengov_local.schema.changes OLD_DIR NEW_DIR` compares two published sets."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from opengov_local.schema.compare import Comparison, same
from opengov_local.schema.compare_lists import FILE as CODELISTS
from opengov_local.schema.compare_lists import compare_lists
from opengov_local.schema.reason import Change, Level, Reason

SchemaSet = Mapping[str, Any]
"""Content of each JSON file of a version, by its path below the version's folder."""

EXITS: Final[dict[Level, int]] = {"none": 0, "minor": 3, "major": 4}
"""Exit codes; 1 and 2 stay those of a crash and of wrong use, so that neither passes for a level."""

_SCHEMA: Final = ".schema.json"
_PACKAGE: Final = "package.schema.json"


class UnreadableSetError(ValueError):
    """A folder that does not hold a published schema set."""


def read_set(folder: Path) -> dict[str, Any]:
    """Reads the JSON files of a version's folder.

    Raises:
        UnreadableSetError: there is no package schema, or a file is not JSON.
    """
    if not (folder / _PACKAGE).is_file():
        raise UnreadableSetError(f"{folder} holds no {_PACKAGE}; name the folder of a version, such as schemas/0.1")
    try:
        return {
            path.relative_to(folder).as_posix(): json.loads(path.read_text(encoding="utf-8"))
            for path in sorted(folder.rglob("*.json"))
        }
    except ValueError as error:
        raise UnreadableSetError(f"{folder} holds a file that is not JSON: {error}") from error


def classify(old: SchemaSet, new: SchemaSet) -> Change:
    """Tells what a change of the published schemas means for documents that were valid before.

    `none`: the same documents are valid and mean the same. `minor`: every document that was valid still is, if its
    unknown fields are its own (`x_…`). `major`: some document may be refused now or mean something else, or it cannot
    be told. Whether a reworded description still means the same, people must judge.

    Args:
        old: the set that documents were written for.
        new: the set to come.
    """
    return Change(tuple(_once(_reasons(old, new))))


def _once(reasons: Iterator[Reason]) -> Iterator[Reason]:
    """Says what is told of a definition once, though many files carry it."""
    said: set[tuple[str, ...]] = set()
    for reason in reasons:
        file = "" if reason.pointer.startswith("/$defs/") else reason.file
        key = (reason.code, file, reason.pointer, reason.what)
        if key not in said:
            said.add(key)
            yield reason


def _reasons(old: SchemaSet, new: SchemaSet) -> Iterator[Reason]:
    pairs: set[tuple[str, str]] = set()
    for file in sorted(old.keys() | new.keys(), key=lambda file: (file != _PACKAGE, not file.endswith(_SCHEMA), file)):
        there = file in old and file in new
        if file.endswith(_SCHEMA) and there:
            comparison = Comparison(file, old[file], new[file])
            pairs |= comparison.pairs if file == _PACKAGE else set()
            yield from comparison.reasons
        elif file.endswith(_SCHEMA):
            yield Reason("schema-added" if file in new else "schema-removed", file)
        elif file.startswith("labels/") and isinstance(old.get(file, {}), dict) and isinstance(new.get(file, {}), dict):
            yield from _labels(file, old.get(file, {}), new.get(file, {}), pairs)
        elif file == CODELISTS and there:
            yield from compare_lists(old[file], new[file], pairs)
        elif not there or not same(old[file], new[file]):
            yield Reason("cannot-tell", file)


def _labels(file: str, old: Mapping[str, str], new: Mapping[str, str], pairs: set[tuple[str, str]]) -> Iterator[Reason]:
    for before, after in sorted(pairs):
        if old.get(before) != new.get(after):
            yield Reason("text-changed", file, before, f"{old.get(before)} → {new.get(after)}")


def main(arguments: list[str]) -> int:
    """Prints the level and the reasons.

    Returns:
        0 for none, 3 for minor, 4 for major; 2 when the folders cannot be compared.
    """
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m opengov_local.schema.changes OLD_DIR NEW_DIR\n")
        return 2
    try:
        old, new = (read_set(Path(name)) for name in arguments)
    except UnreadableSetError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    change = classify(old, new)
    sys.stdout.write("".join(f"{line}\n" for line in (change.level, *change.reasons)))
    return EXITS[change.level]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

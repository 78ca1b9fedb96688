"""Frozen versions of the schema: which they are, and the proof that not a byte of them changed since."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from opengov_local.schema.changes import classify, read_set
from opengov_local.schema.reason import Change, Level

MANIFEST: Final = "SHA256SUMS"
"""In each frozen folder: a line for every other file, as `sha256sum` writes and checks them."""
RECORD: Final = "frozen.json"
"""Beside the folders: the digest of each frozen version's manifest."""
DRAFT: Final = "-draft"

_FROZEN: Final = re.compile(r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})")


def number(version: str) -> tuple[int, int] | None:
    """Gives major and minor of a version that can be frozen; None for a draft, and for what is no version."""
    found = _FROZEN.fullmatch(version)
    return (int(found[1]), int(found[2])) if found else None


def digest(data: bytes) -> str:
    """Gives the SHA-256, in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def manifest(folder: Path) -> str:
    """Writes the manifest of a folder: digest and path of every file but the manifest itself, by path."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return "".join(f"{digest((folder / path).read_bytes())}  {path}\n" for path in paths if path != MANIFEST)


def record(schemas: Path) -> dict[str, str]:
    """Gives the frozen versions, the oldest first, each with the digest of its manifest.

    Args:
        schemas: the folder that holds a folder for each version.
    """
    path = schemas / RECORD
    frozen: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return dict(sorted(frozen.items(), key=lambda item: number(item[0]) or (-1, 0)))


def troubles(schemas: Path, working: str) -> Iterator[str]:
    """Says everything that is not as it was frozen; nothing when all is in order.

    Args:
        schemas: the folder that holds a folder for each version.
        working: the version that the models say: its folder may stand there without being frozen.
    """
    frozen = record(schemas)
    for version, expected in frozen.items():
        yield from _troubles_of(schemas / version, expected)
    for folder in sorted(path for path in schemas.iterdir() if path.is_dir()):
        if folder.name not in frozen and folder.name != working:
            yield f"{folder.name}: neither frozen nor the version of the models"
        elif folder.name not in frozen and (folder / MANIFEST).exists():
            yield f"{folder.name}: has a manifest, but is not in {RECORD}"


def _troubles_of(folder: Path, expected: str) -> Iterator[str]:
    path = folder / MANIFEST
    if number(folder.name) is None:
        yield f"{folder.name}: is no version that can be frozen"
    elif not path.is_file():
        yield f"{folder.name}: frozen, but without its {MANIFEST}"
    elif digest(path.read_bytes()) != expected:
        yield f"{folder.name}: its {MANIFEST} is not the one in {RECORD}"
    else:
        recorded, there = _digests(path.read_text(encoding="utf-8")), _digests(manifest(folder))
        for name in sorted(recorded.keys() | there.keys()):
            if recorded.get(name) != there.get(name):
                what = "is gone" if name not in there else "was added" if name not in recorded else "was changed"
                yield f"{folder.name}: {name} {what} after the freeze"


def _digests(text: str) -> dict[str, str]:
    lines = (line.partition("  ") for line in text.splitlines())
    return {path: sha256 for sha256, _, path in lines}


def moved(schemas: Path, version: str, files: Mapping[str, str]) -> Change | None:
    """Compares what the models give with a frozen version; None when it is the same byte for byte, or not frozen.

    Args:
        schemas: the folder that holds a folder for each version.
        version: the version that the models say.
        files: what they give: path below the version's folder → text.
    """
    folder = schemas / version
    if version not in record(schemas) or not folder.is_dir():
        return None
    there = {name for name in _digests(manifest(folder)) if name.endswith(".json")}
    if there == files.keys() and all((folder / name).read_bytes() == text.encode() for name, text in files.items()):
        return None
    return classify(read_set(folder), {name: json.loads(text) for name, text in files.items()})


def next_draft(version: str, level: Level) -> str:
    """Gives the version in which a change of a frozen version can be worked on: `0.1` → `0.2-draft`.

    Below 1.0 the minor number rises whatever changed; from 1.0 on a major change needs a new major number.

    Raises:
        ValueError: the version is no frozen one.
    """
    if (found := number(version)) is None:
        raise ValueError(f"{version!r} is no frozen version")
    major, minor = found
    return f"{major + 1}.0{DRAFT}" if major and level == "major" else f"{major}.{minor + 1}{DRAFT}"

"""ZIP-based files (XLSX, ODS, DOCX, archives), judged before any library opens them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from opengov_local.finding import Finding, Location, Parameter
from opengov_local.importing.inflate import BrokenPartError, unpack
from opengov_local.importing.signatures import kind_of_archive, looks_like
from opengov_local.importing.xml_parts import is_xml, judge_head

Kind = Literal["xlsx", "ods", "odt", "docx", "zip"]


@dataclass(frozen=True, slots=True)
class ContainerLimits:
    """How much an archive may hold.

    Attributes:
        max_bytes: size of the archive, in bytes.
        max_unpacked: size of all its parts together, unpacked, in bytes.
        max_ratio: how many times larger than packed all parts together may be, once they exceed 32 MiB.
        max_parts: how many parts it may have.
    """

    max_bytes: int = 64 * 2**20
    max_unpacked: int = 512 * 2**20
    max_ratio: int = 200
    max_parts: int = 5000


DEFAULT_CONTAINER_LIMITS: Final = ContainerLimits()
_RATIO_FROM: Final = 32 * 2**20
_KEPT: Final = 64 * 2**20
_PIECE: Final = 2**20
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_BROKEN: Final = (zipfile.BadZipFile, BrokenPartError, ValueError, OSError, NotImplementedError, EOFError, IndexError)


@dataclass(frozen=True)
class Container:
    """An archive all of whose parts were unpacked once and found to be what its directory says.

    Attributes:
        kind: what it is: `xlsx`, `ods`, `odt`, `docx` or `zip`.
        findings: what is left aside in it: macros, links to other files.
    """

    kind: str
    findings: tuple[Finding, ...]
    _data: bytes
    _directory: dict[str, zipfile.ZipInfo]
    _parts: dict[str, bytes] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """Gives the names of all parts, in the order of the directory, with `/` between folders."""
        return tuple(self._directory)

    def size(self, name: str) -> int:
        """Gives the size of a part, unpacked, in bytes.

        Raises:
            KeyError: there is no such part.
        """
        return self._directory[name].file_size

    def stream(self, name: str) -> Iterator[bytes]:
        """Gives the bytes of a part, in pieces.

        Raises:
            KeyError: there is no such part.
        """
        kept = self._parts.get(name)
        if kept is None:
            return unpack(self._data, self._directory[name])
        return (kept[start : start + _PIECE] for start in range(0, len(kept), _PIECE))

    def read(self, name: str) -> bytes:
        """Gives the bytes of a part, never more than `size`.

        Raises:
            KeyError: there is no such part.
        """
        return self._parts[name] if name in self._parts else b"".join(self.stream(name))

    def holds(self, name: str, mark: bytes) -> bool:
        """Tells whether a part holds some bytes, shorter than a piece; wherever pieces of it end.

        Raises:
            KeyError: there is no such part.
        """
        tail = b""
        for piece in self.stream(name):
            if mark in piece or mark in tail + piece[: len(mark)]:
                return True
            tail = piece[-len(mark) :]
        return False


def check_container(
    data: bytes,
    source: str | None,
    *,
    wanted: Kind,
    limits: ContainerLimits = DEFAULT_CONTAINER_LIMITS,
) -> Finding | Container:
    """Judges an archive: kind, size, names, checksums, encryption, and the head of every XML part.

    Args:
        data: the bytes of the file.
        source: name of the file, for the findings.
        wanted: the kind of file that it should be; `zip` takes any archive.
        limits: how much it may hold.

    Returns:
        The archive, or the finding (`source/…`) that says why it is not opened.
    """
    try:
        return _Check(data, source, limits).container(wanted)
    except RefusedError as refused:
        return refused.finding


class RefusedError(Exception):
    """A file that is not read any further.

    Attributes:
        finding: why.
    """

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class _Check:
    """The steps of judging one archive; each raises RefusedError."""

    data: bytes
    source: str | None
    limits: ContainerLimits

    def container(self, wanted: Kind) -> Container:
        found = looks_like(self.data)
        if found == "empty":
            raise self.refused("source/empty-file")
        if found == "encrypted":
            raise self.refused("source/encrypted")
        if found != "zip":
            raise self.refused("source/wrong-kind", wanted=wanted, looks_like=found)
        directory = self.directory()
        kind = kind_of_archive(frozenset(name.lower() for name in directory), self.start(directory, "mimetype"))
        if wanted not in (kind, "zip"):
            raise self.refused("source/wrong-kind", wanted=wanted, looks_like=kind)
        if b"encryption-data" in self.start(directory, "META-INF/manifest.xml"):
            raise self.refused("source/encrypted")
        left_aside = tuple(_left_aside(directory, self.source))
        return Container(kind, left_aside, self.data, directory, self.unpacked(directory))

    def directory(self) -> dict[str, zipfile.ZipInfo]:
        """Reads the directory and judges what it declares."""
        if len(self.data) > self.limits.max_bytes:
            raise self.refused("source/too-large", size=len(self.data), limit=self.limits.max_bytes)
        entries = self.data.count(_DIRECTORY_ENTRY)
        if entries > self.limits.max_parts:
            raise self.refused("source/too-many-parts", count=entries, limit=self.limits.max_parts)
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                infos = archive.infolist()
        except _BROKEN:
            raise self.refused("source/corrupt") from None
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise self.refused("source/encrypted")
        size = sum(info.file_size for info in infos)
        if size > self.limits.max_unpacked or (size > _RATIO_FROM and size > self.limits.max_ratio * len(self.data)):
            raise self.refused("source/bomb", size=size, limit=self.limits.max_unpacked)
        return self.named(infos)

    def named(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        """Gives the parts by name, folders left out; no two names may mean the same, none may lead elsewhere."""
        directory: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        for info in infos:
            name = info.filename.replace("\\", "/")
            if _is_trick(name) or info.orig_filename != info.filename or name.lower() in seen:
                raise self.refused("source/unsafe-name", part=name)
            seen.add(name.lower())
            if not name.endswith("/"):
                directory[name] = info
        return directory

    def start(self, directory: dict[str, zipfile.ZipInfo], name: str) -> bytes:
        """Gives the first MiB of a part, nothing if there is none."""
        try:
            return next(unpack(self.data, directory[name]), b"")[: 2**20] if name in directory else b""
        except BrokenPartError:
            raise self.refused("source/corrupt", part=name) from None

    def unpacked(self, directory: dict[str, zipfile.ZipInfo]) -> dict[str, bytes]:
        """Unpacks every part once; gives those that together fit in the memory set aside."""
        kept: dict[str, bytes] = {}
        room = _KEPT
        for name, info in directory.items():
            keep = info.file_size <= room
            pieces = self.judged(name, info, keep=keep)
            if keep:
                kept[name] = b"".join(pieces)
                room -= info.file_size
        return kept

    def judged(self, name: str, info: zipfile.ZipInfo, *, keep: bool) -> list[bytes]:
        """Unpacks a part, and judges its head where it is XML; gives its pieces, if they are to be kept."""
        pieces: list[bytes] = []
        head = b""
        try:
            for piece in unpack(self.data, info):
                head = head or piece
                if keep:
                    pieces.append(piece)
        except BrokenPartError:
            raise self.refused("source/corrupt", part=name) from None
        if is_xml(name, head) and (trouble := judge_head(head)):
            raise self.refused(f"source/{trouble}", part=name)
        return pieces

    def refused(self, code: str, **params: Parameter) -> RefusedError:
        return RefusedError(Finding(code, "error", Location("", self.source), params))


def _is_trick(name: str) -> bool:
    return not name or name.startswith("/") or ":" in name.partition("/")[0] or ".." in name.split("/")


def _left_aside(directory: dict[str, zipfile.ZipInfo], source: str | None) -> Iterator[Finding]:
    names = [name.lower() for name in directory]
    if any(name.endswith("vbaproject.bin") or name.startswith(("basic/", "scripts/")) for name in names):
        yield Finding("source/macros-ignored", "info", Location("", source))
    links = sum("/externallinks/" in name and name.endswith(".xml") for name in names)
    if links:
        yield Finding("source/links-not-followed", "info", Location("", source), {"count": links})

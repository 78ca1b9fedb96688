"""OLE files (the old Office, [MS-CFB]): one stream read, within the bounds of the file."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_END: Final = 0xFFFFFFFA  # and above: no sector
_ENTRY: Final = 128
_NAME_LENGTH, _START, _SIZE = 0x40, 0x74, 0x78


class OleError(ValueError):
    """Bytes that are no OLE file, or a broken one."""


class _Sectors:
    """The sectors of a file, and the chains in which they follow one another."""

    def __init__(self, data: bytes) -> None:
        try:
            shift, mini_shift = struct.unpack_from("<HH", data, 0x1E)
            self.directory, self.cutoff, self.mini_fat = struct.unpack_from("<I4xII", data, 0x30)
            (difat,) = struct.unpack_from("<I", data, 0x44)
            first = struct.unpack_from("<109I", data, 0x4C)
        except struct.error:
            raise OleError from None
        if shift not in {9, 12} or mini_shift != 6:
            raise OleError
        self.data, self.size, self.mini = data, 1 << shift, 1 << mini_shift
        tables = [*first, *self._more_tables(difat)]
        table = b"".join(self.sector(number) for number in tables if number < _END)
        self.fat = struct.unpack(f"<{len(table) // 4}I", table)

    def sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        found = self.data[start : start + self.size]
        if not found:
            raise OleError
        return found.ljust(self.size, b"\0")

    def _more_tables(self, sector: int) -> Iterator[int]:
        seen: set[int] = set()
        while sector < _END and sector not in seen:
            seen.add(sector)
            *tables, sector = struct.unpack(f"<{self.size // 4}I", self.sector(sector))
            yield from tables

    def chain(self, sector: int) -> bytes:
        return b"".join(self.sector(number) for number in _chain(self.fat, sector))


def _chain(fat: tuple[int, ...], sector: int) -> Iterator[int]:
    seen: set[int] = set()
    while sector < _END:
        if sector in seen or sector >= len(fat):
            raise OleError
        seen.add(sector)
        yield sector
        sector = fat[sector]


def ole_stream(data: bytes, *names: str) -> bytes:
    """Reads the first stream that has one of the names.

    Raises:
        OleError: the file is broken, or has none of them.
    """
    sectors = _Sectors(data)
    directory = sectors.chain(sectors.directory)
    entries = dict(_entries(directory))
    for name in names:
        if name in entries:
            start, size = struct.unpack_from("<II", entries[name], _START)
            if size >= sectors.cutoff:
                return sectors.chain(start)[:size]
            return _small(sectors, directory, start)[:size]
    raise OleError


def _entries(directory: bytes) -> Iterator[tuple[str, bytes]]:
    for start in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[start : start + _ENTRY]
        (length,) = struct.unpack_from("<H", entry, _NAME_LENGTH)
        yield entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace"), entry


def _small(sectors: _Sectors, directory: bytes, start: int) -> bytes:
    """Reads a stream below the cut-off: its pieces lie in the stream of the root entry."""
    (root,) = struct.unpack_from("<I", directory, _START)
    pieces, table = sectors.chain(root), sectors.chain(sectors.mini_fat)
    fat = struct.unpack(f"<{len(table) // 4}I", table)
    size = sectors.mini
    return b"".join(pieces[number * size : (number + 1) * size] for number in _chain(fat, start))

"""Synthetic XLS files for the tests of grids: records in the stream of an OLE file."""

from __future__ import annotations

import struct

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, body: bytes = b"") -> bytes:
    """Writes one record."""
    return struct.pack("<HH", kind, len(body)) + body


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    """Writes a cell that holds a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def error(row: int, column: int, code: int) -> bytes:
    """Writes a cell that shows an error."""
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def xls(cells: bytes, *, before: bytes = b"") -> bytes:
    """Makes an XLS file of one sheet; style 0 is general, style 1 a percentage."""
    styles = b"".join(record(0x00E0, struct.pack("<HH16x", 0, found)) for found in (0, 9))
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1996, 0, 0x0600))
    head = begin + before + styles
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1996, 0, 0x0600)) + cells + record(0x000A)
    name = b"\x04\x00Plan"
    place = len(head) + 4 + 6 + len(name) + 4
    return ole("Workbook", head + record(0x0085, struct.pack("<IBB", place, 0, 0) + name) + record(0x000A) + sheet)


def ole(name: str, stream: bytes) -> bytes:
    """Packs one stream into an OLE file."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    chain = [_TABLE, _END, *range(3, sectors + 2), _END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(stream))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<I", 0)
    return head.ljust(512, b"\xff") + table + directory.ljust(512, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)

"""One part of a ZIP archive, unpacked piece by piece and strictly: it holds what the directory declares, or nothing."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
_AT_ONCE = 2**16
_PIECE = 2**20
_WHOLE = 2**25
"""A part up to this size is unpacked at once, which is faster."""


class BrokenPartError(ValueError):
    """A part that is cut off, damaged, or other than the directory of its archive says."""


def packed(data: bytes, info: zipfile.ZipInfo) -> memoryview:
    """Gives the packed bytes of a part.

    Raises:
        BrokenPartError: there is no part of this name and length where the directory says.
    """
    try:
        signature, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, info.header_offset)
    except struct.error:
        raise BrokenPartError(info.filename) from None
    start = info.header_offset + _LOCAL_HEADER.size
    name = data[start : start + name_length]
    start += name_length + extra_length
    whole = memoryview(data)[start : start + info.compress_size]
    known = {info.orig_filename.encode("utf-8", "replace"), info.orig_filename.encode("cp437", "replace")}
    if signature != b"PK\3\4" or len(whole) != info.compress_size or name not in known:
        raise BrokenPartError(info.filename)
    return whole


def unpack(data: bytes, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Gives the bytes of a part in pieces, and never more than its declared size.

    Raises:
        BrokenPartError: its length or checksum is not the declared one, or its packing is unknown or damaged.
    """
    length = checksum = 0
    for piece in _pieces(packed(data, info), info):
        length += len(piece)
        if length > info.file_size:
            raise BrokenPartError(info.filename)
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if length != info.file_size or checksum != info.CRC:
        raise BrokenPartError(info.filename)


def _pieces(whole: memoryview, info: zipfile.ZipInfo) -> Iterator[bytes]:
    if info.compress_type == zipfile.ZIP_STORED:
        for start in range(0, len(whole), _PIECE):
            yield bytes(whole[start : start + _PIECE])
        return
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise BrokenPartError(info.filename)
    at_once = len(whole) if info.file_size <= _WHOLE else _AT_ONCE
    most = info.file_size + 1 if info.file_size <= _WHOLE else _PIECE
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(whole), at_once or 1):
            rest: bytes | memoryview = whole[start : start + at_once]
            while rest:
                yield inflater.decompress(rest, most)
                rest = inflater.unconsumed_tail
            if inflater.unused_data:
                raise BrokenPartError(info.filename)
        while not inflater.eof:
            last = inflater.decompress(b"", most)
            if not last:
                raise BrokenPartError(info.filename)
            yield last
    except zlib.error:
        raise BrokenPartError(info.filename) from None

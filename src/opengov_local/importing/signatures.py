"""What kind of file bytes look like, whatever their name says."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Final

from opengov_local.resources import rows_of

TEXT: Final = frozenset({"text", "binary"})
"""Kinds that CSV may look like: zeros of UTF-16 look binary."""
_OLE_STREAMS: Final = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
    ("Book", "xls"),
)
_ODF_KINDS: Final = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.text": "odt",
}
_PARTS: Final = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
    ("index/document.iwa", "iwork"),
    ("index.zip", "iwork"),
)
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEEN = 4096
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@cache
def _signatures() -> tuple[tuple[int, bytes, str], ...]:
    rows = rows_of("opengov_local.importing", "signatures.csv")
    return tuple((int(row["offset"]), bytes.fromhex(row["hex"]), row["kind"]) for row in rows)


def looks_like(data: bytes) -> str:
    """Names the kind of file that bytes look like.

    Returns:
        `empty`, `pdf`, `zip` (any of them), `encrypted`, `doc`, `xls`, `ppt`, `ole` (another of the old Office),
        `rtf`, `gzip`, `archive`, `image`, `database`, `html`, `xml`, `json`, `text`, or `binary`.
    """
    if not data:
        return "empty"
    for offset, signature, kind in _signatures():
        if data.startswith(signature, offset):
            return _ole_kind(data) if kind == "ole" else kind
    return _text_kind(data[:_SEEN])


def kind_of_archive(names: frozenset[str], mimetype: bytes) -> str:
    """Names the kind of file that a ZIP archive is.

    Args:
        names: names of its parts, lower case.
        mimetype: what its part `mimetype` holds, if it has one (OpenDocument 1.3, part 2, 3.3).

    Returns:
        `xlsx`, `xlsb`, `docx`, `pptx`, `iwork`, `ods`, `odt`, or `zip`.
    """
    for part, kind in _PARTS:
        if part in names:
            return kind
    return _ODF_KINDS.get(mimetype.strip().removesuffix(b"-template"), "zip")


def _ole_kind(data: bytes) -> str:
    """Looks for the names of streams as the directory of an OLE file writes them: UTF-16, at the head of 128 bytes."""
    for name, kind in _OLE_STREAMS:
        wanted = (name + "\0").encode("utf-16-le")
        place = data.find(wanted)
        while place >= 0:
            if place % 128 == 0:
                return kind
            place = data.find(wanted, place + 1)
    return "ole"


def _text_kind(head: bytes) -> str:
    marked = next((mark for mark in _MARKS if head.startswith(mark)), b"")
    wide = bool(marked) and marked != codecs.BOM_UTF8
    text = head[len(marked) :].replace(b"\0", b"") if wide else head[len(marked) :]
    text = text.lstrip()
    if _HTML.search(text[:1024]) and text.startswith(b"<"):
        return "html"
    if text.startswith((b"<?xml", b"<")):
        return "xml"
    if re.match(rb'[\[{]\s*["\[{\]}]', text):
        return "json"
    return "binary" if not wide and _CONTROLS.search(text) else "text"

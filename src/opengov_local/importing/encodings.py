"""Text in an encoding that nobody names, decided by evidence: byte order marks, UTF-8's form, the look of words."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, NamedTuple

from opengov_local.importing.word_shapes import shapeliness
from opengov_local.resources import rows_of

Evidence = Literal["plain", "mark", "form", "words", "unsure"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 BOM"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SAMPLE: Final = 2**15
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_LINE: Final = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_CLEAR_LEAD: Final = 0.4
_CLEAR_SCORE: Final = 0.2


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what was concluded of its encoding.

    Attributes:
        text: the text, without a byte order mark.
        encoding: name of the encoding, for people.
        evidence: `plain` (UTF-8), `mark` (a byte order mark), `form` (zeros where UTF-16 and UTF-32 have them, or
            UTF-8 with damages), `words` (the letters make words), or `unsure`.
        broken: bytes that the encoding has no character for, each now U+FFFD.
        others: the encodings that are as likely, when unsure.
    """

    text: str
    encoding: str
    evidence: Evidence
    broken: int = 0
    others: tuple[str, ...] = ()


class _CodePage(NamedTuple):
    codec: str
    name: str
    script: str


class _Reading(NamedTuple):
    """A sample as one code page reads it, and how much that looks like words."""

    score: float
    text: str
    page: _CodePage


@cache
def _code_pages() -> tuple[_CodePage, ...]:
    return tuple(
        _CodePage(row["codec"], row["name"], row["script"])
        for row in rows_of("opengov_local.importing", "encodings.csv")
    )


def decode_text(data: bytes) -> Decoded:
    """Decodes text of unknown encoding; never fails, and says what it concluded from what."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, name, "mark")
    wide = _wide(data)
    if wide:
        return _decoded(data, wide, wide.upper()[:6], "form")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8", "plain")
    except UnicodeDecodeError:
        pass
    rest = _SEQUENCE.sub(b"", data)
    strange = len(_HIGH.findall(rest))
    if (len(data) - len(rest)) // 2 > 8 * strange:
        return _decoded(data, "utf-8", "UTF-8", "form")
    return _code_page(data)


def _decoded(data: bytes, codec: str, name: str, evidence: Evidence) -> Decoded:
    text = data.decode(codec, "replace")
    genuine = "\ufffd".encode(codec) if codec.startswith("utf") else b""
    broken = text.count("\ufffd") - (data.count(genuine) if genuine else 0)
    return Decoded(text, name, evidence, max(broken, 0))


def _wide(data: bytes) -> str | None:
    """Finds UTF-16 and UTF-32 without a mark by where the zeros of spaces, digits and separators lie."""
    head = data[: _SAMPLE - _SAMPLE % 4]
    head = head[: len(head) - len(head) % 2]
    zeros = [head[start::4].count(0) for start in range(4)]
    if sum(zeros) * 20 < len(head) or not head or len(data) % 2:
        return None
    quarter = max(len(head) // 4, 1)
    if len(data) % 4 == 0 and zeros[2] == zeros[3] == quarter and zeros[0] < quarter:
        return "utf-32-le"
    if len(data) % 4 == 0 and zeros[0] == zeros[1] == quarter and zeros[3] < quarter:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > 20 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 20 * odd else None


def _code_page(data: bytes) -> Decoded:
    """Chooses the code page in which the letters make words best."""
    sample = b"\n".join(_lines(data))
    ranked = sorted(_readings(sample), key=lambda reading: -reading.score)
    if not ranked:
        return _decoded(data, "utf-8", "UTF-8", "form")
    best, *rest = ranked
    rivals = [rival.page.name for rival in rest if _is_close(best, rival)]
    if not rivals and best.score >= _CLEAR_SCORE * len(_HIGH.findall(sample)):
        return _decoded(data, best.page.codec, best.page.name, "words")
    found = _decoded(data, best.page.codec, best.page.name, "unsure")
    return replace(found, others=tuple(rivals or [rival.page.name for rival in rest]))


def _is_close(best: _Reading, rival: _Reading) -> bool:
    """Tells whether a rival is about as good, judged by the characters in which both differ."""
    different = sum(one != other for one, other in zip(best.text, rival.text, strict=False))
    both_arabic = best.page.script == rival.page.script == "arabic"  # many letters lie beside their equals
    return different > 0 and best.score - rival.score < _CLEAR_LEAD * different + both_arabic


def _lines(data: bytes) -> Iterator[bytes]:
    """Gives the first lines that have more than ASCII, 32 KiB of them."""
    size = 0
    for found in _HIGH_LINE.finditer(data):
        size += len(found[0])
        yield found[0][:_SAMPLE]
        if size > _SAMPLE:
            return


def _readings(sample: bytes) -> Iterator[_Reading]:
    for page in _code_pages():
        try:
            text = sample.decode(page.codec)
        except UnicodeDecodeError:
            continue
        yield _Reading(shapeliness(text), text, page)

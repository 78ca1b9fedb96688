"""Whether an account is true: words of pieces that were read, or are headings, that stand nowhere else."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import opengov_local
from opengov_local.document import Import

_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": "", "œ": "oe", "æ": "ae"}
)
_WORDS = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"\d+|[^\d]+")
_GROUPS = re.compile(r"(?<=\d)[\s.,٬٫'’](?=\d{3}(?!\d))")
_TAGS = re.compile(r"<[^<>]{1,60}>")


def unsaid(imported: Import) -> list[str]:
    """Gives the pieces, with their places, of which words stand in no value, in no finding and in no table of ours.

    Pieces that were kept stand in the package as they are; help says how to fill something in, and nothing of it.
    """
    assert imported.account
    assert imported.document
    said = {word for text in _said(imported) for word in _words(text)}
    said |= {_bare(word) for word in said}
    kept = {entry.piece.place for entry in imported.account.of("unmapped")}
    pieces: dict[str, list[str]] = {}
    for entry in imported.account.entries:
        if entry.piece.place not in kept and entry.fate != "help":
            pieces.setdefault(str(entry.piece.place), []).append(entry.piece.text)
    known = _known() | accepted().keys()
    found = []
    for place, texts in pieces.items():
        left = {word for text in texts for word in _words(text)} - said - known
        if words := sorted(word for word in left if _bare(word) not in said and word.removeprefix("و") not in known):
            found.append(f"{place}: {max(texts, key=len)} ({', '.join(words)})")
    return found


def _said(imported: Import) -> Iterator[str]:
    """Gives all that a package and the findings say; not its sources, in which the originals stand."""
    assert imported.document
    yield from _texts({name: value for name, value in imported.document.tree.items() if name != "sources"})
    for finding in imported.findings:
        yield from _texts([*finding.params.values()])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _texts([*value.values()])
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _texts(child)
    elif not isinstance(value, bool) and value is not None:
        yield str(value)


def _words(text: str) -> list[str]:
    """Gives the words and numbers of a text, folded: case, accents, letters, digits; groups of digits are joined."""
    plain = unicodedata.normalize("NFKD", _TAGS.sub(" ", unescape(text)).translate(_LETTERS))
    bare = "".join(char for char in plain if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")
    digits = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in bare.casefold())
    folded = _GROUPS.sub("", digits.translate(_LETTERS))
    return [part for word in _WORDS.findall(folded) for part in _PARTS.findall(word)]


def _bare(word: str) -> str:
    """Gives a number without zeros at its ends: 180.5 thousand are 180500."""
    return (word.strip("0") or "0") if word.isdigit() else word


@cache
def accepted() -> dict[str, str]:
    """Gives the words that may stand nowhere else, each with the reason."""
    table: dict[str, str] = tomllib.loads((Path(__file__).parent / "unsaid.toml").read_text(encoding="utf-8"))
    return {word: why for written, why in table.items() for word in _words(written)}


@cache
def _known() -> frozenset[str]:
    """Gives all words of the tables beside the code, which say how to read, or stand for codes and numbers."""
    tables = Path(opengov_local.__file__).parent.rglob("*.csv")
    return frozenset(word for table in tables for word in _words(table.read_text(encoding="utf-8")))

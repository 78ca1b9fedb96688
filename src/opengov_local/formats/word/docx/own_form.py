"""What our own OGP form writes in its own way, and how it is read back: states, notes, marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.word.docx.blocks import Paragraph
from opengov_local.formats.wording.words.own_wording import every_own_label, titles_of_forms
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import code_of_name, fold

_DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
_PLACE = re.compile(rb'w:name="(?:plan|workshop|commitment)_1(?:_presentation)?"')
"""The bookmark at the first chapter of a document of ours."""
_OF_FAULTS = "list continue small"
"""The style of the faults that a draft lists."""


class OwnStatus(NamedTuple):
    """A state as our form writes it: `En cours (dans la source « En chantier »), janvier 2026, Association`.

    Attributes:
        word: the word for the state.
        original: the word of the source, "" where it is the same.
        as_of: the date it speaks of, as a `PartialDate`; None where there is none.
        by: who declares it, "" where nobody is named.
    """

    word: str
    original: str = ""
    as_of: str | None = None
    by: str = ""


def own_status(text: str, *, ours: bool = False) -> OwnStatus:
    """Parts a state from what our form says beside it; any other text is a word alone.

    Args:
        text: the words.
        ours: whether a form of ours says it: then who declared a known state may stand behind it with nothing between.
    """
    found = _pattern().fullmatch(text.strip())
    if found is None:
        return OwnStatus(text.strip())
    said = with_commas(found["rest"] or "")
    reading = read_date(said[0][1]) if said else None
    as_of = reading.start if reading is not None and reading.kind == "date" else None
    by = put_together(said[1:] if as_of else said)
    if not (found["original"] or as_of or (ours and by and _is_state(found["word"]))):
        return OwnStatus(text.strip())
    return OwnStatus(found["word"], found["original"] or "", as_of, by)


def _is_state(word: str) -> bool:
    return any(code_of_name(word, scale) for scale in ("status", "plan_status", "ogp_completion"))


@cache
def _pattern() -> re.Pattern[str]:
    said = "|".join(re.escape(text) for text in labels()["word.original"].texts.values())
    quoted = r"[“«]\s?(?P<original>.*?)\s?[”»]"
    marks = "[\u200e\u200f]*"
    return re.compile(
        rf"(?P<word>[^(,،]+?)(?:\s*\((?:{said})\s+{marks}{quoted}{marks}\))?(?P<rest>[,،]\s.*)?", re.DOTALL
    )


def is_own(data: bytes) -> bool:
    """Tells whether the body of a Word file is a form that the library wrote: it says so above each sheet."""
    return has_places(data) or any(text.encode() in data for text in titles_of_forms())


def has_places(data: bytes) -> bool:
    """Tells whether the body of a Word file has the bookmark at the first chapter of a document of ours."""
    return _PLACE.search(data) is not None


def parts(text: str) -> list[str]:
    """Gives the parts of a line as our form joins them, with commas; a comma inside a part cannot be told from them."""
    return [part.strip() for _, part in with_commas(text)]


def with_commas(text: str) -> list[tuple[str, str]]:
    """Gives the parts of a line, each behind the comma before it."""
    pieces = ["", *re.split("([,،] )", text.strip())]
    return [(comma, part) for comma, part in zip(pieces[::2], pieces[1::2], strict=True) if part.strip()]


def put_together(said: Sequence[tuple[str, str]]) -> str:
    """Puts parts that are no more than words together again, with the commas that stood between them."""
    first = said[0][1] if said else ""
    return "".join([first, *(text for each in said[1:] for text in each)]).strip()


@cache
def notes() -> tuple[re.Pattern[str], ...]:
    """Gives the patterns of the sentences that our form says about itself, which hold no data."""
    said = [text for label in every_own_label() if label.key.startswith("note.") for text in label.texts.values()]
    pages = list(labels()["word.page"].texts.values())
    return tuple(
        re.compile(re.sub(r"\\\{\w+\\\}", r"[\\d\\s.,]*", re.escape(_plain(text)))) for text in (*said, *pages)
    )


@cache
def _to_sign() -> frozenset[str]:
    return frozenset(
        fold(text) for label in every_own_label() if label.key.startswith("sign.") for text in label.texts.values()
    )


def is_unsigned(text: str) -> bool:
    """Tells whether a text is a box for a signature in which nobody wrote anything."""
    return bool(text) and all(fold(line) in _to_sign() for line in text.split("\n"))


@cache
def _none() -> frozenset[str]:
    return frozenset(fold(text) for it in every_own_label() if it.key == "word.none" for text in it.texts.values())


def says_none(text: str) -> bool:
    """Tells whether a text is the word that our form has for an empty list."""
    return fold(text) in _none()


@cache
def _counted() -> re.Pattern[str]:
    said = "|".join(re.escape(text) for text in labels()["word.counted"].texts.values())
    return re.compile(rf"[0-9]+ \((?:{said})\)")


def is_counted(text: str) -> bool:
    """Tells whether a text is a number that our form counted in what it says elsewhere."""
    return _counted().fullmatch(text.strip()) is not None


def is_note(text: str) -> bool:
    """Tells whether a text is a sentence that our form says about itself."""
    plain = _plain(text)
    return any(note.fullmatch(plain) for note in notes())


def _plain(text: str) -> str:
    """Gives a text without signs of direction, and with single spaces."""
    return " ".join(text.translate(_DIRECTIONS).split())


def says_of_itself(paragraph: Paragraph) -> bool:
    """Tells whether our form says something about itself: in a sentence, or in a fault of a draft, listed below one."""
    listed = paragraph.ours and paragraph.style == _OF_FAULTS and paragraph.text.startswith("– ")
    return listed or is_note(paragraph.text)

"""Words that say how far something is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Final, cast

from opengov_local import codelists
from opengov_local.importing.words.codes import nearest_name
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.numerals import NUMERAL, plain_digits
from opengov_local.importing.words.percent import read_percent
from opengov_local.importing.words.tables import NO_WORDS, OwnWords, rows, short_words
from opengov_local.model.codes import OgpCompletionCode, StatusCode

_PERCENT = re.compile(rf"(?<![\d.,])(?:%\s?{NUMERAL}|{NUMERAL}\s?%)(?!\d)")
_AS_PICTURE: Final = "\ufe0f"
"""What may stand behind a sign: that it is shown as a picture."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_PARTS_OF_DATE: Final = 3
_LONGEST: Final = 120
"""Characters of a text that may be a status with a percentage."""


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A word that says how far something is.

    Attributes:
        code: code of the list status.
        original: the word as written.
        completion: code of the list ogp_completion, where the word is one of OGP's scale and of no other; in a column
            that follows that scale, also where others use it too (“Completed”).
        notes: what was decided.
        progress: whole percent that stand beside the word: “En cours (50 %)”.
    """

    code: StatusCode
    original: str
    completion: OgpCompletionCode | None = None
    notes: tuple[Note, ...] = ()
    progress: int | None = None


def read_status(text: str, *, scale: str = "", words: OwnWords = NO_WORDS) -> StatusReading | None:
    """Reads a status word; the whole text must be the word, for “non réalisé” is not “réalisé”.

    One percentage may stand beside it, or a date behind it: “Reporté à 2027”; the reading keeps its words. A word for
    “done” with less than 100 % is in progress, and a note says so.

    Args:
        text: the text of a cell.
        scale: the scale that the column follows, where it is known: `ogp`, or `canada`, whose codes (NS, LP, SP, C)
            are read beside the words.
        words: a council's own words, kind `status`.

    Returns:
        The reading, or None where the word is not known: `status_unknown` says so. Words for “not done” are read as
        not started, with the note `import/status-not-done`.
    """
    folded, original = word_or_sign(text), " ".join(text.split())
    if own := words.get(("status", folded)):
        known = own in codelists.get("status")
        return StatusReading(cast(StatusCode, own), original) if known else None
    row = _statuses("").get(folded) or (_statuses(scale).get(folded) if scale else None)
    if row is None and "%" in plain_digits(text):
        return _with_percent(original, scale, words)
    if row is None and (undated := _without_date(folded)):
        row = _statuses("").get(undated)
    if row is None:
        return None
    notes = (note("import/status-not-done", text=original),) if row["note"] else ()
    rates = row["completion"] and (scale == "ogp" or not row["only_on_ogp_scale"])
    completion = cast(OgpCompletionCode, row["completion"]) if rates else None
    return StatusReading(cast(StatusCode, row["code"]), original, completion, notes)


def word_or_sign(text: str) -> str:
    """Gives what a word for a state is looked up by: the folded word, or the sign that stands for one, "✅"."""
    return fold(text) or text.strip().removesuffix(_AS_PICTURE)


def read_sign(text: str) -> StatusReading | None:
    """Reads a sign alone in a cell of states, "✅", "🟡"; a note says what it was taken for.

    Below other headings the same signs are ticks: `read_boolean` reads these. Crosses stand for what was not done, be
    it begun or not. Red and green have no meaning of their own: a legend tells it.
    """
    sign = word_or_sign(text)
    if (code := short_words("status_sign").get(sign)) is None:
        return None
    not_done = code == "not_started"
    said = (
        note("import/status-not-done", text=sign)
        if not_done
        else note("import/assumed", "info", field="status", value=code)
    )
    return StatusReading(cast(StatusCode, code), sign, notes=(said,))


def _with_percent(text: str, scale: str, words: OwnWords) -> StatusReading | None:
    plain = plain_digits(text)
    found = list(_PERCENT.finditer(plain)) if len(plain) <= _LONGEST else []
    percent = read_percent(found[0][0]) if len(found) == 1 else None
    if percent is None or percent.value is None:
        return None
    word = fold(f"{plain[: found[0].start()]} | {plain[found[0].end() :]}")
    for beside in short_words("beside_percent"):
        word = word.removesuffix(f" {beside}").removeprefix(f"{beside} ")
    reading = read_status(word, scale=scale, words=words)
    if reading is None or "%" in word:
        return None
    partly = reading.code == "completed" and percent.value < 100
    if partly and percent.value == 0:
        return None
    notes = (*reading.notes, *percent.notes)
    if partly:
        notes = (*notes, note("import/status-partly", "info", text=text, value=percent.value))
        return StatusReading("in_progress", text, None, notes, percent.value)
    return replace(reading, original=text, notes=notes, progress=percent.value)


def _without_date(folded: str) -> str:
    """Gives what stands before a date at the end of a folded text, with its small word or in figures; "" for others."""
    words = folded.split()
    date = list(takewhile(str.isdecimal, reversed(words)))[:_PARTS_OF_DATE]
    in_figures = len(date) == _PARTS_OF_DATE
    if len(folded) > _LONGEST or not any(map(_YEAR.fullmatch, date if in_figures else words[-1:])):
        return ""
    small = short_words("before_date")
    for at in range(1, len(words) - 1):
        if any(" ".join(words[at:end]) in small for end in range(at + 1, len(words))):
            return " ".join(words[:at])
    return " ".join(words[:-_PARTS_OF_DATE]) if in_figures else ""


def status_unknown(text: str) -> Note:
    """Says that a status word is not known, with the nearest name of a status, if one is near."""
    return note("import/status-unknown", text=" ".join(text.split()), suggestion=nearest_name(text, "status"))


@cache
def _statuses(scale: str) -> Mapping[str, Mapping[str, str]]:
    return {fold(form): row for row in rows("status_words") if row["scale"] == scale for form in _forms(row)}


def _forms(row: Mapping[str, str]) -> Iterator[str]:
    """Gives a word and its forms: an ending is added, or, with a hyphen, takes the place of the last letter."""
    word = row["word"]
    yield word
    for ending in row["endings"].split():
        yield word[:-1] + ending[1:] if ending.startswith("-") else word + ending

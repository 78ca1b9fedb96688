"""Words that say how far something is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from opengov_local import codelists
from opengov_local.importing.words.codes import nearest_name
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.tables import NO_WORDS, OwnWords, rows
from opengov_local.model.codes import OgpCompletionCode, StatusCode


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A word that says how far something is.

    Attributes:
        code: code of the list status.
        original: the word as written.
        completion: code of the list ogp_completion, where the word is one of OGP's scale and of no other; in a column
            that follows that scale, also where others use it too (“Completed”).
        notes: what was decided.
    """

    code: StatusCode
    original: str
    completion: OgpCompletionCode | None = None
    notes: tuple[Note, ...] = ()


def read_status(text: str, *, scale: str = "", words: OwnWords = NO_WORDS) -> StatusReading | None:
    """Reads a status word; the whole text must be the word, for “non réalisé” is not “réalisé”.

    Args:
        text: the text of a cell.
        scale: the scale that the column follows, where it is known: `ogp`, or `canada`, whose codes (NS, LP, SP, C)
            are read beside the words.
        words: a council's own words, kind `status`.

    Returns:
        The reading, or None where the word is not known: `status_unknown` says so. Words for “not done” are read as
        not started, with the note `import/status-not-done`.
    """
    folded, original = fold(text), " ".join(text.split())
    if own := words.get(("status", folded)):
        known = own in codelists.get("status")
        return StatusReading(cast(StatusCode, own), original) if known else None
    row = _statuses("").get(folded) or (_statuses(scale).get(folded) if scale else None)
    if row is None:
        return None
    notes = (note("import/status-not-done", text=original),) if row["note"] else ()
    rates = row["completion"] and (scale == "ogp" or not row["only_on_ogp_scale"])
    completion = cast(OgpCompletionCode, row["completion"]) if rates else None
    return StatusReading(cast(StatusCode, row["code"]), original, completion, notes)


def status_unknown(text: str) -> Note:
    """Says that a status word is not known, with the nearest name of a status, if one is near."""
    return note("import/status-unknown", text=" ".join(text.split()), suggestion=nearest_name(text, "status"))


@cache
def _statuses(scale: str) -> Mapping[str, dict[str, str]]:
    return {fold(form): row for row in rows("status_words") if row["scale"] == scale for form in _forms(row)}


def _forms(row: dict[str, str]) -> Iterator[str]:
    """Gives a word and its forms: an ending is added, or, with a hyphen, takes the place of the last letter."""
    word = row["word"]
    yield word
    for ending in row["endings"].split():
        yield word[:-1] + ending[1:] if ending.startswith("-") else word + ending

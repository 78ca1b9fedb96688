"""Puts tables of words in order, and takes out what stands there twice: `python -m tools.order_words`, `make format`.

Rows are ordered by what they mean: target, kind or sense, then language, then words. Order never decides what is read.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from opengov_local.importing.words import fold

FOLDER: Final = Path(__file__).parents[1] / "src" / "opengov_local" / "formats" / "wording"


class Form(NamedTuple):
    """How the rows of a table are told apart.

    Attributes:
        columns: by how many columns, from the left; others say more of a row.
        bundled: whether the last of these columns holds several words, with spaces between, of which none may stand in
            two rows that are alike in the others.
        as_written: what the first column says of words that are read as they are written; of all others, case, accents
            and signs aside, `fold` leaves one.
    """

    columns: int
    bundled: bool = False
    as_written: frozenset[str] = frozenset()


AS_WRITTEN: Final = frozenset(["axes_word", "axis_word", "ditto", "money_word", "share_of", "small_word", "unit_word"])
"""Kinds of phrases that patterns are made of, as they are written."""
TABLES: Final = {
    "composed_headings.csv": Form(5),
    "form_words.csv": Form(3),
    "heading_rules.csv": Form(3),
    "heading_senses.csv": Form(3, bundled=True),
    "heading_words.csv": Form(3, bundled=True),
    "headings.csv": Form(3),
    "heard_first.csv": Form(2),
    "infinitives.csv": Form(2),
    "phrases.csv": Form(3, as_written=AS_WRITTEN),
    "report_headings.csv": Form(3),
}
"""The tables of words of headings and cells; others, such as abbreviations.csv, have the likeliest first."""

Row = tuple[str, ...]


def ordered(text: str, form: Form) -> str:
    """Gives a table with its rows in order, each once.

    Of those that are read alike, one stays: that which was seen, that which is written most fully, or the first.

    Args:
        text: the table, as CSV with a row of headings.
        form: how its rows are told apart.
    """
    header, *rows = (tuple(row) for row in csv.reader(io.StringIO(text, newline="")))
    if form.bundled:
        rows = _each_word_once(rows, form.columns)
    alone: dict[Row, Row] = {}
    for row in sorted(rows, key=partial(_fullness, form), reverse=True):
        alone.setdefault(_key(row, form), row)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([header, *sorted(alone.values(), key=_rank)])
    return out.getvalue()


def _key(row: Row, form: Form) -> Row:
    """Gives what tells a row from others: the words of its last column as they are read."""
    *told, words = map(str.casefold, row[: form.columns])
    folded = "" if form.bundled or row[0] in form.as_written else fold(words)
    return (*told, folded or words)


def _fullness(form: Form, row: Row) -> tuple[bool, int]:
    """Ranks rows that are read alike: seen ones, then those with the most signs and accents, highest."""
    return "seen" in row, len(unicodedata.normalize("NFD", row[form.columns - 1]))


def _each_word_once(rows: Iterable[Row], columns: int) -> list[Row]:
    known: set[Row] = set()
    found: list[Row] = []
    for row in rows:
        *told, words = row[:columns]
        own = {(*told, word.casefold()): word for word in reversed(words.split())}
        left = [word for key, word in reversed(own.items()) if key not in known]
        known.update(own)
        if left:
            found.append((*told, " ".join(left), *row[columns:]))
    return found


def _rank(row: Sequence[str]) -> tuple[Row, Row]:
    return tuple(map(str.casefold, row)), tuple(row)


def main() -> None:
    """Orders all of the tables."""
    for name, form in TABLES.items():
        path = FOLDER / name
        text = path.read_text(encoding="utf-8")
        if (new := ordered(text, form)) != text:
            path.write_text(new, encoding="utf-8", newline="\n")
            print(f"ordered {path.name}")


if __name__ == "__main__":
    main()

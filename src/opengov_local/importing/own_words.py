"""A council's own words: a table that says what its headings and codes mean, read, and written for editing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from opengov_local.errors import OptionError
from opengov_local.importing.words import fold

COLUMNS = ("kind", "words", "meaning")
"""Columns of the file: `heading`, the heading, and the name of the field; or `status`, a word, and a status code."""

HEADING = "heading"
_BY_PLACE = " | "
"""Parts the meanings of words that are read by where they stand: such a row changes nothing."""


class OwnWord(NamedTuple):
    """One row of the file."""

    kind: str
    words: str
    meaning: str


def read_own_words(
    text: str, file: str, fields: Iterable[str], kinds: Mapping[str, Iterable[str]]
) -> dict[tuple[str, str], str]:
    """Reads a table of own words; rows without a meaning are passed over: they wait for one.

    Args:
        text: CSV with the columns `kind`, `words`, `meaning`, parted by commas, semicolons or tabs.
        file: name of the file, for the errors.
        fields: names of the fields that headings may mean.
        kinds: the other kinds, with the codes that their words may mean.

    Raises:
        OptionError: a column is missing, or a row has an unknown kind, field or code.
    """
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        raise OptionError("tool/map-without-columns", file=file, reason=", ".join(missing), known=COLUMNS)
    known = {HEADING: tuple(fields), **{kind: tuple(codes) for kind, codes in kinds.items()}}
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        kind, words, meaning = ((row[name] or "").strip() for name in COLUMNS)
        if not meaning or not words:
            continue
        if kind not in known:
            raise OptionError("tool/bad-map", file=file, line=rows.line_num, reason=kind, known=tuple(known))
        if _BY_PLACE in meaning and set(meaning.split(_BY_PLACE)) <= {*known[kind]}:
            continue
        if meaning not in known[kind]:
            near = tuple(get_close_matches(meaning, known[kind], n=3)) or known[kind]
            raise OptionError("tool/bad-map", file=file, line=rows.line_num, reason=meaning, known=near)
        found[kind, fold(words)] = meaning
    return found


def write_own_words(rows: Iterable[OwnWord]) -> bytes:
    """Writes a table of own words, for a spreadsheet program to open: UTF-8 with a byte order mark.

    Words with several meanings have one row, with all of them.
    """
    meanings: dict[tuple[str, str], dict[str, None]] = {}
    words: dict[tuple[str, str], str] = {}
    for row in rows:
        key = row.kind, fold(row.words)
        words.setdefault(key, row.words)
        meanings.setdefault(key, {}).update({row.meaning: None} if row.meaning else {})
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((key[0], words[key], _BY_PLACE.join(some)) for key, some in meanings.items())
    return out.getvalue().encode("utf-8-sig")

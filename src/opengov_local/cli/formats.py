"""`formats`: what is read and written."""

from __future__ import annotations

import argparse

from opengov_local import formats, messages
from opengov_local.cli.options import add_language, user_language
from opengov_local.cli.wording import whole


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints one line a format: name, reads, writes, endings, extra of the installation it needs.

    Endings that it writes no files under stand in brackets, where it writes others.
    """
    language = arguments.lang or user_language()
    reads, writes = (messages.ui(key, language) for key in ("format-reads", "format-writes"))
    width = max(map(len, formats.names()))
    for name in formats.names():
        row = formats.get(name)
        does = f"{_cell(reads, row.reads, language)} {_cell(writes, row.writes, language)}"
        needs = {"extra": f"opengov-local[{row.extra}]"}
        extra = whole(messages.ui("format-needs", language, **needs), language) if row.extra else ""
        print(f"{name:<{width}}  {does}  {_endings(row):<20} {extra}".rstrip())
    return 0


def _endings(row: formats.Format) -> str:
    return ", ".join(f"({ending})" if ending in row.read_only else ending for ending in row.extensions)


def _cell(word: str, does: object, language: str) -> str:
    """Gives a word, or a dash, as wide as the column."""
    return whole(word, language) + " " if does else f"{'-':<{len(word) + 1}}"

"""Options that several commands take, and the user's own language."""

from __future__ import annotations

import argparse
import os
import re
from datetime import date

import opengov_local as ogl
from opengov_local.errors import OptionError

PROGRAM = "opengov-local"
LANGUAGES = ("ar", "fr", "en")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def user_language() -> str:
    """Gives the language of the user's machine where it is one of ours, else English."""
    for variable in ("OPENGOV_LOCAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(variable, "")[:2].lower()
        if tag in LANGUAGES:
            return tag
    return "en"


def spoken_language(given: list[str]) -> str:
    """Gives the language for what is said before the options are read: that of `--lang`, else the user's own."""
    for before, argument in zip(["", *given], given, strict=False):
        asked = argument.partition("=")[2] if argument.startswith("--lang=") else argument if before == "--lang" else ""
        if asked in LANGUAGES:
            return asked
    return user_language()


def add_language(parser: argparse.ArgumentParser) -> None:
    """Adds `--lang`."""
    parser.add_argument("--lang", choices=LANGUAGES, default=None)


def _day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise OptionError("tool/bad-date", value=text)


def count(text: str) -> int:
    """Reads how many findings are to be listed.

    Raises:
        OptionError: it is no whole number from 0.
    """
    if text.isascii() and text.isdecimal():
        return int(text)
    raise OptionError("tool/bad-count", value=text)


def add_today(parser: argparse.ArgumentParser) -> None:
    """Adds `--today`, a full date."""
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD")


def add_import(parser: argparse.ArgumentParser) -> None:
    """Adds what an importer can be told beside the source."""
    parser.add_argument("--id-prefix", metavar="PREFIX")
    parser.add_argument("--base", metavar="PACKAGE")
    parser.add_argument("--map", metavar="WORDS.csv")
    parser.add_argument("--text-language", metavar="TAG")
    parser.add_argument("--country", metavar="CODE")
    parser.add_argument("--document-date", type=_day, metavar="YYYY-MM-DD")


def import_options(arguments: argparse.Namespace, base: str | None = None) -> ogl.ImportOptions:
    """Gathers them; `base` stands in where none was named."""
    return ogl.import_options(
        id_prefix=arguments.id_prefix,
        base=arguments.base or base,
        own_words=arguments.map,
        language=arguments.text_language,
        country=arguments.country,
        document_date=arguments.document_date,
        with_contacts=getattr(arguments, "with_contacts", False),
    )

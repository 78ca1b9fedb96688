"""Options that several commands take, and the user's own language."""

from __future__ import annotations

import argparse
import os
from datetime import date

LANGUAGES = ("ar", "fr", "en")


def user_language() -> str:
    """Gives the language of the user's machine where it is one of ours, else English."""
    for variable in ("OPENGOV_LOCAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(variable, "")[:2].lower()
        if tag in LANGUAGES:
            return tag
    return "en"


def add_language(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Adds `--lang`."""
    parser.add_argument("--lang", choices=LANGUAGES, default=None, help=help_text)


def add_today(parser: argparse.ArgumentParser) -> None:
    """Adds `--today`, a full date."""
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day that stands for today, to repeat a report",
    )

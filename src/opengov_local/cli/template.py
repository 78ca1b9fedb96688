"""`template`: an empty workbook to fill in."""

from __future__ import annotations

import argparse

from opengov_local.api import require_replaceable
from opengov_local.atomic import write_atomically
from opengov_local.cli.options import add_language, user_language
from opengov_local.errors import MissingExtraError, OptionError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("target", metavar="DEST.xlsx")
    add_language(parser)
    parser.add_argument("--texts", metavar="TAG[,TAG]")
    parser.add_argument("--force", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Writes the workbook; one that is there may have been filled in, so that it is kept unless told otherwise."""
    target = arguments.target
    if target != "-" and not target.lower().endswith(".xlsx"):
        raise OptionError("tool/not-a-workbook", file=target)
    if not arguments.force:
        require_replaceable(target)
    texts = tuple(tag.strip() for tag in arguments.texts.split(",") if tag.strip()) if arguments.texts else None
    write_atomically(target, _made(target, arguments.lang or user_language(), texts))
    return 0


def _made(target: str, language: str, texts: tuple[str, ...] | None) -> bytes:
    try:
        from opengov_local.formats.workbook.xlsx_format import template
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "opengov_local":
            raise
        raise MissingExtraError(
            "tool/missing-extra",
            file=target,
            format="xlsx",
            extra="xlsx",
            command='pip install "opengov-local[xlsx]"',
            local='pip install ".[xlsx]"',
        ) from error
    return template(language, texts)

"""`validate`: every problem of one or many files, each with its place."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import opengov_local as ogl
from opengov_local import formats
from opengov_local.atomic import write_atomically
from opengov_local.cli.options import add_language, add_today, user_language
from opengov_local.report import RENDERERS, renderer


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("sources", nargs="+", metavar="FILE|DIR|-", help="files, folders, or - for standard input")
    parser.add_argument("--from", dest="from_format", choices=formats.readable(), help="format of the sources")
    parser.add_argument("--profile", action="append", default=[], choices=["core"], help="rules to run (core always)")
    add_language(parser, "language of the messages")
    parser.add_argument("--format", choices=tuple(RENDERERS), default="text", help="form of the report")
    parser.add_argument("-o", "--output", metavar="OUT", help="write the report to a file")
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    parser.add_argument("--ignore", action="append", default=[], metavar="CODE", help="leave out findings of this code")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Judges every source; one that cannot be opened is said and does not stop the others."""
    outcomes = [_judge(path, arguments) for source in arguments.sources for path in _files(source)]
    reports = [outcome for outcome in outcomes if isinstance(outcome, ogl.Report)]
    troubles = [outcome for outcome in outcomes if isinstance(outcome, ogl.OpenGovLocalError)]
    for trouble in troubles:
        print(f"opengov-local validate: {trouble}", file=sys.stderr)
    text = renderer(arguments.format)(reports, arguments.lang or user_language())
    if arguments.output:
        write_atomically(arguments.output, text.encode())
    elif reports:
        sys.stdout.write(text)
    bad = any(report.has("warning" if arguments.strict else "error") for report in reports)
    return 2 if troubles else int(bad)


def _judge(path: str | ogl.OpenGovLocalError, arguments: argparse.Namespace) -> ogl.Report | ogl.OpenGovLocalError:
    """Judges one file; trouble is a value, so that it does not stop the others."""
    if isinstance(path, ogl.OpenGovLocalError):
        return path
    try:
        imported = ogl.read(path, format=arguments.from_format)
        report = ogl.validate(imported, profiles=arguments.profile, today=arguments.today)
    except ogl.OpenGovLocalError as trouble:
        return trouble
    return report.without(frozenset(arguments.ignore))


def _files(source: str) -> Iterator[str | ogl.OpenGovLocalError]:
    """Gives a file itself, or the files of a folder that the library reads, hidden ones left aside."""
    if source == "-" or not Path(source).is_dir():
        yield source
        return
    endings = tuple(ending for name in formats.readable() for ending in formats.get(name).extensions)
    found = [
        os.path.join(folder, name)  # noqa: PTH118 - the user's own spelling of the path is kept
        for folder, folders, names in os.walk(source)
        for name in _visible(folders, names)
        if name.lower().endswith(endings)
    ]
    if not found:
        yield ogl.SourceError(f"{source}: the folder holds no file that can be read ({', '.join(endings)})")
    yield from sorted(found)


def _visible(folders: list[str], names: list[str]) -> list[str]:
    folders[:] = [name for name in folders if not name.startswith(".")]
    return [name for name in names if not name.startswith(".")]

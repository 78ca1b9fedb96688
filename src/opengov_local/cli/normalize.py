"""`normalize`: a package whose texts are mended where it takes no judgement."""

from __future__ import annotations

import argparse
import sys

import opengov_local as ogl
from opengov_local import api, formats, messages
from opengov_local.cli.options import add_language, user_language
from opengov_local.cli.rewriting import open_package, target_format
from opengov_local.errors import OptionError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("source", metavar="FILE")
    parser.add_argument("-o", "--output", metavar="OUT", default="-")
    parser.add_argument("--from", dest="from_format", choices=formats.held())
    parser.add_argument("--dry-run", action="store_true")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Writes the package with mended texts; every change is said on standard error."""
    language = arguments.lang or user_language()
    given = open_package(arguments.source, arguments.from_format, language)
    chosen = target_format(arguments.output, given.format)
    in_place = api.same_file(arguments.source, arguments.output)
    if in_place and given.format != "json" and not arguments.dry_run:
        raise OptionError("tool/loses-comments", file=arguments.output)
    if given.package is None:
        print(messages.ui("not-written", language, target=arguments.output), file=sys.stderr)
        return 1
    made = ogl.normalize(given.package)
    if not arguments.dry_run and (made.changes or not in_place):
        ogl.save(made.package, arguments.output, format=chosen)
    for change in made.changes:
        print(f"{change.pointer} · {messages.render(change.finding, language)}", file=sys.stderr)
    print(messages.plural("changes", len(made.changes), language), file=sys.stderr)
    if arguments.dry_run:
        print(messages.ui("tried", language), file=sys.stderr)
    elif made.changes or not in_place:
        print(messages.ui("written", language, target=arguments.output), file=sys.stderr)
    return 0

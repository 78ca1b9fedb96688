"""`normalize`: a package whose texts are mended where it takes no judgement."""

from __future__ import annotations

import argparse
import sys

import opengov_local as ogl
from opengov_local import api, formats, messages
from opengov_local.cli.options import add_language, user_language
from opengov_local.cli.rewriting import open_package, shown_target, target_format
from opengov_local.cli.wording import refusal
from opengov_local.errors import OptionError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("sources", nargs="+", metavar="FILE")
    parser.add_argument("-o", "--output", metavar="OUT", default="-")
    parser.add_argument("--in-place", action="store_true")
    parser.add_argument("--only-packages", action="store_true")
    parser.add_argument("--from", dest="from_format", choices=formats.held())
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--force", action="store_true")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Writes packages with mended texts; every change is said on standard error."""
    language = arguments.lang or user_language()
    if arguments.in_place and arguments.output != "-":
        raise OptionError("tool/not-both", option="--in-place", other="--output")
    if not arguments.in_place and len(arguments.sources) > 1:
        raise OptionError("tool/only-in-place", value=arguments.sources[1], option="--in-place")
    return max(_judged(source, arguments, language) for source in arguments.sources)


def _judged(source: str, arguments: argparse.Namespace, language: str) -> int:
    """Mends one file; where several are mended, trouble with one does not stop the others."""
    if not arguments.in_place:
        return _mend(source, arguments.output, arguments, language)
    try:
        return _mend(source, source, arguments, language)
    except ogl.OpenGovLocalError as trouble:
        print(refusal(trouble, language), file=sys.stderr)
        return 2


def _save(package: ogl.Package, target: str, chosen: str, *, replace: bool) -> None:
    if not replace:
        api.require_replaceable(target, package.id)
    ogl.save(package, target, format=chosen)


def _mend(source: str, target: str, arguments: argparse.Namespace, language: str) -> int:
    if (
        arguments.only_packages
        and source != "-"
        and not api.resembles_package(ogl.read(source, format=arguments.from_format))
    ):
        print(messages.ui("left-aside", language, file=source), file=sys.stderr)
        return 0
    given = open_package(source, arguments.from_format, language)
    chosen = target_format(target, given.format)
    in_place = api.same_file(source, target)
    if in_place and given.format != "json" and not arguments.dry_run:
        raise OptionError("tool/loses-comments", file=target)
    if given.package is None:
        print(messages.ui("not-written", language, target=shown_target(target, language)), file=sys.stderr)
        return 1
    made = ogl.normalize(given.package)
    if not arguments.dry_run and (made.changes or not in_place):
        _save(made.package, target, chosen, replace=arguments.force or in_place)
    if made.changes and arguments.in_place:
        print(messages.isolated(source, language), file=sys.stderr)
    for change in made.changes:
        print(f"{change.pointer} · {messages.render(change.finding, language)}", file=sys.stderr)
    if made.changes or not arguments.in_place:
        print(messages.plural("changes", len(made.changes), language), file=sys.stderr)
    if arguments.dry_run:
        print(messages.ui("tried", language), file=sys.stderr)
    elif made.changes or not in_place:
        print(messages.ui("written", language, target=shown_target(target, language)), file=sys.stderr)
    return 0

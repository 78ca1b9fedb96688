"""`redact`: a package without what may not be published."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import opengov_local as ogl
from opengov_local import api, formats, messages
from opengov_local.cli.options import add_language, user_language
from opengov_local.cli.rewriting import open_package, shown_target, target_format
from opengov_local.errors import OptionError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("source", metavar="FILE")
    parser.add_argument("-o", "--output", metavar="OUT", default="-")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--from", dest="from_format", choices=formats.held())
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Writes the package that may be published; what was taken out of it is said on standard error."""
    language = arguments.lang or user_language()
    if api.same_file(arguments.source, arguments.output):  # what is taken out would be lost
        raise OptionError("tool/overwrites-source", file=arguments.output, source=arguments.source)
    given = open_package(arguments.source, arguments.from_format, language)
    chosen = target_format(arguments.output, given.format)
    if given.package is None:
        print(messages.ui("not-written", language, target=shown_target(arguments.output, language)), file=sys.stderr)
        return 1
    if not arguments.force:
        _require_public(arguments.output, given.package.id)
    made = ogl.redact(given.package)
    ogl.save(made.package, arguments.output, format=chosen)
    for finding in made.findings:
        print(f"{finding.location.pointer or '/'} · {messages.render(finding, language)}", file=sys.stderr)
    print(messages.plural("taken-out", len(made.removed), language), file=sys.stderr)
    print(messages.ui("written", language, target=shown_target(arguments.output, language)), file=sys.stderr)
    return 0


def _require_public(target: str, identifier: str) -> None:
    """Makes sure that no package is replaced that holds what is taken out here.

    Raises:
        OptionError: one is there, or something else that may be lost.
    """
    api.require_replaceable(target, identifier)
    if target == "-" or not Path(target).is_file() or not Path(target).stat().st_size:
        return
    earlier = ogl.validate(target).package
    if earlier is None or ogl.redact(earlier).removed:
        raise OptionError("tool/target-exists", file=target, option="--force")

"""`convert`: one file into another format."""

from __future__ import annotations

import argparse
import sys

import opengov_local as ogl
from opengov_local import api, formats, messages
from opengov_local.atomic import write_atomically
from opengov_local.cli.options import LANGUAGES, add_today, user_language
from opengov_local.errors import OptionError
from opengov_local.report import renderer


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("source", metavar="SRC", help="the file to read, or - for standard input")
    parser.add_argument("target", metavar="DEST", help="the file to write, or - for standard output")
    parser.add_argument("--from", dest="from_format", choices=formats.readable(), help="format of SRC")
    parser.add_argument("--to", dest="to_format", choices=formats.writable(), help="format of DEST")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of a form; by default the package's own")
    parser.add_argument("--plan", metavar="ID", help="write only this plan of the package")
    parser.add_argument("--with-contacts", action="store_true", help="keep contacts and private persons in a form")
    parser.add_argument("--report", metavar="OUT.json", help="write the report of the validation to a file")
    add_today(parser)


def _keep_apart(source: str, target: str, report: str | None) -> None:
    """Makes sure that the report takes the place of nothing else."""
    if report is None:
        return
    if api.same_file(report, source):
        raise OptionError("tool/overwrites-source", file=report, source=source)
    if report == target or api.same_file(report, target):
        raise OptionError("tool/two-to-one-target", file=report)


def run(arguments: argparse.Namespace) -> int:
    """Converts; what was found is said on standard error, so that standard output can be the target."""
    language = arguments.lang or user_language()
    _keep_apart(arguments.source, arguments.target, arguments.report)
    options = {"with_contacts": arguments.with_contacts or None, "plan": arguments.plan}
    done = ogl.convert(
        arguments.source,
        arguments.target,
        from_format=arguments.from_format,
        to_format=arguments.to_format,
        language=arguments.lang,
        today=arguments.today,
        **{name: value for name, value in options.items() if value is not None},
    )
    if arguments.report:
        write_atomically(
            arguments.report, renderer("json")([done.report], language).encode("utf-8", "backslashreplace")
        )
    if done.report.findings:
        sys.stderr.write(renderer("text")([done.report], language))
    for finding in done.findings:
        print(messages.render(finding, language), file=sys.stderr)
    verdict = "written" if done.written else "not-written"
    print(messages.ui(verdict, language, target=arguments.target), file=sys.stderr)
    return int(not done.written or done.report.has("error"))

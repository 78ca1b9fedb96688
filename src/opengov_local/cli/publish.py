"""`publish`: many packages as a folder of pages."""

from __future__ import annotations

import argparse
import sys

import opengov_local as ogl
from opengov_local import messages
from opengov_local.cli.folder import files_of
from opengov_local.cli.options import add_language, user_language
from opengov_local.report.text import render

_OF_PERSONS = ("redact/", "export/left-out")
"""How the codes of findings begin that tell what is published of persons."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("sources", nargs="+", metavar="FILE")
    parser.add_argument("-o", "--output", metavar="DIR", required=True)
    parser.add_argument("--verbose", action="store_true")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Publishes what can be; what cannot is said and does not stop the rest."""
    language = arguments.lang or user_language()
    listed = [each for source in arguments.sources for each in files_of(source)]
    troubles = [each for each in listed if isinstance(each, ogl.OpenGovLocalError)]
    done = ogl.publish(arguments.output, [each for each in listed if isinstance(each, str)], language=arguments.lang)
    for one in done.published:
        print(messages.ui("published", language, source=one.source, page=one.page))
        shown = [finding for finding in one.findings if arguments.verbose or _must_be_known(finding)]
        for finding in shown:
            print(f"  {messages.render(finding, language)}", file=sys.stderr)
        if rest := len(one.findings) - len(shown):
            print(f"  {messages.plural('page-remarks', rest, language)}", file=sys.stderr)
        if one.removed:
            print(f"  {messages.plural('taken-out', len(one.removed), language)}", file=sys.stderr)
    if done.index:
        print(messages.ui("index-written", language, file=done.index))
    for page in done.unlisted:
        print(messages.ui("page-unlisted", language, file=page), file=sys.stderr)
    for source, trouble in done.refused.items():
        if isinstance(trouble, ogl.InvalidDocument):
            sys.stderr.write(render([trouble.report], language))
        else:
            print(f"opengov-local: {trouble.text(language)}", file=sys.stderr)
        print(messages.ui("not-published", language, file=source), file=sys.stderr)
    for trouble in troubles:
        print(f"opengov-local: {trouble.text(language)}", file=sys.stderr)
    return int(bool(troubles or done.refused))


def _must_be_known(finding: ogl.Finding) -> bool:
    """Tells whether a finding on a page is a warning, or about persons: what was left out, and what may be private."""
    return finding.severity != "info" or finding.code.startswith(_OF_PERSONS)

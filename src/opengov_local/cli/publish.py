"""`publish`: many packages as a folder of pages."""

from __future__ import annotations

import argparse
import sys

import opengov_local as ogl
from opengov_local import messages
from opengov_local.cli.folder import files_of
from opengov_local.cli.options import add_language, user_language
from opengov_local.report.text import render


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("sources", nargs="+", metavar="FILE")
    parser.add_argument("-o", "--output", metavar="DIR", required=True)
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Publishes what can be; what cannot is said and does not stop the rest."""
    language = arguments.lang or user_language()
    listed = [each for source in arguments.sources for each in files_of(source)]
    troubles = [each for each in listed if isinstance(each, ogl.OpenGovLocalError)]
    done = ogl.publish(arguments.output, [each for each in listed if isinstance(each, str)], language=arguments.lang)
    for one in done.published:
        print(messages.ui("published", language, source=one.source, page=one.page))
        for finding in one.findings:
            print(f"  {messages.render(finding, language)}", file=sys.stderr)
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

"""`rules`: the rules, with their severities and profiles."""

from __future__ import annotations

import argparse

from opengov_local import api, messages
from opengov_local.cli import explain
from opengov_local.cli.options import add_language, user_language


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("code", nargs="?", metavar="CODE")
    parser.add_argument("--profile", action="append", metavar="NAME")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints the rules, one a line, or one of them in full."""
    if arguments.code:
        return explain.run(arguments)
    language = arguments.lang or user_language()
    listed = [
        (one.rule.code, messages.ui(f"severity-{one.severity}", language)) for one in api.rules(arguments.profile)
    ]
    width = max(len(code) for code, _ in listed)
    for code, severity in listed:
        print(f"{code:<{width}}  {severity} {messages.title(code, language)}")
    return 0

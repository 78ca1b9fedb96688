"""`codelist`: the code lists and their codes."""

from __future__ import annotations

import argparse
from difflib import get_close_matches

from opengov_local import codelists
from opengov_local.cli.options import add_language, user_language
from opengov_local.errors import UnknownFormatError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("name", nargs="?", metavar="NAME")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints the lists, or the codes of one with their labels."""
    language = arguments.lang or user_language()
    if arguments.name is None:
        rows = [(name, codelists.get(name).title(language)) for name in codelists.names()]
    elif arguments.name in codelists.names():
        chosen = codelists.get(arguments.name)
        rows = [(entry.code, chosen.label(entry.code, language)) for entry in chosen]
    else:
        near = get_close_matches(arguments.name, codelists.names(), n=1)
        meant = {"suggestion": near[0]} if near else {}
        raise UnknownFormatError("tool/unknown-code-list", name=arguments.name, known=codelists.names(), **meant)
    width = max(len(code) for code, _ in rows)
    for code, label in rows:
        print(f"{code:<{width}}  {label}")
    return 0

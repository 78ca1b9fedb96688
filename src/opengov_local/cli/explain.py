"""`explain`: what a code stands for, what to do, and where the rule comes from."""

from __future__ import annotations

import argparse

from opengov_local import api
from opengov_local.cli.options import add_language, user_language


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("code", metavar="CODE")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints what there is to know of a code."""
    said = api.explain(arguments.code.strip("[]"), arguments.lang or user_language())
    print(f"{said.code}\n\n{said.title}\n{said.text}\n→ {said.advice}")
    for fact in said.facts:
        print(f"  {fact}")
    return 0

"""`formats`: what is read and written."""

from __future__ import annotations

import argparse

from opengov_local import formats


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares no option."""


def run(arguments: argparse.Namespace) -> int:
    """Prints one line a format: name, reads, writes, endings, extra of the installation it needs."""
    width = max(map(len, formats.names()))
    for name in formats.names():
        row = formats.get(name)
        does = f"{'read' if row.reads else '-':<5} {'write' if row.writes else '-':<6}"
        extra = f"needs opengov-local[{row.extra}]" if row.extra else ""
        print(f"{name:<{width}}  {does}  {', '.join(row.extensions):<14} {extra}".rstrip())
    return 0

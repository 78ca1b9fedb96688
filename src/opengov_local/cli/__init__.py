"""The command line: one command a file, each a thin layer over the public API."""

from __future__ import annotations

import argparse
import io
import os
import sys
from importlib import import_module
from typing import Any

from opengov_local import __version__

COMMANDS = {
    "validate": "check files or folders and show every problem with its place",
    "convert": "read a file and write it in another format",
    "schema": "show the published JSON Schemas, or write them to a folder",
    "codelist": "show the code lists and their codes",
    "territory": "find a region, province or commune by name or code",
    "formats": "show the formats that are read and written",
    "demo": "show what the library does, on example plans",
}
"""Name → what it does; each is a module of this folder with `configure` and `run`."""

FOUND_ERRORS = 1
WRONG_USE = 2


def main(arguments: list[str] | None = None) -> int:
    """Runs one command.

    Returns:
        0 when nothing of severity error was found, 1 when something was, 2 for wrong use or when the tool could
        not do it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] in (["--version"], ["-V"]):
        print(f"opengov-local {__version__}")
        return 0
    name = next((argument for argument in given if not argument.startswith("-")), None)
    if name not in COMMANDS:
        return _help(given, name)
    return _run(name, given)


def _help(given: list[str], name: str | None) -> int:
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {command:<{width}}  {about}" for command, about in COMMANDS.items())
    text = (
        "usage: opengov-local COMMAND …\n\nThe action plans of open local governments: checked, exchanged, put in form."
        f"\n\n{listed}\n\nopengov-local COMMAND --help says more. opengov-local --version"
    )
    asked = name is None and any(argument in ("-h", "--help") for argument in given)
    if not asked and given:
        text = f"opengov-local: there is no command {name or given[0]!r}\n\n{text}"
    print(text, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else WRONG_USE


def _run(name: str, given: list[str]) -> int:
    from opengov_local.errors import OpenGovLocalError

    module: Any = import_module(f"{__name__}.{name}")
    parser = argparse.ArgumentParser(prog=f"opengov-local {name}", description=COMMANDS[name])
    module.configure(parser)
    parsed = parser.parse_args([argument for position, argument in enumerate(given) if position != given.index(name)])
    try:
        return int(module.run(parsed))
    except OpenGovLocalError as trouble:
        print(f"opengov-local {name}: {trouble}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0

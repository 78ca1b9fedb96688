"""The command line: one command a file, each a thin layer over the public API."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from opengov_local import __version__
from opengov_local.cli import streams
from opengov_local.cli.options import spoken_language
from opengov_local.errors import OpenGovLocalError, OptionError, TargetError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

COMMANDS = {
    "validate": "check files or folders and show every problem with its place",
    "convert": "read a file and write it in another format",
    "normalize": "mend the texts of a package where it takes no judgement, and list every change",
    "redact": "write a package without contacts, private persons and the words of its sources",
    "template": "write an empty workbook to fill in, in Arabic, French or English",
    "schema": "show the published JSON Schemas, or write them to a folder",
    "codelist": "show the code lists and their codes",
    "territory": "find a region, province or commune by name or code",
    "rules": "show the rules, and the profiles they belong to",
    "explain": "say what the code of a finding stands for, and what to do",
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
    given = sys.argv[1:] if arguments is None else arguments
    streams.prepare()
    try:
        return _closing(given)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        streams.abandon()
        return 0
    except OpenGovLocalError as trouble:
        if trouble.code == "tool/no-output":
            streams.abandon()
        language = spoken_language(given)
        print(f"opengov-local: {trouble.text(language)}", file=sys.stderr)
        return WRONG_USE


def _closing(given: list[str]) -> int:
    """Runs, and makes sure that all that was printed has arrived, also where argparse ends the run."""
    try:
        status = _command(given)
    except SystemExit as end:
        streams.finish()
        raise end
    except OSError as error:
        if isinstance(error, BrokenPipeError) or error.filename is not None:
            raise
        raise TargetError("tool/no-output", reason=error.strerror or str(error)) from None
    streams.finish()
    return status


def _command(given: list[str]) -> int:
    if given[:1] in (["--version"], ["-V"]):
        print(f"opengov-local {__version__}")
        return 0
    name = next((argument for argument in given if argument in COMMANDS), None)
    asked = given[:1] in (["-h"], ["--help"])
    if name is None or given[0] not in (name, "-h", "--help"):
        return _refuse(given, name, asked)
    return _run(name, [argument for position, argument in enumerate(given) if position != given.index(name)])


def _refuse(given: list[str], name: str | None, asked: bool) -> int:
    """Prints the help; what is wrong, if no help was asked for, comes first."""
    if given and not asked and given[0].startswith("-") and name:
        raise OptionError("tool/option-before-command", option=given[0], command=f"opengov-local {name}")
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {command:<{width}}  {about}" for command, about in COMMANDS.items())
    text = (
        "usage: opengov-local COMMAND …\n\nThe action plans of open local governments: checked, exchanged, put in form."
        f"\n\n{listed}\n\nopengov-local COMMAND --help says more. opengov-local --version"
    )
    if given and not asked:
        trouble = OptionError("tool/unknown-command", name=given[0], known=tuple(COMMANDS))
        text = f"opengov-local: {trouble.text(spoken_language(given))}\n\n{text}"
    print(text, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else WRONG_USE


class _Parser(argparse.ArgumentParser):
    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Prints the help; argparse's own would pass over an output that cannot be written."""
        (file or sys.stdout).write(self.format_help())


def _run(name: str, options: list[str]) -> int:
    module: Any = import_module(f"{__name__}.{name}")
    parser = _Parser(prog=f"opengov-local {name}", description=COMMANDS[name])
    module.configure(parser)
    return int(module.run(parser.parse_args(options)))

"""The command line: one command a file, each a thin layer over the public API."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from opengov_local import __version__
from opengov_local.cli import streams
from opengov_local.cli.options import PROGRAM, spoken_language
from opengov_local.errors import OpenGovLocalError, OptionError, TargetError

COMMANDS = (
    "validate",
    "convert",
    "normalize",
    "redact",
    "publish",
    "template",
    "schema",
    "codelist",
    "territory",
    "rules",
    "explain",
    "formats",
    "demo",
)
"""Each is a module of this folder with `configure` and `run`; what it does is said in the catalogues."""

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
        return _refused(trouble, given)
    except Exception as error:  # noqa: BLE001 - lines of code tell an officer nothing
        return _refused(import_module(f"{__name__}.faults").fault(error), given)


def _refused(trouble: OpenGovLocalError, given: list[str]) -> int:
    print(_words().refusal(trouble, spoken_language(given)), file=sys.stderr)
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
        print(f"{PROGRAM} {__version__}")
        return 0
    name = next((argument for argument in given if argument in COMMANDS), None)
    asked = given[:1] in (["-h"], ["--help"])
    if name is None or given[0] not in (name, "-h", "--help"):
        return _refuse(given, name, asked)
    options = [argument for position, argument in enumerate(given) if position != given.index(name)]
    return _run(name, options, spoken_language(given))


def _refuse(given: list[str], name: str | None, asked: bool) -> int:
    """Prints the help; what is wrong, if no help was asked for, comes first."""
    if given and not asked and given[0].startswith("-") and name:
        raise OptionError("tool/option-before-command", option=given[0], command=f"{PROGRAM} {name}")
    language = spoken_language(given)
    text = _words().overview(COMMANDS, language)
    if given and not asked:
        trouble = OptionError("tool/unknown-command", name=given[0], known=COMMANDS)
        text = f"{_words().refusal(trouble, language)}\n\n{text}"
    print(text, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else WRONG_USE


def _run(name: str, options: list[str], language: str) -> int:
    module: Any = import_module(f"{__name__}.{name}")
    parser = import_module(f"{__name__}.parser").Parser(name, language)
    module.configure(parser)
    return int(module.run(parser.read(options)))


def _words() -> Any:
    return import_module(f"{__name__}.wording")  # reads the catalogues, which the version alone does not need

"""The parser of options: its help and its refusals are in the language of the user, their words in the catalogues."""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NoReturn

from opengov_local.cli.options import PROGRAM
from opengov_local.cli.wording import whole
from opengov_local.errors import OptionError
from opengov_local.messages import ui, word

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_OPTION = re.compile(r"--?[^\W\d]\S*\Z")


class Parser(argparse.ArgumentParser):
    """Reads the options of one command.

    Options are declared as argparse knows them, without `help`: what each is for stands in the group `options` of the
    catalogues, under the command and its name (`validate --format`) or, where it means the same everywhere, under its
    name alone.
    """

    def __init__(self, command: str, language: str) -> None:
        """Makes a parser without options.

        Args:
            command: name of the command.
            language: one of `LANGUAGES` of the messages.
        """
        super().__init__(
            prog=f"{PROGRAM} {command}",
            description=word("commands", command, language),
            formatter_class=partial(_Formatter, language=language),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.command = command
        self.language = language
        self.declared: list[argparse.Action] = []
        self.add_argument("-h", "--help", action="help")

    def add_argument(self, *names: str, **options: Any) -> argparse.Action:
        """Declares an argument or option; its help is found by its name, its choices are refused in our words."""
        name = names[-1]
        if choices := options.get("choices"):
            options["type"] = _one_of(name, tuple(choices))
        action = super().add_argument(*names, **options)
        action.help = self.about(name).replace("%", "%%")
        self.declared.append(action)
        return action

    def about(self, name: str) -> str:
        """Says what an argument or option is for; its own name where the catalogue does not have it."""
        of_command = f"{self.command} {name}"
        said = word("options", of_command, self.language)
        return word("options", name, self.language) if said == of_command else said

    def read(self, given: Sequence[str]) -> argparse.Namespace:
        """Reads what was given.

        Raises:
            OptionError: an option is not known, lacks its value or has one too many, or an argument is missing.
            SystemExit: help was asked for, and printed.
        """
        alone = not {"--", "-h", "--help"}.isdisjoint(given)  # the intermixed way would lose arguments of these
        read = self.parse_known_args if alone else self.parse_known_intermixed_args
        try:
            arguments, beyond = read(given)
        except argparse.ArgumentError as error:
            unknown = self._unknown(given) if error.argument_name is None else None
            raise self._no_such(unknown) if unknown else self._trouble(error.argument_name, error.message) from None
        if not beyond:
            return arguments
        unknown = next((one for one in beyond if one.startswith("-") and one != "-"), None)
        if unknown is None:
            raise OptionError("tool/too-many-arguments", value=beyond[0], help=self._help)
        raise self._no_such(unknown)

    def error(self, message: str) -> NoReturn:
        """Refuses, where argparse does not raise an error of its own."""
        raise argparse.ArgumentError(None, message)

    @property
    def _names(self) -> list[str]:
        return [name for action in self.declared for name in action.option_strings]

    def _unknown(self, given: Sequence[str]) -> str | None:
        """Gives the first option that is not known: where one is, what argparse misses may be its value."""
        short = tuple(name for name in self._names if not name.startswith("--"))
        for one in takewhile(lambda one: one != "--", given):
            known = one.partition("=")[0] in self._names or one.startswith(short)
            if _OPTION.match(one) and not known:
                return one
        return None

    def _no_such(self, given: str) -> OptionError:
        option = given.partition("=")[0]
        of_others = word("options", option, self.language) != option  # no slip, then, but one of another command
        longer = [name for name in self._names if name.startswith("--") and option.startswith(name)]  # "--language"
        near = [] if of_others else longer or get_close_matches(option, self._names, n=1)
        hint = {"suggestion": near[0]} if near else {}
        return OptionError("tool/no-such-option", option=option, help=self._help, **hint)

    @property
    def _help(self) -> str:
        return f"{self.prog} --help"

    def _trouble(self, name: str | None, message: str) -> OptionError:
        """Puts argparse's error into our words; what it says in English is looked at for names only."""
        action = next((one for one in self.declared if name and "/".join(one.option_strings) == name), None)
        if action is None:
            needed = [one for one in self.declared if one.required or not one.option_strings]
            wanted = {"/".join(one.option_strings) or str(one.metavar): _shown(one) for one in needed}
            listed = message.rpartition(":")[2]
            missing = tuple(shown for one, shown in wanted.items() if one in listed) or tuple(wanted.values())
            return OptionError("tool/missing-arguments", names=missing, help=self._help)
        option = action.option_strings[-1]
        if action.nargs == 0:
            return OptionError("tool/option-takes-no-value", option=option)
        value = action.metavar or f"{{{','.join(action.choices or ())}}}"
        return OptionError("tool/option-needs-value", usage=f"{option} {value}", help=self._help)

    def format_help(self) -> str:
        """Writes usage, arguments and options, each under its heading."""
        arguments = [action for action in self.declared if not action.option_strings]
        options = [action for action in self.declared if action.option_strings]
        about = whole(str(self.description), self.language)
        parts = [self._part("usage", [], self.format_usage()), f"{about}\n"]
        parts += [self._part(key, actions) for key, actions in (("arguments", arguments), ("options", options))]
        return "\n".join(part for part in parts if part)

    def format_usage(self) -> str:
        """Writes the options in short."""
        usage = self.formatter_class(prog=self.prog)
        usage.add_usage(None, self.declared, [], prefix="  ")
        return usage.format_help()

    def _part(self, key: str, actions: list[argparse.Action], text: str = "") -> str:
        if actions:
            listed = self.formatter_class(prog=self.prog)
            listed.start_section(None)
            listed.add_arguments(actions)
            listed.end_section()
            text = listed.format_help()
        return f"{whole(ui(key, self.language), self.language)}\n{text}" if text else ""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Prints the help; argparse's own would pass over an output that cannot be written."""
        (file or sys.stdout).write(self.format_help())


class _Formatter(argparse.HelpFormatter):
    """Breaks lines at spaces only, so that names stay whole; a line of Arabic beside Latin names is kept together."""

    def __init__(self, prog: str, language: str) -> None:
        super().__init__(prog)
        self._language = language

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)
        return [whole(line, self._language) for line in lines]


def _shown(action: argparse.Action) -> str:
    """Gives an argument or option as usage writes it."""
    return " ".join([*action.option_strings[:1], str(action.metavar)])


def _one_of(option: str, known: tuple[str, ...]) -> Callable[[str], str]:
    """Gives what reads a choice.

    Raises:
        OptionError: when called, for a value that is none.
    """

    def read(value: str) -> str:
        if value in known:
            return value
        near = get_close_matches(value, known, n=1)
        hint = {"suggestion": near[0]} if near else {}
        raise OptionError("tool/no-such-choice", option=option, value=value, known=known, **hint)

    return read

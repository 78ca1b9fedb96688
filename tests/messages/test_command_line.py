"""The words of the command line: every command and option has its own in every language, and none is left over."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from opengov_local.cli import COMMANDS, main
from opengov_local.cli.parser import Parser
from opengov_local.cli.wording import overview
from opengov_local.messages import LANGUAGES
from opengov_local.messages.catalogue import catalogue

languages = pytest.mark.parametrize("language", LANGUAGES)
commands = pytest.mark.parametrize("command", COMMANDS)


def _parser(command: str, language: str) -> Parser:
    parser = Parser(command, language)
    import_module(f"opengov_local.cli.{command}").configure(parser)
    return parser


def _names(command: str) -> list[str]:
    return [(action.option_strings or [action.dest])[-1] for action in _parser(command, "en").declared]


@languages
def test_every_command_and_option_has_its_words_and_none_is_left_over(language: str) -> None:
    words = catalogue(language)["words"]
    assert list(words["commands"]) == list(COMMANDS)
    known, used = words["options"].keys(), set[str]()
    without = []
    for command in COMMANDS:
        for name in _names(command):
            key = next((key for key in (f"{command} {name}", name) if key in known), None)
            used.add(key or "")
            if key is None:
                without.append(f"{command} {name}")
    assert without == []
    assert known - used == set()


@commands
def test_no_option_brings_words_in_one_language_only(command: str) -> None:
    said = {language: [action.help for action in _parser(command, language).declared] for language in LANGUAGES}
    for english, french, arabic in zip(said["en"], said["fr"], said["ar"], strict=True):
        assert len({english, french, arabic}) == 3
        assert re.search(r"[\u0620-\u064a]", arabic or "")


@languages
@commands
def test_help_shows_each_option_with_its_words(command: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    parser = _parser(command, language)
    text = parser.format_help()
    for action in parser.declared:
        assert (action.help or "?").replace("%%", "%") in text
        assert all(name in text for name in action.option_strings)
    assert catalogue(language)["words"]["commands"][command] in text


@commands
def test_lines_of_arabic_stand_apart_from_latin_names(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for line in (*_parser(command, "ar").format_help().splitlines(), *overview(COMMANDS, "ar").splitlines()):
        outside = line
        while outside != (outside := re.sub("\u2068[^\u2068\u2069]*\u2069", "", outside)):
            pass
        assert not (re.search(r"[\u0620-\u064a]", outside) and re.search(r"[A-Za-z]", outside)), line


@commands
def test_what_is_printed_is_the_whole_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help", "--lang", "fr"])
    assert capsys.readouterr().out == _parser(command, "fr").format_help()

"""The Python and the command lines of the pages run and print what the pages say; no command is left unsaid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.blocks import PAGES, ROOT, blocks, name_of
from tests.docs.output import commands, written_anew

from opengov_local.cli import COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_blocks_print_what_the_page_says(page: Path) -> None:
    """Where the new output is the right one, `python -m tests.docs.output` writes it into the pages."""
    assert page.read_text(encoding="utf-8") == written_anew(page)


def test_the_first_page_shows_both_python_and_the_command_line() -> None:
    assert {"python", "text", "console"} <= {block.kind for block in blocks(ROOT / "README.md")}


def test_the_page_of_the_command_line_names_every_command_and_no_other() -> None:
    page = ROOT / "docs" / "cli.md"
    headings = re.findall(r"^## `(\w+)`", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == list(COMMANDS)
    shown = {
        word
        for block in blocks(page)
        if block.kind == "console"
        for line in commands(block.text)
        for word in re.findall(r"opengov-local ([a-z]+)", line)
    }
    assert shown == set(COMMANDS)


def test_every_page_names_commands_that_exist() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        named = re.findall(r"(?:^\$ |`)opengov-local ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(named) <= set(COMMANDS), name_of(page)

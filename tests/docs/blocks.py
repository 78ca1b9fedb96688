"""The fenced blocks of the project's pages, so that tests can run them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(
            page
            for folder in ("docs", "schemas", "conformance", "tests/layouts")
            for page in (ROOT / folder).rglob("*.md")
        ),
    ]
)
"""Every page that people read, those beside the data included."""

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: the word after the fence, and what is inside."""

    kind: str
    text: str


def name_of(page: Path) -> str:
    """Gives the path of a page below the repository, as the name of its test."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """Lists the fenced blocks of a page, in their order."""
    return [Block(found[1], found[2]) for found in FENCE.finditer(page.read_text("utf-8"))]

"""What the pages say of the library is what the library is: figures, codes, formats."""

from __future__ import annotations

import re

from tests.contract.edges import documents
from tests.contract.judges import encode, readable
from tests.contract.places import places
from tests.docs.blocks import ROOT

from opengov_local import formats
from opengov_local.validation.rules.register import rules

DOCS = ROOT / "docs"


def test_the_figures_of_the_contract_are_true() -> None:
    text = (DOCS / "contract.md").read_text(encoding="utf-8")
    counted = pairs = 0
    judged: set[int] = set()
    for place in places():
        counted += 1
        readings = [hash(data) for tree in documents(place) if readable(data := encode(tree))]
        pairs += len(readings)
        judged.update(readings)
    assert f"**{counted:,} places**" in text
    assert f"**{pairs:,} pairs**" in text
    assert f"**{len(judged):,} distinct documents**" in text


def _table(page: str, heading: str) -> list[list[str]]:
    """Gives the cells of the first table below a heading, without its head."""
    text = ("\n" + (DOCS / page).read_text(encoding="utf-8")).partition(f"\n{heading}\n")[2]
    lines = re.search(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    assert lines, heading
    rows = lines[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def test_the_codes_of_the_page_are_those_that_the_library_gives() -> None:
    text = (DOCS / "validation.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`((?:syntax|structure)/[a-z0-9-]+)`", text))
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    given = set(re.findall(r'"((?:syntax|structure)/[a-z0-9-]+)"', source)) - {rule.code for rule in rules()}
    assert listed == given


def test_the_formats_of_the_page_are_those_of_the_table() -> None:
    rows = _table("formats.md", "# Formats")
    assert [row[0].strip("`") for row in rows] == list(formats.names())

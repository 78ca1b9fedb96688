"""How the tests write a document, read it back, and hold the two packages against each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.formats.ogp_local.looking import text_of
from tests.formats.word.papers import checked

from opengov_local.document import Import
from opengov_local.formats.paper.content import Paper
from opengov_local.formats.paper.writing import PaperWriter
from opengov_local.formats.word.word_format import read
from opengov_local.importing.draft import UNMAPPED
from opengov_local.model import Package

Tree = dict[str, Any]
ROOT = Path(__file__).parents[4]
EXAMPLES = {
    "oriental": ROOT / "examples/oriental.json",
    "agadir": ROOT / "examples/agadir-ogp-2025.json",
    "four-regions": ROOT / "examples/four-regions-ogp-2025.json",
    "full-plan": ROOT / "examples/synthetic/full-plan.json",
    "made-up": ROOT / "tests/formats/ogp_local/made_up.json",
}
KEPT_AS_WORDS = frozenset(
    {
        "amendments",
        "continues",
        "endorsements",
        "former_ids",
        "identifiers",
        "inputs",
        "linked_plans",
        "previous_plan",
        "reported_figures",
        "source",
        "submissions",
    }
)
"""Fields that a document names in words which are kept, and not read into fields again."""


def example(name: str, without: frozenset[str] = frozenset()) -> Package:
    """Gives an example, without some fields wherever they stand."""
    return package_of(_without(json.loads(EXAMPLES[name].read_text(encoding="utf-8")), without))


def _without(value: Any, names: frozenset[str]) -> Any:
    if isinstance(value, list):
        return [_without(each, names) for each in value]
    if isinstance(value, dict):
        return {key: _without(each, names) for key, each in value.items() if key not in names}
    return value


def package_of(tree: Tree) -> Package:
    return Package.model_validate_json(json.dumps(tree))


def read_back(write: PaperWriter, package: Package, language: str, **options: Any) -> Import:
    """Writes a document and reads it; every piece of it is accounted for."""
    return checked(read(write(package, language=language, **options).data, "document.docx"))


def tree_of(made: Import) -> Tree:
    """Gives what was read, with the country that no document says, and without the words that were kept."""
    assert made.document is not None
    tree: Tree = json.loads(json.dumps(made.document.tree))
    for each in tree.get("collectivities", []):
        each.setdefault("country", "MA")
    tree.pop("sources", None)
    cleaned: Tree = _without(tree, frozenset({UNMAPPED}))
    return cleaned


def words_of(paper: Paper) -> list[str]:
    """Gives all lines and headings of a document."""
    headings = [part.heading.text for sheet in paper.sheets for part in sheet.parts if part.heading]
    return [*text_of(paper).splitlines(), *headings]

"""The annex of organizations of our own documents, read back: who they are, so that their names refer to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Final, NamedTuple

from opengov_local.formats.paper.labels import LANGUAGES
from opengov_local.formats.paper.organizations import COLUMNS, TITLE
from opengov_local.formats.word.blocks import Block, Paragraph, Table
from opengov_local.formats.word.own_parts import Parts, code_of
from opengov_local.formats.word.own_wording import own_labels
from opengov_local.formats.word.passages import Passage, of_cells, own_language
from opengov_local.formats.word.whose import collectivity_named
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_TITLES: Final = ("annex.kind", "annex.title", TITLE)
_FARTHEST: Final = 3
"""How many paragraphs stand before the table at most: the heading, and the notice of made-up data."""


class Annex(NamedTuple):
    """The annex of organizations.

    Attributes:
        titles: what stands above its table.
        table: its table; None where the document has no annex.
    """

    titles: tuple[Block, ...] = ()
    table: Table | None = None

    def read(self, writing: Writing) -> None:
        """Reads it into organizations."""
        for title in self.titles:
            for piece in title.pieces():
                writing.draft.ignore(piece, "heading")
        if self.table is not None:
            _read(writing, self.table, _fields(self.table))


def annex_in(blocks: Sequence[Block]) -> tuple[list[Block], Annex]:
    """Takes the annex out of a document of ours; gives what is left, and the annex."""
    for number, block in enumerate(blocks):
        if not (isinstance(block, Paragraph) and block.level and fold(block.text) in _titles()[TITLE]):
            continue
        below = next((at for at in range(number, min(number + _FARTHEST, len(blocks))) if _fields(blocks[at])), None)
        table = blocks[below] if below is not None else None
        if below is None or not isinstance(table, Table):
            continue
        start = number
        while start and _is_title(blocks[start - 1]):
            start -= 1
        return [*blocks[:start], *blocks[below + 1 :]], Annex(tuple(blocks[start:below]), table)
    return list(blocks), Annex()


def organization_named(writing: Writing, text: str) -> str | None:
    """Gives the id of the organization of the annex that is named so; None where none is."""
    return writing.organizations.get(own_language(text.strip(), "")[1])


def body_named(writing: Writing, text: str) -> tuple[str, str] | None:
    """Gives the field and the id of the organization or collectivity of the document that is named so, if any."""
    organization = organization_named(writing, text)
    if organization is not None:
        return "organization", organization
    collectivity = collectivity_named(writing, text)
    return ("collectivity", collectivity) if collectivity is not None else None


def bodies_behind(writing: Writing, person: Node, text: str, passage: Passage) -> str:
    """Puts the bodies that a document of ours names behind a person, and gives the words without them."""
    said = Parts(text)
    for field, named in (("collectivity", collectivity_named), ("organization", organization_named)):
        body = said.last(partial(named, writing)) if len(said.said) > 1 else None
        if body is not None:
            writing.draft.put(person, field, body, passage.piece)
    return said.text


def _is_title(block: Block) -> bool:
    """Tells whether a block is a line above the heading of the annex: its title, or the notice of made-up data."""
    if not isinstance(block, Paragraph):
        return False
    return any(fold(block.text) in said for said in _titles().values())


def _read(writing: Writing, table: Table, fields: dict[int, str]) -> None:
    head, *rows = table.rows
    for cell in head:
        writing.draft.ignore(cell.piece, "heading")
    for row in rows:
        cells = {fields[cell.column]: cell for cell in row if cell.column in fields}
        named = of_cells([cells["name"]])
        if named is None:
            continue
        node = writing.add(writing.draft.root, "organizations", named.piece)
        for language, words in writing.texts(named):
            writing.draft.put(node, "name", words, named.piece, language=language)
            writing.organizations.setdefault(words, node.target)
        for field, cell in cells.items():
            passage = of_cells([cell])
            if field != "name" and passage is not None:
                _put(writing, node, field, passage)


def _put(writing: Writing, node: Node, field: str, passage: Passage) -> None:
    if passage.is_nothing:
        writing.draft.ignore(passage.piece, "help")
        return
    value = code_of("organization_sector")(passage.text) or passage.text if field == "sector" else passage.text
    writing.draft.put(node, field, value, passage.piece)


def _fields(block: Block) -> dict[int, str]:
    """Gives the fields that the columns of a table ask for, if it is that of the annex; else none."""
    if not isinstance(block, Table) or not block.rows:
        return {}
    labels = _columns()
    found = {cell.column: labels.get(fold(cell.text), "") for cell in block.rows[0]}
    return found if "name" in found.values() and all(found.values()) else {}


@cache
def _titles() -> dict[str, frozenset[str]]:
    labels = {label.key: label for label in own_labels()}
    titles = {key: frozenset(fold(labels[key].texts[language]) for language in LANGUAGES) for key in _TITLES}
    return titles | {"note": frozenset(fold(labels["note.synthetic"].texts[language]) for language in LANGUAGES)}


@cache
def _columns() -> dict[str, str]:
    asked = {f"organization.{name}": name for name, _ in COLUMNS}
    return {
        fold(text): asked[label.key] for label in own_labels() if label.key in asked for text in label.texts.values()
    }

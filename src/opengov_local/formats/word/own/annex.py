"""The annex of our own documents, read back: who the bodies are, so that their names refer to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Any, Final, NamedTuple

from opengov_local.formats.paper.annex import (
    ABOUT,
    BROUGHT,
    COLUMNS,
    HELD,
    MEETING,
    REPORTED,
    TITLE,
    WHERE,
    WHOSE,
)
from opengov_local.formats.paper.labels import LANGUAGES
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.whose import collectivity_named, from_label
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.own_elsewhere import elsewhere, elsewhere_in
from opengov_local.formats.word.own.own_plans import named
from opengov_local.formats.word.texts.passages import Passage, of_cells, own_language
from opengov_local.formats.wording.words.own_parts import Parts, code_of, date_of
from opengov_local.formats.wording.words.own_wording import own_labels
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_TITLES: Final = ("annex.kind", "annex.title", TITLE, BROUGHT, WHOSE, REPORTED, HELD, "note.synthetic")
_TABLES: Final = {
    TITLE: ("organization", COLUMNS),
    HELD: ("workshop", MEETING),
    BROUGHT: ("contribution", WHERE),
    REPORTED: ("update", ABOUT),
}
"""The parts that are tables with a head, with the concept and the columns of each."""


class Annex(NamedTuple):
    """The annex of a document: its titles and tables; none where it has no annex."""

    blocks: tuple[Block, ...] = ()

    def read(self, writing: Writing) -> None:
        """Reads it into organizations, collectivities, contributions, progress updates and workshops."""
        ours, writing.own_form = writing.own_form, True
        about = ""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                about = _title_of(block)
                for piece in block.pieces():
                    writing.draft.ignore(piece, "heading")
            elif about == WHOSE:
                for passage in filter(None, (of_cells([cell]) for cell in block.cells())):
                    from_label(writing, None, passage, "")
            else:
                _read(writing, about, block)
        writing.own_form = ours


def annex_in(blocks: Sequence[Block]) -> tuple[list[Block], Annex]:
    """Takes the annex out of a document of ours; gives what is left, and the annex."""
    titles = (*_TABLES, WHOSE)
    start = next((at for at, block in enumerate(blocks) if _title_of(block, 2) in titles), len(blocks))
    while 0 < start < len(blocks) and _title_of(blocks[start - 1]):
        start -= 1
    end = start
    for at in range(start, len(blocks)):
        block, about = blocks[at], _title_of(blocks[at - 1])
        if isinstance(block, Table) and (about == WHOSE or (about in _TABLES and _fields(about, block))):
            end = at + 1
        elif not _title_of(block):
            break
    return [*blocks[:start], *blocks[end:]], Annex(tuple(blocks[start:end]))


def organization_named(writing: Writing, text: str) -> str | None:
    """Gives the id of the organization of the annex that is named so; None where none is."""
    return writing.organizations.get(own_language(text.strip(), "")[1]) or None


def body_named(writing: Writing, text: str) -> tuple[str, str] | None:
    """Gives the field and the id of the organization or collectivity of the document that is named so, if any."""
    organization = organization_named(writing, text)
    if organization is not None:
        return "organization", organization
    collectivity = collectivity_named(writing, text)
    return ("collectivity", collectivity) if collectivity is not None else None


def bodies_behind(writing: Writing, person: Node, text: str, passage: Passage, *, alone: bool = False) -> str:
    """Puts the bodies that a document of ours names behind a person, and gives the words without them.

    Args:
        writing: writes into the draft.
        person: the person.
        text: the words.
        passage: where they stand.
        alone: whether a body may stand there alone, with no person before it.
    """
    said = Parts(text)
    for field, known_as in (("collectivity", collectivity_named), ("organization", organization_named)):
        body = said.last(partial(known_as, writing)) if alone or len(said.said) > 1 else None
        if body is not None:
            writing.draft.put(person, field, body, passage.piece)
    return said.text


def _title_of(block: Block, level: int | None = None) -> str:
    """Gives which title of the annex a paragraph is, of a level where one is given; "" where it is none."""
    if not isinstance(block, Paragraph) or level not in (None, block.level):
        return ""
    return next((key for key, texts in _titles().items() if fold(block.text) in texts), "")


def _read(writing: Writing, about: str, table: Table) -> None:
    fields = _fields(about, table)
    for cell in table.rows[0]:
        writing.draft.ignore(cell.piece, "heading")
    for row in table.rows[1:]:
        cells = {}
        for cell in row:
            passage = of_cells([cell])
            if passage is not None and cell.column in fields:
                cells[fields[cell.column]] = passage
            elif passage is not None:
                writing.keep(None, passage)
        if about == BROUGHT:
            writing.last(partial(_contribution, writing, cells))
        elif about == REPORTED:
            writing.last(partial(_update, writing, cells))
        elif about == HELD:
            _meeting(writing, cells)
        elif "name" in cells:
            _organization(writing, cells)


def _organization(writing: Writing, cells: Mapping[str, Passage]) -> None:
    named = cells["name"]
    node = writing.add(writing.draft.root, "organizations", named.piece)
    for language, words in writing.texts(named):
        writing.draft.put(node, "name", words, named.piece, language=language)
        known = writing.organizations.setdefault(words, node.target)
        if known != node.target:  # what names one of them may mean the other: it stays a name
            writing.organizations[words] = ""
            writing.draft.say("import/name-unknown", named.piece, node=node, field="organization", text=words)
    for field, passage in cells.items():
        if field != "name":
            _put(writing, node, field, passage)


def _contribution(writing: Writing, cells: Mapping[str, Passage]) -> None:
    """Adds a contribution to the workshop and the group that it was brought in, which the document names elsewhere."""
    workshop = _workshop(writing, cells)
    kind = code_of("contribution_kind")(cells["kind"].text) if "kind" in cells else None
    if "text" not in cells or workshop is None or kind is None:
        _kept(writing, cells, "workshops" if workshop is None else "", cells.get("workshop"))
        return
    owner, group = writing.node_of(workshop), cells.get("group")
    if group is not None and not group.is_nothing:
        known = _titled(workshop.get("working_groups", ()), group)
        owner = writing.node_of(known) if known else writing.add(owner, "working_groups", group.piece)
        if known is None:
            writing.put_text(owner, "title", group)
    node = writing.add(owner, "contributions", cells["text"].piece)
    writing.put_text(node, "text", cells["text"])
    writing.draft.put(node, "kind", kind, cells["kind"].piece)
    for field in ("workshop", "workshop_kind", "group"):
        if field in cells:
            writing.draft.used(cells[field].piece, node, "text")


def _update(writing: Writing, cells: Mapping[str, Passage]) -> None:
    """Adds a progress update about the object that it names, which stands elsewhere in the document."""
    about = cells.get("target")
    root = writing.draft.root
    here = named(writing, about.text, root) if about is not None else None
    if about is None or "text" not in cells or not (here or elsewhere_in(about.text)):
        _kept(writing, cells, "progress_updates" if "text" in cells else "", about)
        return
    node = writing.add(root, "progress_updates", cells["text"].piece)
    writing.draft.put(node, "target", here or elsewhere(writing, node, "target", about.text), about.piece)
    writing.put_text(node, "text", cells["text"])
    if "date" in cells:
        _date(writing, node, cells["date"])


def _kept(writing: Writing, cells: Mapping[str, Passage], field: str, unknown: Passage | None) -> None:
    """Keeps a row, and says which name in it nothing bears, or more than one."""
    for passage in cells.values():
        if field and passage is unknown:
            writing.unknown(writing.draft.root, field, passage, "")
        else:
            writing.keep(None, passage)


def _date(writing: Writing, node: Node, said: Passage) -> None:
    if date := date_of(said.text):
        writing.draft.put(node, "date", date, said.piece)
    elif said.is_nothing:
        writing.draft.ignore(said.piece, "help")
    else:
        writing.keep(node, said)


def _workshop(writing: Writing, cells: Mapping[str, Passage]) -> Any:
    """Gives the workshop of a row; one that the document does not list is made where the row says its kind."""
    title, said = cells.get("workshop"), cells.get("workshop_kind")
    return _titled(writing.draft.root.data.get("workshops", ()), title) or _made(writing, title, said)


def _meeting(writing: Writing, cells: Mapping[str, Passage]) -> None:
    """Adds a workshop that the document only names."""
    if _made(writing, cells.get("title"), cells.get("kind")) is None:
        _kept(writing, cells, "", None)


def _made(writing: Writing, title: Passage | None, said: Passage | None) -> Any:
    kind = code_of("workshop_kind")(said.text) if said is not None else None
    if title is None or said is None or kind is None:
        return None
    node = writing.add(writing.draft.root, "workshops", title.piece)
    writing.put_text(node, "title", title)
    writing.draft.put(node, "kind", kind, said.piece)
    return node.data


def _titled(objects: Iterable[Any], title: Passage | None) -> Any:
    """Gives the one object that has a title; None where none has it, or several."""
    words = own_language(title.text, "")[1] if title is not None else ""
    found = [each for each in objects if words and words in each.get("title", {}).values()]
    return found[0] if len(found) == 1 else None


def _put(writing: Writing, node: Node, field: str, passage: Passage) -> None:
    if passage.is_nothing:
        writing.draft.ignore(passage.piece, "help")
        return
    value = code_of("organization_sector")(passage.text) or passage.text if field == "sector" else passage.text
    writing.draft.put(node, field, value, passage.piece)


def _fields(about: str, table: Table) -> dict[int, str]:
    """Gives the fields that the columns of a table ask for, if it is that of a part of the annex; else none."""
    labels = _columns(about)
    found = {cell.column: labels.get(fold(cell.text), "") for cell in table.rows[0]} if table.rows else {}
    return found if found and all(found.values()) else {}


@cache
def _titles() -> dict[str, frozenset[str]]:
    labels = {label.key: label for label in own_labels()}
    return {key: frozenset(fold(labels[key].texts[language]) for language in LANGUAGES) for key in _TITLES}


@cache
def _columns(about: str) -> dict[str, str]:
    concept, columns = _TABLES[about]
    asked = {f"{concept}.{name}": name for name, _ in columns}
    return {
        fold(text): asked[label.key] for label in own_labels() if label.key in asked for text in label.texts.values()
    }

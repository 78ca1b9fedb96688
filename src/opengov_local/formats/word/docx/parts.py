"""The parts of a Word file put together: body, styles, lists, headers and footers, notes, comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from opengov_local.account import Piece, Place
from opengov_local.formats.word.docx.blocks import Content, Hanging, Paragraph, Table
from opengov_local.formats.word.docx.body import Walk
from opengov_local.formats.word.docx.changes import join_deleted_marks
from opengov_local.formats.word.docx.numbering import Numbering, read_numbering
from opengov_local.formats.word.docx.own_form import has_places, is_own
from opengov_local.formats.word.docx.struck import without_struck
from opengov_local.formats.word.docx.styles import Style, read_styles
from opengov_local.formats.word.docx.xml import BrokenXmlError, attribute, children, name, parse
from opengov_local.importing.containers import Container

_MAIN = "word/document.xml"
_MARGINS = ("header", "footer")
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_EMBEDDED = frozenset({"altChunk", "subDoc"})
_COMMENTS = "comments"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_content(container: Container) -> Content:
    """Reads all words of a Word file.

    Raises:
        BrokenXmlError: its body is no XML, has no body, or goes too deep.
    """
    content = Content()
    relations = dict(_relations(container, _MAIN))
    styles = _styles(container)
    addresses = _addresses(container, _MAIN)
    main = container.read(_MAIN)
    body = next(children(parse(main), "body"), None)
    if body is None:
        raise BrokenXmlError("source/corrupt")
    if b":del" in main:
        join_deleted_marks(body)
    if b":altChunk" in main or b":subDoc" in main:
        content.embedded = sum(name(element) in _EMBEDDED for element in body.iter())
    content.ours = has_places(main)
    walk = Walk(content, styles, _numbering(container), addresses, own_form=is_own(main), parts_struck=True)
    content.blocks = without_struck(list(walk.blocks(body)), content)
    _beside(container, relations, content, styles)
    return content


def _beside(container: Container, relations: Mapping[str, str], content: Content, styles: dict[str, Style]) -> None:
    """Reads the parts beside the body."""
    for part, kind in relations.items():
        root = _root(container, part) if kind in (*_MARGINS, *_NOTES, _COMMENTS) else None
        if root is None:
            continue
        if kind in _MARGINS:
            content.margins += _pieces(container, part, root, kind, styles)
        elif kind in _NOTES:
            for note in children(root, _NOTES[kind]):
                if attribute(note, "type") not in _SEPARATORS:
                    content.notes += _hanging(container, part, note, _NOTES[kind], content, styles)
        elif kind == _COMMENTS:
            for comment in children(root, "comment"):
                content.comments += _hanging(container, part, comment, "comment", content, styles)


def _hanging(
    container: Container, part: str, note: Element, kind: str, content: Content, styles: dict[str, Style]
) -> list[Hanging]:
    """Gives the words of a note or comment, with the place that they hang on."""
    number = attribute(note, "id") or ""
    label, at = f"{kind} {number}".strip(), content.hung.get((kind, number))
    said = f"{label} ({at})" if at is not None else label
    return [Hanging(piece, said, at) for piece in _pieces(container, part, note, label, styles)]


def _pieces(container: Container, part: str, root: Element, label: str, styles: dict[str, Style]) -> list[Piece]:
    """Gives the words of a part beside the body, each paragraph and cell a piece with its number in the part."""
    walk = Walk(Content(), styles, Numbering(), _addresses(container, part))
    stem = part.rpartition("/")[2].rpartition(".")[0]
    where = f"{stem} {label}" if " " in label else stem
    texts: list[str] = []
    for block in walk.blocks(root):
        texts += [block.text] if isinstance(block, Paragraph) else [piece.text for piece in _table(block)]
    return [Piece(Place("line", where, number), text) for number, text in enumerate(texts, start=1)]


def _table(table: Table) -> Iterator[Piece]:
    return table.pieces()


def _styles(container: Container) -> dict[str, Style]:
    root = _root(container, "word/styles.xml")
    return read_styles(root) if root is not None else {}


def _numbering(container: Container) -> Numbering:
    root = _root(container, "word/numbering.xml")
    return read_numbering(root) if root is not None else Numbering()


def _root(container: Container, part: str) -> Element | None:
    """Gives the root of a part beside the body; None where it is not there."""
    if part not in container.names():
        return None
    return parse(container.read(part))


def _relations(container: Container, part: str) -> Iterator[tuple[str, str]]:
    """Gives the parts that a part names, with the last word of the kind of relation: as `header`."""
    for relation in _all_relations(container, part):
        target = attribute(relation, "Target") or ""
        if attribute(relation, "TargetMode") != "External":
            kind = (attribute(relation, "Type") or "").rpartition("/")[2]
            yield target.removeprefix("/") if target.startswith("/") else f"{part.rpartition('/')[0]}/{target}", kind


def _addresses(container: Container, part: str) -> dict[str, str]:
    """Gives where the links of a part lead, by the id of their relation."""
    return {
        attribute(relation, "Id") or "": attribute(relation, "Target") or ""
        for relation in _all_relations(container, part)
        if attribute(relation, "TargetMode") == "External"
    }


def _all_relations(container: Container, part: str) -> Iterator[Element]:
    folder, _, file = part.rpartition("/")
    root = _root(container, f"{folder}/_rels/{file}.rels")
    return (each for each in root if name(each) == "Relationship") if root is not None else iter(())

"""How the tests make Word files, all of them made up, and look at what was read in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Paper
from docx.table import Table

from opengov_local.document import Import
from opengov_local.formats.word.word_format import read
from opengov_local.importing.options import ImportOptions

_LEFT_OUT = {"schema_version", "id_prefix", "sources", "id"}


def paper(*blocks: object) -> Paper:
    """Makes a file of blocks: a text is a paragraph, (style, text) one with a style, rows a table.

    Styles: `# …` in front of a text makes headings of level 1, 2, …; `* ` a list, `** ` its second level; `! ` bold.
    """
    made = blank()
    for block in blocks:
        if isinstance(block, str):
            _paragraph(made, block)
        elif isinstance(block, list):
            table(made, block)
    return made


def blank() -> Paper:
    """Gives an empty file, with the styles of words that Word has; those of tables take most of the time to read."""
    return Document(io.BytesIO(_blank()))


@cache
def _blank() -> bytes:
    made = Document()
    for style in made.styles.element.xpath("w:style[@w:type='table'][not(@w:default)]"):
        style.getparent().remove(style)
    for name in [name for name, one in made.part.rels.items() if one.reltype.endswith("/stylesWithEffects")]:
        del made.part.rels[name]
    return to_bytes(made)


def _paragraph(made: Paper, text: str) -> None:
    mark, _, rest = text.partition(" ")
    if mark and set(mark) == {"#"}:
        made.add_heading(rest, len(mark))
    elif mark == "=":
        made.add_heading(rest, 0)
    elif mark in ("*", "**"):
        made.add_paragraph(rest, style="List Bullet" if mark == "*" else "List Bullet 2")
    elif mark == "!":
        made.add_paragraph().add_run(rest).bold = True
    else:
        made.add_paragraph(text)


def table(made: Any, rows: Sequence[Sequence[str]]) -> Table:
    """Adds a table to a file or cell; `<` lies on the cell to the left, `^` on the one above."""
    width = max(map(len, rows))
    there: Table = made.add_table(len(rows), width)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text == "<":
                there.cell(row, column - 1).merge(there.cell(row, column))
            elif text == "^":
                there.cell(row - 1, column).merge(there.cell(row, column))
            elif text:
                there.cell(row, column).text = text
    return there


def to_bytes(made: Paper) -> bytes:
    """Gives the bytes of a file."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def read_paper(*blocks: object, **options: Any) -> Import:
    """Makes a file of blocks and reads it; every piece of it is accounted for."""
    return checked(read(to_bytes(paper(*blocks)), "made-up.docx", options=ImportOptions(**options)))


def checked(made: Import) -> Import:
    """Makes sure that the account and the document are there."""
    assert made.account is not None
    assert made.document is not None
    return made


def tree_of(made: Import, keep: Sequence[str] = ()) -> dict[str, Any]:
    """Gives what was read, without ids and sources; references are written as `@` and the title they lead to.

    Args:
        made: what was read.
        keep: fields that are no sources of the file.
    """
    assert made.document is not None
    tree = made.document.tree
    names: dict[str, str] = {}
    _name(tree, names)
    bare: dict[str, Any] = _bare(tree, names, _LEFT_OUT.difference(keep))
    return bare


def commitments_of(made: Import) -> list[dict[str, Any]]:
    """Gives the commitments of the one plan that was read."""
    (plan,) = tree_of(made)["plans"]
    commitments: list[dict[str, Any]] = plan["commitments"]
    return commitments


def _name(value: Any, names: dict[str, str]) -> None:
    if isinstance(value, dict):
        called = value.get("title") or value.get("text") or value.get("name")
        if "id" in value and isinstance(called, dict):
            names[value["id"]] = "@" + next(iter(called.values()))
        for child in value.values():
            _name(child, names)
    elif isinstance(value, list):
        for child in value:
            _name(child, names)


def _bare(value: Any, names: dict[str, str], without: Collection[str]) -> Any:
    if isinstance(value, dict):
        return {key: _bare(child, names, without) for key, child in value.items() if key not in without}
    if isinstance(value, list):
        return [_bare(child, names, without) for child in value]
    return names.get(value, value) if isinstance(value, str) else value


def codes_of(made: Import) -> list[str]:
    """Gives the codes of what was found, without those that every import has."""
    return [finding.code for finding in made.findings if finding.code != "import/no-id-prefix"]


def unmapped(made: Import) -> dict[str, str]:
    """Gives the pieces that were kept, by place."""
    assert made.account is not None
    return {str(entry.piece.place): entry.piece.text for entry in made.account.of("unmapped")}


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Puts another content into a part of a file, or a part more."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info.filename))
        new.writestr(name, content)
    return stream.getvalue()


@cache
def _empty() -> bytes:
    return to_bytes(blank())


def quick(blocks: Sequence[object]) -> bytes:
    """Makes a file of blocks as `paper` does, but faster, for tests with many files; tables have no merged cells."""
    return with_body("".join(_quick(block) for block in blocks))


def _quick(block: object) -> str:
    if isinstance(block, list):
        rows = ("".join(f"<w:tc>{''.join(map(_quick, text.split(chr(10))))}</w:tc>" for text in row) for row in block)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    mark, _, rest = str(block).partition(" ")
    styles = {"#": "Heading1", "##": "Heading2", "*": "ListBullet", "**": "ListBullet2", "=": "Title", "!": "Normal"}
    style, text = (styles[mark], rest) if mark in styles else ("Normal", str(block))
    bold = "<w:rPr><w:b/></w:rPr>" if mark == "!" else ""
    run = f'<w:r>{bold}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def with_body(inside: str) -> bytes:
    """Makes a file whose body is some WordprocessingML."""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    body = f'<?xml version="1.0" encoding="UTF-8"?><w:document {names}><w:body>{inside}</w:body></w:document>'
    return with_part(_empty(), "word/document.xml", body.encode())


def same(said: Any, read_back: Any) -> bool:
    """Tells whether a value was read back; of a text in several languages, at least one; ids are others."""
    if isinstance(said, dict) and said and all(len(key) in (2, 3) for key in said):
        return bool(read_back) and all(said.get(key) == text for key, text in read_back.items())
    if isinstance(said, dict):
        return isinstance(read_back, dict) and all(
            same(value, read_back.get(key)) for key, value in said.items() if key != "id"
        )
    if isinstance(said, list):
        return len(said) == len(read_back or ()) and all(map(same, said, read_back))
    return bool(said == read_back)

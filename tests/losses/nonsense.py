"""A word that nobody knows, put into one place of a source after the other: which of them does an import tell of?

Places are all that holds something: cells and headings, keys and values, elements and attributes, lines and paragraphs;
and where there is room for more: one more column, key, element, attribute, line. Words of the extracts (`sources`) do
not count: they repeat what was read, whatever became of it.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from functools import partial
from html import escape, unescape
from typing import Any, NamedTuple
from xml.etree import ElementTree

from docx import Document as WordFile
from docx.oxml.ns import qn

from opengov_local.document import Import
from opengov_local.importing.spoken import texts_in

WORD = "Zerfoun"
_HELP = {"import/help-passed-over", "import/sheet-as-help"}
"""Codes that say where help stands."""
_CELL = re.compile(
    r'<c r="(?P<at>[A-Z]+[0-9]+)"(?P<style>(?: s="[0-9]+")?)(?P<kind>(?: t="s")?)><v>(?P<value>[^<]*)</v></c>'
)
_TEXT = re.compile(r">(?P<text>[^<>]*\w[^<>]*)<")
_UNSEEN = re.compile(r"<(head|style|script|nav|footer)\b.*?</\1>", re.DOTALL)


class Put(NamedTuple):
    """A source with the word in one place.

    Attributes:
        kind: what kind of place it is.
        where: where it is, for people.
        data: makes the bytes.
    """

    kind: str
    where: str
    data: Callable[[], bytes]


def is_told(made: Import) -> bool:
    """Tells whether the word stands in the package, in a finding, or where one says that something was not read."""
    tree: dict[str, Any] = made.document.tree if made.document else {}
    imported = made.account is not None  # whatever else is a package, with sources of its own
    values = {name: value for name, value in tree.items() if name != "sources" or not imported}
    found = [*texts_in(values), *_keys(values), *(text for one in made.findings for text in texts_in(one.params))]
    codes = {one.code for one in made.findings}
    fates = ["unmapped", *(["help"] if codes & _HELP else [])]
    found += [entry.piece.text for entry in made.account.entries if entry.fate in fates] if made.account else []
    return any(WORD.casefold() in text.casefold() for text in found)


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield key
            yield from _keys(child)
    elif isinstance(value, list):
        for child in value:
            yield from _keys(child)


def _with_word(text: str) -> str:
    return f"{text.rstrip()} {WORD}"


def in_rows(data: bytes, delimiter: str = ",") -> Iterator[Put]:
    """Puts it into the cells of a table, and into one more column."""
    mark = data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))

    def written(kind: str, where: str, made: Sequence[Sequence[str]]) -> Put:
        def write() -> bytes:
            text = io.StringIO()
            csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(made)
            return text.getvalue().encode("utf-8-sig" if mark else "utf-8")

        return Put(kind, where, write)

    for row, column in ((row, column) for row, cells in enumerate(rows) for column in range(len(cells))):
        made = deepcopy(rows)
        made[row][column] = _with_word(made[row][column]).strip()
        kind = "heading" if row == 0 else "cell" if rows[row][column].strip() else "blank cell"
        yield written(kind, f"{rows[0][min(column, len(rows[0]) - 1)]}, row {row + 1}", made)
    yield written("new column", "heading", [[*cells, WORD if row == 0 else "1"] for row, cells in enumerate(rows)])
    yield written("new column", "cell", [[*cells, "Z" if row == 0 else WORD] for row, cells in enumerate(rows)])
    yield written("longer row", "the last", [*rows[:-1], [*rows[-1], WORD]])
    yield written("new row", "the last", [*rows, [WORD]])


def in_tree(tree: Any, write: Callable[[Any], bytes]) -> Iterator[Put]:
    """Puts it into the values of a tree, into keys, and beside them."""
    for path, value in list(_paths(tree)):
        where = "/".join(map(str, path))
        if isinstance(value, dict):
            yield Put("new key", where, partial(_replaced, tree, path, {**value, WORD.lower(): "1"}, write))
            more = {**value, WORD.lower(): {"a": [1, None]}}
            yield Put("new key of a tree", where, partial(_replaced, tree, path, more, write))
            yield Put(
                "new key without value", where, partial(_replaced, tree, path, {**value, WORD.lower(): None}, write)
            )
            yield Put("value of a new key", where, partial(_replaced, tree, path, {**value, "zq": WORD}, write))
            for key in value:
                if isinstance(key, str):
                    renamed = {(f"{name}{WORD.lower()}" if name == key else name): held for name, held in value.items()}
                    yield Put("key", f"{where}/{key}", partial(_replaced, tree, path, renamed, write))
        elif isinstance(value, list):
            yield Put("new item", where, partial(_replaced, tree, path, [*value, WORD], write))
        else:
            kind = "value" if value not in (None, "") else "blank value"
            text = _with_word("" if value is None else str(value)).strip()
            yield Put(kind, where, partial(_replaced, tree, path, text, write))


def _replaced(tree: Any, path: tuple[Any, ...], value: Any, write: Callable[[Any], bytes]) -> bytes:
    if not path:
        return write(value)
    made = deepcopy(tree)
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return write(made)


def _paths(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    yield path, tree
    steps: Iterable[tuple[Any, Any]] = ()
    if isinstance(tree, dict | list):
        steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, child in steps:
        yield from _paths(child, (*path, step))


def in_xml(data: bytes) -> Iterator[Put]:
    """Puts it into the texts and attributes of elements, behind them, and into new ones."""
    count = len(list(ElementTree.fromstring(data).iter()))
    for number in range(count):
        for kind in ("text", "new element", "element of that name", "new attribute", "attribute", "tail"):
            root = ElementTree.fromstring(data)
            one = list(root.iter())[number]
            if kind == "text" and (one.text or "").strip():
                one.text = _with_word(one.text or "")
            elif kind == "text" and not len(one):
                one.text = WORD
            elif kind == "new element":
                ElementTree.SubElement(one, "Zq").text = WORD
            elif kind == "element of that name":
                ElementTree.SubElement(one, WORD).text = "1"
            elif kind == "new attribute":
                one.set("zq", WORD)
            elif kind == "attribute" and one.attrib:
                name = next(iter(one.attrib))
                one.set(name, _with_word(one.attrib[name]))
            elif kind == "tail" and number:
                one.tail = f"{one.tail or ''}{WORD} "
            else:
                continue
            where = one.tag.rpartition("}")[2]
            yield Put(kind, f"{where} {number}", partial(ElementTree.tostring, root, "utf-8", xml_declaration=True))


def in_lines(data: bytes) -> Iterator[Put]:
    """Puts it behind lines of a text, and onto new ones."""
    lines = data.decode().split("\n")
    for number, line in enumerate(lines):
        if line.strip():
            made = [*lines[:number], _with_word(line), *lines[number + 1 :]]
            yield Put("line", line.strip()[:40], "\n".join(made).encode)
        else:
            made = [*lines[:number], "", WORD, "", *lines[number + 1 :]]
            yield Put("new line", f"below {number}", "\n".join(made).encode)


def in_html(data: bytes) -> Iterator[Put]:
    """Puts it behind the texts of a page that one sees."""
    page = data.decode()
    unseen = [found.span() for found in _UNSEEN.finditer(page)]
    for found in _TEXT.finditer(page):
        if any(start <= found.start() < end for start, end in unseen) or found["text"].strip().startswith("!"):
            continue
        text = escape(_with_word(unescape(found["text"])), quote=False)
        yield Put(
            "text", found["text"].strip()[:40], f"{page[: found.start('text')]}{text}{page[found.end('text') :]}".encode
        )


def in_members(data: bytes, puts: Callable[[str, bytes], Iterator[Put]]) -> Iterator[Put]:
    """Puts it into the members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name, content in members.items():
        for kind, where, made in puts(name, content):
            yield Put(kind, f"{name}: {where}", partial(_archived, members, name, made))


def _archived(members: dict[str, bytes], name: str, made: Callable[[], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for other, held in members.items():
            written.writestr(other, made() if other == name else held)
    return out.getvalue()


def in_workbook(data: bytes) -> Iterator[Put]:
    """Puts it into the cells of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        shared = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    texts = ["".join(part.text or "" for part in one.iter() if part.tag.endswith("}t")) for one in shared]

    def puts(name: str, content: bytes) -> Iterator[Put]:
        if not name.startswith("xl/worksheets/sheet"):
            return
        page = content.decode()
        for found in _CELL.finditer(page):
            text = texts[int(found["value"])] if found["kind"] else found["value"]
            held = escape(_with_word(text), quote=False)
            cell = f'<c r="{found["at"]}"{found["style"]} t="inlineStr"><is><t>{held}</t></is></c>'
            yield Put(
                "cell", f"{found['at']} {text[:40]!r}", f"{page[: found.start()]}{cell}{page[found.end() :]}".encode
            )

    return in_members(data, puts)


def in_word_file(data: bytes) -> Iterator[Put]:
    """Puts it behind the paragraphs of a Word file, in tables too, and onto new ones."""
    for number, one in enumerate(WordFile(io.BytesIO(data)).element.body.iter(qn("w:p"))):
        if said := "".join(text.text or "" for text in one.iter(qn("w:t"))).strip():
            yield Put("paragraph", said[:60], partial(_with_paragraph, data, number, new=False))
            yield Put("new paragraph", said[:60], partial(_with_paragraph, data, number, new=True))


def _with_paragraph(data: bytes, number: int, *, new: bool) -> bytes:
    file = WordFile(io.BytesIO(data))
    one = list(file.element.body.iter(qn("w:p")))[number]
    texts = [text for text in one.iter(qn("w:t")) if (text.text or "").strip()]
    if new:
        other = deepcopy(one)
        one.addnext(other)
        texts = list(other.iter(qn("w:t")))
        for text in texts:
            text.text = ""
    texts[-1].text = _with_word(texts[-1].text or "").strip() if new else _with_word(texts[-1].text or "")
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def as_json(tree: Any) -> bytes:
    """Writes a tree as JSON."""
    return json.dumps(tree, ensure_ascii=False, indent=1).encode()

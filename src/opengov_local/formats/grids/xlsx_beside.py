"""Words of an XLSX file that stand in no cell: comments, text boxes, page heads and feet, prompts, links, formats."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from opengov_local.finding import Finding
from opengov_local.formats.grids.doubts import about_file, without_details
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.grids.money_formats import styled_cells
from opengov_local.formats.grids.xlsx_parts import LITERALS, Workbook, number_formats
from opengov_local.importing.containers import Container

_COMMENTS: Final = re.compile(r"(?:^|/)(?:threaded)?comments?\d*\.xml$", re.IGNORECASE)
_DRAWINGS: Final = re.compile(r"/drawings/drawing\d*\.xml$", re.IGNORECASE)
_PAGE: Final = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)(?:\s[^>]*)?>([^<]+)<")
_PAGE_CODE: Final = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|.)')
_PROPERTIES: Final = "docProps/core.xml"
_TOLD: Final = ("title", "subject", "keywords", "keyword", "description")
_MADE_HERE: Final = "opengov_local"
"""The title of the workbooks that this library makes: it says nothing of a plan."""
_LINK: Final = re.compile(r"^(?:https?://(?:www\.)?|mailto:)|/$", re.IGNORECASE)
_PROMPT: Final = re.compile(rb'\sprompt(?:Title)?="([^"]+)"')
_QUOTED: Final = re.compile(r'"([^"]*)"')


def words_beside(container: Container, workbook: Workbook, source: str | None) -> Iterator[Finding]:
    """Tells of words of a file that stand in none of its cells: comments, text boxes, page heads and feet, prompts."""
    comments = [name for name in container.names() if _COMMENTS.search(name)]
    if comments:
        said = _texts(container, comments, ("comment", "threadedComment"))
        count = len(said) or len(comments)
        yield about_file("import/comments-not-read", source, "info", count=count, names=without_details(said))
    boxes = [name for name in container.names() if _DRAWINGS.search(name) and container.holds(name, b":t>")]
    if boxes:
        said = _texts(container, boxes, ("txBody",)) or _texts(container, boxes, ("t",))
        count = len(said) or len(boxes)
        yield about_file("import/text-boxes-not-read", source, "warning", count=count, names=without_details(said))
    if pages := without_details(text for one in workbook.sheets for text in _of_pages(container, one.part)):
        yield about_file("import/page-words-not-read", source, "info", names=pages)
    if prompts := without_details(text for one in workbook.sheets for text in _prompts(container, one.part)):
        yield about_file("import/prompts-not-read", source, "info", names=prompts)


def _texts(container: Container, parts: Sequence[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """Gives the different texts of the elements of some names."""
    found: dict[str, None] = {}
    for part in parts:
        try:
            root = ET.fromstring(container.read(part))  # document types were refused before
        except (ET.ParseError, ValueError, LookupError):
            continue
        for name in names:
            for one in root.iterfind(f".//{{*}}{name}"):
                found[" ".join("".join(one.itertext()).split())] = None
    return tuple(filter(None, found))


def _of_pages(container: Container, part: str) -> Iterator[str]:
    xml = container.read(part)
    for found in _PAGE.finditer(xml, max(xml.rfind(b"</sheetData>"), 0)):
        text = " ".join(_PAGE_CODE.sub(" ", html.unescape(found[1].decode("utf-8", "replace"))).split())
        if any(map(str.isalpha, text)):
            yield text


def _prompts(container: Container, part: str) -> Iterator[str]:
    """Gives the words that a sheet shows where a cell is filled in."""
    xml = container.read(part)
    for found in _PROMPT.finditer(xml, max(xml.rfind(b"</sheetData>"), 0)):
        if text := " ".join(html.unescape(found[1].decode("utf-8", "replace")).split()):
            yield text


def words_of_cells(
    container: Container, workbook: Workbook, sheets: Sequence[list[list[Value]]], source: str | None
) -> Iterator[Finding]:
    """Tells of what cells lead to and do not say, and of words that formats show beside texts.

    Args:
        container: the file.
        workbook: what it says of itself.
        sheets: the cells of its sheets.
        source: name of the file.
    """
    yield from about_properties(container, _PROPERTIES, sheets, source)
    links = [link for one in workbook.sheets for link in _links(container, one.part)]
    if links:
        shown = _shown(sheets)
        if unsaid := tuple(dict.fromkeys(link for link in links if _LINK.sub("", link).lower() not in shown)):
            yield about_file("import/links-not-read", source, "info", count=len(unsaid), names=without_details(unsaid))
    formats = {n: words for n, code in number_formats(workbook.styles) if (words := _around_text(code))}
    said: dict[str, None] = {}
    for one, rows in zip(workbook.sheets, sheets, strict=True):
        for (row, column), words in styled_cells(container, one.part, formats).items():
            if row < len(rows) and column < len(rows[row]) and isinstance(rows[row][column], str):
                said[words] = None
    if said:
        yield about_file("import/format-words-not-read", source, "warning", names=tuple(said))


def _shown(sheets: Sequence[list[list[Value]]]) -> str:
    return "\n".join(value for rows in sheets for row in rows for value in row if isinstance(value, str)).lower()


def about_properties(
    container: Container, part: str, sheets: Sequence[list[list[Value]]], source: str | None
) -> Iterator[Finding]:
    """Tells of the title, subject, keywords and description of a file that no cell says.

    Args:
        container: the file.
        part: the name of the part with its properties.
        sheets: the cells of its sheets.
        source: name of the file.
    """
    said = [text for text in _texts(container, [part], _TOLD) if text != _MADE_HERE]
    if said:
        shown = _shown(sheets)
        if unsaid := tuple(text for text in said if text.lower() not in shown):
            yield about_file("import/properties-not-read", source, "info", names=without_details(unsaid))


def _links(container: Container, part: str) -> Iterator[str]:
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in container.names():
        return
    try:
        root = ET.fromstring(container.read(relations))
    except (ET.ParseError, ValueError, LookupError):
        return
    for one in root:
        if one.get("Type", "").endswith("/hyperlink") and one.get("TargetMode") == "External":
            yield one.get("Target", "")


def _around_text(code: str) -> str:
    """Gives the words that a format shows around a text, "@ (provisoire)"; "" where it shows none."""
    section = next((part for part in code.split(";") if "@" in LITERALS.sub("", part)), "")
    words = " ".join(" ".join(_QUOTED.findall(section)).split())
    return words if any(map(str.isalpha, words)) else ""

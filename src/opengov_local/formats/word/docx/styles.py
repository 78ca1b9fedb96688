"""Styles of paragraphs: which are headings, bold or numbered, by themselves or by the style they are based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from opengov_local.formats.word.docx.xml import attribute, children, find, is_on, value

_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style of paragraphs says.

    Attributes:
        name: its name, lower case; Word names its own styles in English in every language.
        level: level of heading, 1 to 9; 0 where it is none.
        marked: whether its words are bold or underlined.
        numbering: id and level of the list it belongs to.
    """

    name: str = ""
    level: int = 0
    marked: bool = False
    numbering: tuple[str, int] | None = None


PLAIN = Style()


def read_styles(root: Element) -> dict[str, Style]:
    """Gives the styles of paragraphs by id; `""` is the one of paragraphs that name none."""
    found = {attribute(style, "styleId") or "": style for style in children(root, "style")}
    styles = {
        key: _style(key, found) for key, style in found.items() if attribute(style, "type") in (None, "paragraph")
    }
    default = next((key for key in styles if is_default(found[key])), None)
    return styles | {"": styles[default] if default else PLAIN}


def is_default(style: Element) -> bool:
    """Tells whether a style is the one of paragraphs that name none."""
    return attribute(style, "default") in {"1", "true", "on"}


def _style(key: str, found: dict[str, Element]) -> Style:
    """Reads a style and those it is based on, the nearest first; a ring of styles ends where it closes."""
    style, seen = PLAIN, set[str]()
    here: str | None = key
    while here in found and here not in seen:
        seen.add(here)
        style = _over(style, _said(found[here]))
        here = value(found[here], "basedOn")
    return style


def _over(near: Style, far: Style) -> Style:
    return replace(
        near,
        name=near.name or far.name,
        level=near.level or far.level,
        marked=near.marked or far.marked,
        numbering=near.numbering or far.numbering,
    )


def _said(element: Element) -> Style:
    style_name = (value(element, "name") or "").lower()
    heading = _HEADING.fullmatch(style_name)
    properties = find(element, "pPr")
    return Style(
        style_name,
        int(heading[1]) if heading else outline_level(properties),
        marked=is_marked(find(element, "rPr")),
        numbering=numbering_of(properties),
    )


def outline_level(properties: Element | None) -> int:
    """Gives the level of heading that properties of a paragraph say, 0 where they say none."""
    level = value(properties, "outlineLvl") if properties is not None else None
    return int(level) + 1 if level in set("012345678") else 0


def is_marked(properties: Element | None) -> bool:
    """Tells whether properties of a run make it bold or underlined."""
    return properties is not None and any(is_on(find(properties, mark)) for mark in ("b", "bCs", "u"))


def numbering_of(properties: Element | None) -> tuple[str, int] | None:
    """Gives the list that properties of a paragraph name, and the level in it; id `0` takes it out of all lists."""
    listed = find(properties, "numPr") if properties is not None else None
    if listed is None:
        return None
    number, level = value(listed, "numId"), value(listed, "ilvl") or "0"
    return (number or "", int(level) if level in set("012345678") else 0)

"""Lines of a paper as HTML, written without a template: they are most of a page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from opengov_local.formats.paper.content import Line, Lines, Phrase
from opengov_local.formats.paper.direction import Direction, direction, direction_of, first_strong
from opengov_local.formats.paper.stretches import stretches


def escaped(text: str) -> str:
    """Writes text as it may stand between tags and in quoted attributes."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace('"', "&#34;").replace("'", "&#39;")
    return text


def words(phrases: Sequence[Phrase]) -> str:
    """Writes phrases, to stand inside a line."""
    return _phrase(phrases[0]) if len(phrases) == 1 else "".join(map(_phrase, phrases))


def paragraph(line: Line) -> str:
    """Writes a line as a paragraph."""
    phrases, turned = line.phrases, _turned(line) if line.language else ""
    said = _phrase(phrases[0]) if len(phrases) == 1 else "".join(map(_phrase, phrases))
    return f"<p{turned}>{said}</p>\n"


@lru_cache(1 << 9)
def answer(lines: Lines) -> str:
    """Writes lines as paragraphs and lists, once where many cells say the same.

    A line whose place is `item` begins an item of a list, and the list where there is none yet; `below` carries the
    item on, and is a paragraph where there is none.
    """
    if len(lines) == 1 and lines[0].place != "item":
        return paragraph(lines[0])
    parts: list[str] = []
    in_list = False
    for line in lines:
        if line.place == "item":
            parts += ("</li>\n" if in_list else "<ul>\n", f"<li{_turned(line) if line.language else ''}>")
            in_list = True
        elif in_list and line.place != "below":
            parts.append("</li>\n</ul>\n")
            in_list = False
        parts.append(paragraph(line))
    if in_list:
        parts.append("</li>\n</ul>\n")
    return "".join(parts)


def _phrase(it: Phrase) -> str:
    text = isolated(it) if it.data else _own(it.text)
    if it.gap and not it.data:
        text = f'<mark class="gap">{text}</mark>'
    if it.small:
        text = f"<small>{text}</small>"
    if it.href:
        text = f'<a href="{escaped(it.href)}">{text}</a>'
    return f'{text} <small class="mark">[{escaped(it.mark)}]</small>' if it.mark else text


_own = lru_cache(1 << 10)(escaped)
"""Writes words of the form itself: they stand in many places."""


def isolated(phrase: Phrase) -> str:
    """Writes words of the package apart from those around them, and what in them is of the other direction, too."""
    language, text = phrase.language, phrase.text
    way = (direction_of(language) if language else None) or first_strong(text)
    opened = _isolating(language, way) if language else "<bdi>"
    parts = stretches(text, way)
    if len(parts) == 1:
        return f"{opened}{escaped(text)}</bdi>"
    turned = "rtl" if way == "ltr" else "ltr"
    inner = [f'<bdi dir="{turned}">{escaped(part)}</bdi>' if at % 2 else escaped(part) for at, part in enumerate(parts)]
    return f"{opened}{''.join(inner)}</bdi>"


@lru_cache(256)
def _isolating(language: str, way: Direction) -> str:
    return f'<bdi lang="{escaped(language)}" dir="{way}">'


def _turned(line: Line) -> str:
    """Gives the direction of a line in another language than the form's, as an attribute."""
    return f' dir="{direction(line.language or "", line.text)}"'

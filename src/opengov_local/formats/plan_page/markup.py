"""Lines of a document in several languages as HTML: what is the same in all stands once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import TypeVar

from markupsafe import Markup

from opengov_local.formats.paper.content import Line, Lines, Phrase
from opengov_local.formats.paper.direction import direction
from opengov_local.formats.paper.html_lines import escaped, isolated

K = TypeVar("K", bound=Hashable)
Cores = tuple[str, ...]
"""Phrases as HTML, without the marks that name their language."""


def inline(texts: Mapping[str, tuple[Phrase, ...]]) -> Markup:
    """Gives phrases in every language, to stand inside a line."""
    groups = _grouped({tongue: _cores(phrases) for tongue, phrases in texts.items()})
    if len(groups) == 1:
        ((cores, tongues),) = groups.items()
        return Markup(_body(cores, texts, tongues))
    return Markup(
        "".join(
            f'<span data-l="{" ".join(tongues)}">{_body(cores, texts, tongues)}</span>'
            for cores, tongues in groups.items()
        )
    )


def block(texts: Mapping[str, Lines]) -> Markup:
    """Gives lines in every language as paragraphs and lists; no lines give nothing. Many places say the same."""
    return _block(tuple(texts.items()))


@lru_cache(1 << 10)
def _block(said: tuple[tuple[str, Lines], ...]) -> Markup:
    texts = dict(said)
    if all(len(lines) == 1 and lines[0].place == "plain" for lines in texts.values()):
        return Markup(_paragraphs({tongue: lines[0] for tongue, lines in texts.items()}))
    forms = _grouped({tongue: tuple([line.place for line in lines]) for tongue, lines in texts.items()})
    if len(forms) == 1:
        return Markup(_items(texts))
    return Markup(
        "".join(
            f'<div data-l="{" ".join(tongues)}">{_items({one: texts[one] for one in tongues})}</div>'
            for tongues in forms.values()
        )
    )


def _items(texts: Mapping[str, Lines]) -> str:
    """Gives lines that have the same places in all languages."""
    parts: list[str] = []
    in_list = False
    for number, line in enumerate(next(iter(texts.values()))):
        if line.place == "item":
            parts.append("</li><li>" if in_list else "<ul><li>")
            in_list = True
        elif line.place == "plain" and in_list:
            parts.append("</li></ul>")
            in_list = False
        parts.append(_paragraphs({tongue: lines[number] for tongue, lines in texts.items()}))
    if in_list:
        parts.append("</li></ul>")
    return "".join(parts)


def _paragraphs(lines: Mapping[str, Line]) -> str:
    groups = _grouped({tongue: (_own_direction(line), _cores(line.phrases)) for tongue, line in lines.items()})
    texts = {tongue: line.phrases for tongue, line in lines.items()}
    parts = []
    for (way, cores), tongues in groups.items():
        only = f' data-l="{" ".join(tongues)}"' if len(groups) > 1 else ""
        as_page = only and all(direction(tongue) == way for tongue in tongues)
        turned = f' dir="{way}"' if way and not as_page else ""
        parts.append(f"<p{only}{turned}>{_body(cores, texts, tongues)}</p>")
    return "".join(parts)


def _own_direction(line: Line) -> str:
    """Gives the direction of a paragraph that is one text of the package; "" where it follows the page."""
    phrases = line.phrases
    if len(phrases) != 1 or not phrases[0].language:
        return ""
    return direction(phrases[0].language, phrases[0].text)


def _body(cores: Cores, texts: Mapping[str, tuple[Phrase, ...]], tongues: list[str]) -> str:
    """Gives phrases that are the same in some languages, each with its mark in those that name its language."""
    if len(tongues) == 1 and len(cores) == 1 and not texts[tongues[0]][0].mark:
        return cores[0]
    parts: list[str] = []
    for number, core in enumerate(cores):
        parts.append(core)
        for tongue in tongues:
            if mark := texts[tongue][number].mark:
                only = f' data-l="{tongue}"' if len(tongues) > 1 else ""
                parts.append(f' <small class="mark"{only}>[{escaped(mark)}]</small>')
    return "".join(parts)


def _cores(phrases: tuple[Phrase, ...]) -> Cores:
    return (_core(phrases[0]),) if len(phrases) == 1 else tuple(map(_core, phrases))


def _core(phrase: Phrase) -> str:
    text = isolated(phrase) if phrase.data else escaped(phrase.text)
    if phrase.small:
        text = f"<small>{text}</small>"
    if not phrase.href:
        return text
    away = "" if phrase.href.startswith("#") else ' rel="noopener"'
    return f'<a href="{escaped(phrase.href)}"{away}>{text}</a>'


def _grouped(values: Mapping[str, K]) -> dict[K, list[str]]:
    """Groups languages by what they have in common."""
    found: dict[K, list[str]] = {}
    for tongue, value in values.items():
        found.setdefault(value, []).append(tongue)
    return found

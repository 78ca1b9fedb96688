"""Lines of a document in several languages as HTML: what is the same in all stands once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Final, TypeVar

from markupsafe import Markup, escape

from opengov_local.formats.paper.content import Line, Lines, Phrase
from opengov_local.formats.paper.direction import direction

K = TypeVar("K", bound=Hashable)
ByLanguage = Mapping[str, Lines]
"""Language → lines."""
_NOWHERE: Final = Markup("")


def inline(texts: Mapping[str, tuple[Phrase, ...]]) -> Markup:
    """Gives phrases in every language, to stand inside a line."""
    groups = _grouped({tongue: _cores(phrases) for tongue, phrases in texts.items()})
    if len(groups) == 1:
        return _body(texts, list(texts))
    return _NOWHERE.join(
        Markup('<span data-l="{}">{}</span>').format(" ".join(tongues), _body(texts, tongues))
        for tongues in groups.values()
    )


def block(texts: ByLanguage) -> Markup:
    """Gives lines in every language as paragraphs and lists; no lines give nothing."""
    forms = _grouped({tongue: tuple(line.place for line in lines) for tongue, lines in texts.items()})
    if len(forms) == 1:
        return _items(texts)
    return _NOWHERE.join(
        Markup('<div data-l="{}">{}</div>').format(" ".join(tongues), _items({one: texts[one] for one in tongues}))
        for tongues in forms.values()
    )


def _items(texts: ByLanguage) -> Markup:
    """Gives lines that have the same places in all languages."""
    parts: list[Markup] = []
    in_list = False
    for number, line in enumerate(next(iter(texts.values()))):
        if line.place == "item":
            parts.append(Markup("</li><li>" if in_list else "<ul><li>"))
            in_list = True
        elif line.place == "plain" and in_list:
            parts.append(Markup("</li></ul>"))
            in_list = False
        parts.append(_paragraphs({tongue: lines[number] for tongue, lines in texts.items()}))
    if in_list:
        parts.append(Markup("</li></ul>"))
    return _NOWHERE.join(parts)


def _paragraphs(lines: Mapping[str, Line]) -> Markup:
    groups = _grouped({tongue: (_cores(line.phrases), _own_direction(line)) for tongue, line in lines.items()})
    texts = {tongue: line.phrases for tongue, line in lines.items()}
    parts = []
    for (_, way), tongues in groups.items():
        only = Markup(' data-l="{}"').format(" ".join(tongues)) if len(groups) > 1 else _NOWHERE
        as_page = bool(only) and all(direction(tongue) == way for tongue in tongues)
        turned = Markup(' dir="{}"').format(way) if way and not as_page else _NOWHERE
        parts.append(Markup("<p{}{}>{}</p>").format(only, turned, _body(texts, tongues)))
    return _NOWHERE.join(parts)


def _own_direction(line: Line) -> str:
    """Gives the direction of a paragraph that is one text of the package; "" where it follows the page."""
    if len(line.phrases) != 1 or not line.phrases[0].language:
        return ""
    return direction(line.phrases[0].language, line.phrases[0].text)


def _body(texts: Mapping[str, tuple[Phrase, ...]], tongues: list[str]) -> Markup:
    """Gives phrases that are the same in some languages, each with its mark in those that name its language."""
    parts: list[str] = []
    for number, core in enumerate(_cores(texts[tongues[0]])):
        parts.append(core)
        marks = _grouped({tongue: texts[tongue][number].mark for tongue in tongues})
        for mark, where in marks.items():
            if mark:
                only = Markup(' data-l="{}"').format(" ".join(where)) if len(tongues) > 1 else _NOWHERE
                parts.append(Markup(' <small class="mark"{}>[{}]</small>').format(only, mark))
    return Markup("".join(parts))


def _cores(phrases: tuple[Phrase, ...]) -> tuple[str, ...]:
    return tuple(map(_core, phrases))


def _core(phrase: Phrase) -> str:
    """Gives a phrase without its mark."""
    text = str(escape(phrase.text))
    if phrase.data and phrase.language:
        way = direction(phrase.language, phrase.text)
        text = f'<bdi lang="{escape(phrase.language)}" dir="{way}">{text}</bdi>'
    elif phrase.data:
        text = f"<bdi>{text}</bdi>"
    if phrase.href and phrase.href.startswith("#"):
        return f'<a href="{escape(phrase.href)}">{text}</a>'
    return f'<a href="{escape(phrase.href)}" rel="noopener">{text}</a>' if phrase.href else text


def _grouped(values: Mapping[str, K]) -> dict[K, list[str]]:
    """Groups languages by what they have in common."""
    found: dict[K, list[str]] = {}
    for tongue, value in values.items():
        found.setdefault(value, []).append(tongue)
    return found

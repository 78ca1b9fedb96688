"""Cutting a folded text into the pieces of dates: numbers, numeric dates, times, words with their meaning, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from opengov_local.importing.dates.words import Word, lexicon

_PIECE: Final = re.compile(
    r"""(?P<time>(?<![\d:.,/-])(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?|h[0-5]\d|h(?![a-z\d]))
            (?:[ ]?(?:[ap]m|[ap]\.[ ]?m\.|[صم]))?
            (?:[ ]?(?:z|(?:utc|gmt|غرينتش|جرينتش)(?:[ ]?[+-]?\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d))?(?![\d\w:]))
    |(?P<digits>\d+(?:(?P<sep>[./-])\d+(?:(?P=sep)\d+)*)?)
    |(?P<word>[^\W\d_]+)
    |(?P<break>\s*\n\s*)
    |(?P<space>[ ]+)
    |(?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)
_ISO_TIME: Final = re.compile(r"t(?=\d\d:)")
_PROCLITICS: Final = "ولبفك"
_MARKS: Final = frozenset("-/,.()")

_FEMININE = frozenset({"re", "ere", "nde"})
_POINTED = frozenset({"o", "er"})
"""Suffixes, folded, that stand behind a point."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text.

    Attributes:
        kind: `number`, `pair` (2025-12), `triple` (12/05/2024), `time`, `mark`, `break`, `junk`, or the kind of a word.
        value: digits or mark as they stand in the folded text, or the value of the word.
        start: where it begins in the folded text.
        end: where it ends.
        nth: whether a number tells a place in an order: 1er, 2nd.
        feminine: whether it does so of a thing that is feminine: 1re, 1ère.
        letter: whether it is one letter alone, such as the T of T1.
    """

    kind: str
    value: str
    start: int
    end: int
    nth: bool = False
    feminine: bool = False
    letter: bool = False


def tokens_of(folded: str) -> list[Token]:
    """Cuts a folded text into tokens; spaces are left out, what is no piece of a date is `junk`."""
    found: list[Token] = []
    pieces = list(_PIECE.finditer(_ISO_TIME.sub(" ", folded)))
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        start, end, text = piece.start(), piece.end(), piece.group()
        index += 1
        match piece.lastgroup:
            case "time":
                found.append(Token("time", text, start, end))
            case "digits" | "sep":
                found += _digits(text, start, piece["sep"], touched=folded[start - 1 : start].isalpha())
                if found[-1].kind == "number" and (suffix := _suffix(pieces, index)):
                    last = found.pop()
                    end, feminine = pieces[suffix - 1].end(), pieces[suffix - 1].group() in _FEMININE
                    found.append(Token("number", last.value, last.start, end, nth=True, feminine=feminine))
                    index = suffix
            case "word":
                run = index
                while run < len(pieces) and pieces[run].lastgroup in {"word", "space"}:
                    run += 1
                found += _meanings([match for match in pieces[index - 1 : run] if match.lastgroup == "word"], folded)
                index = run
                if index < len(pieces) and pieces[index].group() == "." and _dotted(found[-1], folded):
                    found[-1] = replace(found[-1], end=pieces[index].end())
                    index += 1
            case "break":
                found.append(Token("break", "", start, end))
            case "mark":
                found.append(Token("mark" if text in _MARKS else "junk", text, start, end))
    return found


def _suffix(pieces: list[re.Match[str]], index: int) -> int:
    """Gives the index after the suffix of a number, 0 where it has none; one letter must touch the number.

    Spanish has a point between both: "4.º trimestre".
    """
    if index + 1 < len(pieces) and pieces[index].group() == "." and pieces[index + 1].group() in _POINTED:
        return index + 2
    apart = index < len(pieces) and pieces[index].group() == " "
    index += apart
    suffix = pieces[index].group() if index < len(pieces) else ""
    return index + 1 if suffix in lexicon().suffixes and (len(suffix) > 1 or not apart) else 0


def _dotted(token: Token, folded: str) -> bool:
    word = lexicon().phrases.get((folded[token.start : token.end],))
    return word is not None and word.abbreviated


def _digits(text: str, start: int, sep: str | None, *, touched: bool) -> Iterator[Token]:
    """Gives the tokens of digits; those that touch a letter, as in T1/2024, are no month and year."""
    groups = text.split(sep) if sep else [text]
    if len(groups) == 3:
        yield Token("triple", text, start, start + len(text))
    elif len(groups) == 2 and 4 in map(len, groups) and not touched:
        yield Token("pair", text, start, start + len(text))
    elif len(groups) > 3:
        yield Token("junk", text, start, start + len(text))
    else:
        for number, group in enumerate(groups):
            if number:
                yield Token("mark", str(sep), start - 1, start)
            yield Token("number", group, start, start + len(group))
            start += len(group) + 1


def _words(matches: list[re.Match[str]]) -> Iterator[tuple[str, int, int]]:
    known = lexicon().known
    for match in matches:
        word, start, end = match.group(), match.start(), match.end()
        while word not in known and word[0] in _PROCLITICS and len(word) > 3:
            rest = "ا" + word[1:] if word.startswith("لل") else word[1:]
            if rest not in known and not (word[0] == "و" and rest[0] in _PROCLITICS):
                break
            yield word[0], start, start + 1
            word, start = rest, start + 1
        yield word, start, end


def _meanings(matches: list[re.Match[str]], folded: str) -> Iterator[Token]:
    """Gives the meanings of a run of words, the longest phrases first."""
    book, words = lexicon(), list(_words(matches))
    index = 0
    while index < len(words):
        meaning: Word | None = None
        length = min(book.longest.get(words[index][0], 1), len(words) - index)
        while length and meaning is None:
            meaning = book.phrases.get(tuple(word for word, _, _ in words[index : index + length]))
            length -= meaning is None
        length = max(length, 1)
        start, end = words[index][1], words[index + length - 1][2]
        kind, value, _ = meaning or Word("junk", folded[start:end])
        yield Token(kind, value, start, end, letter=end - start == 1)
        index += length

"""Passages: the words that answer one question, with the pieces they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from opengov_local import codelists
from opengov_local.account import Piece
from opengov_local.formats.paper.content import BLANK_LINE, NUMBERED
from opengov_local.formats.word.docx.blocks import Cell, Link, Paragraph
from opengov_local.formats.wording.words.own_wording import own_labels
from opengov_local.importing.language import UNKNOWN, language_of
from opengov_local.importing.words import fold
from opengov_local.importing.words.printed_numbers import number_in_front

_NOTHING = re.compile(r"[\s\-–—_.…·/\\*]*|n\.?\s?/?\s?[ad]\.?|x{3,}|\[\s*\]|…+", re.IGNORECASE)
_MARK = re.compile(r"\s+\[([^\[\]]{2,40})\]$")
_BULLET = re.compile(r"^\s*(?:[•▪●○◦■□➢➤►▶✓✔·*–—-]|[\uf0b7\uf0a7\uf0d8])\s*(?=\S)")
_TYPED = re.compile(
    r"^\s*(?:\(?(?P<number>[0-9٠-٩]{1,2}(?:[.-][0-9٠-٩]{1,2}){0,3})(?:\s?[.)]\s*|\s?/\s+|\s?[–-]\s*|\s:\s*)|\(?(?P<letter>[a-zA-Z])\)\s*"
    r"|\(?(?P<arabic>[\u0621-\u064a])\u0640?\s?[)–-]\s*)"
    r"(?=[^\d\s])"
)
_STEPPED = re.compile(
    r"^\s*(?:(?P<lettered>[A-Z]{1,2}\.?[0-9]{1,2}(?:\.[0-9]{1,2})*)\s*(?:[.:)]\s*|[–-]\s+)"
    r"|(?P<dotted>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\s+)(?=[A-ZÀ-Þ«“\"])"
)
_END = re.compile(r"\s*[;؛]\s*$")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.|\S+@\S+$)")
_SAY_NOTHING = (
    *(f"word.{what}" for what in ("not_stated", "gap", "not_available", "answered_together")),
    "note.unusable",
    *(f"word.{what}" for what in ("private_person", "unmarked_person", "withheld_contact")),
)
"""What our own forms say in the place of a value that is not there or was left out."""
_LONGEST_NUMBER = 20
_SIDES = re.compile(r"\s+[/|]\s+|\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a passage.

    Attributes:
        text: its words.
        item: whether it is an item of a list.
        depth: how deep in the list.
    """

    text: str
    item: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that answer one question.

    Attributes:
        lines: its lines.
        pieces: the pieces they stand in, at least one.
        links: the links among them.
        marked: whether a mark in the pieces stands for the words.
    """

    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    links: tuple[Link, ...] = ()
    marked: bool = False

    @property
    def text(self) -> str:
        """All its words, one line below the other."""
        return "\n".join("" if line.text == BLANK_LINE else line.text for line in self.lines)

    @property
    def piece(self) -> Piece:
        """The place where it begins, with all its words; with its mark where that stands for them."""
        return self.pieces[0] if self.marked else self.pieces[0]._replace(text=self.text)

    @property
    def is_nothing(self) -> bool:
        """Whether it only says that nothing is said: a dash, dots, “not stated”."""
        text = self.text.strip()
        return _NOTHING.fullmatch(text) is not None or says_nothing(text)

    def of(self, lines: Iterable[Line]) -> Passage:
        """Gives a part of it, with the same places."""
        return replace(self, lines=tuple(lines))

    def by_line(self) -> list[Passage]:
        """Gives each line alone, with the piece it stands in; with the first, where that cannot be told."""
        places = [piece for piece in self.pieces for line in piece.text.splitlines() if line.strip()]
        if len(places) != len(self.lines):
            places = [self.pieces[0] for _ in self.lines]
        return [replace(self, lines=(line,), pieces=(piece,)) for line, piece in zip(self.lines, places, strict=True)]


def says_nothing(text: str) -> bool:
    """Tells whether a text is what our own documents write where nothing is stated."""
    return fold(text) in _not_stated()


@cache
def _not_stated() -> frozenset[str]:
    return frozenset(fold(text) for it in own_labels() if it.key in _SAY_NOTHING for text in it.texts.values())


def of_paragraph(paragraph: Paragraph, piece: Piece, text: str | None = None) -> Passage:
    """Makes a passage of a paragraph, or of a part of its words."""
    lines = tuple(_line(line, paragraph) for line in (text or paragraph.text).splitlines() if line.strip())
    return Passage(lines, (piece,), paragraph.links)


def of_cells(cells: Iterable[Cell]) -> Passage | None:
    """Makes a passage of the cells of an answer; None where they are blank."""
    there = [cell for cell in cells if cell.text]
    if not there:
        return None
    paragraphs = [paragraph for cell in there for paragraph in cell.paragraphs]
    listed = any(each.ours and each.list_level is not None for each in paragraphs)  # then a dash is one of a text
    lines = tuple(
        _line(line, paragraph, typed=not listed)
        for paragraph in paragraphs
        for line in paragraph.text.splitlines()
        if line.strip()
    )
    links = tuple(link for cell in there for link in cell.links)
    return Passage(lines, tuple(cell.piece for cell in there), links, any(cell.said for cell in there))


def of_cell(cell: Cell) -> Passage:
    """Makes a passage of a cell that is not blank."""
    passage = of_cells([cell])
    if passage is None:
        raise ValueError("a blank cell says nothing")
    return passage


def joined(passages: Iterable[Passage]) -> Passage:
    """Puts passages together, one below the other."""
    there = list(passages)
    return Passage(
        tuple(line for passage in there for line in passage.lines),
        tuple(piece for passage in there for piece in passage.pieces),
        tuple(link for passage in there for link in passage.links),
    )


def _line(text: str, paragraph: Paragraph, *, typed: bool = True) -> Line:
    listed = paragraph.list_level is not None or (typed and _BULLET.match(text) is not None)
    return Line(text.strip(), listed, paragraph.list_level or 0)


def bare(text: str) -> str:
    """Takes the bullet off an item."""
    return _BULLET.sub("", text).strip()


def own_items(passage: Passage) -> Iterator[Passage]:
    """Gives the items of a list of our form, each with the lines below it; all of it where it begins with no item."""
    if not passage.lines[0].item:
        yield passage
        return
    starts = [number for number, line in enumerate(passage.lines) if line.item]
    for start, end in zip(starts, [*starts[1:], len(passage.lines)], strict=True):
        yield passage.of(passage.lines[start:end])


def unlisted(listed: Sequence[Passage]) -> list[Passage]:
    """Takes the marks off that end the items of a list, "Étude ;", and the full stop behind the last of such a list."""
    if not any(_END.search(passage.lines[-1].text) for passage in listed):
        return list(listed)
    found = [passage.of(replace(line, text=_END.sub("", line.text)) for line in passage.lines) for passage in listed]
    *lines, last = found[-1].lines
    found[-1] = found[-1].of([*lines, replace(last, text=last.text.removesuffix("."))])
    return found


def numbered(text: str) -> tuple[str, str]:
    """Parts the number that is typed before an item from its words; "" where there is none."""
    front = number_in_front(text)
    if front[0]:
        return front
    found = _STEPPED.match(text)
    if found is not None:
        return found["lettered"] or found["dotted"], text[found.end() :].strip()
    found = _TYPED.match(text)
    if found is None:
        return "", text.strip()
    return found["number"] or found["letter"] or found["arabic"], text[found.end() :].strip()


def own_numbered(text: str) -> tuple[str, str]:
    """Parts the number from a title as our own documents print it; a title that begins with a number keeps it."""
    number, mark, title = text.partition(NUMBERED)
    own = mark and title and len(number) <= _LONGEST_NUMBER
    return (number.strip(), title.strip()) if own else ("", text.strip())


def uncounted(lines: Sequence[Line]) -> list[Line]:
    """Gives items without their bullets, and without typed numbers that only count them: "1.", "2.", "3.".

    Numbers that say more ("1.2", "7") stay with the words.
    """
    plain = [replace(line, text=bare(line.text)) for line in lines]
    parts = [numbered(line.text) if is_item(line) else ("", line.text) for line in plain]
    typed = [number for number, _ in parts if number]
    counts = [int(number) for number in typed if number.isdecimal()] == list(range(1, len(typed) + 1))
    letters = all(number.isalpha() for number in typed)
    if not (counts or letters):
        return plain
    return [replace(line, text=words) for line, (_, words) in zip(plain, parts, strict=True)]


def is_item(line: Line) -> bool:
    """Tells whether a line is an item of a list: by its style, a bullet, or a typed number."""
    return line.item or _TYPED.match(line.text) is not None


def by_language(passage: Passage, latin: str | None, *, title: bool = False) -> list[tuple[str, str]]:
    """Gives the texts of a passage by language: two where it is said twice, in Arabic and in Latin letters.

    Args:
        passage: the passage.
        latin: language of what is in Latin letters.
        title: whether it is a name, whose two languages may stand on one line with `/` between them.
    """
    text, marked = _marked(passage.text)
    if marked:
        return [(marked, text)]
    if (title or "\n" not in text) and len(sides := [side for side in _SIDES.split(text) if side]) == 2:
        tongues = [language_of(side, latin) for side in sides]
        if tongues[0] != tongues[1] and "ar" in tongues:
            return list(zip(tongues, sides, strict=True))
    runs: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        language = UNKNOWN if _ADDRESS.match(line) else language_of(line, latin or "latin")
        if runs and language in (runs[-1][0], UNKNOWN):
            runs[-1][1].append(line)
        else:
            runs.append((language, [line]))
    if len(runs) == 2 and "ar" in (runs[0][0], runs[1][0]) and UNKNOWN not in (runs[0][0], runs[1][0]):
        return [(latin or UNKNOWN if language == "latin" else language, "\n".join(lines)) for language, lines in runs]
    return [(language_of(text, latin), text)]


def own_language(text: str, language: str) -> tuple[str, str]:
    """Gives a text of a document of ours with its language: that of the document, unless it is marked with another."""
    plain, marked = _marked(text)
    return marked or language, plain


def is_called(texts: Mapping[str, str], words: str) -> bool:
    """Tells whether a text has some words in one of its languages; a line that names it has no line breaks."""
    return any(words == text or words == " ".join(text.split()) for text in texts.values())


def _marked(text: str) -> tuple[str, str | None]:
    """Reads the name of a language in brackets behind a text, as our own form writes it."""
    found = _MARK.search(text)
    language = _languages().get(fold(found[1])) if found else None
    return (text[: found.start()], language) if found and language else (text, None)


def unmarked(text: str) -> str:
    """Takes the names of languages out of a line that joins several texts; that behind the last one stays."""
    inner = re.compile(r"\s\[([^\[\]]{2,40})\](?!$)")
    return inner.sub(lambda mark: "" if fold(mark[1]) in _languages() else mark[0], text)


@cache
def _languages() -> dict[str, str]:
    return {fold(label): entry.code for entry in codelists.get("language") for label in entry.labels.values()}

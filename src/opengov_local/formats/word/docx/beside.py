"""What stands beside the text of a Word file: headers and footers, notes, comments; each is accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from opengov_local.account import Piece, Place
from opengov_local.finding import Severity
from opengov_local.formats.word.docx.blocks import Content, Hanging
from opengov_local.formats.word.docx.own_form import is_note
from opengov_local.formats.wording.words.plan_words import is_letterhead, names_plan
from opengov_local.importing.draft import Draft
from opengov_local.importing.spoken import texts_in
from opengov_local.importing.words import fold

_PAGE = re.compile(
    r"(?:p\.?|page|pages|página|pág\.?|صفحة|الصفحة)?[\s/|–—.-]*[0-9٠-٩]{0,4}"
    r"(?:\s*(?:/|sur|of|de|من|[-–—|])\s*[0-9٠-٩]{0,4})?[\s/|–—.-]*",
    re.IGNORECASE,
)
"""The number of a page, as headers and footers have it."""
_PARTS = re.compile(r"\t+|\n|\s+[|–—-]\s+")


def is_page(text: str) -> bool:
    """Tells whether a text is the number of a page, or dashes and lines around one."""
    return _PAGE.fullmatch(text.strip()) is not None


_KEPT: tuple[tuple[str, Severity, str], ...] = (
    ("import/word-comments", "info", "comments"),
    ("import/word-hidden", "warning", "hidden"),
    ("import/word-struck", "warning", "struck"),
    ("import/word-links", "info", "addresses"),
)
_COUNTED: tuple[tuple[str, Severity, str], ...] = (
    ("import/word-embedded", "warning", "embedded"),
    ("import/word-deleted", "info", "deleted"),
    ("import/word-pictures", "info", "pictures"),
)


def parts_of(line: str) -> list[str]:
    """Gives the parts of a line of a header or footer, which dashes, strokes or tabs part."""
    return [part.strip() for part in _PARTS.split(line) if part.strip()]


class Margins:
    """What headers and footers say, for what the text itself does not say."""

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self._pieces = tuple(piece for piece in pieces if not (is_page(piece.text) or is_note(piece.text)))

    def __iter__(self) -> Iterator[Piece]:
        return iter(self._pieces)

    def title(self) -> tuple[Piece, str] | None:
        """Gives the first line that names a plan, with the words of it that do; None where there is none."""
        for piece in self._pieces:
            for part in _PARTS.split(piece.text):
                if names_plan(part) and not is_letterhead(part):
                    return piece, part.strip()
        return None


def account_for(draft: Draft, content: Content) -> None:
    """Accounts for what stands beside the text once that was read, and says what of it was left aside."""
    _margins(draft, content)
    for note in (*content.notes, *content.comments, *content.hidden, *content.struck):
        draft.keep(note.piece, draft.read_at(note.at) if note.at is not None else None, label=note.label)
    lost = _lost(draft, content.addresses)
    for link in lost:
        draft.keep(link.piece, draft.read_at(link.at) if link.at is not None else None, label=link.label)
    content.addresses = lost
    for code, severity, kept in _KEPT:
        if notes := getattr(content, kept):
            place, text = notes[0].at or notes[0].piece.place, notes[0].piece.text
            draft.say(code, place, severity=severity, count=len(notes), text=text)
    for piece in content.struck_read:
        draft.say("import/word-struck-read", piece, severity="warning", text=piece.text)
    for code, severity, counted in _COUNTED:
        if count := getattr(content, counted):
            draft.say(code, severity=severity, count=count)


def _lost(draft: Draft, links: Iterable[Hanging]) -> list[Hanging]:
    """Gives the links whose address stands nowhere in the document: their words were read as text alone."""
    written = set(texts_in(draft.root.data))
    return [link for link in links if link.piece.text not in written and link.piece.text not in link.label]


def _margins(draft: Draft, content: Content) -> None:
    """Accounts for headers and footers: what they repeat, the numbers of pages, and what only they say."""
    said = {fold(piece.text) for block in content.blocks for piece in block.pieces()}
    read = {entry.piece.place for entry in draft.entries}
    for piece in content.margins:
        if piece.place in read:
            pass
        elif is_page(piece.text) or is_note(piece.text):
            draft.ignore(piece, "help")
        elif fold(piece.text) in said:
            draft.ignore(piece, "heading")
        else:
            draft.keep(piece, label=str(piece.place.part))
        said.add(fold(piece.text))


def places_of(notes: Iterable[Hanging]) -> frozenset[Place]:
    """Gives the places of notes or comments."""
    return frozenset(note.piece.place for note in notes)

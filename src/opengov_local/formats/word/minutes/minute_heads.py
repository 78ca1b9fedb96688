"""The head of minutes: the title below a line that says but "PROCÈS-VERBAL", a line of a council, a day; captions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.drafting.whose import from_title
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.head.head_lines import is_registered, may_head
from opengov_local.formats.word.texts.headings import level
from opengov_local.formats.word.texts.passages import Line, Passage, numbered, of_paragraph
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.held_at import organizer_in, parts_beside_day
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.minute_words import (
    captions_table,
    is_minutes,
    names_gathering,
    speaks_of_table,
)
from opengov_local.formats.wording.words.ordinals import after_adverb
from opengov_local.importing.collectivity_words import heads_name, spelled_out
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Node
from opengov_local.importing.words.articles import without_article

_FIRST: Final = 8
_MOST_BETWEEN: Final = 3
"""Lines of a letterhead between the word for minutes and their title."""
_LONGEST: Final = 200
_CONCEPTS: Final = ("group", "axis")
_TITLE: Final = ("workshop", "title")
_PAIR: Final = 2
_ENDS: Final = (".", ":", "：", ";", "؛")


class BareTitle(NamedTuple):
    """A first line that is nothing but the word for minutes.

    Attributes:
        word: its position; -1 where the file has no such line.
        title: the position of the true title below it; -1 where that stands behind a label.
        text: its words.
    """

    word: int = -1
    title: int = -1
    text: str = ""


def bare_title(blocks: Sequence[Block], labels: Labels) -> BareTitle:
    """Finds a first line that is nothing but the word for minutes, and the true title below it.

    That is the heading right below it, or a line that names the gathering; names of a letterhead may stand between. Or
    a label asks for it further down.
    """
    for at, block in enumerate(blocks[:_FIRST]):
        if not isinstance(block, Paragraph) or not is_minutes(block.text):
            continue
        below = blocks[at + 1 : at + 2 + _MOST_BETWEEN]
        first = below[0] if below else None
        if isinstance(first, Paragraph) and level(first):
            return BareTitle(at, at + 1, block.text) if _can_title(first, labels) else BareTitle()
        for title, line in enumerate(below, at + 1):
            if not isinstance(line, Paragraph):
                break
            if names_gathering(line.text) and _is_line(line) and _can_title(line, labels):
                return BareTitle(at, title, block.text)
            if line.piece is None or not may_head(line.piece):
                break
        labelled = any(_asks_title(each, labels) for each in blocks[at + 1 : at + 1 + _FIRST])
        return BareTitle(at) if labelled else BareTitle()
    return BareTitle()


def _asks_title(block: Block, labels: Labels) -> bool:
    """Tells whether a line or a table gives the title behind a label: "Objet : Atelier de concertation"."""
    if isinstance(block, Paragraph):
        said = labels.asked_by(block)
        return said is not None and bool(said.value) and _TITLE in _bare(said.meanings)
    rows = [row for row in block.rows if len(row) == _PAIR]
    return any(row[1].text and _TITLE in _bare(labels.meanings(row[0].text)) for row in rows)


def _bare(meanings: Iterable[Meaning]) -> set[tuple[str, str]]:
    return {(each.concept, each.field) for each in meanings}


def _is_line(line: Paragraph) -> bool:
    return line.list_level is None and len(line.text) <= _LONGEST and not line.text.rstrip().endswith(_ENDS)


def _can_title(line: Paragraph, labels: Labels) -> bool:
    marker = read_marker(line.text, _CONCEPTS)
    counted = after_adverb(line.text)[0] or numbered(line.text)[0] or (marker is not None and marker.number)
    return not counted and not labels.asked_by(line)


def title_of(word: str, title: Paragraph, piece: Piece) -> Passage:
    """Gives the title below the word for minutes; one that goes on from it has it in front: "… de l'atelier"."""
    passage = of_paragraph(title, piece)
    if not title.text[:1].islower():
        return passage
    return Passage((Line(f"{word.strip()} {title.text.strip()}"),), (piece,))


def collectivities_on(piece: Piece, context: DateContext) -> list[Piece] | None:
    """Gives the collectivities on a line that also says when it was, or what: "Commune de Taza – 3 mars 2025".

    Returns:
        None for a line that is no such, which may be a name and no more.
    """
    if "\n" in piece.text or "|" in piece.text:
        return None
    parts, has_day = parts_beside_day(piece.text, context)
    gathering = names_gathering(piece.text)
    heads = [each for part in parts if may_head(each := piece._replace(text=part))]
    if heads and (has_day or (gathering and len(heads) < len(parts))):
        return heads
    if gathering and not heads and is_registered(piece):
        return [piece]
    return None


def put_organizer(writing: Writing, workshop: Node, openings: Iterable[Passage]) -> None:
    """Ties a workshop to the one collectivity that the first words say held it, which is said; they stay kept."""
    for passage in openings:
        name = without_article(organizer_in(passage.text, writing.context).strip())
        if heads_name().match(spelled_out(name)) and from_title(writing, workshop, name, passage.piece):
            writing.draft.say(
                "import/assumed", passage.piece, severity="info", node=workshop, field="collectivities", value=name
            )
            return


def heads_table(blocks: Sequence[Block], at: int, labels: Labels) -> bool:
    """Tells whether a line right above a table only names or announces that: "Tableau 2 : Effectif"."""
    line, table = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(line, Paragraph) or not isinstance(table, Table) or level(line):
        return False
    if captions_table(line.text):
        return read_marker(line.text, _CONCEPTS) is None
    return speaks_of_table(line.text) and labels.asked_by(line) is None

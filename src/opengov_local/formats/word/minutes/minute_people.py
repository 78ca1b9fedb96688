"""Lists in minutes: what is asked of a group or of all, where those who came end, and what a group brought unasked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.gatherings.minute_labels import is_sure
from opengov_local.formats.word.table_shapes.section import has_label
from opengov_local.formats.word.table_shapes.table_parts import Answer, Part
from opengov_local.formats.word.texts.headings import LOWEST, level
from opengov_local.formats.word.texts.minute_ends import annex_in
from opengov_local.formats.word.texts.passages import Passage, bare, is_item, of_paragraph
from opengov_local.formats.wording.labels.labels import Labels, Meaning, choose
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.persons_named import is_person
from opengov_local.formats.wording.words.who_came import who_came
from opengov_local.importing.dates import DateContext, find_dates
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_GROUPS: Final = ("group", "axis")
_WHOM: Final = frozenset({"person", "body", "role", "participants", "leads", "supporting"})
"""What asks for people or bodies."""
_OFFICERS: Final = frozenset({"chairs", "facilitators", "rapporteurs"})
_FEWEST: Final = 2
"""Groups whose lines tell how such lines look."""


def is_listed(line: Passage, asked: Meaning | None, first: Passage | None, label: str) -> bool:
    """Tells whether a line that may ask is an item, with a typed number, of the agenda or list that is being read.

    Args:
        line: the line.
        asked: what the list is asked for.
        first: what stands on the line of the question; None where it begins below.
        label: the words that may ask.
    """
    listing = asked is not None and asked.field in ("agenda", "participants")
    if listing and first is not None and is_sure(label):
        listing = is_item(first.lines[0])
    return listing and is_item(line.lines[0])


def lists_people(table: Table, labels: Labels) -> bool:
    """Tells whether a table lists people or bodies, whatever heading stands above it: "Entité | Signature"."""
    head = table.rows[0] if table.rows else ()
    meanings = [labels.meanings(cell.text) for cell in head]
    brought = any(choose(each, ("contribution",)) for each in meanings)
    return len(head) > 1 and not brought and any(said.field in _WHOM for each in meanings for said in each)


def signed_apart(parts: Sequence[Part], labels: Labels, draft: Draft, workshop: Node) -> Sequence[Part]:
    """Takes the cells of a row of signatures each for itself: "Le président", "Le rapporteur", a name below each.

    Those of others are kept, and all where it is known who presided: what signs the minutes is not what was brought.

    Args:
        parts: the parts of a table.
        labels: knows labels.
        draft: the document, where they are kept.
        workshop: that of the minutes.
    """
    presided = "chairs" in workshop.data
    found: list[Part] = []
    for part in parts:
        cells = (part.label, *part.cells) if isinstance(part, Answer) and _asks_officer(part.said.meanings) else ()
        if len(cells) < _FEWEST or any(len(cell.text.strip().splitlines()) < _FEWEST for cell in cells):
            found.append(part)
            continue
        for cell in cells:
            said = None if presided else labels.read(cell.text)
            if said is None:
                draft.keep(cell.piece, workshop)
            else:
                found.append(Answer(cell, said, ()))
    return found


def _asks_officer(meanings: Sequence[Meaning]) -> bool:
    return any(each.field in _OFFICERS for each in meanings)


def asked_of_all(blocks: Sequence[Block], labels: Labels, groups: Collection[int]) -> Mapping[int, str]:
    """Finds the lines that ask something of the whole gathering, though a group is open: by position, for which field.

    Args:
        blocks: blocks of the minutes.
        labels: knows labels.
        groups: positions of lines that begin a group without being headings that say so.
    """
    people = dict.fromkeys(_came_to_all(blocks, labels, groups), "participants")
    return people | dict.fromkeys(_brought_by_all(blocks, labels) or _in_another_look(blocks, labels), "contributions")


def _came_to_all(blocks: Sequence[Block], labels: Labels, groups: Collection[int]) -> frozenset[int]:
    """Finds the line that asks who came to the whole gathering, though a group is open, by its position.

    It is the only one of the file that asks so, stands behind the last group, and what that brought lies between: a
    list or a table; or it begins an annex.
    """
    asking = [at for at, block in enumerate(blocks) if _asks_who(block, labels)]
    named = [at for at, block in enumerate(blocks) if at in groups or _names_group(block)]
    if len(asking) != 1 or not named or named[-1] > asking[0]:
        return frozenset()
    line = blocks[asking[0]]
    annexed = isinstance(line, Paragraph) and annex_in(line.text) is not None
    return frozenset(asking if annexed or any(map(_lists, _behind(blocks, named[-1], asking[0]))) else ())


def _brought_by_all(blocks: Sequence[Block], labels: Labels) -> frozenset[int]:
    """Finds the line that asks what all recommend, though a group is open, by its position; the rest groups bring.

    It is in bold, as the lines of the groups are, and what these are asked is not: "**Groupe 1**", "Problèmes :",
    "**Groupe 2**", "Problèmes :", "**Recommandations :**". What a group brought may also stand in a table.
    """
    lines = [(at, block) for at, block in enumerate(blocks) if isinstance(block, Paragraph)]
    named = [at for at, block in lines if level(block) == LOWEST and _names_group(block)]
    asking = [(at, level(block)) for at, block in lines if named and at > named[0] and _asks_what(block, labels)]
    in_bold = [at for at, rank in asking if rank]
    if len(named) < _FEWEST or not in_bold or in_bold[0] < named[-1]:
        return frozenset()
    between = range(named[-1] + 1, in_bold[0])
    plain = any(at in between for at, _ in asking) or any(isinstance(blocks[at], Table) for at in between)
    of_whole = [at for at, block in lines if at in in_bold and level(block) == LOWEST and _recommends(block, labels)]
    return frozenset(of_whole[:1] if plain else ())


def _in_another_look(blocks: Sequence[Block], labels: Labels) -> frozenset[int]:
    """Finds the line that asks for recommendations behind the last of several groups, none of which was asked so.

    It is the word alone, and looks otherwise than what the groups are asked: in bold, or without their colon.
    """
    lines = [(at, block) for at, block in enumerate(blocks) if isinstance(block, Paragraph)]
    named = {at: level(block) for at, block in lines if _names_group(block)}
    asking = {at: block for at, block in lines if named and at > min(named) and _asks_what(block, labels)}
    of_all = [at for at, block in asking.items() if _recommends(block, labels)]
    if len(named) < _FEWEST or len(of_all) != 1 or len(fold(asking[of_all[0]].text).split()) > 1:
        return frozenset()
    looks = {at: (level(block), block.text.rstrip().endswith((":", "："))) for at, block in asking.items()}
    own = looks.pop(of_all[0])
    last = max(named)
    behind = any(last < at < of_all[0] for at in looks)
    heads = 0 < own[0] <= named[last]  # it leaves the groups as any heading does
    return frozenset(of_all if behind and not heads and own not in looks.values() else ())


def _asks_who(block: Block, labels: Labels) -> bool:
    if isinstance(block, Table):
        return any(row and _is_who(row[0].text, labels) for row in block.rows)
    said = labels.asked_by(block)
    return said is not None and _is_who(said.label, labels)


def _asks_what(block: Paragraph, labels: Labels) -> bool:
    said = labels.asked_by(block)
    return said is not None and not said.value and any(each.concept == "contribution" for each in said.meanings)


def _recommends(block: Paragraph, labels: Labels) -> bool:
    said = labels.asked_by(block)
    return said is not None and any(each.field == "recommendation" for each in said.meanings)


def _is_who(text: str, labels: Labels) -> bool:
    asked = {meaning[:2] for meaning in labels.meanings(text)} if text else set()
    return ("group", "participants") in asked


def _names_group(block: Block) -> bool:
    """Tells whether a line names a group, or the first cell of a row in a table does, by its number."""
    if isinstance(block, Table):
        first = (read_marker(row[0].text, _GROUPS) for row in block.rows if row)
        return any(marker is not None and marker.number for marker in first)
    marker = read_marker(block.text, _GROUPS)
    return marker is not None and bool(marker.number or level(block))


def _behind(blocks: Sequence[Block], group: int, end: int) -> Sequence[Block]:
    """Gives the blocks that tell of a group: those behind its line, or the table that names it and those behind."""
    return blocks[group + isinstance(blocks[group], Paragraph) : end]


def _lists(block: Block) -> bool:
    if isinstance(block, Table):
        return True
    return block.piece is not None and is_item(of_paragraph(block, block.piece).lines[0])


def ends_people(passage: Passage, people: Sequence[Passage], context: DateContext) -> bool:
    """Tells whether a line below a list of people names nobody: it has a date, or the people are items and it is none.

    Args:
        passage: the line.
        people: what stands in the list so far.
        context: what is known of the dates of the file.
    """
    if is_item(passage.lines[0]) or not people:
        return False
    listed = all(is_item(each.lines[0]) for each in people)
    return listed or any(True for _ in find_dates(passage.text, context))


def brings_unasked(passage: Passage) -> bool:
    """Tells whether a line is an item that says something, and neither names or counts people nor answers a label."""
    words = bare(passage.lines[0].text)
    people = is_person(words) or who_came(words).people is not None
    return is_item(passage.lines[0]) and not (people or has_label(words) or passage.is_nothing)


def is_behind(
    passage: Passage, asked: Meaning | None, said: Sequence[Passage], context: DateContext, *, in_table: bool
) -> bool:
    """Tells whether a line is prose behind a table, or a list of people, that told what was asked for.

    Args:
        passage: the line.
        asked: what was asked for.
        said: what was said to it so far.
        context: what is known of the dates of the file.
        in_table: whether a table told it.
    """
    if asked is None or is_item(passage.lines[0]):
        return False
    return in_table or (asked.field == "participants" and ends_people(passage, said, context))

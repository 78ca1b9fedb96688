"""Contributions: what a workshop or working group brought, item by item, and what answers what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.word.passages import Line, Passage, bare, is_item, numbered
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Draft, Node

_ANSWERING: Final = (frozenset({"solution", "proposal"}), frozenset({"recommendation"}))
"""Kinds of contributions that answer the problem they stand beside; those further on where none of the first does."""


class Item(NamedTuple):
    """An item of what was brought.

    Attributes:
        number: the number typed before it; "" where there is none.
        passage: its words, without bullet and number.
    """

    number: str
    passage: Passage


def bring(writing: Writing, owner: Node, kind: str, passage: Passage) -> list[Node]:
    """Adds a contribution for each item of a passage: each item of its lists, or each line.

    Args:
        writing: what is at hand.
        owner: the workshop or working group.
        kind: code of the list contribution_kind.
        passage: what was brought.
    """
    if passage.is_nothing:
        for piece in passage.pieces:
            writing.draft.ignore(piece, "help")
        return []
    made = []
    for number, item in split(passage):
        node = writing.add(owner, "contributions", item.piece)
        writing.draft.put(node, "kind", kind, item.piece)
        if number:
            writing.draft.put(node, "number", number, item.piece)
        for language, text in writing.texts(item):
            writing.draft.put(node, "text", text, item.piece, language=language)
        made.append(node)
    for piece in passage.pieces[1:]:
        writing.draft.used(piece, owner, "contributions")
    return made


def split(passage: Passage) -> list[Item]:
    """Gives the items of a passage, deeper ones with the item above them."""
    depths = [line.depth for line in passage.lines if is_item(line)]
    groups: list[list[Line]] = []
    numbers: list[str] = []
    for line in passage.lines:
        deeper = bool(depths) and is_item(line) and line.depth > min(depths)
        if groups and (deeper or (depths and not is_item(line))):
            groups[-1].append(Line(bare(line.text)))
        else:
            number, text = _parted(bare(line.text)) if is_item(line) else ("", line.text)
            numbers.append(number)
            groups.append([Line(text)])
    return [Item(number, passage.of(lines)) for number, lines in zip(numbers, groups, strict=True)]


def _parted(text: str) -> tuple[str, str]:
    """Parts the number that is typed before an item from its words; a letter is none, and stays with them."""
    number, rest = numbered(text)
    return (number, rest) if number and not number.isalpha() else ("", text)


def answering(row: Iterable[Node]) -> list[Node]:
    """Gives those of a row of contributions that answer its problem: none that answers something already."""
    there = list(row)
    found = ([node for node in there if node.data["kind"] in kinds] for kinds in _ANSWERING)
    return [node for node in next(filter(None, found), ()) if "answers" not in node.data]


def answer(draft: Draft, answers: Sequence[Node], problems: Sequence[Node], piece: Piece) -> None:
    """Says that contributions answer the problem they stand beside.

    Of several problems each is answered by what has its number; where numbers do not tell, nobody says which problem is
    answered, and a finding says so.

    Args:
        draft: the draft.
        answers: what answers in a cell.
        problems: the problems of the row.
        piece: where the answers stand.
    """
    if not (answers and problems):
        return
    by_number = {problem.data.get("number"): problem for problem in problems}
    told = None not in by_number and len(by_number) == len(problems)
    if len(problems) > 1 and not (told and all(node.data.get("number") in by_number for node in answers)):
        draft.say("import/answers-unclear", piece, severity="info", text=piece.text, count=len(problems))
        return
    for node in answers:
        problem = problems[0] if len(problems) == 1 else by_number[node.data["number"]]
        draft.put(node, "answers", problem.target, piece)

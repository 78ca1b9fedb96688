"""What of a workshop or working group answers what: solutions and recommendations, and the problems beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.wording.words.markers import numbers_within
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_ANSWERING: Final = (frozenset({"solution", "proposal"}), frozenset({"recommendation"}))
"""Kinds of contributions that answer the problem they stand beside; those further on where none of the first does."""


def answering(row: Iterable[Node]) -> list[Node]:
    """Gives those of a row of contributions that answer its problem: none that answers something already."""
    there = list(row)
    found = ([node for node in there if node.data["kind"] in kinds] for kinds in _ANSWERING)
    return [node for node in next(filter(None, found), ()) if "answers" not in node.data]


def answer(
    draft: Draft,
    answers: Sequence[Node],
    problems: Sequence[Node],
    piece: Piece,
    numbers: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Says that contributions answer the problem they stand beside.

    Of several problems each is answered by what says so in its words ("réponse au problème n° 2"), or by its numbers,
    where they leave the order that a list of its own would have: "1.", "2." count the lines of any cell. Else nobody
    says which problem is answered, and a finding says so.

    Args:
        draft: the draft.
        answers: what answers in a cell.
        problems: the problems of the row.
        piece: where the answers stand.
        numbers: the numbers in front of contributions that are not theirs in the whole table, by their ids.
    """
    if not (answers and problems):
        return

    def number_of(node: Node) -> str:
        return fold(numbers.get(node.target) or node.data.get("number", ""))

    by_number = {number_of(problem): problem for problem in problems}
    told = "" not in by_number and len(by_number) == len(problems)
    named = {node.target: _problems_named(node) for node in answers}
    if told and any(named.values()):
        alone = list(by_number) if len(problems) == 1 else []
        met = [[each for each in named[node.target] or alone if each in by_number] for node in answers]
    elif len(problems) == 1:
        met = [list(by_number)] * len(answers)
    else:
        counted = [number_of(node) for node in answers]
        met = [[number] for number in counted] if told and _point(counted, list(by_number)) else []
    for node, found in zip(answers, met, strict=False):
        for number in found:
            draft.put(node, "answers", by_number[number].target, piece)
    if not met or not all(met):
        draft.say("import/answers-unclear", piece, severity="info", text=piece.text, count=len(problems))


def _problems_named(node: Node) -> list[str]:
    """Gives the numbers of the problems that the words of a contribution name."""
    found = (numbers_within(text, "problem") for text in node.data.get("text", {}).values())
    return list(dict.fromkeys(fold(number) for numbers in found for number in numbers))


def _point(numbers: Sequence[str], problems: Sequence[str]) -> bool:
    """Tells whether the numbers of a list point at those of problems, and do not just count its lines in order."""
    if not all(number in problems for number in numbers):
        return False
    places = [problems.index(number) for number in numbers]
    return places != list(range(places[0], places[0] + len(places)))

"""Activities that cells name, with number, time and who does them: "2. Étude (service technique, mars 2025)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.plan.party_cells import put_party
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.labels.timed_titles import Timed, timed
from opengov_local.formats.wording.words.numbering import split_number, word_before
from opengov_local.formats.wording.words.persons_named import with_offices
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date, put_schedule
from opengov_local.importing.words import read_list

_LETTER = re.compile(r"\s*[(\[]?([A-Za-z]|\d{1,2})[.)\]]\s+")
_BEGINNING = 24
"""Letters of an item by which it is found in its cell."""


_NUMBER = re.compile(r"(?:^|\s)[(\[]?(\d{1,2}|[A-Za-z])[.)\]°-]{1,2}\s*$")


def numbered_items(text: str, items: Sequence[str]) -> list[tuple[str, str]]:
    """Gives each item of a list with the number that stands in front of it, "" where not all have one of their own.

    Args:
        text: the cell.
        items: what it lists, in their order; their numbers were taken off, or not.
    """
    inside = [_LETTER.match(item) for item in items]
    if all(inside):
        found = [(mark[1], item[mark.end() :]) for mark, item in zip(inside, items, strict=True) if mark]
    else:
        found = list(zip(_numbers_before(text, items), items, strict=False))
    numbers = {number for number, _ in found}
    return found if 1 < len(items) == len(numbers) else [("", item) for item in items]


def step_items(text: str, items: Sequence[str]) -> list[tuple[str, str]]:
    """Gives each step of a list with the number in front of it, alone or behind a word for steps: "Jalon 1 : Étude"."""
    words = phrases("activity_word")
    said = [split_number(item, "activity_word") for item in items if word_before(item) in words]
    worded = [(number, title) for number, title in said if number]
    if worded and len({number for number, _ in worded}) == len(items):
        return worded
    return numbered_items(text, items)


def with_number_alone(items: Sequence[tuple[str, str]], lists: bool) -> Sequence[tuple[str, str]]:
    """Parts the only item of a cell from the number before it, where other cells of its column list numbered ones.

    Args:
        items: what the cell lists, with their numbers.
        lists: whether another cell of the column lists numbered items.
    """
    mark = _LETTER.match(items[0][1]) if len(items) == 1 and not items[0][0] else None
    if mark is None or not lists or not mark[1].isdigit():
        return items
    return [(mark[1], items[0][1][mark.end() :])]


def lists_numbers(text: str) -> bool:
    """Tells whether a cell lists items of which each has a number."""
    return all(number.isdigit() for number, _ in numbered_items(text, read_list(text, commas="never").items))


def _numbers_before(text: str, items: Sequence[str]) -> Iterator[str]:
    end = 0
    for item in items:
        at = text.find(item[:_BEGINNING].split("\n")[0], end)
        number = _NUMBER.search(text[end:at]) if at >= 0 else None
        if number is None:
            return
        yield number[1]
        end = at + 1


def put_listed(draft: Draft, step: Node, item: str, piece: Piece, column: Column, *, timed_all: bool = False) -> None:
    """Puts the title of a step, and when it is due and who does it, as text documents say it; findings tell of these.

    Args:
        draft: the document in the making.
        step: the step.
        item: what the cell lists.
        piece: the cell.
        column: its column.
        timed_all: whether all that it lists have a time in brackets.
    """
    said = timed(item, Labels(draft.options.words), listed=timed_all)
    draft.put(step, "title", said.title, piece, language=column.language)
    put_time(draft, step, said, piece, column)


def put_time(draft: Draft, step: Node, said: Timed, piece: Piece, column: Column) -> None:
    """Puts what stands behind the title of a step: when it is due, and who does it; findings tell of these."""
    if not said.words:
        return
    for name in with_offices(read_list(said.who).items):
        put_party(draft, draft.add(step, "leads", piece), name, piece, column.language)
    if said.who:
        draft.say("import/assumed", piece, severity="info", node=step, field="leads", value=said.who)
    context = DateContext(document_date=draft.options.document_date)
    words = piece._replace(text=said.words, value=said.words)
    if said.field == "period":
        put_schedule(draft, step, words, context, column.heading)
    else:
        put_date(draft, step, said.field, words, context, column.heading)
    draft.say("import/assumed", piece, severity="info", node=step, field="due", value=said.words)

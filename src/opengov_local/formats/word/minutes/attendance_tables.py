"""Tables of those who came to a workshop, counted by group: "Collège | Présents | Dont femmes"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.drafting.write_words import text as put_text
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.texts.passages import of_cells
from opengov_local.formats.wording.headings.phrases import is_no_value
from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.formats.wording.words.attendance import count_of, is_absent, lists_count, words_for
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_PAIR: Final = 2
_COUNTED: Final = frozenset({"count", "women", "men"})


class Counted(NamedTuple):
    """A table that counts those who came, by group.

    Attributes:
        head: the cells of its headings; none where it has none.
        rows: the rows below, each with the group in front.
        meant: what a column holds: `body`, `count`, `women`, `men`.
    """

    head: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    meant: Mapping[int, str]


def counted_table(table: Table, labels: Labels, *, asked: bool) -> Counted | None:
    """Finds in a table the groups of those who came, with how many they were.

    Args:
        table: the table.
        labels: the labels of the file.
        asked: whether it stands below words for those who came; else its headings must say so, "Présents", and count
            women beside all or men: so do tables of jobs and budgets.
    """
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    head = rows[0] if rows and not any(char.isdigit() for cell in rows[0] for char in cell.text) else ()
    below = rows[1:] if head else rows
    meant = _meant(head, below) if head else {}
    if asked and table.width == _PAIR and not set(meant.values()) & {"women", "men"}:
        meant = {1: "body", 2: "count"}
    of_women = "women" in meant.values() and len(_COUNTED & set(meant.values())) > 1
    if not asked and not (of_women and any(_says_who_came(cell.text) for cell in head)):
        return None
    if not below or "body" not in meant.values() or not _COUNTED & set(meant.values()):
        return None
    if any(choose(labels.meanings(row[0].text), ("workshop",)) for row in below):
        return None
    return Counted(head, below, meant) if _counts(below, meant) else None


def _meant(head: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Gives what the columns below some headings hold: the first with words, which counts nobody, holds the groups."""
    found = {cell.column: field for cell in head if (field := _words().get(fold(cell.text), ""))}
    if len(set(found.values())) < len(found):  # "Participants | Effectif": the first names the groups
        first = min(found)
        found = {column: field for column, field in found.items() if column != first}
        found = found if len(set(found.values())) == len(found) else {}
    others = (cell.column for cell in head if cell.text and cell.column not in found)
    filled = [cell for row in below for cell in row if cell.text]
    body = next((at for at in others if _has_words([cell for cell in filled if cell.column == at])), None)
    return found | {body: "body"} if body is not None and found else {}


def _says_who_came(heading: str) -> bool:
    return re.search(rf"(?<!\w){words_for('came')}(?!\w)", heading, re.IGNORECASE) is not None


def _has_words(cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(any(map(str.isalpha, cell.text)) for cell in cells)


def _counts(rows: Sequence[Sequence[Cell]], meant: Mapping[int, str]) -> bool:
    """Tells whether rows name groups and count their people, and nothing else stands in the columns of counts."""
    some = False
    for row in rows:
        body = next((cell.text for cell in row if meant.get(cell.column) == "body"), "")
        numbers = [cell.text for cell in row if meant.get(cell.column) in _COUNTED and not is_no_value(cell.text)]
        if _total(row) is None and not all(lists_count(body, number) for number in numbers):
            return False
        some |= bool(body and numbers)
    return some


def _total(row: Sequence[Cell]) -> Cell | None:
    return total_of([cell for cell in row if cell.text])


def put_counted(writing: Writing, node: Node, counted: Counted) -> None:
    """Puts each group with its counts; totals, who did not come, and what counts men alone are kept.

    Args:
        writing: what is at hand.
        node: the workshop or group that they came to.
        counted: the table.
    """
    for cell in (cell for cell in counted.head if cell.text):
        writing.draft.ignore(cell.piece, "heading")
    labels = {cell.column: cell.text for cell in counted.head}
    for row in counted.rows:
        there = [cell for cell in row if cell.text]
        total = _total(row)
        if total is not None:
            writing.draft.say("import/total-row", total.piece, severity="info")
        read = {} if total is not None or any(is_absent(cell.text) for cell in there) else _read(row, counted.meant)
        body = next((cell for cell in there if counted.meant.get(cell.column) == "body"), None)
        passage = of_cells([body]) if body is not None and read else None
        if body is not None and passage is not None:
            group = writing.add(node, "participants", body.piece)
            put_text(writing, writing.add(group, "party", body.piece), "name", passage, "")
            for field, cell in read.items():
                if field == "men":
                    writing.draft.used(cell.piece, group, "count")
                else:
                    writing.draft.put(group, field, count_of(cell.text), cell.piece)
        known = {id(cell) for cell in (body, *read.values())} if passage is not None else set()
        for cell in there:
            if id(cell) not in known:
                writing.draft.keep(cell.piece, node, label=labels.get(cell.column))


def _read(row: Sequence[Cell], meant: Mapping[int, str]) -> dict[str, Cell]:
    """Gives the cells of a row that count, by what: women where they are no more than all, men where both make all."""
    cells = {meant[cell.column]: cell for cell in row if meant.get(cell.column) in _COUNTED}
    counts = {field: count_of(cell.text) for field, cell in cells.items() if not is_no_value(cell.text)}
    said = counts.keys() & {"count", "women"}
    if "count" in said and counts.get("women", 0) > counts["count"]:
        said -= {"women"}
    if counts.keys() == _COUNTED and counts["men"] + counts["women"] == counts["count"]:
        said |= {"men"}
    return {field: cell for field, cell in cells.items() if field in said}


def has_counts(table: Table) -> bool:
    """Tells whether a row of a table has words and numbers of people side by side."""
    return any(
        lists_count(row[0].text, cell.text) for row in table.rows if row[0].text for cell in row[1:] if cell.text
    )


@cache
def _words() -> dict[str, str]:
    """Gives what columns count, by the folded words of their headings."""
    rows = rows_of("opengov_local.formats.wording", "attendance.csv")
    said = (row for row in rows if row["what"].startswith("head_"))
    return {fold(word): row["what"].removeprefix("head_") for row in said for word in row["words"].split("|")}

"""Putting the cells of one row into the object they speak of."""

from __future__ import annotations

import datetime
import re
from typing import Any, Final

from opengov_local.account import Piece
from opengov_local.formats.workbook import cells
from opengov_local.formats.workbook.cells import ABSENT, Reading, Speech
from opengov_local.formats.workbook.content import UNDER
from opengov_local.formats.workbook.entries import Entry, column_of
from opengov_local.formats.workbook.tables import Column
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import UNMAPPED, Draft, Node
from opengov_local.importing.put_date import put_date
from opengov_local.model.dates import PARTIAL_DATE_PATTERN

_PARTIAL: Final = re.compile(PARTIAL_DATE_PATTERN)


def fill(draft: Draft, entry: Entry, speech: Speech) -> None:
    """Puts all cells of an entry into its object; what is not understood is kept beside it."""
    filler = _Filler(draft, entry, speech)
    lists: dict[str, dict[str, Piece]] = {}
    for key, piece in entry.cells.items():
        column = None if key.startswith(UNDER) else column_of(entry.kind, key)
        if column is None:
            continue
        if column.kind == "text" and column.many:
            lists.setdefault(column.key, {})[key.partition("@")[2]] = piece
        else:
            filler.put(column, key, piece)
    for path, pieces in lists.items():
        filler.put_texts(path, pieces)


class _Filler:
    def __init__(self, draft: Draft, entry: Entry, speech: Speech) -> None:
        if entry.node is None:
            raise TypeError("the entry has no object yet")
        self._draft = draft
        self._entry = entry
        self._node: Node = entry.node
        self._speech = speech

    def put(self, column: Column, key: str, piece: Piece) -> None:
        """Puts the value or values of one cell."""
        if column.kind == "text":
            self._draft.put(self._node, column.key, piece.text, piece, language=key.partition("@")[2] or None)
        elif column.kind == "date":
            self._put_date(column, piece)
        else:
            reading = cells.read(column, piece.text, self._speech)
            self._put_values(column, reading, piece)
            self._complain(column, reading, piece)

    def put_texts(self, path: str, pieces: dict[str, Piece]) -> None:
        """Puts a list of texts whose lines in several languages belong together."""
        lines = {tag: cells.split_texts(piece.text) for tag, piece in pieces.items()}
        if cells.pair_texts(lines) is None:
            self._draft.say("import/lists-differ", next(iter(pieces.values())), node=self._node, field=path)
            for tag, piece in pieces.items():
                for text in lines[tag]:
                    if text != ABSENT:
                        self._draft.put(self._node, path, text, piece, language=tag)
            return
        node = self._node
        for row in range(max(map(len, lines.values()))):
            said = {tag: lines[tag][row] for tag in pieces if lines[tag][row] != ABSENT}
            for number, (tag, text) in enumerate(said.items()):
                if number == 0:
                    self._draft.put(node, path, text, pieces[tag], language=tag)
                    continue
                last = len(node.data[path]) - 1
                node.data[path][last][tag] = text
                node.places.setdefault(f"{path}/{last}/{tag}", pieces[tag].place)
                self._draft.used(pieces[tag], node, f"{path}.{tag}")

    def _put_values(self, column: Column, reading: Reading, piece: Piece) -> None:
        for value in reading.values:
            if column.kind == "party":
                self._put_party(column, value, piece)
            elif column.path == ("ogp_values", "value"):
                self._draft.put(self._draft.add(self._node, "ogp_values", piece), "value", value, piece)
            else:
                self._draft.put(self._node, column.key, value, piece)
        if reading.currency:
            self._draft.put(self._node, ".".join((*column.path[:-1], "currency")), reading.currency, piece)
        original = ".".join((*column.path[:-1], "original"))
        if reading.original and column.path[-1] == "code" and original not in self._entry.cells:
            self._draft.put(self._node, original, reading.original, piece)

    def _put_party(self, column: Column, party: dict[str, Any], piece: Piece) -> None:
        node = self._node
        for name in column.path:
            node = self._draft.add(node, name, piece)
        for name, value in party.items():
            if isinstance(value, dict):
                ((tag, text),) = value.items()
                self._draft.put(node, name, text, piece, language=tag)
            else:
                self._draft.put(node, name, value, piece)

    def _put_date(self, column: Column, piece: Piece) -> None:
        text = piece.text.strip()
        if isinstance(piece.value, datetime.date) and not isinstance(piece.value, datetime.datetime):
            text = piece.value.isoformat()
        if _PARTIAL.fullmatch(text):
            self._draft.put(self._node, column.key, text, piece)
            return
        above, node = self._node, self._node
        for name in column.path[:-1]:
            above, node = node, self._draft.add(node, name, piece)
        put_date(self._draft, node, column.path[-1], piece, DateContext(), column.heading(self._speech.language))
        if above is not node and not node.data.keys() - {UNMAPPED}:
            self._give_up(above, node, column.path[-2])

    @staticmethod
    def _give_up(above: Node, node: Node, name: str) -> None:
        """Takes an object away that holds nothing but what was not understood, which goes to the one above."""
        above.data.setdefault(UNMAPPED, []).extend(node.data.get(UNMAPPED, []))
        del above.data[name]

    def _complain(self, column: Column, reading: Reading, piece: Piece) -> None:
        heading = column.heading(self._speech.language)
        notes = (*reading.notes, *reading.troubles)
        self._draft.say_notes(notes, piece, node=self._node, heading=heading)
        if not reading.troubles:
            return
        if column.path == ("amount", "value") and "text" not in self._entry.fields:
            self._draft.put(self._node, "text", piece.text, piece)
        else:
            self._draft.keep(piece, self._node, label=column.key)

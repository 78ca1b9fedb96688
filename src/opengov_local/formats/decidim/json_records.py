"""Records of JSON: of the exports of the administration, of the open data, and of answers of the interface."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from opengov_local.account import Piece, Place
from opengov_local.finding import pointer_of
from opengov_local.formats.decidim.keys import key_of, root_of
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.tables import entity_of, names
from opengov_local.formats.grids.grid import is_blank
from opengov_local.json_text import LineIndex, read_level, read_value, skip_blank

_WRAPPERS: Final = frozenset({"nodes", "edges", "node"})
_OBJECT_KEYS: Final = frozenset({"id", "title", "name"})


class Json(NamedTuple):
    """A value of a JSON text: the members of an object, the items of an array, or a piece (None: nothing is said)."""

    members: tuple[tuple[str, Json], ...] | None = None
    items: tuple[Json, ...] | None = None
    piece: Piece | None = None


@dataclass
class Found:
    """What a JSON text holds.

    Attributes:
        records: its records, owners before what lies in them.
        loose: values outside of records.
        headings: values that only name others: the language of a translation.
        pieces: all values that say something.
    """

    records: list[Record] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)
    headings: list[Piece] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


def read_records(text: str, table: str = "") -> Found:
    """Finds the records of a JSON text that was judged to be well formed; a key that comes twice is kept twice.

    Args:
        text: the text.
        table: name of the file in an archive, "" where there is but one.
    """
    found = Found()
    top = _Reader(text, table, found.pieces).read()
    _Finder(table, found).look(top, "", None)
    return found


class _Reader:
    """Reads JSON text with the place of every value."""

    def __init__(self, text: str, table: str, pieces: list[Piece]) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._table = table
        self._pieces = pieces

    def read(self) -> Json:
        return self._value(skip_blank(self._text, 0), ())[0]

    def _value(self, start: int, path: tuple[str | int, ...]) -> tuple[Json, int]:
        first = self._text[start]
        if first not in "{[":
            value, end = read_value(self._text, start)
            return Json(piece=self._piece(value, start, path)), end
        read: list[tuple[str, Json]] = []

        def member(key: str | int, _: int, value_start: int) -> int:
            inner, end = self._value(value_start, (*path, key))
            read.append((str(key), inner))
            return end

        end = read_level(self._text, start, member)
        if first == "{":
            return Json(members=tuple(read)), end
        return Json(items=tuple(item for _, item in read)), end

    def _piece(self, value: Any, start: int, path: tuple[str | int, ...]) -> Piece | None:
        text = str(value).lower() if isinstance(value, bool) else value
        if is_blank(text):
            return None
        pointer = f"{self._table}#{pointer_of(path)}" if self._table else pointer_of(path)
        piece = Piece(Place("line", pointer, *self._lines.place(start)), text)
        self._pieces.append(piece)
        return piece


class _Finder:
    """Finds records from the top; within one, only what its keys name as other records."""

    def __init__(self, table: str, found: Found) -> None:
        self._table = table
        self._found = found

    def look(self, value: Json, name: str, owner: Record | None) -> None:
        if value.piece is not None:
            self._found.loose.append(value.piece)
        for item in value.items or ():
            self.look(item, name, owner)
        if value.members is None:
            return
        entity = _entity(value, name)
        if entity is not None:
            self._record(value, entity, owner)
            return
        for key, inner in value.members:
            plain = key_of(key)
            self.look(inner, name if plain in _WRAPPERS else plain, owner)

    def _record(self, value: Json, entity: str, owner: Record | None) -> None:
        record = Record(entity, self._table, [], owner)
        self._found.records.append(record)
        for key, inner in value.members or ():
            self._member(record, inner, key_of(key), key)

    def _member(self, record: Record, value: Json, key: str, heading: str) -> None:
        """Reads a member of a record, at any depth: other records by their names, else values."""
        name = key.rpartition("/")[2]
        if name in names() and _holds_objects(value):
            self.look(value, name, record)
        else:
            self._flatten(record, value, key, heading)

    def _flatten(self, record: Record, value: Json, key: str, heading: str) -> None:
        if value.piece is not None:
            record.entries.append(Entry(key, heading, value.piece))
        for number, item in enumerate(value.items or ()):
            self._flatten(record, item, f"{key}/{number}", f"{heading}/{number}")
        for name, inner in value.members or ():
            if name == "translations" and inner.items is not None:
                self._translations(record, inner.items, key, heading)
            elif name == "translation":
                self._flatten(record, inner, key, heading)
            else:
                self._member(record, inner, f"{key}/{key_of(name)}", f"{heading}/{name}")

    def _translations(self, record: Record, items: tuple[Json, ...], key: str, heading: str) -> None:
        """Reads texts as the interface gives them: a list of {locale, text, machineTranslated?}."""
        for number, item in enumerate(items):
            parts = dict(item.members or ())
            locale, text = parts.pop("locale", Json()).piece, parts.pop("text", Json()).piece
            machine = parts.pop("machineTranslated", Json()).piece
            if locale is None or text is None:
                self._flatten(record, item, f"{key}/translations/{number}", f"{heading}/translations/{number}")
                continue
            self._found.headings += [piece for piece in (locale, machine) if piece is not None]
            by_machine = "machine_translations/" if machine is not None and machine.text == "true" else ""
            record.entries.append(Entry(f"{key}/{by_machine}{locale.text}", heading, text))
            for name, inner in parts.items():
                self._flatten(record, inner, f"{key}/translations/{number}/{name}", heading)


def _entity(value: Json, name: str) -> str | None:
    """Gives the entity of an object by the key it stands under, else by its own keys."""
    roots = {root_of(key_of(key)) for key, _ in value.members or ()}
    return names().get(name) if name in names() and roots & _OBJECT_KEYS else entity_of(roots)


def _holds_objects(value: Json) -> bool:
    return value.members is not None or any(item.members is not None for item in value.items or ())

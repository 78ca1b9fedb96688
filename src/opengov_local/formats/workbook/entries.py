"""The rows of a workbook that hold objects: which they are, what their cells are keyed by, and what is left aside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from opengov_local.account import Piece, Place
from opengov_local.codelists.folding import fold
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.workbook.content import PLACE, UNDER
from opengov_local.formats.workbook.layout import EXAMPLE, HEADING, HELP, MARK, sheet_examples
from opengov_local.formats.workbook.remainder import is_more
from opengov_local.formats.workbook.tables import Column, Sheet, sheet
from opengov_local.formats.workbook.views import Line, View
from opengov_local.formats.workbook.wording import LANGUAGES, own_words
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.language import language_of
from opengov_local.importing.words.folding import fold as fold_words
from opengov_local.model.identity import Identified
from opengov_local.model.scalars import LANGUAGE_PATTERN

_FIELDS: Final = {"status": "status.code"}
"""What is read as of tables to the key of its column, where it is not that of the field."""
_TAGGED: Final = re.compile(rf"(.*?)\s*[(]({LANGUAGE_PATTERN})[)]\s*[*]?\s*")


@dataclass(eq=False)
class Entry:
    """One object of a sheet, before it is in the draft.

    Attributes:
        kind: the kind of sheet.
        id: its id, given or new; "" where its concept has none.
        given: the piece its id stands in; None where the id is new.
        cells: key of the column to its piece.
        others: pieces in columns that are not the workbook's, with their headings.
        start: the piece in its hidden cell, whether or not that is an id.
        node: the object, once it is in the draft.
        holder: the object it lies in, once that is known.
        more: key of a hidden column to its piece.
        columns: key of each column of the sheet to the place of its heading or key.
    """

    kind: Sheet
    id: str
    given: Piece | None
    cells: dict[str, Piece]
    others: list[tuple[Piece, str | None]] = field(default_factory=list)
    start: Piece | None = None
    node: Node | None = None
    holder: Node | None = None
    more: dict[str, Piece] = field(default_factory=dict)
    columns: Mapping[str, Place] = field(default_factory=dict)

    @property
    def first(self) -> Piece:
        """The first piece of the object."""
        others = (piece for piece, _ in self.others)
        return [*self.cells.values(), *others, *([self.start] if self.start else []), *self.more.values()][0]

    @property
    def says_something(self) -> bool:
        """Tells whether there is more than the name of the object it lies in.

        Hidden cells are no more where the row has an id: somebody has emptied it.
        """
        hidden = bool(self.more) and not issubclass(self.kind.model, Identified)
        return hidden or bool(self.others) or any(not key.startswith(UNDER) for key in self.cells)

    @property
    def fields(self) -> set[str]:
        """The fields that some cell is for."""
        return {key.partition("@")[0] for key in self.cells}

    def texts(self, *fields: str) -> dict[str, str]:
        """Gives the texts of some fields by key."""
        return {key: piece.text for key, piece in self.cells.items() if key.partition("@")[0] in fields}

    def place_of(self, field: str) -> Place | None:
        """Gives the place of the cell for a field: the one that is filled in, else the blank one in its column.

        Args:
            field: the field; points lead into objects inside, and to a language.
        """
        filled = ((key, piece.place) for key, piece in self.cells.items())
        there = next((place for key, place in filled if _is_of(key, field)), None)
        column = None if there else next((place for key, place in self.columns.items() if _is_of(key, field)), None)
        if column is None:
            return there
        row = self.first.place
        return row._replace(row=column.row) if self.kind.form else row._replace(column=column.column)


def _is_of(key: str, field: str) -> bool:
    return f"{key.replace('@', '.')}.".startswith(f"{field}.")


def entries_of(view: View, draft: Draft) -> list[Entry]:
    """Reads the objects of a sheet, and accounts for its keys, headings, help and example."""
    if view.kind is None:
        raise TypeError("the sheet holds no objects")
    keys = _keys(view, view.kind, draft)
    columns = {key: (view.headings.get(column) or view.keys[column]).place for column, key in keys.items()}
    found = []
    for line in view.lines:
        role = line.role.text.strip() if line.role else ""
        if line.role and role in (HEADING, HELP):
            draft.ignore(line.role, "help")
            for piece in line.cells.values():
                draft.ignore(piece, "heading" if role == HEADING else "help")
        elif line.role and role == EXAMPLE and _is_untouched(line, view.kind):
            for piece in (line.role, *line.cells.values()):
                draft.ignore(piece, "help")
        else:
            entry = _entry(view, line, keys, columns, draft)
            if entry is not None:
                found.append(entry)
    return found


def column_of(kind: Sheet, key: str) -> Column | None:
    """Gives the column of a key, without its language; None where the sheet has none of that key."""
    return _columns(kind.key).get(key.partition("@")[0])


@cache
def _columns(key: str) -> Mapping[str, Column]:
    return {column.key: column for column in sheet(key).columns}


def _entry(view: View, line: Line, keys: Mapping[int, str], columns: Mapping[str, Place], draft: Draft) -> Entry | None:
    if view.kind is None:
        return None
    role = line.role
    if role and role.text.strip() == EXAMPLE:
        draft.ignore(role, "help")
        draft.say("import/example-edited", next(iter(line.cells.values()), role))
        role = None
    more = {keys[column]: piece for column, piece in line.cells.items() if is_more(keys.get(column, ""))}
    entry = Entry(view.kind, "", role, {}, start=role, more=more, columns=columns)
    for column, piece in line.cells.items():
        key = keys.get(column)
        if key in more:
            continue
        if key == MARK and piece.text.strip() in own_words():
            draft.ignore(piece, "help")
        elif key is None or key == MARK or key in entry.cells or piece.place in view.errors:
            heading = view.headings.get(column)
            entry.others.append((piece, heading.text.strip() if heading else None))
        else:
            entry.cells[key] = piece
    if entry.says_something or (role and view.kind.key == "package"):
        return entry
    _give_up(entry, draft)
    return None


def _give_up(entry: Entry, draft: Draft) -> None:
    """Accounts for a row that says nothing."""
    for piece in entry.more.values():
        draft.ignore(piece, "help")
    for piece in entry.cells.values():
        draft.say("import/row-without-content", piece)
        draft.keep(piece)
    if entry.start and not entry.cells:
        draft.ignore(entry.start, "help")
        draft.say("import/row-emptied", entry.start, id=entry.start.text.strip())
    elif entry.start:
        draft.keep(entry.start)


def _keys(view: View, kind: Sheet, draft: Draft) -> dict[int, str]:
    """Gives the key of each column: the hidden one, or that of its heading."""
    found: dict[int, str] = {}
    for column, piece in view.keys.items():
        draft.ignore(piece, "help")
        hidden = piece.text.strip()
        if hidden in (MARK, PLACE) or hidden.startswith(UNDER) or is_more(hidden) or column_of(kind, hidden):
            found[column] = hidden
    moved = {column: key for column in view.headings if (key := _other_key(kind, view, column, found.get(column)))}
    for column, key in moved.items():
        heading = view.headings[column]
        if key in {other for place, other in found.items() if place not in moved} or found.get(column) == MARK:
            continue
        if column in found:
            draft.say("import/heading-moved", heading, heading=heading.text.strip(), field=key)
        found[column] = key
        draft.explain("layout/column-by-heading", heading, field=key)
    for column, heading in view.headings.items():
        if column not in found and (key := _own_key(kind, heading.text, draft)) and key not in found.values():
            found[column] = key
        if column not in found:
            draft.explain("layout/column-unknown", heading, heading=heading.text.strip())
            draft.say("import/column-unmapped", heading, heading=heading.text.strip())
        elif found[column] != MARK:
            draft.explain("layout/workbook-column", heading, heading=heading.text.strip(), field=found[column])
    return found


def _own_key(kind: Sheet, heading: str, draft: Draft) -> str | None:
    """Gives the key that a council's own table of headings says for a column of its own, if the sheet has the field."""
    meaning = draft.options.words.get(("heading", fold_words(heading)))
    target = targets().get(meaning or "")
    if target is None or target.scope not in ("item", kind.model.concept):
        return None
    column = column_of(kind, _FIELDS.get(target.reads, target.field))
    if column is None:
        return None
    return f"{column.key}@{language_of(heading, draft.options.language)}" if column.kind == "text" else column.key


def _other_key(kind: Sheet, view: View, column: int, key: str | None) -> str | None:
    """Gives the key that the heading of a column means, if it is another than the hidden one and only one."""
    meant = _by_heading(kind, view.headings[column].text)
    return next(iter(meant)) if len(meant) == 1 and key not in meant else None


def _by_heading(kind: Sheet, heading: str) -> set[str]:
    """Gives the keys of the columns that have a heading, in any of the workbook's languages."""
    tagged = _TAGGED.fullmatch(heading.strip())
    words, tag = (tagged[1], tagged[2]) if tagged else (heading, "")
    return {
        f"{column.key}@{tag}" if tag else column.key
        for column in kind.columns
        if (column.kind == "text") == bool(tag) and fold(words) in _headings(column)
    }


@cache
def _headings(column: Column) -> frozenset[str]:
    return frozenset(fold(column.heading(language)) for language in LANGUAGES)


def _is_untouched(line: Line, kind: Sheet) -> bool:
    """Tells whether the example is as it was made, in whatever language and wherever its columns were moved."""
    return all(piece.text.strip() in _examples(kind.key) for piece in line.cells.values())


@cache
def _examples(key: str) -> frozenset[str]:
    return sheet_examples(sheet(key)) | own_words()

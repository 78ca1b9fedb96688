"""What the records have given so far, and the way from numbers and addresses to objects."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from opengov_local import formulas
from opengov_local.account import Piece
from opengov_local.formats.decidim.grid_records import Table
from opengov_local.formats.decidim.keys import key_of
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.tables import column_of
from opengov_local.importing.dates import DateContext, column_context
from opengov_local.importing.draft import Draft, Node

_PLAIN: Final = re.compile(r"[\w/.-]*")
_ADDRESS: Final = re.compile(r"/(results|proposals|meetings)/(\d+)")
_COMPONENT: Final = re.compile(r"/f/(\d+)(?:/|$)")
_SPACE: Final = re.compile(r"/(processes|assemblies)/([^/?#]+)")


@dataclass
class State:
    """What was read so far.

    Attributes:
        draft: the document in the making.
        records: all records of the source, by entity.
        name: what a plan or consultation is called whose source names it nowhere: the name of the file.
        results: commitments, milestones and activities by number of their result.
        proposals: contributions by number.
        meetings: workshops by number.
        nodes: the object that each record became.
        links: what each result says of the proposals that it answers.
    """

    draft: Draft
    records: dict[str, list[Record]]
    name: str | None
    results: dict[str, Node] = field(default_factory=dict)
    proposals: dict[str, Node] = field(default_factory=dict)
    meetings: dict[str, Node] = field(default_factory=dict)
    nodes: dict[Record, Node] = field(default_factory=dict)
    links: dict[Record, list[Entry]] = field(default_factory=dict)
    _contexts: dict[tuple[str, str, str], DateContext] = field(default_factory=dict)
    _unknown: set[tuple[str, str]] = field(default_factory=set)

    def of(self, entity: str) -> list[Record]:
        """Gives the records of an entity, in the order of the source."""
        return self.records.get(entity, [])

    def context(self, record: Record, key: str) -> DateContext:
        """Gives what a whole column tells about its dates."""
        asked = (record.table, record.entity, key)
        if asked not in self._contexts:
            values = [
                entry.piece.text if entry.piece.value is None else entry.piece.value
                for other in self.of(record.entity)
                if other.table == record.table
                for entry in other.entries
                if entry.key == key
            ]
            base = DateContext(document_date=self.draft.options.document_date)
            self._contexts[asked] = column_context(values, base)
        return self._contexts[asked]

    def words(self, piece: Piece, node: Node, heading: str) -> str:
        """Gives the text of a name or title, and says where it is not quite that of the cell."""
        text = unguarded(piece)
        if text != piece.text:
            self.draft.say("import/apostrophe-removed", piece, severity="info", node=node, heading=heading)
        return text

    def unknown(self, record: Record, entry: Entry) -> None:
        """Says once for each table that a key is not known."""
        seen = (record.table, re.sub(r"/\d+", "/0", entry.key))
        if seen not in self._unknown:
            self._unknown.add(seen)
            self.draft.say("import/column-unmapped", entry.piece, heading=entry.heading)

    def unknown_headings(self, table: Table) -> None:
        """Says which headings of a table are not known, where no cell below them is told of."""
        filled = {entry.heading for record in table.records for entry in record.entries}
        for piece in table.headings:
            known = column_of(table.entity or "", key_of(piece.text))
            if known is None or not _PLAIN.fullmatch(known[1]):
                if piece.text in filled and (known is None or known[0].way != "own"):
                    continue  # its cells are kept, and told of
                self.draft.say("import/column-unmapped", piece, heading=piece.text)


def unguarded(piece: Piece) -> str:
    """Gives the text of a cell without the apostrophes that guard spreadsheets from it.

    Newer versions of Decidim put one before it, our export also within it.
    """
    return formulas.unguarded(piece.text) if piece.place.kind == "cell" else piece.text


def linked(address: str) -> tuple[str, str] | None:
    """Reads the address of a result, proposal or meeting: its kind, in the plural, and its number."""
    found = _ADDRESS.search(address)
    return (found[1], found[2]) if found else None


def component_of(record: Record) -> str:
    """Gives the number of the component that a record is part of; "" where nothing tells."""
    found = _COMPONENT.search(record.peek("url"))
    number = record.peek("component/id") or (found[1] if found else "")
    return number or (component_of(record.owner) if record.owner and record.owner.entity == record.entity else "")


class Space(NamedTuple):
    """The participatory space that a record is part of, as far as told.

    Attributes:
        kind: `processes` or `assemblies`, as addresses have it; "" where nothing tells.
        slug: its short name in addresses.
        number: its number.
    """

    kind: str = ""
    slug: str = ""
    number: str = ""


def space_of(record: Record) -> Space:
    """Gives the participatory space that a record is part of."""
    for key in ("participatory_space/url", "url"):
        if found := _SPACE.search(record.peek(key)):
            return Space(found[1], found[2], record.peek("participatory_space/id"))
    return Space(number=record.peek("participatory_space/id"))


def is_number(text: str) -> bool:
    """Tells whether a text is a number of Decidim."""
    return text.isascii() and text.isdigit()

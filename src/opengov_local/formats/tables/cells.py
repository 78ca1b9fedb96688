"""Cells of a plan: how each is read into the field that its heading names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from opengov_local.account import Piece
from opengov_local.formats.tables.layout import Column, Region
from opengov_local.formats.tables.readings import Readings, number_of
from opengov_local.formats.tables.roles import share_of
from opengov_local.formats.tables.state import State
from opengov_local.formats.tables.vocabulary import targets
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date, put_schedule
from opengov_local.importing.words import (
    CodesReading,
    Commas,
    SdgReading,
    read_boolean,
    read_codes,
    read_identifier,
    read_list,
    read_number,
    read_sdgs,
)

_TAXED = re.compile(r"\b(?:HT|TTC|HTVA|incl|excl)\b|الرسوم", re.IGNORECASE)
_URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


Reader = Callable[["Cells", Node, Column, Piece, str], None]


class Cells:
    """Reads cells of one table.

    A cell that cannot be read as its heading asks is kept beside its object, and a finding says so.
    """

    def __init__(self, state: State, region: Region) -> None:
        self.state = state
        self.draft: Draft = state.draft
        self.region = region
        self._line: Node | None = None
        self._line_row = -1
        self._amounts = sum(column.target in ("budget.total", "budget.amount") for column in region.columns)
        self._readings = Readings(region, self.draft.options)
        self._fields = {c.index: targets()[c.target].field for c in region.columns if c.target}
        self._marks: dict[str, tuple[Node, list[tuple[str, Piece]]]] = {}
        self._ways: dict[int, tuple[Reader, str]] = {}

    def read(self, node: Node, column: Column, piece: Piece) -> None:
        """Reads a cell into an object.

        Args:
            node: the object.
            column: the column, whose heading was recognised.
            piece: the cell.
        """
        if column.index not in self._ways:
            reads, _, parameter = targets()[column.target or ""].reads.partition(":")
            self._ways[column.index] = (_reader(reads), parameter)
        read, parameter = self._ways[column.index]
        read(self, node, column, piece, parameter)

    def about_plan(self, column: Column, piece: Piece, commitment: Node | None) -> None:
        """Reads a column that speaks of the plan or its collectivity, the same in every row as a rule."""
        if column.target == "plan.title":
            self._once(self.state.plan, "title", column, piece)
        else:
            self.draft.keep(piece, commitment, label=column.heading)

    def _once(self, node: Node, field: str, column: Column, piece: Piece) -> None:
        if piece.text.strip() in node.data.get(field, {}).values():
            self.draft.used(piece, node, field)
        else:
            self.draft.put(node, field, piece.text, piece, language=column.language)

    def _field(self, node: Node, column: Column) -> str:
        field = self._fields[column.index]
        return "due" if field == "end" and "due" in node.shapes else field

    def _keep(self, node: Node, column: Column, piece: Piece, code: str | None = None) -> None:
        self.draft.keep(piece, node, label=column.heading)
        if code:
            self.draft.say(code, piece, node=node, heading=column.heading, text=piece.text)

    def _text(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        field = self._field(node, column)
        if field not in node.shapes:
            self._keep(node, column, piece)
        elif (held := node.data.get(field)) is not None and piece.text.strip() in _texts(held):
            self.draft.used(piece, node, field)
        else:
            self.draft.put(node, field, piece.text, piece, language=column.language)

    def _boolean(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        value = piece.value if isinstance(piece.value, bool) else piece.text
        reading = read_boolean(value, words=self.draft.options.words)
        if reading is None:
            self._keep(node, column, piece, "import/boolean-unread")
        else:
            self.draft.put(node, self._field(node, column), reading, piece)

    # Dates and states

    def _date(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        field, context = self._field(node, column), self._readings.context(column)
        reading = self._readings.date(column, piece)
        put_date(self.draft, node, field, piece, context, column.heading, reading)

    def _schedule(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        put_schedule(self.draft, node, piece, self._readings.context(column), column.heading)

    def _status(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = self._readings.status(column, piece)
        if reading is None:
            self._keep(node, column, piece, "import/status-unknown")
            return
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=node, heading=column.heading)
        status = self.draft.add(node, "status", piece)
        if self.draft.put(status, "code", reading.code, piece):
            self.draft.put(status, "original", reading.original, piece)
        if reading.completion and "completion" in node.shapes:
            self.draft.put(node, "completion.code", reading.completion, piece)
            self.draft.put(node, "completion.original", reading.original, piece)

    def _percent(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = self._readings.percent(column, piece)
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=node, heading=column.heading)
        if reading.value is None:
            self._keep(node, column, piece, None if reading.notes else "import/percent-unread")
        else:
            self.draft.put(node, "progress", reading.value, piece)

    # Those who have a part

    def _items(self, node: Node, column: Column, piece: Piece, commas: Commas = "names") -> tuple[str, ...]:
        reading = read_list(piece.text, commas=commas)
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=node, heading=column.heading)
        return reading.items

    def _parties(self, node: Node, column: Column, piece: Piece, group: str) -> None:
        field = self._field(node, column)
        for item in self._items(node, column, piece):
            party = self.draft.add(node, field, piece)
            self.draft.put(party, "name", item, piece, language=column.language)
            if group:
                party.data["group"] = group

    def _persons(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        for item in self._items(node, column, piece):
            party = self.draft.add(node, self._field(node, column), piece)
            self.draft.put(party, "person.name", item, piece, language=column.language)
            if column.target == "lead.elected":
                self.draft.put(party, "person.role", column.heading, piece)

    def _contact(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts a contact beside the person of the row; one of nobody in particular makes a person of its own."""
        kind = "email" if column.target == "lead.email" else "phone"
        leads = node.data.get("leads", ())
        persons = [lead for lead in leads if "person" in lead]
        party = self.draft.node_of(persons[-1]) if len(persons) == 1 else self.draft.add(node, "leads", piece)
        self.draft.put(party, f"person.contact.{kind}", piece.text, piece)

    def _identifier(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = read_identifier(piece.text)
        if reading is None:
            self._keep(node, column, piece, "import/identifier-unknown")
            return
        number = self.draft.add(node, "identifiers", piece)
        self.draft.put(number, "scheme", reading.scheme, piece)
        self.draft.put(number, "value", reading.value, piece)

    # Steps, updates, evidence

    def _milestones(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        for item in self._items(node, column, piece, "never"):
            step = self.draft.add(node, "milestones", piece)
            self.draft.put(step, "title", item, piece, language=column.language)

    def _update(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        update = self.state.updates.get(node.target)
        if update is None:
            update = self.state.updates[node.target] = self.draft.add(self.draft.root, "progress_updates", piece)
            update.data["target"] = node.target
        self.draft.put(update, self._fields[column.index], piece.text, piece, language=column.language)

    def _evidence(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        for item in self._items(node, column, piece, "never"):
            proof = self.draft.add(node, "evidence", piece)
            if _URL.match(item):
                address = item if "://" in item else f"https://{item}"
                self.draft.put(proof, "url", address, piece)
                if address != item:
                    self.draft.say("import/address-completed", piece, severity="info", node=proof, url=address)
            else:
                self.draft.put(proof, "title", item, piece, language=column.language)

    # Money and means

    def _amount(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts an amount on the line of the funder just before it, else on a line of its own."""
        reading = self._readings.amount(column, piece, self.state.currency)
        line = self._line
        if line is None or self._line_row != piece.place.row or "amount" in line.data:
            line = self.draft.add(node, "budget", piece)
            if self._amounts > 1 or _is_taxed(column.heading):
                self.draft.put(line, "label", column.heading, piece)
        self._line = None
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=line, heading=column.heading)
        if column.meaning and column.meaning.year:
            line.data["year"] = column.meaning.year
        if reading.value is None or reading.currency is None:
            self.draft.put(line, "text", piece.text, piece, language=column.language)
            code = "import/amount-in-words" if reading.value is None else "import/currency-unknown"
            self.draft.say(code, piece, severity="info", node=line, heading=column.heading, text=piece.text)
            return
        amount = self.draft.add(line, "amount", piece)
        self.draft.put(amount, "value", reading.value, piece)
        self.draft.put(amount, "currency", reading.currency, piece)

    def _funder(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        items = self._items(node, column, piece)
        for item in items:
            self._line = self.draft.add(node, "budget", piece)
            self._line_row = piece.place.row
            self.draft.put(self._line, "funder.name", item, piece, language=column.language)
        if len(items) > 1:
            self._line = None

    def _share(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts the amount of a column that is one funder's, with the funder."""
        self._line = self.draft.add(node, "budget", piece)
        self._line_row = piece.place.row
        funder = share_of(column.heading) or column.heading
        self.draft.put(self._line, "funder.name", funder, piece, language=column.language)
        self._amount(node, column, piece, "")

    def _mark(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Notes that an object takes the time that its column is headed with."""
        self._marks.setdefault(node.target, (node, []))[1].append((column.heading, piece))

    def close(self) -> None:
        """Puts what only all cells of a row together say: from the first marked column to the last."""
        for node, marked in self._marks.values():
            readings = [(reading, piece) for heading, piece in marked if (reading := read_date(heading))]
            (first, start), (last, end) = readings[0], readings[-1]
            self.draft.put(node, "start", first.start, start)
            self.draft.put(node, "due" if "due" in node.shapes else "end", last.end or last.start, end)
            for _, piece in readings[1:-1]:
                self.draft.used(piece, node, "start")
        self._marks.clear()

    def _currency(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        lines = [line for line in node.data.get("budget", ()) if "amount" in line]
        if lines and all(line["amount"]["currency"] == piece.text.strip() for line in lines):
            self.draft.used(piece, node, "budget.amount.currency")
        else:
            self._keep(node, column, piece)

    def _resource(self, node: Node, column: Column, piece: Piece, kind: str) -> None:
        need = self.draft.add(node, "resources", piece)
        if kind:
            need.data["kind"] = kind
        self.draft.put(need, "description", piece.text, piece, language=column.language)

    # Indicators

    def _indicators(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        measured = any(name.startswith("indicator.") for name in self.region.names)
        items = (piece.text,) if measured else self._items(node, column, piece, "never")
        for item in items:
            indicator = self.draft.add(node, "indicators", piece)
            self.draft.put(indicator, "name", item, piece, language=column.language)

    def _indicator(self, node: Node) -> Node | None:
        indicators = node.data.get("indicators", ())
        return self.draft.node_of(indicators[-1]) if indicators else None

    def _measure(self, node: Node, column: Column, piece: Piece, field: str) -> None:
        indicator = self._indicator(node)
        if indicator is None:
            self._keep(node, column, piece, "import/measure-without-indicator")
            return
        measure = self.draft.add(indicator, field, piece)
        reading = read_number(number_of(piece))
        if reading.value is not None and not reading.unit:
            self.draft.put(measure, "value", reading.value, piece)
        else:
            self.draft.put(measure, "text", piece.text, piece, language=column.language)

    def _unit(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        indicator = self._indicator(node)
        if indicator is None:
            self._keep(node, column, piece, "import/measure-without-indicator")
        else:
            self.draft.put(indicator, "unit", piece.text, piece, language=column.language)

    # Codes

    def _codes(self, node: Node, column: Column, piece: Piece, name: str) -> None:
        reading = read_codes(piece.text, name, words=self.draft.options.words)
        for code in reading.codes:
            self.draft.put(node, self._field(node, column), code, piece)
        self._keep_rest(node, column, piece, reading)

    def _values(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = read_codes(piece.text, "ogp_value", words=self.draft.options.words)
        for code in reading.codes:
            relevance = self.draft.add(node, "ogp_values", piece)
            self.draft.put(relevance, "value", code, piece)
        self._keep_rest(node, column, piece, reading)

    def _sdgs(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        reading = read_sdgs(number_of(piece))
        for goal in reading.goals:
            self.draft.put(node, "sdgs", goal, piece)
        self._keep_rest(node, column, piece, reading)

    def _keep_rest(self, node: Node, column: Column, piece: Piece, reading: CodesReading | SdgReading) -> None:
        for rest in reading.rest:
            self.draft.keep(piece._replace(text=rest), node, label=column.heading)
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=node, heading=column.heading)


@cache
def _reader(reads: str) -> Reader:
    """Gives the method that reads cells of one kind, of no object in particular: an object must not hold itself."""
    name = {"email": "contact", "phone": "contact", "indicator": "indicators"}.get(reads, reads)
    return cast(Reader, getattr(Cells, f"_{name}"))


@cache
def _is_taxed(heading: str) -> bool:
    return _TAXED.search(heading) is not None


def _texts(value: Any) -> list[str]:
    """Gives the texts that a field of text by language holds already."""
    maps = value if isinstance(value, list) else [value]
    return [text for one in maps if isinstance(one, dict) for text in one.values()]

"""The present state of what several reports speak of: that of the last of them; one without a date gives way to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from opengov_local.account import Piece, Place
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.words.rates_over_time import RatesOverTime
from opengov_local.importing.draft import Node
from opengov_local.model.dates import PartialDate

_FIELDS = ("status", "progress")
_DONE = 100
_Said = Sequence[tuple[Column, Piece]]
Read = Callable[[Node, Column, Piece], None]
"""Reads a cell of a state or rate into an object."""


class PresentStates:
    """Notes what the updates of a table say of how far things are, and says of each thing the last of it."""

    def __init__(self, state: State, read: Read) -> None:
        """Starts before the first update.

        Args:
            state: what the tables before this one gave.
            read: reads the cells of the table.
        """
        self._state = state
        self._read = read
        self._last: dict[str, tuple[Node, Node, PartialDate, _Said]] = {}
        self._undecided: set[str] = set()
        self._rates = RatesOverTime()

    def note(self, node: Node, update: Node, stated: _Said, date: str) -> None:
        """Notes the last state that was reported of an object; of two at times that overlap, none is the last.

        What is said of a time to come is no present state.

        Args:
            node: the object.
            update: the update of it.
            stated: the cells that say its state, each with its column.
            date: when it was reported.
        """
        said = [(column, piece) for column, piece in stated if _may_fill(column) & update.data.keys()]
        if not said or PartialDate(date).earliest > self._state.draft.options.day:
            return
        if "progress" in update.data:
            self._rates.note(node, PartialDate(date), update.data["progress"], said[-1][1])
        known = self._last.get(node.target)
        if known is not None and not PartialDate(date) > known[2]:
            if not PartialDate(date) < known[2]:
                self._undecided.add(node.target)
            return
        self._undecided.discard(node.target)
        self._last[node.target] = (node, update, PartialDate(date), said)

    def settle(self, place: Place) -> None:
        """Says of each object the last state that was reported of it, where none of a later day is known.

        Args:
            place: where the table stands.
        """
        self._rates.say(self._state.draft)
        last = [one for one in self._last.values() if one[0].target not in self._undecided]
        holding = [(one, self._to_say(*one[:3])) for one in last]
        self._give_way(holding, place)
        for (node, _, date, said), fields in holding:
            for column, piece in said:
                if _may_fill(column) & fields:
                    self._read(node, column, piece)
            for field in fields & node.data.keys():
                self._state.present[node.target, field] = str(date)
            if "status" in fields and "status" in node.data:
                node.data["status"]["as_of"] = str(date)

    def _to_say(self, node: Node, update: Node, date: PartialDate) -> set[str]:
        """Gives the fields in which an update is later than what is known of its object."""
        return {
            field
            for field in _FIELDS
            if field in update.data and (field not in node.data or self._is_later(node, field, date))
        }

    def _is_later(self, node: Node, field: str, date: PartialDate) -> bool:
        known = self._since(node, field)
        return not known or date > PartialDate(known)

    def _since(self, node: Node, field: str) -> str:
        """Gives the day of a present state, "" where none is told."""
        told = self._state.present.get((node.target, field))
        return told or str(node.data.get("status", {}).get("as_of", ""))

    def _give_way(
        self, holding: Sequence[tuple[tuple[Node, Node, PartialDate, _Said], set[str]]], place: Place
    ) -> None:
        """Takes out what later reports stand for; of what the plan itself says, that is told."""
        values: dict[tuple[str, str], Node] = {}
        dates: dict[str, str] = {}
        for (node, update, date, _), fields in holding:
            old = {field for field in fields if field in node.data and not _same(node, update, field)}
            old |= {field for field in _FIELDS if field in node.data and field not in update.data
                    and fields and _contradicts(node, update) and self._is_later(node, field, date)}  # fmt: skip
            values.update({(node.target, field): node for field in old})
            dates.update({node.target: str(date)} if old else {})
        if not values:
            return
        draft = self._state.draft
        kept = draft.set_aside(values, {"status": "status", "progress": "progress"})
        if kept:
            texts = tuple(dict.fromkeys(piece.text for piece in kept))
            said = max(dates.values(), key=PartialDate)
            draft.say("import/state-gave-way", place, severity="info", count=len(kept), names=texts, value=said)


def _may_fill(column: Column) -> set[str]:
    """Gives the fields that the cells of a column may fill: rates stand below headings of states too."""
    return {"status": {*_FIELDS}, "progress": {"progress"}}.get(column.target or "", set())


def _same(node: Node, update: Node, field: str) -> bool:
    if field == "status":
        return bool(node.data[field].get("code") == update.data[field].get("code"))
    return bool(node.data[field] == update.data[field])


def _contradicts(node: Node, update: Node) -> bool:
    """Tells whether a state and a rate, the one known and the other reported, cannot both be so."""
    holder = {**node.data, **{name: update.data[name] for name in _FIELDS if name in update.data}}
    code, rate = holder["status"].get("code"), holder["progress"]
    return bool((code == "not_started" and rate > 0) or (code == "completed" and rate < _DONE))

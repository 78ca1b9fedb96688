"""Results of accountability: commitments, their milestones, and activities that belong to none."""

from __future__ import annotations

from opengov_local.formats.decidim.fields import read_fields
from opengov_local.formats.decidim.plans import Plans, take_names
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.scopes import put_owners
from opengov_local.formats.decidim.state import State
from opengov_local.formats.decidim.statuses import put_status
from opengov_local.importing.draft import Node
from opengov_local.model.commitment import Commitment

_PARENTS = (("parent/id", "id"), ("parent_external_id", "external_id"))


def read_results(state: State, plans: Plans) -> None:
    """Reads all results; parents first, whatever their order in the source."""
    family = _Family(state)
    records = state.of("result")
    for record in sorted(records, key=lambda each: len(family.above[each])):
        line = family.above[record]
        top = line[-1] if line else None
        if top is None and record not in family.lost:
            node = state.draft.add(plans.plan_of(record), "commitments", record.first())
        elif top is None or top not in state.nodes or state.nodes[top].model is not Commitment:
            node = state.draft.add(plans.plan_of(record), "activities", record.first())
        else:
            node = state.draft.add(state.nodes[top], "milestones", record.first())
        state.nodes[record] = node
    put_owners(state, plans)
    for record in records:
        _read(state, plans, record, family)


def _read(state: State, plans: Plans, record: Record, family: _Family) -> None:
    node, line = state.nodes[record], family.above[record]
    number = record.peek("id")
    if number and state.results.setdefault(number, node) is not node:
        state.draft.say("import/decidim-number-twice", record.first(), node=node, number=number)
    top = state.nodes[line[-1]] if line else None
    plans.axes_of(record).put(record, node, top if top is not None and top.model is Commitment else None)
    put_status(state, record, node)
    _parents(state, record, node, family)
    for piece in take_names(record):
        state.draft.used(piece, plans.plan_of(record), "title")
    state.links[record] = [*record.take("proposal_urls"), *record.take("proposal_ids")]
    read_fields(state, record, node)
    if "title" not in node.data:
        state.draft.say("import/title-missing", record.first(), severity="error", node=node)


def _parents(state: State, record: Record, node: Node, family: _Family) -> None:
    """Accounts for what names the parent of a result."""
    line = family.above[record]
    near = len(line) == 1 and state.nodes[line[0]].model is Commitment
    for entry in (*record.take("parent"), *record.take("parent_external_id")):
        if near and entry.key in ("parent/id", "parent_external_id"):
            state.draft.used(entry.piece, state.nodes[line[0]], "milestones")
        else:
            state.draft.keep(entry.piece, node, label=entry.heading)
    if record in family.lost:
        where = family.lost[record].piece
        state.draft.say("import/unknown-reference", where, node=node, number=where.text)
    elif line and not near:
        name = next(iter(state.nodes[line[0]].data.get("title", {}).values()), line[0].peek("id"))
        state.draft.say("import/level-flattened", record.first(), node=node, name=name)


class _Family:
    """Which result stands below which.

    Attributes:
        above: the results above each, the nearest first.
        lost: results whose parent is not in the source, or that stand above themselves, with what names the parent.
    """

    def __init__(self, state: State) -> None:
        self._records = state.of("result")
        self._by: dict[tuple[str, str], Record] = {}
        for record in self._records:
            for _, key in _PARENTS:
                if value := record.peek(key):
                    self._by.setdefault((key, value), record)
        self.lost: dict[Record, Entry] = {}
        self._parent = {record: self._parent_of(record) for record in self._records}
        self.above = {record: self._line(record) for record in self._records}

    def _parent_of(self, record: Record) -> Record | None:
        if record.owner is not None and record.owner.entity == "result":
            return record.owner
        for own, key in _PARENTS:
            entry = next((each for each in record.entries if each.key == own), None)
            if entry is None:
                continue
            found = self._by.get((key, entry.piece.text.strip()))
            if found is not None:
                return found
            self.lost[record] = entry
        return None

    def _line(self, record: Record) -> list[Record]:
        line: list[Record] = []
        at = self._parent[record]
        while at is not None:
            if at is record or at in line:
                self.lost[record] = self._naming(record)
                return []
            line.append(at)
            at = self._parent[at]
        return line

    def _naming(self, record: Record) -> Entry:
        named = [entry for entry in record.entries if entry.key in ("parent/id", "parent_external_id")]
        return named[0]

"""Milestones and timeline entries of results, which the interface gives: milestones, and reports of progress."""

from __future__ import annotations

from opengov_local.formats.decidim.fields import read_fields
from opengov_local.formats.decidim.record import Record
from opengov_local.formats.decidim.state import State
from opengov_local.importing.draft import Node
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone


def read_milestones(state: State) -> None:
    """Reads milestones of results: they become milestones of the commitment, due on their date."""
    for record in state.of("milestone"):
        node = _owner(state, record)
        home = _commitment(state, record)
        if node is None or home is None:
            _keep(state, record, node)
            continue
        milestone = state.draft.add(home, "milestones", record.first())
        read_fields(state, record, milestone)
        if "due" in milestone.data:
            state.draft.say("import/assumed", record.first(), severity="info", node=milestone, field="due",
                            value="entry_date")  # fmt: skip
        if home is not node:
            name = next(iter(node.data.get("title", {}).values()), "")
            state.draft.say("import/level-flattened", record.first(), node=milestone, name=name)


def read_timeline(state: State) -> None:
    """Reads timeline entries of results: they become reports of progress on the commitment or milestone."""
    for record in state.of("timeline"):
        node = _owner(state, record)
        if node is None:
            _keep(state, record, None)
            continue
        update = state.draft.add(state.draft.root, "progress_updates", record.first())
        update.data["target"] = node.target
        read_fields(state, record, update)


def _owner(state: State, record: Record) -> Node | None:
    return state.nodes.get(record.owner) if record.owner is not None else None


def _commitment(state: State, record: Record) -> Node | None:
    """Gives the commitment that a record lies in, at whatever depth; None where there is none."""
    node = _owner(state, record)
    if node is not None and node.model is Milestone:
        node = node.parent
    return node if node is not None and node.model is Commitment else None


def _keep(state: State, record: Record, node: Node | None) -> None:
    """Keeps a record that belongs to nothing that was read."""
    if (first := record.first()) is not None:
        state.draft.say("import/belongs-to-nothing", first, node=node)
    for entry in record.rest():
        state.draft.keep(entry.piece, node, label=entry.heading)
    for piece in record.loose:
        state.draft.keep(piece, node)

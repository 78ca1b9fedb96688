"""Processes and assemblies that stand alone: plans, and forums of the one plan there is."""

from __future__ import annotations

from opengov_local.formats.decidim.fields import read_fields
from opengov_local.formats.decidim.plans import Plans
from opengov_local.formats.decidim.record import Record
from opengov_local.formats.decidim.state import State


def read_processes(state: State, plans: Plans) -> None:
    """Reads processes that gave no plan or consultation its name.

    In a source of processes alone each is taken for a plan; beside results, meetings and proposals those that none of
    them belongs to are kept as they are.
    """
    alone = not any(state.of(entity) for entity in ("result", "meeting", "proposal"))
    for record in state.of("process"):
        if record in plans.described():
            continue
        if not alone:
            _keep(state, record)
            continue
        plan = plans.of_space(record)
        read_fields(state, record, plan)
        plans.assume(plan, "plans", "participatory_process", warn=True)
        plans.frame(plan)


def read_assemblies(state: State, plans: Plans) -> None:
    """Reads assemblies: forums of the plan, where there is one alone, else organizations."""
    only = state.draft.root.data.get("plans", ())
    plan = state.draft.node_of(only[0]) if len(only) == 1 else None
    for record in state.of("assembly"):
        if record in plans.described():
            continue
        if plan is not None:
            read_fields(state, record, state.draft.add(plan, "forums", record.first()), "forum")
        else:
            node = state.draft.add(state.draft.root, "organizations", record.first())
            read_fields(state, record, node, "organization")
            state.draft.say("import/assembly-without-plan", record.first(), severity="info", node=node)


def _keep(state: State, record: Record) -> None:
    first = record.first()
    if first is not None:
        state.draft.say("import/belongs-to-nothing", first)
    for entry in record.rest():
        state.draft.keep(entry.piece, label=entry.heading)
    for piece in record.loose:
        state.draft.keep(piece)

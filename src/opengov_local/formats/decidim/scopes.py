"""Whose plan results make up: the territory that is the scope of all of them."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from opengov_local import territories
from opengov_local.formats.decidim.keys import language_of_rest
from opengov_local.formats.decidim.plans import Plans
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.state import State
from opengov_local.importing.collectivity_words import before_name
from opengov_local.importing.draft import Node
from opengov_local.territories import Territory

_NAME: Final = "scope/name"
_REGISTERED: Final = "MA"
"""The country whose territories the register has."""
_FEWEST: Final = 2
"""Results that must have it: the scope of one alone says where that is done, and not whose it is."""


def put_owners(state: State, plans: Plans) -> None:
    """Ties plans to the one collectivity of the register that is the scope of all their results.

    A site has other scopes, too, quarters and parts of a region: what is not alike in all results, or has no word for
    the kind of a collectivity before its name, is left with the results.
    """
    made: dict[str, Node] = {}
    records = sorted(state.of("result"), key=lambda record: plans.plan_of(record).target)
    for _, group in groupby(records, key=lambda record: plans.plan_of(record).target):
        found = list(group)
        territory = _territory(found) if state.draft.options.country in (None, _REGISTERED) else None
        if territory is not None:
            _put(state, plans.plan_of(found[0]), territory, found, made)


def _territory(records: list[Record]) -> Territory | None:
    """Gives the territory that the scopes of all records name; None where one has another, or none."""
    if len(records) < _FEWEST:
        return None
    said = [tuple(entry.piece.text.strip() for entry in _entries(record)) for record in records]
    if not said[0] or len(set(said)) > 1 or not all(map(before_name().match, said[0])):
        return None
    found = {territories.find(text).one for text in said[0]}
    return found.pop() if len(found) == 1 else None


def _entries(record: Record) -> list[Entry]:
    return [entry for entry in record.entries if entry.key == _NAME or entry.key.startswith(f"{_NAME}/")]


def _put(state: State, plan: Node, territory: Territory, records: list[Record], made: dict[str, Node]) -> None:
    draft, (first, *_) = state.draft, _entries(records[0])
    node = made.get(territory.code)
    if node is None:
        made[territory.code] = node = draft.add(draft.root, "collectivities", first.piece)
        for entry in records[0].take(_NAME):
            said = language_of_rest(entry.key.removeprefix(_NAME).lstrip("/"))
            named = before_name().match(text := entry.piece.text.strip())
            name = named[1].strip() if named else text
            draft.put(node, "name", name, entry.piece, language=said[0] if said else None)
        node.data |= {"kind": territory.kind, "country": territory.country}
        number = draft.add(node, "identifiers", first.piece)
        number.data |= {"scheme": "MA-HCP", "value": territory.code}
        draft.say("import/territory-recognised", first.piece, severity="info", node=node,
                  name=first.piece.text.strip(), number=territory.code)  # fmt: skip
    plan.data.setdefault("collectivities", []).append(node.target)
    draft.say("import/assumed", first.piece, severity="info", node=plan, field="collectivities",
              value=first.piece.text.strip())  # fmt: skip
    for record in records:
        for entry in record.take(_NAME):
            draft.used(entry.piece, node, "name")

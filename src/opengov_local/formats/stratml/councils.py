"""Collectivities of StratML documents: organizations of plans that have the names of reference territories."""

from __future__ import annotations

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.importing.collectivity_words import before_name
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_REGISTERED = "MA"
"""The country whose territories the register has."""


def put_collectivity(draft: Draft, plan: Node, piece: Piece, language: str | None) -> None:
    """Adds the territory that the name of an organization is, with the word for its kind, as whose plan this is.

    Args:
        draft: the draft.
        plan: the plan.
        piece: the name.
        language: the language that the document says it is in.
    """
    text = piece.text.strip()
    named = before_name().match(text) if draft.options.country in (None, _REGISTERED) else None
    territory = territories.find(text).one if named is not None else None
    known = [each["identifiers"][0]["value"] for each in draft.root.data.get("collectivities", ())]
    if named is None or territory is None or territory.code in known:
        return
    node = draft.add(draft.root, "collectivities", piece)
    name = named[1].strip()
    if language is None and draft.options.language is None and fold(name) == fold(territory.name_fr):
        language = "fr"
    draft.put(node, "name", name, piece, language=language)
    node.data |= {"kind": territory.kind, "country": territory.country}
    number = draft.add(node, "identifiers", piece)
    number.data |= {"scheme": "MA-HCP", "value": territory.code}
    plan.data.setdefault("collectivities", []).append(node.target)
    draft.say("import/territory-recognised", piece, severity="info", node=node, name=text, number=territory.code)
    draft.say("import/assumed", piece, severity="info", node=plan, field="collectivities", value=text)

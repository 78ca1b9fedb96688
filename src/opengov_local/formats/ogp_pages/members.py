"""The member a plan belongs to: a collectivity, or the country, with the numbers that are known of it."""

from __future__ import annotations

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.plan_title import Member
from opengov_local.formats.ogp_pages.tables import member_kinds
from opengov_local.formats.ogp_pages.writing import add_identifier
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.places import of_no_single_one
from opengov_local.importing.words import fold


def put_member(draft: Draft, plan: Node, member: Member, piece: Piece, language: str | None) -> Node:
    """Adds the member of a plan to the package and ties the plan to it.

    A local member becomes a collectivity; one of Morocco that the register knows by exactly that name gets its code
    and kind, and a finding says so; of any other the name may tell its kind, which is said to be assumed. A country
    becomes an organization that leads the plan.
    """
    if member.national:
        country = draft.add(draft.root, "organizations", piece)
        draft.put(country, "name", member.name, piece, language=language)
        if member.country:
            draft.put(country, "country", member.country, piece)
        lead = draft.add(plan, "leads", piece)
        draft.put(lead, "organization", country.data["id"], piece)
        return country
    return _collectivity(draft, plan, member, piece, language)


def _collectivity(draft: Draft, plan: Node, member: Member, piece: Piece, language: str | None) -> Node:
    node = draft.add(draft.root, "collectivities", piece)
    draft.put(node, "name", member.name, piece, language=language)
    if member.country:
        draft.put(node, "country", member.country, piece)
    if member.country == "MA":
        known = territories.find(member.name)
        if known.one:
            draft.put(node, "kind", known.one.kind, piece)
            add_identifier(draft, node, "MA-HCP", known.one.code, piece)
            draft.say("import/territory-recognised", piece, severity="info", node=node, name=member.name,
                      number=known.one.code)  # fmt: skip
        else:
            draft.say(of_no_single_one(member.name), piece, node=node, name=member.name)
    if "kind" not in node.data and not _in_base(draft, member.name):
        _kind(draft, node, member.name, piece)
    draft.put(plan, "collectivities", node.data["id"], piece)
    return node


def _kind(draft: Draft, node: Node, name: str, piece: Piece) -> None:
    """Puts the kind that the name of a collectivity tells, `other` where it tells none; both are said."""
    kind = _told(name)
    draft.put(node, "kind", kind, piece)
    draft.say("import/assumed", piece, severity="info", node=node, field="kind", value=kind)


def _told(name: str) -> str:
    words = f" {fold(name)} "
    told = {kind for word, kind in member_kinds().items() if f" {word} " in words}
    return told.pop() if len(told) == 1 else "other"


def kind_of(name: str, country: str | None) -> str:
    """Gives the kind that is read of a collectivity of which only name and country (ISO 3166-1) are known."""
    known = territories.find(name).one if country == "MA" else None
    return known.kind if known else _told(name)


def _in_base(draft: Draft, name: str) -> bool:
    """Tells whether the earlier package has a collectivity of that name, whose kind is no guess."""
    held = (draft.options.base or {}).get("collectivities")
    names = [each.get("name") for each in held if isinstance(each, dict)] if isinstance(held, list) else []
    return any(
        isinstance(text, str) and fold(text) == fold(name)
        for texts in names
        if isinstance(texts, dict)
        for text in texts.values()
    )

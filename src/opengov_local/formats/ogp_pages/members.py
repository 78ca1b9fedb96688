"""The member a plan belongs to: a collectivity, or the country, with the numbers that are known of it."""

from __future__ import annotations

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.plan_title import Member
from opengov_local.formats.ogp_pages.writing import add_identifier
from opengov_local.importing.draft import Draft, Node


def put_member(draft: Draft, plan: Node, member: Member, piece: Piece, language: str | None) -> Node:
    """Adds the member of a plan to the package and ties the plan to it.

    A local member becomes a collectivity; one of Morocco that the register knows by exactly that name gets its code
    and kind, and a finding says so. A country becomes an organization that leads the plan.
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
            code = "import/territory-ambiguous" if known.ambiguous else "import/territory-unknown"
            draft.say(code, piece, node=node, name=member.name)
    draft.put(plan, "collectivities", node.data["id"], piece)
    return node

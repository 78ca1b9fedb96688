"""Bodies that a page or row of OGP names again in another spelling; all made up."""

from __future__ import annotations

from opengov_local.account import Piece, Place
from opengov_local.formats.ogp_pages.writing import put_parties
from opengov_local.importing.draft import Draft


def test_a_body_in_another_spelling_is_the_same() -> None:
    draft = Draft("made-up", "page.txt", b"")
    plan = draft.add(draft.root, "plans")
    names = ["جمعية المستقبل", "Service Études", "الجمعية المستقبل", "SERVICE ETUDES"]
    put_parties(draft, plan, "leads", [Piece(Place("line", None, at), name) for at, name in enumerate(names, 1)], None)
    assert [next(iter(party["name"].values())) for party in plan.data["leads"]] == names[:2]
    assert [entry.fate for entry in draft.entries].count("mapped") == len(names)

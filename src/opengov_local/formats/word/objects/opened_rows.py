"""The commitments of the rows of a table: the same as those of rows above, or others of their titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.lists_over_tables import Facts, agree
from opengov_local.formats.word.objects.objects import NAMED, Objects
from opengov_local.formats.wording.words.numbering import is_spelled_alike
from opengov_local.importing.draft import Node


def open_row(
    writing: Writing, objects: Objects, number: str, title: str, piece: Piece, rows: Mapping[str, Facts], facts: Facts
) -> str:
    """Opens the commitment of a row, one of those of a table, and gives its id: each row of our own names another.

    So do rows of other axes that say more than its name, but for one of its number with which it agrees.

    Args:
        writing: where it is said.
        objects: the plan while it is read.
        number: its number; "" where none is said.
        title: its title.
        piece: where it is named.
        rows: what rows above say of their commitments, by the ids of these.
        facts: what this row says.
    """
    known = objects.plan.data.get("commitments", [])
    apart = [each for each in known if each["id"] in rows and _is_elsewhere(objects.axis, each)]
    elsewhere = {each["id"] for each in apart}
    same = {each["id"] for each in apart if _has(each, number) and agree(facts, rows[each["id"]])}
    others = set(rows) if writing.own_form else elsewhere - same
    alike = objects.known("", title, but={each["id"] for each in known if each["id"] not in others})
    opened = objects.open_commitment(number, title, piece, but=others)
    if opened.target in same:
        writing.draft.say("import/named-again", piece, severity="info", node=opened, name=title)
    elif alike is not None and title and opened.target not in rows and not writing.own_form:
        writing.draft.say("import/same-title-apart", piece, severity="info", node=opened, text=title)
    return opened.target


def _is_elsewhere(axis: Node | None, commitment: dict[str, Any]) -> bool:
    """Tells whether a commitment, of which more than its name was said, lies on other axes than the open one."""
    if axis is None or not commitment.get("axes"):
        return False
    return axis.target not in commitment["axes"] and not commitment.keys() <= NAMED


def _has(commitment: dict[str, Any], number: str) -> bool:
    """Tells whether a commitment has a number, and this one."""
    return bool(number) and is_spelled_alike(number, str(commitment.get("number", "")))

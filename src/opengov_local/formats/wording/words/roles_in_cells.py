"""Roles that stand with the names of bodies in one cell: "Pilote : DSI ; Appui : DGS", "DGS (pilote), DAF (appui)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.words.persons_named import is_person
from opengov_local.importing.words import fold

_BEFORE = re.compile(r"\s*([^:：()]{3,30}?)\s*[:：]\s*(\S.*)", re.DOTALL)
_BEHIND = re.compile(r"\s*(\S.*?)\s*\(\s*([^()]{3,30}?)\s*\)\s*", re.DOTALL)
_FIELDS = {"lead_role": "leads", "support_role": "supporting"}


class InRole(NamedTuple):
    """A name and what it does.

    Attributes:
        name: the name without the role.
        field: `leads` or `supporting`.
        goes_on: whether the names behind it do the same: "Appui : DGS, DAF".
    """

    name: str
    field: str
    goes_on: bool


def in_role(text: str) -> InRole | None:
    """Parts a name from the word for its role; None where none stands before or behind it.

    Behind the name of a person such a word is the office.
    """
    if (found := _BEFORE.fullmatch(text)) and (field := _field(found[1])):
        return InRole(found[2].strip(), field, True)
    if (found := _BEHIND.fullmatch(text)) and (field := _field(found[2])) and not is_person(found[1]):
        return InRole(found[1], field, False)
    return None


def _field(word: str) -> str:
    folded = fold(word)
    return next((field for kind, field in _FIELDS.items() if folded in phrases(kind)), "")

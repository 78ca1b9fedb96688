"""Headings of updates of several names: "Engagement / activité", «رقم المشروع أو النشاط», "Issues / Risks"."""

from __future__ import annotations

import re
from collections.abc import Callable

from opengov_local.importing.words.articles import without_article, without_of
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.tables import AND, OR

_OR = re.compile(rf"\s*[/|]\s*|\s+(?:{OR}|{AND})\s+|\s+و\s*(?=ال|رقم)", re.IGNORECASE)
_NUMBER = re.compile(rf"{SIGN}\s*")


def names_either(heading: str, kind_of: Callable[[str], str]) -> bool:
    """Tells whether a heading is nothing but the names of two kinds of objects or more, with their numbers or without.

    Args:
        heading: the heading.
        kind_of: gives the kind of object that a heading names, "" for any other.
    """
    parts = _OR.split(heading.strip())
    return len(parts) > 1 and len(kinds := {_kind(part, kind_of) for part in parts}) > 1 and "" not in kinds


def names_same(heading: str, kind_of: Callable[[str], str]) -> str:
    """Gives what all parts of a heading ask for alike, "Issues / Risks"; "" where they do not, or it has but one.

    Args:
        heading: the heading.
        kind_of: gives what a heading asks for, "" where nobody knows.
    """
    parts = _OR.split(heading.strip())
    kinds = {_kind(part, kind_of) for part in parts} if len(parts) > 1 else set[str]()
    return kinds.pop() if len(kinds) == 1 else ""


def _kind(part: str, kind_of: Callable[[str], str]) -> str:
    """Gives the kind of object that a part of a heading names."""
    bare = _NUMBER.sub("", part, count=1) if _NUMBER.match(part) else part
    shorter = (part, bare, without_article(without_of(bare)))
    return next((kind for text in shorter if (kind := kind_of(text))), "")

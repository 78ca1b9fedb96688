"""The tables beside the code: labels of pages, questions of templates, columns of milestones, names of countries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from opengov_local.formats.ogp_local.asked import asked_for, asks
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of


class Label(NamedTuple):
    """A label of a page.

    Attributes:
        meaning: what stands under it.
        language: language of the label.
        block: where on the page it stands: `glance` (the overview), `description`, or `any`.
    """

    meaning: str
    language: str
    block: str


def rows(name: str) -> list[dict[str, str]]:
    """Reads a table beside the code."""
    return rows_of(__package__, f"{name}.csv")


@cache
def labels() -> Mapping[str, tuple[Label, ...]]:
    """Gives the labels of pages by their folded words; the same words may be a label in several languages."""
    found: dict[str, tuple[Label, ...]] = {}
    for row in rows("labels"):
        key = fold(row["label"])
        found[key] = (*found.get(key, ()), Label(row["meaning"], row["language"], row["block"]))
    return found


_ASKED: Final = {
    "policy_areas": "policy_area",
    "sectors": "sector",
    "ogp_values": "value",
    "values_why": "relevance_text",
    "leads": "lead",
    "contact_name": "contact",
    "contact_role": "contact",
}
"""What pages call what OGP's forms ask for."""
_LONGEST_HEADING: Final = 80


def asked_label(text: str, kind: str) -> Label | None:
    """Gives what a line asks that no table has: a question in other words, or the title of a part of the page.

    Args:
        text: the line.
        kind: `plan` or `commitment`: of what the page speaks.
    """
    for asked in asked_for(text):
        if asked.field == "heading" or (asked.concept in (kind, "plan") and asked.field == "contact"):
            return Label(asked.field, asked.language, "description")
        if asked.concept == kind and asks(text):
            return Label(_ASKED.get(asked.field, asked.field), asked.language, "description")
    return None


@lru_cache(1 << 12)
def column_of(heading: str) -> str | None:
    """Gives the field of a milestone that a heading of a column asks for, also in other words; None for no heading."""
    heading = heading.strip().rstrip(" \u00a0:：")
    known = milestone_columns().get(fold(heading))
    if known is not None or len(heading) > _LONGEST_HEADING:
        return known
    return (
        "title"
        if any(asked.concept == "milestone" and asked.field == "title" for asked in asked_for(heading))
        else None
    )


@cache
def milestone_columns() -> Mapping[str, str]:
    """Gives the fields of a milestone by the folded headings of their columns."""
    return {fold(row["heading"]): row["field"] for row in rows("milestone_columns")}


@cache
def countries() -> Mapping[str, str]:
    """Gives the ISO 3166-1 alpha-2 codes by folded name (en, fr, es, ar) and by alpha-3 code in lower case.

    Source: Unicode CLDR.
    """
    found: dict[str, str] = {}
    for row in rows("countries"):
        for column in ("alpha3", "en", "fr", "es", "ar"):
            if row[column]:
                found.setdefault(fold(row[column]), row["alpha2"])
    return found


@cache
def names_of_countries(language: str) -> Mapping[str, str]:
    """Gives the names of countries in a language (en, fr, es, ar) by their ISO 3166-1 alpha-2 codes.

    Source: Unicode CLDR.
    """
    return {row["alpha2"]: row[language] for row in rows("countries") if row[language]}


@cache
def member_kinds() -> Mapping[str, str]:
    """Gives the kind of collectivity that words in the name of a member tell, by the folded words."""
    return {fold(word): row["kind"] for row in rows("member_kinds") for word in row["words"].split("|")}


@cache
def site_words() -> Mapping[tuple[str, str], str]:
    """Gives the names that OGP's site uses beside those of the code lists: (list, folded name) to code."""
    return {(row["list"], fold(row["name"])): row["code"] for row in rows("site_words")}

"""The title of a plan page: member, country and years."""

from __future__ import annotations

import re
from typing import NamedTuple

from opengov_local.formats.ogp_pages.tables import countries
from opengov_local.importing.words import fold

_WORDS = r"(?:action plan|plan d['’]action|plan de acci[oó]n)"
_DASH = r"\s*[–—-]\s*"
_TITLE = re.compile(rf"^{_WORDS}{_DASH}(?P<member>.+?),\s*(?P<years>\d{{4}}(?:{_DASH}\d{{4}})?)$", re.IGNORECASE)
_YEARS = re.compile(rf"(?<!\d)((?:19|20)\d{{2}})(?:{_DASH}|/)((?:19|20)\d{{2}})(?!\d)")


class Member(NamedTuple):
    """A member of the partnership as a page names it.

    Attributes:
        name: the name, without the country.
        country: ISO 3166-1 alpha-2, None where the page names none that is known.
        national: whether the member is the country itself.
    """

    name: str
    country: str | None
    national: bool


def member_of(text: str) -> Member | None:
    """Reads "Agadir, Morocco" or "Morocco"; None where the text ends in no country."""
    name, comma, last = text.rpartition(",")
    country = countries().get(fold(last))
    if country is None:
        return None
    return Member(name.strip(), country, False) if comma and name.strip() else Member(last.strip(), country, True)


def titled_member(title: str) -> Member | None:
    """Gives the member that the title of a plan page names: "Action plan – Agadir, Morocco, 2025 – 2027"."""
    found = _TITLE.match(title)
    return member_of(found["member"]) if found else None


def is_plan_title(text: str) -> bool:
    """Tells whether a text is the title of a plan page."""
    return _TITLE.match(text) is not None


def years_of(title: str) -> tuple[str, str] | None:
    """Gives the first and last year that a title names, where it names exactly one span."""
    spans = _YEARS.findall(title)
    return spans[0] if len(spans) == 1 and spans[0][0] <= spans[0][1] else None

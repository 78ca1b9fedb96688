"""Names as CKAN takes them: of datasets, of tags, of licences.

Source: the documentation of CKAN's action API (`package_create`) and the validators it names: a name has 2 to 100
characters, lower-case letters of ASCII, digits, `-` and `_`; a tag has 2 to 100 characters, letters of any script,
digits, spaces, `-`, `_` and `.`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from opengov_local.resources import rows_of

SHORTEST: Final = 2
LONGEST: Final = 100
NOT_SPECIFIED: Final = "notspecified"
"""CKAN's licence of a dataset whose licence is not stated."""
_NOT_IN_NAMES: Final = re.compile("[^a-z0-9_-]+")
_NOT_IN_TAGS: Final = re.compile(r"[^\w .-]+")


def name_of(identifier: str) -> str:
    """Gives the name of a dataset: the id of the package in the characters that CKAN takes."""
    name = _NOT_IN_NAMES.sub("-", identifier.lower()).strip("-")[:LONGEST]
    return name if len(name) >= SHORTEST else f"{name}--"[:SHORTEST]


def is_name(words: str) -> bool:
    """Tells whether some words can be the name or id of something on a portal."""
    return SHORTEST <= len(words) <= LONGEST and not _NOT_IN_NAMES.search(words)


def tag_of(words: str) -> str | None:
    """Gives some words as a tag; None where too few letters are left."""
    tag = " ".join(_NOT_IN_TAGS.sub(" ", words).split())[:LONGEST].strip()
    return tag if len(tag) >= SHORTEST else None


def licence_of(licence: str | None) -> str | None:
    """Gives CKAN's own id of a licence; None where it has none."""
    return NOT_SPECIFIED if licence is None else _licences().get(licence)


def is_web(address: str) -> bool:
    """Tells whether an address leads to the web."""
    return address.startswith(("https://", "http://"))


@cache
def _licences() -> dict[str, str]:
    return {row["spdx"]: row["ckan"] for row in rows_of(__package__, "licences.csv")}

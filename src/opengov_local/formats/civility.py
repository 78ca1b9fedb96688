"""Forms of address before names of persons: `Mme X`, `السيد ب`, and what forms print for either, `M./Mme X`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from opengov_local.importing.words.tables import AND
from opengov_local.resources import rows_of

_FORMS: Final = rows_of(__package__, "civility.csv")


def _any_of(kind: str, *languages: str) -> str:
    """Gives the alternatives of a pattern of the forms of one kind, in some languages or all."""
    said = (row for row in _FORMS if row["kind"] == kind and (not languages or row["language"] in languages))
    return "|".join(re.escape(row["form"]).replace("/", r"\s?/\s?") for row in said)


_ADDRESS: Final = (
    rf"(?:{_any_of('one')}"
    r"|(?-i:D\.(?=\s[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])|Don(?=\s[A-ZÀ-Þ]\S+\s(?:(?:de|del|la)\s)*[A-ZÀ-Þ])))\s"
)
_ONE_OF_SEVERAL: Final = {row["form"].casefold(): row["one"] for row in _FORMS if row["kind"] == "several"}
"""Forms of address of several persons, and that of one of them."""
_SEVERAL: Final = "|".join(map(re.escape, _ONE_OF_SEVERAL))
_ANY: Final = rf"(?:{_ADDRESS}|(?:{_any_of('full')}|{_SEVERAL})\s)"
_JOINED: Final = re.compile(rf"\s+(?:{AND})\s+(?={_ANY})|\s+و\s?(?=(?:{_any_of('one', 'ar')})\s)", re.IGNORECASE)
"""A word that joins persons: the next begins with a form of address."""
_LISTED: Final = re.compile(rf"{_JOINED.pattern}|\s*[,،]\s*(?={_ANY})", re.IGNORECASE)
_INSIDE: Final = re.compile(rf"(?<=\S\s){_ANY}", re.IGNORECASE)
_FULL: Final = re.compile(rf"(?:^|\s+)(?:{_any_of('full')})\s+", re.IGNORECASE)
_BEGINS: Final = re.compile(f"^{_ADDRESS}", re.IGNORECASE)
_BEHIND_A_COMMA: Final = re.compile(rf"(?:^|[,،]\s){_ADDRESS}", re.IGNORECASE)


class OfSeveral(NamedTuple):
    """The form of address of one person, in the place of one of several, and the words behind it."""

    one: str
    rest: str


def one_of_plural(text: str) -> OfSeveral | None:
    """Parts a form of address of several persons from words, and gives that of one; None where none stands there."""
    first, _, rest = text.strip().partition(" ")
    one = _ONE_OF_SEVERAL.get(first.casefold())
    return OfSeveral(one, rest.strip()) if one is not None else None


def may_name_several(text: str) -> bool:
    """Tells quickly whether words may name several persons and nothing else: a form of address begins each."""
    return one_of_plural(text) is not None or len(each_addressed(text, commas=True)) > 1


def is_addressed(text: str) -> bool:
    """Tells whether words begin with a form of address, as names of persons do."""
    return _BEGINS.match(text) is not None


def without_address(text: str) -> str:
    """Gives words without the form of address that they begin with."""
    return _BEGINS.sub("", text, count=1).strip()


def without_full_address(text: str) -> str:
    """Gives words without the forms of address in full, "Monsieur" or "Madame", that stand before some of them."""
    return _FULL.sub(" ", text).strip()


@lru_cache(1 << 12)
def names_addressed(text: str) -> bool:
    """Tells whether a form of address stands at the beginning of words or behind a comma in them."""
    return _BEHIND_A_COMMA.search(text) is not None


@lru_cache(1 << 12)
def each_addressed(text: str, *, commas: bool = False) -> tuple[str, ...]:
    """Parts persons that a word joins, "M. X et Mme Y"; "M. et Mme X", and who speaks for a body, stay one.

    Args:
        text: one name of a list.
        commas: whether a comma parts them too, where there are but persons: "M. X, Mme Y".
    """
    parts = tuple((_LISTED if commas else _JOINED).split(text))
    if len(parts) == 1:
        return (text,)
    whole = any(" " not in part.strip() or _INSIDE.search(part) or part.count("(") != part.count(")") for part in parts)
    return (text,) if whole else tuple(part.strip() for part in parts)

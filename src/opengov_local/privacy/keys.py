"""Headings and keys under which tables and platforms keep what is private: contacts, names of users."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from opengov_local.model.base import OWN
from opengov_local.privacy.redaction import What
from opengov_local.resources import rows_of

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PARTING: Final = re.compile(r"[\W_]+")


@cache
def private_key(key: str) -> What | None:
    """Tells what stands under a heading or a path of keys (`author/name`); None where it is nothing private.

    Words of the table `private_keys.csv` tell it: anywhere in the heading, or, where the table says so, as the whole
    of it or of one part of a path.
    """
    parts = frozenset(map(_folded, (key, key.removeprefix(OWN), *key.split("/"))))
    words = f" {_folded(key)} "
    for known, whole, what in _keys():
        if known in parts or (not whole and f" {known} " in words):
            return what
    return None


@cache
def _keys() -> tuple[tuple[str, bool, What], ...]:
    known: dict[str, What] = {"contacts": "contacts", "user_names": "user_names"}
    rows = rows_of(__package__, "private_keys.csv")
    return tuple((_folded(row["words"]), row["whole"] == "true", known[row["kind"]]) for row in rows)


def _folded(text: str) -> str:
    """Writes words in small letters without marks, parted by single spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", _HUMP.sub(" ", text)) if not unicodedata.combining(c))
    return _PARTING.sub(" ", bare.replace("ـ", "")).strip().casefold()

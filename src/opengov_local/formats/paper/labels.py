"""The wording of documents: every label in English, French and Arabic, read from the tables labels.csv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, Literal

from opengov_local.resources import rows_of

LANGUAGES: Final = ("en", "fr", "ar")
"""The languages of documents."""
_ROOMS: Final = __name__.rpartition(".")[0].rpartition(".")[0]

Evidence = Literal["verified", "recalled", "own"]


@dataclass(frozen=True, slots=True)
class Label:
    """One line of a table of labels.

    Attributes:
        key: its name; the part before the point is the form or block it belongs to.
        texts: its words by language.
        evidence: whether the words were read where they are official, on pages of OGP or of the network (`verified`),
            are remembered from a form (`recalled`) or are this project's (`own`).
    """

    key: str
    texts: MappingProxyType[str, str]
    evidence: Evidence


Wording = Mapping[str, Label]
"""Labels by key, in the order of the tables, which is the order of the documents."""


@cache
def wording(*rooms: str) -> Wording:
    """Gives the labels of some rooms of `formats`, and those that all documents share.

    Raises:
        ValueError: two tables have one key.
    """
    found: dict[str, Label] = {}
    for room in (*rooms, "paper"):
        for label in _table(room):
            if label.key in found:
                raise ValueError(f"{room}/labels.csv: {label.key} stands in another table too")
            found[label.key] = label
    return MappingProxyType(found)


@cache
def _table(room: str) -> list[Label]:
    return [_label(row) for row in rows_of(f"{_ROOMS}.{room}", "labels.csv")]


def _label(row: dict[str, str]) -> Label:
    evidence = row["evidence"]
    if evidence not in ("verified", "recalled", "own"):
        raise ValueError(f"labels.csv: {row['key']} has the evidence {evidence!r}")
    texts = {language: row[language] for language in LANGUAGES}
    return Label(row["key"], MappingProxyType(texts), evidence)  # type: ignore[arg-type]

"""The wording of the form: every label in English, French and Arabic, read from labels.csv."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal

LANGUAGES: Final = ("en", "fr", "ar")
"""The languages of the form."""

Evidence = Literal["verified", "recalled", "own"]


@dataclass(frozen=True, slots=True)
class Label:
    """One line of the table of labels.

    Attributes:
        key: its name; the part before the point is the form or block it belongs to.
        texts: its words by language.
        evidence: whether the English words were read on OGP's pages (`verified`), are remembered from
            its form (`recalled`) or are this project's (`own`).
    """

    key: str
    texts: MappingProxyType[str, str]
    evidence: Evidence


@cache
def labels() -> MappingProxyType[str, Label]:
    """Gives all labels by key, in the order of the table, which is the order of the form."""
    text = files("opengov_local.formats.ogp_local").joinpath("labels.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return MappingProxyType({row["key"]: _label(row) for row in rows})


def _label(row: dict[str, str]) -> Label:
    evidence = row["evidence"]
    if evidence not in ("verified", "recalled", "own"):
        raise ValueError(f"labels.csv: {row['key']} has the evidence {evidence!r}")
    texts = {language: row[language] for language in LANGUAGES}
    return Label(row["key"], MappingProxyType(texts), evidence)  # type: ignore[arg-type]

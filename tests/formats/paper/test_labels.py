"""The tables of labels of all documents: whole, no key twice, with equal places in every language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from opengov_local.formats.paper.labels import LANGUAGES, wording

ROOMS = (
    "ogp_local",
    "ogp_national",
    "ogp_assessments",
    "programme",
    "workshop",
    "plan_page",
    "plan_index",
    "agenda",
    "ckan",
    "stratml",
)
"""The rooms of `formats` that have a table of labels, beside the one that all share."""


def rows() -> Iterator[tuple[str, dict[str, str]]]:
    """Gives the rows of all tables, each with its room."""
    for room in (*ROOMS, "paper"):
        text = files(f"opengov_local.formats.{room}").joinpath("labels.csv").read_text(encoding="utf-8")
        yield from ((room, row) for row in csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("room", ROOMS)
def test_no_key_stands_twice(room: str) -> None:
    assert len(wording(room)) == sum(1 for where, _ in rows() if where in (room, "paper"))


@pytest.mark.parametrize("room", [*ROOMS, "paper"])
def test_rows_are_whole(room: str) -> None:
    for row in (row for where, row in rows() if where == room):
        assert all(row[column] for column in row), row["key"]
        assert row["evidence"] in ("verified", "recalled", "own"), row["key"]
        assert {row["fr_evidence"], row["ar_evidence"]} <= {"seen", "own"}, row["key"]
        assert row["reviewed"] == "false", row["key"]
        places = [sorted(re.findall(r"\{\w+\}", row[language])) for language in LANGUAGES]
        assert places[0] == places[1] == places[2], row["key"]

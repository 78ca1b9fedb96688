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


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{room}-{row['key']}") for room, row in rows()])
def test_row_is_whole(row: dict[str, str]) -> None:
    assert all(row[column] for column in row)
    assert row["evidence"] in ("verified", "recalled", "own")
    assert {row["fr_evidence"], row["ar_evidence"]} <= {"seen", "own"}
    assert row["reviewed"] == "false"
    places = [sorted(re.findall(r"\{\w+\}", row[language])) for language in LANGUAGES]
    assert places[0] == places[1] == places[2]

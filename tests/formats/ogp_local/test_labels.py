"""The table of labels: whole, with equal places in every language, and every line of it in use."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from opengov_local.formats.ogp_local.labels import LANGUAGES, labels
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.ogp_local.scribe import Scribe
from opengov_local.model import Package

ROWS = list(
    csv.DictReader(
        io.StringIO(
            files("opengov_local.formats.ogp_local").joinpath("labels.csv").read_text(encoding="utf-8"), newline=""
        )
    )
)


def test_no_key_stands_twice() -> None:
    assert len(labels()) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_row_is_whole(row: dict[str, str]) -> None:
    assert all(row[column] for column in row)
    assert row["evidence"] in ("verified", "recalled", "own")
    assert {row["fr_evidence"], row["ar_evidence"]} <= {"seen", "own"}
    assert row["reviewed"] == "false"
    places = [sorted(re.findall(r"\{\w+\}", row[language])) for language in LANGUAGES]
    assert places[0] == places[1] == places[2]


def test_every_label_is_used(made_up: Callable[..., Package], monkeypatch: pytest.MonkeyPatch) -> None:
    used: set[str] = set()
    label = Scribe.label

    def noting(self: Scribe, key: str, **values: object) -> str:
        used.add(key)
        return label(self, key, **values)

    monkeypatch.setattr(Scribe, "label", noting)

    def edit(tree: dict[str, object]) -> None:
        workshops = tree["workshops"]
        assert isinstance(workshops, list)
        groups = workshops[0]["working_groups"]
        groups[1]["contributions"] = [{"id": "test.x:n", "kind": "other", "text": {"fr": "a\x00b"}}]
        groups[1]["title"] = {"fr": "a\x00b"}
        workshops[0]["partners"] = []
        tree["assessments"] = []

    compose(made_up(), language="fr", with_contacts=False, plan=None)
    compose(made_up(edit), language="fr", with_contacts=False, plan=None)
    assert set(labels()) - used == set()

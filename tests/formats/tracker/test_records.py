"""Updates as records in JSON and YAML; all made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.formats.tracker.test_tracker import BASE, codes, tree_of, updates_of

import opengov_local as ogl
from opengov_local import api
from opengov_local.importing.options import ImportOptions

YAML = """- reporting_period: 2025-06
  milestones: "1.1"
  status: LP
  progress: {en: Drafted, fr: Rédigé}
  challenges_en: Budget
- reporting_period: 2025-12
  milestones: "1.1"
  status: C
  progress_en: Open
"""
RECORDS: list[dict[str, Any]] = [
    {"reporting_period": "2025-06", "milestones": "1.1", "status": "LP", "progress": {"en": "Drafted", "fr": "Rédigé"},
     "challenges_en": "Budget"},
    {"reporting_period": "2025-12", "milestones": "1.1", "status": "C", "progress_en": "Open"},
]  # fmt: skip


def _read(path: Path, base: dict[str, Any] | None = BASE) -> Any:
    return ogl.read(path, options=ImportOptions(base=base, id_prefix="test.made-up"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("made-up.yaml", YAML),
        ("made-up.json", json.dumps(RECORDS, indent=1)),
        ("made-up.json", json.dumps({"records": RECORDS}, indent=1)),
    ],
)
def test_records_are_read_as_rows_are(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    done = _read(path)
    first, second = updates_of(done)
    assert (first["target"], first["period"]["start"]) == ("test.made-up:m11", "2025-06")
    assert first["text"] == {"en": "Drafted", "fr": "Rédigé"}
    assert [one["status"]["code"] for one in (first, second)] == ["limited", "completed"]
    assert (
        done.document.locate("/progress_updates/1/status/code").line > done.document.locate("/progress_updates/0").line
    )
    assert done.account.counts.get("unmapped", 0) == 0
    assert api.is_imported(str(path))


def test_unknown_keys_are_kept_where_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "made-up.json"
    path.write_text(json.dumps([{**RECORDS[1], "weather": "dry"}]), encoding="utf-8")
    done = _read(path)
    (update,) = updates_of(done)
    assert [(one["label"], one["text"]) for one in update["x_unmapped"]] == [("weather", "dry")]
    assert "import/column-unmapped" in codes(done)


@pytest.mark.parametrize(
    "data",
    [
        [{**RECORDS[0], "more": [1]}],
        {"records": RECORDS, "total": 2},
        [{"name": "a", "value": 1}],
        [RECORDS[0], 1],
    ],
)
def test_other_data_stays_as_it_is(data: Any, tmp_path: Path) -> None:
    path = tmp_path / "made-up.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    done = _read(path)
    assert done.document is not None
    assert done.document.format == "json"
    assert done.document.tree == data


def test_records_that_name_indicators_make_the_plan(tmp_path: Path) -> None:
    record = {"reporting_period": "2025-06", "commitments": "1 Portal", "milestones": "1.1 Launch", "status": "C"}
    path = tmp_path / "made-up.json"
    path.write_text(json.dumps([{**record, "indicators": f"1.1.{at} Users {at}"} for at in (1, 2)]), encoding="utf-8")
    tree = tree_of(_read(path, None))
    (milestone,) = tree["plans"][0]["commitments"][0]["milestones"]
    assert [one["target"] for one in tree["progress_updates"]] == [one["id"] for one in milestone["indicators"]]

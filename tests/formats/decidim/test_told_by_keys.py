"""JSON that is an export of Decidim is known by its keys; all of it made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import opengov_local as ogl
from opengov_local import api

_RESULT = {"id": 10, "title": {"es": "Compromiso", "ca": "Compromís"}, "parent": None, "progress": 40}
_ANSWER = {"id": "10", "title": {"translations": [{"locale": "es", "text": "Compromiso"}]}, "progress": 40}


@pytest.mark.parametrize(
    "data",
    [
        [_RESULT, {**_RESULT, "id": 11}],
        {"results": [_RESULT]},
        {"data": {"participatoryProcess": {"id": "1", "components": {"nodes": [{"results": {"nodes": [_ANSWER]}}]}}}},
    ],
)
def test_exports_are_read_without_the_name_of_their_format(data: Any, tmp_path: Path) -> None:
    path = tmp_path / "made-up.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    done = ogl.read(path)
    assert done.document
    assert done.document.format == "decidim"
    assert done.document.tree["plans"][0]["commitments"][0]["title"]["es"] == "Compromiso"
    assert api.is_imported(str(path))


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        [1],
        [{"id": 10, "title": "Compromiso", "progress": 40}],
        [_RESULT, "x"],
        {"schema_version": "0.1", "results": [_RESULT]},
        {"id": "test.made-up:package", "plans": [{"title": {"es": "Plan"}}], "results": [_RESULT]},
        {"other": [{"title": {"es": "Compromiso"}, "body": 1}]},
    ],
)
def test_other_data_stays_as_it_is(data: Any, tmp_path: Path) -> None:
    path = tmp_path / "made-up.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    done = ogl.read(path)
    assert done.document
    assert (done.document.format, done.document.tree) == ("json", data)
    assert not api.is_imported(str(path))

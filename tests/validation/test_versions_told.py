"""What is said of the version of a file, and that nothing of it is lost: the table of `docs/versions.md`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import opengov_local as ogl

ROOT = Path(__file__).parents[2]
TOLD = {
    "0.1": None,
    "0.1-draft": "structure/draft-version",
    "0.2": "structure/newer-minor-version",
    "0.2-draft": "structure/newer-minor-version",
    "1.0": "structure/unsupported-version",
    "abc": "structure/bad-format",
}


def _tree(version: str) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((ROOT / "examples" / "agadir-ogp-2025.json").read_bytes())
    tree |= {"schema_version": version, "x_own": {"nothing": None, "half": 0.5}}
    tree["plans"][0]["x_own"] = []
    return tree


@pytest.mark.parametrize(("version", "code"), TOLD.items())
def test_the_version_of_a_file_is_told_as_the_page_says(version: str, code: str | None) -> None:
    data = json.dumps(_tree(version)).encode()
    told = {finding.code for finding in ogl.validate(data).findings}
    assert told == ({code} if code else set())
    if code:
        page = (ROOT / "docs" / "versions.md").read_text(encoding="utf-8")
        assert f"`{code}`" in page.partition("## What this library does with a file")[2].partition("\n## ")[0]


@pytest.mark.parametrize("version", [version for version in TOLD if version != "abc"])
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_a_file_of_any_version_comes_back(version: str, format: str) -> None:
    tree = _tree(version)
    written = ogl.dump(ogl.load(json.dumps(tree).encode()), format).data
    read = ogl.read(written, format=format).document
    assert read is not None
    assert read.tree == tree

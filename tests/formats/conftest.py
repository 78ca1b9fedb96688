"""Packages for the tests of documents: a made-up one that states everything, and a bare one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model import Package

Tree = dict[str, Any]
Edit = Callable[[Tree], object]
MakePackage = Callable[..., Package]

HERE = Path(__file__).parent / "ogp_local"


@pytest.fixture(scope="session")
def made_up_tree() -> Tree:
    """Gives the data of made_up.json; it is shared, do not change it."""
    tree: Tree = json.loads((HERE / "made_up.json").read_text(encoding="utf-8"))
    return tree


@pytest.fixture(scope="session")
def made_up(made_up_tree: Tree) -> MakePackage:
    """Gives a function that makes the package that states everything, edited by a function of its tree."""

    def make(edit: Edit = lambda tree: None) -> Package:
        tree = json.loads(json.dumps(made_up_tree))
        edit(tree)
        return Package.model_validate_json(json.dumps(tree))

    return make


@pytest.fixture(scope="session")
def bare() -> MakePackage:
    """Gives a function that makes a package of one plan with one commitment that state only what they must."""

    def make(**plan: Any) -> Package:
        commitment = {"id": "test.x:c-1", "title": {"fr": "Engagement nu"}}
        least = {"id": "test.x:plan", "title": {"fr": "Plan nu"}, "framework": "other", "commitments": [commitment]}
        tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [{**least, **plan}]}
        return Package.model_validate_json(json.dumps(tree))

    return make


@pytest.fixture
def used_labels(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Gives the keys of the labels that documents have used since the test began."""
    used: set[str] = set()
    label = Scribe.label

    def noting(self: Scribe, key: str, **values: object) -> str:
        used.add(key)
        return label(self, key, **values)

    monkeypatch.setattr(Scribe, "label", noting)
    return used

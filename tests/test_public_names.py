"""The public names: the lazy table and what type checkers see are the same."""

from __future__ import annotations

import ast
from pathlib import Path

import opengov_local as ogl


def test_lazy_names_are_those_that_type_checkers_see() -> None:
    tree = ast.parse(Path(ogl.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.asname for node in ast.walk(block) if isinstance(node, ast.ImportFrom) for alias in node.names} - {
        None
    }
    assert seen == {*ogl._HOME_OF, *ogl._ROOMS}


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    for name in dir(ogl):
        if not name.startswith("_") and name[0].isupper() and name not in ("SCHEMA_VERSION", "TYPE_CHECKING"):
            assert getattr(ogl, name).__doc__, name

"""A file that is read again onto the package that was made of it gives that package: nothing twice, nothing gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.layouts.cases import FILES, read

import opengov_local as ogl

_REPORTS = ("report", "minutes", "follow-up", "letter")
AGAIN = [
    file
    for at, file in enumerate(FILES)
    if file.suffix in (".html", ".txt") or at % 6 == 0 or any(word in file.name for word in _REPORTS)
]
"""All kinds of files: reports of progress above all, whose updates could join the plan twice."""


@pytest.mark.parametrize("file", AGAIN, ids=lambda file: file.name)
def test_a_file_read_onto_its_own_package_gives_the_same(file: Path) -> None:
    document = read(file).document
    assert document is not None
    again = ogl.read(file, options=ogl.ImportOptions(base=document.tree)).document
    assert again is not None
    assert again.tree == document.tree

"""The command `template`."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from opengov_local.cli import template
from opengov_local.errors import OptionError
from opengov_local.formats.workbook.xlsx_format import read


def _run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    template.configure(parser)
    return template.run(parser.parse_args(arguments))


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_writes_a_workbook_that_can_be_read(tmp_path: Path, language: str) -> None:
    target = tmp_path / "classeur.xlsx"
    assert _run(str(target), "--lang", language, "--texts", "ar,fr,zgh") == 0
    assert read(target.read_bytes(), str(target)).document is not None


def test_a_file_that_is_there_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    target = tmp_path / "rempli.xlsx"
    target.write_bytes(b"rempli")
    with pytest.raises(OptionError) as refused:
        _run(str(target))
    assert refused.value.code == "tool/target-exists"
    assert target.read_bytes() == b"rempli"
    assert _run(str(target), "--force") == 0
    assert target.read_bytes() != b"rempli"

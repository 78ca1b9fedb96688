"""The table of formats and what is loaded from it."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

import opengov_local as ogl
from opengov_local import formats
from opengov_local.errors import MissingExtraError, UnknownFormatError
from opengov_local.formats import Format
from opengov_local.resources import data_folder

EXAMPLES = data_folder("examples")


@pytest.mark.parametrize("row", formats.FORMATS, ids=formats.names())
def test_every_row_has_what_it_promises(row: Format) -> None:
    assert formats.get(row.name) is row
    assert callable(row.reader()) if row.reads else row.name not in formats.readable()
    assert callable(row.writer()) if row.writes else row.name not in formats.writable()
    assert all(ending.startswith(".") and ending == ending.lower() for ending in row.extensions)


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.json", "json"), (Path("x/B.JSON"), "json"), ("a.yml", "yaml"), ("a.json.yaml", "yaml")],
)
def test_the_ending_names_the_format(path: str | Path, name: str) -> None:
    assert formats.by_extension(path).name == name


@pytest.mark.parametrize("path", ["-", "json", "plan.jsonx", ""])
def test_an_unknown_ending_is_an_error(path: str) -> None:
    with pytest.raises(UnknownFormatError):
        formats.by_extension(path)


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(UnknownFormatError):
        formats.get("JSON")


def test_one_way_formats_refuse_the_other_way() -> None:
    row = Format("none", "None", (), "opengov_local.formats.json_format", False, False)
    with pytest.raises(UnknownFormatError):
        row.reader()
    with pytest.raises(UnknownFormatError):
        row.writer()


@pytest.mark.parametrize(("name", "file"), [("csv", "plan.csv"), ("csv", "Plan.TSV"), ("xlsx", "plan.xlsm")])
def test_no_file_is_written_under_an_ending_that_means_another_kind(name: str, file: str) -> None:
    with pytest.raises(UnknownFormatError) as caught:
        formats.get(name).writer(file)
    assert caught.value.code == "tool/ending-not-written"


def test_a_missing_package_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("yaml_format", "yaml_text"):
        monkeypatch.delitem(sys.modules, f"opengov_local.formats.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtraError) as caught:
        formats.get("yaml").reader()
    assert caught.value.extra == "yaml"


def test_a_broken_module_of_ours_is_no_missing_extra() -> None:
    row = Format("none", "None", (), "opengov_local.formats.missing", True, True, extra="none")
    with pytest.raises(ModuleNotFoundError):
        row.reader()


def test_what_a_writer_leaves_behind_is_soon_taken_away() -> None:
    package, write = ogl.load(EXAMPLES / "synthetic" / "full-plan.json"), formats.get("xlsx").writer()
    counts = []
    for _ in range(4):
        write(package, language="fr")
        gc.collect(1)
        counts.append(len(gc.get_objects()))
    assert gc.isenabled()
    assert counts[-1] - counts[1] < 1_000  # a workbook leaves thousands that hold each other


@pytest.mark.parametrize("row", [row for row in formats.FORMATS if row.writes], ids=lambda row: row.name)
def test_a_package_in_another_language_is_written_without_being_asked_for_one(row: Format) -> None:
    package = ogl.load(EXAMPLES / "synthetic" / "full-plan.json")
    package.default_language = "es"
    assert ogl.dump(package, row.name, read_back=False).data

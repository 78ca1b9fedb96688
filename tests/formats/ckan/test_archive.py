"""Archives for CKAN portals: the files that the dataset names lie in them, with the steps, and are read again."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.formats.workbook.packages import packages

import opengov_local as ogl
from opengov_local.cli import main
from opengov_local.formats.archive import archive
from opengov_local.formats.ckan.archive_format import GUIDE, read, write
from opengov_local.formats.ckan.packaged import DATASET
from opengov_local.model import Package
from opengov_local.resources import data_folder

EXAMPLES = data_folder("examples")


def _files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_file_that_is_to_be_uploaded_is_there_and_told(language: str) -> None:
    package = ogl.load(EXAMPLES / "synthetic" / "full-plan.json")
    written = write(package, language=language)
    files = _files(written.data)
    dataset: dict[str, Any] = json.loads(files[DATASET])
    waiting = [each["file_name"] for each in dataset["resources"] if "file_name" in each]
    assert [*files] == [GUIDE, DATASET, *waiting]
    (asked,) = (found for found in written.findings if found.code == "export/no-data-address")
    assert asked.params["files"] == tuple(waiting)
    guide = files[GUIDE].decode("utf-8-sig")
    assert all(guide.count(name) == 2 for name in waiting)  # to be uploaded by hand, or with a command
    for value in (dataset["title"], dataset["name"], dataset["license_id"], "package_create", "resource_patch"):
        assert value in guide
    assert all(tag["name"] in guide for tag in dataset["tags"])


def test_the_files_are_the_public_package() -> None:
    package = ogl.load(EXAMPLES / "four-regions-ogp-2025.json")
    files = _files(write(package).data)
    name = json.loads(files[DATASET])["name"]
    tables = ogl.read(files[f"{name}-csv.zip"], format="csv").document
    public = ogl.redact(package).package.to_tree()
    assert tables is not None
    assert tables.tree == public
    whole = ogl.load(files[f"{name}.json"])
    assert whole.to_tree() == public != package.to_tree()


def test_a_file_that_is_on_the_web_already_is_not_uploaded_again() -> None:
    files = _files(write(ogl.load(EXAMPLES / "oriental.json"), data_url="https://data.example/x.json").data)
    dataset = json.loads(files[DATASET])
    assert f"{dataset['name']}.json" not in files
    assert dataset["resources"][0]["url"] == "https://data.example/x.json" in files[GUIDE].decode()


@settings(max_examples=15)
@given(packages())
def test_any_package_comes_back(package: Package) -> None:
    document = read(write(package, with_contacts=True).data).document
    assert document is not None
    assert document.tree == package.to_tree()


def test_it_is_known_by_what_lies_in_it(tmp_path: Path) -> None:
    source, packed, back = EXAMPLES / "oriental.json", tmp_path / "portal.zip", tmp_path / "back.json"
    assert main(["convert", str(source), str(packed), "--to", "ckan-zip"]) == 0
    assert main(["convert", str(packed), str(back)]) == 0
    assert ogl.load(back) == ogl.load(source)


def test_the_same_package_gives_the_same_bytes() -> None:
    package = ogl.load(EXAMPLES / "oriental.json")
    assert write(package).data == write(package).data


@pytest.mark.parametrize(
    "files",
    [
        {},
        {DATASET: b"["},
        {DATASET: b"[]"},
        {DATASET: b'{"resources": 1}'},
        {DATASET: b'{"resources": [1, {"file_name": 2}, {"file_name": "a.json"}]}'},
        {DATASET: b'{"resources": [{"file_name": "a.zip"}]}', "a.zip": b""},
    ],
)
def test_other_archives_are_refused(files: dict[str, bytes]) -> None:
    done = read(archive(files), "x.zip")
    assert done.document is None
    assert [found.severity for found in done.findings] == ["error"]


def test_a_package_inside_that_is_broken_is_said(tmp_path: Path) -> None:
    parts = {DATASET: b'{"resources": [{"file_name": "a.json"}]}', "a.json": b"{"}
    done = read(archive(parts), "x.zip")
    assert [found.code for found in done.findings] == ["syntax/invalid-json"]

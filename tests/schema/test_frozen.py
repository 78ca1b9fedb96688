"""The freeze: what it writes, what it refuses, and that nothing frozen changes unseen."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import opengov_local
from opengov_local.model import SCHEMA_VERSION
from opengov_local.resources import data_folder
from opengov_local.schema import freeze as freezing
from opengov_local.schema import generate
from opengov_local.schema.freeze import NotFreezableError, freeze
from opengov_local.schema.frozen import MANIFEST, RECORD, digest, manifest, moved, next_draft, number, record, troubles
from opengov_local.schema.reason import Level

SMALL = {"package.schema.json": '{"properties": {"a": {}}}\n', "labels/fr.json": "{}\n"}
LESS = {**SMALL, "package.schema.json": '{"properties": {}}\n'}
MORE = {**SMALL, "package.schema.json": '{"properties": {"a": {}, "b": {}}}\n'}


def _frozen(schemas: Path, *versions: str) -> Path:
    for version in versions:
        freeze(schemas, version, SMALL)
    return schemas


def test_what_is_published_is_as_it_was_frozen() -> None:
    assert not list(troubles(data_folder("schemas"), SCHEMA_VERSION))


def test_the_models_have_not_left_the_frozen_version_that_they_name() -> None:
    assert not generate.frozen_advice()


def test_a_freeze_writes_the_files_their_digests_and_the_record(tmp_path: Path) -> None:
    folder = _frozen(tmp_path, "0.1") / "0.1"
    assert {path: (folder / path).read_text(encoding="utf-8") for path in SMALL} == SMALL
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert lines == [f"{digest(SMALL[path].encode())}  {path}" for path in sorted(SMALL)]
    assert record(tmp_path) == {"0.1": digest((folder / MANIFEST).read_bytes())}
    assert not list(troubles(tmp_path, "0.1"))


def test_the_manifest_is_one_that_other_tools_check(tmp_path: Path) -> None:
    folder = _frozen(tmp_path, "0.1") / "0.1"
    if (program := shutil.which("sha256sum")) is None:
        pytest.skip("sha256sum is not installed")
    assert not subprocess.run([program, "--check", "--strict", MANIFEST], cwd=folder, check=False).returncode


def test_a_freeze_replaces_what_was_only_generated_and_removes_its_draft(tmp_path: Path) -> None:
    for name in ("0.1", "0.1-draft", "0.2-draft"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "old.schema.json").write_text("{}", encoding="utf-8")
    _frozen(tmp_path, "0.1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.1", "0.2-draft", RECORD]
    assert not (tmp_path / "0.1" / "old.schema.json").exists()


@pytest.mark.parametrize("version", ["0.1-draft", "1", "01.0", "0.1.0", "", "../0.1", "0.1\n", "٠.١", "0.99999"])
def test_what_is_no_version_is_not_frozen(version: str, tmp_path: Path) -> None:
    assert number(version) is None
    with pytest.raises(NotFreezableError):
        freeze(tmp_path, version, SMALL)
    assert not list(tmp_path.iterdir())


def test_a_frozen_version_is_never_written_again(tmp_path: Path) -> None:
    _frozen(tmp_path, "0.1", "0.10")
    before = manifest(tmp_path)
    for version in ("0.1", "0.10", "0.9"):
        with pytest.raises(NotFreezableError):
            freeze(tmp_path, version, MORE)
    assert manifest(tmp_path) == before
    assert list(record(tmp_path)) == ["0.1", "0.10"]


def _edit(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")


TOUCHES: list[Callable[[Path], object]] = [
    lambda folder: _edit(folder / "0.1" / "package.schema.json"),
    lambda folder: _edit(folder / "0.1" / MANIFEST),
    lambda folder: (folder / "0.1" / "labels" / "fr.json").unlink(),
    lambda folder: (folder / "0.1" / MANIFEST).unlink(),
    lambda folder: (folder / "0.1" / "new.json").touch(),
    lambda folder: shutil.rmtree(folder / "0.1"),
    lambda folder: shutil.copytree(folder / "0.1", folder / "0.2"),
    lambda folder: (folder / RECORD).unlink(),
    lambda folder: (folder / RECORD).write_text("{}", encoding="utf-8"),
    lambda folder: (folder / "0.1-draft").mkdir(),
]


@pytest.mark.parametrize("touch", TOUCHES, ids=range(len(TOUCHES)))
def test_every_touch_is_seen(touch: Callable[[Path], object], tmp_path: Path) -> None:
    touch(_frozen(tmp_path, "0.1"))
    assert list(troubles(tmp_path, "0.2-draft"))


@pytest.mark.parametrize("touch", TOUCHES[:6], ids=range(6))
def test_nothing_is_frozen_beside_a_touched_folder(touch: Callable[[Path], object], tmp_path: Path) -> None:
    touch(_frozen(tmp_path, "0.1"))
    with pytest.raises(NotFreezableError):
        freeze(tmp_path, "0.2", SMALL)
    assert list(record(tmp_path)) == ["0.1"]


def test_the_working_version_may_stand_beside_the_frozen_ones(tmp_path: Path) -> None:
    (_frozen(tmp_path, "0.1") / "0.2-draft").mkdir()
    assert not list(troubles(tmp_path, "0.2-draft"))


@pytest.mark.parametrize(
    ("last", "version", "files", "allowed"),
    [
        ("0.1", "0.2", LESS, True),
        ("0.1", "1.0", LESS, True),
        ("1.0", "1.1", LESS, False),
        ("1.0", "2.0", LESS, True),
        ("1.0", "1.1", MORE, True),
        ("1.0", "1.1", SMALL, True),
    ],
    ids=range(6),
)
def test_from_one_on_a_major_change_needs_a_major_number(
    last: str, version: str, files: dict[str, str], allowed: bool, tmp_path: Path
) -> None:
    _frozen(tmp_path, last)
    if allowed:
        freeze(tmp_path, version, files)
    else:
        with pytest.raises(NotFreezableError):
            freeze(tmp_path, version, files)
    assert (version in record(tmp_path)) == allowed


@pytest.mark.parametrize(
    ("files", "level"),
    [(SMALL, None), (MORE, "minor"), (LESS, "major"), ({**SMALL, "labels/fr.json": "{ }\n"}, "none")],
    ids=["same", "more", "less", "spaces"],
)
def test_models_that_left_a_frozen_version(files: dict[str, str], level: Level | None, tmp_path: Path) -> None:
    change = moved(_frozen(tmp_path, "0.1"), "0.1", files)
    assert (change and change.level) == level
    assert moved(tmp_path, "0.2-draft", files) is None


@pytest.mark.parametrize(
    ("version", "level", "expected"),
    [
        ("0.1", "none", "0.2-draft"),
        ("0.1", "minor", "0.2-draft"),
        ("0.9", "major", "0.10-draft"),
        ("1.0", "minor", "1.1-draft"),
        ("1.2", "major", "2.0-draft"),
    ],
)
def test_the_next_draft(version: str, level: Level, expected: str) -> None:
    assert next_draft(version, level) == expected


def test_the_program_freezes_only_what_the_models_say(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["7.7"], [SCHEMA_VERSION, "7.7"]):
        assert freezing.main(arguments) == 2
        assert capsys.readouterr().err


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources whose models say 7.3, and which was frozen."""
    folder = tmp_path_factory.mktemp("checkout")
    source = Path(opengov_local.__file__).parent
    shutil.copytree(source, folder / "src" / "opengov_local", ignore=shutil.ignore_patterns("__pycache__", "_data"))
    (folder / "schemas").mkdir()
    _replace(folder, "model/package.py", f'SCHEMA_VERSION = "{SCHEMA_VERSION}"', 'SCHEMA_VERSION = "7.3"')
    assert _run(folder, "freeze", "7.3").returncode == 0
    return folder


def _replace(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "src" / "opengov_local" / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def _run(folder: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", f"opengov_local.schema.{module}", *arguments]
    environment = {"PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_whole_life(checkout: Path) -> None:
    """Frozen; generated again without a change; the model changes; the next draft; and that one frozen."""
    schemas = checkout / "schemas"
    package: dict[str, Any] = json.loads((schemas / "7.3" / "package.schema.json").read_text(encoding="utf-8"))
    assert package["$id"] == "urn:opengov-local:schema:7.3:package"
    assert package["properties"]["schema_version"]["examples"] == ["7.3"]
    assert "Version 7.3." in (checkout / "docs" / "reference" / "model.md").read_text(encoding="utf-8")
    assert _run(checkout, "generate", "--check").returncode == 0
    assert _run(checkout, "freeze", "7.3").returncode == 2

    frozen = manifest(schemas)
    _replace(checkout, "model/package.py", 'opt("What is in it.")', 'opt("What is inside.")')
    done = _run(checkout, "generate")
    assert (done.returncode, "7.4-draft" in done.stdout, manifest(schemas)) == (1, True, frozen)

    _replace(checkout, "model/package.py", 'SCHEMA_VERSION = "7.3"', 'SCHEMA_VERSION = "7.4-draft"')
    assert _run(checkout, "generate").returncode == 0
    assert sorted(path.name for path in schemas.iterdir()) == ["7.3", "7.4-draft", RECORD]
    assert _run(checkout, "changes", "schemas/7.3", "schemas/7.4-draft").returncode == 0
    assert not list(troubles(schemas, "7.4-draft"))

    _edit(schemas / "7.3" / "codelists.json")
    assert _run(checkout, "generate").returncode == 1

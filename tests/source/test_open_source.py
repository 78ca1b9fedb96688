"""Opening files and the standard input within the limit."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from opengov_local.errors import SourceError
from opengov_local.source import Limits, open_source


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_reads_a_file_and_keeps_its_name(tmp_path: Path) -> None:
    path = tmp_path / "خطة.json"
    path.write_bytes(b"\xff[]")
    opened = open_source(path)
    assert (opened.data, opened.source, opened.findings) == (b"\xff[]", str(path), ())


def test_reads_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"[1]"))
    assert open_source("-").data == b"[1]"


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as stream:
        stream.truncate(200 * 2**20)
    opened = open_source(path)
    assert opened.data is None
    assert [(finding.code, dict(finding.params)) for finding in opened.findings] == [
        ("syntax/too-large", {"size": 200 * 2**20, "limit": 64 * 2**20})
    ]


def test_a_file_of_the_very_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "just.json"
    path.write_bytes(b"[10]")
    assert open_source(path, limits=Limits(max_bytes=4)).data == b"[10]"
    assert open_source(path, limits=Limits(max_bytes=3)).data is None


def test_a_stream_is_read_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = Stdin(b"[" * 1000)
    monkeypatch.setattr(sys, "stdin", stdin)
    opened = open_source("-", limits=Limits(max_bytes=10))
    assert opened.data is None
    assert [dict(finding.params) for finding in opened.findings] == [{"limit": 10}]
    assert stdin.buffer.tell() == 11


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero on this system")
def test_an_endless_device_ends_at_the_limit() -> None:
    assert [finding.code for finding in open_source("/dev/zero").findings] == ["syntax/too-large"]


@pytest.mark.parametrize("name", ["missing.json", "folder", "missing/plan.json", "a\0b"])
def test_what_cannot_be_opened_is_a_source_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SourceError):
        open_source(tmp_path / name)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_a_source_error(tmp_path: Path) -> None:
    path = tmp_path / "secret.json"
    path.write_bytes(b"[]")
    path.chmod(0)
    with pytest.raises(SourceError):
        open_source(path)

"""The public functions where something is wrong: strict loading, wrong sources, and sources that must stay."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

import opengov_local as ogl
from opengov_local.finding import Severity

WARNED = b'{"schema_version":"0.1","id":"org.example:p","tilte":{"fr":"x"}}'
CLEAN = b'{"schema_version":"0.1","id":"org.example:p"}'
BROKEN = b'{"schema_version":"0.1"}'


def test_load_refuses_what_is_as_grave_as_asked() -> None:
    assert ogl.load(WARNED).id == "org.example:p"
    assert ogl.load(WARNED, raise_on="error").id == "org.example:p"
    severities: tuple[Severity, ...] = ("warning", "info")
    for severity in severities:
        with pytest.raises(ogl.InvalidDocument) as caught:
            ogl.load(WARNED, raise_on=severity)
        assert [found.code for found in caught.value.report.findings] == ["structure/unknown-field"]
        assert caught.value.params["first"] == "structure/unknown-field"
    assert ogl.load(CLEAN, raise_on="info").id == "org.example:p"


def test_the_tree_of_a_sound_package_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    source, target = tmp_path / "source.json", tmp_path / "target.json"
    for file in (source, target):
        file.write_bytes(CLEAN)
    imported = ogl.read(source)
    assert imported.document is not None
    assert "tree" not in vars(imported.document)
    assert imported.document.tree == json.loads(CLEAN)
    assert ogl.convert(source, target, overwrite=False).written  # it is the same package
    target.write_bytes(CLEAN.replace(b"example:p", b"example:q"))
    with pytest.raises(ogl.OptionError) as caught:
        ogl.convert(source, target, overwrite=False)
    assert caught.value.code == "tool/target-exists"


@pytest.mark.parametrize("data", [CLEAN, WARNED, BROKEN])
def test_an_unknown_severity_is_refused_whatever_the_data(data: bytes) -> None:
    with pytest.raises(ogl.OptionError) as caught:
        ogl.load(data, raise_on=cast(Severity, "eror"))
    assert caught.value.code == "tool/unknown-severity"


@pytest.mark.parametrize(
    ("data", "expected"),
    [(CLEAN, (False, False, False)), (WARNED, (False, True, True)), (BROKEN, (True, True, True))],
)
def test_a_report_has_what_is_as_grave_or_graver(data: bytes, expected: tuple[bool, ...]) -> None:
    report = ogl.validate(data)
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    assert tuple(report.has(severity) for severity in severities) == expected


@pytest.mark.parametrize("data", [CLEAN, BROKEN, b""])
def test_today_is_a_day(data: bytes) -> None:
    assert ogl.validate(data, today=datetime(2026, 11, 23, 23, 59, tzinfo=UTC)).today == "2026-11-23"
    for wrong in ("2026-11-23", 0):
        with pytest.raises(TypeError, match="fromisoformat"):
            ogl.validate(data, today=cast(Any, wrong))


@pytest.mark.parametrize("source", [{"id": "org.example:p"}, None, 3, ["plan.json"]])
def test_what_is_no_source_is_a_type_error(source: object) -> None:
    for function in (ogl.read, ogl.load, ogl.validate):
        with pytest.raises(TypeError, match="bytes"):
            cast(Any, function)(source)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("folder", "tool/source-is-folder"),
        ("folder.json", "tool/source-is-folder"),
        ("missing.json", "tool/no-such-file"),
        ("missing", "tool/no-such-file"),
        ("[draft] missing.json", "tool/no-such-file"),
        ("link.json", "tool/dangling-link"),
        ("file.json/plan.json", "tool/unreadable"),
        ("a\0b.json", "tool/unreadable"),
    ],
)
def test_what_cannot_be_opened_says_why(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file.json").write_bytes(CLEAN)
    (tmp_path / "link.json").symlink_to("nowhere")
    with pytest.raises(ogl.SourceError) as caught:
        ogl.load(tmp_path / name)
    assert (caught.value.code, caught.value.params["file"]) == (code, str(tmp_path / name))


@pytest.mark.parametrize("text", ['{"id": "org.example:p"}', "[1]\n", '{"id": "' + "x" * 5000 + '"}'])
def test_json_text_is_not_taken_for_the_name_of_a_file(text: str) -> None:
    with pytest.raises(ogl.SourceError) as caught:
        ogl.load(text)
    assert caught.value.code == "tool/text-as-path"


def test_a_form_is_written_not_read_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(ogl.UnknownFormatError) as caught:
        ogl.read(path, format="ogp-local-docx")
    assert caught.value.code == "tool/written-not-read"
    assert caught.value.params["file"] == str(path)
    known = caught.value.params["known"]
    assert isinstance(known, tuple)
    assert {".json", ".yaml", ".yml", ".docx"} <= set(known)
    assert [finding.code for finding in ogl.read(path).findings] == ["source/corrupt"]


@pytest.mark.parametrize("through_link", [False, True])
def test_a_source_is_not_overwritten_with_another_format(tmp_path: Path, through_link: bool) -> None:
    source = tmp_path / "plan.json"
    source.write_bytes(CLEAN)
    target = source
    if through_link:
        target = tmp_path / "plan.yaml"
        target.symlink_to(source)
    with pytest.raises(ogl.OptionError) as caught:
        ogl.convert(source, target, to_format="yaml")
    assert caught.value.code == "tool/overwrites-source"
    assert source.read_bytes() == CLEAN


def test_a_source_can_be_written_anew_in_its_own_format(tmp_path: Path) -> None:
    source = tmp_path / "plan.json"
    source.write_bytes(CLEAN)
    assert ogl.convert(source, source).written
    assert ogl.load(source).id == "org.example:p"


def test_errors_survive_pickling() -> None:
    error = pickle.loads(pickle.dumps(ogl.SourceError("tool/no-such-file", file="plan.json")))
    assert (error.code, error.params) == ("tool/no-such-file", {"file": "plan.json"})
    with pytest.raises(ogl.InvalidDocument) as caught:
        ogl.load(BROKEN)
    again = pickle.loads(pickle.dumps(caught.value))
    assert [found.code for found in again.report.findings] == ["structure/missing-field"]


@pytest.mark.parametrize(
    ("own", "title", "heading"),
    [
        (None, {"ar": "برنامج"}, "خطة العمل"),
        (None, {"en": "Plan"}, "Action plan"),
        (None, {"ar": "برنامج", "fr": "Programme"}, "Plan d’action"),
        (None, {"es": "Plan"}, "Plan d’action"),
        ("fr", {"ar": "برنامج"}, "Plan d’action"),
        ("ar-MA", {"ar-MA": "برنامج"}, "خطة العمل"),
        ("en-GB", {"en-GB": "Plan"}, "Action plan"),
        ("es", {"es": "Plan"}, "Plan d’action"),
        ("zgh", {"zgh": "ⴰⵙⵖⵉⵡⵙ", "ar": "برنامج"}, "خطة العمل"),
        ("mul", {"en": "Plan"}, "Action plan"),
    ],
)
def test_a_form_is_in_the_language_of_the_package_and_of_its_texts(
    own: str | None, title: dict[str, str], heading: str
) -> None:
    plan = {"id": "org.example.x:pl", "title": title, "framework": "other"}
    tree = {
        "id": "org.example.x:pk",
        "schema_version": "0.1",
        "plans": [plan],
        **({"default_language": own} if own else {}),
    }
    package = ogl.load(json.dumps(tree).encode())
    assert heading in ogl.dump(package, "programme-html").data.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_text_file_of_a_spreadsheet_is_read_as_its_table(tmp_path: Path, encoding: str) -> None:
    rows = [
        ["Plan d'action 2025-2027"],
        ["N°", "Projet", "Responsable"],
        ["1", "Portail", "DSI"],
        ["2", "Forum", "DAF"],
    ]
    for name in ("made-up.txt", "made-up.tsv"):
        text = "".join("\t".join([*row, "", ""][:3]) + "\r\n" for row in rows)
        (tmp_path / name).write_bytes(text.encode(encoding))
    document, table = (ogl.read(tmp_path / name).document for name in ("made-up.txt", "made-up.tsv"))
    assert document is not None
    assert table is not None
    read, same = (one.tree["plans"][0]["commitments"] for one in (document, table))
    assert [each["title"] for each in read] == [each["title"] for each in same] == [{"fr": "Portail"}, {"fr": "Forum"}]


def test_a_text_file_without_a_table_is_a_page_that_nobody_knows(tmp_path: Path) -> None:
    (tmp_path / "made-up.txt").write_text("Nothing\tof a plan\nstands here\n", encoding="utf-8")
    assert "import/nothing-recognised" in {finding.code for finding in ogl.read(tmp_path / "made-up.txt").findings}

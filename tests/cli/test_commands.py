"""The command line as a tired officer uses it: exit codes, codes of findings, files written or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from opengov_local import formats, messages
from opengov_local.cli import COMMANDS, main
from opengov_local.messages import LANGUAGES
from opengov_local.resources import data_folder

EXAMPLES = data_folder("examples")
FAULTY = EXAMPLES / "synthetic" / "faulty-plan.json"
TODAY = ["--today", "2026-11-23"]


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    main([*arguments, "--format", "json", *TODAY])
    loaded: dict[str, object] = json.loads(capsys.readouterr().out)
    return loaded


def _codes(report: object) -> set[tuple[str, str]]:
    assert isinstance(report, dict)
    return {
        (finding["code"], finding["location"]["pointer"])
        for one in report["reports"]
        for finding in one["findings"]
        if finding["severity"] != "info"
    }


def test_real_examples_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("oriental.json", "four-regions-ogp-2025.json", "agadir-ogp-2025.json", "synthetic/full-plan.json"):
        assert main(["validate", str(EXAMPLES / name), *TODAY]) == 0, capsys.readouterr().out


def test_faulty_example_exits_1_and_says_what_was_planted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(FAULTY), *TODAY]) == 1
    capsys.readouterr()
    expected = json.loads((EXAMPLES / "synthetic" / "faulty-plan.expected.json").read_bytes())
    planted = {(one["code"], one["pointer"]) for one in expected}
    assert planted <= _codes(_json(capsys, "validate", str(FAULTY)))


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_text_shows_every_code_in_every_language(capsys: pytest.CaptureFixture[str], language: str) -> None:
    main(["validate", str(FAULTY), "--lang", language, *TODAY])
    text = capsys.readouterr().out
    for code, pointer in _codes(_json(capsys, "validate", str(FAULTY))):
        assert f"[{code}] {pointer}" in text


def test_strict_counts_warnings_and_ignore_leaves_codes_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text('{"schema_version":"0.1","id":"org.example:p","tilte":{"fr":"x"}}', encoding="utf-8")
    assert main(["validate", str(path)]) == 0
    assert main(["validate", str(path), "--strict"]) == 1
    assert main(["validate", str(path), "--strict", "--ignore", "structure/unknown-field"]) == 0


def test_a_bounded_list_counts_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    report: Any = _json(capsys, "validate", str(FAULTY), "--max-findings", "2", "--ignore", "structure/bad-key")
    (one,) = report["reports"]
    assert len(one["findings"]) == 2
    assert one["counts"] == report["counts"]
    assert sum(one["unshown"].values()) == sum(one["counts"].values()) - 2
    assert one["ignored"] == 1


def test_folder_is_searched_and_a_broken_file_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / ".hidden").mkdir()
    good = '{"schema_version":"0.1","id":"org.example:p"}'
    for name, text in (
        ("a/good.json", good),
        ("b.json", "{"),
        ("c.json", good),
        (".hidden/x.json", "{"),
        ("n.txt", "{"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = _json(capsys, "validate", str(tmp_path))
    assert [(Path(one["source"]).name, one["valid"]) for one in report["reports"]] == [  # type: ignore[attr-defined]
        ("good.json", True),
        ("b.json", False),
        ("c.json", True),
    ]
    assert _codes(report) == {("syntax/invalid-json", "")}


def test_what_cannot_be_opened_exits_2_and_the_rest_is_judged(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    empty = tmp_path / "folder"
    empty.mkdir()
    assert main(["validate", str(tmp_path / "missing.json"), str(EXAMPLES / "oriental.json"), *TODAY]) == 2
    assert "oriental.json" in capsys.readouterr().out
    assert main(["validate", str(empty)]) == 2
    assert main(["validate", str(tmp_path / "plan.unknown")]) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "syntax/empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "syntax/not-utf8"),
        (b"\xef\xbb\xbf{}", "syntax/bom"),
        (b'{"id":1,"id":2}', "syntax/duplicate-key"),
        (b"[" * 100_000, "syntax/too-deep"),
    ],
)
def test_bad_bytes_are_findings_with_a_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: bytes, code: str
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(data)
    assert main(["validate", str(path)]) == 1
    capsys.readouterr()
    report = _json(capsys, "validate", str(path))
    finding, *others = report["reports"][0]["findings"]  # type: ignore[index]
    assert not others or code == "syntax/bom"
    assert finding["code"] == code
    assert finding["location"]["line"] == 1


def test_a_file_of_200_megabytes_is_refused_without_being_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "plan.json"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    assert main(["validate", str(path)]) == 1
    capsys.readouterr()
    assert _codes(_json(capsys, "validate", str(path))) == {("syntax/too-large", "")}


def test_json_and_yaml_convert_without_loss(tmp_path: Path) -> None:
    for source in sorted(EXAMPLES.rglob("*-plan.json")) + sorted(EXAMPLES.glob("*.json")):
        if source == FAULTY:
            continue  # a number in a text field: YAML says that it cannot hold it
        there, back = tmp_path / "there.yaml", tmp_path / "back.json"
        assert main(["convert", str(source), str(there), "--force", *TODAY]) == 0
        assert main(["convert", str(there), str(back), "--force", *TODAY]) == 0
        assert json.loads(back.read_bytes()) == json.loads(source.read_bytes())


def test_an_incomplete_document_is_converted_as_it_is_with_its_report(tmp_path: Path) -> None:
    source, target, report = tmp_path / "plan.json", tmp_path / "plan.yaml", tmp_path / "report.json"
    source.write_text('{"schema_version":"0.1","plans":[{"title":{}}]}', encoding="utf-8")
    assert main(["convert", str(source), str(target), "--report", str(report)]) == 1
    assert target.read_text(encoding="utf-8").startswith("schema_version: ")
    assert _codes(json.loads(report.read_bytes())) == {
        ("structure/missing-field", "/id"),
        ("structure/missing-field", "/plans/0/id"),
        ("structure/missing-field", "/plans/0/framework"),
        ("structure/empty-value", "/plans/0/title"),
    }


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_a_form_of_faulty_data_is_not_written(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"form.{ending}"
    assert main(["convert", str(FAULTY), str(target), *TODAY]) == 1
    assert not target.exists()


def test_a_form_is_written_in_the_language_asked_for(tmp_path: Path) -> None:
    source = str(EXAMPLES / "agadir-ogp-2025.json")
    for language, direction in (("ar", 'dir="rtl"'), ("fr", 'lang="fr"')):
        target = tmp_path / f"{language}.html"
        assert main(["convert", source, str(target), "--lang", language, *TODAY]) == 0
        assert direction in target.read_text(encoding="utf-8")


def test_an_option_that_a_format_does_not_take_is_said(tmp_path: Path) -> None:
    source = str(EXAMPLES / "oriental.json")
    assert main(["convert", source, str(tmp_path / "a.json"), "--plan", "org.example:p"]) == 2
    assert main(["convert", source, str(tmp_path / "a.html"), "--plan", "org.example:p"]) == 2
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_when_the_target_cannot_be_written(tmp_path: Path) -> None:
    assert main(["convert", str(EXAMPLES / "oriental.json"), str(tmp_path / "no" / "a.json"), *TODAY]) == 2
    assert not list(tmp_path.iterdir())


def test_standard_input_and_output() -> None:
    data = (EXAMPLES / "oriental.json").read_bytes()
    command = [sys.executable, "-m", "opengov_local", "convert", "-", "-", "--to", "yaml", *TODAY]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(b"id: ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("جماعة وجدة", "02.411.01.23"),
        ("Commune d'Oujda", "02.411.01.23"),
        ("OUJDA", "02.411.01.23"),
        ("02.411.01.23",) * 2,
    ],
)
def test_territory_finds_one_place(capsys: pytest.CaptureFixture[str], text: str, code: str) -> None:
    assert main(["territory", *text.split()]) == 0
    assert capsys.readouterr().out.startswith(code)


def test_territory_says_that_a_name_is_ambiguous_or_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["territory", "Larache"]) == 1
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} >= {"01.331", "01.331.01.03"}
    assert main(["territory", "Atlantis"]) == 1


def test_schema_codelist_formats_and_help(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["schema"]) == 0
    names = capsys.readouterr().out.split()
    assert main(["schema", "-o", str(tmp_path / "out")]) == 0
    written = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.json")}
    extras = {"codelists.json", "labels/ar.json", "labels/fr.json"}
    assert written == {f"{name}.schema.json" for name in names} | extras
    assert main(["schema", "package"]) == 0
    assert json.loads(capsys.readouterr().out)["$id"].endswith(":package")
    assert main(["schema", "nothing"]) == 2
    assert main(["codelist", "status", "--lang", "ar"]) == 0
    assert main(["codelist", "nothing"]) == 2
    assert main(["formats"]) == 0
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} >= set(formats.names())
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(command in text for command in COMMANDS)
    assert main(["nothing"]) == 2
    assert main([]) == 2


def test_demo_writes_every_file_it_names(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["demo", "-o", str(tmp_path / "out"), "--lang", "en"]) == 0
    text = capsys.readouterr().out
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert {"oriental.programme.ar.docx", "full-plan.workshop.fr.docx", "full-plan.ogp-local.ar.html", "site"} <= set(
        files
    )
    assert all(name in text for name in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_formats_are_listed_in_the_language_asked_for(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", "--lang", language]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    reads, writes = messages.ui("format-reads", language), messages.ui("format-writes", language)
    for name, line in lines.items():
        row = formats.get(name)
        assert (reads in line, writes in line) == (bool(row.reads), bool(row.writes)), name
    assert messages.ui("format-needs", language, extra="opengov-local[yaml]") in lines["yaml"]

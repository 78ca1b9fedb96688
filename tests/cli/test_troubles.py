"""The command line where something is in the way: exit 2, a word in the user's language, and no traceback."""

from __future__ import annotations

import builtins
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, cast

import pytest

from opengov_local import formats, messages
from opengov_local.cli import main
from opengov_local.cli.wording import whole
from opengov_local.errors import OpenGovLocalError, OptionError
from opengov_local.report import RENDERERS
from opengov_local.resources import data_folder

ORIENTAL = data_folder("examples") / "oriental.json"
GOOD = '{"schema_version":"0.1","id":"org.example:p"}'
WARNED = '{"schema_version":"0.1","id":"org.example:p","tilte":{"fr":"x"}}'
posix = pytest.mark.skipif(os.name != "posix", reason="needs the shell and devices of POSIX")


def _said(code: str, language: str, **params: str | tuple[str, ...]) -> str:
    return f"opengov-local: {whole(messages.trouble(code, params, language), language)}\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def without_extras(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Makes every extra of the installation look missing; what is imported meanwhile is forgotten again."""
    known = {*sys.modules}
    absent = ("yaml", "jinja2", "docx")
    for name in [
        name for name in sys.modules if name.partition(".")[0] in absent or name.startswith(formats.__name__ + ".")
    ]:
        monkeypatch.delitem(sys.modules, name)
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    yield
    for name in {*sys.modules} - known:
        if name.startswith(formats.__name__ + "."):
            del sys.modules[name]


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_troubles_are_said_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str
) -> None:
    path = str(tmp_path / "missing.json")
    assert main(["validate", path, "--lang", language]) == 2
    assert capsys.readouterr().err == _said("tool/no-such-file", language, file=path)
    assert main(["convert", path, "-", "--to", "json", f"--lang={language}"]) == 2
    assert capsys.readouterr().err == _said("tool/no-such-file", language, file=path)


def test_troubles_are_said_in_the_language_of_the_machine(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENGOV_LOCAL_LANG", "ar")
    assert main(["schema", "nothing"]) == 2
    paths = (data_folder("schemas") / "0.1").glob("*.schema.json")
    known = (*sorted(path.name.split(".")[0] for path in paths), "report")
    assert capsys.readouterr().err == _said("tool/unknown-schema", "ar", name="nothing", known=known)


@pytest.mark.usefixtures("without_extras")
def test_a_missing_extra_names_the_file_and_both_commands(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("id: org.example:p\n", encoding="utf-8")
    assert main(["validate", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert "a.json" in captured.out
    for part in (str(tmp_path / "b.yaml"), 'pip install "opengov-local[yaml]"', 'pip install ".[yaml]"'):
        assert part in captured.err


@pytest.mark.usefixtures("without_extras")
def test_the_demo_writes_nothing_without_its_extras(tmp_path: Path) -> None:
    assert main(["demo", "-o", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()


def test_no_result_takes_the_place_of_a_source(tmp_path: Path, plan: Path) -> None:
    target = tmp_path / "plan.yaml"
    for command in (
        ["convert", str(plan), str(plan), "--to", "yaml"],
        ["convert", str(plan), str(target), "--report", str(plan)],
        ["convert", str(plan), str(target), "--report", str(target)],
        ["convert", str(plan), "-", "--to", "yaml", "--report", "-"],
        ["validate", str(plan), "-o", str(plan)],
        ["validate", str(tmp_path), "-o", str(tmp_path / "x" / ".." / "plan.json")],
    ):
        assert main(command) == 2, command
    assert plan.read_text(encoding="utf-8") == GOOD
    assert not target.exists()


def _shell(command: str) -> tuple[int, str]:
    environment = {**os.environ, "PYTHON": sys.executable, "FILE": str(ORIENTAL), "OPENGOV_LOCAL_LANG": "en"}
    program = f'opengov() {{ "$PYTHON" -m opengov_local "$@"; }}\n{command}'
    done = subprocess.run(["sh", "-c", program], capture_output=True, check=False, env=environment, timeout=60)
    return done.returncode, done.stderr.decode()


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("command", "code", "params"),
    [
        ("opengov formats >/dev/full", "tool/no-output", {"reason": "No space left on device"}),
        ("opengov validate --help >/dev/full", "tool/no-output", {"reason": "No space left on device"}),
        ("opengov convert $FILE - --to json >/dev/full", "tool/no-output", {"reason": "No space left on device"}),
        ("opengov validate $FILE >&-", "tool/no-output", {"reason": "Bad file descriptor"}),
        ("opengov convert $FILE - --to json >&-", "tool/no-output", {"reason": "Bad file descriptor"}),
        ("opengov validate - <&-", "tool/no-input", {}),
    ],
)
def test_streams_that_are_full_or_closed(
    monkeypatch: pytest.MonkeyPatch, unbuffered: str, command: str, code: str, params: dict[str, str]
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    assert _shell(command) == (2, _said(code, "en", **params))


@posix
def test_a_reader_that_leaves_early_is_no_trouble() -> None:
    assert _shell("opengov codelist language | head -n 1 >/dev/null") == (0, "")


@posix
def test_a_closed_error_stream_is_no_traceback() -> None:
    assert _shell("opengov validate /nowhere.json 2>&-") == (2, "")


def test_a_folder_in_the_way_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, plan: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    real = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path) == closed:  # a test that runs as root could not forbid itself to read it
            raise PermissionError(13, "Permission denied", str(closed))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert main(["validate", str(tmp_path), "--lang", "fr"]) == 2
    captured = capsys.readouterr()
    assert captured.out.startswith(str(plan))
    assert captured.err == _said("tool/unreadable", "fr", file=str(closed), reason="Permission denied")


@posix
def test_of_a_folder_only_regular_files_are_taken(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    assert main(["validate", str(tmp_path), "--lang", "en"]) == 2
    endings = formats.endings(formats.held())
    assert capsys.readouterr().err == _said("tool/empty-folder", "en", file=str(tmp_path), known=endings)
    (tmp_path / "link.json").symlink_to("nowhere")
    assert main(["validate", str(tmp_path), "--lang", "en"]) == 2
    assert capsys.readouterr().err == _said("tool/dangling-link", "en", file=str(tmp_path / "link.json"))


@pytest.mark.parametrize(
    ("arguments", "code", "params"),
    [
        (
            ["validate", "FILE", "--ignore", "structure/unknown-feild"],
            "tool/unknown-code",
            {"name": "structure/unknown-feild", "suggestion": "structure/unknown-field"},
        ),
        (["validate", "FILE", "--ignore", "zzz"], "tool/unknown-code", {"name": "zzz"}),
        (["validate", "FILE", "--today", "20261123"], "tool/bad-date", {"value": "20261123"}),
        (["validate", "FILE", "--today", "2026-W48-1"], "tool/bad-date", {"value": "2026-W48-1"}),
        (["validate", "FILE", "--today", "2026-02-30"], "tool/bad-date", {"value": "2026-02-30"}),
        (["validate", "FILE", "--max-findings", "-1"], "tool/bad-count", {"value": "-1"}),
        (["validate", "FILE", "--max-findings", "٣"], "tool/bad-count", {"value": "٣"}),
        (
            ["--lang", "en", "validate", "FILE"],
            "tool/option-before-command",
            {"option": "--lang", "command": "opengov-local validate"},
        ),
        (
            ["--strict", "validate", "FILE"],
            "tool/option-before-command",
            {"option": "--strict", "command": "opengov-local validate"},
        ),
        (
            ["territory", "Oujda", "--within", "Atlantis"],
            "tool/unknown-place",
            {"name": "Atlantis", "command": 'opengov-local territory "Atlantis"'},
        ),
    ],
)
def test_options_that_cannot_be_used(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: str,
    params: dict[str, str],
) -> None:
    monkeypatch.setenv("OPENGOV_LOCAL_LANG", "en")
    assert main([str(ORIENTAL) if argument == "FILE" else argument for argument in arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", _said(code, "en", **params))


def test_several_files_are_closed_by_their_totals(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name, text in (("a", GOOD), ("b", WARNED), ("c", "{")):
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    assert main(["validate", str(tmp_path), "--lang", "en"]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    for key, count in (("file", 3), ("error", 1), ("warning", 1)):
        assert messages.plural(key, count, "en") in last
    assert main(["validate", str(tmp_path / "a.json"), "--lang", "en"]) == 0
    assert messages.plural("file", 1, "en") not in capsys.readouterr().out


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_verdict_does_not_praise_what_has_errors(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str
) -> None:
    plan = {"id": "org.example:x", "framework": "ogp-local", "title": {"fr": "x"}}
    broken = {"schema_version": "0.1", "id": "org.example:x", "plans": [plan]}
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(broken), encoding="utf-8")
    main(["validate", str(path), "--format", "json", "--lang", language])
    report = json.loads(capsys.readouterr().out)["reports"][0]
    assert report["valid"]
    assert report["counts"]["error"]
    assert main(["validate", str(path), "--lang", language]) == 1
    text = capsys.readouterr().out
    assert messages.ui("valid-with-errors", language) in text
    assert messages.ui("valid", language) not in text


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_names_and_pointers_turn_no_line(capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str) -> None:
    path = tmp_path / "a\u202eb\x1b[2J.json"
    path.write_text('{"schema_version":"0.1","id":"org.example:p","\u202e\\u001bx\\n":1}', encoding="utf-8")
    main(["validate", str(path), str(tmp_path / "no\u202e\x07.json"), "--lang", language])
    captured = capsys.readouterr()
    assert "\\u202e" in captured.out
    assert "\\u202e" in captured.err
    assert not {"\u202e", "\x1b", "\x07"} & set(captured.out + captured.err)


@pytest.mark.parametrize("restriction", [["--kind", "region"], ["--within", "Souss-Massa"]])
def test_a_territory_that_a_restriction_excludes_is_shown(
    capsys: pytest.CaptureFixture[str], restriction: list[str]
) -> None:
    assert main(["territory", "Oujda", *restriction, "--lang", "fr"]) == 1
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == messages.ui("no-territory-so", "fr", text="Oujda")
    assert [line.split()[0] for line in rest] == ["02.411.01.23"]


@pytest.mark.parametrize("place", ["Maroc", "Oriental", "02", "Oujda"])
def test_a_place_that_is_known_is_no_wrong_option(place: str) -> None:
    assert main(["territory", "Oujda", "--within", place]) in (0, 1)


def test_the_code_of_an_error_that_no_catalogue_has_is_said() -> None:
    assert str(OptionError("tool/not-in-the-catalogue")) == "tool/not-in-the-catalogue"


@pytest.mark.parametrize("option", ["--ignore-file", "--profile", "--baseline", "--base", "--map"])
def test_settings_that_are_not_there_are_said_once(
    option: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = str(tmp_path / "none.toml")
    assert main(["validate", str(ORIENTAL), str(ORIENTAL.parent), option, missing, "--lang", "fr"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", _said("tool/no-such-file", "fr", file=missing))


def _refused(capsys: pytest.CaptureFixture[str], target: Path, *options: str) -> str:
    assert main(["convert", str(ORIENTAL), str(target), *options, "--lang", "fr"]) == 2
    return capsys.readouterr().err


def test_what_cannot_be_written_is_said_alone(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    document = tmp_path / "plan.docx"
    (plan,) = json.loads(ORIENTAL.read_text("utf-8"))["plans"]
    known = (f"{plan['id']} ({next(iter(plan['title'].values()))})",)
    assert _refused(capsys, document, "--plan", "x") == _said("tool/unknown-plan", "fr", name="x", known=known)
    nowhere = tmp_path / "no" / "plan.docx"
    assert _refused(capsys, nowhere) == _said("tool/no-target-folder", "fr", file=str(nowhere))
    folder = tmp_path / "folder.docx"
    folder.mkdir()
    assert _refused(capsys, folder) == _said("tool/target-is-folder", "fr", file=str(folder))
    document.touch()
    document.chmod(0o400)
    if not os.access(document, os.W_OK):
        assert _refused(capsys, document) == _said("tool/read-only", "fr", file=str(document))


def test_files_of_a_folder_that_are_not_looked_at_are_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "good.json").write_bytes(b'{"schema_version":"0.1","id":"org.example:p"}')
    for name in ("a.xlsx", "B.XLSX", "all.ndjson", "notes.txt", ".hidden.docx", "~$a.xlsx"):
        (tmp_path / name).write_bytes(b"")
    said = messages.ui("folder-others", "fr", folder=str(tmp_path), files=".ndjson (1), .xlsx (2)") + "\n"
    assert main(["validate", str(tmp_path), "--lang", "fr"]) == 0
    assert capsys.readouterr().err == said
    assert main(["validate", str(tmp_path), "--lang", "fr", "--only-packages"]) == 0
    assert capsys.readouterr().err == ""


def test_a_link_that_leads_to_itself_does_not_stop_the_others(tmp_path: Path) -> None:
    plans, out = tmp_path / "plans", tmp_path / "report.json"
    plans.mkdir()
    (plans / "good.json").write_bytes(b'{"schema_version":"0.1","id":"org.example:p"}')
    (plans / "round.json").symlink_to("round.json")
    assert main(["validate", str(plans), "--format", "json", "-o", str(out)]) == 2
    good, lost = json.loads(out.read_text())["reports"]
    assert (good["source"], good["valid"], good["findings"]) == (str(plans / "good.json"), True, [])
    assert (lost["source"], lost["valid"], lost["unchecked"]) == (str(plans / "round.json"), False, False)
    assert [found["code"] for found in lost["findings"]] == ["source/unopened"]


@pytest.mark.parametrize("form", sorted(RENDERERS.keys() - {"text"}))
def test_a_source_that_cannot_be_opened_stands_in_the_report(
    form: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = str(tmp_path / "missing.json")
    assert main(["validate", str(ORIENTAL), missing, "--format", form, "--lang", "fr"]) == 2
    captured = capsys.readouterr()
    assert messages.title("source/unopened", "fr") in captured.out or "source/unopened" in captured.out
    assert messages.plural("unchecked", 1, "fr") not in captured.out
    assert captured.err == _said("tool/no-such-file", "fr", file=missing)


def test_each_ending_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(OpenGovLocalError) as refused:
        formats.by_extension(tmp_path / "a.zzz")
    known = refused.value.params["known"]
    assert isinstance(known, tuple)
    assert len(known) == len(set(known)) > 10


@pytest.mark.parametrize(("use", "ending"), [("reads", ".ics"), ("writes", ".ods"), ("writes", ".docm")])
def test_only_endings_that_would_do_are_named(tmp_path: Path, use: Literal["reads", "writes"], ending: str) -> None:
    with pytest.raises(OpenGovLocalError) as refused:
        formats.by_extension(tmp_path / "a.zzz", use)
    assert ending not in str(refused.value.params["known"])
    assert ".json" in str(refused.value.params["known"])


@pytest.mark.parametrize(
    ("name", "read", "written"),
    [
        ("برنامج.doc", (".docx",), (".docx",)),
        ("PLAN.PDF", (".docx", ".xlsx"), (".docx", ".html", ".xlsx")),
        ("plan.numbers", (".xlsx",), (".xlsx",)),
    ],
)
def test_files_of_other_programs_are_told_what_to_be_saved_as(
    name: str, read: tuple[str, ...], written: tuple[str, ...]
) -> None:
    for use, code, known in (("reads", "tool/foreign-source", read), ("writes", "tool/foreign-target", written)):
        with pytest.raises(OpenGovLocalError) as refused:
            formats.by_extension(name, cast(Literal["reads", "writes"], use))
        assert (refused.value.code, refused.value.params["known"]) == (code, known)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.html", "<!"), ("r.csv", "\ufeff"), ("r.json", "{"), ("r.xml", "<?xml"), ("r.sarif.json", "{"), ("r.txt", "")],
)
def test_a_report_has_the_form_of_its_ending(tmp_path: Path, name: str, begins: str) -> None:
    target = tmp_path / name
    assert main(["validate", str(ORIENTAL), "-o", str(target)]) == 0
    text = target.read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert ("$schema" in text) == (name == "r.sarif.json")
    assert text.startswith(str(ORIENTAL)) == (name == "r.txt")


_PLAN = str(Path(__file__).parents[2] / "examples" / "agadir-ogp-2025.json")


def test_a_fault_of_the_program_is_told_as_one_and_stops_no_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ValueError("unforeseen")

    monkeypatch.delenv("OPENGOV_LOCAL_TRACEBACK")
    monkeypatch.setattr("opengov_local.convert", broken)
    assert main(["convert", _PLAN, str(tmp_path / "a.yaml"), "--lang", "fr"]) == 2
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "Traceback" not in said
    monkeypatch.setenv("OPENGOV_LOCAL_TRACEBACK", "1")
    with pytest.raises(ValueError, match="unforeseen"):
        main(["convert", _PLAN, str(tmp_path / "a.yaml")])
    monkeypatch.delenv("OPENGOV_LOCAL_TRACEBACK")
    monkeypatch.setattr("opengov_local.cli.validate._judged", broken)
    assert main(["validate", _PLAN, _PLAN]) == 2
    assert capsys.readouterr().err.count("ValueError") == 2


def test_a_report_in_a_file_is_told_of_at_a_terminal_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = str(tmp_path / "r.html")
    assert main(["validate", str(ORIENTAL), "-o", target, "--lang", "fr"]) == 0
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["validate", str(ORIENTAL), "-o", target, "--lang", "fr"]) == 0
    assert capsys.readouterr() == ("", messages.ui("written", "fr", target=target) + "\n")


@pytest.mark.parametrize(
    "data", ["Projet;Responsable\nPortail;DSI\n", "المشروع,المسؤول\n", "id: org.example:p\n", "PK\x03\x04"]
)
@pytest.mark.parametrize("command", [["validate", "-"], ["convert", "-", "plan.json"]])
def test_what_comes_by_a_pipe_and_is_no_json_is_asked_for_its_format(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, data: str, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert main([*command, "--lang", "en"]) == 2
    assert capsys.readouterr().err == _said("tool/stream-without-format", "en", option="--from")


def test_a_folder_in_place_of_a_target_is_said_to_be_one(
    capsys: pytest.CaptureFixture[str], plan: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    assert main(["convert", str(plan), str(tmp_path / "folder"), "--lang", "en"]) == 2
    assert capsys.readouterr().err == _said("tool/target-is-folder", "en", file=str(tmp_path / "folder"))

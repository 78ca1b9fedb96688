"""What the command line says of wrong options, and its help, in the language of the user."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from opengov_local.cli import main
from opengov_local.cli.options import spoken_language
from opengov_local.cli.wording import whole
from opengov_local.errors import OpenGovLocalError, OptionError, UnknownFormatError
from opengov_local.messages import LANGUAGES, trouble, ui, word

FILE = str(Path(__file__).parents[2] / "examples" / "agadir-ogp-2025.json")
HELP = "opengov-local validate --help"

REFUSED: list[tuple[list[str], OpenGovLocalError]] = [
    (["validate"], OptionError("tool/missing-arguments", names=("FILE|DIR|-",), help=HELP)),
    (["convert", "a"], OptionError("tool/missing-arguments", names=("DEST",), help="opengov-local convert --help")),
    (["convert"], OptionError("tool/missing-arguments", names=("SRC", "DEST"), help="opengov-local convert --help")),
    (["validate", "a", "--lang"], OptionError("tool/option-needs-value", usage="--lang {ar,fr,en}", help=HELP)),
    (["validate", "a", "-o"], OptionError("tool/option-needs-value", usage="--output OUT", help=HELP)),
    (["validate", "a", "--strict=1"], OptionError("tool/option-takes-no-value", option="--strict")),
    (["validate", "a", "--nothing"], OptionError("tool/no-such-option", option="--nothing", help=HELP)),
    (
        ["validate", "a", "--formt=text"],
        OptionError("tool/no-such-option", option="--formt", help=HELP, suggestion="--format"),
    ),
    (
        ["validate", "a", "--language", "ar"],
        OptionError("tool/no-such-option", option="--language", help=HELP, suggestion="--lang"),
    ),
    (["validate", "--nothing"], OptionError("tool/no-such-option", option="--nothing", help=HELP)),
    (["validate", FILE, "--report", "r.json"], OptionError("tool/no-such-option", option="--report", help=HELP)),
    (["convert", "a", "-x"], OptionError("tool/no-such-option", option="-x", help="opengov-local convert --help")),
    (
        ["validate", "--strict", "--max-findings=3"],
        OptionError("tool/missing-arguments", names=("FILE|DIR|-",), help=HELP),
    ),
    (["convert", "-", "-"], UnknownFormatError("tool/stream-without-format", option="--to")),
    (["convert", FILE, "a.json", "--plan", "x"], OptionError("tool/takes-no-option", name="json", option="--plan")),
    (
        ["convert", FILE, "a", "--to", "ckan", "--plan", "x"],
        OptionError(
            "tool/unknown-option",
            name="ckan",
            option="--plan",
            known=("--with-contacts", "--data-url", "--owner-org"),
        ),
    ),
    (
        ["convert", FILE, "a", "--to", "decidim-csv", "--data-url", "https://example.org/"],
        OptionError(
            "tool/unknown-option", name="decidim-csv", option="--data-url", known=("--with-contacts", "--plan")
        ),
    ),
    (["schema", "a", "b"], OptionError("tool/too-many-arguments", value="b", help="opengov-local schema --help")),
    (
        ["validate", "a", "--lang", "de"],
        OptionError("tool/no-such-choice", option="--lang", value="de", known=("ar", "fr", "en")),
    ),
    (
        ["template", "a.xlsx", "--lang", "frr"],
        OptionError("tool/no-such-choice", option="--lang", value="frr", known=("ar", "fr", "en"), suggestion="fr"),
    ),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("given", "refusal"), REFUSED, ids=[" ".join(given) for given, _ in REFUSED])
def test_wrong_use_is_said_in_the_language_of_the_user(
    given: list[str],
    refusal: OpenGovLocalError,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("OPENGOV_LOCAL_LANG", language)
    assert main(given) == 2
    said = capsys.readouterr()
    sentence = trouble(refusal.code, refusal.params, language)
    assert said.err == f"opengov-local: {whole(sentence, language)}\n"
    assert said.out == ""


@pytest.mark.parametrize("name", ["--prof", "--ma"])
def test_options_are_not_cut_short(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", FILE, name, "quality"]) == 2
    assert name in capsys.readouterr().err


def test_files_may_stand_on_both_sides_of_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", FILE, "--lang", "fr", FILE]) == 0
    assert capsys.readouterr().out.count(FILE) == 2


def test_a_file_may_be_called_like_an_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("--strict").write_bytes(Path(FILE).read_bytes())
    assert main(["validate", "--lang", "fr", "--from", "json", "--", "--strict"]) == 0
    assert capsys.readouterr().out.startswith("--strict\n")


MACHINES = [
    ("LANG", "fr_MA.UTF-8", "fr"),
    ("LANG", "ar_MA.UTF-8", "ar"),
    ("LC_ALL", "ar", "ar"),
    ("LANG", "de_DE", "en"),
]


@pytest.mark.parametrize(("variable", "tag", "language"), MACHINES)
def test_help_follows_the_language_of_the_machine(
    variable: str, tag: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("OPENGOV_LOCAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, tag)
    heading = f"{whole(ui('usage', language), language)}\n  opengov-local "
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith(heading)
    with pytest.raises(SystemExit) as end:
        main(["validate", "--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith(f"{heading}validate ")
    assert main([]) == 2
    assert capsys.readouterr().err.startswith(heading)


def test_help_arrives_whole_from_a_program_of_its_own() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    command = [sys.executable, "-m", "opengov_local", "redact", "--help"]
    done = subprocess.run(command, env={**environment, "OPENGOV_LOCAL_LANG": "ar"}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert word("commands", "redact", "ar") in done.stdout.decode()


@pytest.mark.parametrize("given", [["validate", "--help", "--lang", "ar"], ["--lang=ar", "validate", "--help"]])
def test_the_language_may_be_given(given: list[str]) -> None:
    assert spoken_language(given) == "ar"


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_needs_no_model_loads_none(option: str) -> None:
    script = f"import sys; from opengov_local.cli import main; main(['{option}']); print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_what_reads_a_package_loads_no_reader_of_tables() -> None:
    modules = "[name for name in sys.modules if name.startswith('opengov_local.formats.tables')]"
    script = f"import sys; from opengov_local.cli import main; main(['validate', sys.argv[1]]); print({modules})"
    done = subprocess.run([sys.executable, "-c", script, FILE], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"

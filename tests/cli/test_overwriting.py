"""What is there already is not lost: no command writes over a file that may hold somebody's work, unless told to."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import opengov_local as ogl
from opengov_local import messages
from opengov_local.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
AGADIR = EXAMPLES / "agadir-ogp-2025.json"
TABLE = "Programme d'ouverture de la commune de Tiznit 2025-2026,,\nProjet,Responsable,Budget (DH)\nPortail,DSI,1200\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "tiznit.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["programme.docx", "programme.xlsx", "programme.json"])
def test_a_file_that_is_there_stays(table: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(b"years of work")
    for source in (table, AGADIR):
        assert main(["convert", str(source), str(target)]) == 2
        assert target.read_bytes() == b"years of work"
    assert main(["convert", str(AGADIR), str(target), "--force"]) == 0
    assert target.read_bytes() != b"years of work"


def test_the_package_of_another_plan_stays(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "agadir.json"
    target.write_bytes(AGADIR.read_bytes())
    assert main(["convert", str(table), str(target)]) == 2
    assert main(["convert", str(EXAMPLES / "oriental.json"), str(target)]) == 2
    assert target.read_bytes() == AGADIR.read_bytes()
    with pytest.raises(ogl.OptionError) as refused:
        ogl.convert(table, target, overwrite=False)
    assert refused.value.code == "tool/target-exists"


def test_the_package_of_the_same_plan_is_written_again(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "tiznit.json"
    assert main(["convert", str(table), str(target)]) == 0
    first = ogl.load(target)
    table.write_text(TABLE.replace("1200", "1300"), encoding="utf-8")
    assert main(["convert", str(table), str(target)]) == 0
    again = ogl.load(target)
    assert again.id == first.id
    assert again.plans[0].commitments[0].budget != first.plans[0].commitments[0].budget


def _corrected(target: Path, correct: Callable[[dict[str, Any]], None]) -> bytes:
    tree = json.loads(target.read_bytes())
    correct(tree)
    target.write_text(json.dumps(tree), "utf-8")
    return target.read_bytes()


def _correct_lead(tree: dict[str, Any]) -> None:
    tree["plans"][0]["commitments"][0]["leads"][0]["name"]["fr"] = "Direction des systèmes"


def _add_problem(tree: dict[str, Any]) -> None:
    tree["plans"][0]["commitments"][0]["problem"] = {"fr": "Peu d'informations"}


def _correct_title(tree: dict[str, Any]) -> None:
    tree["plans"][0]["commitments"][0]["title"] = {"fr": "Guichet"}


def _add_project(tree: dict[str, Any]) -> None:
    tree["plans"][0]["commitments"].append({"id": "unclaimed:other", "title": {"fr": "Forum"}})


def _set_licence(tree: dict[str, Any]) -> None:
    tree["licence"] = "CC-BY-4.0"


def _delete_lead(tree: dict[str, Any]) -> None:
    del tree["plans"][0]["commitments"][0]["leads"]


def _delete_project(tree: dict[str, Any]) -> None:
    del tree["plans"][0]["commitments"][0]


@pytest.mark.parametrize(
    "correct",
    [_correct_lead, _add_problem, _correct_title, _add_project, _set_licence, _delete_lead, _delete_project],
)
def test_what_was_corrected_by_hand_stays(
    table: Path, tmp_path: Path, correct: Callable[[dict[str, Any]], None]
) -> None:
    target = tmp_path / "tiznit.json"
    assert main(["convert", str(table), str(target)]) == 0
    corrected = _corrected(target, correct)
    table.write_text(TABLE.replace("1200", "1300"), encoding="utf-8")
    assert main(["convert", str(table), str(target)]) == 2
    assert target.read_bytes() == corrected
    with pytest.raises(ogl.OptionError) as refused:
        ogl.convert(table, target, overwrite=False, import_options=ogl.import_options(base=target))
    assert refused.value.code == "tool/target-corrected"
    assert refused.value.params["count"] == 1
    assert main(["convert", str(table), str(target), "--force"]) == 0


@pytest.mark.parametrize(
    ("correct", "row", "fields"),
    [
        (_add_problem, "", ("Commitment.problem",)),
        (_correct_title, "", ("Commitment.title",)),
        (_correct_title, "Portail web,DSI,1200\n", ("Commitment.title",)),
    ],
    ids=["added, row gone", "corrected, row gone", "corrected, and in the source too"],
)
def test_what_was_made_by_hand_does_not_go_with_its_row(
    table: Path, tmp_path: Path, correct: Callable[[dict[str, Any]], None], row: str, fields: tuple[str, ...]
) -> None:
    target, more = tmp_path / "tiznit.json", "Forum,SG,500\n"
    table.write_text(TABLE + more, encoding="utf-8")
    assert main(["convert", str(table), str(target)]) == 0
    corrected = _corrected(target, correct)
    table.write_text(TABLE.replace("Portail,DSI,1200\n", row) + more, encoding="utf-8")
    assert main(["convert", str(table), str(target)]) == 2
    assert target.read_bytes() == corrected
    with pytest.raises(ogl.OptionError) as refused:
        ogl.convert(table, target, overwrite=False, import_options=ogl.import_options(base=target))
    assert (refused.value.code, refused.value.params["fields"]) == ("tool/target-corrected", fields)


@pytest.mark.parametrize("rows", ["Portail,DSI,1200\n", "Forum,,\nPortail,DSI,1200\n", "Forum ouvert,SG,500\n"])
def test_rows_that_nobody_worked_on_may_go_and_change_places(table: Path, tmp_path: Path, rows: str) -> None:
    target = tmp_path / "tiznit.json"
    head = "Projet,Responsable,Budget (DH),État\n"
    table.write_text(head + "Portail,DSI,1200,En cours\nForum,SG,500,Achevé\n", encoding="utf-8")
    assert main(["convert", str(table), str(target), "--id-prefix", "tiznit"]) == 0
    table.write_text(head.replace(",État", "") + rows, encoding="utf-8")
    assert main(["convert", str(table), str(target)]) == 0


def test_an_axis_and_activities_called_as_others_may_go_with_their_row(table: Path, tmp_path: Path) -> None:
    target, rows = tmp_path / "tiznit.json", "Services,Portail,Étude\nServices,Guichet,Étude\n"
    table.write_text(f"Axe,Projet,Activités\n{rows}Jeunesse,Forum,Étude\n", encoding="utf-8")
    assert main(["convert", str(table), str(target)]) == 0
    table.write_text(f"Axe,Projet,Activités\n{rows}", encoding="utf-8")
    assert main(["convert", str(table), str(target)]) == 0
    table.write_text(f"Projet,Activités\n{rows.replace('Services,', '')}", encoding="utf-8")
    assert main(["convert", str(table), str(target)]) == 0


def test_what_changed_in_the_source_is_said(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "tiznit.json"
    assert main(["convert", str(table), str(target)]) == 0
    table.write_text(TABLE.replace("1200", "1300") + "Forum,SG,500\n", encoding="utf-8")
    done = ogl.convert(table, target, overwrite=False, import_options=ogl.import_options(base=target))
    assert done.written
    assert [(one.code, one.params["fields"]) for one in done.findings] == [
        ("export/earlier-replaced", ("Commitment.budget",))
    ]


def test_a_word_file_is_no_earlier_package(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "form.docx"
    assert main(["convert", str(table), str(target)]) == 0
    capsys.readouterr()
    assert main(["convert", str(table), str(target), "--force"]) == 0
    assert "import/ids-kept" not in capsys.readouterr().err


def test_headings_that_were_edited_stay(table: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_bytes(b"edited by hand")
    assert main(["convert", str(table), str(tmp_path / "a.json"), "--save-map", str(words)]) == 2
    assert words.read_bytes() == b"edited by hand"
    assert not (tmp_path / "a.json").exists()


def test_a_workbook_with_comments_stays(table: Path, tmp_path: Path) -> None:
    book, target = tmp_path / "book.xlsx", tmp_path / "marked.xlsx"
    assert main(["convert", str(table), str(book)]) == 0
    target.write_bytes(b"marked and worked on")
    assert main(["convert", str(book), str(target), "--annotate"]) == 2
    assert target.read_bytes() == b"marked and worked on"


@pytest.mark.parametrize("command", ["redact", "normalize"])
def test_what_is_written_again_replaces_nothing(tmp_path: Path, command: str) -> None:
    target = tmp_path / "plan.json"
    target.write_bytes(AGADIR.read_bytes())
    arguments = [command, str(EXAMPLES / "oriental.json"), "-o", str(target)]
    assert main(arguments) == 2
    assert target.read_bytes() == AGADIR.read_bytes()
    assert main([*arguments, "--force"]) == 0
    assert target.read_bytes() != AGADIR.read_bytes()


@pytest.mark.parametrize("name", ["plan.json", "plan.docx", "plan.XLSX"])
def test_a_report_takes_the_place_of_no_plan(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(AGADIR.read_bytes())
    oriental = str(EXAMPLES / "oriental.json")
    assert main(["validate", oriental, "-o", str(target)]) == 2
    assert main(["convert", oriental, str(tmp_path / "a.yaml"), "--report", str(target)]) == 2
    assert target.read_bytes() == AGADIR.read_bytes()


def test_a_report_takes_the_place_of_no_plan_in_csv(tmp_path: Path) -> None:
    target = tmp_path / "plan.csv"
    target.write_text("N°,Projet,Responsable\n1,Portail,DSI\n", "utf-8")
    assert main(["validate", str(AGADIR), "-o", str(target)]) == 2
    assert main(["convert", str(AGADIR), str(tmp_path / "a.yaml"), "--report", str(target)]) == 2
    assert target.read_text("utf-8").startswith("N°,Projet")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_report_takes_the_place_of_the_last_one(tmp_path: Path, language: str) -> None:
    (tmp_path / "report.csv").touch()
    for name in ("report.json", "report.csv", "report.html", "report.txt"):
        for _ in range(2):
            assert main(["validate", str(AGADIR), "--lang", language, "-o", str(tmp_path / name)]) == 0


def test_what_may_be_published_replaces_what_may_be_but_not_the_whole(tmp_path: Path) -> None:
    whole, public = tmp_path / "whole.json", tmp_path / "public.json"
    source = str(EXAMPLES / "synthetic" / "full-plan.json")
    whole.write_bytes(Path(source).read_bytes())
    assert main(["redact", source, "-o", str(whole)]) == 2
    assert whole.read_bytes() == Path(source).read_bytes()
    for _ in range(2):
        assert main(["redact", source, "-o", str(public)]) == 0


@pytest.mark.parametrize("name", ["page.html", "plan.jsonld", "tables.zip"])
def test_what_is_made_for_readers_and_programs_is_made_anew(tmp_path: Path, name: str) -> None:
    form = ["--to", "csv"] if name.endswith(".zip") else []
    for _ in range(2):
        assert main(["convert", str(AGADIR), str(tmp_path / name), *form]) == 0


def test_a_table_of_own_headings_is_taught_and_saved_again(table: Path, tmp_path: Path) -> None:
    words = str(tmp_path / "words.csv")
    assert main(["convert", str(table), str(tmp_path / "a.json"), "--save-map", words]) == 0
    assert main(["convert", str(table), str(tmp_path / "b.json"), "--map", words, "--save-map", words]) == 0


@pytest.mark.parametrize("name", ["settings.json", "list.JSON", "settings.yaml"])
def test_a_report_takes_the_place_of_no_other_data(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_text('{"counts": 3, "reports": "none"}', "utf-8")
    assert main(["validate", str(AGADIR), "-o", str(target)]) == 2
    assert main(["convert", str(AGADIR), str(tmp_path / "a.yaml"), "--report", str(target)]) == 2
    assert target.read_text("utf-8").startswith('{"counts": 3')


@pytest.mark.parametrize(
    ("language", "page"), [("fr", "cp1252"), ("ar", "cp1256"), ("fr", "utf-8-sig"), ("ar", "utf-16")]
)
def test_a_report_that_a_spreadsheet_saved_anew_is_still_one(tmp_path: Path, language: str, page: str) -> None:
    report, arguments = tmp_path / "report.csv", ["validate", str(AGADIR), "--lang", language, "-o"]
    assert main([*arguments, str(report)]) == 0
    rows = csv.reader(io.StringIO(report.read_text("utf-8-sig")))
    saved = "\r\n".join(";".join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in rows)
    report.write_bytes(saved.encode(page, "replace"))
    assert main([*arguments, str(report)]) == 0


def test_a_report_for_code_scanning_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    for _ in range(2):
        assert main(["validate", str(AGADIR), "-o", str(tmp_path / "report.sarif.json")]) == 0


@pytest.mark.parametrize("name", ["report.pdf", "report.DOCX", "report.xlsx", "report.odt"])
def test_no_report_is_text_in_a_file_of_an_office_program(tmp_path: Path, name: str) -> None:
    assert main(["validate", str(AGADIR), "-o", str(tmp_path / name)]) == 2
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("arguments", [["convert", str(AGADIR), "-", "--to", "json"], ["normalize", str(AGADIR)]])
def test_standard_output_is_named_in_words(
    arguments: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--lang", language]) == 0
    said = capsys.readouterr().err.splitlines()[-1]
    assert said == messages.ui("written", language, target=messages.ui("standard-output", language))
    assert "-" not in said

"""`convert` and `validate` on what councils keep: reports, own words, importing again, comments in workbooks."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from opengov_local.cli import main
from opengov_local.errors import OpenGovLocalError
from opengov_local.formats import own_words

ROWS: list[list[Any]] = [
    ["Projet", "Responsable", "Date de début", "Date de fin", "État"],
    ["Portail", "DSI", "2026", "2025", "En cours"],
    ["Forum", "SG", "2026", "2027", "Au point mort"],
]


def workbook(path: Path, rows: list[list[Any]]) -> Path:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Projets")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    path.write_bytes(out.getvalue())
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "plan.xlsx", ROWS)


def tree(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def titles(path: Path) -> dict[str, str]:
    return {c["title"]["fr"]: c["id"] for c in tree(path)["plans"][0]["commitments"]}


def test_findings_stand_on_cells(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(plan), "--format", "json", "--lang", "fr"]) == 1
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    placed = {finding["code"]: finding["location"] for finding in report["findings"]}
    assert placed["integrity/end-before-start"]["sheet"] == "Projets"
    assert placed["integrity/end-before-start"]["cell"] == "D2"
    assert placed["import/status-unknown"]["cell"] == "E3"


def test_the_report_lists_every_cell_and_the_layout(plan: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    main(["convert", str(plan), str(tmp_path / "plan.json"), "--report", str(report), "--lang", "ar"])
    account = tree(report)["reports"][0]["import"]
    assert {entry["place"] for entry in account["entries"]} == {f"Projets!{c}{r}" for c in "ABCDE" for r in (1, 2, 3)}
    assert account["counts"] == {"mapped": 9, "heading": 5, "help": 0, "unmapped": 1}
    assert {step["code"] for step in account["layout"]} >= {"layout/table", "layout/column"}


def test_own_words_are_written_edited_and_read(plan: Path, tmp_path: Path) -> None:
    words, target = tmp_path / "words.csv", tmp_path / "plan.json"
    main(["convert", str(plan), str(target), "--save-map", str(words)])
    text = words.read_text(encoding="utf-8-sig")
    assert "heading,Responsable,lead" in text
    words.write_text(text + "status,Au point mort,suspended\n", encoding="utf-8")
    main(["convert", str(plan), str(target), "--map", str(words)])
    forum = tree(target)["plans"][0]["commitments"][1]
    assert forum["status"] == {"code": "suspended", "original": "Au point mort"}


@pytest.mark.parametrize("row", ["heading,Projet,nonsense", "status,Fini,finished", "colour,Rouge,red"])
def test_own_words_that_mean_nothing_are_refused(
    plan: Path, tmp_path: Path, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = tmp_path / "words.csv"
    words.write_text(f"kind,words,meaning\n{row}\n", encoding="utf-8")
    assert main(["convert", str(plan), str(tmp_path / "plan.json"), "--map", str(words), "--lang", "en"]) == 2
    assert f"{words}, line 2" in capsys.readouterr().err
    assert not (tmp_path / "plan.json").exists()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a,b\n1,2\n", "tool/map-without-columns"),
        ("genre;mots\n".encode("cp1252") + b"\xe9", "tool/map-not-text"),
        (None, "tool/source-is-folder"),
    ],
)
def test_a_file_that_is_no_table_of_own_words_is_refused(tmp_path: Path, data: bytes | None, code: str) -> None:
    words = tmp_path / "words.csv"
    if data is None:
        words.mkdir()
    else:
        words.write_bytes(data)
    with pytest.raises(OpenGovLocalError) as raised:
        own_words.read(words)
    assert raised.value.code == code


def test_importing_into_the_same_package_keeps_its_ids(plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    main(["convert", str(plan), str(target), "--id-prefix", "org.example"])
    first, package = titles(target), tree(target)["id"]
    workbook(plan, [ROWS[0], ["Nouveau", "SG", "2026", "2027", ""], *ROWS[1:]])
    main(["convert", str(plan), str(target)])
    again = titles(target)
    assert {title: again[title] for title in first} == first
    assert set(again) == {*first, "Nouveau"}
    assert tree(target)["id"] == package
    assert all(identifier.startswith("org.example:") for identifier in again.values())


def test_a_newer_file_keeps_the_ids_of_a_named_package(plan: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    main(["convert", str(plan), str(old)])
    main(["convert", str(plan), str(new), "--base", str(old)])
    assert titles(new) == titles(old)


def test_comments_stand_on_the_cells_in_question(plan: Path, tmp_path: Path) -> None:
    marked = tmp_path / "marked.xlsx"
    assert main(["convert", str(plan), str(marked), "--annotate", "--lang", "fr"]) == 1
    sheet = openpyxl.load_workbook(marked)["Projets"]
    noted = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert noted >= {"D2", "E3"}
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == ROWS


def test_only_workbooks_are_annotated(tmp_path: Path) -> None:
    source = tmp_path / "plan.csv"
    source.write_text("Projet,Statut\nPortail,En cours\n", encoding="utf-8")
    assert main(["convert", str(source), str(tmp_path / "x.csv"), "--annotate"]) == 2
    assert main(["convert", str(source), str(source), "--to", "json"]) == 2
    assert source.read_text(encoding="utf-8").startswith("Projet")


def test_updates_join_the_package_they_are_about(plan: Path, tmp_path: Path) -> None:
    target, updates, joined = tmp_path / "plan.json", tmp_path / "suivi.csv", tmp_path / "joined.json"
    rows = [["N°", *ROWS[0]], ["1", *ROWS[1]], ["2", *ROWS[2]]]
    main(["convert", str(workbook(plan, rows)), str(target), "--id-prefix", "org.example"])
    updates.write_text("Période,N°,État,Progrès\n2026-H1,1,En cours,Cahier écrit\n", encoding="utf-8")
    main(["convert", str(updates), str(joined), "--from", "updates", "--base", str(target)])
    package = tree(joined)
    (update,) = package["progress_updates"]
    assert update["target"] == titles(target)["Portail"]
    assert update["status"]["original"] == "En cours"
    assert package["plans"] == tree(target)["plans"]


def test_a_prefix_that_is_none_is_refused(plan: Path, tmp_path: Path) -> None:
    assert main(["convert", str(plan), str(tmp_path / "plan.json"), "--id-prefix", "Bad Prefix"]) == 2


def test_a_package_with_faults_still_gives_its_ids(plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    main(["convert", str(plan), str(target)])
    broken = tree(target)
    first = titles(target)
    broken["plans"][0]["commitments"][0]["start"] = "not a date"
    target.write_text(json.dumps(broken), encoding="utf-8")
    main(["convert", str(plan), str(target)])
    assert titles(target) == first


def test_a_base_that_is_no_package_is_refused(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("[]", encoding="utf-8")
    assert main(["convert", str(plan), str(tmp_path / "plan.json"), "--base", str(other)]) == 2


def test_a_package_is_not_overwritten_by_a_workbook_with_comments(plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    main(["convert", str(plan), str(target)])
    before = target.read_bytes()
    assert main(["convert", str(plan), str(target), "--annotate"]) == 2
    assert target.read_bytes() == before


def test_report_and_map_are_two_files(plan: Path, tmp_path: Path) -> None:
    beside = str(tmp_path / "beside.json")
    arguments = ["convert", str(plan), str(tmp_path / "plan.json"), "--report", beside, "--save-map", beside]
    assert main(arguments) == 2


def test_a_character_that_json_cannot_hold_is_replaced_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "plan.csv", tmp_path / "plan.json"
    source.write_text("Projet,Statut\nPor\ufffetail,En cours\n", encoding="utf-8")
    assert main(["convert", str(source), str(target), "--lang", "en"]) == 0
    assert tree(target)["plans"][0]["commitments"][0]["title"] == {"fr": "Por\ufffdtail"}
    assert "import/characters-replaced" in capsys.readouterr().err


def test_more_cells_than_any_plan_has_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("opengov_local.formats.books.dialects.MOST_FILLED", 5)
    source = tmp_path / "plan.csv"
    source.write_text("Projet,Statut\nA,B\nC,D\n", encoding="utf-8")
    assert main(["convert", str(source), str(tmp_path / "plan.json")]) == 1
    assert "source/too-many-cells" in capsys.readouterr().err


def test_csv_needs_no_extra(tmp_path: Path) -> None:
    source = tmp_path / "plan.csv"
    source.write_text("Projet,Statut\nPortail,En cours\n", encoding="utf-8")
    blocked = ["xlsxwriter", "python_calamine", "lxml", "docx", "yaml", "jinja2", "openpyxl", "babel"]
    code = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({blocked!r}))\n"
        "from opengov_local.cli import main\n"
        f"sys.exit(main(['convert', {str(source)!r}, {str(tmp_path / 'plan.json')!r}]))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
    assert titles(tmp_path / "plan.json").keys() == {"Portail"}


def test_contacts_stay_where_they_are_asked_for_of_an_importer(tmp_path: Path) -> None:
    source, target = tmp_path / "rows.csv", tmp_path / "rows.json"
    head = "Commitment Unique Identifier,Action Plan Number,National or Local,Commitment Title,Full Text"
    source.write_text(f"{head}\nXX0001,1,National,Portail,Ask a@example.org\n", encoding="utf-8")
    asked = ["convert", str(source), str(target), "--from", "ogp-csv"]
    main(asked)
    assert "a@example.org" not in target.read_text(encoding="utf-8")
    main([*asked, "--with-contacts"])
    assert "a@example.org" in target.read_text(encoding="utf-8")
    assert main(["convert", str(target), str(tmp_path / "rows.yaml"), "--with-contacts"]) == 2

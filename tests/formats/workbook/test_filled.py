"""The template filled in by hand: what is right is read, and every slip is a finding on its cell."""

from __future__ import annotations

import datetime
import io
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from tests.formats.workbook.workbooks import PLAN, Rows, cell_of, codes_at, filled, imported, sheet_of, tree_of

from opengov_local import api
from opengov_local.formats.workbook.wording import LANGUAGES
from opengov_local.formats.workbook.xlsx_format import read

_FULL: dict[str, Any] = {
    **PLAN,
    "axes": [{"number": 1, "title@ar": "المحور الأول"}, {"number": "2", "title@fr": "Axe deux"}],
    "commitments": [
        {"number": 1, "title@fr": "Portail fictif", "axes": "1; 2", "start": datetime.date(2026, 2, 1)},
        {"number": "2", "title@fr": "Budget fictif", "axes": "Axe deux", "leads": "Service A; قسم ب"},
    ],
    "milestones": [
        {"^Commitment": 1, "title@fr": "Étape fictive", "due": "2026-Q3", "progress": 40, "status.code": "En cours"},
        {"title@fr": "Activité sans projet"},
    ],
    "workshops": [
        {"title@fr": "Atelier fictif", "kind": "co_creation", "agenda@fr": "Un\nDeux", "agenda@ar": "واحد\nاثنان"},
    ],
    "working_groups": [{"^Workshop": "Atelier fictif", "number": 1, "title@fr": "Groupe fictif"}],
    "contributions": [
        {"^WorkingGroup": "Groupe fictif", "kind": "Proposition", "text@fr": "Idée", "disposition.status": "Acceptée",
         "disposition.commitments": "1"},
    ],
    "updates": [{"target": "Portail fictif", "text@fr": "Fait", "progress": "55 %"}],
    "budget": [{"^Commitment": "2", "label@fr": "Études", "amount.value": "1500.50", "amount.currency": "MAD"}],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_that_is_filled_in_is_read_whole(language: str) -> None:
    done = imported(filled(_FULL, language, texts=("fr", "ar")))
    assert done.account is not None
    assert done.account.counts["unmapped"] == 0
    assert [finding for finding in done.findings if finding.severity != "info"] == []
    tree = tree_of(done)
    (plan,) = tree["plans"]
    one, two = plan["commitments"]
    assert [axis["number"] for axis in plan["axes"]] == ["1", "2"]
    assert one["axes"] == [axis["id"] for axis in plan["axes"]]
    assert one["start"] == "2026-02-01"
    assert two["leads"] == [{"name": {"en" if language == "en" else "fr": "Service A"}}, {"name": {"ar": "قسم ب"}}]
    assert one["milestones"][0]["due"] == "2026-Q3"
    assert one["milestones"][0]["status"] == {"code": "in_progress"}
    assert [activity["title"] for activity in plan["activities"]] == [{"fr": "Activité sans projet"}]
    (workshop,) = tree["workshops"]
    assert workshop["agenda"] == [{"fr": "Un", "ar": "واحد"}, {"fr": "Deux", "ar": "اثنان"}]
    (contribution,) = workshop["working_groups"][0]["contributions"]
    assert contribution["disposition"] == {"status": "accepted", "commitments": [one["id"]]}
    assert tree["progress_updates"][0]["target"] == one["id"]
    assert tree["progress_updates"][0]["progress"] == 55
    assert two["budget"][0]["amount"] == {"value": "1500.50", "currency": "MAD"}
    assert one["id"].startswith("org.example.fictive:")


@pytest.mark.parametrize(
    ("sheet", "entry", "key", "code"),
    [
        ("commitments", {"title@fr": "P", "axes": "9"}, "axes", "import/reference-unknown"),
        ("commitments", {"title@fr": "P", "policy_areas": "Inconnu total"}, "policy_areas", "import/code-unknown"),
        ("milestones", {"title@fr": "P", "status.code": "presque"}, "status.code", "import/status-unknown"),
        ("milestones", {"title@fr": "P", "due": "à définir"}, "due", "import/date-unread"),
        ("milestones", {"^Commitment": "7", "title@fr": "P"}, "^Commitment", "import/holder-unknown"),
        ("workshops", {"title@fr": "P", "date": "30/02/2024"}, "date", "import/date-impossible"),
        ("contributions", {"text@fr": "P", "supporters": "beaucoup"}, "supporters", "import/number-unread"),
        ("budget", {"label@fr": "P", "amount.value": "Entre 200 et 500"}, "amount.value", "import/number-unread"),
        ("budget", {"label@fr": "P", "amount.value": "500 DH (dont X : 200)"}, "amount.value", "import/number-unread"),
        ("contributions", {"text@fr": "Sans atelier", "kind": "Question"}, "kind", "import/no-holder"),
        ("axes", {"title@fr": "A", "objectives@fr": "un\ndeux", "objectives@ar": "واحد"}, "objectives@fr",
         "import/lists-differ"),
    ],
)  # fmt: skip
def test_a_slip_is_a_finding_on_its_cell(sheet: str, entry: dict[str, Any], key: str, code: str) -> None:
    workshop = {"workshops": [{"title@fr": "Atelier", "kind": "co_creation"}]} if sheet == "contributions" else {}
    if key == "supporters":
        entry = {"^Workshop": "Atelier", **entry}
    data = filled({**PLAN, **workshop, sheet: [entry]})
    book = openpyxl.load_workbook(io.BytesIO(data))
    row, column = cell_of(sheet_of(book, sheet), key)
    done = imported(data)
    assert (code, f"{get_column_letter(column)}{row}") in codes_at(done.findings)
    assert done.account is not None
    texts = {entry.piece.text for entry in done.account.entries}
    assert {str(value) for value in entry.values()} <= texts


@pytest.mark.parametrize(
    ("text", "period"),
    [("à partir de 2026", {"start": "2026"}), ("à voir", None), ("2026-05", {"start": "2026-05"})],
)
def test_dates_inside_objects(text: str, period: dict[str, str] | None) -> None:
    done = imported(filled({"plan": [{"title@fr": "Programme", "framework": "remacto", "period.start": text}]}))
    (plan,) = tree_of(done)["plans"]
    assert {name: value for name, value in (plan.get("period") or {}).items() if name != "x_unmapped"} == (period or {})
    assert ("period" in plan) == (period is not None)
    kept = [*plan.get("x_unmapped", []), *plan.get("period", {}).get("x_unmapped", [])]
    assert [entry["text"] for entry in kept] == ([] if text == "2026-05" else [text])


def test_a_number_used_twice_is_said_and_means_nobody() -> None:
    rows: Rows = {
        **PLAN,
        "axes": [{"number": 1, "title@fr": "Un"}, {"number": "1 ", "title@fr": "Autre"}],
        "commitments": [{"title@fr": "P", "axes": 1}],
    }
    done = imported(filled(rows))
    codes = {code for code, _ in codes_at(done.findings)}
    assert {"import/number-twice", "import/reference-ambiguous"} <= codes
    assert "axes" not in tree_of(done)["plans"][0]["commitments"][0]


def test_a_row_that_only_names_its_holder_makes_nothing() -> None:
    done = imported(
        filled({**PLAN, "commitments": [{"number": 1, "title@fr": "P"}], "milestones": [{"^Commitment": 1}]})
    )
    assert "import/row-without-content" in {code for code, _ in codes_at(done.findings)}
    assert "milestones" not in tree_of(done)["plans"][0]["commitments"][0]


def test_columns_and_sheets_of_the_council_are_kept() -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = sheet_of(book, "axes")
        sheet.title = "Nos axes"
        sheet.insert_cols(4)
        sheet["D2"], sheet["D5"] = "Priorité", "haute"
        sheet["C2"] = "N° chez nous"
        book.create_sheet("Calculs")["B2"] = "brouillon"

    done = imported(filled({**PLAN, "axes": [{"number": 1, "title@fr": "Un"}]}, change=change))
    (axis,) = tree_of(done)["plans"][0]["axes"]
    assert (axis["number"], axis["title"]) == ("1", {"fr": "Un"})
    assert [kept["label"] for kept in axis["x_unmapped"]] == ["Priorité"]
    assert {("import/column-unmapped", "D2"), ("import/sheet-unread", "B2")} <= codes_at(done.findings)
    assert done.account is not None
    assert {entry.piece.text for entry in done.account.of("unmapped")} == {"haute", "brouillon", "N° chez nous"}


def test_what_is_struck_through_is_read_and_said() -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = sheet_of(book, "axes")
        row, column = cell_of(sheet, "title@fr")
        sheet.cell(row, column).font = Font(strike=True)

    done = imported(filled({**PLAN, "axes": [{"number": 1, "title@fr": "Un"}]}, change=change))
    assert tree_of(done)["plans"][0]["axes"][0]["title"] == {"fr": "Un"}
    (said,) = [finding for finding in done.findings if finding.code == "import/struck-through"]
    assert (said.severity, said.params["count"]) == ("warning", 1)


def test_a_heading_of_ours_over_another_column_counts() -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = sheet_of(book, "commitments")
        sheet.cell(2, cell_of(sheet, "problem@fr")[1]).value = "Causes du problème (fr)"

    done = imported(filled({**PLAN, "commitments": [{"title@fr": "P", "problem@fr": "Parce que"}]}, change=change))
    (commitment,) = tree_of(done)["plans"][0]["commitments"]
    assert commitment["causes"] == {"fr": "Parce que"}
    assert "import/heading-moved" in {code for code, _ in codes_at(done.findings)}


def test_a_copied_row_gets_an_id_of_its_own() -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = sheet_of(book, "axes")
        sheet["A5"] = sheet["A6"] = "org.example.fictive:a-1"
        sheet["A7"] = "org.example.fictive:gone"

    rows = {**PLAN, "axes": [{"title@fr": "Un"}, {"title@fr": "Deux"}]}
    done = imported(filled(rows, change=change))
    first, second = (axis["id"] for axis in tree_of(done)["plans"][0]["axes"])
    assert first == "org.example.fictive:a-1"
    assert second != first
    assert {("import/id-twice", "A6"), ("import/row-emptied", "A7")} <= codes_at(done.findings)


def test_findings_of_rules_land_on_cells() -> None:
    rows = {
        **PLAN,
        "commitments": [{"title@fr": "P", "start": "2026-05", "end": "2025-01"}],
        "updates": [{"target": "org.example.fictive:nobody", "text@fr": "Fait"}],
    }
    data = filled(rows)
    book = openpyxl.load_workbook(io.BytesIO(data))
    report = api.validate(imported(data))
    found = {(finding.location.sheet, finding.location.cell) for finding in report.findings}
    for key, field in (("commitments", "end"), ("updates", "target")):
        sheet = sheet_of(book, key)
        row, column = cell_of(sheet, field)
        cells = {f"{get_column_letter(column)}{row}"}
        if field == "end":
            cells.add(f"{get_column_letter(cell_of(sheet, 'start')[1])}{row}")
        assert found & {(sheet.title, cell) for cell in cells}


def test_a_missing_field_lands_on_its_own_cell() -> None:
    def change(book: openpyxl.Workbook) -> None:
        plan, commitments = sheet_of(book, "plan"), sheet_of(book, "commitments")
        plan.cell(*cell_of(plan, "framework")).value = "cadre fictif"
        wanted["/plans/0/framework"] = (plan.title, coordinate(cell_of(plan, "framework")))
        wanted["/plans/0/commitments/0/title"] = (commitments.title, coordinate(cell_of(commitments, "title@fr")))

    def coordinate(at: tuple[int, int]) -> str:
        return f"{get_column_letter(at[1])}{at[0]}"

    wanted: dict[str, tuple[str, str]] = {}
    data = filled({**PLAN, "commitments": [{"number": "1", "description@fr": "Sans titre"}]}, change=change)
    report = api.validate(imported(data))
    places = {f.location.pointer: f.location for f in report.findings if f.code == "structure/missing-field"}
    assert {pointer: (place.sheet, place.cell) for pointer, place in places.items()} == wanted


def test_contacts_in_the_words_of_the_source_land_on_cells() -> None:
    rows = {**PLAN, "commitments": [{"title@fr": "P", "description@fr": "Appeler le 0612345678"}]}
    report = api.validate(imported(filled(rows)))
    places = {f.code: (f.location.sheet, f.location.cell) for f in report.findings if f.code.startswith("privacy/")}
    assert places["privacy/contact-in-source"] == places["privacy/personal-contact-in-text"]
    assert places["privacy/contact-in-source"][1]


def test_another_workbook_is_refused() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.save(out)
    done = read(out.getvalue(), "autre.xlsx")
    assert done.document is None
    assert [finding.code for finding in done.findings] == ["import/not-this-workbook"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"a,b\n1,2\n"])
def test_what_is_no_workbook_is_a_finding(data: bytes) -> None:
    done = read(data, "x.xlsx")
    assert done.document is None
    assert [finding.code.partition("/")[0] for finding in done.findings] == ["source"]

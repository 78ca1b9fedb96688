"""A package as an archive of tables, and back: the same package; packages and changes are made up."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.workbook.packages import packages

from opengov_local import dump, load, read, validate
from opengov_local.document import Import
from opengov_local.formats.bundle.columns import columns_of, lists_in, tables
from opengov_local.model import Package
from opengov_local.model.base import Model

_EXAMPLES = Path(__file__).parents[3] / "examples"
_NAMES = ("oriental", "agadir-ogp-2025", "four-regions-ogp-2025", "synthetic/full-plan")
Lines = list[list[str]]


def _package(name: str = "synthetic/full-plan") -> Package:
    return load(_EXAMPLES / f"{name}.json")


def _files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _lines(data: bytes) -> Lines:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def _changed(data: bytes, name: str, change: Callable[[Lines], None], **how: str) -> bytes:
    """Gives an archive with one of its tables changed by hand."""
    parts = _files(data)
    lines = _lines(parts[name])
    change(lines)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=how.get("delimiter", ",")).writerows(lines)
    parts[name] = out.getvalue().encode(how.get("encoding", "utf-8-sig"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return file.getvalue()


def _read(data: bytes) -> Import:
    return read(data, format="csv")


def _tree(done: Import) -> dict[str, Any]:
    assert done.document is not None
    tree: dict[str, Any] = done.document.tree
    return tree


def _codes(done: Import) -> list[str]:
    return [finding.code for finding in done.findings]


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_examples_come_back(name: str, language: str) -> None:
    package = _package(name)
    done = _read(dump(package, "csv", language=language, with_contacts=True).data)
    assert json.dumps(_tree(done)) == json.dumps(package.to_tree())  # in the same order too
    assert done.findings == ()


@settings(max_examples=15)
@given(packages())
def test_made_up_packages_come_back(package: Package) -> None:
    assert _tree(_read(dump(package, "csv", with_contacts=True).data)) == package.to_tree()


_UNKNOWN = st.recursive(
    st.none() | st.booleans() | st.integers(-10, 10) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=5,
)


@settings(max_examples=15)
@given(st.dictionaries(st.text("xyz_.@", min_size=1, max_size=5), _UNKNOWN, max_size=3))
def test_fields_outside_the_model_and_lists_stated_as_empty_come_back(unknown: dict[str, Any]) -> None:
    tree = _package().to_tree()
    tree |= {f"x{name}": value for name, value in unknown.items()}
    plan = tree["plans"][0]
    plan["commitments"][0] |= {"budget": [], "sdgs": []} | {f"x{name}": value for name, value in unknown.items()}
    plan["period"] |= {f"x{name}": value for name, value in unknown.items()}
    package = Package.model_validate(tree)
    assert _tree(_read(dump(package, "csv", with_contacts=True).data)) == tree


def test_languages_come_back_in_their_order() -> None:
    tree = _package().to_tree()
    for plan, tags in zip(tree["plans"], (["fr", "ar", "en"], ["en", "zgh", "ar"]), strict=True):
        plan["title"] = dict.fromkeys(tags, "Titre")
        plan["forums"] = [{"name": dict.fromkeys(reversed(tags), "Forum")}]
        plan |= {"@order": {"title": ["ar"]}, "@@order": 1, "order": 2, "@a": 3}
    tree["plans"][1]["@order"] = 1
    package = Package.model_validate(tree)
    back = _tree(_read(dump(package, "csv", with_contacts=True).data))
    assert back == tree
    assert [list(plan["forums"][0]["name"]) for plan in back["plans"]] == [["en", "ar", "fr"], ["ar", "zgh", "en"]]


def test_objects_with_one_id_come_back_apart() -> None:
    tree = _package().to_tree()
    first, second = tree["plans"][0]["commitments"][:2]
    second["id"] = first["id"]
    data = dump(Package.model_validate(tree), "csv", with_contacts=True).data
    assert _tree(_read(data)) == tree


@pytest.mark.parametrize("text", ["=1+1", "'=1", "-5", "'-5", "+1", "@a", "\t=1", "＝1", "''", "'"])
def test_no_cell_is_a_formula_and_every_text_comes_back(text: str) -> None:
    tree = _package().to_tree()
    tree["plans"][0]["title"] = {"fr": text + "\r\nx", "ar": f"{text}،"}
    written = dump(Package.model_validate(tree), "csv", with_contacts=True)
    cells = [
        cell for data in _files(written.data).values() if data[:1] != b"{" for line in _lines(data) for cell in line
    ]
    assert not [cell for cell in cells if cell and cell[0] in "=+@\t\r＝"]
    assert not [cell for cell in cells if cell.startswith("-") and not cell[1:].replace(".", "").isdigit()]
    assert _tree(_read(written.data)) == tree


def test_the_descriptor_and_the_tables_are_what_frictionless_takes(tmp_path: Path) -> None:
    data = dump(_package(), "csv", language="ar").data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "-m", "frictionless", "validate", "--json", str(tmp_path / "datapackage.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert (report["valid"], report["errors"]) == (True, [])
    assert {task["name"] for task in report["tasks"]} == {name[:-4] for name in _files(data) if name.endswith(".csv")}
    assert sum(task["stats"]["rows"] for task in report["tasks"]) > 100


@settings(max_examples=4)
@given(packages())
def test_any_package_is_what_frictionless_takes(package: Package) -> None:
    frictionless = pytest.importorskip("frictionless")
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(dump(package, "csv", with_contacts=True).data)) as archive:
            archive.extractall(folder)
        report = frictionless.validate(str(Path(folder) / "datapackage.json"))
    assert report.valid, report.flatten(["type", "fieldName", "note"])


def test_a_cell_that_breaks_the_schema_is_seen_by_frictionless(tmp_path: Path) -> None:
    def change(lines: Lines) -> None:
        lines[1][lines[0].index("start")] = "one day"

    data = _changed(dump(_package(), "csv").data, "commitment.csv", change)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "-m", "frictionless", "validate", "--json", str(tmp_path / "datapackage.json")]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert not report["valid"]


def test_a_fault_is_found_in_its_cell() -> None:
    def change(lines: Lines) -> None:
        lines[2][lines[0].index("start")] = "one day"

    data = dump(_package(), "csv").data
    column = _lines(_files(data)["commitment.csv"])[0].index("start")
    report = validate(_read(_changed(data, "commitment.csv", change)))
    (found,) = [one for one in report.findings if one.code == "structure/bad-format"]
    assert (found.location.pointer, found.location.sheet) == ("/plans/0/commitments/1/start", "commitment.csv")
    assert found.location.cell is not None
    assert found.location.cell.endswith("3")
    assert column > 0


def test_a_row_may_be_added_by_hand() -> None:
    def change(lines: Lines) -> None:
        row = dict.fromkeys(lines[0], "") | {"id": "org.example.fictive:co-new", "title@fr": "Nouveau"}
        lines.append([*(row | {"_in": lines[1][1]}).values()])

    done = _read(_changed(dump(_package(), "csv").data, "commitment.csv", change))
    assert load(done).plans[0].commitments[-1].title == {"fr": "Nouveau"}
    assert done.findings == ()


def test_rows_may_be_sorted_by_hand() -> None:
    data = dump(_package(), "csv").data
    turned = _changed(data, "milestone.csv", lambda lines: lines.__setitem__(slice(1, None), lines[:0:-1]))
    assert _tree(_read(turned)) == _tree(_read(data))


def test_a_table_saved_by_a_spreadsheet_program_is_read() -> None:
    data = dump(_package(), "csv").data
    saved = _changed(data, "commitment.csv", lambda lines: None, delimiter=";", encoding="utf-16")
    done = _read(saved)
    assert _tree(done) == _tree(_read(data))
    assert "import/encoding-guessed" in _codes(done)


def test_a_row_that_lies_in_nothing_is_kept_and_said() -> None:
    def change(lines: Lines) -> None:
        lines[1][lines[0].index("_in")] = "org.example:nothing"

    done = _read(_changed(dump(_package(), "csv").data, "commitment.csv", change))
    assert "import/row-without-holder" in _codes(done)
    (kept,) = [each for each in _tree(done)["x_unmapped"] if each["label"] == "commitment"]
    assert json.loads(kept["text"])["title"]


@pytest.mark.parametrize(
    ("heading", "text", "code"),
    [("_at", "0 Zerfoun", "import/place-unread"), ("_key", "Zerfoun", "import/place-unread")],
)
def test_a_cell_that_places_no_row_is_kept_and_said(heading: str, text: str, code: str) -> None:
    def change(lines: Lines) -> None:
        lines[1][lines[0].index(heading)] = text

    done = _read(_changed(dump(_package(), "csv", with_contacts=True).data, "citation.csv", change))
    (said,) = [finding for finding in done.findings if finding.code == code]
    assert (said.params["heading"], said.params["text"], said.severity) == (heading, text, "warning")
    assert text in json.dumps(_tree(done))


def test_a_cell_under_no_heading_is_kept_and_said() -> None:
    done = _read(_changed(dump(_package(), "csv").data, "action_plan.csv", lambda lines: lines[1].append("Zerfoun")))
    assert "import/row-longer" in _codes(done)
    assert [one["text"] for one in _tree(done)["plans"][0]["x_unmapped"]] == ["Zerfoun"]


def test_columns_and_tables_that_nobody_knows_are_kept_or_said() -> None:
    def change(lines: Lines) -> None:
        for number, line in enumerate(lines):
            line.extend(["mine", "own"] if number else ["my.column", "status"])

    done = _read(_changed(dump(_package(), "csv").data, "commitment.csv", change))
    assert _codes(done) == ["import/column-unmapped"] * 2
    assert _tree(done)["plans"][0]["commitments"][0]["my.column"] == "mine"


def test_a_cell_that_is_no_list_is_said_and_kept() -> None:
    def change(lines: Lines) -> None:
        lines[1][lines[0].index("policy_areas")] = "open_data, tax"
        lines[1][lines[0].index("_more")] = '{"a": 1, "a": 2}'

    done = _read(_changed(dump(_package(), "csv").data, "commitment.csv", change))
    assert _codes(done) == ["import/cell-not-json"] * 2
    first = _tree(done)["plans"][0]["commitments"][0]
    assert (first["policy_areas"], first["_more"]) == ("open_data, tax", '{"a": 1, "a": 2}')


def test_private_persons_and_contacts_are_left_out_unless_asked_for() -> None:
    public = dump(_package(), "csv")
    left = {str(found.params["what"]) for found in public.findings if found.code == "export/left-out"}
    assert left == {"private_persons", "contacts", "sources"}
    assert not any(b"@example.org" in data for data in _files(public.data).values())
    assert any(b"@example.org" in data for data in _files(dump(_package(), "csv", with_contacts=True).data).values())


def test_the_same_package_gives_the_same_bytes() -> None:
    assert dump(_package(), "csv").data == dump(_package(), "csv").data


def test_another_archive_is_not_taken_for_one() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", '{"resources": []}')
    done = _read(file.getvalue())
    assert done.document is None or done.document.format != "csv"
    assert _read(b"no archive").document is None or "import/nothing-recognised" in _codes(_read(b"no archive"))


def test_no_table_lies_in_itself() -> None:
    def below(model: type[Model], above: tuple[type[Model], ...]) -> None:
        assert model not in above
        for _, inner in lists_in(model):
            below(inner, (*above, model))

    below(Package, ())


def test_every_field_has_a_column_or_a_table() -> None:
    for model in tables().values():
        for column in columns_of(model).values():
            assert not column.name.startswith("_")
            assert "@" not in column.name

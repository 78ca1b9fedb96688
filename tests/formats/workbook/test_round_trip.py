"""A package as a workbook and back: the same, to the last space and field; columns show what they can."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.formats.workbook.packages import packages
from tests.formats.workbook.workbooks import OPTIONS, cells_of, imported, sheet_of, tree_of

from opengov_local.formats.workbook.layout import EXAMPLE, HEADING, HELP
from opengov_local.formats.workbook.wording import LANGUAGES
from opengov_local.formats.workbook.xlsx_format import write
from opengov_local.model import Package

_EXAMPLES = Path(__file__).parents[3] / "examples"
_NAMES = ("oriental", "agadir-ogp-2025", "four-regions-ogp-2025", "synthetic/full-plan")
_PHASES = (Phase.explicit, Phase.generate, Phase.shrink)  # no explanations: they cost minutes
_SLOW = [HealthCheck.too_slow]
ROLES = (EXAMPLE, HEADING, HELP)
_HIDDEN = {
    "ActionPlan.x_local_tags": 3,
    "Adoption.attachments": 1,
    "Answer.evidence": 4,
    "Commitment.x_priority": 1,
    "Endorsement.attachments": 1,
    "Package.sources": 1,
    "Package.x_demo_flags": 1,
    "ReportedFigure.sources": 5,
}
"""What no column of the workbook shows of the full example: hidden cells keep it."""


def _whole(data: bytes) -> dict[str, Any]:
    """Gives what comes back of a workbook, beside the source that the workbook now is."""
    done = imported(data, None)
    assert done.account is not None
    assert done.account.counts["unmapped"] == 0
    assert done.document is not None
    tree = done.document.tree
    sources = [each for each in tree.get("sources", []) if each.get("importer", "") != "opengov_local workbook"]
    return {**tree, "sources": sources} if sources else tree_of(done)


def _in_order(tree: Any) -> Any:
    """Gives data in which texts are lists of their languages, whose order says which is shown where one is missing."""
    if isinstance(tree, dict) and all(isinstance(value, str) and len(tag) < 4 for tag, value in tree.items()):
        return [*tree.items()]
    if isinstance(tree, dict):
        return {name: _in_order(value) for name, value in tree.items()}
    return [_in_order(item) for item in tree] if isinstance(tree, list) else tree


def _hidden(package: Package, language: str) -> tuple[bytes, dict[str, Any]]:
    written = write(package, language=language, with_contacts=True)
    found = [finding for finding in written.findings if finding.code == "export/not-in-workbook"]
    return written.data, {str(finding.params["field"]): finding.params["count"] for finding in found}


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_come_back(name: str, language: str) -> None:
    package = Package.model_validate_json((_EXAMPLES / f"{name}.json").read_bytes())
    assert _in_order(_whole(write(package, language=language, with_contacts=True).data)) == _in_order(package.to_tree())


def test_what_no_column_shows_is_counted() -> None:
    package = Package.model_validate_json((_EXAMPLES / "synthetic/full-plan.json").read_bytes())
    assert _hidden(package, "ar")[1] == _HIDDEN


@settings(max_examples=25, phases=_PHASES, suppress_health_check=_SLOW)
@given(packages(), st.sampled_from(LANGUAGES))
def test_made_up_packages_come_back(package: Package, language: str) -> None:
    assert _in_order(_whole(_hidden(package, language)[0])) == _in_order(package.to_tree())


def test_new_rows_are_numbered_as_the_ids_begin_where_no_prefix_is_stated() -> None:
    tree = _with_title({"fr": "Programme"}).to_tree()
    del tree["id_prefix"]
    data, _ = _hidden(Package.model_validate(tree), "fr")
    done = imported(data, None)
    assert tree_of(done) == tree
    assert not [found for found in done.findings if found.code == "import/no-id-prefix"]
    assert tree_of(imported(data))["id_prefix"] == OPTIONS.id_prefix


@pytest.mark.parametrize("text", ["a\x01b", "tab\x0bbed", "high \x9f control"])
def test_characters_that_no_cell_shows_are_replaced_and_said_and_come_back(text: str) -> None:
    written = write(_with_title({"fr": text}), language="fr")
    (said,) = written.findings
    assert (said.code, said.params) == ("export/characters-replaced", {"field": "ActionPlan.title", "count": 1})
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    assert shown in {cell for cells in cells_of(written.data, "plan") for cell in cells}
    assert tree_of(imported(written.data))["plans"][0]["title"]["fr"] == text


def test_a_text_that_is_too_long_for_a_cell_comes_back() -> None:
    package = _with_title({"fr": "x" * 100_000, "ar": "عنوان"})
    data, hidden = _hidden(package, "fr")
    assert hidden == {"ActionPlan.title": 1}
    assert tree_of(imported(data)) == package.to_tree()


_TEXTS = (" a ", "a\r\nb", "\u00a0a", "a\u2028b", "\ta\t", "a\rb", "\n\n", "_x0041_ ", "\ufeffa", "\u3000ا\x85")


@pytest.mark.parametrize("text", _TEXTS)
def test_texts_come_back_to_the_last_space(text: str) -> None:
    tree = _with_title({"fr": f"{text}b", "ar": f"b{text}"}).to_tree()
    axis = {"id": "org.example.fictive:ax-1", "title": {"fr": "Axe"}, "x_own": [text, None, 1.5]}
    tree["plans"][0]["axes"] = [{**axis, "objectives": [{"fr": f"{text}c{text}"}, {"ar": f"c{text}"}]}]
    tree["organizations"] = [{"id": "org.example.fictive:o-1", "name": {"fr": f"b{text}"}}]
    package = Package.model_validate(tree)
    assert tree_of(imported(write(package, language="fr").data)) == tree


def test_what_is_written_in_a_cell_goes_before_what_is_hidden() -> None:
    tree = _with_title({"fr": " Ancien ", "ar": " قديم "}).to_tree()
    tree["plans"][0]["x_own"] = {"kept": True}

    def change(book: openpyxl.Workbook) -> None:
        cells = {cell.value: cell for row in sheet_of(book, "plan").iter_rows() for cell in row if cell.value}
        cells["Ancien"].value, cells["قديم"].value = "Nouveau", None

    (plan,) = tree_of(imported(_changed(write(Package.model_validate(tree), language="fr").data, change)))["plans"]
    assert (plan["title"], plan["x_own"]) == ({"fr": "Nouveau"}, {"kept": True})


@pytest.mark.parametrize("text", ["{", "[]", '{"added":[]}', '{"added":{"axes":NaN}}', "[" * 40_000, '{"exact":1}'])
def test_hidden_cells_that_somebody_changed_are_kept_and_said(text: str) -> None:
    tree = _with_title({"fr": "Programme"}).to_tree()
    tree["plans"][0]["x_own"] = 1

    def change(book: openpyxl.Workbook) -> None:
        for row in sheet_of(book, "plan").iter_rows():
            for cell in row:
                if str(cell.value).startswith('{"'):
                    cell.value = text[:32767]

    done = imported(_changed(write(Package.model_validate(tree), language="fr").data, change))
    assert "import/cell-not-json" in {finding.code for finding in done.findings}
    assert done.account is not None
    assert done.account.counts["unmapped"] == 1
    assert tree_of(done)["plans"][0]["title"] == {"fr": "Programme"}


def test_seats_have_a_sheet_of_their_own() -> None:
    package = Package.model_validate_json((_EXAMPLES / "synthetic/full-plan.json").read_bytes())
    seats = [
        seat for plan in package.plans for body in (*plan.forums, *plan.follow_up_committees) for seat in body.seats
    ]
    written = [row for row in cells_of(write(package, language="fr").data, "seats") if row[0] not in ROLES][1:]
    assert len(written) == len(seats) > 3


def test_seats_of_bodies_of_one_name_stay_with_their_body_when_rows_are_sorted() -> None:
    tree = _with_title({"fr": "Programme"}).to_tree()
    name = {"fr": "Comité", "ar": "لجنة"}
    bodies = [{"name": name, "seats": [{"name": {"fr": f"Siège {n}"}, "count": n}]} for n in (1, 2)]
    tree["plans"][0] |= {"forums": bodies[:1], "follow_up_committees": bodies[1:]}

    def turn(book: openpyxl.Workbook) -> None:
        for key in ("bodies", "seats"):
            there = sheet_of(book, key)
            first, second = ([cell.value for cell in there[line]] for line in (4, 5))
            for line, values in ((4, second), (5, first)):
                for cell, value in zip(there[line], values, strict=True):
                    cell.value = value

    data = write(Package.model_validate(tree), language="ar").data
    assert tree_of(imported(data)) == tree_of(imported(_changed(data, turn))) == tree


def test_a_body_that_was_added_by_hand_has_its_seats() -> None:
    tree = _with_title({"fr": "Programme"}).to_tree()
    tree["plans"][0]["forums"] = [{"name": {"fr": "Forum"}, "seats": [{"name": {"fr": "Un"}}]}]

    def add(book: openpyxl.Workbook) -> None:
        for key, old, new in (("bodies", "Forum", "Comité"), ("seats", "Forum", "Comité")):
            there = sheet_of(book, key)
            for above, cell in zip(there[4][1:], there[5][1:], strict=True):
                cell.value = new if above.value == old else above.value

    (plan,) = tree_of(imported(_changed(write(Package.model_validate(tree), language="fr").data, add)))["plans"]
    assert [(body["name"]["fr"], len(body["seats"])) for body in plan["forums"]] == [("Forum", 1), ("Comité", 1)]


def _changed(data: bytes, change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_private_persons_and_contacts_are_left_out_unless_asked_for() -> None:
    tree = _with_title({"fr": "Programme"}).to_tree()
    tree["plans"][0]["points_of_contact"] = [
        {"name": {"fr": "Personne Privée"}, "capacity": "private"},
        {"name": {"fr": "Élue Fictive"}, "capacity": "elected", "contact": {"email": "elue@example.org"}},
    ]
    package = Package.model_validate(tree)
    public = write(package, language="fr")
    assert {finding.params["what"]: finding.params["count"] for finding in public.findings} == {
        "private_persons": 1,
        "contacts": 1,
    }
    assert tree_of(imported(public.data))["plans"][0]["points_of_contact"] == [
        {"capacity": "private"},
        {"name": {"fr": "Élue Fictive"}, "capacity": "elected"},
    ]
    whole = write(package, language="fr", with_contacts=True)
    assert tree_of(imported(whole.data))["plans"] == tree["plans"]


def test_a_list_stated_as_empty_comes_back() -> None:
    tree = _with_title({"fr": "Programme"}).to_tree()
    tree["plans"][0]["commitments"] = []
    data, hidden = _hidden(Package.model_validate(tree), "fr")
    assert hidden == {"ActionPlan.commitments": 1}
    assert tree_of(imported(data)) == tree


def _with_title(title: dict[str, str]) -> Package:
    plan = {"id": "org.example.fictive:pl-1", "title": title, "framework": "remacto"}
    tree = {"schema_version": "0.1", "id": "org.example.fictive:pk-1", "id_prefix": "org.example.fictive"}
    return Package.model_validate({**tree, "plans": [plan]})


def test_a_workbook_keeps_its_ids_beside_the_package_of_another() -> None:
    plan = {"id": "org.one:pl-1", "title": {"fr": "Programme"}, "framework": "remacto"}
    stated = {"schema_version": "0.1", "id": "org.one:pk-1", "plans": [plan]}
    plans = [{**plan, "id": "org.two:pl-1"}]
    other = {"schema_version": "0.1", "id": "org.two:pk-1", "id_prefix": "org.two", "plans": plans}
    book = write(Package.model_validate(stated)).data
    done = imported(book, replace(OPTIONS, id_prefix=None, base=other))
    assert done.document is not None
    made = done.document.tree
    assert (made["id"], made.get("id_prefix"), made["plans"][0]["id"]) == ("org.one:pk-1", None, "org.one:pl-1")

"""Names in documents of ours: each is of its own plan; one that nothing bears, or several bear, is kept and said."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from tests.formats.word.documents.back import Tree, example, package_of, read_back
from tests.formats.word.papers import checked

from opengov_local.document import Import
from opengov_local.formats.ogp_local.docx_format import write as write_form
from opengov_local.formats.paper.writing import PaperWriter
from opengov_local.formats.programme.programme_docx import write as write_programme
from opengov_local.formats.word.word_format import read
from opengov_local.formats.workshop.workshop_docx import write as write_workshop

_X = "org.example.fictive"


def _plan(at: int) -> Tree:
    """Gives a made-up plan, whose parts are called as those of any other."""
    axes = [
        {"id": f"{_X}:ax-{at}", "title": {"fr": "Transparence"}},
        {"id": f"{_X}:sb-{at}", "title": {"fr": "Données"}, "parent": f"{_X}:ax-{at}"},
        {"id": f"{_X}:ot-{at}", "title": {"fr": "Participation"}},
    ]
    project = {"id": f"{_X}:co-{at}", "title": {"fr": "Portail"}, "axes": [f"{_X}:ax-{at}", f"{_X}:ot-{at}"]}
    titled = {"id": f"{_X}:pl-{at}", "title": {"fr": f"Programme n° {at}"}, "framework": "remacto"}
    return titled | {"axes": axes, "commitments": [project]}


def _workshop(at: int, *plans: str, **fields: Any) -> Tree:
    """Gives a made-up workshop, which brought what became a project of the plan of the same number."""
    became = {"axis": f"{_X}:ax-{at}", "disposition": {"status": "accepted", "commitments": [f"{_X}:co-{at}"]}}
    brought = {"id": f"{_X}:ct-{at}", "kind": "proposal", "text": {"fr": f"Idée n° {at}"}, **became}
    held = {"id": f"{_X}:ws-{at}", "title": {"fr": f"Atelier n° {at}"}, "kind": "co_creation"}
    return held | {"contributions": [brought]} | ({"plans": list(plans)} if plans else {}) | fields


def _read(write: PaperWriter, tree: Tree) -> Import:
    whole = {"schema_version": "0.1", "id": f"{_X}:pk-1", **tree}
    return read_back(write, package_of(whole), "fr")


def _tree(made: Import) -> Tree:
    assert made.document is not None
    tree: Tree = made.document.tree
    return tree


def _said(made: Import, code: str) -> list[tuple[Any, ...]]:
    return [
        (each.severity, each.params.get("field"), each.params["text"], each.params.get("count"))
        for each in made.findings
        if each.code == code and each.location.pointer and each.location.cell
    ]


@pytest.mark.parametrize("write", [write_programme, write_form])
def test_axes_of_the_same_title_are_those_of_their_own_plan(write: PaperWriter) -> None:
    for plan in _tree(_read(write, {"plans": [_plan(1), _plan(2)]}))["plans"]:
        own = {each["title"]["fr"]: each["id"] for each in plan["axes"]}
        assert plan["axes"][1]["parent"] == own["Transparence"]
        assert plan["commitments"][0]["axes"] == [own["Transparence"], own["Participation"]]


def test_projects_of_the_same_title_are_those_of_the_plan_of_their_workshop() -> None:
    workshops = [_workshop(1, f"{_X}:pl-1"), _workshop(2, f"{_X}:pl-2")]
    tree = _tree(_read(write_workshop, {"plans": [_plan(1), _plan(2)], "workshops": workshops}))
    for plan, workshop in zip(tree["plans"], tree["workshops"], strict=True):
        (brought,) = workshop["contributions"]
        assert brought["axis"] == plan["axes"][0]["id"]
        assert brought["disposition"]["commitments"] == [plan["commitments"][0]["id"]]


@pytest.mark.parametrize(
    ("plans", "count"), [([], 0), (["pl-1", "pl-2"], 2), (["org.example.elsewhere:pl-1"], 1)], ids=str
)
def test_axes_and_projects_of_no_plan_or_of_several_are_said(plans: list[str], count: int) -> None:
    stated = [each if ":" in each else f"{_X}:{each}" for each in plans]
    tree: Tree = {"plans": [_plan(1), _plan(2)], "workshops": [_workshop(1, *stated)]}
    if count == 1:
        tree["external_refs"] = [{"id": stated[0], "kind": "plan"}]
    made = _edited(write_workshop, _without_its_plan, tree)
    assert _said(made, "import/part-of-no-plan") == [
        ("info", "axis", "Transparence", count),
        ("info", "commitments", "Portail", count),
    ]
    (brought,) = _tree(made)["workshops"][0]["contributions"]
    assert "axis" not in brought
    assert "commitments" not in brought["disposition"]


def test_of_two_plans_the_one_that_has_it_is_meant() -> None:
    both = _workshop(1, f"{_X}:pl-1", f"{_X}:pl-2")
    tree = _tree(_read(write_workshop, {"plans": [_plan(1), _plan(2)], "workshops": [both, _workshop(1, f"{_X}:pl-1")
                                        | {"id": f"{_X}:ws-9", "contributions": [_workshop(1)["contributions"][0]
                                        | {"id": f"{_X}:ct-9"}]}]}))  # fmt: skip
    ids = [each["contributions"][0]["axis"] for each in tree["workshops"]]
    assert ids == [tree["plans"][0]["axes"][0]["id"]] * 2


def _edited(write: PaperWriter, change: Callable[[Any], None], tree: Tree) -> Import:
    """Writes a document, changes cells of it as somebody would in Word, and reads it."""
    package = package_of({"schema_version": "0.1", "id": f"{_X}:pk-1", **tree})
    document = docx.Document(io.BytesIO(write(package, language="fr").data))
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                change(cell)
    stream = io.BytesIO()
    document.save(stream)
    return checked(read(stream.getvalue(), "edited.docx"))


def _renamed(old: str, new: str) -> Callable[[Any], None]:
    def change(cell: Any) -> None:
        for paragraph in cell.paragraphs:
            if paragraph.text.endswith(old):
                paragraph.text = paragraph.text.replace(old, new)

    return change


def _without_its_plan(cell: Any) -> None:
    for paragraph in cell.paragraphs:
        if " — plan" in paragraph.text:
            paragraph.text = paragraph.text.partition(" — plan")[0]


def test_an_axis_that_the_programme_does_not_have_is_said() -> None:
    made = _edited(write_programme, _renamed("Participation", "Participations"), {"plans": [_plan(1)]})
    assert _said(made, "import/name-unknown") == [("warning", "axes", "Participations", None)]


def test_what_an_amendment_changed_and_the_form_does_not_have_is_said() -> None:
    changed = {"reason": {"fr": "Revu."}, "changed": [f"{_X}:co-1"]}
    plan = _plan(1) | {"amendments": [{"id": f"{_X}:am-1", **changed}]}
    made = _edited(write_form, _renamed("\u00a0: Portail", "\u00a0: Portails"), {"plans": [plan]})
    assert _said(made, "import/name-unknown") == [("warning", "changed", "Portails", None)]


def test_what_a_report_keeps_without_a_word_of_its_own_is_counted() -> None:
    workshop = _workshop(1, f"{_X}:pl-1", date="2025-03-04")
    tree = {"plans": [_plan(1)], "workshops": [workshop]}
    made = _edited(write_workshop, _renamed("4 mars 2025", "au printemps"), tree)
    kept = [each for each in made.findings if each.code == "import/pieces-kept"]
    assert [(each.params["count"], each.params["text"]) for each in kept] == [(1, "au printemps")]


@pytest.mark.parametrize("name", ["oriental", "agadir", "four-regions", "full-plan"])
def test_an_untouched_programme_has_no_unknown_name(name: str) -> None:
    made = read_back(write_programme, example(name), "fr")
    assert not [each.params for each in made.findings if each.code == "import/name-unknown"]


def _groups(*titles: str) -> Tree:
    """Gives a made-up workshop of groups, of which each brought an idea of its own and one that all brought."""
    return {
        "id": f"{_X}:ws-1",
        "title": {"fr": "Atelier"},
        "kind": "co_creation",
        "working_groups": [
            {
                "id": f"{_X}:wg-{at}",
                "title": {"fr": title},
                "contributions": [
                    {"id": f"{_X}:ct-{at}", "kind": "proposal", "number": str(at), "text": {"fr": f"Idée n° {at}"}},
                    {"id": f"{_X}:ct-0{at}", "kind": "proposal", "text": {"fr": "Idée de tous"}},
                ],
            }
            for at, title in enumerate(titles, 1)
        ],
    }


def _brought(made: Import) -> list[list[str]]:
    (workshop,) = _tree(made)["workshops"]
    groups = workshop["working_groups"]
    return [[each["text"]["fr"] for each in group.get("contributions", ())] for group in (*groups, workshop)]


def test_groups_of_one_title_keep_what_each_brought() -> None:
    made = _read(write_workshop, {"workshops": [_groups("Santé", "Santé", "Eau")]})
    assert _brought(made) == [*([f"Idée n° {at}", "Idée de tous"] for at in (1, 2, 3)), []]


def test_a_response_of_a_group_that_is_not_there_is_said() -> None:
    held = _groups("Santé", "Eau et forêts")

    def change(cell: Any) -> None:
        if cell.text == "Eau et forêts":
            cell.paragraphs[0].text = "Eaux"

    made = _edited(write_workshop, change, {"workshops": [held]})
    assert _said(made, "import/name-unknown") == [("warning", "working_groups", "Eaux", None)] * 2


def test_a_kind_of_contributions_that_nobody_knows_is_kept() -> None:
    made = _edited(write_workshop, _renamed("Proposition", "Coup de gueule"), {"workshops": [_groups("Santé")]})
    (workshop,) = _tree(made)["workshops"]
    kept = [
        each["x_unmapped"][0]["text"] for each in workshop["working_groups"][0]["contributions"] if "x_unmapped" in each
    ]
    assert kept == ["Coup de gueule"] * 2

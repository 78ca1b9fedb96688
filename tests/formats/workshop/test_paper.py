"""The report of workshops: who took part, what groups brought, what became of it, which workshops are written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.formats.ogp_local.looking import blocks_of, text_of

from opengov_local import dump, formats, read
from opengov_local.errors import OptionError, TargetError
from opengov_local.formats.paper.content import Grid, Line, Lines, Paper, Row
from opengov_local.formats.workshop import report, responses, workshop_html
from opengov_local.formats.workshop.paper import compose
from opengov_local.formats.workshop.wording import labels
from opengov_local.model import Contribution, Package, WorkingGroup, Workshop
from opengov_local.model.shape import shape_of
from opengov_local.model.walk import Survey

Make = Callable[..., Package]
Tree = dict[str, Any]
EXAMPLES = Path(__file__).parents[3] / "examples"
ID = "test.x:{}"


def package_of(*workshops: Tree, **more: Any) -> Package:
    tree = {"schema_version": "0.1", "id": "test.x:package", "workshops": list(workshops), **more}
    return Package.model_validate_json(json.dumps(tree))


def workshop_of(name: str = "w-1", **more: Any) -> Tree:
    return {"id": ID.format(name), "title": {"fr": f"Atelier {name}"}, "kind": "co_creation", **more}


def said(name: str, kind: str, **more: Any) -> Tree:
    return {"id": ID.format(name), "kind": kind, "text": {"fr": f"Texte {name}"}, **more}


def group_of(*contributions: Tree, **more: Any) -> Tree:
    return {"id": ID.format("g-1"), "title": {"fr": "Groupe"}, "contributions": list(contributions), **more}


def paper_of(package: Package, language: str = "fr", **options: Any) -> Paper:
    return compose(package, language=language, **options)[0]


def texts(lines: Lines) -> list[str]:
    return [line.text for line in lines]


def label(key: str, language: str = "fr") -> str:
    return labels()[key].texts[language]


@pytest.mark.parametrize(
    ("model", "shown"),
    [(Workshop, report.SHOWN), (WorkingGroup, report.GROUP_SHOWN), (Contribution, responses.SHOWN)],
)
def test_every_field_of_the_model_has_its_place(model: Any, shown: set[str]) -> None:
    assert set(shape_of(model)) - shown == {"id", "former_ids", "identifiers"}
    assert shown <= set(shape_of(model))


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("name", ["synthetic/full-plan.json", "oriental.json"])
def test_every_contribution_has_its_response(name: str, language: str) -> None:
    package = Package.model_validate_json((EXAMPLES / name).read_bytes())
    paper = paper_of(package, language)
    rows = [row for table in blocks_of(paper, "part.responses") for row in table.rows]
    all_brought = [each for workshop in package.workshops for each, _ in responses.brought_in(workshop)]
    assert len(rows) == len(all_brought)
    text = text_of(paper)
    for each in all_brought:
        if each.disposition and each.disposition.reason:
            assert each.disposition.reason[language] in text


def test_a_package_of_which_little_is_told_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = json.loads((EXAMPLES / "synthetic" / "full-plan.json").read_bytes())
    tree["plans"][0]["commitments"] *= 50
    package = Package.model_validate_json(json.dumps(tree))
    started: list[object] = []
    walk = Survey.__init__

    def begun(survey: Survey, root: Any, without: Any = None, **only: Any) -> None:
        started.append(root)
        walk(survey, root, without, **only)

    monkeypatch.setattr(Survey, "__init__", begun)
    formats.get("workshop-html").writer()(package, language="fr", with_contacts=True)
    assert started == [package]


def test_solutions_stand_beside_the_problem_they_answer() -> None:
    group = group_of(
        said("p1", "problem"),
        said("s0", "solution"),
        said("s2", "solution", answers=[ID.format("p2")]),
        said("p2", "problem"),
        said("s3", "solution", answers=[ID.format("p2")]),
        said("r", "recommendation"),
    )
    paper = paper_of(package_of(workshop_of(working_groups=[group])))
    (table,) = blocks_of(paper, "group.contributions")
    assert [[texts(cell) for cell in row] for row in table.rows] == [
        [["Texte p1"], ["—"]],
        [["Texte p2"], ["Texte s2", "Texte s3"]],
        [["—"], ["Texte s0"]],
    ]
    (row,) = blocks_of(paper, "group.recommendation")
    assert texts(row.lines) == ["Texte r"]


@pytest.mark.parametrize(("contributions", "key"), [(None, "word.not_stated"), ([], "word.none")])
def test_output_that_nobody_states_is_not_none(contributions: list[Tree] | None, key: str) -> None:
    group: Tree = {"id": ID.format("g-1"), "title": {"fr": "Groupe"}}
    if contributions is not None:
        group["contributions"] = contributions
    (row,) = blocks_of(paper_of(package_of(workshop_of(working_groups=[group]))), "group.contributions")
    assert isinstance(row, Row)
    assert [text.removeprefix("— ") for text in texts(row.lines)] == [label(key)]


def test_a_number_that_nobody_counted_is_no_0() -> None:
    groups = [{"sector": "civil_society", "women": 0}, {"sector": "government", "count": 12}]
    (table,) = blocks_of(paper_of(package_of(workshop_of(participants=groups))), "workshop.participants")
    assert isinstance(table, Grid)
    assert [[texts(cell) for cell in row[-2:]] for row in table.rows] == [[["—"], ["0"]], [["12"], ["—"]]]


def test_missing_responses_are_said_and_counted() -> None:
    rejected = {"status": "rejected", "reason": {"fr": "Hors compétence"}, "date": "2023-05-11"}
    workshop = workshop_of(contributions=[said("a", "proposal"), said("b", "proposal", disposition=rejected)])
    paper = paper_of(package_of(workshop))
    (table,) = blocks_of(paper, "part.responses")
    status = table.head.index(label("response.status"))
    assert [texts(row[status]) for row in table.rows] == [[label("response.none")], ["Rejetée"]]
    (summary,) = blocks_of(paper, "part.summary")
    assert summary.head == ("Rejetée", label("response.none"))
    assert [texts(cell) for cell in summary.rows[0]] == [["1"], ["1"]]


@pytest.mark.parametrize(("count", "layouts"), [(0, ["tall"]), (4, ["tall"]), (5, ["tall", "wide"])])
def test_many_responses_lie_on_a_sheet_of_their_own(count: int, layouts: list[str]) -> None:
    workshop = workshop_of(contributions=[said(f"c{n}", "proposal") for n in range(count)])
    assert [sheet.layout for sheet in paper_of(package_of(workshop)).sheets] == layouts


def test_few_responses_of_many_columns_lie_on_a_sheet_of_their_own() -> None:
    response = {"status": "accepted", "reason": {"fr": "Oui"}, "date": "2025-05-01"}
    one = said("c", "proposal", disposition=response)
    for numbered, layouts in (({}, ["tall"]), ({"number": "1"}, ["tall", "wide"])):
        workshop = workshop_of(contributions=[one | numbered])
        assert [sheet.layout for sheet in paper_of(package_of(workshop)).sheets] == layouts


def test_response_names_what_it_was_merged_into_and_what_it_became(made_up: Make) -> None:
    package = Package.model_validate_json((EXAMPLES / "synthetic/full-plan.json").read_bytes())
    merged = label("response.merged_into", "ar")
    table = next(iter(blocks_of(paper_of(package, "ar"), "part.responses")))
    cells = [texts(row[table.head.index(label("response.status", "ar"))]) for row in table.rows]
    assert any(len(cell) == 2 and cell[1].startswith(merged) for cell in cells)
    projects = [texts(row[-1]) for row in table.rows]
    titles = {c.title["ar"] for plan in package.plans for c in plan.commitments}
    assert {line for cell in projects for line in cell} - {"—"} <= titles


def test_workshops_are_chosen() -> None:
    plan = {"id": ID.format("plan"), "title": {"fr": "Plan"}, "framework": "remacto"}
    other = plan | {"id": ID.format("other")}
    package = package_of(workshop_of("w-1", plans=[plan["id"]]), workshop_of("w-2"), plans=[plan, other])

    def titles(**options: Any) -> list[str]:
        return [sheet.title.text for sheet in paper_of(package, **options).sheets]

    assert titles() == ["Atelier w-1", "Atelier w-2"]
    assert titles(plan=plan["id"]) == ["Atelier w-1"]
    assert titles(workshop="test.x:w-2") == ["Atelier w-2"]


def test_a_contents_only_for_several() -> None:
    assert blocks_of(paper_of(package_of(workshop_of())), "part.contents") == []
    assert len(blocks_of(paper_of(package_of(workshop_of(), workshop_of("w-2"))), "part.contents")) == 1


@pytest.mark.parametrize(
    ("options", "error", "code"),
    [
        ({"workshop": "test.x:none"}, OptionError, "tool/unknown-workshop"),
        ({"plan": "test.x:plan", "workshop": "test.x:w-1"}, TargetError, "tool/no-workshop"),
        ({"plan": "test.x:none"}, OptionError, "tool/unknown-plan"),
    ],
)
def test_what_is_not_there_is_an_error(options: Tree, error: type[Any], code: str) -> None:
    plan = {"id": ID.format("plan"), "title": {"fr": "Plan"}, "framework": "remacto"}
    package = package_of(workshop_of(plans=["test.x:other"]), plans=[plan])
    with pytest.raises(error) as caught:
        paper_of(package, **options)
    assert caught.value.code == code


def test_a_package_without_workshops_is_an_error(bare: Make) -> None:
    with pytest.raises(TargetError) as caught:
        compose(bare(), language="ar")
    assert caught.value.code == "tool/no-workshop"


def test_private_persons_are_left_out(made_up: Make) -> None:
    group = group_of(members=[{"name": {"fr": "Secrète Personne"}, "capacity": "private"}])
    package = package_of(workshop_of(working_groups=[group]))
    assert "Secrète" not in text_of(paper_of(package))
    assert "Secrète" in text_of(paper_of(package, with_contacts=True))
    assert [f.params["what"] for f in compose(package, language="fr")[1]] == ["private_persons"]


def test_contributions_of_other_workshops_are_counted() -> None:
    package = package_of(
        workshop_of(contributions=[said("a", "problem")]), workshop_of("w-2", contributions=[said("b", "problem")])
    )
    found = compose(package, language="fr", workshop="test.x:w-1")[1]
    assert [(f.code, f.params["what"], f.params["count"]) for f in found] == [
        ("export/not-in-form", "contributions", 1)
    ]


def test_hostile_words_are_words() -> None:
    evil = "<img src=x onerror=alert(1)>"
    contribution = said("a", "problem") | {"text": {"fr": evil}}
    html = workshop_html.write(package_of(workshop_of(contributions=[contribution])), language="fr").data.decode()
    assert "<img" not in html
    assert "&lt;img" in html
    assert isinstance(paper_of(package_of(workshop_of())).sheets[0].title, Line)


def test_short_reports_stand_below_each_other() -> None:
    long = workshop_of("w-2", working_groups=[group_of(said("a", "problem"))])
    sheets = paper_of(package_of(workshop_of("w-1"), long, workshop_of("w-3"))).sheets
    assert [sheet.new_page for sheet in sheets] == [False, True, False]
    assert [sheet.layout for sheet in sheets] == ["tall"] * 3


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_kind_that_no_list_names_is_no_word_of_the_title(language: str) -> None:
    title = paper_of(package_of(workshop_of(kind="other")), language).sheets[0].kind
    assert title == label("document.report_other", language)


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_a_missing_reason_is_said_and_read_back_as_none(language: str) -> None:
    brought = [
        said("p-1", "proposal", disposition={"status": "rejected"}),
        said("p-2", "proposal", disposition={"status": "rejected", "reason": {language: "Hors compétence"}}),
        said("p-3", "proposal", disposition={"status": "accepted"}),
    ]
    package = package_of(workshop_of(contributions=brought))
    (grid,) = blocks_of(paper_of(package, language), "part.responses")
    at = grid.head.index(label("response.reason", language))
    assert [label("response.no_reason", language) in texts(row[at]) for row in grid.rows] == [True, False, False]
    done = read(dump(package, "workshop-docx", language=language).data, format="docx")
    assert done.document
    made = [each["disposition"] for each in done.document.tree["workshops"][0]["contributions"]]
    assert ["reason" in one for one in made] == [False, True, False]

"""The content of the programme: order, wholeness, what is left away, what is left out, and where its lines lead."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.formats.ogp_local.looking import lines_of, parts_of, text_of

from opengov_local.errors import OptionError, TargetError
from opengov_local.formats.paper.content import Contents, Grid, Paper, Row, Sheet, Signatures
from opengov_local.formats.programme import activities, following, presentation, programme_html, projects
from opengov_local.formats.programme.paper import compose
from opengov_local.formats.programme.wording import labels
from opengov_local.model import ActionPlan, Commitment, Milestone, Package
from opengov_local.model.party import GovernanceBody
from opengov_local.model.shape import shape_of

Make = Callable[..., Package]
Tree = dict[str, Any]
EXAMPLES = Path(__file__).parents[3] / "examples"


def paper_of(package: Package, language: str = "fr", **options: Any) -> Paper:
    return compose(package, language=language, **options)[0]


def grids_of(paper: Paper, key: str) -> list[Grid]:
    return [b for part in parts_of(paper) for b in part.blocks if isinstance(b, Grid) and b.key == key]


def headings(paper: Paper, key: str) -> list[str]:
    return [part.heading.text for part in parts_of(paper) if part.key == key and part.heading]


@pytest.mark.parametrize(
    ("model", "shown", "hidden"),
    [
        (
            ActionPlan,
            {"title", "axes", "commitments", "activities", *presentation.SHOWN, *following.SHOWN},
            {"id", "former_ids", "reported_figures"},
        ),
        (Commitment, projects.SHOWN, {"id", "former_ids"}),
        (Milestone, activities.SHOWN, {"id", "former_ids", "identifiers"}),
        (GovernanceBody, following.BODY_SHOWN, set()),
    ],
)
def test_every_field_of_the_model_has_its_place(model: Any, shown: set[str], hidden: set[str]) -> None:
    assert set(shape_of(model)) - shown == hidden
    assert shown <= set(shape_of(model))


def texts_of(value: Any, language: str) -> Iterator[str]:
    """Gives the texts of a tree in a language, without those of private persons and of declared figures."""
    if isinstance(value, list):
        for item in value:
            yield from texts_of(item, language)
    elif isinstance(value, dict) and value.get("capacity") != "private":
        if isinstance(value.get(language), str):
            yield from value[language].split("\n")
        for key, item in value.items():
            if key != "reported_figures":
                yield from texts_of(item, language)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_text_of_the_plan_is_there(made_up: Make, made_up_tree: Tree, language: str) -> None:
    text = text_of(paper_of(made_up(), language))
    headed = "\n".join(part.heading.text for part in parts_of(paper_of(made_up(), language)) if part.heading)
    wanted = set(texts_of(made_up_tree["plans"], language))
    assert {each for each in wanted if each not in text and each not in headed} == set()


def test_chapters_and_how_they_lie(made_up: Make, bare: Make) -> None:
    assert [sheet.layout for sheet in paper_of(made_up()).sheets] == ["cover", "tall", "wide", "tall", "tall"]
    assert [sheet.layout for sheet in paper_of(bare(commitments=[])).sheets] == ["cover", "tall"]


def test_projects_stand_under_their_axis(bare: Make) -> None:
    axes = [{"id": f"test.x:a-{n}", "number": str(n), "title": {"fr": f"Axe {n}"}} for n in (1, 2)]
    commitments = [
        {"id": "test.x:c-1", "title": {"fr": "Sans axe"}},
        {"id": "test.x:c-2", "number": "2.1", "title": {"fr": "Deux"}, "axes": ["test.x:a-2"]},
        {"id": "test.x:c-3", "title": {"fr": "Un puis deux"}, "axes": ["test.x:a-1", "test.x:a-2"]},
    ]
    paper = paper_of(bare(axes=axes, commitments=commitments))
    keys = ("axis.heading", "commitment.heading", "plan.no_axis")
    order = [(part.heading.text if part.heading else part.title) for part in parts_of(paper) if part.key in keys]
    colon = labels()["mark.colon"].texts["fr"]
    assert order == [
        f"Axe 1{colon}Axe 1",
        f"Projet{colon}Un puis deux",
        f"Axe 2{colon}Axe 2",
        f"Projet 2.1{colon}Deux",
        labels()["plan.no_axis"].texts["fr"],
        f"Projet{colon}Sans axe",
    ]
    several = [b for part in parts_of(paper) for b in part.blocks if isinstance(b, Row) and b.key == "commitment.axes"]
    assert [[line.text for line in row.lines] for row in several] == [["Axe 1", "Axe 2"]]


def test_columns_without_data_are_left_away_in_all_tables(bare: Make) -> None:
    steps = [{"id": "test.x:m-1", "title": {"fr": "Ouvrir"}}, {"id": "test.x:m-2", "title": {"fr": "Former"}}]
    steps[1]["progress"] = 0  # type: ignore[assignment]
    commitments = [
        {"id": f"test.x:c-{n}", "title": {"fr": f"P{n}"}, "milestones": [step]} for n, step in enumerate(steps)
    ]
    tables = grids_of(paper_of(bare(commitments=commitments)), "commitment.milestones")
    columns = ("milestone.title", "milestone.leads", "milestone.due", "milestone.status")
    assert [table.head for table in tables] == [tuple(labels()[key].texts["fr"] for key in columns)] * 2
    assert [[line.text for line in row[-1]] for table in tables for row in table.rows] == [["—"], ["0\u00a0%"]]


def test_council_that_has_not_adopted_has_a_blank_row_and_a_box_to_sign(bare: Make) -> None:
    paper = paper_of(bare())
    (table,) = grids_of(paper, "plan.adoptions")
    assert {line.text for row in table.rows for cell in row for line in cell} == {"—"}
    last = list(parts_of(paper))[-1]
    assert last.together
    assert isinstance(last.blocks[-1], Signatures)
    assert len(last.blocks[-1].boxes) == 1


def test_each_council_has_its_box(made_up: Make) -> None:
    package = made_up()
    boxes = next(b for part in parts_of(paper_of(package)) for b in part.blocks if isinstance(b, Signatures)).boxes
    assert len(boxes) == len(package.plans[0].collectivities)


@pytest.mark.parametrize("framework", ["remacto", "ogp_local"])
def test_kind_of_the_document_is_that_of_its_framework(bare: Make, framework: str) -> None:
    kind = paper_of(bare(framework=framework), "ar").sheets[0].kind
    assert (kind == labels()["document.programme"].texts["ar"]) == (framework == "remacto")


@pytest.mark.parametrize("name", ["oriental.json", "synthetic/full-plan.json"])
def test_lines_of_the_contents_lead_to_their_headings(name: str) -> None:
    package = Package.model_validate_json((EXAMPLES / name).read_bytes())
    paper = paper_of(package, "ar")
    places = [sheet.anchor for sheet in paper.sheets] + [p.anchor for p in parts_of(paper) if p.anchor]
    entries = [e for part in parts_of(paper) for b in part.blocks if isinstance(b, Contents) for e in b.entries]
    assert len(places) == len(set(places))
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,39}", place) for place in places)
    covers = {sheet.anchor for sheet in paper.sheets if sheet.layout == "cover"}
    assert [entry.anchor for entry in entries] == [
        place for sheet in paper.sheets for place in _places(sheet) if place not in covers
    ]
    html = programme_html.write(package, language="ar").data.decode()
    assert all(html.count(f'id="{place}"') == 1 for place in places)


def _places(sheet: Sheet) -> list[str]:
    return [sheet.anchor, *(part.anchor for part in sheet.parts if part.anchor)]


def test_private_persons_and_contacts_are_left_out_unless_asked_for(made_up: Make) -> None:
    package = made_up()
    shown, hidden = (text_of(paper_of(package, with_contacts=asked)) for asked in (True, False))
    secrets = [each for each in ("@example.org", "+212") if each in shown]
    assert secrets
    assert not any(each in hidden for each in secrets)
    assert "export/left-out" in {each.code for each in compose(package, language="fr")[1]}


def test_what_has_no_place_is_counted(made_up: Make) -> None:
    package = made_up()
    found = compose(package, language="fr")[1]
    parts = {each.params["what"]: each.params["count"] for each in found if each.code == "export/not-in-form"}
    assert parts["workshop_details"] == len(package.workshops)
    assert parts["assessments"] == len(package.assessments)
    fields = {each.params["concept"]: each.params["fields"] for each in found if "fields" in each.code}
    assert fields == {"ActionPlan": ("reported_figures",)}


def test_hostile_words_are_words(bare: Make) -> None:
    evil = "<script>alert(1)</script>=cmd|' \u202e"
    html = programme_html.write(bare(foreword={"fr": evil}, title={"fr": evil}), language="fr").data.decode()
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 2


def test_errors(bare: Make) -> None:
    with pytest.raises(OptionError) as language:
        compose(bare(), language="es")
    with pytest.raises(OptionError) as plan:
        compose(bare(), language="fr", plan="test.x:none")
    tree = json.loads(bare().model_dump_json())
    tree.pop("plans")
    with pytest.raises(TargetError) as empty:
        compose(Package.model_validate_json(json.dumps(tree)), language="fr")
    codes = [error.value.code for error in (language, plan, empty)]
    assert codes == ["tool/form-language", "tool/unknown-plan", "tool/no-plan"]


def test_all_lines_have_words(made_up: Make) -> None:
    paper = paper_of(made_up(), "ar")
    assert all(line.text.strip() for sheet in paper.sheets for line in lines_of(sheet) if line.phrases)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_an_axis_says_that_no_project_lies_on_it(bare: Make, language: str) -> None:
    axes = [
        {"id": "test.x:a-1", "title": {"fr": "Vide"}},
        {"id": "test.x:a-2", "title": {"fr": "Premier"}},
        {"id": "test.x:a-3", "title": {"fr": "Second"}},
        {"id": "test.x:a-4", "title": {"fr": "Partie vide"}, "parent": "test.x:a-5"},
        {"id": "test.x:a-5", "title": {"fr": "Au-dessus"}},
    ]
    project = {"id": "test.x:c-1", "title": {"fr": "Projet"}, "axes": ["test.x:a-2", "test.x:a-3"]}
    made = paper_of(bare(axes=axes, commitments=[project]), language)
    empty = [any(block.key == projects.NO_PROJECT for block in part.blocks) for part in parts_of(made)
             if part.key == "axis.heading"]  # fmt: skip
    assert empty == [True, False, False, True, False]

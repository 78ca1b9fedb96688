"""Small packages in which two plans call something the same: what names it leads back to that of the right plan."""

from __future__ import annotations

from typing import Any

import pytest
from tests.losses.promise import LANGUAGES, unexplained

from opengov_local import formats
from opengov_local.model import Package

_X = "org.example.fictive"
_QUESTION = {"id": f"{_X}:ct-1", "kind": "question", "text": {"fr": "Un arrêt de bus près de l’école ?"}}


def _plan(at: int, title: dict[str, str], **commitment: Any) -> dict[str, Any]:
    """Gives a plan with an axis, a project and a step that are called the same as those of other plans."""
    step = {"id": f"{_X}:ms-{at}", "title": {"fr": "Journée portes ouvertes"}}
    project = {"id": f"{_X}:co-{at}", "title": {"fr": "Portail des données"}, "milestones": [step], **commitment}
    axis = {"id": f"{_X}:ax-{at}", "title": {"ar": "الشفافية", "fr": "Transparence"}}
    return {"id": f"{_X}:pl-{at}", "title": title, "framework": "remacto", "axes": [axis], "commitments": [project]}


def _package(*plans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": f"{_X}:pk-1", "schema_version": "0.1", "plans": [*plans], **more}


_FIRST = _plan(1, {"fr": "Programme [Fictif] 2023"})
_SECOND = _plan(2, {"ar": "برنامج وهمي – 2025"})


def _workshop(plans: list[int], target: int) -> dict[str, Any]:
    """Gives a workshop for some plans, of which a group worked on an axis and a question led to a project of one."""
    became = {"status": "accepted", "commitments": [f"{_X}:co-{target}"]}
    question = _QUESTION | {"axis": f"{_X}:ax-{target}", "disposition": became}
    group = {"id": f"{_X}:wg-1", "title": {"fr": "Groupe"}, "axis": f"{_X}:ax-{target}", "contributions": [question]}
    named = {"plans": [f"{_X}:pl-{each}" for each in plans]} if plans else {}
    return {"id": f"{_X}:ws-1", "title": {"fr": "Atelier"}, "kind": "co_creation", "working_groups": [group], **named}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", [1, 2])
@pytest.mark.parametrize("plans", [[], [1], [2], [1, 2]])
def test_what_workshops_brought_leads_to_the_right_plan(plans: list[int], target: int, language: str) -> None:
    tree = _package(_FIRST, _SECOND, workshops=[_workshop(plans, target)])
    assert unexplained("workshop-docx", language, tree) == {}


def test_two_projects_of_one_name_stay_two() -> None:
    held = _workshop([1], 2)
    held["working_groups"][0]["contributions"][0]["disposition"]["commitments"] = [f"{_X}:co-1", f"{_X}:co-2"]
    assert unexplained("workshop-docx", "fr", _package(_FIRST, _SECOND, workshops=[held])) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_a_project_continues_that_of_the_same_name(form: str, language: str) -> None:
    tree = _package(_FIRST, _plan(2, {"ar": "برنامج وهمي – 2025"}, continues=[f"{_X}:co-1"]))
    assert unexplained(form, language, tree) == {}


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_an_amendment_changes_what_another_plan_calls_the_same(form: str) -> None:
    changed = [f"{_X}:ax-1", f"{_X}:co-1", f"{_X}:ms-1", f"{_X}:ax-2", f"{_X}:pl-1"]
    change = {"id": f"{_X}:am-1", "reason": {"fr": "Revu."}, "changed": changed}
    assert unexplained(form, "fr", _package(_FIRST, _SECOND | {"amendments": [change]})) == {}


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize("about", ["co", "ms", "ax"])
def test_an_update_is_about_what_two_plans_call_the_same(form: str, about: str) -> None:
    updates = [
        {"id": f"{_X}:up-{at}", "target": f"{_X}:{about}-{at}", "text": {"fr": f"Fait le {at}."}, "date": "2025-01"}
        for at in (1, 2)
    ]
    change = {"id": f"{_X}:am-1", "reason": {"fr": "Revu."}, "changed": [each["id"] for each in updates]}
    tree = _package(_FIRST, _SECOND | {"amendments": [change]}, progress_updates=updates)
    assert unexplained(form, "fr", tree) == {}


def _with_names_of(at: int, step: str, **project: Any) -> dict[str, Any]:
    """Gives a plan with a second project, a step of which is called as one of the first, or as that project."""
    plan = _plan(at, {"fr": f"Programme fictif {at}"})
    again = {"id": f"{_X}:ms-9{at}", "title": {"fr": step}}
    plan["commitments"].append(
        {"id": f"{_X}:co-9{at}", "title": {"fr": "Charte"}, "milestones": [again], "axes": [f"{_X}:ax-{at}"], **project}
    )
    return plan


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize("step", ["Journée portes ouvertes", "Portail des données", "Charte", "Transparence"])
def test_steps_are_told_by_their_projects(form: str, step: str, language: str) -> None:
    first, second = _with_names_of(1, step), _with_names_of(2, step)
    changed = [f"{_X}:{each}" for each in ("ms-91", "co-1", "ms-1", "co-91", "ax-1", "ms-92", "ms-2", "co-92", "ax-2")]
    updates = [
        {"id": f"{_X}:up-{at}", "target": target, "text": {"fr": f"Fait le {at}."}, "date": "2025-01"}
        for at, target in enumerate(changed)
    ]
    first["amendments"] = [{"id": f"{_X}:am-1", "reason": {"fr": "Revu."}, "changed": changed}]
    assert unexplained(form, language, _package(first, second, progress_updates=updates)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize("axes", [["ax-2"], ["ax-2", "ax-1"], ["ax-1", "ax-2"], ["ax-7"], ["ax-1", "ax-7"]])
def test_a_project_may_lie_on_axes_of_another_plan(form: str, axes: list[str], language: str) -> None:
    first = _with_names_of(1, "Formation", axes=[f"{_X}:{each}" for each in axes])
    second = _plan(2, {"fr": "Programme fictif 2"})
    second["axes"].append({"id": f"{_X}:ax-7", "title": {"fr": "Participation"}})
    assert unexplained(form, language, _package(first, second)) == {}


@pytest.mark.parametrize(
    "form", ["ogp-local-docx", "programme-docx", "ogp-national-2022-docx", "ogp-national-2017-docx"]
)
@pytest.mark.parametrize(
    ("titles", "numbered"),
    [
        (["Service C", "Service C++", "Service c#"], True),
        (["Service C", "Service C++", "Service c#"], False),
        (["Données", "Données", "Données."], True),
        (["Données", "Données", "Données."], False),
    ],
)
def test_projects_whose_titles_are_alike_stay_apart(form: str, titles: list[str], *, numbered: bool) -> None:
    plan = _plan(1, {"fr": "Programme fictif"})
    plan["commitments"] = [
        {
            "id": f"{_X}:co-{at}",
            **({"number": str(at)} if numbered else {}),
            "title": {"fr": title},
            "problem": {"fr": f"Problème {at}"},
            "milestones": [{"id": f"{_X}:ms-{at}", "title": {"fr": f"Étape {at}"}}],
        }
        for at, title in enumerate(titles, 1)
    ]
    made = _read(form, _package(plan))[0]["plans"][0]["commitments"]
    said = [
        (one["title"]["fr"], one["problem"]["fr"], [each["title"]["fr"] for each in one["milestones"]]) for one in made
    ]
    assert said == [(title, f"Problème {at}", [f"Étape {at}"]) for at, title in enumerate(titles, 1)]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize("titles", [["C++", "C"], ["Données", "Données."]])
def test_axes_whose_titles_are_alike_stay_apart(form: str, titles: list[str]) -> None:
    plan = _plan(1, {"fr": "Programme fictif"})
    plan["axes"] = [{"id": f"{_X}:ax-{at}", "title": {"fr": title}} for at, title in enumerate(titles)]
    plan["commitments"] = [
        {"id": f"{_X}:co-{at}", "title": {"fr": f"Projet {title}"}, "axes": [f"{_X}:ax-{at}"]}
        for at, title in enumerate(titles)
    ]
    made = _read(form, _package(plan))[0]["plans"][0]
    axes = {axis["id"]: axis["title"]["fr"] for axis in made["axes"]}
    assert list(axes.values()) == titles
    assert [[axes[axis] for axis in each["axes"]] for each in made["commitments"]] == [[title] for title in titles]


_TITLE = {"fr": "Programme fictif"}
_PLACES = [
    {"id": f"{_X}:tc-{at}", "name": {"fr": f"Exempleville {at}"}, "kind": "commune", "country": "MA"} for at in (1, 2)
]
_APART: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "periods": ({"period": {"start": "2018", "end": "2021"}}, {"period": {"start": "2022-01-01", "end": "2025-06"}}),
    "collectivities": ({"collectivities": [f"{_X}:tc-1"]}, {"collectivities": [f"{_X}:tc-1", f"{_X}:tc-2"]}),
    "nothing": ({}, {}),
}


def _called_the_same(apart: str) -> dict[str, Any]:
    """Gives two plans of one title of which the second follows the first, and what tells them apart."""
    first, second = _APART[apart]
    plans = (_plan(1, _TITLE) | first, _plan(2, _TITLE, continues=[f"{_X}:co-1"]) | second)
    plans[1]["previous_plan"] = plans[0]["id"]
    return _package(*plans, **({"collectivities": _PLACES} if apart == "collectivities" else {}))


def _read(form: str, tree: dict[str, Any]) -> tuple[Any, list[str]]:
    row = formats.get(form)
    data = row.writer()(Package.model_validate(tree), language="fr").data
    read = formats.get(row.read_as).reader()(data, "form.docx")
    assert read.document is not None
    return read.document.tree, [each.code for each in read.findings]


@pytest.mark.parametrize("apart", ["periods", "collectivities"])
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_a_plan_follows_that_of_its_title(form: str, apart: str) -> None:
    first, second = _read(form, _called_the_same(apart))[0]["plans"]
    assert second["previous_plan"] == first["id"]
    assert second["commitments"][0]["continues"] == [first["commitments"][0]["id"]]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_a_plan_that_nothing_tells_from_another_of_its_title_is_not_guessed(form: str) -> None:
    tree, codes = _read(form, _called_the_same("nothing"))
    assert "previous_plan" not in tree["plans"][1]
    assert "continues" not in tree["plans"][1]["commitments"][0]
    assert codes.count("import/name-unknown") == 2


@pytest.mark.parametrize("apart", _APART)
@pytest.mark.parametrize("language", LANGUAGES)
def test_workshops_of_two_plans_of_one_title_are_of_two(apart: str, language: str) -> None:
    tree = _called_the_same(apart) | {"workshops": [_workshop([1, 2], 2)]}
    assert unexplained("workshop-docx", language, tree) == {}


def test_a_plan_precedes_not_itself() -> None:
    plan = _plan(1, _TITLE) | {"previous_plan": f"{_X}:pl-0"}
    before = {"id": f"{_X}:pl-0", "title": _TITLE, "framework": "remacto"}
    row = formats.get("programme-docx")
    data = row.writer()(Package.model_validate(_package(plan, before)), language="fr", plan=plan["id"]).data
    read = formats.get(row.read_as).reader()(data, "form.docx")
    assert read.document is not None
    assert "previous_plan" not in read.document.tree["plans"][0]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_an_update_about_one_of_two_steps_of_a_name_in_one_project_is_said(form: str) -> None:
    plan = _plan(1, _TITLE)
    again = {"id": f"{_X}:ms-9", "title": plan["commitments"][0]["milestones"][0]["title"]}
    plan["commitments"][0]["milestones"].append(again)
    plan["amendments"] = [{"id": f"{_X}:am-1", "reason": {"fr": "Revu."}, "changed": [f"{_X}:up-1"]}]
    update = {"id": f"{_X}:up-1", "target": again["id"], "text": {"fr": "Fait."}}
    row = formats.get(form)
    package = Package.model_validate(_package(plan, progress_updates=[update]))
    read = formats.get(row.read_as).reader()(row.writer()(package, language="fr").data, "form.docx")
    said = [(each.severity, each.params["text"]) for each in read.findings if each.code == "import/name-unknown"]
    assert ("warning", "Journée portes ouvertes — engagement\u00a0: Portail des données") in said


def test_an_amendment_may_name_itself() -> None:
    change = {"id": f"{_X}:am-1", "reason": {"fr": "Revu."}, "added": [f"{_X}:am-1"]}
    assert unexplained("programme-docx", "fr", _package(_FIRST | {"amendments": [change]})) == {}

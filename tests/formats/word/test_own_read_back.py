"""What our own forms say comes back as it was, and no more; all packages are made up."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from opengov_local import dump, load, read
from opengov_local.model import Package

NATIONAL = ["ogp-national-2022-docx", "ogp-national-2017-docx"]
OURS = ["ogp-local-docx", "programme-docx"]


def _package(commitment: dict[str, Any], **plan: Any) -> Package:
    plans = [
        {
            "id": "org.example:pl-1",
            "title": {"fr": "Plan fictif"},
            "framework": "ogp_local",
            "collectivities": ["org.example:t-1"],
            "commitments": [
                {"id": f"org.example:c-{at}", "number": str(at), "title": {"fr": f"Portail {at}"}, **commitment}
                for at in (1, 2)
            ],
            **plan,
        }
    ]
    place = {"id": "org.example:t-1", "name": {"fr": "Oued El Wahmi"}, "kind": "commune", "country": "MA"}
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "default_language": "fr", "collectivities": [place]}
    return load(json.dumps({**tree, "plans": plans}).encode())


def _again(package: Package, form: str) -> dict[str, Any]:
    document = read(dump(package, form, language="fr").data, format="docx").document
    assert document
    tree: dict[str, Any] = document.tree
    return tree


@pytest.mark.parametrize("form", [*NATIONAL, *OURS])
def test_the_title_of_a_plan_tells_no_period(form: str) -> None:
    (plan,) = _again(_package({}, title={"fr": "Plan d’action 2024-2027"}), form)["plans"]
    assert plan["title"] == {"fr": "Plan d’action 2024-2027"}
    assert "period" not in plan


@pytest.mark.parametrize("form", [*NATIONAL, *OURS])
@pytest.mark.parametrize("title", ["Total", "المجموع"])
def test_a_milestone_may_be_called_total(form: str, title: str) -> None:
    language = "fr" if title.isascii() else "ar"
    steps = [{"id": "org.example:m-1", "title": {language: title}, "due": "2026-05"}]
    package = _package({})
    tree = package.to_tree()
    tree["plans"][0]["commitments"][0]["milestones"] = steps
    (plan,) = _again(Package.model_validate(tree), form)["plans"]
    ((step,),) = (each["milestones"] for each in plan["commitments"] if "milestones" in each)
    assert list(step["title"].values()) == [title]
    assert step["due"] == "2026-05"


@pytest.mark.parametrize("form", OURS)
@pytest.mark.parametrize("number", [None, "4"])
def test_an_axis_whose_title_begins_with_a_number_is_one(form: str, number: str | None) -> None:
    axes = [
        {"id": "org.example:ax-1", "title": {"fr": "3.2 Portail"}, **({"number": number} if number else {})},
        {"id": "org.example:ax-2", "title": {"fr": "Écoute"}},
    ]
    (plan,) = _again(_package({"axes": ["org.example:ax-1"]}, axes=axes), form)["plans"]
    first, second = plan["axes"]
    assert (first.get("number"), first["title"]) == (number, {"fr": "3.2 Portail"})
    assert second["title"] == {"fr": "Écoute"}
    assert [each["axes"] for each in plan["commitments"]] == [[first["id"]]] * 2


@pytest.mark.parametrize("form", OURS)
@pytest.mark.parametrize(
    "file",
    [
        {"title": {"fr": "Procès-verbal de l’atelier"}},
        {"title": {"ar": "محضر الاجتماع"}},
        {"title": {"fr": "Procès-verbal de l’atelier"}, "kind": "minutes"},
        {"title": {"fr": "Procès-verbal"}, "kind": "minutes"},
        {"title": {"ar": "محضر الاجتماع"}, "kind": "minutes"},
        {"title": {"fr": "Procès-verbal"}},
        {"title": {"fr": "Convention, PV"}, "date": "2025-05-03"},
        {"kind": "minutes"},
        {"kind": "minutes", "date": "2025-05-03"},
        {"title": {"fr": "Lettre"}, "kind": "minutes", "url": "https://example.org/a"},
    ],
)
def test_files_are_of_the_kind_that_is_stated(form: str, file: dict[str, Any]) -> None:
    step = {"title": {"fr": "Publier"}, "evidence": [file]}
    tree = _package({}).to_tree()
    tree["plans"][0]["commitments"][0]["milestones"] = [{"id": "org.example:m-1", **step}]
    (plan,) = _again(Package.model_validate(tree), form)["plans"]
    ((step,),) = (each["milestones"] for each in plan["commitments"] if "milestones" in each)
    assert step["evidence"] == [file]


NAMES = [
    ("adoptions", "session", "session_kind", "Session ordinaire", "ordinary"),
    ("adoptions", "session", "session_kind", "دورة ماي، دورة استثنائية", "extraordinary"),
    ("adoptions", "session", "session_kind", "Session ordinaire de mai", "ordinary"),
    ("linked_plans", "title", "kind", "Autre plan de la région", "other"),
    ("linked_plans", "title", "kind", "Autre, de la région", "other"),
    ("linked_plans", "title", "kind", "PAC", "pac"),
    ("linked_plans", "title", "kind", "برنامج عمل الجماعة 2023-2028", "pac"),
]


@pytest.mark.parametrize("form", OURS)
@pytest.mark.parametrize(("field", "name", "kind", "text", "code"), NAMES)
def test_a_name_that_says_a_kind_and_a_stated_kind_are_told_apart(
    form: str, field: str, name: str, kind: str, text: str, code: str
) -> None:
    called = {"fr" if text.isascii() else "ar": text}
    another = {"ordinary": "extraordinary", "extraordinary": "ordinary"}.get(code, "x_own")
    stated = [{name: called}, {name: called, kind: code}, {name: called, kind: another}, {kind: code}, {kind: another}]
    for said in stated:
        (plan,) = _again(_package({}, **{field: [said]}), form)["plans"]
        assert plan[field] == [said]


@pytest.mark.parametrize(
    "title",
    [
        "Plan \u202eabc\u202c fictif",
        "Plan \u202eabc",
        "\u202ePlan fictif",
        "Plan\u200b fictif",
        "Plan\tfictif\net \u202efin",
        "Plan fictif\nà deux lignes",
    ],
)
@pytest.mark.parametrize("form", ["ogp-local-docx"])
def test_the_title_of_a_plan_above_each_commitment_is_no_other(form: str, title: str) -> None:
    (plan,) = _again(_package({}, title={"fr": title}), form)["plans"]
    assert "x_unmapped" not in plan


@pytest.mark.parametrize("form", NATIONAL)
def test_commitments_of_one_title_in_plans_of_one_title_are_two(form: str) -> None:
    plan = _package({}).to_tree()["plans"][0]
    plans = []
    for at in (1, 2):
        steps = [{"id": f"org.example:m-{at}", "title": {"fr": "Jalon"}, "due": f"202{at}"}]
        one = {"id": f"org.example:c-{at}", "number": "1", "title": {"fr": "Portail"}, "problem": {"fr": f"Oubli {at}"}}
        plans.append(plan | {"id": f"org.example:pl-{at}", "commitments": [one | {"milestones": steps}]})
    tree = _again(Package.model_validate(_package({}).to_tree() | {"plans": plans}), form)
    commitments = [each for plan in tree["plans"] for each in plan["commitments"]]
    assert [(each["problem"], each["milestones"][0]["due"]) for each in commitments] == [
        ({"fr": "Oubli 1"}, "2021"),
        ({"fr": "Oubli 2"}, "2022"),
    ]


@pytest.mark.parametrize("form", OURS)
@pytest.mark.parametrize("whose", [{}, {"collectivities": ["org.example:t-2"]}])
def test_a_workshop_beside_the_only_plan_stands_there(form: str, whose: dict[str, Any]) -> None:
    tree = _package({}).to_tree()
    place = {"id": "org.example:t-2", "name": {"fr": "Oued El Khayal"}, "kind": "commune", "country": "MA"}
    workshop = {"id": "org.example:w-1", "title": {"fr": "Atelier fictif"}, "kind": "co_creation", "date": "2025-03-02"}
    tree["collectivities"].append(place)
    tree["workshops"] = [workshop | whose]
    (again,) = _again(Package.model_validate(tree), form)["workshops"]
    assert (again["title"], again["date"]) == ({"fr": "Atelier fictif"}, "2025-03-02")
    other = copy.deepcopy(tree["plans"][0]) | {"id": "org.example:pl-2", "commitments": []}
    tree["plans"].append(other)
    assert not _again(Package.model_validate(tree), form).get("workshops")

"""Small packages whose forms did not give back all that they print, one for each kind of reason."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import docx
import pytest
from tests.losses.promise import LANGUAGES, read_back, unexplained

from opengov_local import formats
from opengov_local.formats.losses.again import read_again
from opengov_local.model import Package

_X = "org.example.fictive"
_COMMITMENT = f"{_X}:co-4s8t2u"
_BODIES: dict[str, Any] = {
    "organizations": [{"id": f"{_X}:og-3a9k1e", "name": {"fr": "Agence fictive"}}],
    "collectivities": [{"id": f"{_X}:tc-4k2m9a", "name": {"fr": "Exempleville"}, "kind": "commune", "country": "MA"}],
}


def _package(commitment: dict[str, Any], plan: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Gives a package of one plan with one commitment."""
    titled = {"id": _COMMITMENT, "title": {"fr": "Portail des données ouvertes"}}
    whole = {"id": f"{_X}:pl-2v6x8m", "title": {"fr": "Programme d’ouverture"}, "framework": "remacto"}
    whole |= (plan or {}) | {"commitments": [titled | commitment]}
    return {"id": f"{_X}:pk-7h4j1k", "schema_version": "0.1", "plans": [whole], **more}


def _step(**fields: Any) -> dict[str, Any]:
    return {"milestones": [{"id": f"{_X}:ms-2h6j4k", "title": {"fr": "Publier le catalogue"}, **fields}]}


def _indicator(**fields: Any) -> dict[str, Any]:
    return _step(indicators=[{"id": f"{_X}:in-7s2t6v", "name": {"fr": "Jeux de données publiés"}, **fields}])


def _report() -> dict[str, Any]:
    about = {"target": _COMMITMENT, "instrument": "ogp_local_inception", "summary": {"fr": "Bien préparé."}}
    return {"id": f"{_X}:as-3s9t6v", **about, "date": "2025-02"}


_FORUM = {
    "name": {"fr": "Forum"},
    "seats": [
        {"group": "government"},
        {"collectivity": f"{_X}:tc-4k2m9a", "group": "government"},
        {"group": "government", "role": {"fr": "Membres du Conseil"}},
        {"group": "government", "count": 3},
        {"sector": "local_government"},
        {"role": {"fr": "Observateurs"}, "sector": "academia", "women": 2},
    ],
}
_BUDGET = [
    {"label": {"fr": "Développement"}},
    {"label": {"fr": "Hébergement"}, "year": 2025},
    {"year": 2026},
    {"label": {"fr": "Entretien"}, "text": {"fr": "selon les besoins"}},
    {"text": {"fr": "Salles de quartier, environ 12 par an"}},
    {"text": {"ar": "فتح الشباب ، خاصة رقم 3"}},
    {"text": {"fr": "à préciser"}, "year": 2027},
]
_FILE = {"title": {"fr": "Lettre du club"}}


_ACTIVITY = {"id": f"{_X}:ms-3k7m2n", "title": {"fr": "Journée portes ouvertes"}}
_SECOND: dict[str, Any] = {
    "id": f"{_X}:pl-5s2d8k",
    "title": {"fr": "Second programme"},
    "framework": "remacto",
    "activities": [_ACTIVITY | {"id": f"{_X}:ms-2"}],
    "amendments": [{"id": f"{_X}:am-2", "reason": {"fr": "Une journée de plus."}, "added": [f"{_X}:ms-2"]}],
}
_QUESTION = {"id": f"{_X}:ct-2a8b5c", "kind": "question", "text": {"fr": "Un arrêt de bus près de l’école ?"}}
_AMENDMENT = {"id": f"{_X}:am-1", "reason": {"fr": "Une journée de plus."}, "date": "2025-05-06"}
_PROPOSAL = {"id": f"{_X}:ct-6b3c9d", "kind": "proposal", "text": {"fr": "Un portail de données ouvertes."}}


_TWO_GROUPS = {
    "id": f"{_X}:ws-1",
    "title": {"fr": "Atelier"},
    "kind": "co_creation",
    "working_groups": [
        {
            "id": f"{_X}:wg-{at}",
            "title": {"fr": f"Groupe n° {at}"},
            "contributions": [
                _QUESTION | {"id": f"{_X}:ct-{at}"},
                _PROPOSAL | {"id": f"{_X}:ct-{at}0", "answers": [f"{_X}:ct-{at}"]},
            ],
        }
        for at in (1, 2)
    ],
}


def _workshops(*contributions: dict[str, Any]) -> dict[str, Any]:
    """Gives a package of one workshop for each contribution."""
    held = [
        {"id": f"{_X}:ws-{at}", "title": {"fr": f"Atelier n° {at}"}, "kind": "co_creation", "contributions": [each]}
        for at, each in enumerate(contributions, 1)
    ]
    return {"id": f"{_X}:pk-7h4j1k", "schema_version": "0.1", "workshops": held}


def _same_words() -> dict[str, Any]:
    """Gives three workshops of which two brought the same words, one of them in a group; the title is not French."""
    held = _workshops(_QUESTION, _PROPOSAL)["workshops"]
    group = {"id": f"{_X}:wg-1", "title": {"fr": "Groupe 1"}, "contributions": [_QUESTION | {"id": f"{_X}:ct-3"}]}
    third = {"id": f"{_X}:ws-3", "title": {"ar": "ورشة – الختام"}, "kind": "co_creation", "working_groups": [group]}
    return {"workshops": [*held, third]}


def _plan_named_later() -> dict[str, Any]:
    """Gives a package of two workshops, of which the second alone names the plan."""
    axis = {"id": f"{_X}:ax-1", "title": {"fr": "Transparence"}}
    became = {"axis": axis["id"], "disposition": {"status": "accepted", "commitments": [_COMMITMENT]}}
    tree = _package({}, {"axes": [axis]}, workshops=_workshops(_PROPOSAL | became, _QUESTION)["workshops"])
    tree["workshops"][1]["plans"] = [tree["plans"][0]["id"]]
    return tree


def _of_two_plans() -> dict[str, Any]:
    """Gives a package of two plans, of which the first answers what a workshop of both brought."""
    axis = {"id": f"{_X}:ax-1", "title": {"fr": "Transparence"}}
    tree = _package({"inputs": [_QUESTION["id"]]}, {"axes": [axis]})
    tree["plans"].append(_SECOND)
    group = {"id": f"{_X}:wg-1", "title": {"fr": "Groupe"}, "axis": axis["id"], "contributions": [_QUESTION]}
    both = [each["id"] for each in tree["plans"]]
    held = {"kind": "co_creation", "date": "2025-02-03", "plans": both, "working_groups": [group]}
    return tree | {"workshops": [{"id": f"{_X}:ws-1", "title": {"fr": "Atelier"}, **held}]}


def _persons() -> list[dict[str, Any]]:
    """Gives persons of whom one or two things are known."""
    name, role = {"name": {"fr": "Élue Fictive"}}, {"role": {"fr": "Point focal"}}
    of, at = {"organization": f"{_X}:og-3a9k1e"}, {"collectivity": f"{_X}:tc-4k2m9a"}
    reached = {"contact": {"email": "point.focal@example.org"}}
    parts: list[dict[str, Any]] = [name, role, of, at, reached]
    return [*parts, *(one | other for one, other in combinations(parts, 2))]


def _reported() -> dict[str, Any]:
    """Gives a package with progress updates that amendments name, of which one is about an object of another file."""
    dated = {"id": f"{_X}:up-1", "target": _COMMITMENT, "text": {"fr": "Le portail est à l’essai."}, "date": "2025-07"}
    other = {"id": f"{_X}:up-2", "target": "org.example.other:co-1", "text": {"ar": "نشر الدليل.", "en": "Published."}}
    amendment = _AMENDMENT | {"added": [dated["id"]], "removed": [other["id"]], "changed": [other["id"], _COMMITMENT]}
    elsewhere = [{"id": "org.example.other:co-1", "kind": "commitment"}]
    tree = _package({}, {"amendments": [amendment]}, external_refs=elsewhere)
    return tree | {"progress_updates": [dated, other]}


_NUMBERED = {"identifiers": [{"scheme": "x_demo", "value": "E-01", "holder": f"{_X}:og-3a9k1e"}]}
_UNITS = {
    "indicators": [
        {"id": f"{_X}:in-1", "name": {"fr": "Jeunes inscrits (15-29 ans)"}, "target": {"value": "40"}},
        {"id": f"{_X}:in-2", "name": {"fr": "Visites (site)"}, "unit": {"fr": "par mois (dont 12 en arabe)"}},
        {"id": f"{_X}:in-3", "name": {"fr": "Part des services"}, "unit": {"ar": "٪", "fr": "%"}},
        {"id": f"{_X}:in-4", "name": {"fr": "Durée"}, "unit": {"ar": "يوم ؛ في السنة"}, "baseline": {"value": "3"}},
    ]
}
_PAID = [
    {
        "label": {"fr": "Développement, puis essais"},
        "amount": {"value": "5.00", "currency": "MAD"},
        "year": 2026,
        "funder": {"organization": f"{_X}:og-2", "role": {"fr": "Bailleur, pour un tiers"}},
        "collectivities": [f"{_X}:tc-4k2m9a", f"{_X}:tc-2"],
    },
    {"funder": {"name": {"fr": "Fonds"}, "person": {"name": {"fr": "Élue Fictive"}, "capacity": "elected"}}},
]
_MORE_BODIES: dict[str, Any] = {
    "organizations": [{"id": f"{_X}:og-2", "name": {"fr": "Instance de l’équité, de l’égalité et du reste"}}],
    "collectivities": [
        *_BODIES["collectivities"],
        {"id": f"{_X}:tc-2", "name": {"fr": "Autreville, la neuve"}, "kind": "commune", "country": "MA"},
    ],
}

_FOUND: dict[str, tuple[str, dict[str, Any]]] = {
    "progress of a step without a state": ("ogp-local-docx", _package(_step(progress=100))),
    "a measurement of which the day alone is known": (
        "ogp-local-docx",
        _package(_indicator(values=[{"date": "2025-11-30"}], target={"date": "2026"})),
    ),
    "two reports of the same words": (
        "ogp-local-docx",
        _package({}, assessments=[_report(), _report() | {"id": f"{_X}:as-4"}]),
    ),
    "what stands below a head of which nothing is stated": (
        "ogp-local-docx",
        _package(
            {},
            plan={
                "endorsements": [{"statement": {"fr": "Nous appuyons."}, "attachments": []}],
                "adoptions": [{"deliberation": "12/2025", "attachments": []}],
                "linked_plans": [{"relation": {"fr": "En fait partie."}}],
                "amendments": [{"id": f"{_X}:am-1", "reason": {"fr": "Report de l’échéance"}}],
            },
        ),
    ),
    "an empty list of files below a text": (
        "ogp-local-docx",
        _package({}, assessments=[_report() | {"attachments": []}]),
    ),
    "a kind of stakeholder that supports": (
        "ogp-national-2017-docx",
        _package({"supporting": [{"group": "government"}]}),
    ),
    "a kind of stakeholder that supports a step": (
        "ogp-national-2022-docx",
        _package(_step(supporting=[{"group": "csos"}])),
    ),
    "who declares a state without a day": (
        "ogp-local-docx",
        _package({"status": {"code": "completed", "by": {"organization": f"{_X}:og-3a9k1e"}}}, **_BODIES),
    ),
    "who declares the state of a step without a day": (
        "programme-docx",
        _package(_step(status={"code": "in_progress", "by": {"name": {"fr": "Direction fictive"}}})),
    ),
    "an end less exact than the start that lies in it": (
        "ogp-national-2017-docx",
        _package({"start": "2025-04", "end": "2025"}),
    ),
    "parts of persons": ("ogp-local-docx", _package({}, {"points_of_contact": _persons()}, **_BODIES)),
    "parts of persons in a programme": ("programme-docx", _package({}, {"points_of_contact": _persons()}, **_BODIES)),
    "parts of seats": ("ogp-local-docx", _package({}, {"forums": [_FORUM]}, **_BODIES)),
    "parts of a budget": ("ogp-local-docx", _package({"budget": _BUDGET})),
    "parts of a budget in a programme": ("programme-docx", _package({"budget": _BUDGET})),
    "a file of which the title alone is known": (
        "ogp-local-docx",
        _package({}, {"endorsements": [{"statement": {"fr": "Nous appuyons."}, "attachments": [_FILE]}]}),
    ),
    "things of two plans that are called the same": (
        "programme-docx",
        _package({}, {"activities": [_ACTIVITY]})
        | {"plans": [*_package({}, {"activities": [_ACTIVITY]})["plans"], _SECOND]},
    ),
    "who pays, with commas": ("ogp-local-docx", _package({"budget": _PAID}, **_MORE_BODIES)),
    "who pays in a programme, with commas": ("programme-docx", _package({"budget": _PAID}, **_MORE_BODIES)),
    "an amendment that adds a contribution": (
        "programme-docx",
        _package(
            {},
            {"amendments": [_AMENDMENT | {"added": [_QUESTION["id"]]}]},
            workshops=_workshops(_QUESTION)["workshops"],
        ),
    ),
    "amendments that name progress updates": ("programme-docx", _reported()),
    "amendments that name progress updates, in the form": ("ogp-local-docx", _reported()),
    "an organization that gave a number": ("programme-docx", _package(_NUMBERED, **_BODIES)),
    "an organization that gave a number, in the form": ("ogp-local-docx", _package(_NUMBERED, **_BODIES)),
    "units of indicators": ("ogp-local-docx", _package(_UNITS)),
    "units of indicators of a programme": ("programme-docx", _package(_UNITS)),
    "how a period is meant": (
        "ogp-local-docx",
        _package({}, {"period": {"start": "2025-01-01", "end": "2026-12", "qualifier": "before"}}),
    ),
    "how a period is meant, in a programme": (
        "programme-docx",
        _package({}, {"period": {"end": "2026-12", "qualifier": "late"}}),
    ),
    "one day that is start and end": (
        "ogp-national-2022-docx",
        _package({"start": "2025-03-08", "end": "2025-03-08"}),
    ),
    "a space before a comma of a budget": (
        "ogp-local-docx",
        _package({"budget": [{"label": {"fr": "Serveurs , câbles"}, "year": 2026}]}),
    ),
    "a space before a comma of a budget of a programme": (
        "programme-docx",
        _package({"budget": [{"label": {"fr": "Serveurs , câbles"}, "year": 2026}]}),
    ),
    "an amendment of an amendment": (
        "programme-docx",
        _package(
            {},
            {
                "amendments": [
                    _AMENDMENT,
                    {"id": f"{_X}:am-2", "reason": {"fr": "Revu."}, "changed": [_AMENDMENT["id"], f"{_X}:og-3a9k1e"]},
                ]
            },
        ),
    ),
    "what a workshop brought that is not listed": (
        "programme-docx",
        _package({"inputs": [_QUESTION["id"]]}, workshops=_workshops(_QUESTION)["workshops"]),
    ),
    "what a workshop brought that is not listed, in the form": (
        "ogp-local-docx",
        _package({"inputs": [_QUESTION["id"]]}, workshops=_workshops(_QUESTION)["workshops"]),
    ),
    "what two workshops brought in the same words": (
        "programme-docx",
        _package({"inputs": [_QUESTION["id"], f"{_X}:ct-3"]}, **_same_words()),
    ),
    "what two workshops brought in the same words, in the form": (
        "ogp-local-docx",
        _package({"inputs": [f"{_X}:ct-3", _QUESTION["id"]]}, **_same_words()),
    ),
    "an amendment that adds one of two contributions in the same words": (
        "programme-docx",
        _package(
            {"inputs": [_QUESTION["id"]]}, {"amendments": [_AMENDMENT | {"added": [f"{_X}:ct-3"]}]}, **_same_words()
        ),
    ),
    "what a workshop of two plans brought": ("programme-docx", _of_two_plans()),
    "what a workshop of two plans brought, in the form": ("ogp-local-docx", _of_two_plans()),
    "answers to what two groups brought in the same words": (
        "workshop-docx",
        {"id": f"{_X}:pk-7h4j1k", "schema_version": "0.1", "workshops": [_TWO_GROUPS]},
    ),
    "an answer to what a later workshop brought": (
        "workshop-docx",
        _workshops(_PROPOSAL | {"answers": [_QUESTION["id"]]}, _QUESTION),
    ),
    "a project of a workshop before that of its plan": ("workshop-docx", _plan_named_later()),
    "a workshop of a plan of another file": (
        "workshop-docx",
        {
            **_workshops(_QUESTION),
            "workshops": [_workshops(_QUESTION)["workshops"][0] | {"plans": ["org.example.other:pl-1"]}],
            "external_refs": [{"id": "org.example.other:pl-1", "kind": "plan"}],
        },
    ),
    "a change of what has no title": (
        "programme-docx",
        _package(
            {},
            {"amendments": [{"id": f"{_X}:am-1", "reason": {"fr": "Revu."}, "changed": [f"{_X}:as-3s9t6v"]}]},
            assessments=[{"id": f"{_X}:as-3s9t6v", "target": _COMMITMENT}],
        ),
    ),
    "a round that tells what is no part of the co-creation": (
        "ogp-local-inception-docx",
        _package({}, workshops=[_workshops(_QUESTION)["workshops"][0] | {"kind": "other", "round": "follow_up"}]),
    ),
    "policy areas that together are the words of another": (
        "ogp-local-docx",
        _package({"policy_areas": ["open_data", "education"]}),
    ),
    "an office without a name, of bodies": (
        "programme-docx",
        _package(
            {
                "leads": [
                    {
                        "person": {
                            "role": {"fr": "Point focal"},
                            "capacity": "public_official",
                            "collectivity": f"{_X}:tc-4k2m9a",
                            "organization": f"{_X}:og-3a9k1e",
                        }
                    }
                ]
            },
            **_BODIES,
        ),
    ),
}


@pytest.mark.parametrize("found", _FOUND)
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_what_was_lost_comes_back(found: str, language: str) -> None:
    form, tree = _FOUND[found]
    assert unexplained(form, language, tree) == {}


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "workshop-docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_last_day_alone_is_no_day_of_a_workshop(form: str, language: str) -> None:
    days = ["2025-05-06", "2025-05", "2025-Q2", "2026-H1", "2025"]
    tree = _package({}, workshops=_workshops(*(_QUESTION | {"id": f"{_X}:ct-{day}"} for day in range(5)))["workshops"])
    for workshop, day in zip(tree["workshops"], days, strict=True):
        workshop |= {"plans": [f"{_X}:pl-2v6x8m"], "until": day}
    document = _read(form, tree, language)
    assert [(each.get("date"), each["until"]) for each in document["workshops"]] == [(None, day) for day in days]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "workshop-docx"])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_none_is_nobodys_name(form: str, language: str) -> None:
    indicator = {"id": f"{_X}:in-7s2t6v", "name": {"fr": "Jeux de données"}, "leads": [], "values": []}
    group = {"id": f"{_X}:wg-1", "title": {"fr": "Groupe"}, "facilitators": [], "participants": [], "members": []}
    held = {"kind": "co_creation", "participants": [], "working_groups": [group]}
    workshop = {"id": f"{_X}:ws-1", "title": {"fr": "Atelier"}, "plans": [f"{_X}:pl-2v6x8m"], **held}
    alone: dict[str, Any] = {
        "id": f"{_X}:ws-2",
        "title": {"fr": "Réunion"},
        "kind": "other",
        "plans": [],
        "languages": [],
    }
    answered = {"answers": [], "disposition": {"status": "rejected", "commitments": []}}
    alone["contributions"] = [_PROPOSAL | answered]
    plan: dict[str, Any] = {"forums": [{"name": {"fr": "Forum"}, "seats": [], "collectivities": []}]}
    tree = _package({"indicators": [indicator]}, plan, workshops=[workshop, alone])
    back = [each.value for each in read_back(form, language, tree)]
    assert not [value for value in back if value.split(" [")[0] in ("aucun", "لا يوجد")]
    assert not {*_words_kept(form, language, tree)} & {"aucun", "لا يوجد"}


def _words_kept(form: str, language: str, tree: dict[str, Any]) -> list[str]:
    """Gives the words of a form that no field took."""
    row = formats.get(form)
    data = row.writer()(Package.model_validate(tree), language=language).data
    document = formats.get(row.read_as).reader()(data, "form.docx").document
    assert document is not None
    return list(_kept(document.tree))


def _kept(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (each["text"] for each in value.get("x_unmapped", ()))
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _kept(child)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_projects_stand_in_the_plan_of_their_workshop(language: str) -> None:
    tree = _of_two_plans()
    one, other = tree["plans"]
    one["commitments"][0].pop("inputs")
    became = {"disposition": {"status": "accepted", "commitments": [_COMMITMENT]}}
    first, second = _workshops(_QUESTION, _PROPOSAL | became)["workshops"]
    tree["workshops"] = [first | {"plans": [other["id"]]}, second | {"plans": [one["id"]]}]
    assert unexplained("workshop-docx", language, tree) == {}
    row = formats.get("workshop-docx")
    data = row.writer()(Package.model_validate(tree), language=language).data
    document = formats.get(row.read_as).reader()(data, "form.docx").document
    assert document is not None
    held = {plan["title"]["fr"]: len(plan.get("commitments", ())) for plan in document.tree["plans"]}
    assert held == {one["title"]["fr"]: 1, other["title"]["fr"]: 0}


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_what_two_workshops_brought_is_answered_in_its_own(language: str) -> None:
    answer = _PROPOSAL | {"answers": [_QUESTION["id"]]}
    tree = _workshops(_QUESTION | {"id": f"{_X}:ct-1"}, _QUESTION)
    tree["workshops"][1]["contributions"].append(answer)
    row = formats.get("workshop-docx")
    data = row.writer()(Package.model_validate(tree), language=language).data
    document = formats.get(row.read_as).reader()(data, "form.docx").document
    assert document is not None
    meant, answering = document.tree["workshops"][1]["contributions"]
    assert answering["answers"] == [meant["id"]]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_what_another_workshop_brought_in_the_same_words_is_answered(language: str) -> None:
    asked = {"id": f"{_X}:ct-1"}
    tree = _workshops(_QUESTION | asked, _QUESTION)
    tree["workshops"][1]["contributions"].append(_PROPOSAL | {"answers": [asked["id"]]})
    document = _read("workshop-docx", tree, language)
    answering = document["workshops"][1]["contributions"][-1]
    assert answering["answers"] == [document["workshops"][0]["contributions"][0]["id"]]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_each_project_answers_what_its_own_workshop_brought(form: str) -> None:
    tree = _package({"inputs": [f"{_X}:ct-3"]}, **_same_words())
    other = {"id": f"{_X}:co-2", "title": {"fr": "Charte"}, "inputs": [_QUESTION["id"]]}
    tree["plans"][0]["commitments"].append(other)
    document = _read(form, tree, "fr")
    inputs = [each["inputs"] for each in document["plans"][0]["commitments"]]
    brought = {each["id"]: workshop["title"] for workshop in document["workshops"] for each in _all_brought(workshop)}
    assert [brought[first] for (first,) in inputs] == [{"ar": "ورشة – الختام"}, {"fr": "Atelier n° 1"}]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_workshop_without_a_plan_stands_below_those_of_its_collectivity(language: str) -> None:
    of = {"collectivities": [f"{_X}:tc-4k2m9a"]}
    tree = _package({}, of, workshops=_workshops(_QUESTION, _PROPOSAL)["workshops"], **_BODIES)
    tree["plans"].append(_SECOND | of)
    alone, planned = tree["workshops"]
    alone |= of
    planned["plans"] = [_SECOND["id"]]
    assert unexplained("programme-docx", language, tree) == {}
    document = _read("programme-docx", tree, language)
    first, second = document["workshops"]
    assert "plans" not in first
    assert first["collectivities"] == document["plans"][0]["collectivities"]
    assert "collectivities" not in second
    assert second["plans"] == [document["plans"][1]["id"]]


def _all_brought(workshop: dict[str, Any]) -> list[Any]:
    groups = workshop.get("working_groups", ())
    return [each for holder in (workshop, *groups) for each in holder.get("contributions", ())]


def _read(form: str, tree: dict[str, Any], language: str) -> Any:
    row = formats.get(form)
    data = row.writer()(Package.model_validate(tree), language=language).data
    document = formats.get(row.read_as).reader()(data, "form.docx").document
    assert document is not None
    return document.tree


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_a_workshop_of_two_plans_is_one(form: str) -> None:
    row = formats.get(form)
    data = row.writer()(Package.model_validate(_of_two_plans()), language="fr").data
    made = formats.get(row.read_as).reader()(data, "form.docx")
    assert made.document is not None
    (workshop,) = made.document.tree["workshops"]
    assert workshop["plans"] == [plan["id"] for plan in made.document.tree["plans"]]
    said = [each for each in made.findings if each.code == "import/workshop-of-several-plans"]
    assert [(each.severity, each.params["text"]) for each in said] == [("info", "Atelier")]


@pytest.mark.parametrize("axes", [1, 2])
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_themes_of_an_axis_are_no_axes(form: str, axes: int) -> None:
    themes = [{"fr": "Données ouvertes"}, {"fr": "Sessions du Conseil"}]
    made = [{"id": f"{_X}:ax-{each}", "number": str(each), "title": {"fr": f"Axe {each}"}} for each in range(axes)]
    tree = _package({}, {"axes": [each | {"themes": themes} for each in made]})
    assert unexplained(form, "fr", tree) == {}


def test_a_number_that_ogp_would_not_write_is_not_in_the_name_of_a_commitment() -> None:
    numbers = [{"scheme": "OGP", "value": "E-01"}]
    assert (
        unexplained("ogp-local-inception-docx", "fr", _package({"identifiers": numbers, "title": {"en": "Portal"}}))
        == {}
    )


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("value", ["E-01", "E 01, B", "E: 01"])
def test_a_number_that_ogp_would_not_write_comes_back_as_one_of_ogp(value: str, language: str) -> None:
    numbers = [{"scheme": "OGP", "value": value}, {"scheme": "OGP", "value": "MAAGD0002"}]
    tree = _package({"identifiers": numbers, "title": {"en": "Portal"}})
    for form in ("ogp-local-docx", "ogp-local-inception-docx"):
        assert unexplained(form, language, tree) == {}
        assert _read(form, tree, language)["plans"][0]["commitments"][0]["identifiers"] == numbers


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_each_plan_keeps_who_leads_it_and_when_it_was_submitted(language: str) -> None:
    led = {"leads": [{"collectivity": f"{_X}:tc-4k2m9a"}]}
    tree = _package({}, led | {"submissions": [{"date": "2025", "to": "ogp_local"}]}, **_BODIES)
    tree["plans"].append(_SECOND | led | {"submissions": [{"date": "2026", "to": "ogp_local"}]})
    assert unexplained("ogp-local-docx", language, tree) == {}
    plans = _read("ogp-local-docx", tree, language)["plans"]
    assert [each["submissions"][0]["date"] for each in plans] == ["2025", "2026"]
    assert not any("x_unmapped" in each for each in plans)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_department_of_a_contact_without_an_office_is_a_body(language: str) -> None:
    person = {"name": {"fr": "Mme Exemple"}, "capacity": "public_official", "organization": f"{_X}:og-3a9k1e"}
    tree = _package({"leads": [{"name": {"fr": "Direction"}, "person": person}]}, **_BODIES)
    assert unexplained("ogp-national-2017-docx", language, tree) == {}


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize(
    "period",
    [
        {"start": "2025-03-01"},
        {"start": "2026-H1", "qualifier": "expected"},
        {"end": "2025"},
        {"end": "2025-03", "qualifier": "circa"},
        {"start": "2025-01", "end": "2025-06"},
        {"start": "2025", "end": "2025"},
    ],
)
def test_the_time_of_an_assessment_has_the_ends_that_are_known(language: str, period: dict[str, str]) -> None:
    tree = _package({}, assessments=[_report() | {"period": period}])
    assert _read("ogp-local-inception-docx", tree, language)["assessments"][0]["period"] == period


def test_forms_of_several_commitments_say_one_monitoring_body() -> None:
    tree = _package({}, {"monitoring_bodies": [{"organization": f"{_X}:og-3a9k1e"}]}, **_BODIES)
    tree["plans"][0]["commitments"].append({"id": f"{_X}:co-2", "title": {"fr": "Charte"}})
    (plan,) = _read("ogp-local-end-of-commitment-docx", tree, "fr")["plans"]
    assert len(plan["monitoring_bodies"]) == 1


@pytest.mark.parametrize("form", ["ogp-local-docx", "ogp-national-2017-docx", "ogp-national-2022-docx"])
def test_parties_of_which_the_same_is_known_are_as_many_as_before(form: str) -> None:
    tree = _package({"supporting": [{"group": "government"}, {"group": "government"}]})
    assert unexplained(form, "fr", tree) == {}


_PLAN_FORMS = ("ogp-local-docx", "ogp-national-2017-docx", "ogp-national-2022-docx", "programme-docx")
_LINES = {"fr": "Une première ligne.\nUne autre en dessous."}


@pytest.mark.parametrize(
    "commitment",
    [
        {"resources": [{"description": _LINES}]},
        _step(resources=[{"description": {"fr": "Deux agents"}}, {"description": _LINES, "kind": "technical"}]),
        _step(deliverable=_LINES, additional_information=_LINES, description=_LINES, schedule=_LINES),
        _step(schedule=_LINES),
    ],
)
@pytest.mark.parametrize("form", ["ogp-local-docx", "ogp-national-2017-docx", "ogp-national-2022-docx"])
def test_texts_of_several_lines_below_a_label_are_one(form: str, commitment: dict[str, Any]) -> None:
    tree = _package(commitment)
    assert unexplained(form, "fr", tree) == {}
    for step in _read(form, tree, "fr")["plans"][0]["commitments"][0].get("milestones", ()):
        assert step.get("description", _LINES) == _LINES


@pytest.mark.parametrize("form", [*_PLAN_FORMS])
@pytest.mark.parametrize("title", ["Chaque jeune et/ou conseil", "Description", "Budget"])
def test_plan_whose_title_could_be_a_label_has_each_commitment_once(form: str, title: str) -> None:
    tree = _package({"problem": {"fr": "Rien"}}, {"title": {"fr": title}})
    (plan,) = _read(form, tree, "fr")["plans"]
    assert len(plan["commitments"]) == 1
    assert unexplained(form, "fr", tree) == {}


def test_numbers_of_axes_are_told_from_their_titles() -> None:
    axes: list[dict[str, Any]] = [
        {"id": f"{_X}:ax-1a2b3c", "number": "I", "title": {"fr": "Transparence"}, "themes": [{"fr": "Données"}]},
        {"id": f"{_X}:ax-1a2b3d", "number": "I.1", "title": {"fr": "Sous-axe"}, "parent": f"{_X}:ax-1a2b3c"},
        {"id": f"{_X}:ax-1a2b3e", "number": "A", "title": {"fr": "Participation. Vraie"}},
        {"id": f"{_X}:ax-1a2b3f", "title": {"fr": "Ouverture. Suite"}},
    ]
    tree = _package({"axes": [each["id"] for each in axes]}, {"axes": axes})
    assert unexplained("ogp-local-docx", "fr", tree) == {}


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_whose_an_ogp_number_is_comes_back(form: str) -> None:
    number = {"scheme": "OGP", "value": "MATTH0012", "holder": f"{_X}:tc-4k2m9a"}
    assert unexplained(form, "fr", _package({"identifiers": [number]}, **_BODIES)) == {}


def test_blank_line_that_is_typed_into_a_form_is_one_of_its_text() -> None:
    data = (
        formats.get("ogp-local-docx")
        .writer()(Package.model_validate(_package({"problem": {"fr": "Une"}})), language="fr")
        .data
    )
    document = docx.Document(io.BytesIO(data))
    cell = next(c for table in document.tables for row in table.rows for c in row.cells if c.text.strip() == "Une")
    cell.add_paragraph("")
    cell.add_paragraph("Deux")
    cell.add_paragraph("")
    filled = io.BytesIO()
    document.save(filled)
    back = read_again(formats.get("ogp-local-docx"), filled.getvalue())
    assert back["plans"][0]["commitments"][0]["problem"] == {"fr": "Une\n\nDeux"}


_DASHES = {"fr": "Ajout après consultation.\n- raison a\n- raison b"}


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize(
    "plan",
    [
        {
            "amendments": [
                {"id": f"{_X}:am-{n}", "date": f"2026-0{n}", "reason": _DASHES, "added": [_COMMITMENT]} for n in (1, 2)
            ]
        },
        {"endorsements": [{"by": {"name": {"fr": name}}, "statement": _DASHES} for name in ("Un", "Deux")]},
        {"follow_up_committees": [{"name": {"fr": name}, "remit": _DASHES} for name in ("Comité", "Groupe")]},
        {"linked_plans": [{"title": {"fr": name}, "kind": "pac", "relation": _DASHES} for name in ("Un", "Deux")]},
        {"indicators": [{"id": f"{_X}:in-{n}", "name": {"fr": f"Part {n}"}, "schedule": _DASHES} for n in (1, 2)]},
    ],
)
def test_dashes_in_a_text_begin_no_items_of_a_list(form: str, plan: dict[str, Any]) -> None:
    tree = _package({}, plan)
    (field,) = plan
    assert len(_read(form, tree, "fr")["plans"][0][field]) == 2
    assert unexplained(form, "fr", tree) == {}


@pytest.mark.parametrize("start", ["1er janvier 2027", "mars 2025"])
def test_what_is_written_on_a_first_page_alone_is_of_the_plan(start: str) -> None:
    tree = _package({"start": "2025-03"})
    data = formats.get("ogp-local-docx").writer()(Package.model_validate(tree), language="fr").data
    document = docx.Document(io.BytesIO(data))
    said = {"Début du plan d’action": start, "Institution chef de file": "Service fictif"}
    for row in document.tables[0].rows:
        if row.cells[0].text in said:
            row.cells[1].paragraphs[0].text = said[row.cells[0].text]
    filled = io.BytesIO()
    document.save(filled)
    (plan,) = read_again(formats.get("ogp-local-docx"), filled.getvalue())["plans"]
    assert plan["period"] == {"start": "2027-01-01" if "2027" in start else "2025-03"}
    assert plan["leads"] == [{"name": {"fr": "Service fictif"}}]
    assert "x_unmapped" not in plan


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-docx", "ogp-national-2022-docx", "ogp-national-2017-docx"])
def test_a_plan_that_says_how_far_it_is_is_no_report_of_it(form: str, language: str) -> None:
    state = {"code": "in_progress", "as_of": "2026-02"}
    step = {"id": f"{_X}:ms-1", "title": {"fr": "Publier le premier jeu"}, "status": state, "progress": 40}
    named = [
        {
            "id": f"{_X}:co-{at}",
            "title": {"fr": title, "en": title},
            "status": state,
            "milestones": [step] if at else [],
        }
        for at, title in enumerate(("Annual progress report", "Status: completed"))
    ]
    said = {"achievements": {"fr": "Un portail."}, "challenges": {"fr": "Peu d’agents."}}
    plan = {"id": f"{_X}:pl-1", "title": {"fr": "Programme"}, "framework": "ogp_local", "commitments": named, **said}
    tree = {"id": f"{_X}:pk-1", "schema_version": "0.1", "plans": [plan]}
    assert unexplained(form, language, tree) == {}
    read = read_again(
        formats.get(form), formats.get(form).writer()(Package.model_validate(tree), language=language).data
    )
    assert len(read["plans"][0]["commitments"]) == 2
    assert "progress_updates" not in read


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_of_two_that_lead_stay_no_part_of_their_persons(language: str) -> None:
    leads = [
        {
            "organization": f"{_X}:og-3a9k1e",
            "role": {language: f"Part – {at}"},
            "person": {"name": {language: f"Person {at}"}, "role": {language: "Focal"}, "capacity": "public_official"},
        }
        for at in ("A", "B")
    ]
    assert unexplained("ogp-national-2017-docx", language, _package({"leads": leads}, **_BODIES)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_large_counts_in_what_a_form_says_of_itself_are_no_words_of_the_plan(language: str) -> None:
    steps = [{"id": f"{_X}:ms-{n}", "title": {"zgh": f"ⴰⵙⵓⵔⵉⴼ {n}"}} for n in range(1_200)]
    document = _read("programme-docx", _package({"milestones": steps}), language)
    assert len(document["plans"][0]["commitments"][0]["milestones"]) == len(steps)
    assert "x_unmapped" not in document
    assert "x_unmapped" not in document["plans"][0]

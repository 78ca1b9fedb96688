"""Of persons whom our own documents do not name, nothing is read back: neither a name nor an empty object."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.formats.word.papers import checked, tree_of

import opengov_local as ogl
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package

WORDS = {
    "fr": ("Service informatique", "Cheffe de service", "Nadia Fictive"),
    "ar": ("مصلحة المعلوميات", "رئيسة المصلحة", "نادية المثال"),
    "en": ("IT unit", "Head of unit", "Nadia Madeup"),
}
DOCUMENTS = ("ogp-local-docx", "programme-docx", "ogp-national-2017-docx", "ogp-national-2022-docx", "workshop-docx")
ASSESSMENTS = ("ogp-local-inception-docx", "ogp-local-end-of-commitment-docx")


def again(form: str, language: str, **more: Any) -> dict[str, Any]:
    """Gives a package as it is read from a form of it; whatever is read is valid."""
    tree = {"schema_version": "0.1", "id": "test.x:package", **more}
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language=language).data
    made = checked(read(data, "form.docx"))
    assert not [each.code for each in ogl.validate(made).findings if each.severity == "error"]
    return tree_of(made)


def plan_of(language: str, *commitments: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "test.x:p",
        "title": {language: "Plan 2025-2026"},
        "framework": "other",
        "commitments": [
            {"id": f"test.x:c-{at}", "title": {language: f"Portail {at} / بوابة"}, **each}
            for at, each in enumerate(commitments)
        ],
        **more,
    }


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("capacity", [{"capacity": "private"}, {}])
def test_a_party_that_is_not_named_leaves_nothing(form: str, language: str, capacity: dict[str, str]) -> None:
    who = {"person": {"name": {language: WORDS[language][2]}, **capacity}}
    status = {"code": "in_progress", "original": "Chantier", "by": who}
    budget = [{"amount": {"value": "100", "currency": "MAD"}, "funder": who}]
    seats = [{**who}, {"name": {language: WORDS[language][0]}, "count": 2}]
    indicator = {"id": "test.x:i", "name": {language: "Visites"}, "leads": [who]}
    commitment = {"leads": [who], "supporting": [who], "status": status, "budget": budget, "indicators": [indicator]}
    endorsements = [{"by": who, "date": "2025-01-11"}, {"by": who}]
    forums = [{"name": {language: "Forum"}, "seats": seats}]
    plan = plan_of(language, commitment, endorsements=endorsements, forums=forums, budget=budget)
    workshop = {
        "id": "test.x:w",
        "title": {language: "Atelier"},
        "kind": "co_creation_workshop",
        "plans": ["test.x:p"],
        "participants": [{"party": who, "count": 3}, {"party": who}],
    }
    found = again(form, language, plans=[plan], workshops=[workshop])
    said = json.dumps({name: value for name, value in found.items() if name != "sources"}, ensure_ascii=False)
    assert "[" + {"fr": "person", "ar": "شخص", "en": "person"}[language] not in said
    assert "person" not in said
    if form in DOCUMENTS[:2]:
        (read_plan,) = found["plans"]
        assert read_plan["endorsements"] == [{"date": "2025-01-11"}]
        assert [seat.get("count") for seat in read_plan["forums"][0]["seats"]] == [2]
        assert read_plan["commitments"][0]["status"] == {"code": "in_progress", "original": "Chantier"}


@pytest.mark.parametrize("language", WORDS)
def test_the_body_of_who_is_not_named_is_no_person(language: str) -> None:
    body, office, name = ({language: words} for words in WORDS[language])
    leads: list[dict[str, Any]] = [
        {"name": body, "person": {"name": name, "role": office, "capacity": "public_official"}},
        {"name": body, "person": {"name": name, "capacity": "private"}},
    ]
    for said in (leads, leads[::-1], leads[1:] * 2):
        found = again("ogp-national-2017-docx", language, plans=[plan_of(language, {"leads": said})])
        assert "x_unmapped" not in json.dumps(found)
        persons = [lead.get("person", {}).get("name") for lead in found["plans"][0]["commitments"][0]["leads"]]
        assert [each for each in persons if each] == [name for lead in said if "role" in lead["person"]]


@pytest.mark.parametrize("form", ASSESSMENTS)
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("of_plan", [True, False])
def test_who_assesses_is_read_as_any_party(form: str, language: str, of_plan: bool) -> None:
    body, office, name = ({language: words} for words in WORDS[language])
    private = {"name": name, "capacity": "private"}
    of_office = {"name": name, "role": office}
    for said, wanted in (
        ({"name": body, "person": private}, {"name": body}),
        ({"person": of_office}, {"person": of_office}),
        ({"name": body, "person": of_office}, {"name": body, "person": of_office}),
        ({"name": body, "group": "csos"}, {"name": body, "group": "csos"}),
        ({"person": private}, None),
    ):
        made = {
            "id": "test.x:a",
            "target": "test.x:p" if of_plan and form == ASSESSMENTS[0] else "test.x:c-0",
            "instrument": form.removesuffix("-docx").replace("-", "_"),
            "assessor": said,
            "date": "2025-06",
            "answers": [{"criterion": "endorsement" if of_plan else "local_relevance", "missing": "ND"}],
        }
        found = again(form, language, plans=[plan_of(language, {})], assessments=[made])
        assert found["assessments"][0].get("assessor") == wanted


@pytest.mark.parametrize(
    "form", ["ogp-local-docx", "programme-docx", "ogp-national-2017-docx", "ogp-national-2022-docx"]
)
@pytest.mark.parametrize("language", WORDS)
def test_the_kind_of_a_party_that_is_not_named_is_no_name(form: str, language: str) -> None:
    person = {"name": {language: WORDS[language][2]}, "capacity": "private"}
    role = {language: WORDS[language][1]}
    who = [{"person": person, "group": "csos"}, {"person": person, "group": "government", "role": role}]
    plan = plan_of(language, {"leads": who, "supporting": who}, monitoring_bodies=who)
    found = again(form, language, plans=[plan])["plans"][0]
    parties = [*found.get("monitoring_bodies", []), *found["commitments"][0].get("leads", [])]
    parties += found["commitments"][0].get("supporting", [])
    assert not [each for each in parties if "name" in each or "person" in each]
    assert {each["group"] for each in parties if "group" in each} <= {"csos", "government"}
    assert {str(each["role"]) for each in parties if "role" in each} <= {str(role)}

"""Councils, bodies and papers of a plan come back from the lines that our own documents have for them."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.word.papers import checked, tree_of

import opengov_local as ogl
from opengov_local.formats.word.word_format import read
from opengov_local.formats.wording.words.own_parts import Parts
from opengov_local.model import Package

LANGUAGES = ("ar", "fr", "en")
FORMS = ("ogp-local-docx", "programme-docx")
WORDS = {
    "fr": ["Ouvrir", "le", "conseil,", "aux", "habitants", "à", "l’été", "2026,", "(enfin)", "partout"],
    "en": ["Open", "the", "council,", "to", "all", "in", "summer", "2026,", "(finally)", "everywhere"],
    "ar": ["فتح", "المجلس،", "أمام", "الساكنة", "صيف", "2026،", "(أخيرا)", "والجمعيات"],
}
TITLES = {"fr": "Portail ouvert", "en": "Open portal", "ar": "بوابة مفتوحة"}
TOWN, VILLAGE = "test.x:town", "test.x:village"


def package(language: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Makes a package of two collectivities with a plan of both."""
    names = {"fr": ("Ville", "Village"), "en": ("Town", "Village"), "ar": ("المدينة", "القرية")}[language]
    places = [
        {"id": id, "name": {language: name}, "kind": "commune", "country": "TN"}
        for id, name in zip((TOWN, VILLAGE), names, strict=True)
    ]
    title = {language: {"fr": "Plan inventé", "en": "Made-up plan", "ar": "خطة مختلقة"}[language]}
    given = {"id": "test.x:plan", "title": title, "framework": "remacto", "collectivities": [TOWN, VILLAGE], **plan}
    return {"schema_version": "0.1", "id": "test.x:package", "collectivities": places, "plans": [given]}


def there_and_back(form: str, language: str, plan: dict[str, Any]) -> tuple[Any, Any]:
    """Gives what a plan said, and what was read in its form; references stand for the names of what they lead to."""
    tree = package(language, json.loads(json.dumps(plan)))
    written = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language=language, with_contacts=True)
    found = tree_of(checked(read(written.data, "form.docx")))["plans"][0]
    names = {each["id"]: f"@{each['name'][language]}" for each in tree["collectivities"]}
    names |= {each["id"]: f"@{each['title'][language]}" for each in tree["plans"][0].get("commitments", [])}
    said = json.loads(json.dumps(tree["plans"][0]))
    return _named(said, names), found


def _named(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _named(each, names) for key, each in value.items() if key != "id"}
    if isinstance(value, list):
        return [_named(each, names) for each in value]
    return names.get(value, value) if isinstance(value, str) else value


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Makes a language, and the councils, bodies and papers of a plan in its words."""
    language = draw(st.sampled_from(LANGUAGES))
    words = st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=6)
    texts = words.map(lambda some: {language: " ".join([WORDS[language][0], *some, WORDS[language][1]])})
    dates = st.sampled_from(["2026", "2026-Q3", "2026-H2", "2026-05", "2026-05-31"])
    urls = st.sampled_from(["https://example.org/a", "https://example.org/b?c=1,2"])
    places = st.sampled_from([TOWN, VILLAGE])
    who = st.one_of(st.fixed_dictionaries({"collectivity": places}), st.fixed_dictionaries({"name": texts}))
    files = st.lists(st.fixed_dictionaries({"title": texts, "url": urls}), min_size=1, max_size=2)
    numbers = st.integers(0, 99)
    seats = st.fixed_dictionaries(
        {"name": texts, "sector": st.just("media")}, optional={"count": numbers, "women": numbers}
    )
    body = st.fixed_dictionaries(
        {"name": texts, "remit": texts},
        optional={
            "rules": texts,
            "meetings": texts,
            "established": dates,
            "url": urls,
            "collectivities": st.sampled_from([[TOWN], [TOWN, VILLAGE]]),
            "seats": st.lists(seats, min_size=1, max_size=2),
        },
    )
    adoption = st.fixed_dictionaries(
        {"collectivity": places, "date": dates},
        optional={
            "session": texts,
            "session_kind": st.just("ordinary"),
            "deliberation": st.just("12/2026"),
            "attachments": files,
        },
    )
    submission = st.fixed_dictionaries(
        {"date": dates},
        optional={"to": st.sampled_from(["ogp_local", "arm", "x_own"]), "collectivity": places, "url": urls},
    )
    endorsement = st.fixed_dictionaries({"by": who, "statement": texts}, optional={"date": dates, "attachments": files})
    linked = st.fixed_dictionaries(
        {"title": texts}, optional={"kind": st.sampled_from(["pac", "pdr"]), "relation": texts, "url": urls}
    )
    amendment = st.fixed_dictionaries(
        {"date": dates, "reason": texts}, optional={"decided_by": who, "changed": st.just(["test.x:c-1"])}
    )
    lists = {
        "adoptions": adoption,
        "submissions": submission,
        "endorsements": endorsement,
        "linked_plans": linked,
        "amendments": amendment,
        "forums": body,
        "follow_up_committees": body,
    }
    made: Any = draw(
        st.fixed_dictionaries({name: st.lists(one, min_size=1, max_size=2) for name, one in lists.items()})
    )
    for number, each in enumerate(made["amendments"]):
        each["id"] = f"test.x:a-{number}"
    return language, {**made, "commitments": [{"id": "test.x:c-1", "title": {language: TITLES[language]}}]}


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=plans())
def test_they_come_back_as_they_were(form: str, made: tuple[str, dict[str, Any]]) -> None:
    language, plan = made
    said, found = there_and_back(form, language, plan)
    for field in plan:
        assert found[field] == said[field], field


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_went_out_of_the_plan_has_no_name_left(form: str, language: str) -> None:
    reason = {language: {"fr": "Report", "en": "Put off", "ar": "تأجيل"}[language]}
    change = {"id": "test.x:a", "reason": reason, "removed": ["test.x:gone", "test.x:away"]}
    _, found = there_and_back(form, language, {"amendments": [change]})
    assert found["amendments"] == [{"reason": reason}]
    assert "x_unmapped" not in found


def test_parts_keep_their_commas() -> None:
    said = Parts("a, b، c, 2026, d")
    assert said.last(lambda text: "D" if text == "d" else None) == "D"
    assert said.first(lambda text: text if text == "b، c" else None) is None
    assert said.first(lambda text: text if text == "a, b، c" else None) == "a, b، c"
    assert (said.text, said.said) == ("2026", ["2026"])
    assert said.whole(lambda text: text) == "2026"
    assert said.text == ""


NUMBERS = [
    {"scheme": "x_demo", "value": "E-01"},
    {"scheme": "x_demo", "value": "E 02, b", "holder": TOWN},
    {"scheme": "DECIDIM", "value": "17", "holder": VILLAGE},
    {"scheme": "x_other", "value": "17"},
    {"scheme": "x_other", "value": "3 — Nobody"},
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_keep_who_gave_them_and_whose_they_are(form: str, language: str) -> None:
    made = {"id": "test.x:c-1", "title": {language: TITLES[language]}, "identifiers": NUMBERS}
    said, found = there_and_back(form, language, {"identifiers": NUMBERS, "commitments": [made]})
    assert found["identifiers"] == said["identifiers"]
    assert found["commitments"][0]["identifiers"] == said["commitments"][0]["identifiers"]


NAMES = {"fr": "Direction, des eaux", "en": "Office, of waters", "ar": "مديرية، المياه"}
OFFICES = {"fr": "Cheffe, par intérim", "en": "Acting head, for now", "ar": "رئيسة، بالنيابة"}
PERSONS = {"fr": "Mme Inventée", "en": "Ms Made-Up", "ar": "السيدة مختلقة"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_body_and_its_person_come_back_apart(form: str, language: str) -> None:
    body, name, role = ({language: each[language]} for each in (NAMES, PERSONS, OFFICES))
    contact = {"email": "a@example.org", "phone": "+212 500 000 000"}
    who = [
        {"name": body, "person": {"name": name, "role": role, "contact": contact}, "group": "csos"},
        {"collectivity": TOWN, "person": {"name": name}, "role": role},
        {"collectivity": VILLAGE, "person": {"role": role}},
    ]
    made = {"id": "test.x:c-1", "title": {language: TITLES[language]}, "leads": who[:2], "supporting": who[2:]}
    endorsed = [{"by": each, "statement": role} for each in who]
    said, found = there_and_back(form, language, {"commitments": [made], "endorsements": endorsed})
    assert found["endorsements"] == said["endorsements"]
    for field in ("leads", "supporting"):
        assert found["commitments"][0][field] == said["commitments"][0][field]


@pytest.mark.parametrize("form", FORMS)
def test_a_person_who_is_not_named_is_no_part_of_the_body(form: str) -> None:
    who = {"name": {"fr": "Direction"}, "person": {"name": {"fr": "Mme Inventée"}, "capacity": "private"}}
    tree = package("fr", {"endorsements": [{"by": who, "statement": {"fr": "Oui"}}]})
    written = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language="fr")
    found = tree_of(checked(read(written.data, "form.docx")))["plans"][0]
    assert found["endorsements"][0]["by"] == {"name": {"fr": "Direction"}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_the_kind_of_stakeholder_of_a_seat_stands_in_brackets_right_behind_its_name(form: str, language: str) -> None:
    names = {"fr": "Associations", "en": "Associations", "ar": "الجمعيات"}
    seats = [
        {"name": {language: names[language]}, "group": "csos", "count": 2},
        {"name": {language: f"{names[language]} (A)"}, "sector": "private", "group": "csos", "role": {language: "X"}},
        {"collectivity": TOWN, "group": "others"},
        {"group": "csos"},
    ]
    body = {"name": {language: TITLES[language]}, "seats": seats}
    said, found = there_and_back(form, language, {"follow_up_committees": [body]})
    assert found["follow_up_committees"] == said["follow_up_committees"]
    data = ogl.dump(
        Package.model_validate(package(language, {"follow_up_committees": [body]})), form, language=language
    )
    texts = {cell.text for table in Document(io.BytesIO(data.data)).tables for row in table.rows for cell in row.cells}
    assert not any(", (" in text or "، (" in text for text in texts)

"""Declared figures, sources of measured values and workshops come back from our own documents."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.formats.word.papers import checked, tree_of
from tests.formats.word.test_organizations import there_and_back
from tests.formats.word.test_own_lines import TITLES, TOWN, package

import opengov_local as ogl
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package

LANGUAGES = ("ar", "fr", "en")
WORDS = {"fr": "Rapport, deuxième partie", "en": "Report, second part", "ar": "تقرير، الجزء الثاني"}


def source(language: str, **more: str) -> dict[str, Any]:
    words = {language: WORDS[language]}
    said = {"title": words, "publisher": "Ville, service A", "url": "https://example.org/a,b", "date": "2026-06"}
    return {**said, "note": words, **more}


def figures(language: str) -> list[dict[str, Any]]:
    words = {language: WORDS[language]}
    both = [source(language), {"publisher": "Ville"}, {"url": "https://example.org/c"}]
    return [
        {
            "measure": "x_declared",
            "label": words,
            "value": "1234.5",
            "unit": words,
            "as_of": "2026-Q1",
            "sources": both,
        },
        {"measure": "rate_of", "value": "-20", "unit": {language: "%"}, "numerator": "1", "note": words},
        {"measure": "x_declared", "label": words, "value": "35.125", "denominator": "17", "as_of": "2026-05-31"},
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_declared_figures_come_back(language: str, count: int) -> None:
    said = figures(language)[:count]
    workshop = {
        "id": "test.x:w",
        "title": {language: TITLES[language]},
        "kind": "co_creation",
        "reported_figures": said,
    }
    tree = package(language, {"reported_figures": said})
    tree["workshops"] = [{**workshop, "plans": ["test.x:plan"], "collectivities": [TOWN]}]
    found = there_and_back("ogp-local-docx", tree, language, keep=("sources",))
    assert found["plans"][0]["reported_figures"] == said
    assert found["workshops"][0]["reported_figures"] == said
    found = there_and_back("workshop-docx", tree, language, keep=("sources",))
    assert found["workshops"][0]["reported_figures"] == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Taux", "accès 100 000 DH n° 3 aux : puis conseil"),
        ("Taux : fictif", "points"),
        ("Taux : 3", "points : au plus"),
    ],
)
def test_colons_of_name_and_unit_part_nothing(language: str, label: str, unit: str) -> None:
    said = {"measure": "x_declared", "label": {language: label}, "value": "20", "unit": {language: unit}}
    said |= {"numerator": "1", "denominator": "5", "as_of": "2026-06-30"}
    found = there_and_back("ogp-local-docx", package(language, {"reported_figures": [said]}), language)
    assert found["plans"][0]["reported_figures"] == [said]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_sources_of_measured_values_come_back(form: str, language: str) -> None:
    words = {language: WORDS[language]}
    measured = {
        "id": "test.x:i",
        "name": {language: TITLES[language]},
        "baseline": {"value": "3", "text": words, "date": "2025", "source": source(language)},
        "target": {"text": words, "source": {"title": words}},
        "values": [{"value": "4", "source": source(language)}, {"source": {"url": "https://example.org/a"}}],
    }
    made = {"id": "test.x:c-1", "title": {language: TITLES[language]}, "indicators": [measured]}
    found = there_and_back(form, package(language, {"commitments": [made]}), language)
    del measured["id"]
    assert found["plans"][0]["commitments"][0]["indicators"] == [measured]


@pytest.mark.parametrize("language", LANGUAGES)
def test_workshops_of_a_plan_come_back(language: str) -> None:
    words = {language: WORDS[language]}
    person = {"name": {language: TITLES[language]}, "role": words, "organization": "test.x:club", "collectivity": TOWN}
    contact = {"email": "a@example.org", "phone": "+212 500 000 000"}
    took_part = [
        {"party": {"organization": "test.x:club"}, "sector": "civil_society", "count": 20, "women": 0},
        {"party": {"collectivity": TOWN}, "women": 3},
        {"sector": "media", "count": 4},
    ]
    group = {
        "number": "1",
        "title": {language: TITLES[language]},
        "summary": words,
        "facilitators": [{**person, "contact": contact}],
        "members": [person, {"name": {language: TITLES[language]}}],
        "participants": took_part[:2],
    }
    tree = package(language, {})
    tree["organizations"] = [{"id": "test.x:club", "name": words}]
    workshop = {
        "id": "test.x:w",
        "title": {language: TITLES[language]},
        "kind": "co_creation",
        "plans": ["test.x:plan"],
    }
    said = {"languages": ["ar", "zgh"], "chairs": [person], "participants": took_part}
    tree["workshops"] = [{**workshop, **said, "working_groups": [{"id": "test.x:g", **group}]}]
    found = there_and_back("ogp-local-docx", tree, language)["workshops"][0]
    names = {"test.x:club": f"@{WORDS[language]}", TOWN: f"@{tree['collectivities'][0]['name'][language]}"}
    assert found["plans"] == [f"@{tree['plans'][0]['title'][language]}"]
    for field, value in {**said, "working_groups": [group]}.items():
        assert found[field] == named(value, names), field


def named(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: named(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [named(each, names) for each in value]
    return names.get(value, value) if isinstance(value, str) else value


@pytest.mark.parametrize("form", ["ogp-local-docx", "workshop-docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_measure_of_a_figure_comes_back_with_its_words(form: str, language: str) -> None:
    words, name = {language: WORDS[language]}, wording()["measure.participants"].texts[language]
    said: list[dict[str, Any]] = [
        {"measure": "participants", "value": "17"},
        {"measure": "participants", "label": words, "value": "18", "unit": words},
        {"measure": "axes", "label": {language: name}, "value": "3"},
        {"measure": "rate_of", "value": "4"},
        {"measure": "rate_of", "label": words, "value": "5", "as_of": "2026-01"},
        {"measure": "x_declared", "label": words, "value": "6"},
        {"measure": "x_declared", "label": {language: name}, "value": "7"},
    ]
    workshop = {"id": "test.x:w", "title": {language: TITLES[language]}, "kind": "online", "reported_figures": said}
    tree = package(language, {} if form == "workshop-docx" else {"reported_figures": said})
    tree["workshops"] = [{**workshop, "plans": ["test.x:plan"], "collectivities": [TOWN]}]
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language=language).data
    found = tree_of(checked(read(data, "form.docx")))
    (held,) = found["workshops" if form == "workshop-docx" else "plans"]
    assert held["reported_figures"] == said

"""Organizations come back as what they are: our own documents describe in an annex those that they name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.formats.word.papers import checked, tree_of
from tests.formats.word.test_own_lines import TITLES, TOWN, package

import opengov_local as ogl
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package

LANGUAGES = ("ar", "fr", "en")
FORMS = ("ogp-local-docx", "programme-docx", "ogp-national-2022-docx", "ogp-national-2017-docx", "workshop-docx")
NAMES = {"fr": "Club, de l’eau", "en": "Club, of water", "ar": "نادي، الماء"}
OTHERS = {"fr": "Club", "en": "Club", "ar": "نادي"}
PERSONS = {"fr": "Mme Inventée", "en": "Ms Made-Up", "ar": "السيدة مختلقة"}


def there_and_back(form: str, tree: Any, language: str, keep: tuple[str, ...] = ()) -> Any:
    """Gives what is read of a package in a form; fields in `keep` are no sources of the file."""
    written = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language=language, with_contacts=True)
    return tree_of(checked(read(written.data, "form.docx")), keep)


def with_bodies(language: str, **organization: str) -> Any:
    """Makes a package in which an organization leads a project and took part in a workshop."""
    club = {"organization": "test.x:club"}
    who = [club, {**club, "person": {"name": {language: PERSONS[language]}}}, {"name": {language: OTHERS[language]}}]
    made = {"id": "test.x:c-1", "title": {language: TITLES[language]}, "leads": who[:1], "supporting": who[1:]}
    tree = package(language, {"commitments": [made]})
    workshop = {
        "id": "test.x:w",
        "title": {language: TITLES[language]},
        "kind": "co_creation",
        "plans": ["test.x:plan"],
    }
    tree["workshops"] = [{**workshop, "collectivities": [TOWN], "partners": [club, who[2]]}]
    tree["organizations"] = [{"id": "test.x:club", "name": {language: NAMES[language]}, **organization}]
    return tree


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_organizations_come_back(form: str, language: str) -> None:
    about = {"abbreviation": "C-1", "sector": "civil_society", "website": "https://example.org/club"}
    found = there_and_back(form, with_bodies(language, **about), language)
    assert found["organizations"] == [{"name": {language: NAMES[language]}, **about}]
    club = f"@{NAMES[language]}"
    if form == "workshop-docx":
        assert found["workshops"][0]["partners"] == [{"organization": club}, {"name": {language: OTHERS[language]}}]
        return
    project = found["plans"][0]["commitments"][0]
    assert project["leads"] == [{"organization": club}]
    others = [{key: value for key, value in each.items() if key != "group"} for each in project["supporting"]]
    person = {"name": {language: PERSONS[language]}}
    said: list[dict[str, object]] = [{"organization": club, "person": person}, {"name": {language: OTHERS[language]}}]
    assert sorted(others, key=len) == sorted(said, key=len)  # national forms sort them by kind


@pytest.mark.parametrize("form", FORMS)
def test_what_no_annex_describes_stays_a_name(form: str) -> None:
    tree = with_bodies("fr")
    del tree["organizations"]
    for each in (*tree["plans"][0]["commitments"][0]["leads"], *tree["plans"][0]["commitments"][0]["supporting"]):
        if each.pop("organization", None):
            each["name"] = {"fr": NAMES["fr"]}
    tree["workshops"][0]["partners"][0] = {"name": {"fr": NAMES["fr"]}}
    found = there_and_back(form, tree, "fr")
    assert "organizations" not in found
    assert "organization" not in json.dumps(found["plans"])

"""Workshops that a document only names come back as what they are: the annex says their kind."""

from __future__ import annotations

import pytest
from tests.formats.word.test_organizations import LANGUAGES, there_and_back
from tests.formats.word.test_own_lines import TITLES, package

NAMED = {"fr": "Avis des usagers", "en": "What users said", "ar": "رأي المرتفقين"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_of_another_plan_that_a_change_names_comes_back(language: str) -> None:
    held = {"id": "test.x:w", "title": {language: TITLES[language]}, "kind": "follow_up", "plans": ["test.x:elsewhere"]}
    change = {"id": "test.x:a", "reason": {language: NAMED[language]}, "changed": ["test.x:w"]}
    tree = {**package(language, {"amendments": [change]}), "workshops": [held]}
    found = there_and_back("programme-docx", tree, language)
    assert found["workshops"] == [{"title": {language: TITLES[language]}, "kind": "follow_up"}]
    assert found["plans"][0]["amendments"][0]["changed"] == [f"@{TITLES[language]}"]

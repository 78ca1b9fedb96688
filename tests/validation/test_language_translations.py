"""Translations: missing, none, not reviewed, not there."""

from __future__ import annotations

import pytest
from tests.validation.parts import FIRST, Tree, axis, commitment, ident, package, params, places, plan

BOTH = {"ar": "بوابة", "fr": "Portail"}


def test_texts_of_plans_that_lack_a_language() -> None:
    tree = package(
        plan(
            commitment(title=BOTH, action={"ar-MA": "نص", "en": "Text"}, problem={"fr": "Texte"}),
            title=BOTH,
            axes=[axis("ax", title=BOTH, objectives=[BOTH, {"en": "One"}])],
            leads=[{"name": {"fr": "Service"}}],
        )
    )
    found = {(where, one["language"]) for where, one in _missing(tree)}
    assert found == {
        (f"{FIRST}/action", "fr"),
        (f"{FIRST}/problem", "ar"),
        ("/plans/0/axes/0/objectives/1", "ar"),
        ("/plans/0/axes/0/objectives/1", "fr"),
    }


def _missing(tree: Tree) -> list[tuple[str, Tree]]:
    code = "language/missing-translation"
    return list(zip(places(tree, code, "remacto"), params(tree, code, "remacto"), strict=True))


def test_a_language_that_is_nowhere_is_said_once_of_each_plan() -> None:
    tree = package(plan(commitment(problem={"fr": "Texte"})), plan(name="pl-2"))
    assert _missing(tree) == [
        ("/plans/0/title", {"language": "ar", "found": ("fr",)}),
        ("/plans/1/title", {"language": "ar", "found": ("fr",)}),
    ]


def test_a_translation_that_was_cut_is_not_missing() -> None:
    tree = package(plan(commitment(title=BOTH, problem={"fr": "Texte", "ar": 5}), title=BOTH))
    assert _missing(tree) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ({"fr": "Portail des données ouvertes", "en": "portail  des données OUVERTES"}, True),
        ({"fr": "Portail des données", "en": "Portail des données"}, False),  # three words
        ({"fr": "Portail des données ouvertes", "fr-MA": "Portail des données ouvertes"}, False),
        ({"fr": "Portail des données ouvertes", "en": "Portal of open data"}, False),
    ],
)
def test_the_same_words_twice(text: Tree, wrong: bool) -> None:
    tree = package(plan(commitment(title=text)))
    expected = [f"{FIRST}/title/en"] if wrong else []
    assert places(tree, "language/identical-translations", "quality") == expected


def note(**fields: object) -> Tree:
    return {"target": ident("co"), "field": "title", "language": "ar", "origin": "machine", "reviewed": False, **fields}


def test_machine_translations_are_said_at_the_first_text_of_each_language() -> None:
    notes = [note(language="en"), note(), note(field="problem"), note(reviewed=True, language="fr")]
    tree = package(plan(commitment(title=BOTH, problem=BOTH)), translations=notes)
    expected = ["/plans/0/commitments/0/title/ar", "/translations/0/reviewed"]
    assert sorted(places(tree, "language/machine-translation-mark", "quality")) == expected


@pytest.mark.parametrize(
    ("field", "language", "wrong"),
    [
        ("title", "ar", False),
        ("title", "en", True),
        ("problem", "fr", True),
        ("number", "fr", False),  # holds no text by language
        ("leads.name", "fr", False),  # inside lists: nobody can tell which
    ],
)
def test_a_translation_that_is_not_there(field: str, language: str, wrong: bool) -> None:
    tree = package(plan(commitment(title=BOTH)), translations=[note(field=field, language=language)])
    expected = ["/translations/0/field"] if wrong else []
    assert places(tree, "language/translation-without-text") == expected


def test_a_text_that_was_cut_is_there() -> None:
    tree = package(plan(commitment(title={**BOTH, "en": 3}, problem=5)))
    tree["translations"] = [note(language="en"), note(field="problem")]
    assert places(tree, "language/translation-without-text") == []

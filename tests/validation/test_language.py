"""Languages and scripts: what stands under the wrong tag, and what is certainly in its own."""

from __future__ import annotations

import pytest
from tests.validation.parts import FIRST, Tree, commitment, ident, package, params, places, plan

ARABIC = "إحداث مكتب للمواطن بمقر الجماعة"
FRENCH = "Créer un bureau du citoyen"

SCRIPTS: list[tuple[str, str, bool]] = [
    ("fr", ARABIC, True),
    ("fr-MA", ARABIC, True),
    ("en", "إحداث مكتب", False),  # nine letters only
    ("en", "إحداث مكتب جديد", True),
    ("ar", FRENCH, True),
    ("ar-Latn", FRENCH, False),
    ("ar", "GESCOD CRI ADD UMPO ENSAO", False),
    ("ar", f"{ARABIC} OGP Local", False),
    ("ar", f"{FRENCH}, {FRENCH}, {FRENCH} مكتب", True),
    ("fr", f"{FRENCH} ({ARABIC})", False),
    ("fr", "", False),
    ("zgh", "ⵜⴰⵎⵙⵉⵔⵜ ⵏ ⵓⵎⴷⵢⴰ", False),
    ("zgh", ARABIC, True),
    ("tzm", ARABIC, False),  # written in several scripts
    ("x" * 3, ARABIC, False),  # nobody knows its script
    ("ar", "2025-2026, 40 %", False),
]


def titled(language: str, text: str) -> Tree:
    return package(plan(commitment(action={language: text or "12"})))


@pytest.mark.parametrize(("language", "text", "wrong"), SCRIPTS)
def test_texts_in_the_script_of_their_language(language: str, text: str, wrong: bool) -> None:
    expected = [f"{FIRST}/action/{language}"] if wrong else []
    assert places(titled(language, text), "language/wrong-script") == expected


def test_texts_of_every_kind_are_looked_at() -> None:
    tree = package(
        plan(commitment(related=[{"fr": FRENCH}, {"fr": ARABIC}], leads=[{"person": {"role": {"fr": ARABIC}}}])),
        sources=[{"note": {"fr": ARABIC}, "extracts": [{"target": ident("co"), "original": ARABIC}]}],
    )
    assert sorted(places(tree, "language/wrong-script")) == [
        f"{FIRST}/leads/0/person/role/fr",
        f"{FIRST}/related/1/fr",
        "/sources/0/note/fr",
    ]


@pytest.mark.parametrize(
    ("text", "likely"), [(ARABIC, "ar"), ("ⵜⴰⵎⵙⵉⵔⵜ", "zgh"), (FRENCH, None), ("أول", None), (f"{ARABIC} a", "ar")]
)
def test_an_unknown_language_that_the_script_tells(text: str, likely: str | None) -> None:
    told = [one["likely"] for one in params(titled("und", text), "language/undetermined-language")]
    assert told == ([likely] if likely else [])


@pytest.mark.parametrize(("title", "said"), [("برنامج الانفتاح.docx", 0), ("برنامج الانفتاح 2.0", 1)])
def test_the_name_of_a_file_that_is_cited_is_in_no_language(title: str, said: int) -> None:
    tree = package(plan(), sources=[{"citations": [{"title": {"und": title}}]}])
    assert len(params(tree, "language/undetermined-language")) == said
    assert len(params(titled("und", title), "language/undetermined-language")) == 1


TAGS: list[tuple[str, str | None]] = [
    ("fra", "fr"),
    ("ara-MA", "ar-MA"),
    ("xq", ""),
    ("iw", "he"),
    ("ary", None),
    ("ber", None),
    ("fr-MA", None),
    ("und", None),
    ("mul", None),
]


@pytest.mark.parametrize(("tag", "instead"), TAGS)
def test_tags_that_name_no_language(tag: str, instead: str | None) -> None:
    tree = package(plan(commitment(title={tag: "Portail"}, action={tag: "Portail"})), default_language=tag)
    found = params(tree, "language/unknown-language-tag")
    assert [one.get("suggestion", "") for one in found] == ([] if instead is None else [instead])  # said once


def test_tags_in_fields_are_looked_at() -> None:
    workshop = {"id": ident("ws"), "title": {"fr": "Atelier"}, "kind": "co_creation", "languages": ["fr", "ara"]}
    assert places(package(workshops=[workshop]), "language/unknown-language-tag") == ["/workshops/0/languages/1"]


@pytest.mark.parametrize(("wanted", "wrong"), [("fr", False), ("fr-MA", False), ("ar", True)])
def test_the_language_to_show_first_has_texts(wanted: str, wrong: bool) -> None:
    tree = package(plan(), default_language=wanted)
    assert places(tree, "language/default-language-unused") == (["/default_language"] if wrong else [])


def test_a_language_whose_texts_were_cut_is_not_unused() -> None:
    tree = package(plan(), default_language="ar")
    tree["organizations"] = [{"id": "no id", "name": {"ar": "جمعية"}, "collectivity": "ar"}]
    assert places(tree, "language/default-language-unused") == []

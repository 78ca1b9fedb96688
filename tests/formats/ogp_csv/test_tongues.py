"""In which language the texts of OGP's spreadsheet are, which has no column for it; all texts are made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from opengov_local import dump
from opengov_local.document import Import
from opengov_local.formats.ogp_csv.csv_format import read
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.small_words import evidence, told
from opengov_local.model import Package

_SAID = {
    "fr": "Publier les décisions du conseil et les expliquer aux habitants de la commune fictive",
    "es": "Publicar las decisiones del consejo para los habitantes de la ciudad ficticia",
    "ar": "نشر مقررات المجلس وشرحها لساكنة الجماعة الخيالية",
    "en": "To publish what the council of the made-up town decides",
}


def _written(language: str, format: str, **more: Any) -> bytes:
    said = _SAID[language]
    commitment = {
        "id": "org.example:co-1",
        "title": {language: said},
        "description": {language: f"{said}."},
        "problem": {language: f"{said}; {said}."},
        "leads": [{"name": {language: "Exempleville"}}],
        **more,
    }
    place = {"id": "org.example:t-1", "name": {language: "Exempleville"}, "kind": "commune", "country": "MA"}
    plan = {
        "id": "org.example:pl-1",
        "title": {language: said},
        "framework": "ogp_local",
        "collectivities": [place["id"]],
        "commitments": [commitment],
    }
    tree = {
        "schema_version": "0.1",
        "id": "org.example:pk-1",
        "default_language": language,
        "collectivities": [place],
        "plans": [plan],
    }
    return dump(Package.model_validate_json(json.dumps(tree)), format, language=language).data


def _tags(done: Import) -> set[str]:
    assert done.document
    commitment: dict[str, Any] = done.document.tree["plans"][0]["commitments"][0]
    texts = (commitment["title"], commitment["description"], commitment["problem"])
    return {tag for text in texts for tag in text}


@pytest.mark.parametrize("format", ["ogp-csv", "ogp-xlsx"])
@pytest.mark.parametrize("language", _SAID)
def test_the_words_tell_the_language_of_texts(format: str, language: str) -> None:
    done = read(_written(language, format))
    assert _tags(done) == {language}
    assert done.document
    assert done.document.tree["default_language"] == language
    told_of = {str(found.params["language"]) for found in done.findings if found.code == "import/language-told"}
    assert told_of == {language} - {"en"}


@pytest.mark.parametrize("language", _SAID)
def test_a_name_in_latin_letters_is_in_no_language_of_other_letters(language: str) -> None:
    done = read(_written(language, "ogp-csv"))
    assert done.document
    (plan,), (place,) = done.document.tree["plans"], done.document.tree["collectivities"]
    told_as = "en" if language == "ar" else language
    assert plan["commitments"][0]["leads"] == [{"name": {told_as: "Exempleville"}}]
    assert place["name"] == {told_as: "Exempleville"}


def test_letters_tell_the_language_of_each_milestone() -> None:
    steps: list[dict[str, str]] = [{"en": "M"}, {"ar": "نشر المقررات"}, {"en": "Open portal"}, {"ar": "دراسة"}]
    milestones = [{"id": f"org.example:m-{at}", "title": step, "due": "2026-05"} for at, step in enumerate(steps)]
    done = read(_written("ar", "ogp-csv", milestones=milestones))
    assert done.document
    (commitment,) = done.document.tree["plans"][0]["commitments"]
    assert [each["title"] for each in commitment["milestones"]] == steps


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_asked_for_wins_over_words_and_questions(language: str) -> None:
    done = read(_written(language, "ogp-csv"), options=ImportOptions(language="pt"))
    assert _tags(done) == {"pt"}
    assert not [found for found in done.findings if found.code == "import/language-told"]


def test_rows_of_ogp_stay_in_english(corpus: Path) -> None:
    done = read((corpus / "ogp-data" / "sample_rows.csv").read_bytes())
    assert done.document
    assert done.document.tree["default_language"] == "en"
    titles = [each["title"] for plan in done.document.tree["plans"] for each in plan["commitments"]]
    assert {tag for title in titles for tag in title} == {"en"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Budget participatif", None),
        ("Ministère de l'Intérieur et des communes", "fr"),
        ("Ministry of the Interior", "en"),
        ("Secretaria da Educação", "pt"),
        ("e-Acts", None),
        ("NA", None),
        ("وزارة", "ar"),
    ],
)
def test_small_words_tell(text: str, language: str | None) -> None:
    assert told(evidence(text)) == language

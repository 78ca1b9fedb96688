"""The titles of concepts and fields: none is missing, none is for something the model does not have."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import opengov_local
from opengov_local.messages.labels import label
from opengov_local.model import Package
from opengov_local.model.shape import concepts, shape_of

PATH = Path(opengov_local.__file__).parent / "messages" / "labels.csv"
with PATH.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))
CONCEPTS = {model.__name__: tuple(shape_of(model)) for model in concepts(Package)}
PLACES = [(concept, field) for concept, fields in CONCEPTS.items() for field in (None, *fields)]


def test_the_model_has_the_concepts_this_test_is_about() -> None:
    assert len(CONCEPTS) == 44


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_concept_and_field_has_a_title(language: str) -> None:
    missing = []
    for concept, field in PLACES:
        try:
            assert label(concept, field, language).strip()
        except KeyError:
            missing.append((concept, field))
    assert not missing


def test_every_row_names_a_concept_or_a_field_that_uses_it() -> None:
    keys = {(row["concept"], row["field"]) for row in ROWS}
    used = {(concept, field or "") if (concept, field or "") in keys else ("", field) for concept, field in PLACES}
    assert not keys - used


def test_no_row_stands_twice() -> None:
    counted = Counter((row["concept"], row["field"]) for row in ROWS)
    assert counted.most_common(1)[0][1] == 1


def test_each_title_is_in_its_script_and_begins_well() -> None:
    for row in ROWS:
        assert re.search("[\u0621-\u064a]", row["ar"]), row
        assert not re.search("[\u0621-\u064a]", row["fr"]), row
        assert row["fr"][0].isupper(), row
        assert "'" not in row["fr"], row
        assert [row["fr"], row["ar"]] == [row["fr"].strip(), row["ar"].strip()], row


def test_two_fields_of_a_concept_never_have_the_same_title() -> None:
    same = [
        (concept, language, title)
        for concept, fields in CONCEPTS.items()
        for language in ("ar", "fr")
        for title, count in Counter(label(concept, field, language) for field in fields).items()
        if count > 1
    ]
    assert not same


def test_a_row_for_one_concept_goes_before_the_one_for_all() -> None:
    assert label("Indicator", "target", "fr") != label("Assessment", "target", "fr")
    assert label("Assessment", "target", "fr") == label("Translation", "target", "fr")


def test_english_titles_are_the_names_as_words() -> None:
    assert label("Milestone", "completed_on", "en") == "Completed on"
    assert label("ActionPlan", None, "en") == "Action plan"


@pytest.mark.parametrize(
    ("concept", "field", "language"), [("Nobody", None, "fr"), ("Axis", "nothing", "ar"), ("Axis", "title", "es")]
)
def test_what_has_no_title_is_an_error(concept: str, field: str | None, language: str) -> None:
    with pytest.raises(KeyError):
        label(concept, field, language)

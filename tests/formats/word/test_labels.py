"""Labels and headings: every one of the tables is read as what it stands for, and none stands for two things."""

from __future__ import annotations

import csv
from collections import defaultdict
from importlib.resources import files

import pytest

from opengov_local.formats.word.texts.passages import Line
from opengov_local.formats.word.texts.ticks import ticked
from opengov_local.formats.wording.labels.labels import Labels, Meaning, choose, known_labels
from opengov_local.formats.wording.words.markers import read_marker

CONCEPTS = ("axis", "subaxis", "commitment", "milestone", "group")


def _rows(name: str) -> list[dict[str, str]]:
    text = files("opengov_local.formats.wording").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_every_label_means_what_its_row_says_with_and_without_colon_and_number() -> None:
    labels = Labels({})
    for row in _rows("labels.csv"):
        wanted = {(concept, row["field"]) for concept in row["concepts"].split()}
        for label in row["labels"].split("|"):
            for text in (label, f"{label} :", label.upper()):
                meant = {(each.concept, each.field) for each in labels.meanings(text)}
                assert wanted <= meant, text


def test_no_label_means_two_things_for_one_concept() -> None:
    for label, meanings in known_labels().items():
        fields: dict[str, set[str]] = defaultdict(set)
        for meaning in meanings:
            fields[meaning.concept].add(meaning.field)
        assert all(len(each) == 1 for each in fields.values()), label


def test_evidence_is_one_of_two() -> None:
    assert {row["evidence"] for row in _rows("labels.csv")} == {"seen", "proposed"}
    assert all(row["source"] for row in _rows("labels.csv"))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Échéance : juin 2025", "end", "juin 2025"),
        ("الجهة المسؤولة: جماعة", "leads", "جماعة"),
        ("Q2: What are the causes of the problem?", "causes", ""),
        ("1. What problem does the commitment aim to address?", "problem", ""),
        ("What is the commitment? We open it.", "action", "We open it."),
        ("Commitment Start and End Date (E.g. 30 June 2015 - 30 June 2017)", "period", ""),
        ("Titre / العنوان", "title", ""),
        ("Responsable / المسؤول : Service X", "leads", "Service X"),
        ("مدة الإنجاز / Délai de réalisation", "end", ""),
        ("Délai de réalisation / مدة الإنجاز", "end", ""),
        ("Budget\t12 DH", "budget", "12 DH"),
    ],
)
def test_labels_at_the_beginning_of_a_text(text: str, field: str, value: str) -> None:
    said = Labels({}).read(text)
    assert said is not None
    meaning = choose(said.meanings, ("commitment",))
    assert meaning is not None
    assert (meaning.field, said.value) == (field, value)


@pytest.mark.parametrize(
    "text", ["Bonjour : merci", "الميزانية / Délai", "Le budget est adopté.", "Responsables de tout", "", ":", "?"]
)
def test_other_texts_have_no_label(text: str) -> None:
    assert Labels({}).read(text) is None


def test_a_councils_own_word_comes_first() -> None:
    labels = Labels({("heading", "budget"): "commitment.action"})
    assert labels.meanings("Budget") == (Meaning("commitment", "action"),)


@pytest.mark.parametrize(
    ("text", "concept", "number", "title"),
    [
        ("Axe 1 : Transparence", "axis", "1", "Transparence"),
        ("AXE II – Données", "axis", "II", "Données"),
        ("المحور الأول: الشفافية", "axis", "1", "الشفافية"),
        ("المحور ١- الشفافية", "axis", "1", "الشفافية"),
        ("Premier axe : Eau", "axis", "1", "Eau"),
        ("Sous-axe 1.1 : Eau", "subaxis", "1.1", "Eau"),
        ("Projet n° 2 : Portail", "commitment", "2", "Portail"),
        ("FICHE PROJET N°4", "commitment", "4", ""),
        ("مشروع الانفتاح رقم 3: بوابة", "commitment", "3", "بوابة"),
        ("التعهد 5: تعزيز النشر", "commitment", "5", "تعزيز النشر"),
        ("Étape 1 : Écrire", "milestone", "1", "Écrire"),
        ("ETAPE 1 : Écrire", "milestone", "1", "Écrire"),
        ("Activité 1.2. Écrire", "milestone", "1.2", "Écrire"),
        ("المجموعة الثانية: المشاركة", "group", "2", "المشاركة"),
        ("Groupe de travail 3", "group", "3", ""),
    ],
)
def test_headings_that_say_what_they_name(text: str, concept: str, number: str, title: str) -> None:
    marker = read_marker(text, CONCEPTS)
    assert marker is not None
    assert marker[:3] == (concept, number, title)


@pytest.mark.parametrize("text", ["Projet de territoire", "Action à mener", "Axes", "Group photo", "Thème libre", ""])
def test_other_headings_name_nothing(text: str) -> None:
    assert read_marker(text, CONCEPTS) is None


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("☐ Limited ☒ Substantial ☐ Completed", "Substantial"),
        ("Limited ☒ Substantial ☐", "Limited"),
        ("[ ] Limited\n[x] Substantial", "Substantial"),
        ("☐ Limited ☐ Substantial", ""),
        ("Substantial", None),
    ],
)
def test_tick_boxes(text: str, choice: str | None) -> None:
    assert ticked([Line(line) for line in text.splitlines()]) == choice


@pytest.mark.parametrize(("part", "field"), [("lead", "leads"), ("supporting institutions", "supporting")])
def test_a_label_asks_for_the_part_that_stands_behind_institutions(part: str, field: str) -> None:
    said = Labels({}).read(f"Institutions involved: {part}")
    assert said is not None
    assert {meaning.field for meaning in said.meanings} == {field}
    assert not said.value

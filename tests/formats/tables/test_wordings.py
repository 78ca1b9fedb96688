"""How officers head the columns of a plan, in four languages: each heading is told surely, however it is written."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, targets
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.model.commitment import Commitment
from opengov_local.model.contribution import Contribution, Disposition
from opengov_local.model.milestone import Milestone

WORDINGS = list(csv.DictReader((Path(__file__).parent / "headings" / "wordings.csv").read_text("utf-8").splitlines()))
LANGUAGES = ("ar", "en", "es", "fr")
_ELSEWHERE = {
    "attachments", "challenge_areas", "completion", "continues", "grand_challenges", "inputs", "milestones", "axes",
    "collectivities", "ongoing", "identifiers", "former_ids", "external_refs", "id", "answers", "merged_into", "kind",
    "supporters", "channel", "disposition", "number", "title", "by", "date", "commitments", "text", "solution_path",
    "status", "author", "axis",
}  # fmt: skip
"""Fields without a column of words of their own: links, lists of other objects, numbers, and what other tables test."""


@pytest.mark.parametrize("target", sorted({row["target"] for row in WORDINGS}))
def test_a_heading_means_its_field(target: str) -> None:
    for heading in (row["heading"] for row in WORDINGS if row["target"] == target):
        for written in (heading, heading.upper(), f" {heading} :", f"{heading} *"):
            found = recognise(written)
            assert found is not None, written
            assert target in (found.target, *found.alternatives), written
            assert found.score >= STRIPPED, written


def test_every_field_of_words_has_headings_in_every_language() -> None:
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    for row in WORDINGS:
        spoken[targets()[row["target"]].field.rpartition(".")[2]].add(row["language"])
    fields = set(Commitment.model_fields) | set(Milestone.model_fields) | set(Contribution.model_fields)
    fields |= set(Disposition.model_fields)
    wanted = {name for name in fields if name not in _ELSEWHERE and not name.startswith("x_")}
    missing = {name: set(LANGUAGES) - spoken["end" if name == "due" else name] for name in wanted}
    assert not {name: languages for name, languages in missing.items() if languages}


@pytest.mark.parametrize(
    ("heading", "target", "concept"),
    [
        ("Les problèmes", "problem", ""),
        ("Problèmes des projets", "problem", "commitment"),
        ("Responsable du projet", "lead", "commitment"),
        ("Statut de l'activité", "status", "milestone"),
        ("Statuts des projets", "status", "commitment"),
        ("État d'avancement de l'engagement", "status", "commitment"),
        ("Date limite de la tâche", "milestone.end", "milestone"),
        ("نسبة الإنجاز للنشاط", "progress", "milestone"),
        ("حالة المشاريع", "status", "commitment"),
        ("Status of the activity", "status", "milestone"),
        ("Observaciones del proyecto", "additional_information", "commitment"),
    ],
)
def test_small_words_do_not_matter_and_the_owner_is_heard(heading: str, target: str, concept: str) -> None:
    found = recognise(heading)
    assert found is not None
    assert (found.target, found.concept) == (target, concept)
    assert found.score >= STRIPPED


@pytest.mark.parametrize("heading", ["Le logement", "Fournisseur", "Couleur du projet", "لون المشروع", "Nom du chien"])
def test_other_headings_are_told_by_nothing(heading: str) -> None:
    assert recognise(heading) is None


def test_a_heading_that_names_the_project_speaks_of_it_behind_its_activities() -> None:
    table = sheet(
        ["Projet", "Activité", "Statut de l'activité", "Statut du projet", "Observations de l'activité"],
        ["Portail", "Ouvrir", "Achevé", "En cours", "Fait"],
        ["", "Publier", "En cours", "", "Reste à faire"],
        ["Forum", "Réunir", "Non démarré", "Non démarré", ""],
    )
    portal, forum = shown(read(table))["plans"][0]["commitments"]
    assert [one["status"]["code"] for one in (portal, forum)] == ["in_progress", "not_started"]
    assert [one["status"]["code"] for one in portal["milestones"]] == ["completed", "in_progress"]


@pytest.mark.parametrize(
    ("header", "helps", "data"),
    [
        (
            ["Axe", "Engagement", "Activité", "Échéance", "Responsable"],
            [
                "(titre de l'axe)",
                "(intitulé de l'engagement)",
                "ex. : ouvrir un portail",
                "[jj/mm/aaaa]",
                "(à préciser)",
            ],
            ["Eau", "Portail", "Ouvrir", "30/06/2026", "DSI"],
        ),
        (
            ["المحور", "الالتزام", "النشاط", "الأجل"],
            ["(عنوان المحور)", "(عنوان الالتزام)", "مثال: فتح بوابة", "[يوم/شهر/سنة]"],
            ["الماء", "البوابة", "فتح", "30/06/2026"],
        ),
        (
            ["Axis", "Commitment", "Activity", "Deadline"],
            ["", "(title)", "e.g. open a portal", "dd/mm/yyyy"],
            ["Water", "Portal", "Open", "30/06/2026"],
        ),
        (
            ["Eje", "Compromiso", "Actividad", "Plazo"],
            ["título del eje", "título del compromiso", "verbo", "fecha"],
            ["Agua", "Portal", "Abrir", "30/06/2026"],
        ),
        (
            ["Axe", "Engagement", "Activité", "Échéance"],
            ["Exemple", "Portail citoyen", "Ouvrir un portail", "01/01/2026"],
            ["Eau", "Portail", "Ouvrir", "30/06/2026"],
        ),
    ],
)
def test_a_row_that_says_what_to_write_is_help(header: list[str], helps: list[str], data: list[str]) -> None:
    imported = read(sheet(header, helps, data))
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    assert next(iter(commitment["title"].values())) == data[1]
    assert imported.account
    told = [entry.piece.text for entry in imported.account.entries if entry.fate == "help"]
    assert told == [text for text in helps if text]


@pytest.mark.parametrize(
    "row", [["Portail", "(à préciser)", "(à préciser)", "(à préciser)"], ["Portail", "À préciser", "à préciser", "…"]]
)
def test_a_project_of_which_little_is_known_is_no_help(row: list[str]) -> None:
    imported = read(
        sheet(["Engagement", "Activité", "Échéance", "Responsable"], row, ["Forum", "Réunir", "2026", "SG"])
    )
    assert [one["title"]["fr"] for one in shown(imported)["plans"][0]["commitments"]] == ["Portail", "Forum"]
    assert "import/date-unread" in codes(imported)


def test_headings_that_contributions_have_too_are_the_plans_in_a_plan() -> None:
    table = sheet(
        ["Projet", "Problèmes", "Solutions", "Projets liés", "Responsable", "Fonction du responsable"],
        ["Portail", "Trop de papier", "Tout mettre en ligne", "Guichet unique", "DSI", "Directrice"],
    )
    imported = read(table)
    (portal,) = shown(imported)["plans"][0]["commitments"]
    assert (portal["problem"], portal["action"]) == ({"fr": "Trop de papier"}, {"fr": "Tout mettre en ligne"})
    assert portal["related"] == [{"fr": "Guichet unique"}]
    assert portal["leads"] == [{"name": {"fr": "DSI"}, "person": {"role": {"fr": "Directrice"}}}]
    assert "import/column-unmapped" not in codes(imported)


@pytest.mark.parametrize("heading", ["Étape 𐩀", "0 ²", "² Échéance", "𐩀 Échéance", "Étape 𐩀 échéance"])
def test_digits_that_are_no_numbers_number_no_step(heading: str) -> None:
    assert recognise(heading, ()) is None

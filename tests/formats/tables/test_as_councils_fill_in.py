"""Cells as councils fill them in: a state with a remark, a deadline that is a beginning, a person with an office."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of


def _commitments(header: list[str], *rows: list[str]) -> list[dict[str, Any]]:
    grid = sheet(header, *rows)
    imported = read(grid)
    assert accounted(imported, grid)
    found: list[dict[str, Any]] = shown(imported)["plans"][0]["commitments"]
    return found


def test_states_with_remarks_are_states_whose_words_stay() -> None:
    said = ["Non démarré (attente de la convention)", "En cours, avec retard", "Achevé"]
    found = _commitments(["Projet", "État"], *([name, one] for name, one in zip("ABC", said, strict=True)))
    assert [one["status"] for one in found] == [
        {"code": "not_started", "original": said[0]},
        {"code": "in_progress", "original": said[1]},
        {"code": "completed", "original": said[2]},
    ]


def test_a_state_with_a_remark_in_minutes_is_no_report_in_words() -> None:
    made = read_paper("# Procès-verbal de la réunion du comité de suivi", "Date : 12 mars 2026",
                      [["Projet", "État"], ["Portail", "Non démarré (attente de la convention)"]])  # fmt: skip
    (update,) = tree_of(made)["progress_updates"]
    assert update["status"]["code"] == "not_started"
    assert "text" not in update
    assert "import/status-remark" in codes_of(made)


@pytest.mark.parametrize(
    ("heading", "said", "start"),
    [
        ("Échéance", "à partir de mars 2026", "2026-03"),
        ("Échéance", "Dès le 15 mars 2026", "2026-03-15"),
        ("Deadline", "starting June 2026", "2026-06"),
        ("الأجل", "ابتداء من مارس 2026", "2026-03"),
    ],
)
def test_a_deadline_that_says_from_when_on_is_a_beginning(heading: str, said: str, start: str) -> None:
    grid = sheet(["Projet", heading], ["Portail", said], ["Forum", "2027"])
    imported = read(grid)
    first, second = shown(imported)["plans"][0]["commitments"]
    assert (first["start"], "end" in first) == (start, False)
    assert next(iter(first["schedule"].values())) == said
    assert second["end"] == "2027"
    assert "import/assumed" in codes(imported)


def test_a_beginning_beside_one_that_is_stated_only_keeps_its_words() -> None:
    (one,) = _commitments(["Projet", "Début", "Échéance"], ["Portail", "01/2026", "à partir de mars 2026"])
    assert (one["start"], "end" in one) == ("2026-01", False)
    assert one["schedule"] == {"fr": "à partir de mars 2026"}


def test_an_activity_due_from_when_on_begins_then_in_a_word_file() -> None:
    made = read_paper("# Programme d'ouverture", "## Projet 1 : Portail",
                      [["Activité", "Délai"], ["Étude", "à partir de mars 2026"], ["Marché", "juin 2026"]])  # fmt: skip
    first, second = tree_of(made)["plans"][0]["commitments"][0]["milestones"]
    assert (first["start"], "due" in first) == ("2026-03", False)
    assert second["due"] == "2026-06"


@pytest.mark.parametrize(
    ("said", "parties"),
    [
        ("Mme Salma I., cheffe de division", [{"person": {"name": "Mme Salma I.", "role": "cheffe de division"}}]),
        ("السيد كريم، رئيس القسم", [{"person": {"name": "السيد كريم", "role": "رئيس القسم"}}]),
        ("DSI (Mme Salma I.)", [{"name": "DSI", "person": {"name": "Mme Salma I."}}]),
        ("DGS, représentée par M. Ali K.", [{"name": "DGS", "person": {"name": "M. Ali K."}}]),
        ("Région ; M. Ali K., président de l'association Nour",
         [{"name": "Région"}, {"person": {"name": "M. Ali K.", "role": "président de l'association Nour"}}]),
        ("DSI, DAF", [{"name": "DSI"}, {"name": "DAF"}]),
    ],
)  # fmt: skip
def test_a_person_with_an_office_is_one_party(said: str, parties: list[dict[str, Any]]) -> None:
    (one,) = _commitments(["Projet", "Responsable"], ["Portail", said])
    assert [_words(party) for party in one["leads"]] == parties


def test_an_office_behind_the_name_of_a_person_is_the_persons() -> None:
    (one,) = _commitments(["Projet", "Point focal"], ["Portail", "Salma I., cheffe de division"])
    assert [_words(party) for party in one["leads"]] == [{"person": {"name": "Salma I.", "role": "cheffe de division"}}]


def test_rare_headings_are_known() -> None:
    grid = sheet(["رت", "المشروع", "السياق والإشكالية"], ["1", "بوابة", "ضعف النشر"], ["2", "منتدى", "قلة اللقاءات"])
    first, second = shown(read(grid))["plans"][0]["commitments"]
    assert (first["number"], second["number"]) == ("1", "2")
    assert first["problem"] == {"ar": "ضعف النشر"}
    followed = sheet(["Projet", "État", "Faits marquants"], ["Portail", "En cours", "Étude lancée"])
    (update,) = shown(read(followed))["progress_updates"]
    assert update["text"] == {"fr": "Étude lancée"}


def test_a_fiche_in_spanish_gives_its_number_and_who_helps() -> None:
    form = [["Denominación", "Portal"], ["Responsable", "TI"], ["Agentes colaboradores", "Universidad"]]
    made = read_paper("# Plan de gobierno abierto", "## Ficha del compromiso 1", form,
                      "## Ficha del compromiso 2", [["Denominación", "Consejo"], *form[1:]])  # fmt: skip
    found = tree_of(made)["plans"][0]["commitments"]
    assert [(one["number"], one["title"]) for one in found] == [("1", {"es": "Portal"}), ("2", {"es": "Consejo"})]
    assert found[0]["supporting"] == [{"name": {"es": "Universidad"}}]


def _words(party: dict[str, Any]) -> dict[str, Any]:
    return {key: _words(value) if key == "person" else next(iter(value.values())) for key, value in party.items()}

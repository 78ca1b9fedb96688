"""Headings that are composed of known words, or joined of two, and columns of rates that hold states; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

from opengov_local.formats.wording.headings.heading_meanings import STRIPPED
from opengov_local.formats.wording.headings.vocabulary import recognise


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Service instructeur", "lead"),
        ("Direction porteuse", "lead"),
        ("المصلحة المشرفة", "lead"),
        ("المصلحة المكلفة بالتنفيذ", "lead"),
        ("Unidad ejecutora", "lead"),
        ("Supporting bodies", "supporting"),
        ("Other bodies involved", "supporting"),
        ("Organismes associés", "supporting"),
        ("المصالح المتدخلة", "supporting"),
        ("Contraparte social", "supporting.csos"),
        ("Actores de sociedad civil", "supporting.csos"),
        ("Progress narrative", "update.text"),
        ("Note d'avancement", "update.text"),
        ("Notas de avance", "update.text"),
        ("Justificatif de réalisation", "evidence"),
        ("ملاحظات وإكراهات", "update.challenges"),
        ("إكراهات وملاحظات", "update.challenges"),
        ("Observations / difficultés", "update.challenges"),
        ("Remarques et contraintes", "update.challenges"),
        ("التاريخ المتوقع", "end"),
        ("Date estimée de livraison", "end"),
        ("Fecha prevista", "end"),
        ("Date réelle de livraison", "completed_on"),
        ("Projet qui en tient compte", "disposition.commitments"),
        ("Montant des crédits (DH)", "budget.amount"),
        ("milestone_ref", "milestone.number"),
        ("Motif / observation", "disposition.reason"),
        ("Motif ou observation", "disposition.reason"),
        ("Observations / motif", "disposition.reason"),
        ("Reason / comment", "disposition.reason"),
        ("السبب / ملاحظات", "disposition.reason"),
        ("الملاحظات والأسباب", "disposition.reason"),
        ("Motivo / observación", "disposition.reason"),
    ],
)
def test_a_heading_of_known_words_is_told_surely(heading: str, target: str) -> None:
    for written in (heading, heading.upper(), f"{heading} :"):
        found = recognise(written)
        assert found is not None
        assert (found.target, found.score >= STRIPPED) == (target, True)


@pytest.mark.parametrize(
    "heading",
    [
        "Service",
        "مساهمة الجهة",
        "Montant engagé (DH)",
        "Evidencia / comentarios",
        "صعوبات وحلول",
        "Note de cadrage",
        "Service chargé du suivi",
        "Date réelle de début",
        "Date limite de dépôt",
    ],
)
def test_what_says_too_little_or_something_else_is_no_such_heading(heading: str) -> None:
    found = recognise(heading)
    assert found is None or found.target not in (
        "lead",
        "supporting",
        "update.text",
        "evidence",
        "budget.amount",
        "end",
    )


@pytest.mark.parametrize(
    ("heading", "words", "states"),
    [
        ("Completion", ["Completed", "In progress", "Limited"], ["completed", "in_progress", "limited"]),
        ("Taux de réalisation", ["Réalisé", "50 %", "Non démarré"], ["completed", None, "not_started"]),
        ("Cumplimiento", ["Cumplido", "En proceso", "No iniciado"], ["completed", "in_progress", "not_started"]),
        ("نسبة الإنجاز", ["منجز", "لم ينطلق", ""], ["completed", "not_started", None]),
        ("Completion", ["80%", "Completed", "20%"], [None, "completed", None]),
    ],
)
def test_a_column_of_rates_that_holds_states(heading: str, words: list[str], states: list[str | None]) -> None:
    imported = read(sheet(["N°", "Projet", heading], *([str(at), f"Projet {at}", one] for at, one in enumerate(words))))
    found = shown(imported)["plans"][0]["commitments"]
    assert [one.get("status", {}).get("code") for one in found] == states
    assert "import/percent-unread" not in codes(imported)


def test_a_project_that_is_called_as_a_heading_is_data_beside_a_state() -> None:
    imported = read(sheet(["N°", "Projet", "Avancement"], ["1", "Formation", "Réalisé"], ["2", "Portail", "En cours"]))
    found = shown(imported)["plans"][0]["commitments"]
    assert [one["title"]["fr"] for one in found] == ["Formation", "Portail"]


@pytest.mark.parametrize(
    "heading",
    [
        "Evidencia / comentarios",
        "Preuves / observations",
        "Observations / justificatifs",
        "ملاحظات / إثباتات",
        "Evidence / comments",
    ],
)
def test_notes_joined_with_evidence_are_kept_as_notes_and_said(heading: str) -> None:
    row = ["1", "Portail", "Étude", "PV signé le 3 mars"]
    imported = read(sheet(["N°", "Projet", "Activité", heading], row, ["2", "Forum", "Salle", ""]))
    (step,) = shown(imported)["plans"][0]["commitments"][0]["milestones"]
    assert list(step["additional_information"].values()) == ["PV signé le 3 mars"]
    assert "evidence" not in step
    assert "import/heading-uncertain" in codes(imported)

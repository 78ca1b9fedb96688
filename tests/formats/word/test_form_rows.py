"""Answers of forms that are the words of a heading elsewhere, above a table with headings of its own; all made up."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper, unmapped

_TITLES = {"fr": "= Plan d’action 2025-2027 (exemple inventé)", "en": "= Action plan 2025-2027 (made-up example)"}
_FORMS: dict[str, tuple[list[list[str]], list[list[str]]]] = {
    "fr": (
        [["Engagement n° 1", "Numériser les archives"], ["Description", "Numériser et publier les actes."]],
        [["Activités", "Début", "Fin", "Responsable"], ["Numériser les registres", "04/2025", "07/2025", "Abc"]],
    ),
    "en": (
        [["Commitment 1", "Open the archives"], ["Description", "Scan and publish the deeds."]],
        [["Milestones", "Start date", "End date", "Responsible"], ["Scan the registers", "04/2025", "07/2025", "Abc"]],
    ),
}
_LABELS = {
    "fr": ["État d'avancement", "Responsable", "Partenaires", "Valeurs OGP", "Budget", "Problème", "Objectifs"],
    "en": ["Status", "OGP values", "Lead", "Partners", "Budget", "Problem", "Sector"],
}
_ANSWERS = {
    "fr": ["Réalisé", "Participation citoyenne", "Commune", "Comité de suivi", "Date", "Observations", "Indicateur"],
    "en": ["Completed", "Public participation", "Government", "Municipality", "Start", "Comments", "Project"],
}
_ASKED = [
    (language, *each) for language in _LABELS for each in itertools.product(_LABELS[language], _ANSWERS[language])
]


def _form(language: str, label: str, answer: str, *, merged: bool, above: bool = True) -> list[list[str]]:
    """Gives a form with a question right above a table, whose answers lie in the second column or over all behind."""
    questions, table = _FORMS[language]
    lies = ["<", "<"] if merged else []
    return [[*each, *lies] for each in [*(questions if above else questions[:1]), [label, answer]]] + table


def _fates(imported: Any, answer: str, row: int) -> set[str]:
    places = ((entry, entry.piece.place) for entry in imported.account.entries if entry.piece.text == answer)
    return {entry.fate for entry, place in places if place.kind == "cell" and (place.row, place.column) == (row, 2)}


@pytest.mark.parametrize(("language", "label", "answer"), _ASKED[::2])
def test_an_answer_is_no_heading_whatever_its_words(language: str, label: str, answer: str) -> None:
    imported = read_paper(_TITLES[language], _form(language, label, answer, merged=True))
    fates = _fates(imported, answer, 3)
    assert fates
    assert "heading" not in fates


@pytest.mark.parametrize(("language", "label", "answer"), _ASKED[::9])
def test_nor_above_a_table_of_two_columns(language: str, label: str, answer: str) -> None:
    questions, table = _FORMS[language]
    rows = [*questions, [label, answer], *([cells[0], cells[2]] for cells in table)]
    assert "heading" not in _fates(read_paper(_TITLES[language], rows), answer, 3)


@pytest.mark.parametrize(("language", "label", "answer"), _ASKED[::9])
def test_nor_above_a_question_that_nobody_knows(language: str, label: str, answer: str) -> None:
    rows = [*_FORMS[language][0], [label, answer], ["Uvw xyz", "Abc def"]]
    assert "heading" not in _fates(read_paper(_TITLES[language], rows), answer, 3)


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("language", "label", "answer", "field", "value"),
    [
        ("fr", "État d'avancement", "Réalisé", "status", {"code": "completed", "original": "Réalisé"}),
        ("en", "Status", "Completed", "status", {"code": "completed", "original": "Completed"}),
        ("en", "OGP values", "Public participation", "ogp_values", [{"value": "civic_participation"}]),
    ],
)
def test_such_an_answer_is_read(
    language: str, label: str, answer: str, field: str, value: Any, *, merged: bool
) -> None:
    (commitment,) = commitments_of(read_paper(_TITLES[language], _form(language, label, answer, merged=merged)))
    assert commitment[field] == value
    assert [each["end"] if "end" in each else each["due"] for each in commitment["milestones"]] == ["2025-07"]


def test_such_an_answer_is_read_below_no_other_question() -> None:
    rows = _form("fr", "État d'avancement", "Réalisé", merged=True, above=False)[1:]
    (commitment,) = commitments_of(read_paper(_TITLES["fr"], "# Engagement n° 1 : Numériser les archives", rows))
    assert commitment["status"]["code"] == "completed"


def test_headings_that_sum_up_those_below_remain() -> None:
    rows = [
        ["Activités", "Calendrier", "<"],
        ["Intitulé de l'activité", "Début", "Fin"],
        ["Numériser les registres", "04/2025", "07/2025"],
    ]
    (commitment,) = commitments_of(read_paper(_TITLES["fr"], "# Engagement n° 1 : Numériser les archives", rows))
    assert [each["due"] for each in commitment["milestones"]] == ["2025-07"]


def test_headings_of_two_columns_below_questions_remain() -> None:
    rows = [*_FORMS["fr"][0], ["Début", "Fin"], ["04/2025", "07/2025"]]
    (commitment,) = commitments_of(read_paper(_TITLES["fr"], rows))
    assert (commitment["start"], commitment["end"]) == ("2025-04", "2025-07")


_FOUR = [
    ["Engagement n° 1", "Portail", "Pilote", "DSI"],
    ["Budget", "20 000 DH", "Financement", "Commune"],
    ["Valeurs OGP", "Participation", "État d'avancement", "Réalisé"],
    ["Lieu d'archivage", "Site web", "Problème", "Communication"],
    ["Début", "2025", "Fin", "2026"],
]


@pytest.mark.parametrize("tail", [[], _FORMS["fr"][1]])
def test_questions_and_answers_in_four_columns(tail: list[list[str]]) -> None:
    made = read_paper(_TITLES["fr"], _FOUR + tail)
    (commitment,) = commitments_of(made)
    assert (commitment["number"], commitment["title"]) == ("1", {"fr": "Portail"})
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    (cost,) = commitment["budget"]
    assert (cost["amount"]["value"], cost["funder"]) == ("20000", {"name": {"fr": "Commune"}})
    assert commitment["ogp_values"] == [{"value": "civic_participation"}]
    assert commitment["status"]["code"] == "completed"
    assert unmapped(made)["table 1!B4"] == "Site web"
    assert commitment["problem"] == {"fr": "Communication"}
    assert (commitment["start"], commitment["end"]) == ("2025", "2026")
    assert len(commitment.get("milestones", [])) == bool(tail)


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Titre", "Portail", "<", "<"],
            ["Financement", "Commune", "Pilote", "Comité de suivi"],
            ["ODD", "16", "<", "<"],
        ],
        [
            ["Titre", "Portail", "ODD", "16"],
            ["Valeurs OGP", "Participation", "Pilote", "Commune"],
            ["Xyz", "Abc", "Def", "Ghi"],
        ],
        [["Engagement n° 1", "Portail", "Pilote", "DSI"], ["Objectifs", "Transparence", "Bénéficiaires", "Population"]],
        [["Titre", "Portail", "ODD", "16"], ["Pilote", "Commune", "Objectifs", "Transparence"], *_FORMS["fr"][1]],
        [
            ["Titre", "Portail", "Partenaires", "Associations"],
            ["Problème", "Communication", "Lieu d'archivage", "Mairie"],
            ["Qui suit ?", "Le maire", "Pilote", "DSI"],
            ["Objectifs", "Ouvrir", "Taux d'avancement", "40 %"],
            ["Budget", "Commune", "Début", "01/2025"],
        ],
        [
            ["Titre", "Portail", "<", "<"],
            ["Pilote", "Commune", "Objectifs", "Transparence"],
            ["Qui suit ?", "Le maire", "Bénéficiaires", "Population"],
        ],
    ],
)
def test_no_answer_of_four_columns_is_a_heading(rows: list[list[str]]) -> None:
    imported = read_paper(_TITLES["fr"], rows)
    assert imported.account is not None
    places = {(e.piece.place.row, e.piece.place.column): e.fate for e in imported.account.entries if e.piece.text}
    asked = [at for at, cells in enumerate(rows, 1) if cells[0] not in ("Activités", "Numériser les registres")]
    assert "heading" not in {places.get((row, column)) for row in asked for column in (2, 4)}
    assert len(commitments_of(imported)) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [["N°", "Engagement", "Responsable", "Objectifs"], ["1", "Budget", "Commune", "Transparence"]],
        [["Engagement", "Responsable", "Partenaires", "Statut"], ["Formation", "DSI", "Commune", "Réalisé"]],
        [
            ["N°", "Engagement", "Objectifs", "Responsable"],
            ["Axe I : Transparence", "<", "<", "<"],
            ["1", "Abc", "Budget", "DSI"],
        ],
    ],
)
def test_headings_of_four_columns_remain(rows: list[list[str]]) -> None:
    commitments = commitments_of(read_paper(_TITLES["fr"], rows))
    assert [each["title"]["fr"] for each in commitments] == [rows[-1][rows[0].index("Engagement")]]


def test_a_question_that_nobody_knows_ends_the_answer_before_it() -> None:
    rows = [
        ["Titre", "Portail", "Problème", "Peu de données"],
        ["Début", "01/2025", "Lieu d'archivage", "Mairie"],
        ["Pilote", "DSI", "Objectifs", "Ouvrir"],
    ]
    made = read_paper(_TITLES["fr"], rows)
    (commitment,) = commitments_of(made)
    assert commitment["start"] == "2025-01"
    assert unmapped(made)["table 1!D2"] == "Mairie"


@pytest.mark.parametrize(
    ("head", "rows", "said"),
    [
        (
            "# Programme d'ouverture 2026-2027",
            [
                ["Identification", "Intitulé", "Portail"],
                ["", "Axe", "Information"],
                ["Mise en œuvre", "Responsable", "DSI"],
                ["", "Échéance", "juin 2026"],
                ["Suivi", "Indicateur", "Démarches"],
                ["", "Budget", "120 000 DH"],
            ],
            ("Portail", "DSI", "2026-06", "Démarches", "120000"),
        ),
        (
            "# برنامج الانفتاح 2026-2027",
            [
                ["التعريف", "عنوان المشروع", "بوابة"],
                ["", "المسؤول", "المصلحة"],
                ["", "الأجل", "يونيو 2026"],
                ["التتبع", "المؤشر", "المساطر"],
                ["", "الميزانية", "120 000 درهم"],
            ],
            ("بوابة", "المصلحة", "2026-06", "المساطر", "120000"),
        ),
    ],
)
@pytest.mark.parametrize("merged", [False, True])
def test_sections_in_front_of_questions_over_blank_cells_are_as_merged(
    head: str, rows: list[list[str]], said: tuple[str, ...], merged: bool
) -> None:
    table = [["^" if merged and not row[0] else row[0], *row[1:]] for row in rows]
    (one,) = commitments_of(read_paper(head, "## Fiche 1", table))
    names = (one["title"], one["leads"][0]["name"], one["indicators"][0]["name"])
    title, lead, indicator = (next(iter(each.values())) for each in names)
    assert (title, lead, one["end"], indicator, one["budget"][0]["amount"]["value"]) == said

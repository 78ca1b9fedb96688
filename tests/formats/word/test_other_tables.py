"""Tables that go on, below activities, with something else: risks, signatures, rows that fit no column; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from docx.table import Table
from tests.formats.word.papers import checked, codes_of, commitments_of, paper, read_paper, to_bytes, unmapped

from opengov_local.formats.word.word_format import read

TITLE = "= Programme d’ouverture de la commune 2025-2027"
FORM = [
    ["FICHE PROJET N° 1 : Portail", "<", "<", "<"],
    ["ACTIVITÉS", "<", "<", "<"],
    ["Activité", "Responsable", "Échéance", "Livrable"],
    ["Cahier des charges", "SG", "mars 2025", "CPS"],
    ["Mise en ligne", "DSI", "juin 2026", "Site"],
]
ARABIC = [
    ["بطاقة المشروع رقم 1: بوابة", "<", "<", "<"],
    ["الأنشطة", "<", "<", "<"],
    ["النشاط", "المسؤول", "الأجل", "المخرجات"],
    ["إعداد الدفتر", "الكتابة العامة", "مارس 2025", "دفتر"],
    ["الإطلاق", "المعلوميات", "يونيو 2026", "موقع"],
]
RISKS = [["Risque", "Probabilité", "Impact", "Mesure"], ["Départ d’agents", "Moyenne", "Fort", "Former"]]
HAZARDS = [["الخطر", "الاحتمال", "الأثر", "الإجراء الوقائي"], ["مغادرة الموظفين", "متوسط", "قوي", "تكوين البدلاء"]]


def _steps(made: Any) -> list[str]:
    return [next(iter(one["title"].values())) for one in commitments_of(made)[0]["milestones"]]


@pytest.mark.parametrize("band", [True, False])
@pytest.mark.parametrize(
    ("title", "form", "other", "word"),
    [
        (TITLE, FORM, RISKS, "ANALYSE DES RISQUES"),
        ("= برنامج عمل الانفتاح للجماعة 2025-2027", ARABIC, HAZARDS, "المخاطر"),
    ],
)
def test_risks_below_activities_are_kept_under_their_own_headings(
    title: str, form: list[list[str]], other: list[list[str]], word: str, *, band: bool
) -> None:
    made = read_paper(title, [*form, *([[word, "<", "<", "<"]] if band else []), *other])
    assert _steps(made) == [row[0] for row in form[3:]]
    assert [
        (each.get("label"), each["text"]) for each in commitments_of(made)[0]["x_unmapped"] if each.get("label")
    ] == list(zip(*other, strict=True))
    told = [each.params["heading"] for each in made.findings if each.code == "import/column-unmapped"]
    assert told == other[0]
    assert "import/date-unread" not in codes_of(made)


def test_a_row_of_which_every_cell_lies_below_several_headings_is_no_record() -> None:
    made = read_paper(TITLE, [*FORM, ["Vu par le porteur", "<", "Vu par le président", "<"]])
    assert _steps(made) == ["Cahier des charges", "Mise en ligne"]
    told = [each.params["heading"] for each in made.findings if each.code == "import/column-unmapped"]
    assert told == ["Vu par le porteur", "Vu par le président"]


@pytest.mark.parametrize("bold", [True, False])
def test_rows_that_fit_no_column_are_another_table_where_they_begin_in_bold(*, bold: bool) -> None:
    made = paper(TITLE, [*FORM, ["Menace", "Ampleur", "Portée", "Parade"], ["Départ", "Moyenne", "Forte", "Former"]])
    there: Table = made.tables[0]
    for cell in there.rows[5].cells:
        cell.paragraphs[0].runs[0].bold = bold
    read_back = checked(read(to_bytes(made), "made-up.docx"))
    assert _steps(read_back) == [row[0] for row in FORM[3:]] + ([] if bold else ["Menace", "Départ"])
    assert ("import/date-unread" in codes_of(read_back)) is not bold
    assert ("Former" in unmapped(read_back).values()) is bold


def test_activities_go_on_below_phases_and_with_times_in_words() -> None:
    rows = [*FORM[:4], ["Phase finale", "<", "<", "<"], ["Bilan", "SG", "à définir", "Rapport"], FORM[4]]
    assert _steps(read_paper(TITLE, rows)) == ["Cahier des charges", "Bilan", "Mise en ligne"]
    rows = [
        *FORM,
        ["Phase finale", "<", "<", "<"],
        ["Bilan", "SG", "à définir", "Rapport"],
        ["Fête", "SG", "après", "Fête"],
    ]
    assert _steps(read_paper(TITLE, rows)) == ["Cahier des charges", "Mise en ligne", "Bilan", "Fête"]


def test_known_tables_behind_a_band_are_read() -> None:
    rows = [*FORM, ["VISAS", "<", "<", "<"], ["Indicateur", "Unité", "Référence", "Cible"], ["Visites", "", "10", "20"]]
    (commitment,) = commitments_of(read_paper(TITLE, rows))
    assert len(commitment["milestones"]) == 2
    assert commitment["indicators"][0]["target"] == {"value": "20"}


@pytest.mark.parametrize(
    ("title", "named", "heads", "row"),
    [
        (
            "= Action plan 2025-2027",
            "# Commitment 1: Portal",
            ["Things to be verified", "Start date", "End date"],
            ["Inventory", "Jan 2025", "Mar 2025"],
        ),
        (TITLE, "# Projet 1 : A", ["Choses à vérifier", "Date de début", "Date de fin"], ["État", "2025", "2026"]),
    ],
)
def test_the_dates_of_one_row_of_an_unknown_thing_are_not_those_of_the_commitment(
    title: str, named: str, heads: list[str], row: list[str]
) -> None:
    made = read_paper(title, named, [heads, row])
    (commitment,) = commitments_of(made)
    assert commitment.keys().isdisjoint({"start", "end"})
    assert sorted(unmapped(made).values()) == sorted(row)
    assert "import/column-unmapped" in codes_of(made)


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("title", "columns", "labels"),
    [
        (
            ("= Plan d’action communal 2024-2026", "Intitulé du projet", "Objectif"),
            ("Activité", "Responsable", "Échéance"),
            ("Facteurs de réussite", "Risques", "Prérequis :"),
        ),
        (
            ("= برنامج عمل الجماعة 2024-2026", "عنوان المشروع", "الهدف"),
            ("النشاط", "المسؤول", "الأجل"),
            ("عوامل النجاح", "المخاطر", "المتطلبات"),
        ),
    ],
)
def test_questions_that_nobody_knows_below_the_activities_of_a_card_are_kept_and_no_activities(
    title: tuple[str, ...], columns: tuple[str, ...], labels: tuple[str, ...], merged: bool
) -> None:
    beside = "<" if merged else ""
    made = read_paper(
        title[0],
        [
            [title[1], "Portail", beside],
            [title[2], "Informer", beside],
            list(columns),
            ["Étude", "Service A", "2025"],
            ["Mise en ligne", "Service B", "2026"],
            *([label, "Des mots", beside] for label in labels),
        ],
    )
    (commitment,) = commitments_of(made)
    assert [next(iter(step["title"].values())) for step in commitment["milestones"]] == ["Étude", "Mise en ligne"]
    assert list(unmapped(made).values()) == [text for label in labels for text in (label, "Des mots")]
    assert codes_of(made).count("import/label-unknown") == len(labels)


def test_any_question_that_lies_as_those_above_the_activities_ends_them() -> None:
    made = read_paper(
        "= Plan d’action communal 2024-2026",
        [
            ["Intitulé du projet", "Portail", "<"],
            ["Activité", "Responsable", "Échéance"],
            ["Étude", "Service A", "2025"],
            ["Lien avec la stratégie de la région", "Des mots", "<"],
        ],
    )
    assert [len(each["milestones"]) for each in commitments_of(made)] == [1]
    assert list(unmapped(made).values()) == ["Lien avec la stratégie de la région", "Des mots"]


@pytest.mark.parametrize("heading", ["Suites à donner", "Actions de suivi", "Tableau"])
def test_what_is_to_follow_minutes_is_kept_and_said(heading: str) -> None:
    rows = [["Action", "Responsable", "Échéance"], ["Publier", "SG", "mai 2025"], ["Convoquer", "", "juin 2025"]]
    made = read_paper("= Compte rendu de l’atelier", "! Propositions :", "* abc def", f"# {heading}", rows)
    said = [each for each in made.findings if each.code == "import/column-kept"]
    assert [(each.severity, each.params["heading"], each.params["count"]) for each in said] == [
        ("warning", "Action", 2),
        ("warning", "Responsable", 1),
        ("warning", "Échéance", 2),
    ]
    assert {"Publier", "SG", "juin 2025"} <= set(unmapped(made).values())

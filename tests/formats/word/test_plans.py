"""Layouts of plans and commitment forms, each made up, against what a person reads in them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, paper, read_paper, table, to_bytes, tree_of, unmapped

from opengov_local.formats.word.word_format import read


def _plan(made: Any) -> Any:
    (plan,) = tree_of(made)["plans"]
    return plan


@pytest.mark.parametrize(
    ("title", "project", "proof", "answer"),
    [
        (
            "Programme d’ouverture de Sidi Exemple",
            "Engagement n° 1 : Portail",
            "Moyens de vérification",
            "PV du conseil",
        ),
        ("برنامج الانفتاح لجماعة المثال", "المشروع 1: البوابة", "وسائل الإثبات", "محضر المجلس"),
    ],
)
def test_minutes_that_prove_something_make_no_minutes_of_a_plan(
    title: str, project: str, proof: str, answer: str
) -> None:
    made = read_paper(
        f"= {title} 2026-2027", f"# {project}", "Problématique : Rien n’est publié.", f"{proof} : {answer}"
    )
    (commitment,) = _plan(made)["commitments"]
    assert [list(one["title"].values()) for one in commitment["evidence"]] == [[answer]]
    assert "workshops" not in tree_of(made)


def test_plan_of_headings_paragraphs_and_lists() -> None:
    made = read_paper(
        "= Programme d’ouverture de Sidi Exemple 2024-2025",
        "# Avant-propos",
        "Notre commune s’engage.",
        "Avec tous.",
        "# Axe 1 : Transparence",
        "## Projet 1 : Portail des données",
        "Un portail pour tous.",
        "Problématique : Les données sont dispersées.",
        "Responsable : Service informatique",
        "Échéance : décembre 2025",
        "Budget : 150 000 DH",
        "! Activités :",
        "* Acheter un serveur (échéance : juin 2024)",
        "* Former les agents",
        "** Responsable : Cabinet",
        "# Axe 2 : Participation",
        "## Projet 2 : Budget participatif",
        "Objectifs",
        "* Associer les habitants",
    )
    assert _plan(made) == {
        "title": {"fr": "Programme d’ouverture de Sidi Exemple 2024-2025"},
        "framework": "remacto",
        "period": {"start": "2024", "end": "2025"},
        "foreword": {"fr": "Notre commune s’engage.\nAvec tous."},
        "axes": [
            {"number": "1", "title": {"fr": "Transparence"}},
            {"number": "2", "title": {"fr": "Participation"}},
        ],
        "commitments": [
            {
                "number": "1",
                "title": {"fr": "Portail des données"},
                "axes": ["@Transparence"],
                "description": {"fr": "Un portail pour tous."},
                "problem": {"fr": "Les données sont dispersées."},
                "leads": [{"name": {"fr": "Service informatique"}}],
                "end": "2025-12",
                "budget": [{"amount": {"value": "150000", "currency": "MAD"}}],
                "milestones": [
                    {"title": {"fr": "Acheter un serveur"}, "due": "2024-06"},
                    {"title": {"fr": "Former les agents"}, "leads": [{"name": {"fr": "Cabinet"}}]},
                ],
            },
            {
                "number": "2",
                "title": {"fr": "Budget participatif"},
                "axes": ["@Participation"],
                "objectives": {"fr": "Associer les habitants"},
            },
        ],
    }
    assert codes_of(made) == ["import/assumed", "import/assumed"]
    assert unmapped(made) == {}


def test_plan_in_arabic_as_one_table_with_merged_cells() -> None:
    made = read_paper(
        "! برنامج عمل الانفتاح لجماعة أكادير",
        [
            ["المحور", "المشروع", "الأنشطة", "الجهة المسؤولة", "الأجل", "الميزانية (بالدرهم)"],
            ["المحور الأول: الشفافية", "بوابة المعطيات", "إعداد دفتر", "مصلحة أ", "متم دجنبر 2024", "150 000"],
            ["^", "^", "إطلاق البوابة", "مصلحة ب", "2025", ""],
            ["المحور الثاني: المشاركة", "ميزانية تشاركية", "لقاءات", "الكتابة العامة", "الفصل الثاني 2025", "غير محدد"],
        ],
    )
    assert tree_of(made)["collectivities"] == [
        {
            "name": {"ar": "أكادير"},
            "kind": "commune",
            "country": "MA",
            "identifiers": [{"scheme": "MA-HCP", "value": "09.001.01.01"}],
        }
    ]
    assert _plan(made) == {
        "title": {"ar": "برنامج عمل الانفتاح لجماعة أكادير"},
        "framework": "remacto",
        "collectivities": ["@أكادير"],
        "axes": [{"number": "1", "title": {"ar": "الشفافية"}}, {"number": "2", "title": {"ar": "المشاركة"}}],
        "commitments": [
            {
                "title": {"ar": "بوابة المعطيات"},
                "axes": ["@الشفافية"],
                "milestones": [
                    {
                        "title": {"ar": "إعداد دفتر"},
                        "leads": [{"name": {"ar": "مصلحة أ"}}],
                        "due": "2024-12",
                        "schedule": {"ar": "متم دجنبر 2024"},
                        "budget": [{"amount": {"value": "150000", "currency": "MAD"}}],
                    },
                    {"title": {"ar": "إطلاق البوابة"}, "leads": [{"name": {"ar": "مصلحة ب"}}], "due": "2025"},
                ],
            },
            {
                "title": {"ar": "ميزانية تشاركية"},
                "axes": ["@المشاركة"],
                "milestones": [
                    {
                        "title": {"ar": "لقاءات"},
                        "leads": [{"name": {"ar": "الكتابة العامة"}}],
                        "due": "2025-Q2",
                        "budget": [{"text": {"ar": "غير محدد"}}],
                    }
                ],
            },
        ],
    }
    assert unmapped(made) == {}


def test_commitment_form_of_2017_as_one_table() -> None:
    made = read_paper(
        [
            ["Number and Name of Commitment", "3. Open data portal", "<"],
            ["Commitment Start and End Date (E.g. 30 June 2015 - 30 June 2017)", "30 June 2021 - 30 June 2023", "<"],
            ["Lead implementing agency/actor", "Ministry of Examples", "<"],
            ["Commitment Description", "<", "<"],
            ["What is the public problem that the commitment will address? /\n- Describe it", "Data is hidden.", "<"],
            ["What is the commitment? /\n- Describe what it entails.", "", "<"],
            ["Why is this commitment relevant to OGP values?", "Transparency: data is published.", "<"],
            ["Additional information", "Part of a larger plan", "<"],
            ["Milestone Activity with a verifiable deliverable", "Start Date:", "End Date:"],
            ["1. Inventory", "July 2021", "Dec 2021"],
            ["2. Portal", "Jan 2022", "June 2023"],
            ["Contact information", "<", "<"],
            ["Name of responsible person from implementing agency", "Jane Example", "<"],
            ["Title, Department", "Director, IT", "<"],
            ["Email and Phone", "jane@example.org +212 500 000 000", "<"],
            ["Other Actors Involved", "State actors involved", "Ministry of Tests; Court of Samples"],
            ["^", "CSOs, private sector, multilaterals, working groups", "Club A\nClub B"],
            ["Completion level", "☐ Not started ☐ Limited ☒ Substantial ☐ Completed", "<"],
        ],
    )
    assert _plan(made) == {
        "framework": "other",
        "commitments": [
            {
                "number": "3",
                "title": {"en": "Open data portal"},
                "start": "2021-06-30",
                "end": "2023-06-30",
                "leads": [
                    {
                        "name": {"en": "Ministry of Examples"},
                        "person": {
                            "name": {"en": "Jane Example"},
                            "role": {"en": "Director, IT"},
                            "contact": {"email": "jane@example.org", "phone": "+212 500 000 000"},
                        },
                    }
                ],
                "problem": {"en": "Data is hidden."},
                "ogp_values": [{"value": "access_to_information", "why": {"en": "data is published."}}],
                "additional_information": {"en": "Part of a larger plan"},
                "milestones": [
                    {"number": "1", "title": {"en": "Inventory"}, "start": "2021-07", "due": "2021-12"},
                    {"number": "2", "title": {"en": "Portal"}, "start": "2022-01", "due": "2023-06"},
                ],
                "supporting": [
                    {"name": {"en": "Ministry of Tests"}, "group": "government"},
                    {"name": {"en": "Court of Samples"}, "group": "government"},
                    {"name": {"en": "Club A"}},
                    {"name": {"en": "Club B"}},
                ],
                "completion": {"code": "substantial", "original": "Substantial"},
            }
        ],
    }
    assert unmapped(made) == {}


def test_commitment_form_of_2022_with_headings_of_three_rows() -> None:
    others = "Others (e.g., Parliament, Private Sector, etc.)"
    made = read_paper(
        "# Commitment 2: Open budget",
        "## Brief Description of the Commitment",
        "We open the budget.",
        "## Problem Definition",
        "1. What problem does the commitment aim to address?",
        "Nobody reads the budget.",
        "2. What are the causes of the problem?",
        "It is too long.",
        "## Commitment Analysis",
        "1. How will the commitment promote transparency?",
        "By publishing.",
        "## Commitment Planning",
        [
            ["Milestones", "Expected Outputs", "Expected Completion Date", "Stakeholders", "<", "<", "<"],
            ["^", "^", "^", "Lead", "Supporting Stakeholders", "<", "<"],
            ["^", "^", "^", "^", "Government", "CSOs", others],
            ["Publish", "Web page", "March 2025", "Finance dept", "Treasury", "Club A", "Parliament"],
        ],
    )
    assert _plan(made)["commitments"] == [
        {
            "number": "2",
            "title": {"en": "Open budget"},
            "description": {"en": "We open the budget."},
            "problem": {"en": "Nobody reads the budget."},
            "causes": {"en": "It is too long."},
            "ogp_values": [{"value": "access_to_information", "why": {"en": "By publishing."}}],
            "milestones": [
                {
                    "title": {"en": "Publish"},
                    "deliverable": {"en": "Web page"},
                    "due": "2025-03",
                    "leads": [{"name": {"en": "Finance dept"}}],
                    "supporting": [
                        {"name": {"en": "Treasury"}, "group": "government"},
                        {"name": {"en": "Club A"}, "group": "csos"},
                        {"name": {"en": "Parliament"}, "group": "others"},
                    ],
                }
            ],
        }
    ]
    assert unmapped(made) == {}


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("title", "supporting", "groups"),
    [
        ("Name of the commitment", "Supporting Stakeholders", ("Government", "CSOs", "Others")),
        ("Intitulé de l’engagement", "Parties prenantes", ("Gouvernement", "Société civile", "Autres")),
    ],
)
def test_a_question_with_its_parts_beside_it_and_their_answers_below(
    title: str, supporting: str, groups: tuple[str, str, str], merged: bool
) -> None:
    made = read_paper(
        [
            [title, "Open contracts", "<", "<"],
            [supporting, *groups],
            ["^" if merged else "", "Procurement office", "Contract watch", "Chamber of trade"],
        ]
    )
    bodies = [next(iter(each["name"].values())) for each in _plan(made)["commitments"][0]["supporting"]]
    assert not set(bodies) & set(groups)
    assert set(bodies) <= {"Procurement office", "Contract watch", "Chamber of trade"}
    assert len(bodies) == len(groups)


def test_one_table_for_each_commitment() -> None:
    cards = [
        [
            [f"Fiche projet n° {number}", "<"],
            ["Axe", "Transparence"],
            ["Intitulé du projet", title],
            ["Problématique", "Un problème"],
            ["Activités", "• Étape A (échéance : juin 2024)\n• Étape B"],
            ["Partenaires", "Club A, Club B"],
            ["Statut", "En cours"],
        ]
        for number, title in ((1, "Portail"), (2, "Bulletin"))
    ]
    made = read_paper(cards[0], "", cards[1])
    plan = _plan(made)
    assert plan["axes"] == [{"title": {"fr": "Transparence"}}]
    assert [(each["number"], each["title"]["fr"]) for each in plan["commitments"]] == [
        ("1", "Portail"),
        ("2", "Bulletin"),
    ]
    assert plan["commitments"][1] == {
        "number": "2",
        "title": {"fr": "Bulletin"},
        "axes": ["@Transparence"],
        "problem": {"fr": "Un problème"},
        "milestones": [{"title": {"fr": "Étape A"}, "due": "2024-06"}, {"title": {"fr": "Étape B"}}],
        "supporting": [{"name": {"fr": "Club A"}}, {"name": {"fr": "Club B"}}],
        "status": {"code": "in_progress", "original": "En cours"},
    }
    assert unmapped(made) == {}


def test_bilingual_labels_and_answers() -> None:
    made = read_paper(
        [
            ["Titre du projet / عنوان المشروع", "Portail / بوابة"],
            ["Problématique\nالإشكالية", "Données fermées\nمعطيات مغلقة"],
            ["Responsable", "Service X", "الجهة المسؤولة"],
            ["Échéance", "2025", "الأجل"],
        ]
    )
    assert _plan(made)["commitments"] == [
        {
            "title": {"fr": "Portail", "ar": "بوابة"},
            "problem": {"fr": "Données fermées", "ar": "معطيات مغلقة"},
            "leads": [{"name": {"fr": "Service X"}}],
            "end": "2025",
        }
    ]
    assert unmapped(made) == {}


def test_label_row_above_answer_row_and_label_on_the_right() -> None:
    above = read_paper([["Commitment Title"], ["Portal"], ["Problem"], ["Data is hidden."]])
    assert _plan(above)["commitments"] == [{"title": {"en": "Portal"}, "problem": {"en": "Data is hidden."}}]
    right = read_paper([["بوابة", "عنوان المشروع"], ["معطيات مغلقة", "الإشكالية"], ["مصلحة أ", "الجهة المسؤولة"]])
    assert _plan(right)["commitments"] == [
        {"title": {"ar": "بوابة"}, "problem": {"ar": "معطيات مغلقة"}, "leads": [{"name": {"ar": "مصلحة أ"}}]}
    ]


def test_tracker_with_progress_updates() -> None:
    made = read_paper(
        "# التعهد 5: تعزيز النشر",
        "المحور: الشفافية",
        "الهيكل المسؤول: هيئة المثال",
        [
            ["الأعمال المدرجة", "متابعة تقدم الإنجاز", "نسبة تقدم الإنجاز (%)"],
            ["إعداد كراس", "تم الإعداد", "100%"],
            ["اختبار", "", "0%"],
        ],
    )
    tree = tree_of(made)
    assert tree["plans"][0]["commitments"] == [
        {
            "number": "5",
            "title": {"ar": "تعزيز النشر"},
            "axes": ["@الشفافية"],
            "leads": [{"name": {"ar": "هيئة المثال"}}],
            "milestones": [
                {"title": {"ar": "إعداد كراس"}, "progress": 100},
                {"title": {"ar": "اختبار"}, "progress": 0},
            ],
        }
    ]
    assert tree["progress_updates"] == [{"target": "@إعداد كراس", "text": {"ar": "تم الإعداد"}}]


def test_milestones_in_a_table_inside_an_answer() -> None:
    made = paper([["Commitment Title", "Portal"], ["Problem", "Data is hidden."], ["Milestones", ""]])
    table(made.tables[0].cell(2, 1), [["Milestone", "End date"], ["Inventory", "May 2025"]])
    tree = tree_of(read(to_bytes(made)))
    assert tree["plans"][0]["commitments"] == [
        {
            "title": {"en": "Portal"},
            "problem": {"en": "Data is hidden."},
            "milestones": [{"title": {"en": "Inventory"}, "due": "2025-05"}],
        }
    ]


def test_headings_without_the_word_are_commitments_when_asked_about_as_such() -> None:
    made = read_paper(
        "= Plan d’action ouvert",
        "# 1. Portail des données",
        "Problème : Données fermées",
        "Échéance : 2025",
        "# 2. Budget participatif",
        "Problème : Budget fermé",
        "# Remerciements",
        "À tous.",
    )
    plan = _plan(made)
    assert [(each["number"], each["title"]["fr"]) for each in plan["commitments"]] == [
        ("1", "Portail des données"),
        ("2", "Budget participatif"),
    ]
    assert unmapped(made) == {"paragraph 8": "À tous."}


def test_list_of_commitments_and_their_sheets_are_the_same_commitments() -> None:
    made = read_paper(
        "= Plan d’action ouvert",
        "# Engagements",
        "* 1. Portail",
        "* 2. Bulletin",
        "# Engagement 1 : Portail (MAAGD0001)",
        "Problème : Données fermées",
    )
    plan = _plan(made)
    assert plan["commitments"] == [
        {
            "number": "1",
            "title": {"fr": "Portail"},
            "identifiers": [{"scheme": "OGP", "value": "MAAGD0001"}],
            "problem": {"fr": "Données fermées"},
        },
        {"number": "2", "title": {"fr": "Bulletin"}},
    ]
    assert plan["framework"] == "ogp_local"


@pytest.mark.parametrize("answer", ["—", "…", "N/A", "……", "Not available"])
def test_answers_that_say_nothing_are_no_data(answer: str) -> None:
    made = read_paper([["Commitment Title", "Portal"], ["Problem", answer], ["Status", answer]])
    assert _plan(made)["commitments"] == [{"title": {"en": "Portal"}}]
    assert made.account is not None
    assert [str(entry.piece.place) for entry in made.account.of("help")] == ["table 1!B2", "table 1!B3"]


def test_what_is_not_understood_is_said_and_kept_beside_its_object() -> None:
    made = read_paper(
        [["Titre de l’engagement", "Portail"], ["Statut", "Bof"], ["Échéance", "30/02/2025"], ["Couleur", "Rouge"]]
    )
    (commitment,) = _plan(made)["commitments"]
    assert {"import/status-unknown", "import/date-impossible"} <= set(codes_of(made))
    assert commitment["schedule"] == {"fr": "30/02/2025"}
    assert unmapped(made) == {"table 1!B2": "Bof", "table 1!A4": "Couleur", "table 1!B4": "Rouge"}


def test_a_councils_own_words_win() -> None:
    made = read_paper(
        [["Titre de l’engagement", "Portail"], ["Souci", "Données fermées"], ["Qui fait", "Service X"]],
        words={("heading", "souci"): "problem", ("heading", "qui fait"): "lead"},
    )
    assert _plan(made)["commitments"] == [
        {
            "title": {"fr": "Portail"},
            "problem": {"fr": "Données fermées"},
            "leads": [{"name": {"fr": "Service X"}}],
        }
    ]


def test_how_labels_were_taken_is_explained() -> None:
    made = read_paper("# Projet 1 : Portail", "Problème : Données fermées", [["Activité", "Échéance"], ["A", "2025"]])
    said = {(step.params.get("label"), step.params.get("field")) for step in made.layout}
    assert {("Problème", "commitment.problem"), ("Activité", "milestone.title")} <= said
    (kind,) = (step for step in made.layout if step.code == "layout/word-kind")
    assert (kind.params["kind"], kind.params["language"]) == ("plan", "fr")


def test_the_beginning_of_a_made_up_name_is_no_commune() -> None:
    made = read_paper(
        "# Plan d'action de la Commune de Oued Fictif 2025", "## Engagement 1 : Portail", ["Porteur", "DSI"]
    )
    assert "import/territory-part" in codes_of(made)
    assert not tree_of(made).get("collectivities")


HEADINGS = ["N°", "Projet", "Activité", "Échéance", "Budget (DH)"]
RECORDS = [HEADINGS, ["1", "Portail", "Étude", "2025-03", "100"], ["2", "Maison", "Plan", "2025-06", "200"]]


@pytest.mark.parametrize(
    "row",
    [
        ["Total axe 1", "<", "<", "<", "300,00"],
        ["TOTAL", "<", "<", "<", "300"],
        ["", "TOTAL", "", "", "300"],
        ["", "", "", "Total général", "300"],
        ["Total", "—", "—", "", "300"],
        ["Budget total", "<", "<", "<", "300 DH"],
        ["المجموع العام", "<", "<", "<", "٣٠٠"],
        ["Grand total", "", "", "", "300"],
    ],
)
def test_a_row_of_totals_is_no_project_and_that_is_said(row: list[str]) -> None:
    made = read_paper("= Programme d’ouverture 2025-2026", "# Axe 1 : Transparence", [*RECORDS, row])
    (plan,) = tree_of(made)["plans"]
    assert [(one["title"]["fr"], len(one["milestones"]), "budget" in one) for one in plan["commitments"]] == [
        ("Portail", 1, False),
        ("Maison", 1, False),
    ]
    kept = [each["text"] for each in plan["axes"][0]["x_unmapped"]]
    assert kept == [text for text in row if text not in ("", "<")]
    assert codes_of(made).count("import/total-row") == 1


def test_a_project_whose_title_begins_like_a_total_is_one() -> None:
    made = read_paper("= Programme d’ouverture", [*RECORDS, ["3", "Total transparence", "Étude", "2025-09", "50"]])
    (plan,) = tree_of(made)["plans"]
    assert [one["title"]["fr"] for one in plan["commitments"]] == ["Portail", "Maison", "Total transparence"]
    assert "import/total-row" not in codes_of(made)


def test_the_total_of_one_project_in_its_form_is_its_budget() -> None:
    made = read_paper(
        "# Projet 1 : Portail",
        [["Activité", "Échéance", "Budget (DH)"], ["Étude", "2025", "1"], ["Budget total", "<", "300 DH"]],
    )
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["budget"] == [{"amount": {"value": "300", "currency": "MAD"}}]


def test_a_cell_over_several_columns_is_said_once() -> None:
    made = read_paper(
        "= Programme d’ouverture",
        [
            ["Projet", "Activité", "Responsable", "Échéance"],
            ["Portail", "Étude", "Service central", "<"],
            ["Maison", "<", "DSI", "mars 2025"],
        ],
    )
    portal, house = tree_of(made)["plans"][0]["commitments"]
    assert portal["milestones"] == [{"title": {"fr": "Étude"}, "leads": [{"name": {"fr": "Service central"}}]}]
    assert (house["leads"], house["end"], "milestones" in house) == ([{"name": {"fr": "DSI"}}], "2025-03", False)
    assert "import/date-unread" not in codes_of(made)


@pytest.mark.parametrize("rest", [["<", "<", "<", "300"], ["", "", "", "300"], ["", "", "", ""]])
def test_a_row_that_names_an_axis_with_its_budget_is_no_project(rest: list[str]) -> None:
    made = read_paper("= Programme d’ouverture", [HEADINGS, ["Axe 2 : Participation", *rest], *RECORDS[1:]])
    (plan,) = tree_of(made)["plans"]
    assert [(one["title"]["fr"], one["axes"]) for one in plan["commitments"]] == [
        ("Portail", ["@Participation"]),
        ("Maison", ["@Participation"]),
    ]
    assert [each["text"] for each in plan["axes"][0].get("x_unmapped", [])] == [text for text in rest if text == "300"]


FORM = [["Problème", "Lent"], ["Responsable", "DSI"], ["Statut", "En cours"]]


@pytest.mark.parametrize("answer", ["Participation citoyenne : les habitants décident.", "Participation citoyenne"])
def test_the_answer_to_an_unknown_question_is_none_to_a_known_one(answer: str) -> None:
    made = read_paper("# Engagement 1 : Budget", [FORM[0], ["Lien avec les orientations", answer], *FORM[1:]])
    (commitment,) = _plan(made)["commitments"]
    assert commitment.keys() == {"number", "title", "problem", "leads", "status", "x_unmapped"}
    assert [(each.get("label"), each["text"]) for each in commitment["x_unmapped"]] == [
        (None, "Lien avec les orientations"),
        ("Lien avec les orientations", answer),
    ]
    assert [each.params["text"] for each in made.findings if each.code == "import/label-unknown"] == [
        "Lien avec les orientations"
    ]


def test_a_cell_that_names_a_commitment_does_so_beside_another_one() -> None:
    plan = _plan(read_paper("= Plan d’action", [["Engagement 1 : Portail", "Responsable : DSI"], ["Problème", "Lent"]]))
    assert plan["commitments"] == [
        {
            "number": "1",
            "title": {"fr": "Portail"},
            "leads": [{"name": {"fr": "DSI"}}],
            "problem": {"fr": "Lent"},
        }
    ]


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ("Division des systèmes d’information", "leads"),
        ("Comité de pilotage mixte", "governance"),
        ("Le service et les associations se réunissent chaque mois.", "governance"),
    ],
)
def test_what_pilots_a_project_leads_it_where_it_is_a_body(answer: str, field: str) -> None:
    for block in (f"Pilotage du projet : {answer}", [["Pilotage", answer], ["Statut", "En cours"]]):
        (commitment,) = _plan(read_paper("# Projet 1 : Portail", block))["commitments"]
        assert {"leads", "governance"} & commitment.keys() == {field}


@pytest.mark.parametrize("line", ["! Commune de Ville Inventée", "! جماعة وادي الخيال"])
def test_a_letterhead_of_an_unknown_collectivity_is_kept_and_said(line: str) -> None:
    made = read_paper(line, "! Programme d’ouverture 2026-2027", "# Projet 1 : Portail")
    assert [each["text"] for each in _plan(made)["x_unmapped"]] == [line.removeprefix("! ")]
    assert "import/territory-unknown" in codes_of(made)


def test_a_column_of_numbers_numbers_what_begins_on_the_same_rows() -> None:
    made = read_paper(
        "= Programme d’ouverture",
        [
            ["N°", "Axe", "Projet", "Activité"],
            ["1", "Transparence", "Portail", "Étude"],
            ["2", "^", "Maison", "Plan"],
            ["^", "^", "^", "Chantier"],
            ["3", "Participation", "Forum", "Élire"],
        ],
    )
    plan = _plan(made)
    assert [(one["number"], one["title"]["fr"]) for one in plan["commitments"]] == [
        ("1", "Portail"),
        ("2", "Maison"),
        ("3", "Forum"),
    ]
    assert not any("number" in axis for axis in plan["axes"])
    assert unmapped(made) == {}


@pytest.mark.parametrize(
    ("beside", "cell", "said"),
    [
        ("Responsable", "DSI", {"due": "2025-03"}),
        ("Échéance", "2025-02", {"due": "2025-02", "completed_on": "2025-03"}),
        ("Statut", "Achevé", {"completed_on": "2025-03"}),
        ("Statut", "En cours", {"due": "2025-03"}),
    ],
)
def test_a_date_of_carrying_out_is_due_in_a_plan_that_tells_nothing_else(
    beside: str, cell: str, said: dict[str, str]
) -> None:
    for label in ("Date de réalisation", "تاريخ الإنجاز"):
        made = read_paper("# Projet 1 : Portail", [["Activité", label, beside], ["Étude", "2025-03", cell]])
        (step,) = _plan(made)["commitments"][0]["milestones"]
        assert {field: step[field] for field in ("due", "completed_on") if field in step} == said
        assumed = [each.params["value"] for each in made.findings if each.params.get("field") == "due"]
        assert assumed == (["2025-03"] if "completed_on" not in said else [])


def test_years_of_a_heading_below_the_title_are_the_period_and_that_is_said() -> None:
    made = read_paper("! PLAN DE ACCIÓN", "! Municipio Inventado 2025-2027", "# Compromiso 1: Datos")
    assert _plan(made)["period"] == {"start": "2025", "end": "2027"}
    assert [each.location.paragraph for each in made.findings if each.params.get("field") == "period"] == [2]


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Coût (DH)", "10000"),
        ("Coût en DH", "10000"),
        ("Budget en milliers de DH", "10000000"),
        ("Budget - DH", "10000"),
        ("الكلفة بالدرهم", "10000"),
        ("Coût", None),
    ],
)
def test_the_currency_of_an_amount_may_stand_in_its_heading_and_what_has_none_is_said(
    label: str, value: str | None
) -> None:
    made = read_paper("# Projet 1 : Portail", [["Activité", "Responsable", label], ["Étude", "DSI", "10 000"]])
    (step,) = _plan(made)["commitments"][0]["milestones"]
    assert step["budget"] == [{"amount": {"value": value, "currency": "MAD"}} if value else {"text": {"fr": "10 000"}}]
    assert codes_of(made).count("import/currency-unknown") == (value is None)


@pytest.mark.parametrize(
    ("period", "span", "asked"),
    [
        ("Période couverte", "Janvier 2026 – décembre 2027", "Quels résultats souhaitons-nous atteindre ?"),
        ("Période couverte", "Janvier 2026 – décembre 2027", "Quels résultats souhaitez-vous obtenir ?"),
        ("الفترة المشمولة", "من يناير 2026 إلى دجنبر 2027", "ما هي النتائج التي نسعى إلى تحقيقها؟"),
        ("Period covered", "January 2026 – December 2027", "What results do you want to achieve?"),
        ("Periodo cubierto", "enero de 2026 – diciembre de 2027", "Resultados esperados"),
    ],
)
def test_the_period_that_a_form_of_a_commitment_covers_is_that_of_the_commitment(
    period: str, span: str, asked: str
) -> None:
    def form(number: int) -> list[object]:
        return [f"# Engagement n° {number} : E{number}", [[period, span], ["Problème", "P"], [asked, "R"]]]

    plan = _plan(made := read_paper("= Plan d’action 2026-2028", *form(1), *form(2)))
    assert plan["period"] == {"start": "2026", "end": "2028"}
    for each in plan["commitments"]:
        assert (each["start"], each["end"], list(each["expected_results"].values())) == ("2026-01", "2027-12", ["R"])
    assert not {"import/conflict", "import/label-unknown"} & set(codes_of(made))


def test_the_period_that_a_plan_covers_is_said_above_its_commitments() -> None:
    plan = _plan(read_paper("= Plan d’action", "Période couverte : 2026 – 2028", "# Engagement 1 : E", "Problème : P"))
    assert (plan["period"], "start" in plan["commitments"][0]) == ({"start": "2026", "end": "2028"}, False)


_COSTS = (
    "= Programme d’ouverture 2025-2027",
    "# Projet 1 : Portail",
    "Coût prévisionnel : 60 000 DH",
    "# Projet 2 : Budget",
)


def _costs(*recapitulation: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    made = read_paper(*_COSTS, "Coût prévisionnel : 20 000 DH", "# Récapitulatif budgétaire", *recapitulation)
    budgets = [each["budget"] for each in _plan(made)["commitments"]]
    return [[line["amount"]["value"] for line in lines] for lines in budgets], codes_of(made)


@pytest.mark.parametrize("heading", ["Coût prévisionnel", "Budget (DH)", "Montant en DH"])
@pytest.mark.parametrize("total", [True, False])
def test_a_table_that_says_the_costs_of_the_projects_again_adds_none(heading: str, *, total: bool) -> None:
    rows = [
        ["Projet", heading],
        ["Portail", "60 000 DH"],
        ["Budget", "20.000,00 DH"],
        *([["Total", "80 000 DH"]] * total),
    ]
    values, codes = _costs(rows)
    assert values == [["60000"], ["20000"]]
    assert codes.count("import/total-row") == total
    assert "import/conflict" not in codes


def test_a_table_that_says_another_cost_contradicts_and_that_is_said() -> None:
    values, codes = _costs([["Projet", "Coût prévisionnel (DH)"], ["Portail", "65 000"], ["Budget", "20 000"]])
    assert (values, codes.count("import/conflict")) == ([["60000"], ["20000"]], 1)


def test_rows_of_one_table_and_other_currencies_are_lines_of_their_own() -> None:
    rows = [["Projet", "Coût"], ["Portail", "5 000 EUR"], ["Portail", "5 000 EUR"], ["Budget", "20 000 DH"]]
    values, codes = _costs(rows)
    assert values == [["60000", "5000", "5000"], ["20000"]]
    assert "import/conflict" not in codes

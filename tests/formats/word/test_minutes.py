"""Minutes of workshops, made up, against what a person reads in them."""

from __future__ import annotations

from typing import Any

from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped


def _workshop(made: Any) -> Any:
    (workshop,) = tree_of(made)["workshops"]
    return workshop


def test_minutes_in_french() -> None:
    made = read_paper(
        "= Compte rendu de l’atelier de co-création de Sidi Exemple",
        "Date : mardi 28 mars 2023",
        "Lieu : Salle des fêtes",
        "Présidé par : Mme Amal Exemple, vice-présidente",
        "Participants :",
        "* Élus",
        "* Association Exemple (12 personnes)",
        "Ordre du jour",
        "* Ouverture",
        "* Travaux",
        "# Groupe de travail 1 : Transparence",
        "Rapporteur : M. Sami Exemple",
        "## Problématiques",
        "* Données fermées",
        "* Délais longs",
        "## Solutions",
        "- Ouvrir un portail",
        "# Groupe de travail 2 : Numérique",
        [
            ["Problème", "Solution", "Recommandation"],
            ["Pas de réseau", "Installer la fibre", "Former"],
            ["Coût", "Tarif social\nSubvention", ""],
        ],
        "# Recommandations générales",
        "Publier le compte rendu.",
    )
    assert _workshop(made) == {
        "title": {"fr": "Compte rendu de l’atelier de co-création de Sidi Exemple"},
        "kind": "co_creation",
        "date": "2023-03-28",
        "place": {"fr": "Salle des fêtes"},
        "chairs": [{"name": {"fr": "Mme Amal Exemple"}, "role": {"fr": "vice-présidente"}}],
        "participants": [
            {"party": {"name": {"fr": "Élus"}}},
            {"party": {"name": {"fr": "Association Exemple"}}, "count": 12},
        ],
        "agenda": [{"fr": "Ouverture"}, {"fr": "Travaux"}],
        "working_groups": [
            {
                "number": "1",
                "title": {"fr": "Transparence"},
                "rapporteurs": [{"name": {"fr": "M. Sami Exemple"}}],
                "contributions": [
                    {"kind": "problem", "text": {"fr": "Données fermées"}},
                    {"kind": "problem", "text": {"fr": "Délais longs"}},
                    {"kind": "solution", "text": {"fr": "Ouvrir un portail"}},
                ],
            },
            {
                "number": "2",
                "title": {"fr": "Numérique"},
                "contributions": [
                    {"kind": "problem", "text": {"fr": "Pas de réseau"}},
                    {"kind": "solution", "text": {"fr": "Installer la fibre"}, "answers": ["@Pas de réseau"]},
                    {"kind": "recommendation", "text": {"fr": "Former"}},
                    {"kind": "problem", "text": {"fr": "Coût"}},
                    {"kind": "solution", "text": {"fr": "Tarif social"}, "answers": ["@Coût"]},
                    {"kind": "solution", "text": {"fr": "Subvention"}, "answers": ["@Coût"]},
                ],
            },
        ],
        "contributions": [{"kind": "recommendation", "text": {"fr": "Publier le compte rendu."}}],
    }
    assert codes_of(made) == []
    assert unmapped(made) == {}


def test_minutes_in_arabic_with_bold_headings() -> None:
    made = read_paper(
        "! محضر ورشة الإعداد المشترك لبرنامج عمل الانفتاح",
        "انعقدت بمقر الجماعة يوم الثلاثاء 28 مارس 2023 ورشة.",
        "! المجموعة الأولى: الولوج إلى المعلومة",
        "الإشكاليات:",
        "ضعف النشر",
        "الحلول:",
        "إحداث بوابة",
        "! المجموعة الثانية: المشاركة",
        [["الإشكاليات", "الحلول", "المقترحات", "التوصيات"], ["غياب فضاء", "فتح فضاء", "برمجة لقاءات", "الاستمرار"]],
    )
    workshop = _workshop(made)
    assert (workshop["kind"], workshop["date"]) == ("co_creation", "2023-03-28")
    assert workshop["working_groups"] == [
        {
            "number": "1",
            "title": {"ar": "الولوج إلى المعلومة"},
            "contributions": [
                {"kind": "problem", "text": {"ar": "ضعف النشر"}},
                {"kind": "solution", "text": {"ar": "إحداث بوابة"}},
            ],
        },
        {
            "number": "2",
            "title": {"ar": "المشاركة"},
            "contributions": [
                {"kind": "problem", "text": {"ar": "غياب فضاء"}},
                {"kind": "solution", "text": {"ar": "فتح فضاء"}, "answers": ["@غياب فضاء"]},
                {"kind": "proposal", "text": {"ar": "برمجة لقاءات"}, "answers": ["@غياب فضاء"]},
                {"kind": "recommendation", "text": {"ar": "الاستمرار"}},
            ],
        },
    ]


def test_minutes_in_english_with_rows_of_kinds_and_a_table_of_participants() -> None:
    made = read_paper(
        "= Minutes of the public consultation",
        [["Date", "12 May 2024"], ["Venue", "Town hall"], ["Organised by", "Town of Example"]],
        [["Name", "Organization"], ["Jane Example", "Club A"], ["", "Club B"]],
        "# Working group 1: Budget",
        [["Problems", "Nobody reads it.\nIt is long."], ["Solutions", "A short one."]],
    )
    assert _workshop(made) == {
        "title": {"en": "Minutes of the public consultation"},
        "kind": "public_consultation",
        "date": "2024-05-12",
        "place": {"en": "Town hall"},
        "organizers": [{"name": {"en": "Town of Example"}}],
        "participants": [
            {"party": {"name": {"en": "Club A"}, "person": {"name": {"en": "Jane Example"}}}},
            {"party": {"name": {"en": "Club B"}}},
        ],
        "working_groups": [
            {
                "number": "1",
                "title": {"en": "Budget"},
                "contributions": [
                    {"kind": "problem", "text": {"en": "Nobody reads it."}},
                    {"kind": "problem", "text": {"en": "It is long."}},
                    {"kind": "solution", "text": {"en": "A short one."}},
                ],
            }
        ],
    }


def test_groups_in_a_column_and_a_problem_merged_beside_its_solutions() -> None:
    made = read_paper(
        "= Rapport d’atelier",
        [
            ["Groupe", "Problématiques", "Solutions"],
            ["Groupe 1 : Eau", "Fuites", "Réparer"],
            ["^", "^", "Surveiller"],
            ["Groupe 2 : Routes", "Trous", "Boucher"],
        ],
    )
    groups = _workshop(made)["working_groups"]
    assert [group["title"]["fr"] for group in groups] == ["Eau", "Routes"]
    assert groups[0]["contributions"] == [
        {"kind": "problem", "text": {"fr": "Fuites"}},
        {"kind": "solution", "text": {"fr": "Réparer"}, "answers": ["@Fuites"]},
        {"kind": "solution", "text": {"fr": "Surveiller"}, "answers": ["@Fuites"]},
    ]
    assert groups[1]["contributions"][1]["answers"] == ["@Trous"]


def test_of_several_problems_nobody_says_which_one_a_solution_answers() -> None:
    made = read_paper("= Rapport d’atelier", [["Problèmes", "Solutions"], ["• A\n• B", "• C\n• D"]])
    brought = _workshop(made)["contributions"]
    assert [(each["kind"], each["text"]["fr"]) for each in brought] == [
        ("problem", "A"),
        ("problem", "B"),
        ("solution", "C"),
        ("solution", "D"),
    ]
    assert all("answers" not in each for each in brought)


def test_another_document_is_kept_whole_and_nothing_is_made_of_it() -> None:
    made = read_paper("Bonjour,", "Objet : rien de particulier", "Fait le 3 mai 2024", [["a", "b"]])
    assert "import/word-not-understood" in codes_of(made)
    tree = tree_of(made)
    assert set(tree) == {"x_unmapped"}
    assert len(tree["x_unmapped"]) == len(unmapped(made)) == 5


def test_a_line_kept_below_the_heading_of_a_group_has_no_label_of_what_stood_above() -> None:
    made = read_paper(
        "= Compte rendu de l’atelier de co-création",
        "Date : 28 mars 2023",
        "Nombre de participants : 45",
        "# Groupe 1 : Transparence",
        "Mots du jour : patience",
        "Problèmes :",
        "* Données fermées",
        "# Groupe 2 : Numérique",
        "Mots du jour : courage",
        "Problèmes :",
        "* Réseau lent",
    )
    kept = [one for group in _workshop(made)["working_groups"] for one in group["x_unmapped"]]
    assert [one.get("label") for one in kept] == [None, None]

"""Ways of writing that councils have beside the usual ones, each made up, against what a careful person reads."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

from opengov_local.formats.word.texts.passages import numbered
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import read_marker


def _workshop(made: Any) -> Any:
    (workshop,) = tree_of(made)["workshops"]
    return workshop


def test_headings_of_tables_are_labels_too_and_what_tables_alone_can_read_is_not() -> None:
    labels = Labels({})
    assert {(each.concept, each.field) for each in labels.meanings("Population cible")} == {
        ("commitment", "beneficiaries")
    }
    assert ("commitment", "progress") in {(each.concept, each.field) for each in labels.meanings("Taux de réalisation")}
    assert {each.field for each in labels.meanings("Budget 2025")} == {"budget"}
    assert labels.meanings("Indicateurs 2025") == ()


def test_questions_below_records_in_the_same_table_are_no_record() -> None:
    made = read_paper(
        [
            ["Intitulé du projet", "Portail", "<", "<"],
            ["Activités", "Responsable", "Échéance", "Coût (DH)"],
            ["Cahier", "DSI", "mars 2025", "0"],
            ["Statut", "Non démarré", "Taux d’avancement", "0 %"],
        ]
    )
    (commitment,) = commitments_of(made)
    assert [each["title"]["fr"] for each in commitment["milestones"]] == ["Cahier"]
    assert (commitment["status"]["code"], commitment["progress"]) == ("not_started", 0)
    assert unmapped(made) == {}


@pytest.mark.parametrize(
    ("line", "title", "due"),
    [
        ("Inventorier (mars 2025)", "Inventorier", "2025-03"),
        ("Inventorier (avec la région)", "Inventorier (avec la région)", None),
        ("Inventorier (2025)", "Inventorier (2025)", "2025"),
    ],
)
def test_a_month_in_brackets_behind_a_step_is_when_it_is_due_and_that_is_said(
    line: str, title: str, due: str | None
) -> None:
    made = read_paper("# Projet 1 : Portail", "Activités :", f"* {line}", "* Publier")
    step = commitments_of(made)[0]["milestones"][0]
    assert (step["title"]["fr"], step.get("due")) == (title, due)
    assert [finding.params.get("field") for finding in made.findings].count("due") == (due is not None)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("1.1 Publier", ("1.1", "Publier")),
        ("P1. Portail", ("P1", "Portail")),
        ("A.2 – Portail", ("A.2", "Portail")),
        ("1.5 km de voie", ("", "1.5 km de voie")),
        ("5G pour tous", ("", "5G pour tous")),
    ],
)
def test_numbers_in_front_of_titles(text: str, parted: tuple[str, str]) -> None:
    assert numbered(text) == parted


def test_columns_in_the_plural_name_axes_projects_and_activities() -> None:
    made = read_paper(
        "! Plan d’action de la commune",
        [
            ["Axes", "Projets", "Actions", "Responsable"],
            ["Axe 1. Transparence", "P1. Portail", "A1. Inventaire", "DSI"],
            ["^", "^", "A2. Publication", "DSI"],
        ],
    )
    (commitment,) = commitments_of(made)
    assert (commitment["number"], commitment["title"], commitment["axes"]) == (
        "P1",
        {"fr": "Portail"},
        ["@Transparence"],
    )
    assert [each["number"] for each in commitment["milestones"]] == ["A1", "A2"]


def test_a_title_in_two_languages_side_by_side_is_one_commitment() -> None:
    made = read_paper(
        [
            ["Titre du projet : Maison du citoyen", "<", "عنوان المشروع: دار المواطن"],
            ["Problématique", "Services dispersés / خدمات متفرقة", "الإشكالية"],
        ]
    )
    assert commitments_of(made) == [
        {
            "title": {"fr": "Maison du citoyen", "ar": "دار المواطن"},
            "problem": {"fr": "Services dispersés", "ar": "خدمات متفرقة"},
        }
    ]


def test_a_span_alone_below_the_name_of_a_commitment_is_its_time_and_that_is_said() -> None:
    made = read_paper(
        "= Open Government Partnership",
        "= National Action Plan 2021-2023",
        [
            ["Commitment 4: Register", "<"],
            ["September 2021 – August 2023", "<"],
            ["What is the public problem that the commitment will address?", "Owners are hidden."],
        ],
    )
    (plan,) = tree_of(made)["plans"]
    assert (plan["title"], plan["framework"]) == ({"en": "National Action Plan 2021-2023"}, "ogp_national")
    assert (plan["commitments"][0]["start"], plan["commitments"][0]["end"]) == ("2021-09", "2023-08")
    assert "import/assumed" in codes_of(made)


def test_lines_that_say_which_part_a_body_has() -> None:
    made = read_paper(
        "# Commitment 1: Budget",
        [["Milestones", "Expected Completion Date", "Stakeholders"], ["Draft", "May 2025", "Lead: Treasury\nClub A"]],
    )
    (step,) = commitments_of(made)[0]["milestones"]
    assert (step["leads"], step["supporting"]) == ([{"name": {"en": "Treasury"}}], [{"name": {"en": "Club A"}}])


def test_shares_of_a_cost_without_its_sum_name_who_pays_them() -> None:
    made = read_paper(
        [
            ["Intitulé du projet", "Portail"],
            ["Problème", "P"],
            ["Montage financier", "Commune : 60 % ; INDH : 40 %"],
        ]
    )
    assert commitments_of(made)[0]["budget"] == [
        {"funder": {"name": {"fr": "Commune"}}, "text": {"fr": "60 %"}},
        {"funder": {"name": {"fr": "INDH"}}, "text": {"fr": "40 %"}},
    ]


def test_title_collectivity_and_years_on_lines_of_their_own() -> None:
    made = read_paper(
        "= PROGRAMME D’ACTION D’OUVERTURE", "! de la Commune d’Agadir", "! 2025-2027", "# PROJET N° 1 : SITE"
    )
    (plan,) = tree_of(made)["plans"]
    assert plan == {
        "title": {"fr": "PROGRAMME D’ACTION D’OUVERTURE"},
        "framework": "remacto",
        "period": {"start": "2025", "end": "2027"},
        "collectivities": ["@Agadir"],
        "commitments": [{"number": "1", "title": {"fr": "SITE"}}],
    }
    assert unmapped(made) == {}


def test_ordinal_adverbs_number_axes() -> None:
    found = read_marker("أولا: محور الشفافية", ("axis",))
    assert found is not None
    assert (found.concept, found.number, found.title) == ("axis", "1", "الشفافية")
    assert read_marker("أولا: نشكر الحضور", ("axis", "commitment")) is None


@pytest.mark.parametrize(
    "blocks",
    [
        ["Commune de Safi", "Objet : Transmission du programme d’ouverture 2024-2026", "Action : pour information"],
        ["J’ai l’honneur de vous transmettre le programme d’ouverture adopté par le conseil.", "Action : pour suite"],
        ["= Règlement du marché", "Titre : Généralités", "Responsable : le régisseur", "Budget : néant",
         [["Action", "Sanction"], ["Retard", "Amende"]]],
    ],
)  # fmt: skip
def test_letters_and_rules_are_no_plan(blocks: list[object]) -> None:
    made = read_paper(*blocks)
    assert set(tree_of(made)) == {"x_unmapped"}
    assert "import/word-not-understood" in codes_of(made)


def test_minutes_whose_title_stands_below_the_word_for_minutes() -> None:
    made = read_paper(
        "Commune d’Essaouira",
        "! COMPTE RENDU",
        "! Atelier de co-création",
        "Date et lieu : Jeudi 14 septembre 2023, Dar Exemple",
        "Nombre de participants : 42 dont 18 femmes",
        "La séance a été ouverte.",
        "! Atelier 1 – Information",
        "Problèmes soulevés :",
        "- Affichage absent",
        "La séance est levée.",
    )
    workshop = _workshop(made)
    assert [each["text"] for each in workshop.pop("x_unmapped")] == ["La séance a été ouverte.", "La séance est levée."]
    assert workshop == {
        "title": {"fr": "Atelier de co-création"},
        "kind": "co_creation",
        "date": "2023-09-14",
        "place": {"fr": "Dar Exemple"},
        "participants": [{"count": 42, "women": 18}],
        "collectivities": ["@Essaouira"],
        "working_groups": [
            {
                "number": "1",
                "title": {"fr": "Information"},
                "contributions": [{"kind": "problem", "text": {"fr": "Affichage absent"}}],
            }
        ],
    }
    assert set(unmapped(made).values()) == {"La séance a été ouverte.", "La séance est levée."}


def test_what_follows_an_answer_on_its_own_line_is_no_part_of_it() -> None:
    made = read_paper(
        "= Workshop report", "Venue: Town Hall", "Facilitators: Jo Sample", "# Working group 1: A", "Problems", "* B"
    )
    assert _workshop(made)["place"] == {"en": "Town Hall"}
    assert "Facilitators: Jo Sample" in unmapped(made).values()


def test_an_agenda_with_typed_numbers_and_a_day_below_the_title() -> None:
    made = read_paper(
        "! محضر ورشة الإعداد المشترك بجماعة العرائش",
        "! بتاريخ 20 ماي 2023",
        "جدول الأعمال:",
        "1- عرض",
        "2- أشغال المجموعات",
        "المجموعة 1: الشفافية",
        "الحلول:",
        "- نشر",
    )
    workshop = _workshop(made)
    assert workshop["agenda"] == [{"ar": "عرض"}, {"ar": "أشغال المجموعات"}]
    assert (workshop["date"], len(workshop["collectivities"])) == ("2023-05-20", 1)


def test_a_label_that_nobody_knows_is_no_description() -> None:
    made = read_paper("# Projet 1 : Portail", "Un portail.", "# Projet 2 : Bornes", "Risque : retards")
    assert [each.get("description") for each in commitments_of(made)] == [{"fr": "Un portail."}, None]
    assert unmapped(made) == {"paragraph 4": "Risque : retards"}


def test_the_lead_institution_below_a_commitment_leads_that_and_a_sign_heads_numbers() -> None:
    made = read_paper(
        "# Commitment 3: Permits",
        [["Lead institution", "Permits Office"], ["Problem", "Delays"]],
        [["#", "Milestone", "Deadline"], ["3.1", "Design", "March 2026"]],
    )
    (plan,) = tree_of(made)["plans"]
    assert "leads" not in plan
    assert plan["commitments"][0]["leads"] == [{"name": {"en": "Permits Office"}}]
    assert plan["commitments"][0]["milestones"][0]["number"] == "3.1"


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        (("# Segundo eje: Transparencia", "# Eje tercero: Participación"), ["2", "3"]),
        (("# المحور السابع: الشفافية", "# المحور العاشر: المشاركة"), ["7", "10"]),
    ],
)
def test_axes_are_counted_in_the_words_of_tables(heads: tuple[str, str], numbers: list[str]) -> None:
    made = read_paper("= Plan de acción 2025-2027", heads[0], "Proyecto 1: Abc", heads[1], "Proyecto 2: Def")
    assert [each["number"] for each in tree_of(made)["plans"][0]["axes"]] == numbers

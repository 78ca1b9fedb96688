"""Letters, newsletters and reports of committees: what stands around commitments is not told of them; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_TITLE = "= Programme d'ouverture 2024-2026"
_ROWS = [["المشروع", "نسبة الإنجاز"], ["بوابة الانفتاح", "60%"], ["مكتب المواطن", "100%"]]
_HEAD = ["المملكة المغربية", "وزارة الداخلية", "عمالة أكادير إداوتنان", "جماعة أكادير"]


@pytest.mark.parametrize("head", [_HEAD, [*_HEAD[:2], _HEAD[3], _HEAD[2]]])
def test_a_letter_is_of_the_commune_below_its_prefecture_and_says_when_things_stood_so(head: list[str]) -> None:
    made = read_paper(
        *head,
        "أكادير في 15 يناير 2026",
        "الموضوع: وضعية تقدم تنفيذ برنامج عمل الانفتاح 2024-2026",
        "وبعد، يشرفني أن أوافيكم بوضعية تقدم تنفيذ المشاريع إلى غاية 31 دجنبر 2025، وفق الجدول التالي:",
        _ROWS,
        "وتفضلوا بقبول فائق التقدير والاحترام.",
    )
    tree = tree_of(made)
    (there,) = tree["collectivities"]
    assert there["identifiers"] == [{"scheme": "MA-HCP", "value": "09.001.01.01"}]
    assert {update["date"] for update in tree["progress_updates"]} == {"2025-12-31"}
    assert "عمالة أكادير إداوتنان" in unmapped(made).values()


@pytest.mark.parametrize(
    "line", ["جهة سوس ماسة - عمالة أكادير إداوتنان - جماعة أكادير", "Région Souss-Massa / Commune d'Agadir"]
)
def test_a_head_on_one_line_is_of_the_commune(line: str) -> None:
    made = read_paper("المملكة المغربية", line, _TITLE, "# Projet 1 : Portail", "Responsable : Service")
    (there,) = tree_of(made)["collectivities"]
    assert there["identifiers"] == [{"scheme": "MA-HCP", "value": "09.001.01.01"}]


def test_two_communes_in_a_letterhead_are_taken_in_their_order() -> None:
    made = read_paper("Commune d'Agadir", "Commune de Tiznit", _TITLE, "# Projet 1 : Portail", "Responsable : Service")
    (there,) = tree_of(made)["collectivities"]
    assert there["name"] == {"fr": "Agadir"}


@pytest.mark.parametrize(
    ("title", "labels", "recommendations"),
    [
        (
            "= تقرير اجتماع لجنة تتبع برنامج عمل الانفتاح 2024-2026",
            ("التاريخ", "المكان", "المشروع 1: بوابة", "ما تم إنجازه"),
            "توصيات اللجنة",
        ),
        (
            "= Rapport de la réunion du comité de suivi du programme d'ouverture 2024-2026",
            ("Date", "Lieu", "Projet 1 : Portail", "Réalisations"),
            "Recommandations du comité de suivi",
        ),
        (
            "= Report of the meeting of the follow-up committee of the action plan 2024-2026",
            ("Date", "Place", "Commitment 1: Portal", "Achievements"),
            "Recommendations of the committee",
        ),
    ],
)
def test_a_report_of_a_meeting_is_minutes(title: str, labels: tuple[str, ...], recommendations: str) -> None:
    date, place, project, done = labels
    made = read_paper(
        title,
        f"{date} : 2026-01-20",
        f"{place} : Agadir",
        f"## {project}",
        f"{done} : Fait.",
        f"# {recommendations}",
        "* Aller plus vite",
    )
    tree = tree_of(made)
    (workshop,) = tree["workshops"]
    assert (workshop["kind"], workshop["date"]) == ("follow_up", "2026-01-20")
    assert [each["kind"] for each in workshop["contributions"]] == ["recommendation"]
    (update,) = tree["progress_updates"]
    assert update["date"] == "2026-01-20"
    assert not any("اجتماع" in text or "meeting" in text for text in tree["plans"][0]["title"].values())
    assert "import/label-unknown" not in codes_of(made)


@pytest.mark.parametrize(
    "heading", ["! Contactez-nous", "## Contact", "! للتواصل معنا", "## Contact us", "! Para más información"]
)
def test_how_to_reach_the_council_is_no_contact_of_the_last_commitment(heading: str) -> None:
    made = read_paper(
        _TITLE,
        "## Le portail",
        "Responsable : service informatique",
        "## Le bureau",
        "Responsable : service social",
        heading,
        "Tél : 0528 00 00 00",
        "Courriel : contact@example.org",
    )
    (plan,) = tree_of(made)["plans"]
    assert plan["points_of_contact"] == [{"contact": {"phone": "0528 00 00 00", "email": "contact@example.org"}}]
    assert [each["leads"] for each in plan["commitments"]] == [
        [{"name": {"fr": "service informatique"}}],
        [{"name": {"fr": "service social"}}],
    ]


def test_a_contact_below_each_commitment_is_its_own() -> None:
    made = read_paper(
        _TITLE,
        "# Projet 1 : Portail",
        "Responsable : service informatique",
        "Tél : 0528 00 00 01",
        "# Projet 2 : Bureau",
        "Responsable : service social",
        "## Contact",
        "Tél : 0528 00 00 02",
    )
    (plan,) = tree_of(made)["plans"]
    numbers = [each["leads"][0]["person"]["contact"]["phone"] for each in plan["commitments"]]
    assert (numbers, "points_of_contact" in plan) == (["0528 00 00 01", "0528 00 00 02"], False)


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        (
            "service informatique. Le portail sera en ligne en juin.",
            "service informatique",
            "Le portail sera en ligne en juin.",
        ),
        ("مصلحة الإعلاميات. سيتم إطلاق البوابة قريبا.", "مصلحة الإعلاميات", "سيتم إطلاق البوابة قريبا."),
        ("M. le Directeur des services", "M. le Directeur des services", None),
        ("Sté. Agadir Smart City Développement Local", "Sté. Agadir Smart City Développement Local", None),
    ],
)
def test_a_sentence_behind_a_body_is_no_part_of_its_name(said: str, name: str, rest: str | None) -> None:
    made = read_paper(_TITLE, "# Projet 1 : Portail", f"Responsable : {said}", "Objectifs : publier")
    (lead,) = tree_of(made)["plans"][0]["commitments"][0]["leads"]
    assert list((lead.get("name") or lead.get("person")).values()) == [name] or rest is None
    assert list(unmapped(made).values()) == ([rest] if rest else [])


@pytest.mark.parametrize(
    ("title", "head", "told"),
    [
        (
            "= Rapport annuel 2025 sur la mise en œuvre du programme d'ouverture 2024-2026",
            "## Projet 1 : Portail",
            "En 2025, la commune a publié le cahier des charges. Le projet est en cours.",
        ),
        (
            "= التقرير السنوي لسنة 2025 حول تنفيذ برنامج عمل الانفتاح 2024-2026",
            "## المشروع 1: بوابة الانفتاح",
            "قامت الجماعة بنشر دفتر التحملات.",
        ),
    ],
)
def test_a_report_in_prose_tells_what_was_done_and_is_no_plan(title: str, head: str, told: str) -> None:
    made = read_paper(title, "# Introduction", "La commune poursuit.", head, told, "# Conclusion", "Merci.")
    tree = tree_of(made)
    (update,) = tree["progress_updates"]
    assert (list(update["text"].values()), update["period"]) == ([told], {"start": "2025", "end": "2025"})
    assert "description" not in tree["plans"][0]["commitments"][0]
    assert next(iter(tree["plans"][0]["title"].values())) != title.removeprefix("= ")


def test_a_plan_whose_projects_have_objectives_stays_a_plan() -> None:
    made = read_paper("= Bilan et programme d'ouverture 2024-2026", "## Projet 1 : Portail", "Objectifs : publier")
    tree = tree_of(made)
    assert "progress_updates" not in tree
    assert tree["plans"][0]["commitments"][0]["objectives"] == {"fr": "publier"}


@pytest.mark.parametrize(
    ("title", "projects", "difficulties"),
    [
        (
            "= Questionnaire de suivi : programme d'ouverture 2024-2026",
            "3. Quels sont les projets du programme ?",
            "5. Quelles difficultés avez-vous rencontrées ?",
        ),
        ("= استمارة تتبع برنامج عمل الانفتاح", "3- ما هي المشاريع المبرمجة؟", "5- ما هي الصعوبات التي واجهتموها؟"),
    ],
)
def test_a_question_below_a_list_of_projects_is_none_of_them(title: str, projects: str, difficulties: str) -> None:
    made = read_paper(title, projects, "* Portail", "* Bureau", difficulties, "Manque de moyens")
    (plan,) = tree_of(made)["plans"]
    assert [next(iter(each["title"].values())) for each in plan["commitments"]] == ["Portail", "Bureau"]
    assert list(unmapped(made).values()) == ["Manque de moyens"]
    assert not set(plan["title"].values()) & {title.removeprefix("= ")}


def test_numbered_parts_below_those_present_are_none_of_them() -> None:
    made = read_paper(
        "= Compte rendu de la réunion du comité de suivi du programme d'ouverture 2024-2026",
        "Date : 20 janvier 2026",
        "Présents : M. X, président ; Mme Y, association Z",
        "1. Suivi des recommandations de la réunion précédente",
        "2. État d'avancement des projets",
        [["Projet", "Avancement", "Difficultés"], ["Portail", "60 %", "Marché"], ["Bureau", "100 %", ""]],
    )
    (workshop,) = tree_of(made)["workshops"]
    persons = [each["party"]["person"]["name"]["fr"] for each in workshop["participants"]]
    assert persons == ["M. X", "Mme Y"]
    assert "1. Suivi des recommandations de la réunion précédente" in unmapped(made).values()


def test_an_agenda_ends_where_its_list_ends() -> None:
    made = read_paper(
        "Procès-verbal de la réunion du comité de suivi",
        "Ordre du jour :",
        "1. Examen du programme d'ouverture 2025-2027",
        "2. Budget 2025",
        "Point n° 1 : Examen du programme",
        "M. le Président présente le programme.",
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [each["fr"] for each in workshop["agenda"]] == [
        "Examen du programme d'ouverture 2025-2027",
        "Budget 2025",
    ]
    assert "M. le Président présente le programme." in unmapped(made).values()


def test_a_decision_without_an_annex_gives_the_plan_that_it_approves() -> None:
    made = read_paper(
        "! Délibération n° 45/2024 du 24 octobre 2024",
        "Le conseil communal, réuni en session ordinaire le 24 octobre 2024,",
        "DÉCIDE",
        "Article premier : D'approuver le programme d'ouverture 2025-2027.",
        "Article 2 : Le président est chargé de l'exécution de la présente délibération.",
    )
    (plan,) = tree_of(made)["plans"]
    assert plan["title"] == {"fr": "programme d'ouverture 2025-2027"}
    assert [(each["date"], each["deliberation"]) for each in plan["adoptions"]] == [("2024-10-24", "45/2024")]


def test_a_word_that_ends_a_sentence_is_no_label() -> None:
    made = read_paper(
        "= Rapport annuel 2025 sur la mise en œuvre du programme d'ouverture 2024-2026",
        "## Projet 1 : Portail",
        "Fait.",
        "## Projet 2 : Bureau",
        "Réalisations.",
    )
    assert [update["text"]["fr"] for update in tree_of(made)["progress_updates"]] == ["Fait.", "Réalisations."]

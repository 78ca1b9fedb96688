"""When a plan was adopted, as sentences around it tell; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.wording.words.adoption_sentences import Adopted, adoption_in
from opengov_local.importing.dates import DateContext

TITLE = "= Programme d’ouverture de la commune d’Exemple 2025-2026"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Le programme a été adopté par le conseil lors de la session ordinaire d’octobre 2025.",
            Adopted("2025-10", "session ordinaire d’octobre 2025", "ordinary"),
        ),
        (
            "Adopté lors de la séance extraordinaire du 3 mai 2024",
            Adopted("2024-05-03", "séance extraordinaire du 3 mai 2024", "extraordinary"),
        ),
        ("تمت المصادقة عليه خلال دورة أكتوبر 2024 العادية", Adopted("2024-10", "دورة أكتوبر 2024 العادية", "ordinary")),
        ("The plan was adopted on 3 May 2024.", Adopted("2024-05-03")),
        ("Le programme 2024-2026 a été adopté le 3 mai 2024", Adopted("2024-05-03")),
        ("Aprobado mediante Resolución del Concejo Municipal del 20 de marzo de 2025", Adopted("2025-03-20")),
        (
            "Par délibération n° 2025-112 du 18 décembre 2025, le conseil a approuvé le plan",
            Adopted("2025-12-18", number="2025-112"),
        ),
        (
            "Adopté en session de novembre 2025 (session extraordinaire du 12 novembre 2025)",
            Adopted(
                "2025-11-12",
                "session de novembre 2025 (session extraordinaire du 12 novembre 2025)",
                "extraordinary",
            ),
        ),
        (
            "المجلس الجماعي صادق خلال دورته العادية لشهر فبراير المنعقدة بتاريخ 4 فبراير 2026 على البرنامج",
            Adopted("2026-02-04", "دورته العادية لشهر فبراير المنعقدة بتاريخ 4 فبراير 2026", "ordinary"),
        ),
        ("Le programme sera adopté en octobre 2025", None),
        ("لم يصادق على البرنامج في أكتوبر 2025", None),
        ("Le programme n’a pas été adopté en octobre 2025", None),
        ("سيتم اعتماده خلال دورة أكتوبر 2025", None),
        ("Adopté en mai 2024, modifié en juin 2025", None),  # two dates
        ("Le conseil s’est réuni en mai 2024", None),
    ],
)
def test_when_something_was_adopted(sentence: str, said: Adopted | None) -> None:
    assert adoption_in(sentence, DateContext()) == said


def test_the_adoption_of_a_plan_in_prose_is_put_beside_the_kept_words_and_said() -> None:
    sentence = "Le programme a été adopté par le conseil lors de la session ordinaire d’octobre 2025."
    made = read_paper(TITLE, sentence, "# Projet 1 : Portail", "Objectifs : publier")
    (plan,) = tree_of(made)["plans"]
    assert plan["adoptions"] == [
        {"date": "2025-10", "session": {"fr": "session ordinaire d’octobre 2025"}, "session_kind": "ordinary"}
    ]
    assert unmapped(made) == {"paragraph 2": sentence}
    assert "adoptions" in [finding.params.get("field") for finding in made.findings if finding.code == "import/assumed"]


def test_what_else_was_adopted_is_no_adoption_of_the_plan() -> None:
    made = read_paper(
        TITLE,
        "# Projet 1 : Portail",
        "Problème : le plan d’action adopté en mai 2020 est échu",
        "Objectifs : publier",
        *(f"Ligne {number}" for number in range(8)),
    )
    assert "adoptions" not in tree_of(made)["plans"][0]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Il a été adopté lors de la session ordinaire d’octobre 2025 tenue le 6 octobre 2025.", "2025-10-06"),
        ("وقد تمت المصادقة عليه خلال الدورة العادية لشهر أكتوبر 2025 المنعقدة يوم 7 أكتوبر 2025", "2025-10-07"),
    ],
)
def test_a_sentence_may_name_the_plan_by_a_pronoun(sentence: str, date: str) -> None:
    made = read_paper(TITLE, sentence, "# Projet 1 : Portail", "Objectifs : publier")
    assert [each["date"] for each in tree_of(made)["plans"][0]["adoptions"]] == [date]


def test_a_label_goes_before_prose() -> None:
    made = read_paper(
        TITLE, "Date d’adoption : 3 mai 2025", "Programme adopté en avril 2025", "# Projet 1 : Portail", "Objectifs : x"
    )
    assert [each["date"] for each in tree_of(made)["plans"][0]["adoptions"]] == ["2025-05-03"]


def test_a_column_that_records_of_a_plan_cannot_hold_is_named() -> None:
    made = read_paper(
        TITLE, "# Projet 1 : Portail", [["Activités", "Difficultés", "Xxx"], ["Inventaire", "Délais", "yyy"]]
    )
    assert codes_of(made).count("import/column-unmapped") == 1
    assert sorted(unmapped(made).values()) == ["yyy"]


COMMITMENTS = ("# Projet 1 : Portail", "Objectif : publier", "# Projet 2 : Bureau", "Objectif : accueillir")


@pytest.mark.parametrize(
    ("head", "title", "said"),
    [
        (
            (
                "! Extrait du registre des délibérations",
                "Séance du 18 décembre 2025",
                "! Délibération n° 2025-112 : Plan d’action pour un gouvernement ouvert 2026-2027 - approbation",
                "Article 1er : D’approuver le plan d’action pour un gouvernement ouvert 2026-2027.",
            ),
            {"fr": "Plan d’action pour un gouvernement ouvert 2026-2027"},
            {"date": "2025-12-18", "session": {"fr": "Séance du 18 décembre 2025"}, "deliberation": "2025-112"},
        ),
        (
            (
                "= Délibération n° 2025-112 du 18 décembre 2025",
                "Objet : Approbation du plan d’action 2026-2027",
                "Le conseil, à l’unanimité, approuve le plan d’action ci-après.",
            ),
            {"fr": "plan d’action 2026-2027"},
            {"date": "2025-12-18", "deliberation": "2025-112"},
        ),
        (
            (
                "= مقرر عدد 23/2025 بتاريخ 7 أكتوبر 2025 يتعلق بالمصادقة على برنامج عمل الانفتاح 2026-2027",
                "يصادق مجلس الجماعة بإجماع أعضائه الحاضرين على برنامج عمل الانفتاح كما يلي:",
            ),
            {"ar": "برنامج عمل الانفتاح 2026-2027"},
            {"date": "2025-10-07", "deliberation": "23/2025"},
        ),
        (
            (
                "! ACUERDO N° 15-2025",
                "Sesión ordinaria del 20 de marzo de 2025",
                "Se aprueba el Plan de Acción de Gobierno Abierto 2026-2027:",
            ),
            {"es": "Plan de Acción de Gobierno Abierto 2026-2027"},
            {
                "date": "2025-03-20",
                "session": {"es": "Sesión ordinaria del 20 de marzo de 2025"},
                "session_kind": "ordinary",
                "deliberation": "15-2025",
            },
        ),
        (
            (
                "! محضر الدورة العادية لشهر أكتوبر 2025",
                "! النقطة الأولى: الدراسة والمصادقة على برنامج عمل الانفتاح 2026-2027",
                "صادق المجلس بالإجماع على برنامج عمل الانفتاح",
            ),
            {"ar": "برنامج عمل الانفتاح 2026-2027"},
            {"date": "2025-10", "session": {"ar": "الدورة العادية لشهر أكتوبر 2025"}, "session_kind": "ordinary"},
        ),
    ],
)
def test_a_decision_that_approves_a_plan_is_its_adoption(
    head: tuple[str, ...], title: dict[str, str], said: dict[str, object]
) -> None:
    spanish = [line.replace("Projet", "Compromiso").replace("Objectif", "Objetivo") for line in COMMITMENTS]
    (plan,) = tree_of(read_paper(*head, *(spanish if "es" in title else COMMITMENTS)))["plans"]
    assert plan["title"] == title
    assert plan["adoptions"] == [said]
    assert plan["period"] == {"start": "2026", "end": "2027"}


@pytest.mark.parametrize(
    "line", ["Projet de délibération n° 12 du 3 mai 2025", "Séance du 3 mai 2025", "Décision n° 12 du 3 mai 2025"]
)
def test_a_day_alone_and_a_draft_adopt_nothing(line: str) -> None:
    (plan,) = tree_of(read_paper(TITLE, line, *COMMITMENTS))["plans"]
    assert "adoptions" not in plan


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("= برنامج الانفتاح 2026-2028 ومآل المقترحات", "برنامج الانفتاح 2026-2028"),
        ("= Programme d’ouverture 2026-2028 (pour approbation)", "Programme d’ouverture 2026-2028"),
        ("= Action plan 2026-2028 and responses to proposals", "Action plan 2026-2028"),
        ("= Plan d’action d’adoption", "Plan d’action d’adoption"),
    ],
)
def test_what_else_a_document_holds_is_no_part_of_the_name_of_its_plan(title: str, name: str) -> None:
    (plan,) = tree_of(read_paper(title, *COMMITMENTS))["plans"]
    assert list(plan["title"].values()) == [name]


def test_the_day_counts_where_another_sentence_names_its_month() -> None:
    lines = ("Adopté par le conseil le 3 mai 2025", "Programme adopté lors de la session ordinaire de mai 2025")
    for first, last in (lines, lines[::-1]):
        (plan,) = tree_of(read_paper(TITLE, first, *COMMITMENTS, last))["plans"]
        assert [each["date"] for each in plan["adoptions"]] == ["2025-05-03"]
    (plan,) = tree_of(read_paper(TITLE, "Adopté par le conseil le 3 juin 2025", *COMMITMENTS, lines[1]))["plans"]
    assert "adoptions" not in plan


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Document validé en conseil communautaire le 14 mars 2024. Mise à jour : septembre 2025.", "2024-03-14"),
        ("Plan adopté par le conseil le 14 mars 2024 ; il sera évalué en 2026.", "2024-03-14"),
        ("The plan was adopted on 3 May 2024. It will be updated in 2026.", "2024-05-03"),
        ("تمت المصادقة على البرنامج في أكتوبر 2024. سيتم تحيينه سنة 2026.", "2024-10"),
        ("Le plan a été adopté le 3 mai 2024. Le plan a été adopté de nouveau le 5 juin 2025.", None),
        ("Le plan sera adopté le 3 mai 2026. Mise à jour : juin 2025.", None),
    ],
)
def test_one_sentence_of_several_tells_it(text: str, date: str | None) -> None:
    (plan,) = tree_of(read_paper(TITLE, text, "# Projet 1 : Portail", "Objectifs : publier"))["plans"]
    assert [each["date"] for each in plan.get("adoptions", ())] == ([date] if date else [])


@pytest.mark.parametrize(
    ("line", "adoption", "kept"),
    [
        (
            "Session : Session ordinaire de mai 2025 (8 mai 2025)",
            {
                "date": "2025-05-08",
                "session": {"fr": "Session ordinaire de mai 2025 (8 mai 2025)"},
                "session_kind": "ordinary",
            },
            False,
        ),
        (
            "الدورة: الدورة العادية لشهر ماي 2025 (8 ماي 2025)",
            {
                "date": "2025-05-08",
                "session": {"ar": "الدورة العادية لشهر ماي 2025 (8 ماي 2025)"},
                "session_kind": "ordinary",
            },
            False,
        ),
        ("Adoption : adopté à l’unanimité le 8 mai 2025", {"date": "2025-05-08"}, True),
        ("Date d’adoption : prévue en octobre 2026", {"planned": "2026-10"}, True),
        ("Date d’adoption : 8 mai 2025", {"date": "2025-05-08"}, False),
        ("Délibération : n° 12 du 8 mai 2025", {"date": "2025-05-08", "deliberation": "12"}, True),
        ("N° de délibération : 2025/12", {"deliberation": "2025/12"}, False),
    ],
)
def test_a_label_for_the_adoption_has_its_words_around_the_day(
    line: str, adoption: dict[str, object], kept: bool
) -> None:
    made = read_paper(TITLE, line, "# Projet 1 : Portail", language="fr")
    assert tree_of(made)["plans"][0]["adoptions"] == [adoption]
    assert bool(unmapped(made)) == kept


def test_labels_below_each_other_speak_of_one_adoption_and_a_session_alone_of_none() -> None:
    lines = "Date d’adoption : 8 mai 2025", "Session : ordinaire de mai", "Délibération : 12"
    (adoption,) = tree_of(read_paper(TITLE, *lines, "# Projet 1 : Portail"))["plans"][0]["adoptions"]
    assert (adoption["date"], adoption["session_kind"], adoption["deliberation"]) == ("2025-05-08", "ordinary", "12")
    alone = read_paper(TITLE, "Session : plénière", "# Projet 1 : Portail")
    assert "adoptions" not in tree_of(alone)["plans"][0]
    assert "Session" in str(unmapped(alone)) or "plénière" in str(unmapped(alone))


def test_another_day_of_the_same_adoption_is_said_and_one_to_come_is_another() -> None:
    decided = "Délibération : n° 12/2025 du 8 mai 2025"
    made = read_paper(TITLE, "Date d’adoption : 28 mars 2025", decided, "# Projet 1 : Portail")
    assert tree_of(made)["plans"][0]["adoptions"] == [{"date": "2025-03-28", "deliberation": "12/2025"}]
    (conflict,) = (each for each in made.findings if each.code == "import/conflict")
    assert (conflict.params["kept"], conflict.params["text"]) == ("2025-03-28", "2025-05-08")
    values = [each.params["value"] for each in made.findings if each.params.get("field") == "adoptions"]
    assert "2025-05-08" not in values
    two = read_paper(TITLE, "Date d’adoption : prévue le 12 octobre 2026", decided, "# Projet 1 : Portail")
    assert tree_of(two)["plans"][0]["adoptions"] == [
        {"planned": "2026-10-12"},
        {"date": "2025-05-08", "deliberation": "12/2025"},
    ]

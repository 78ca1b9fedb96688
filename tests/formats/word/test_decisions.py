"""Decisions of councils with the plan annexed: which plan, adopted on which day, and tables of votes; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

from opengov_local.document import Import
from opengov_local.formats.wording.words.letters import plan_named_in

_AR = [
    ["المحاور", "المشاريع", "الأنشطة", "الجهة المكلفة بالتنفيذ", "أجل الإنجاز"],
    ["الشفافية", "بوابة الانفتاح", "إعداد دفتر التحملات", "مصلحة الإعلاميات", "مارس 2025"],
    ["المشاركة", "مكتب المواطن", "تجهيز المقر", "مصلحة الشؤون", "2026"],
]
_FR = [
    ["Axe", "Projet", "Activité", "Responsable", "Échéance"],
    ["Transparence", "Portail", "Étude", "Service A", "mars 2025"],
    ["Participation", "Bureau", "Local", "Service B", "2026"],
]
_AR_TITLE, _FR_TITLE = {"ar": "برنامج عمل الانفتاح 2025-2026"}, {"fr": "Programme d'ouverture 2025-2027"}
_ARTICLE = "المادة الأولى: يصادق المجلس على برنامج عمل الانفتاح 2025-2026 المرفق بهذا المقرر."
_APPROVED = "Article 1 : Le conseil approuve le programme d'ouverture 2025-2027 annexé à la présente délibération."

DECISIONS: list[tuple[list[object], dict[str, str], str]] = [
    (
        [
            "! مقرر رقم 27/2024",
            "الدورة العادية لشهر أكتوبر 2024 - الجلسة المنعقدة بتاريخ 7 أكتوبر 2024",
            "النقطة الخامسة: الدراسة والمصادقة على برنامج عمل الانفتاح 2025-2026",
            "إن المجلس الجماعي، المجتمع في إطار دورته العادية لشهر أكتوبر 2024،",
            _ARTICLE,
            "! ملحق: برنامج عمل الانفتاح 2025-2026",
            _AR,
        ],
        _AR_TITLE,
        "2024-10-07",
    ),
    (
        [
            "! مقرر رقم 27/2024",
            "الموضوع: المصادقة على برنامج عمل الانفتاح 2025-2026",
            "إن المجلس الجماعي، المجتمع في إطار دورته العادية لشهر أكتوبر 2024 خلال جلسته المنعقدة يوم 7 أكتوبر 2024،",
            "يقرر ما يلي:",
            _ARTICLE,
            "! الملحق رقم 1: برنامج عمل الانفتاح 2025-2026",
            _AR,
        ],
        _AR_TITLE,
        "2024-10-07",
    ),
    (
        [
            "! Délibération n° 27/2024",
            "Session ordinaire d'octobre 2024 – séance du 24 octobre 2024",
            _APPROVED,
            "! Annexe : Programme d'ouverture 2025-2027",
            _FR,
        ],
        _FR_TITLE,
        "2024-10-24",
    ),
    (
        [
            "! Délibération n° 27/2024",
            "Objet : Approbation du programme d'ouverture de la commune",
            "Le conseil, réuni en session ordinaire d'octobre 2024 au cours de sa séance du 24 octobre 2024,",
            "Article 1 : Le programme d'ouverture 2025-2027 est approuvé.",
            "! Annexe 1 : Programme d'ouverture 2025-2027",
            _FR,
        ],
        _FR_TITLE,
        "2024-10-24",
    ),
    (
        ["! Délibération n° 27/2024", "Session ordinaire, séance du 24 octobre 2024", _APPROVED, _FR],
        {"fr": "programme d'ouverture 2025-2027"},
        "2024-10-24",
    ),
]


def _plan(made: Import) -> dict[str, Any]:
    plan: dict[str, Any] = tree_of(made)["plans"][0]
    return plan


@pytest.mark.parametrize(("blocks", "title", "day"), DECISIONS)
def test_a_decision_names_its_plan_and_the_day_of_its_session(
    blocks: list[object], title: dict[str, str], day: str
) -> None:
    made = read_paper(*blocks)
    plan = _plan(made)
    assert plan["title"] == title
    ((adopted),) = plan["adoptions"]
    assert (adopted["date"], adopted["session_kind"], adopted["deliberation"]) == (day, "ordinary", "27/2024")
    assert len(plan["commitments"]) == 2
    assumed = [each.params["field"] for each in made.findings if each.code == "import/assumed"]
    assert {"title", "adoptions"} <= set(assumed)


@pytest.mark.parametrize(
    "votes",
    [
        [
            ["عدد الأعضاء الحاضرين", "عدد الأصوات المعبر عنها", "الموافقون", "الرافضون", "الممتنعون"],
            ["24", "24", "22", "0", "2"],
        ],
        [["Nombre de présents", "Nombre de voix pour", "Nombre d'abstentions :"], ["24", "22", "2"]],
        [["Number of votes cast", "24"], ["Number of abstentions", "2"]],
    ],
)
def test_a_table_of_votes_asks_nothing(votes: list[list[str]]) -> None:
    made = read_paper("! Délibération n° 27/2024", "Séance du 24 octobre 2024", votes, _APPROVED, _FR)
    assert "import/label-unknown" not in codes_of(made)
    assert len(_plan(made)["commitments"]) == 2


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("approuve le plan d'action 2025-2027, joint à la présente", "plan d'action 2025-2027"),
        ("the council approves the action plan 2025-2027 attached hereto", "action plan 2025-2027"),
        ("يصادق على برنامج عمل الانفتاح 2025-2026 كما هو مرفق", "برنامج عمل الانفتاح 2025-2026"),
        ("aprueba el plan de acción 2025-2027 adjunto", "plan de acción 2025-2027"),
        ("Plan d'action de la commune annexe de Tassila 2025", "Plan d'action de la commune annexe de Tassila 2025"),
    ],
)
def test_the_name_of_a_plan_ends_before_what_a_sentence_says_of_it(sentence: str, name: str) -> None:
    assert plan_named_in(sentence) == name


def test_of_two_sessions_in_one_sentence_none_is_the_day() -> None:
    made = read_paper(
        "! Délibération n° 27/2024",
        "Séance du 24 octobre 2024, reportée au 3 novembre 2024",
        _APPROVED,
        _FR,
    )
    assert "adoptions" not in _plan(made)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Le conseil communal d'Agadir, réuni en session ordinaire le 24 octobre 2024,", {"fr": "Agadir"}),
        ("Le Conseil de la commune d'Agadir réuni le 24 octobre 2024 en session ordinaire", {"fr": "Agadir"}),
        ("إن المجلس الجماعي لأكادير، المجتمع في دورته العادية بتاريخ 24 أكتوبر 2024،", {"ar": "أكادير"}),
        ("إن المجلس الجماعي للرباط المجتمع في دورته العادية بتاريخ 24 أكتوبر 2024،", {"ar": "الرباط"}),
        ("Le conseil municipal de Grenoble, réuni en session ordinaire le 24 octobre 2024,", None),
    ],
)
def test_a_decision_is_of_the_council_that_it_names(sentence: str, name: dict[str, str] | None) -> None:
    tree = tree_of(read_paper("! Délibération n° 27/2024", sentence, _APPROVED, _FR))
    assert [each["name"] for each in tree.get("collectivities", [])] == ([name] if name else [])


@pytest.mark.parametrize(
    ("title", "decisions", "heads"),
    [
        ("Compte rendu de la réunion inventée", "Décisions :", ["Action", "Responsable", "Échéance"]),
        ("Minutes of a made-up meeting", "Decisions", ["Action", "Responsible", "Due date"]),
        ("محضر اجتماع خيالي", "القرارات", ["الإجراء", "المسؤول", "الأجل"]),
    ],
)
def test_minutes_of_nothing_but_decisions_are_no_plan(title: str, decisions: str, heads: list[str]) -> None:
    made = read_paper(
        f"= {title}", decisions, "1. Abc", "2. Def", [heads, ["Ghi", "DSI", "2026"], ["Jkl", "SG", "2026"]]
    )
    tree = tree_of(made)
    assert "plans" not in tree
    assert len(tree["workshops"]) == 1

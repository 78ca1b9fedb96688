"""What a document closes with, and what stands at its head, is nothing of its plan; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.wording.words.plan_words import is_letterhead, names_plan
from opengov_local.formats.wording.words.signing import is_place_and_day, signs

FRENCH = [["Projet", "Activité", "Échéance"], ["Portail", "Étude", "2025-03"], ["Maison", "Plan", "2025-06"]]
PLANS: list[list[object]] = [
    ["= Programme d’ouverture 2025-2026", "# Axe 1 : Transparence", FRENCH],
    ["= Programme d’ouverture 2025-2026", FRENCH],
    ["= Programme d’ouverture 2025-2026", "# Projet 1 : Portail", "Un portail.", "# Projet 2 : Maison", "Une maison."],
    ["= Programme d’ouverture 2025-2026", "# Projet 1 : Portail", [["Activité", "Échéance"], ["Étude", "2025"]]],
    ["= Plan de acción 2025-2026", "! COMPROMISO 1", [["Nombre del compromiso", "Datos"], ["Problema", "Faltan"]]],
    ["= برنامج الانفتاح 2025-2026", "# المشروع 1: البوابة", [["النشاط", "المسؤول"], ["دراسة", "مصلحة"]]],
]
CLOSES: list[list[object]] = [
    ["Fait à Ville Inventée, le 9 octobre 2025", "Le Président du Conseil"],
    ["Le Président du Conseil"],
    ["Ville Inventée, le 9 octobre 2025"],
    ["! Ville Inventée, le 9 octobre 2025", "! La secrétaire générale", "A. Inventée"],
    ["Valle Inventado, 28 de febrero de 2025", "Alcaldesa    Secretaria"],
    ["حرر بواد النخيل في 10 أكتوبر 2024", "رئيس المجلس الجماعي"],
    ["حرر بواد النخيل في 10 أكتوبر 2024"],
    [[["Le président", "Le directeur des services"], ["", ""]]],
    ["Signé : le Directeur des services"],
]


def _pieces(blocks: list[object]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, list):
            found += [text for row in block for text in row if text]
        else:
            found.append(str(block).removeprefix("! "))
    return found


@pytest.mark.parametrize("close", CLOSES)
@pytest.mark.parametrize("plan", PLANS)
def test_what_a_plan_closes_with_is_kept_beside_the_plan(plan: list[object], close: list[object]) -> None:
    open_plan, made = tree_of(read_paper(*plan))["plans"][0], read_paper(*plan, *close)
    (closed,) = tree_of(made)["plans"]
    assert [each["text"] for each in closed.pop("x_unmapped")] == _pieces(close)
    assert closed == open_plan
    assert codes_of(made).count("import/pieces-kept") == 1


@pytest.mark.parametrize(
    "close", [["Le rapporteur général", "Signé : le Directeur des services"], *CLOSES[:2], CLOSES[3], *CLOSES[5:]]
)
def test_what_minutes_close_with_is_nothing_that_was_brought(close: list[object]) -> None:
    minutes = ["= Procès-verbal de l’atelier", "Date : 12 mars 2025", "! Groupe 1 : Transparence", "Problèmes :"]
    minutes += ["* Portail lent", "Recommandations :", "* Publier le budget"]
    made = read_paper(*minutes, *close)
    (workshop,) = tree_of(made)["workshops"]
    assert [each["text"] for each in workshop.pop("x_unmapped")] == _pieces(close)
    assert workshop == tree_of(read_paper(*minutes))["workshops"][0]


@pytest.mark.parametrize(
    "last",
    [
        "Le président du conseil réunira un comité chaque mois.",
        "Le comité se réunira le 14 janvier 2026",
        "Responsable : le président du conseil",
        "Le président du conseil : suivi mensuel",
    ],
)
def test_what_says_something_of_the_last_commitment_closes_nothing(last: str) -> None:
    (plan,) = tree_of(read_paper("# Projet 1 : Portail", "Un portail.", "# Projet 2 : Maison", last))["plans"]
    assert "x_unmapped" not in plan
    assert len(plan["commitments"][1].keys() - {"number", "title"}) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oued Inventé, le 14 janvier 2026", True),
        ("Ville Inventée, 28 de febrero de 2025.", True),
        ("وادي النخيل في 10 أكتوبر 2024", False),
        ("وادي النخيل، في 10 أكتوبر 2024", True),
        ("Oued Inventé, le 14 janvier 2026, à 10 heures", False),
        ("Publier le budget : le 14 janvier 2026", False),
        ("janvier 2026", False),
    ],
)
def test_place_and_day(text: str, found: bool) -> None:
    assert is_place_and_day(text) is found


def test_who_signs() -> None:
    assert is_place_and_day("وادي النخيل في 10 أكتوبر 2024", signed=True)
    assert signs("Le Président du Conseil")
    assert not signs("Le Président du Conseil présente le programme.")


@pytest.mark.parametrize(
    ("end", "title"), [("# خلاصة", "برنامج الانفتاح"), ("# Bilan général", "Programme d’ouverture")]
)
def test_a_last_section_as_high_as_the_commitments_is_the_plan_s(end: str, title: str) -> None:
    words = "Une partie du programme est faite." if title.startswith("P") else "أنجز جزء من البرنامج."
    made = read_paper(f"= {title} 2025", "# Projet 1 : A", "Un portail.", "# Projet 2 : B", "Une maison.", end, words)
    (plan,) = tree_of(made)["plans"]
    assert [(each["label"], each["text"]) for each in plan["x_unmapped"]] == [(end.removeprefix("# "), words)]


ARABIC = [["المشروع", "النشاط", "المسؤول"], ["البوابة", "دراسة", "مصلحة"]]


@pytest.mark.parametrize(
    ("head", "title", "language"),
    [
        (
            ["! المملكـــة المغربيـــة", "! جماعـــة مخترعة", "! جدول تركيبي لبرنامَج الانفتاح ٢٠٢٥ - ٢٠٢٦"],
            "جدول تركيبي لبرنامَج الانفتاح ٢٠٢٥ - ٢٠٢٦",
            "ar",
        ),
        (["! المملكة المغربية", "! وزارة الداخلية", "برنامج الانفتاح 2025-2026"], "برنامج الانفتاح 2025-2026", "ar"),
        (
            ["! لجنة تتبع برنامج الانفتاح", "= برنامج الانفتاح 2025-2026 لجماعة مخترعة"],
            "برنامج الانفتاح 2025-2026 لجماعة مخترعة",
            "ar",
        ),
        (["! مجلس جهة مخترعة (جهة متخيلة)", "= برنامج الانفتاح 2025-2026"], "برنامج الانفتاح 2025-2026", "ar"),
        (
            ["! ROYAUME DU MAROC", "! Commune inventée", "= Programme d’ouverture 2025-2026"],
            "Programme d’ouverture 2025-2026",
            "fr",
        ),
        (
            ["Comité de suivi du programme d’ouverture", "= Programme d’ouverture 2025-2026"],
            "Programme d’ouverture 2025-2026",
            "fr",
        ),
        (["= Royaume du Maroc", "! Programme d’ouverture 2025-2026"], "Programme d’ouverture 2025-2026", "fr"),
    ],
)
def test_a_letterhead_is_no_title(head: list[str], title: str, language: str) -> None:
    made = read_paper(*head, ARABIC if language == "ar" else FRENCH)
    (plan,) = tree_of(made)["plans"]
    assert plan["title"] == {language: title}
    assert (plan["framework"], plan["period"]) == ("remacto", {"start": "2025", "end": "2026"})


def test_a_plan_with_nothing_but_a_letterhead_is_said_to_have_no_title() -> None:
    made = read_paper("! Royaume du Maroc", "! Commune inventée", FRENCH)
    assert "title" not in tree_of(made)["plans"][0]
    assert "import/plan-without-title" in codes_of(made)


def test_words_of_a_letterhead_and_of_a_plan() -> None:
    assert is_letterhead("المملكة المغربية")
    assert not is_letterhead("Commune ouverte : programme d’ouverture 2025")
    assert names_plan("مشروع لبرنامج الانفتاح")
    assert not names_plan("لجنة برنامج الانفتاح")


def test_a_council_above_the_title_and_a_period_below_it_are_no_commitment() -> None:
    made = read_paper(
        "! مجلس جهة مخترعة (جهة متخيلة)",
        "= برنامج الانفتاح 2024-2025",
        "الفترة: من 1 يناير 2025 إلى 30 يونيو 2025",
        "# المشروع 1: البوابة",
        "المسؤول: مصلحة",
        "نسبة الإنجاز: ٠٪",
    )
    (plan,) = tree_of(made)["plans"]
    assert (plan["title"], plan["period"]) == (
        {"ar": "برنامج الانفتاح 2024-2025"},
        {"start": "2025-01-01", "end": "2025-06-30"},
    )
    assert [(one["number"], one["progress"]) for one in plan["commitments"]] == [("1", 0)]
    assert list(unmapped(made).values()) == ["مجلس جهة مخترعة (جهة متخيلة)"]  # which is in no register
    assert "import/territory-unknown" in codes_of(made)

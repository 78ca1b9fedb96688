"""Cards that say everything in French and in Arabic, in one row or another order; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

TITLE = "# Programme de la commune ouverte 2025-2026 / برنامج الجماعة المنفتحة 2025-2026"
CARD = [
    ["Intitulé", "Afficher les tarifs", "عرض التعريفة", "العنوان"],
    ["Responsable", "Régie communale", "شساعة المداخيل", "المسؤول"],
    ["Partenaires", "Association A", "جمعية أ", "الشركاء"],
    ["Activités", "- Étude\n- Pose", "- دراسة\n- تركيب", "الأنشطة"],
    ["Échéance", "31/12/2025", "31/12/2025", "الأجل"],
    ["Budget", "10 000 DH", "10.000 درهم", "الميزانية"],
    ["État", "En cours", "في طور الإنجاز", "الحالة"],
]
WANTED = {
    "number": "1",
    "title": {"fr": "Afficher les tarifs", "ar": "عرض التعريفة"},
    "leads": [{"name": {"fr": "Régie communale", "ar": "شساعة المداخيل"}}],
    "supporting": [{"name": {"fr": "Association A", "ar": "جمعية أ"}}],
    "milestones": [{"title": {"fr": "Étude", "ar": "دراسة"}}, {"title": {"fr": "Pose", "ar": "تركيب"}}],
    "end": "2025-12-31",
    "budget": [{"amount": {"value": "10000", "currency": "MAD"}}],
}


def _commitments(made: Any) -> list[dict[str, Any]]:
    (plan,) = tree_of(made)["plans"]
    commitments: list[dict[str, Any]] = plan["commitments"]
    return commitments


def _turned(*order: int) -> list[list[str]]:
    return [[row[at] for at in order] for row in CARD]


@pytest.mark.parametrize(
    "rows",
    [
        CARD,
        _turned(0, 3, 1, 2),
        _turned(0, 1, 3, 2),
        _turned(3, 2, 1, 0),
        [["Rubrique", "Français", "العربية", "البيان"], *CARD],
        [["", "Français", "العربية"], *([f"{row[0]} / {row[3]}", *row[1:3]] for row in CARD)],
    ],
)
def test_a_card_in_two_languages_is_one_commitment(rows: list[list[str]]) -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", rows)
    (commitment,) = _commitments(made)
    assert commitment.pop("status")["code"] == "in_progress"
    assert commitment == WANTED
    assert unmapped(made) == {}
    assert "import/parts-differ" not in codes_of(made)


def test_several_cards_are_as_many_commitments() -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", CARD, "# Engagement n° 2 – الالتزام رقم 2", CARD[1:])
    assert [each["number"] for each in _commitments(made)] == ["1", "2"]


def test_cards_in_one_table_are_parted_by_their_headings() -> None:
    heads = [[f"Engagement {n} / الالتزام {n}", "<", "<", "<"] for n in (1, 2)]
    other = [["Intitulé", "Ouvrir", "فتح", "العنوان"], *CARD[1:]]
    made = read_paper(TITLE, [heads[0], *CARD, heads[1], *other])
    assert [each["title"]["ar"] for each in _commitments(made)] == ["عرض التعريفة", "فتح"]


@pytest.mark.parametrize(
    ("label", "one", "two", "label_ar", "field"),
    [
        ("Échéance", "31/12/2025", "30/06/2025", "الأجل", "end"),
        ("Budget", "10 000 DH", "12.000 درهم", "الميزانية", "budget"),
        ("Partenaires", "Association A, Association B", "جمعية أ", "الشركاء", "supporting"),
        ("État", "En cours", "منجز", "الحالة", "status"),
    ],
)
def test_what_the_two_languages_say_differently_is_said_and_kept(
    label: str, one: str, two: str, label_ar: str, field: str
) -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", [*CARD[:2], [label, one, two, label_ar]])
    alone = read_paper(TITLE, "# Engagement 1", [*([row[0], row[1]] for row in CARD[:2]), [label, one]])
    assert _commitments(made)[0][field] == _commitments(alone)[0][field]
    assert codes_of(made).count("import/parts-differ") == 1
    assert two in unmapped(made).values()


def test_one_merged_answer_is_that_of_both() -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", [*CARD[:2], ["Échéance", "31/12/2025", "<", "الأجل"]])
    assert _commitments(made)[0]["end"] == "2025-12-31"
    assert unmapped(made) == {}


def test_a_row_that_nobody_knows_is_kept() -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", [*CARD[:2], ["Xyz", "abc", "دهو", "حطي"]])
    assert {"abc", "دهو"} <= set(unmapped(made).values())
    assert "import/label-unknown" in codes_of(made)


def test_a_heading_in_two_languages_with_titles_is_one() -> None:
    made = read_paper(TITLE, "# Projet 1 : Portail / المشروع 1: بوابة", [["Responsable", "DSI"], ["Budget", "10 DH"]])
    (commitment,) = _commitments(made)
    assert (commitment["number"], commitment["title"]) == ("1", {"fr": "Portail", "ar": "بوابة"})


def test_a_report_in_two_languages_has_one_update() -> None:
    rows = [
        *CARD[:2],
        CARD[6],
        ["Réalisations", "Fait", "تم", "المنجزات"],
        ["Difficultés", "Délais", "آجال", "الصعوبات"],
    ]
    made = read_paper(
        "= Rapport d’avancement du plan d’action 2024-2026 au 30 juin 2025", "# Engagement 1 / الالتزام 1", rows
    )
    (update,) = tree_of(made)["progress_updates"]
    assert update["status"]["code"] == "in_progress"
    assert update["text"] == {"fr": "Fait", "ar": "تم"}


def test_a_column_that_only_commitments_have_is_kept_beside_an_activity() -> None:
    rows = [["Activité", "Valeurs OGP"], ["Étude", "Transparence"], ["Pose", "Participation"]]
    made = read_paper(TITLE, "# Engagement 1 : Tarifs", rows)
    assert [each["title"] for each in _commitments(made)[0]["milestones"]] == [{"fr": "Étude"}, {"fr": "Pose"}]
    assert set(unmapped(made).values()) == {"Transparence", "Participation"}

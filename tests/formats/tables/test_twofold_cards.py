"""Cards of a sheet that say everything in French and in Arabic; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

TITLE = ["Programme de la commune ouverte 2025-2026"]
CARD = [
    ["Intitulé", "Afficher les tarifs", "عرض التعريفة", "العنوان"],
    ["Responsable", "Régie communale", "شساعة المداخيل", "المسؤول"],
    ["Partenaires", "Association A", "جمعية أ", "الشركاء"],
    ["Activités", "- Étude\n- Pose", "- دراسة\n- تركيب", "الأنشطة"],
    ["Échéance", "31/12/2025", "31/12/2025", "الأجل"],
    ["Budget", "10 000 DH", "10.000 درهم", "الميزانية"],
]
OTHER = [["Intitulé", "Ouvrir", "فتح", "العنوان"], *CARD[1:]]
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
    commitments: list[dict[str, Any]] = shown(made)["plans"][0]["commitments"]
    return commitments


@pytest.mark.parametrize(
    "rows",
    [
        CARD,
        [[row[0], row[3], row[1], row[2]] for row in CARD],
        [[row[0], row[1], row[3], row[2]] for row in CARD],
        [[f"{row[0]} / {row[3]}", *row[1:3]] for row in CARD],
        [["Rubrique", "Français", "العربية"], *(row[:3] for row in CARD)],
    ],
)
def test_a_card_in_two_languages_is_one_commitment(rows: list[list[str]]) -> None:
    grid = sheet(TITLE, ["Engagement 1 / الالتزام 1"], *rows)
    made = read(grid)
    assert _commitments(made) == [WANTED]
    assert accounted(made, grid)


def test_cards_below_each_other_are_one_commitment_each() -> None:
    grid = sheet(TITLE, ["Engagement 1 / الالتزام 1"], *CARD, [], ["Engagement 2 / الالتزام 2"], *OTHER, ["Fait à Fès"])
    made = read(grid)
    assert [(each["number"], each["title"]["ar"]) for each in _commitments(made)] == [
        ("1", "عرض التعريفة"),
        ("2", "فتح"),
    ]
    assert accounted(made, grid)


def test_a_merged_answer_is_that_of_both_languages() -> None:
    made = read(sheet(TITLE, *CARD[:4], ["Échéance", "31/12/2025", "", "الأجل"]))
    assert _commitments(made)[0]["end"] == "2025-12-31"


def test_what_the_two_languages_say_differently_is_kept_and_said() -> None:
    made = read(sheet(TITLE, *CARD[:4], ["Budget", "10 000 DH", "12.000 درهم", "الميزانية"]))
    assert {"import/columns-apart", "import/parts-differ"} & set(codes(made))


def test_two_projects_side_by_side_stay_two() -> None:
    made = read(
        sheet(TITLE, ["Intitulé", "Portail", "Forum"], ["Responsable", "DSI", "SG"], ["Budget", "10 DH", "20 DH"])
    )
    assert [each["title"] for each in _commitments(made)] == [{"fr": "Portail"}, {"fr": "Forum"}]

"""Cards of a sheet that say everything in French and in Arabic; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet
from tests.formats.twofold import CARD, OTHER, WANTED, labels_together, turned

TITLE = ["Programme de la commune ouverte 2025-2026"]


@pytest.mark.parametrize(
    "rows",
    [
        CARD,
        turned(CARD, 0, 3, 1, 2),
        turned(CARD, 0, 1, 3, 2),
        labels_together(CARD),
        [["Rubrique", "Français", "العربية"], *turned(CARD, 0, 1, 2)],
    ],
)
def test_a_card_in_two_languages_is_one_commitment(rows: list[list[str]]) -> None:
    grid = sheet(TITLE, ["Engagement 1 / الالتزام 1"], *rows)
    made = read(grid)
    assert commitments_of(made) == [WANTED]
    assert accounted(made, grid)


def test_cards_below_each_other_are_one_commitment_each() -> None:
    grid = sheet(TITLE, ["Engagement 1 / الالتزام 1"], *CARD, [], ["Engagement 2 / الالتزام 2"], *OTHER, ["Fait à Fès"])
    made = read(grid)
    assert [(each["number"], each["title"]["ar"]) for each in commitments_of(made)] == [
        ("1", "عرض التعريفة"),
        ("2", "فتح"),
    ]
    assert accounted(made, grid)


def test_a_merged_answer_is_that_of_both_languages() -> None:
    made = read(sheet(TITLE, *CARD[:4], ["Échéance", "31/12/2025", "", "الأجل"]))
    assert commitments_of(made)[0]["end"] == "2025-12-31"


def test_what_the_two_languages_say_differently_is_kept_and_said() -> None:
    made = read(sheet(TITLE, *CARD[:4], ["Budget", "10 000 DH", "12.000 درهم", "الميزانية"]))
    assert {"import/columns-apart", "import/parts-differ"} & set(codes(made))


def test_two_projects_side_by_side_stay_two() -> None:
    made = read(
        sheet(TITLE, ["Intitulé", "Portail", "Forum"], ["Responsable", "DSI", "SG"], ["Budget", "10 DH", "20 DH"])
    )
    assert [each["title"] for each in commitments_of(made)] == [{"fr": "Portail"}, {"fr": "Forum"}]

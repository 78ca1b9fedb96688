"""Cards that say everything in French and in Arabic, in one row or another order; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.twofold import CARD, OTHER, STATE, WANTED, labels_together, turned
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

TITLE = "# Programme de la commune ouverte 2025-2026 / برنامج الجماعة المنفتحة 2025-2026"
WITH_STATE = [*CARD, STATE]


@pytest.mark.parametrize(
    "rows",
    [
        WITH_STATE,
        turned(WITH_STATE, 0, 3, 1, 2),
        turned(WITH_STATE, 0, 1, 3, 2),
        turned(WITH_STATE, 3, 2, 1, 0),
        [["Rubrique", "Français", "العربية", "البيان"], *WITH_STATE],
        [["", "Français", "العربية"], *labels_together(WITH_STATE)],
    ],
)
def test_a_card_in_two_languages_is_one_commitment(rows: list[list[str]]) -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", rows)
    (commitment,) = commitments_of(made)
    assert commitment.pop("status")["code"] == "in_progress"
    assert commitment == WANTED
    assert unmapped(made) == {}
    assert "import/parts-differ" not in codes_of(made)


IN_CELLS = [[f"{row[0]} : {row[1]}", f"{row[3]}: {row[2]}"] for row in WITH_STATE]
"""The card with each label in the cell of its answer."""


@pytest.mark.parametrize(
    "rows",
    [
        IN_CELLS,
        turned(IN_CELLS, 1, 0),
        [["Français", "العربية"], *([cell.replace(":", "\n", 1) for cell in row] for row in IN_CELLS)],
        [["\n".join(row[0] for row in IN_CELLS), "\n".join(row[1] for row in IN_CELLS)]],
        [[row[0], f"{row[1]}\n{row[2]}", row[3]] for row in WITH_STATE],
        [[f"{row[0]} / {row[3]}", f"{row[1]}\n{row[2]}"] for row in WITH_STATE],
        [[row[0], f"{row[1]}\n{row[2]}"] for row in WITH_STATE],
        [[row[0], f"{row[1]} / {row[2]}" if "\n" not in row[1] else f"{row[1]}\n{row[2]}"] for row in WITH_STATE],
    ],
)
def test_label_and_answer_or_both_languages_may_share_a_cell(rows: list[list[str]]) -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", rows)
    (commitment,) = commitments_of(made)
    assert commitment.pop("status")["code"] == "in_progress"
    assert commitment == WANTED
    assert unmapped(made) == {}
    assert not {"import/parts-differ", "import/conflict", "import/date-unread"} & set(codes_of(made))


def test_cards_with_labels_in_their_cells_are_parted_by_rows_that_name_them_twice() -> None:
    heads = [[f"Engagement n° {number}", f"الالتزام رقم {number}"] for number in (1, 2)]
    named = [["Engagement 3 : Ouvrir", "الالتزام 3: فتح"]]
    made = read_paper(TITLE, [heads[0], *IN_CELLS, heads[1], *IN_CELLS], [*named, *IN_CELLS[1:]])
    first, second, third = commitments_of(made)
    assert [each["number"] for each in (first, second, third)] == ["1", "2", "3"]
    assert third["title"] == {"fr": "Ouvrir", "ar": "فتح"}
    assert unmapped(made) == {}


def test_rows_of_such_a_card_that_nobody_knows_or_that_differ_are_kept_and_said() -> None:
    rows = [*IN_CELLS[:3], ["Xyz : abc", "دهو: حطي"], ["Budget : 10 000 DH", "الميزانية: 12.000 درهم"]]
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", rows)
    assert commitments_of(made)[0]["budget"] == WANTED["budget"]
    assert {"Xyz : abc", "دهو: حطي", "12.000 درهم"} == set(unmapped(made).values())
    assert {"import/parts-differ", "import/label-unknown"} <= set(codes_of(made))


def test_bodies_with_names_in_two_scripts_are_not_one_where_the_card_is_in_one_language() -> None:
    rows = [["Intitulé", "Ouvrir"], ["Objectif", "Publier"], ["Partenaires", "Association A\nجمعية ب"]]
    (commitment,) = commitments_of(read_paper("# Plan 2025-2026", "# Engagement 1", rows))
    assert len(commitment["supporting"]) == 2


def test_several_cards_are_as_manycommitments_of() -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", CARD, "# Engagement n° 2 – الالتزام رقم 2", CARD[1:])
    assert [each["number"] for each in commitments_of(made)] == ["1", "2"]


def test_cards_in_one_table_are_parted_by_their_headings() -> None:
    heads = [[f"Engagement {n} / الالتزام {n}", "<", "<", "<"] for n in (1, 2)]
    made = read_paper(TITLE, [heads[0], *CARD, heads[1], *OTHER])
    assert [each["title"]["ar"] for each in commitments_of(made)] == ["عرض التعريفة", "فتح"]


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
    assert commitments_of(made)[0][field] == commitments_of(alone)[0][field]
    assert codes_of(made).count("import/parts-differ") == 1
    assert two in unmapped(made).values()


def test_one_merged_answer_is_that_of_both() -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", [*CARD[:2], ["Échéance", "31/12/2025", "<", "الأجل"]])
    assert commitments_of(made)[0]["end"] == "2025-12-31"
    assert unmapped(made) == {}


def test_a_row_that_nobody_knows_is_kept() -> None:
    made = read_paper(TITLE, "# Engagement 1 / الالتزام 1", [*CARD[:2], ["Xyz", "abc", "دهو", "حطي"]])
    assert {"abc", "دهو"} <= set(unmapped(made).values())
    assert "import/label-unknown" in codes_of(made)


def test_a_heading_in_two_languages_with_titles_is_one() -> None:
    made = read_paper(TITLE, "# Projet 1 : Portail / المشروع 1: بوابة", [["Responsable", "DSI"], ["Budget", "10 DH"]])
    (commitment,) = commitments_of(made)
    assert (commitment["number"], commitment["title"]) == ("1", {"fr": "Portail", "ar": "بوابة"})


def test_a_report_in_two_languages_has_one_update() -> None:
    rows = [
        *CARD[:2],
        STATE,
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
    assert [each["title"] for each in commitments_of(made)[0]["milestones"]] == [{"fr": "Étude"}, {"fr": "Pose"}]
    assert set(unmapped(made).values()) == {"Transparence", "Participation"}


_NUMBERED = [
    ["Projet 1", "Site web", "موقع إلكتروني", "المشروع 1"],
    ["Objectif", "Informer", "إخبار المواطنين", "الهدف"],
    ["Responsable", "Service A", "مصلحة المعلوميات", "المسؤول"],
]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 3, 1, 2), (0, 1, 3, 2), (0, 1, 2)])
def test_the_title_of_a_card_in_two_languages_may_stand_beside_the_number_alone(order: tuple[int, ...]) -> None:
    second = [["Projet 2", "Journal", "جريدة", "المشروع 2"], *_NUMBERED[1:]]
    made = read_paper(TITLE, turned(_NUMBERED, *order), turned(second, *order))
    assert [(each["number"], each["title"], each["objectives"]) for each in commitments_of(made)] == [
        ("1", {"fr": "Site web", "ar": "موقع إلكتروني"}, {"fr": "Informer", "ar": "إخبار المواطنين"}),
        ("2", {"fr": "Journal", "ar": "جريدة"}, {"fr": "Informer", "ar": "إخبار المواطنين"}),
    ]
    assert unmapped(made) == {}


@pytest.mark.parametrize("shape", ["table", "fiche", "lines"])
@pytest.mark.parametrize(
    "labels",
    [
        ["المشروع Projet", "المسؤول Responsable", "تاريخ البداية Date de début", "تاريخ النهاية Date de fin"],
        ["Projet المشروع", "Responsable المسؤول", "Date de début تاريخ البداية", "Date de fin تاريخ النهاية"],
        ["المشروع Project", "المسؤول Lead", "تاريخ البداية Start date", "تاريخ النهاية End date"],
    ],
)
def test_labels_in_two_scripts_with_a_blank_between(labels: list[str], shape: str) -> None:
    said = ["Portail", "Service A", "03/2026", "12/2026"]
    pairs = list(zip(labels, said, strict=True))
    lines = ["# Projet 1 : Portail", *(f"{label} : {value}" for label, value in pairs[1:])]
    shapes: dict[str, list[Any]] = {
        "table": [[labels, said]],
        "fiche": [[list(pair) for pair in pairs]],
        "lines": lines,
    }
    parts = shapes[shape]
    (only,) = commitments_of(read_paper("= Plan d’action 2026-2028", *parts))
    assert [[*lead["name"].values()] for lead in only["leads"]] == [["Service A"]]
    assert (only["start"], only["end"], "description" in only) == ("2026-03", "2026-12", False)

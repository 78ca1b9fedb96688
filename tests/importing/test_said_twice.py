"""Plans that stand in a file twice, in French and in Arabic: joined where nothing is in doubt; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown
from tests.formats.word import papers

import opengov_local as ogl

HEAD = ["N°", "Axe", "Projet", "Responsable", "Échéance", "Budget (DH)"]
HEAD_AR = ["الرقم", "المحور", "المشروع", "المسؤول", "الأجل", "الميزانية (درهم)"]
ROWS: list[list[Any]] = [
    [1, "Transparence", "Afficher les tarifs", "Régie communale", "31/12/2025", 10000],
    [2, "Transparence", "Ouvrir un guichet", "Service technique", "30/06/2026", 20000],
    [3, "Participation", "Créer un conseil", "Service des associations", "30/09/2026", 30000],
]
ROWS_AR: list[list[Any]] = [
    [1, "الشفافية", "عرض التعريفة", "شساعة المداخيل", "31/12/2025", 10000],
    [2, "الشفافية", "فتح شباك", "المصلحة التقنية", "30/06/2026", 20000],
    [3, "المشاركة", "إحداث مجلس", "مصلحة الجمعيات", "30/09/2026", 30000],
]
TITLES = [{"fr": one[2], "ar": other[2]} for one, other in zip(ROWS, ROWS_AR, strict=True)]
IN_TURN = [row for pair in zip(ROWS, ROWS_AR, strict=True) for row in pair]
BARE = [row for one, other in zip(ROWS, ROWS_AR, strict=True) for row in (one, ["", *other[1:4], "", ""])]
"""Rows in turn, of which the Arabic ones have neither numbers nor sums nor days."""


def _without_numbers(rows: list[list[Any]]) -> list[list[Any]]:
    return [row[1:] for row in rows]


@pytest.mark.parametrize(
    "grids",
    [
        [sheet(HEAD, *ROWS, name="Français"), sheet(HEAD_AR, *ROWS_AR, name="عربي")],
        [sheet(*_without_numbers([HEAD, *ROWS]), name="Français"), sheet(*_without_numbers([HEAD_AR, *ROWS_AR]))],
        [sheet(HEAD, *ROWS, [""], HEAD_AR, *ROWS_AR)],
        [sheet(HEAD, *IN_TURN)],
        [sheet(HEAD, *BARE)],
    ],
)
def test_projects_that_stand_there_twice_are_one_each(grids: list[Any]) -> None:
    imported = read(*grids)
    made = commitments_of(imported)
    assert [one["title"] for one in made] == TITLES
    assert [len(one["budget"]) for one in made] == [1, 1, 1]
    assert made[0]["leads"] == [{"name": {"fr": "Régie communale", "ar": "شساعة المداخيل"}}]
    assert [axis["title"] for axis in shown(imported)["plans"][0]["axes"]] == [
        {"fr": "Transparence", "ar": "الشفافية"},
        {"fr": "Participation", "ar": "المشاركة"},
    ]
    assert codes(imported).count("import/languages-joined") == 1
    assert "import/conflict" not in codes(imported)
    assert all(accounted(imported, grid) for grid in grids)
    assert ogl.validate(imported).valid


def test_what_was_read_of_the_second_is_said_of_the_one_that_both_are() -> None:
    imported = read(sheet(HEAD, *ROWS, name="Français"), sheet(HEAD_AR, *ROWS_AR, name="عربي"))
    assert imported.document
    assert imported.account
    tree = imported.document.tree
    first = tree["plans"][0]["commitments"][0]
    read_from = {one["original"] for one in tree["sources"][0]["extracts"] if one["target"] == first["id"]}
    assert {"Afficher les tarifs", "عرض التعريفة"} <= read_from
    entries = [entry for entry in imported.account.entries if entry.piece.text == "شساعة المداخيل"]
    assert {entry.target for entry in entries} == {first["id"]}


def test_a_sum_in_which_the_two_differ_is_kept_and_said() -> None:
    others = [ROWS_AR[0], [*ROWS_AR[1][:5], 25000], ROWS_AR[2]]
    imported = read(sheet(HEAD, *ROWS, name="Français"), sheet(HEAD_AR, *others, name="عربي"))
    second = commitments_of(imported)[1]
    assert second["title"] == TITLES[1]
    assert [line["amount"]["value"] for line in second["budget"]] == ["20000"]
    assert [kept["text"] for kept in second["x_unmapped"]] == ["25000"]
    assert codes(imported).count("import/conflict") == 1
    assert accounted(imported, sheet(HEAD_AR, *others, name="عربي"))


def test_projects_that_may_be_the_same_stay_apart_with_a_finding() -> None:
    rows = [[row[2], row[4]] for row in ROWS]
    others = [[row[2], row[4]] for row in ROWS_AR]
    imported = read(sheet(["Projet", "Échéance"], *rows, name="F"), sheet(["المشروع", "الأجل"], *others, name="ع"))
    assert len(commitments_of(imported)) == 6
    assert codes(imported).count("import/languages-apart") == 1


@pytest.mark.parametrize(
    "rows",
    [
        [*ROWS, *([number, *row[1:4], "15/01/2027", 7000] for number, row in enumerate(ROWS_AR, 4))],
        [ROWS[0], ROWS_AR[1], ROWS[2]],
        [ROWS[0], [2, *ROWS_AR[0][1:4], "01/02/2026", 500]],
    ],
)
def test_other_projects_with_titles_in_arabic_are_their_own(rows: list[list[Any]]) -> None:
    imported = read(sheet(HEAD, *rows))
    assert len(commitments_of(imported)) == len(rows)
    assert not {"import/languages-joined", "import/languages-apart"} & set(codes(imported))


FOUR = ["Créer un portail", "Former les agents", "Ouvrir la salle", "Publier le budget"]
OTHER_FOUR = ["تنظيف الشواطئ", "إحداث ملعب", "دعم التعاونيات", "إصلاح الطريق"]
IN_DOUBT: list[tuple[list[str], list[list[Any]], list[list[Any]]]] = [
    (["Responsable"], [["DSI"]] * 4, [["مصلحة البيئة"]] * 4),
    (["Échéance"], [["31/12/2027"]] * 4, [["31/12/2027"]] * 4),
    (["Budget (DH)"], [[1000], [2000], [3000], [4000]], [[""]] * 4),
    (["Axe"], [["Transparence"]] * 4, [["Transparence"]] * 4),
]
"""What four projects in French and four others in Arabic state, by which nobody can tell them for the same."""
APART: list[tuple[list[str], list[list[Any]], list[list[Any]]]] = [
    (["Responsable"], [["DSI"], ["DRH"], ["SG"], ["DAF"]], [["ONEE"], ["ADS"], ["INDH"], ["DRE"]]),
    (["Axe", "Échéance"], [["Transparence", "2027"]] * 4, [["Participation", "2027"]] * 4),
    (["Échéance"], [["31/12/2027"]] * 4, [["30/06/2026"]] * 4),
]
"""What they state where all of it says that they are not."""


def _four(stated: list[list[Any]], titles: list[str]) -> list[list[Any]]:
    return [[title, *row] for title, row in zip(titles, stated, strict=True)]


@pytest.mark.parametrize("in_turn", [True, False])
@pytest.mark.parametrize(("heads", "one", "other"), [*IN_DOUBT, *APART])
def test_projects_of_which_but_the_place_agrees_are_not_joined(
    heads: list[str], one: list[list[Any]], other: list[list[Any]], in_turn: bool
) -> None:
    sides = _four(one, FOUR), _four(other, OTHER_FOUR)
    rows = [row for pair in zip(*sides, strict=True) for row in pair] if in_turn else [*sides[0], *sides[1]]
    imported = read(sheet(["Projet", *heads], *rows))
    assert len(commitments_of(imported)) == 8
    assert codes(imported).count("import/languages-apart") == ((heads, one, other) in IN_DOUBT)


def test_numbers_that_begin_again_in_another_language_tell_nothing_alone() -> None:
    rows = [[[number, title, "2025", "2027"] for number, title in enumerate(side, 1)] for side in (FOUR, OTHER_FOUR)]
    imported = read(sheet(["N°", "Projet", "Début", "Fin"], *rows[0], *rows[1]))
    assert len(commitments_of(imported)) == 8
    assert codes(imported).count("import/languages-apart") == 1


def test_a_project_that_differs_in_all_but_its_number_stays_apart_from_those_that_are_joined() -> None:
    rows = [[number, title, f"31/12/{2024 + number}", 1000 * number] for number, title in enumerate(FOUR, 1)]
    again = [[number, title, f"31/12/{2024 + number}", 1000 * number] for number, title in enumerate(OTHER_FOUR, 1)]
    again[3][2:] = ["01/06/2025", 9]
    imported = read(sheet(["N°", "Projet", "Échéance", "Budget (DH)"], *rows, *again))
    made = commitments_of(imported)
    assert [len(one["title"]) for one in made] == [2, 2, 2, 1, 1]
    assert made[4]["budget"][0]["amount"]["value"] == "9"
    assert {"import/languages-joined", "import/languages-apart"} <= set(codes(imported))


CARDS = [
    [["Intitulé", "Afficher"], ["Activités", "- Étude\n- Pose"], ["Échéance", "31/12/2025"], ["Budget", "10 000 DH"]],
    [["Intitulé", "Ouvrir"], ["Activités", "- Étude\n- Pose"], ["Échéance", "31/12/2025"], ["Budget", "20 000 DH"]],
]
CARDS_AR = [
    [["عرض", "العنوان"], ["- دراسة\n- تركيب", "الأنشطة"], ["31/12/2025", "الأجل"], ["10.000 درهم", "الميزانية"]],
    [["فتح", "العنوان"], ["- دراسة\n- تركيب", "الأنشطة"], ["31/12/2025", "الأجل"], ["20.000 درهم", "الميزانية"]],
]
PLAN, PLAN_AR = "= Programme d'action de la commune ouverte 2025-2026", "= برنامج عمل الجماعة المنفتحة 2025-2026"


@pytest.mark.parametrize(
    "blocks",
    [
        [PLAN, "## Engagement 1", CARDS[0], "## Engagement 2", CARDS[1],
         PLAN_AR, "## الالتزام 1", CARDS_AR[0], "## الالتزام 2", CARDS_AR[1]],
        [PLAN, PLAN_AR, "## Engagement 1", CARDS[0], "## الالتزام 1", CARDS_AR[0],
         "## Engagement 2", CARDS[1], "## الالتزام 2", CARDS_AR[1]],
        [PLAN, PLAN_AR, CARDS[0], CARDS_AR[0], CARDS[1], CARDS_AR[1]],
    ],
)  # fmt: skip
def test_word_plans_and_cards_below_each_other_are_one(blocks: list[object]) -> None:
    imported = papers.read_paper(*blocks)
    (plan,) = papers.tree_of(imported)["plans"]
    assert plan["title"].keys() == {"fr", "ar"}
    made = plan["commitments"]
    assert [one["title"] for one in made] == [{"fr": "Afficher", "ar": "عرض"}, {"fr": "Ouvrir", "ar": "فتح"}]
    assert [[step["title"]["ar"] for step in one["milestones"]] for one in made] == [["دراسة", "تركيب"]] * 2
    assert [len(one["budget"]) for one in made] == [1, 1]
    assert papers.unmapped(imported) == {}
    assert papers.codes_of(imported).count("import/languages-joined") == 1


def test_steps_of_one_project_in_two_languages_are_said() -> None:
    steps = ["- Étude", "- دراسة", "- Pose", "- تركيب", "- Bilan", "- حصيلة"]
    for lines, said in ((steps, 1), (steps[:5], 0), (steps[::2], 0)):
        imported = papers.read_paper(PLAN, [["Intitulé du projet", "Portail"], ["Activités", "\n".join(lines)]])
        assert papers.codes_of(imported).count("import/languages-apart") == said


@pytest.mark.parametrize("numbered", [True, False])
def test_cards_that_state_little_are_not_taken_for_the_other_language_of_the_card_above(numbered: bool) -> None:
    blocks: list[object] = [PLAN]
    for at, (title, other) in enumerate(zip(FOUR, OTHER_FOUR, strict=True)):
        one, two = [["Intitulé du projet", title]], [["عنوان المشروع", other]]
        if numbered:
            one, two = [["N°", str(2 * at + 1)], *one], [["الرقم", str(2 * at + 2)], *two]
        else:
            one.append(["Budget (DH)", str(1000 * at + 1000)])
        blocks += [one, two]
    imported = papers.read_paper(*blocks)
    (plan,) = papers.tree_of(imported)["plans"]
    assert [len(one["title"]) for one in plan["commitments"]] == [1] * 8
    assert "import/conflict" not in papers.codes_of(imported)
    assert papers.codes_of(imported).count("import/languages-apart") == (not numbered)


@pytest.mark.parametrize(("counts", "said"), [((4, 3), 1), ((3, 4), 1), ((4, 1), 0), ((2, 5), 0)])
def test_lists_of_unequal_length_in_two_languages_are_said(counts: tuple[int, int], said: int) -> None:
    sides = [[[title, "DSI"] for title in side] for side in ([*FOUR, "Afficher"], [*OTHER_FOUR, "عرض"])]
    grids = [sheet([head, "Responsable"], *side[:count], name=head)
             for head, side, count in zip(["Projet", "المشروع"], sides, counts, strict=True)]  # fmt: skip
    imported = read(*grids)
    assert len(commitments_of(imported)) == sum(counts)
    assert codes(imported).count("import/languages-apart") == said


def test_two_rows_in_turn_of_which_one_has_no_number_are_said_apart() -> None:
    imported = read(sheet(HEAD, *BARE[:4]))
    assert len(commitments_of(imported)) == 4
    assert "import/languages-apart" in codes(imported)
    numbered = [[at, *row[1:4], "", ""] for at, row in enumerate(BARE[:4], 1)]
    assert "import/languages-apart" not in codes(read(sheet(HEAD, *numbered)))

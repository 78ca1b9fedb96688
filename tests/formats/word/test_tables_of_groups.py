"""Minutes whose groups are rows of tables, below headings of sections; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_BROUGHT = [
    ["المجموعة", "الإشكاليات", "المقترحات"],
    ["المجموعة 1: الحكامة", "بطء المساطر", "نشر المحاضر"],
    ["المجموعة 2: البيئة", "قلة الحاويات", "اقتناء الحاويات"],
]
_DECIDED = [["المقترح", "المآل", "التعليل"], ["نشر المحاضر", "مقبول", "abc"]]
_LED = [
    ["المجموعة", "المنشط", "المقرر"],
    ["المجموعة 1: الحكامة", "السيد ألف", "السيدة باء"],
    ["المجموعة 2: البيئة", "السيد جيم", "السيدة دال"],
]


def test_headings_above_a_table_of_groups_are_none() -> None:
    made = read_paper(
        "= محضر ورشة الإعداد المشترك لبرنامج الانفتاح",
        "## أولا: عروض المجموعات",
        _BROUGHT,
        "## ثالثا: مآل المقترحات",
        _DECIDED,
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [group["title"] for group in workshop["working_groups"]] == [{"ar": "الحكامة"}, {"ar": "البيئة"}]
    assert "import/conflict" not in codes_of(made)


def test_who_led_a_group_may_stand_in_a_table_below() -> None:
    made = read_paper("= محضر ورشة الإعداد المشترك لبرنامج الانفتاح", _BROUGHT, "فقرة.", _LED)
    (workshop,) = tree_of(made)["workshops"]
    groups = workshop["working_groups"]
    assert [group["number"] for group in groups] == ["1", "2"]
    assert all(len(group["facilitators"]) == len(group["rapporteurs"]) == 1 for group in groups)
    assert all(len(group["contributions"]) == 2 for group in groups)


def test_who_led_a_group_and_reported_may_stand_beside_what_it_brought() -> None:
    table = [
        ["Groupe", "Animateur", "Rapporteur", "Problématiques", "Propositions"],
        ["Groupe 1 : Jeunesse", "Mme Fictive A", "M. Fictif B", "Manque de terrains", "Créer un terrain"],
        ["Groupe 2 : Transparence", "M. Fictif C", "", "Manque d’information", "Portail web"],
    ]
    (workshop,) = tree_of(read_paper("= Procès-verbal de l’atelier de concertation", table))["workshops"]
    first, second = workshop["working_groups"]
    assert [first[field][0]["name"]["fr"] for field in ("facilitators", "rapporteurs")] == [
        "Mme Fictive A",
        "M. Fictif B",
    ]
    assert [person["name"]["fr"] for person in second["facilitators"]] == ["M. Fictif C"]
    assert [len(group["contributions"]) for group in (first, second)] == [2, 2]


@pytest.mark.parametrize("merged", [False, True])
def test_what_stands_beside_a_group_in_a_table_of_facts_is_of_that_group(merged: bool) -> None:
    one = "Problèmes :\n- Pas de site\nPropositions :\n- Créer un site"
    rows = [["Groupe 1 : Transparence", one], ["Groupe 2 : Participation", "Problèmes :\n- Peu de réunions"]]
    if merged:
        rows = [["Groupe 1 : Transparence", "Problèmes", "Pas de site"], ["^", "Propositions", "Créer un site"]]
        rows += [["Groupe 2 : Participation", "Problèmes", "Peu de réunions"]]
    wide = [["Date", "12 avril 2025"], *rows, ["Recommandations", "Un comité de suivi"]]
    made = read_paper("= Procès-verbal de l’atelier de concertation", [[*row, "<"][: 2 + merged] for row in wide])
    (workshop,) = tree_of(made)["workshops"]
    assert [
        (group["number"], group["title"]["fr"], [each["text"]["fr"] for each in group["contributions"]])
        for group in workshop["working_groups"]
    ] == [("1", "Transparence", ["Pas de site", "Créer un site"]), ("2", "Participation", ["Peu de réunions"])]
    assert [each["text"]["fr"] for each in workshop["contributions"]] == ["Un comité de suivi"]

"""Minutes whose groups are rows of tables, below headings of sections; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

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


_LACK = [["Problèmes", "Solutions"], ["Pas de site", "Portail web"]]
_FEW = [["Problèmes", "Solutions"], ["Peu de jeunes", "Club de jeunes"]]
_EACH = [("A", ["Pas de site", "Portail web"]), ("B", ["Peu de jeunes", "Club de jeunes"])]


def _brought(*blocks: object) -> list[tuple[str, list[str]]]:
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier de co-création", *blocks))["workshops"]
    assert "contributions" not in workshop
    return [
        (group["number"], [next(iter(each["text"].values())) for each in group["contributions"]])
        for group in workshop["working_groups"]
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        [[["Groupe A", "<"], *_LACK], [["Groupe B", "<"], *_FEW]],
        [[["", "Groupe A", "Groupe B"], ["Problèmes", "Pas de site", "Peu de jeunes"],
          ["Solutions", "Portail web", "Club de jeunes"]]],
        [[["Groupe A", "Groupe B"], ["Problèmes", "Problèmes"], ["Pas de site", "Peu de jeunes"],
          ["Solutions", "Solutions"], ["Portail web", "Club de jeunes"]]],
        [[["Groupe A", "Problèmes", "Pas de site"], ["", "Solutions", "Portail web"],
          ["Groupe B", "Problèmes", "Peu de jeunes"], ["", "Solutions", "Club de jeunes"]]],
        ["Tableau 1 : Groupe A", _LACK, "Tableau 2 : Groupe B", _FEW],
        ["Résultats du groupe A", _LACK, "Synthèse des travaux du groupe B", _FEW],
    ],
)  # fmt: skip
def test_letters_of_groups_and_lines_above_their_tables_begin_them(blocks: list[object]) -> None:
    assert _brought(*blocks) == _EACH


def test_a_group_with_a_row_of_its_own_is_not_titled_by_what_is_asked_of_it() -> None:
    rows = [["Groupe A", "Problèmes", "Pas de site"], ["Groupe B", "Problèmes", "Peu de jeunes"]]
    assert _brought(rows) == [("A", ["Pas de site"]), ("B", ["Peu de jeunes"])]


def test_the_caption_of_a_table_of_several_kinds_is_no_group() -> None:
    table = [["Problems", "Solutions"], ["No website", "A portal"]]
    made = read_paper("= Minutes of the co-creation workshop", "Table 1: Problems and solutions", table)
    (workshop,) = tree_of(made)["workshops"]
    assert "working_groups" not in workshop
    assert [each["kind"] for each in workshop["contributions"]] == ["problem", "solution"]


def test_what_is_asked_of_a_group_in_its_own_heading_is_no_title_of_it() -> None:
    lists = ["# Groupe A : Problèmes", "* Pas de site", "# Groupe B : Propositions", "* Club de jeunes"]
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier de co-création", *lists))["workshops"]
    groups = workshop["working_groups"]
    assert [group["title"]["fr"] for group in groups] == ["Groupe A", "Groupe B"]
    assert [[each["kind"] for each in group["contributions"]] for group in groups] == [["problem"], ["proposal"]]


def test_axes_in_tables_of_two_columns_are_groups_and_who_came_behind_them_is_of_all() -> None:
    first = [["Axe 1", "Numérique"], ["Problématiques", "- Lenteur"], ["Propositions", "- Guichet en ligne"]]
    second = [["Axe 2", "Propreté"], ["Problématiques", "- Points noirs"]]
    who = [["Nom et prénom", "Organisme"], ["Mme Exemple Un", "Association Essai"]]
    made = read_paper("= Compte rendu de l’atelier de co-création", first, second, "Liste des participants", who)
    (workshop,) = tree_of(made)["workshops"]
    assert [(group["number"], group["title"]["fr"]) for group in workshop["working_groups"]] == [
        ("1", "Numérique"),
        ("2", "Propreté"),
    ]
    assert [len(group["contributions"]) for group in workshop["working_groups"]] == [2, 1]
    assert len(workshop["participants"]) == 1
    assert all("participants" not in group for group in workshop["working_groups"])
    assert "import/assumed" in codes_of(made)


def test_a_table_of_groups_has_their_numbers_themes_and_how_many_they_were() -> None:
    rows = [["Group", "Theme", "Rapporteur", "Members"], ["1", "Open data", "Mr Un", "12 (5 women)"]]
    made = read_paper(
        "= Minutes of the co-creation workshop",
        [*rows, ["2", "Services", "Ms Deux", "9"]],
        "Group 1 results",
        "Problems",
        "- No portal",
        "Group 2 results",
        "Solutions",
        "- E-forms",
        "Next steps",
        "- Draft the plan",
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [
        (group["number"], group["title"]["en"], group["participants"], group["contributions"][0]["text"]["en"])
        for group in workshop["working_groups"]
    ] == [("1", "Open data", [{"count": 12, "women": 5}], "No portal"), ("2", "Services", [{"count": 9}], "E-forms")]
    assert all(len(group["contributions"]) == 1 and "members" not in group for group in workshop["working_groups"])
    assert "import/conflict" not in codes_of(made)


@pytest.mark.parametrize(
    "heading",
    [
        "Propositions du public lors de la restitution :",
        "En conclusion, les participants ont proposé :",
        "وفي الختام اقترح المشاركون ما يلي:",
        "Proposals from the floor:",
        "Propositions en plénière :",
        "Lors de la plénière, les participants ont proposé :",
        "Propositions de la salle :",
        "Propositions de tous les groupes :",
        "مقترحات الجلسة العامة:",
    ],
)
def test_what_came_up_when_groups_reported_back_is_of_all(heading: str) -> None:
    group = ["# Groupe 1 : Écoute", "Problèmes :", "- Lenteur"]
    made = read_paper("= Compte rendu de l’atelier de co-création", *group, heading, "- Ouvrir le soir")
    (workshop,) = tree_of(made)["workshops"]
    assert [each["kind"] for each in workshop["working_groups"][0]["contributions"]] == ["problem"]
    assert [each["kind"] for each in workshop["contributions"]] == ["proposal"]


@pytest.mark.parametrize(
    "heading",
    [
        "Problèmes de la salle omnisports :",
        "Problèmes de la salle :",
        "Problèmes d’accueil du public :",
        "Problèmes pour tous les groupes d’âge :",
        "Problems in closing schools:",
    ],
)
def test_names_of_things_and_people_are_no_words_for_all_groups(heading: str) -> None:
    lines = ["# Groupe 1 : Équipements", heading, "- Toit percé", "Propositions :", "- Réparer"]
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier de co-création", *lines))["workshops"]
    assert [each["kind"] for each in workshop["working_groups"][0]["contributions"]] == ["problem", "proposal"]
    assert "contributions" not in workshop


def test_below_a_heading_of_a_kind_a_table_of_groups_holds_what_each_brought() -> None:
    problems = [["Groupe 1", "Manque d’eau"], ["Groupe 2", "Peu de femmes"]]
    solutions = [["Groupe 1", "Puits"], ["Groupe 2", "Quota"]]
    made = read_paper("= Compte rendu de l’atelier", "# Problèmes", problems, "# Solutions", solutions)
    groups = tree_of(made)["workshops"][0]["working_groups"]
    assert [[(each["kind"], each["text"]["fr"]) for each in group["contributions"]] for group in groups] == [
        [("problem", "Manque d’eau"), ("solution", "Puits")],
        [("problem", "Peu de femmes"), ("solution", "Quota")],
    ]


def test_below_a_heading_of_a_kind_what_stands_beside_an_axis_may_be_its_title_and_is_kept() -> None:
    made = read_paper(
        "= Compte rendu de l’atelier", "# Problèmes", [["Axe 1", "Transparence"], ["Axe 2", "Participation"]]
    )
    (workshop,) = tree_of(made)["workshops"]
    assert "contributions" not in workshop
    assert not any("contributions" in group for group in workshop.get("working_groups", ()))
    assert {"Transparence", "Participation"} <= set(unmapped(made).values())


@pytest.mark.parametrize(
    ("groups", "heads"),
    [
        (("Table 1 : Emploi", "Table 2 : Littoral"), ("Problèmes", "Solutions")),
        (("المجموعة الأولى: التشغيل", "المجموعة الثانية: الساحل"), ("الإشكاليات", "المقترحات")),
        (("الطاولة 1: التشغيل", "الطاولة 2: الساحل"), ("الإشكاليات", "الحلول")),
    ],
)
def test_a_group_alone_in_the_first_row_brought_what_stands_below_it(
    groups: tuple[str, str], heads: tuple[str, str]
) -> None:
    first = [[groups[0], ""], [*heads], ["abc", "def"], ["ghi", "jkl"]]
    made = read_paper("= Compte rendu de l’atelier", first, [[groups[1], ""], [*heads], ["mno", "pqr"]])
    (workshop,) = tree_of(made)["workshops"]
    assert [group["number"] for group in workshop["working_groups"]] == ["1", "2"]
    assert [len(group["contributions"]) for group in workshop["working_groups"]] == [4, 2]
    assert "contributions" not in workshop

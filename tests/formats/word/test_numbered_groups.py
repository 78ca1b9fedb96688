"""Tables of minutes with the number of a group in one column and its theme in another; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of


@pytest.mark.parametrize(
    ("title", "heads", "groups"),
    [
        ("PV de l’atelier inventé", ["Groupe", "Thème", "Problèmes", "Propositions"], ["1", "2"]),
        ("PV de l’atelier inventé", ["Groupe", "Thème", "Problèmes", "Propositions"], ["Groupe 1", "Groupe 2"]),
        ("محضر ورشة خيالية", ["المجموعة", "المحور", "الإشكاليات", "المقترحات"], ["1", "2"]),
    ],
)
def test_a_group_has_its_number_and_its_theme(title: str, heads: list[str], groups: list[str]) -> None:
    rows = [heads, [groups[0], "Abc", "Def", "Ghi"], ["", "", "Jkl", "Mno"], [groups[1], "Pqr", "Stu", "Vwx"]]
    (workshop,) = tree_of(read_paper(f"= {title}", rows))["workshops"]
    read = [
        (group["number"], *group["title"].values(), len(group["contributions"])) for group in workshop["working_groups"]
    ]
    assert read == [("1", "Abc", 4), ("2", "Pqr", 2)]


def test_the_part_behind_counted_groups_is_none_of_what_the_last_brought() -> None:
    made = read_paper(
        "= محضر ورشة الإعداد المشترك",
        "أولا: محور الشفافية",
        "التوصيات:",
        "١- نشر المحاضر",
        "ثانيا: محور المشاركة",
        "التوصيات:",
        "١- تكوين المنتخبين",
        "ثالثا: الجلسة الختامية",
        "التوصيات:",
        "- نشر التقرير",
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [[each["text"]["ar"] for each in group["contributions"]] for group in workshop["working_groups"]] == [
        ["نشر المحاضر"],
        ["تكوين المنتخبين"],
    ]
    assert [each["text"]["ar"] for each in workshop["contributions"]] == ["نشر التقرير"]


def test_a_list_that_counts_as_the_groups_do_goes_on() -> None:
    lists = ["التوصيات:", "أولا: نشر المحاضر", "ثانيا: تكوين المنتخبين", "ثالثا: إشراك الجمعيات"]
    made = read_paper("= محضر ورشة الإعداد المشترك", "أولا: محور الشفافية", *lists, "ثانيا: محور المشاركة", *lists)
    groups = tree_of(made)["workshops"][0]["working_groups"]
    assert [len(group["contributions"]) for group in groups] == [3, 3]


@pytest.mark.parametrize("label", ["منشط المجموعة", "Animateur du groupe"])
def test_who_led_the_group_is_asked_with_the_word_for_groups(label: str) -> None:
    made = read_paper(
        "= Compte rendu de l’atelier", "# Groupe 1 : Écoute", f"{label} : Mme Un", "Problèmes :", "* Lenteur"
    )
    (group,) = tree_of(made)["workshops"][0]["working_groups"]
    assert len(group["facilitators"]) == 1


@pytest.mark.parametrize("line", ["## Groupe 1", "## Groupe n° 1", "## Atelier 1"])
def test_a_group_that_has_but_a_number_is_named_by_its_line_which_is_said(line: str) -> None:
    second = line.replace("1", "2")
    made = read_paper("= Compte rendu de l’atelier inventé", line, "Problèmes :", "* A", second, "Problèmes :", "* B")
    groups = tree_of(made)["workshops"][0]["working_groups"]
    assert [(each["number"], each["title"]["fr"]) for each in groups] == [
        ("1", line.strip("#* ")),
        ("2", second.strip("#* ")),
    ]
    assert [each.params["value"] for each in made.findings if each.params.get("field") == "title"] == [
        line.strip("#* "),
        second.strip("#* "),
    ]


@pytest.mark.parametrize(
    ("head", "line", "theme", "asked", "brought"),
    [
        ("Compte rendu de l’atelier inventé", "Groupe {}", "Thème : Sujet {}", "Problèmes :", "* Abc {}"),
        ("محضر ورشة خيالية", "المجموعة {}", "الموضوع: ماء {}", "الإشكاليات:", "* تسرب {}"),
    ],
)
def test_what_a_counted_group_is_on_is_the_title_of_that_group(
    head: str, line: str, theme: str, asked: str, brought: str
) -> None:
    said = [each.format(number) for number in (1, 2) for each in (f"## {line}", theme, asked, brought)]
    groups = tree_of(read_paper(f"= {head}", *said))["workshops"][0]["working_groups"]
    read = [(g["number"], *g["title"].values(), len(g["contributions"])) for g in groups]
    assert read == [(n, theme.format(n).partition(":")[2].strip(), 1) for n in ("1", "2")]

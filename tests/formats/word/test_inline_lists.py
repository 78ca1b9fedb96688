"""Minutes with lists on the line of their label, and participants who are counted; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

from opengov_local.document import Import
from opengov_local.formats.wording.words.who_came import who_came

_TITLE = "= Compte rendu de l’atelier de concertation du 12 mars 2026"


def _read(*lines: str) -> tuple[Import, dict[str, Any]]:
    made = read_paper(_TITLE, *lines)
    (workshop,) = tree_of(made)["workshops"]
    there: dict[str, Any] = workshop
    return made, there


@pytest.mark.parametrize(
    ("line", "kind", "texts"),
    [
        ("Problèmes soulevés : Abc ; Def ghi.", "problem", ["Abc", "Def ghi"]),
        ("Propositions : 1) Abc 2) Def", "proposal", ["Abc", "Def"]),
        ("Recommandations : - Abc - Def", "recommendation", ["Abc", "Def"]),
        ("الإشكاليات: غياب الموقع؛ صعوبة الوثائق", "problem", ["غياب الموقع", "صعوبة الوثائق"]),
        ("الحلول المقترحة: إحداث بوابة؛ نشر المحاضر.", "solution", ["إحداث بوابة", "نشر المحاضر"]),
        ("Problems: Abc; def", "problem", ["Abc", "def"]),
        ("Propuestas: Abc; def", "proposal", ["Abc", "def"]),
    ],
)
def test_a_list_on_one_line_below_a_plural_label_is_several(line: str, kind: str, texts: list[str]) -> None:
    made, workshop = _read("! Groupe 1 – Transparence", line)
    (group,) = workshop["working_groups"]
    assert [each["kind"] for each in group["contributions"]] == [kind] * len(texts)
    assert [next(iter(each["text"].values())) for each in group["contributions"]] == texts
    assert "import/assumed" in codes_of(made)


@pytest.mark.parametrize(
    "line", ["Problème : Abc ; def", "Problèmes : Abc, def", "الإشكالية: غياب الموقع؛ صعوبة الوثائق", "Solutions : Abc"]
)
def test_one_thing_stays_one(line: str) -> None:
    _, workshop = _read("! Groupe 1 – Transparence", line)
    (group,) = workshop["working_groups"]
    assert len(group["contributions"]) == 1


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("Ordre du jour : 1. Abc ; 2. Def", ["Abc", "Def"]),
        ("Ordre du jour : Abc ; Def ; Ghi", ["Abc", "Def", "Ghi"]),
        ("جدول الأعمال: تقديم البرنامج؛ عمل المجموعات", ["تقديم البرنامج", "عمل المجموعات"]),
    ],
)
def test_an_agenda_on_one_line_has_its_points(line: str, points: list[str]) -> None:
    _, workshop = _read(line, "! Groupe 1 – Transparence", "Problèmes :", "* Abc")
    assert [next(iter(point.values())) for point in workshop["agenda"]] == points


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("délégués de 4 clubs (20 participants dont 8 femmes)", ("délégués de 4 clubs", 20, 8, True)),
        ("ممثلو 4 جمعيات", ("ممثلو 4 جمعيات", None, None, True)),
        ("Société civile (12 participants dont 5 femmes)", ("Société civile", 12, 5, False)),
        ("الجمعيات (12 مشاركا منهم 5 نساء)", ("الجمعيات", 12, 5, False)),
        ("15 élus", ("élus", 15, None, False)),
        ("25 fonctionnaires dont 10 femmes", ("fonctionnaires", 25, 10, False)),
        ("Associations : 12", ("Associations", 12, None, False)),
        ("Collectif 490", ("Collectif 490", None, None, False)),
        ("Club des 8 villes", ("Club des 8 villes", None, None, False)),
        ("Mouvement du 20 février", ("Mouvement du 20 février", None, None, False)),
    ],
)
def test_what_counts_is_told_from_what_names(text: str, came: tuple[str, int | None, int | None, bool]) -> None:
    assert who_came(text) == came


def test_words_that_count_and_name_nobody_are_no_body_and_are_said() -> None:
    counted = "représentants de 4 associations (20 participants dont 8 femmes)"
    made, workshop = _read(f"Présents : M. X, Mme Y, {counted}", "! Groupe 1 – Abc", "Problèmes :", "* Abc")
    assert [each["party"]["person"]["name"] for each in workshop["participants"]] == [{"fr": "M. X"}, {"fr": "Mme Y"}]
    assert [each["text"] for each in workshop["x_unmapped"]] == [counted]
    assert "import/participants-kept" in codes_of(made)
    _, alone = _read(f"Présents : {counted}", "! Groupe 1 – Abc", "Problèmes :", "* Abc")
    assert alone["participants"] == [{"count": 20, "women": 8}]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Actions à mener : Abc ; def ghi.", ["Abc", "def ghi"]),
        ("الأنشطة: إعداد الدراسة؛ إنجاز المنصة", ["إعداد الدراسة", "إنجاز المنصة"]),
        ("Étapes : Abc ; échéance : juin 2026", ["Abc"]),
        ("Étapes : Abc, def, ghi", ["Abc, def, ghi"]),
    ],
)
@pytest.mark.parametrize("form", [False, True])
def test_steps_on_one_line_below_a_plural_label(line: str, titles: list[str], *, form: bool) -> None:
    head = "= Plan d’action 2025-2027", "## Engagement 1 : Portail", "Problème : Abc"
    label, _, value = line.partition(":")
    made = read_paper(*head, [[label.strip(), value.strip()]] if form else line)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [next(iter(each["title"].values())) for each in commitment["milestones"]] == titles
    said = [one.params for one in made.findings if one.params.get("field") == "milestones"]
    assert len(said) == (len(titles) > 1)
    assert ("import/list-uncertain" in codes_of(made)) == ("ghi" in titles[0])

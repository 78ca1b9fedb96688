"""Contributions that stand in minutes twice, in French and in Arabic: said and kept; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet
from tests.formats.word.papers import codes_of, read_paper

CODE = "import/contributions-twice"
TITLE = "= Compte rendu de l'atelier de co-création du 8 avril 2025"
PROBLEMS = ["* Manque d'information", "* Horaires inadaptés"], ["* نقص المعلومات", "* أوقات غير ملائمة"]
SOLUTIONS = ["* Publier le budget", "* Ouvrir le samedi"], ["* نشر الميزانية", "* فتح الشباك يوم السبت"]


def _in_turn(both: tuple[list[str], list[str]]) -> list[str]:
    return [line for pair in zip(*both, strict=True) for line in pair]


@pytest.mark.parametrize(
    "blocks",
    [
        ["## Problèmes soulevés", *_in_turn(PROBLEMS), "## Solutions proposées", *_in_turn(SOLUTIONS)],
        ["## Problèmes soulevés", *PROBLEMS[0], "## Solutions proposées", *SOLUTIONS[0],
         "= محضر ورشة الإعداد المشترك", "## الإشكاليات المطروحة", *PROBLEMS[1], "## الحلول المقترحة", *SOLUTIONS[1]],
    ],
)  # fmt: skip
def test_contributions_of_minutes_in_two_languages_are_said_once(blocks: list[object]) -> None:
    assert codes_of(read_paper(TITLE, *blocks)).count(CODE) == 1


@pytest.mark.parametrize(
    "blocks",
    [
        ["## Problèmes soulevés", *PROBLEMS[0], "## Solutions proposées", *SOLUTIONS[1]],
        ["## Problèmes soulevés", *PROBLEMS[0], PROBLEMS[1][0], "## Solutions proposées", *_in_turn(SOLUTIONS)],
        ["## Problèmes soulevés", *_in_turn(PROBLEMS)],
    ],
)
def test_contributions_that_people_made_in_their_own_language_are_not_doubted(blocks: list[object]) -> None:
    assert CODE not in codes_of(read_paper(TITLE, *blocks))


def test_rows_of_proposals_in_two_languages_are_said() -> None:
    rows = [["1", "Publier le budget"], ["2", "Ouvrir le samedi"], ["3", "Poser des bancs"]]
    again = [["4", "نشر الميزانية"], ["5", "فتح الشباك يوم السبت"], ["6", "وضع كراسي"]]
    imported = read(sheet(["N°", "Proposition citoyenne"], *rows, *again, name="Consultation"))
    assert codes(imported).count(CODE) == 1

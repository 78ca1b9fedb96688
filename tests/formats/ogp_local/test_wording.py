"""The wording of the form: marks of languages, signs, and nothing said twice."""

from __future__ import annotations

import io

import docx
import pytest
from tests.formats.ogp_local.looking import Make, Tree, answer, findings_of, groups_of, paper_of, row_of

import opengov_local as ogl
from opengov_local.formats.paper.content import NUMBERED, Row
from opengov_local.resources import data_folder


def test_note_in_another_language_is_marked_and_counted(made_up: Make) -> None:
    def in_english(tree: Tree) -> None:
        tree["plans"][0]["reported_figures"][0]["note"] = {"en": "From the press"}

    lines = row_of(paper_of(made_up(in_english)).sheets[0], "plan.reported_figures").lines
    assert [(line.text, line.language, line.phrases[0].mark) for line in lines][1] == (
        "From the press",
        None,
        "anglais",
    )
    finding = findings_of(made_up(in_english))["export/other-language"]
    assert finding.params == {"wanted": "fr", "count": 3}


@pytest.mark.parametrize(("language", "name"), [("fr", "autre langue (de)"), ("ar", "لغة أخرى (de)")])
def test_language_that_the_list_does_not_know_is_named_as_another(bare: Make, language: str, name: str) -> None:
    row = row_of(paper_of(bare(foreword={"de": "Vorwort"}), language).sheets[0], "plan.foreword")
    assert row.lines[0].phrases[0].mark == name


def test_goals_have_their_number_and_name(made_up: Make) -> None:
    sheet = paper_of(made_up()).sheets[1]
    assert answer(sheet, "commitment.sdgs") == ["16. Paix, justice et institutions efficaces"]


@pytest.mark.parametrize(("language", "progress"), [("en", "40%"), ("fr", "40\u00a0%"), ("ar", "40%")])
@pytest.mark.parametrize("sign", ["%", "٪"])
def test_sign_of_percent_stands_where_the_form_has_it(made_up: Make, language: str, progress: str, sign: str) -> None:
    def rate(tree: Tree) -> None:
        tree["plans"][0]["reported_figures"][0] |= {"value": "40", "unit": {"ar": sign}}
        tree["plans"][0]["commitments"][0]["indicators"][0]["unit"] = {"ar": sign}

    plan, commitment, *_ = paper_of(made_up(rate), language).sheets
    shown = sign if language == "ar" else "%"
    progress = progress.replace("%", shown)
    assert answer(commitment, "commitment.progress") == [progress]
    assert f"{progress} (3/17)" in answer(plan, "plan.reported_figures")[0]
    assert answer(commitment, "commitment.indicators")[0].endswith(f" ({shown})")


def test_two_signs_of_percent_in_one_package_are_those_of_their_units_alone(made_up: Make) -> None:
    def rate(tree: Tree) -> None:
        tree["plans"][0]["reported_figures"][0] |= {"value": "40", "unit": {"ar": "٪"}}
        tree["plans"][0]["commitments"][0]["indicators"][0]["unit"] = {"ar": "%"}

    plan, commitment, *_ = paper_of(made_up(rate), "ar").sheets
    assert answer(commitment, "commitment.progress") == ["40%"]
    assert "40٪ (3/17)" in answer(plan, "plan.reported_figures")[0]
    assert answer(commitment, "commitment.indicators")[0].endswith(" (%)")


@pytest.mark.parametrize("sign", ["%", "٪"])
def test_unit_without_the_language_of_the_form_has_the_sign_of_the_others(made_up: Make, sign: str) -> None:
    def rate(tree: Tree) -> None:
        tree["plans"][0]["reported_figures"][0] |= {"value": "40", "unit": {"ar": sign}}
        tree["plans"][0]["commitments"][0]["indicators"][0]["unit"] = {"fr": "%"}

    _, commitment, *_ = paper_of(made_up(rate), "ar").sheets
    assert answer(commitment, "commitment.indicators")[0].endswith(f" ({sign})")


@pytest.mark.parametrize(
    ("edit", "key", "expected"),
    [
        ({"session": {"fr": "Session ordinaire d’octobre"}}, "adoptions", "Session ordinaire d’octobre\u2060"),
        ({"session": {"fr": "Session d’octobre"}}, "adoptions", "Session d’octobre, Session ordinaire"),
        ({"session": {"fr": "Octobre", "ar": "دورة عادية"}}, "adoptions", "Octobre, Session ordinaire"),
    ],
)
def test_session_and_its_kind_are_said_once(made_up: Make, edit: Tree, key: str, expected: str) -> None:
    package = made_up(lambda tree: tree["plans"][0][key][0].update(edit))
    first = answer(paper_of(package).sheets[0], f"plan.{key}")[0]
    assert first == f"Atlas inventé (région), 3 octobre 2023, {expected}"


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (
            {"party": {"name": {"fr": "Instances consultatives"}}, "sector": "consultative_body"},
            "Instances consultatives",
        ),
        ({"party": {"name": {"fr": "Conseil des jeunes"}}, "sector": "media"}, "Conseil des jeunes, Médias"),
        ({"party": {"collectivity": "test.x:town"}, "sector": "local_government"}, "Ville-Exemple (commune)"),
        ({"sector": "local_government", "count": 2}, "Collectivité territoriale\u00a0: 2"),
    ],
)
def test_name_and_sector_are_said_once(made_up: Make, group: Tree, expected: str) -> None:
    package = made_up(lambda tree: tree["workshops"][0].update(participants=[group]))
    part = next(part for part in paper_of(package).sheets[0].parts if part.key == "plan.workshops")
    row = next(b for b in part.blocks if b.key == "workshop.participants")
    assert isinstance(row, Row)
    assert [line.text for line in row.lines] == [expected]


def test_name_that_says_the_kind_of_collectivity_has_no_kind_beside_it(made_up: Make) -> None:
    def name(tree: Tree) -> None:
        tree["collectivities"][0]["name"] = {"fr": "Région de l’Atlas inventé", "ar": "الأطلس المتخيل"}

    assert paper_of(made_up(name)).sheets[0].subtitle.text.startswith("Région de l’Atlas inventé (Maroc), ")
    assert "الأطلس المتخيل (جهة، المغرب)" in paper_of(made_up(name), "ar").sheets[0].subtitle.text


@pytest.mark.parametrize(
    ("original", "expected"),
    [("limite", "Progrès limité"), ("Progrès limité", "Progrès limité"), (None, "Progrès limité")],
)
def test_word_of_the_source_stands_where_it_is_another(made_up: Make, original: str | None, expected: str) -> None:
    status = {"code": "limited"} | ({"original": original} if original else {})
    package = made_up(lambda tree: tree["plans"][0]["commitments"][0].update(status=status))
    said = answer(paper_of(package).sheets[1], "commitment.status")[0]
    assert said.startswith(expected)
    assert ("(" in said) == (original == "limite")


@pytest.mark.parametrize(("title", "there"), [("Transparence", False), ("Autre", True)])
def test_axis_with_the_title_of_its_group_is_left_out(made_up: Make, title: str, there: bool) -> None:
    def name(tree: Tree) -> None:
        tree["plans"][0]["axes"][0]["title"] = {"fr": "Transparence"}
        tree["workshops"][0]["working_groups"][0]["title"] = {"fr": title}

    named, about, *_ = groups_of(made_up(name)).rows
    assert [line.text for line in named[0]] == [f"1{NUMBERED}{title}"]
    lines = [line.text for line in about[0]]
    assert ("Axe\u00a0: Transparence" in lines) is there


def test_seat_says_how_many_are_women_and_for_whom_the_committee_works(made_up: Make) -> None:
    lines = answer(paper_of(made_up()).sheets[0], "plan.follow_up_committees")
    assert "Atlas inventé (région), ×\u00a03, dont femmes\u00a0: 2" in lines
    assert "Concerne\u00a0: Atlas inventé (région)" in lines


def test_the_id_behind_a_title_is_one_phrase_so_that_no_line_breaks_inside_its_brackets() -> None:
    package = ogl.load(data_folder("examples") / "four-regions-ogp-2025.json")
    document = docx.Document(io.BytesIO(ogl.dump(package, "ogp-local-docx", language="ar").data))
    runs = [run.text for paragraph in document.paragraphs for run in paragraph.runs]
    assert "\u200e(MALAA0001)\u200e" in runs

"""Titles that say nothing, in sheets and in Word; made-up plans."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet
from tests.formats.word import papers

CODE = "import/title-says-nothing"


@pytest.mark.parametrize("title", ["…", "?", "- -", "***"])
def test_a_title_without_words_is_kept_and_said(title: str) -> None:
    rows = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", title, "DSI"]]
    book, paper = read(sheet(*rows)), papers.read_paper("= Plan d'action 2027", rows)
    assert codes(book).count(CODE) == 1
    for found, said in (
        (commitments_of(book), codes(book)),
        (papers.commitments_of(paper), papers.codes_of(paper)),
    ):
        titles = [text for one in found for text in one.get("title", {}).values()]
        assert said.count(CODE) == titles.count(title)


def test_the_place_of_such_a_title_is_its_cell() -> None:
    imported = read(sheet(["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "-", "DSI"]))
    (found,) = [one for one in imported.findings if one.code == CODE]
    assert found.location is not None
    assert found.location.cell == "B3"


def test_titles_with_a_number_alone_say_something() -> None:
    assert CODE not in codes(read(sheet(["Projet", "Responsable"], ["2026", "DSI"], ["Portail", "DSI"])))


@pytest.mark.parametrize(
    "title", ["À définir", "néant", "RAS", "R.A.S.", "Sans objet", "(à préciser)", "TBD", "لا شيء"]
)
def test_a_title_that_says_there_is_none_is_kept_and_said(title: str) -> None:
    imported = read(sheet(["Projet", "Responsable"], ["Portail", "DSI"], [title, "DG"]))
    assert [*commitments_of(imported)[1]["title"].values()] == [title]
    assert codes(imported).count(CODE) == 1


@pytest.mark.parametrize("title", ["T1", "Q2 2026", "Janvier", "1er trimestre 2027", "الفصل 1"])
def test_a_time_alone_names_nothing(title: str) -> None:
    rows = [["Projet", "Responsable"], ["Portail", "DSI"], [title, "DG"]]
    for found in (codes(read(sheet(*rows))), papers.codes_of(papers.read_paper("= Plan d'action 2027", rows))):
        assert found.count(CODE) == 1


def test_titles_that_begin_so_say_more() -> None:
    rows = [
        ["Néant fiscal : étude", "DSI"],
        ["À définir : charte", "DG"],
        ["Aucune voix perdue", "DG"],
        ["Mai des arts", "DG"],
    ]
    assert CODE not in codes(read(sheet(["Projet", "Responsable"], *rows)))


def test_an_axis_that_is_named_by_nothing_is_said() -> None:
    rows = [["Axe", "N°", "Projet", "Responsable"], ["Transparence", "1", "Portail", "DSI"], ["Néant", "2", "B", "C"]]
    for found in (codes(read(sheet(*rows))), papers.codes_of(papers.read_paper("= Plan d'action 2027", rows))):
        assert found.count(CODE) == 1

"""Columns of tables: no word is cut, same heads give same columns, who says more has more room."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.losses.measuring import full

from opengov_local import formats
from opengov_local.formats.paper.columns import Columns
from opengov_local.formats.paper.content import Grid, Line, Lines, Paper, Part, Phrase, Sheet
from opengov_local.formats.paper.html_drawing import draw
from opengov_local.model import Package

WIDTH = 9865
WIDE_LETTER = 100
"""About what a letter takes in a cell, in twentieths of a point."""


def cell(*texts: str) -> Lines:
    return tuple(Line((Phrase(text),)) for text in texts)


def grid(head: tuple[str, ...], *rows: tuple[Lines, ...]) -> Grid:
    return Grid("key", None, head, (1,) * len(head), rows)


def paper(*grids: Grid) -> Paper:
    line = Line((Phrase("title"),))
    sheet = Sheet("s", "kind", line, line, tuple(Part("part", "Part", (each,)) for each in grids))
    return Paper("fr", "t", "s", None, "f", "{page}/{pages}", (sheet,), "a", (), None)


def columns(*grids: Grid) -> Columns:
    return Columns(paper(*grids))


def test_no_word_is_cut_and_blank_columns_are_narrow() -> None:
    table = grid(
        ("N°", "Nature de la session", "Budget", "Activité"),
        *((cell("1"), cell("Session extraordinaire"), cell("—"), cell("Former les agents de la commune. " * 6)),) * 4,
    )
    widths = columns(table).widths(table, WIDTH)
    assert sum(widths) == WIDTH
    assert widths[1] >= len("extraordinaire") * WIDE_LETTER
    assert widths[2] < widths[1] < widths[3]
    assert widths[3] > WIDTH // 2


def test_a_code_in_capitals_is_not_cut() -> None:
    long = cell("Former les agents de la commune. " * 60)
    table = grid(("N°", "Activité"), (cell("MADRA0003"), long), (cell("MALAA0001"), long))
    assert columns(table).widths(table, WIDTH)[0] >= 9 * 1.2 * 112


def test_a_date_stands_in_two_lines() -> None:
    table = grid(("Échéance", "Activité"), (cell("4e trimestre 2025"), cell("Former les agents de la commune. " * 60)))
    assert columns(table).widths(table, WIDTH)[0] >= len("4e trimestre") * WIDE_LETTER


def test_columns_of_a_page_are_as_wide_as_their_words() -> None:
    table = grid(
        ("N°", "Partenaires", "Activité"), (cell("1"), cell("Organisations"), cell("Former les agents. " * 60))
    )
    drawn = html.fromstring(draw(paper(table)).decode("utf-8"))
    number, partners, activity = (float(each.attrib["style"][len("width: ") : -1]) for each in drawn.iter("col"))
    assert number < partners < activity
    assert partners * WIDTH / 100 >= len("Organisations") * WIDE_LETTER
    assert activity > 70


def test_tables_with_the_same_heads_have_the_same_columns() -> None:
    head = ("Activité", "État")
    short, long = grid(head, (cell("Court"), cell("—"))), grid(head, (cell("Long " * 60), cell("En cours")))
    both = columns(short, long)
    assert both.widths(short, WIDTH) == both.widths(long, WIDTH)
    alone = columns(short)
    assert alone.widths(short, WIDTH) != both.widths(short, WIDTH)


def test_a_cell_that_lies_on_several_columns_widens_none() -> None:
    head = ("N°", "Activité", "État")
    wide = grid(head, (cell("1"), cell("Fait"), cell("Oui")), (cell("Aucune activité n’est publiée. " * 20),))
    plain = grid(head, (cell("1"), cell("Fait"), cell("Oui")))
    assert columns(wide).widths(wide, WIDTH) == columns(plain).widths(plain, WIDTH)


@pytest.mark.parametrize("blank", [(), ("",), ("\u00a0", "\u00a0")])
def test_a_table_to_be_filled_in_by_hand_keeps_its_columns(blank: tuple[str, ...]) -> None:
    table = grid(("Question", "Explication"), (cell("Un forum existe-t-il ?"), cell(*blank)))
    assert columns(table).widths(table, WIDTH) == [WIDTH // 2 + WIDTH % 2, WIDTH // 2]


def test_a_cell_whose_last_line_is_blank_is_not_filled_in_by_hand() -> None:
    head, rest = ("Question", "Réponse"), cell("Un forum existe-t-il ? " * 20)
    whole, blank = (grid(head, (rest, cell("Oui", last))) for last in ("Oui", "\u00a0"))
    assert columns(blank).widths(blank, WIDTH) == columns(whole).widths(whole, WIDTH)


@given(st.lists(st.integers(1, 24), min_size=9, max_size=9))
def test_a_word_in_a_table_to_be_filled_in_is_not_cut(letters: list[int]) -> None:
    table = grid(tuple("ABCDEFGHI"), tuple(cell("1" * count) for count in letters), (cell(),) * 9)
    widths = columns(table).widths(table, WIDTH)
    assert sum(widths) == WIDTH
    if sum(letters) * WIDE_LETTER + 9 * 200 < WIDTH:
        assert all(width >= count * WIDE_LETTER for width, count in zip(widths, letters, strict=True)), widths


def test_a_number_with_its_year_is_one_word() -> None:
    table = grid(("N°", "Objet"), (cell("1112/2025"), cell("Délibération du conseil. " * 60)))
    assert columns(table).widths(table, WIDTH)[0] >= len("1112/2025") * WIDE_LETTER


@given(
    st.lists(
        st.lists(
            st.text(alphabet=st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=90),
            min_size=4,
            max_size=4,
        ),
        max_size=6,
    )
)
def test_columns_fill_the_table_and_none_vanishes(rows: list[list[str]]) -> None:
    table = grid(("A", "B", "C", "D"), *(tuple(cell(text) for text in row) for row in rows))
    widths = columns(table).widths(table, WIDTH)
    assert sum(widths) == WIDTH
    assert min(widths) > WIDE_LETTER


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_dates_of_adoption_and_kinds_of_sessions_are_whole_words(language: str) -> None:
    written = formats.get("programme-docx").writer()(Package.model_validate(full()), language=language)
    for table in docx.Document(io.BytesIO(written.data)).element.body.iter(qn("w:tbl")):
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        if len(widths) < 3:
            continue
        for row in table.iter(qn("w:tr")):
            cells = list(row.iter(qn("w:tc")))
            for width, each in zip(widths, cells if len(cells) == len(widths) else [], strict=False):
                words = "".join(text.text or "" for text in each.iter(qn("w:t"))).split()
                letters = max((len(word) for word in words if word.isalpha()), default=0)
                assert width > letters * 60, words


def test_answers_of_assessments_have_room_to_be_written() -> None:
    written = formats.get("ogp-local-end-of-commitment-docx").writer()(Package.model_validate(full()), language="fr")
    for table in docx.Document(io.BytesIO(written.data)).element.body.iter(qn("w:tbl")):
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        if len(widths) == 4 and "☐" in "".join(text.text or "" for text in table.iter(qn("w:t"))):
            assert min(widths) > WIDTH // 6

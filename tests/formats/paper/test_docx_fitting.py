"""What stays on one page: rows of short tables, begin and end of long ones, and what a signature is for."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from tests.losses.measuring import full
from tests.losses.promise import paper_of

from opengov_local import formats
from opengov_local.formats.paper.content import Box, Line, Paper, Part, Phrase, Row, Sheet, Signatures
from opengov_local.formats.paper.docx_drawing import draw
from opengov_local.formats.paper.docx_fitting import LABEL_WIDTHS, kept_with_next, label_width, may_break, tie_of_end
from opengov_local.model import Package

WIDTH = 9865


def row(label: str, answer: str) -> Row:
    return Row("key", label, (Line((Phrase(answer),)),))


def test_a_short_table_is_kept_whole() -> None:
    assert kept_with_next([1, 2, 3]) == (True, True, False)


def test_begin_and_end_of_a_long_table_do_not_stand_alone() -> None:
    assert kept_with_next([2] * 8) == (True, False, False, False, False, False, True, False)


@pytest.mark.parametrize(
    ("heights", "kept"),
    [
        ([6, 2, 2], (False, True, False)),
        ([2, 2, 4], (True, False, False)),
        ([8, 5, 7], (False, False, False)),
        ([1, 2, 2], (True, True, False)),
    ],
)
def test_three_rows_stay_together_only_where_they_are_no_large_block(
    heights: list[int], kept: tuple[bool, ...]
) -> None:
    assert kept_with_next(heights) == kept


@pytest.mark.parametrize("heights", [[30], [6, 5], [40, 40, 40]])
def test_high_rows_are_not_chained(heights: list[int]) -> None:
    assert not any(kept_with_next(heights))


def test_long_questions_get_more_room_and_long_answers_keep_theirs() -> None:
    question = (
        "À quel objectif à long terme de votre stratégie de gouvernement ouvert cet engagement se rapporte-t-il ?"
    )
    assert label_width([row(question, "—")] * 4, WIDTH) > LABEL_WIDTHS[1]
    assert label_width([row("Action", "mot " * 200)] * 4, WIDTH) == LABEL_WIDTHS[0]


def test_only_a_high_row_may_break() -> None:
    assert may_break(40)
    assert not may_break(5)


@pytest.mark.parametrize(
    ("heights", "tie"),
    [([30, 8, 4], "whole"), ([8, 30, 4], "rows"), ([8, 8, 20], ""), ([4], ""), ([], "")],
)
def test_a_small_last_part_is_tied_to_the_one_before_it(heights: list[int], tie: str) -> None:
    assert tie_of_end(heights) == tie


def test_a_small_end_of_a_report_has_no_page_of_its_own() -> None:
    written = formats.get("workshop-docx").writer()(Package.model_validate(full()), language="fr")
    blocks = list(docx.Document(io.BytesIO(written.data)).element.body)
    texts = ["".join(each.text or "" for each in block.iter(qn("w:t"))) for block in blocks]
    end = texts.index("Hors groupes de travail")
    before = next(number for number in reversed(range(end)) if texts[number].startswith("Groupe de travail"))
    assert all(stays(paragraph) for block in blocks[before + 1 : end] for paragraph in block.iter(qn("w:p")))


@pytest.mark.parametrize("form", ["ogp-local-end-of-commitment-docx", "ogp-local-learning-docx"])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_what_is_signed_stays_with_the_signature(form: str, language: str) -> None:
    written = formats.get(form).writer()(Package.model_validate(full()), language=language)
    blocks = list(docx.Document(io.BytesIO(written.data)).element.body)
    signatures = [number for number, block in enumerate(blocks) if is_signature(block)]
    assert signatures
    for number in signatures:
        signed = blocks[
            number - 2
        ]  # between them stands the heading of the signature, which stays with it by its style
        assert signed.tag == qn("w:tbl")
        assert all(stays(paragraph) for paragraph in list(signed.iter(qn("w:tr")))[-1].iter(qn("w:p")))


@pytest.mark.parametrize("form", ["programme-docx", "ogp-local-docx", "ogp-local-learning-docx"])
def test_a_stamp_has_room_below_the_last_line_of_a_box(form: str) -> None:
    written = formats.get(form).writer()(Package.model_validate(full()), language="fr")
    heights = [
        (int(str(height.get(qn("w:val")))), max(sum(1 for _ in cell.iter(qn("w:p"))) for cell in row.iter(qn("w:tc"))))
        for row in docx.Document(io.BytesIO(written.data)).element.body.iter(qn("w:tr"))
        for height in row.iter(qn("w:trHeight"))
    ]
    assert heights
    assert all(height - lines * 16 * 20 >= 22 * 56 for height, lines in heights), heights


@pytest.mark.parametrize(
    "form", ["ogp-local-docx", "ogp-local-inception-docx", "ogp-local-learning-docx", "ogp-national-2022-docx"]
)
def test_what_to_know_about_a_form_has_no_page_of_its_own(form: str) -> None:
    written = formats.get(form).writer()(Package.model_validate(full()), language="fr")
    document = docx.Document(io.BytesIO(written.data))
    *_, table = document.tables
    assert all(stays(paragraph) for paragraph in list(table._tbl.iter(qn("w:tr")))[-1].iter(qn("w:p")))
    below = document.sections[-1].footer.paragraphs[0].text
    assert below
    assert below not in [paragraph.text for paragraph in document.paragraphs]


def test_all_who_sign_do_so_on_one_page() -> None:
    boxes = tuple(Box(str(number), Line(()), ("Signature",)) for number in range(5))
    part = Part("sign", "Signatures", (Signatures("sign", boxes),))
    title = Line((Phrase("Form"),))
    sheets = tuple(Sheet(f"s{number}", "kind", title, Line(()), (part,)) for number in range(2))
    written = docx.Document(
        io.BytesIO(draw(Paper("en", "F", "s", None, "f", "{page}/{pages}", sheets, "About", (), None)))
    )
    rows = [[*map(stays, row.iter(qn("w:p")))] for row in written.tables[0]._tbl.iter(qn("w:tr"))]
    assert [all(row) for row in rows] == [True, True, False]


def test_cells_that_are_alike_stay_apart() -> None:
    rows = (row("Email", "—"), row("Email", "—"), row("Email", "a@b.example"))
    noted = Row("key", "Email", rows[0].lines, note="The one of the council")
    title = Line((Phrase("Form"),))
    sheets = tuple(
        Sheet(f"s{number}", "kind", title, Line(()), (Part("part", "Part", blocks),))
        for number, blocks in enumerate([(noted, *rows), (*rows, noted)])
    )
    paper = Paper("en", "Form", "s", None, "f", "{page}/{pages}", sheets, "About", (), None)
    written = docx.Document(io.BytesIO(draw(paper)))
    said = [[tuple(cell.text for cell in line.cells) for line in table.rows] for table in written.tables]
    plain = [("Email", "—"), ("Email", "—"), ("Email", "a@b.example")]
    with_note = ("Email\nThe one of the council", "—")
    assert said == [[with_note, *plain], [*plain, with_note]]


def is_signature(block: BaseOxmlElement) -> bool:
    return any(True for _ in block.iter(qn("w:trHeight")))


def stays(paragraph: BaseOxmlElement) -> bool:
    found: Iterator[BaseOxmlElement] = paragraph.iter(qn("w:keepNext"))
    return any(True for _ in found)


def test_two_years_of_a_title_stay_on_one_line_and_come_back() -> None:
    written = formats.get("programme-docx").writer()(Package.model_validate(full()), language="fr")
    document = docx.Document(io.BytesIO(written.data))
    titles = [paragraph for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == "Title"]
    assert titles[0].text == "[Données fictives] Programme d’action d’ouverture 2025-2026"
    assert any(True for _ in titles[0]._p.iter(qn("w:noBreakHyphen")))
    read = formats.get("docx").reader()(written.data, "programme.docx").document
    assert read is not None
    assert read.tree["plans"][0]["title"]["fr"] == titles[0].text


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Programme d’action de la commune, 2022-2027.", 1),
        ("(المرحلة 2، 2025-2027)", 1),
        ("https://example.org/2025-2027/plan", 0),
        ("https://example.org/plan-2025-2027.pdf", 0),
        ("délibération 112-2025-2026", 0),
        ("22025-2027", 0),
    ],
)
def test_two_years_of_an_answer_stay_on_one_line_and_an_address_stays_as_it_is(words: str, kept: int) -> None:
    tree = full()
    tree["plans"] = tree["plans"][:1]
    commitment = tree["plans"][0]["commitments"][0]
    commitment["problem"] = {"fr": words}
    written = formats.get("ogp-national-2017-docx").writer()(Package.model_validate(tree), language="fr")
    document = docx.Document(io.BytesIO(written.data))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    found = next(cell for cell in cells if re.sub("[\u2066-\u2069\u200e\u200f]", "", cell.text).startswith(words))
    assert sum(1 for _ in found._tc.iter(qn("w:noBreakHyphen"))) == kept
    read = formats.get("docx").reader()(written.data, "form.docx").document
    assert read is not None
    assert list(read.tree["plans"][0]["commitments"][0]["problem"].values()) == [words]


@pytest.mark.parametrize(("commitments", "below"), [(1, True), (2, False)])
def test_the_annex_stands_below_a_single_form(commitments: int, below: bool) -> None:
    tree = full()
    tree["plans"] = tree["plans"][:1]
    tree["plans"][0]["commitments"] = tree["plans"][0]["commitments"][:commitments]
    sheets, _ = paper_of("ogp-national-2022-docx", tree, "fr")
    assert [each.new_page for each in sheets if each.anchor == "annex"] == [not below]

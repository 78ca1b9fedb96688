"""The Word form: it opens, says everything in order, turns for Arabic, and is the same every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from tests.formats.ogp_local.looking import lines_of

import opengov_local as ogl
from opengov_local.formats.ogp_local.docx_format import write
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.content import Grid, Row
from opengov_local.model import Package
from opengov_local.resources import data_folder

Make = Callable[..., Package]
HOSTILE = "<script>alert(1)</script> & \"double\" 'single' \u202eturned \x00null \x0bfeed"


def open_(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Document) -> Iterator[str]:
    """Gives the texts of all paragraphs, tables included, in the order of the document."""
    for paragraph in document.element.body.iter(qn("w:p")):
        yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_texts_stand_in_the_order_of_the_form(made_up: Make, language: str) -> None:
    package = made_up()
    paper, _ = compose(package, language=language, with_contacts=False, plan=None)
    wanted = [sheet_part.title for sheet in paper.sheets for sheet_part in sheet.parts]
    wanted += [
        block.label
        for sheet in paper.sheets
        for part in sheet.parts
        for block in part.blocks
        if isinstance(block, (Row, Grid)) and block.label is not None
    ]
    there = list(paragraphs(open_(write(package, language=language).data)))
    assert not set(wanted) - set(there)
    titles = [part.title for sheet in paper.sheets for part in sheet.parts]
    document = open_(write(package, language=language).data)
    headings = [p.text for p in document.paragraphs if p.style and p.style.name in ("Heading 2", "Heading 3")]
    assert headings == [*titles, paper.about_title]


def test_every_line_of_the_form_is_there(made_up: Make) -> None:
    package = made_up()
    paper, _ = compose(package, language="fr", with_contacts=False, plan=None)
    lines = {
        line.text
        for sheet in paper.sheets
        for line in lines_of(sheet)
        if line.phrases and not any(phrase.mark for phrase in line.phrases)
    }
    assert not lines - set(paragraphs(open_(write(package).data)))


def test_labels_stand_left_and_answers_right(bare: Make) -> None:
    table = open_(write(bare(), language="en").data).tables[2]  # behind the two of the first page
    assert [[cell.text for cell in row.cells] for row in table.rows[1:3]] == [
        ["Action Plan Submission", "— not stated"],
        ["Action Plan End", "— not stated"],
    ]


def test_arabic_runs_from_right_to_left(bare: Make) -> None:
    document = open_(write(bare(title={"ar": "خطة"}), language="ar").data)
    body = document.element.body
    assert all(table.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None for table in body.iter(qn("w:tbl")))
    title = next(p for p in document.paragraphs if p.text == "خطة")
    assert title._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}").get(qn("w:val")) == "1"  # type: ignore[union-attr]
    run = title.runs[0]._r.find(qn("w:rPr"))
    assert run.find(qn("w:rtl")) is not None  # type: ignore[union-attr]
    assert run.find(qn("w:lang")).get(qn("w:bidi")) == "ar"  # type: ignore[union-attr]
    assert body.find(f"{qn('w:sectPr')}/{qn('w:bidi')}") is not None
    style = document.styles["Normal"].element.find(qn("w:rPr"))
    assert style.find(qn("w:szCs")).get(qn("w:val")) == style.find(qn("w:sz")).get(qn("w:val"))
    assert style.find(qn("w:rFonts")).get(qn("w:cs")) == "Arial"


@pytest.mark.parametrize(("text", "from_the_right"), [("Bonjour " * 30, "0"), ("Bonjour", "1")])
def test_french_text_in_an_arabic_form_runs_from_left_to_right(bare: Make, text: str, from_the_right: str) -> None:
    document = open_(write(bare(foreword={"fr": text}), language="ar").data)
    found = [p for p in document.element.body.iter(qn("w:p")) if "".join(p.itertext()).startswith("Bonjour")]
    assert [p.find(f"{qn('w:pPr')}/{qn('w:bidi')}").get(qn("w:val")) for p in found] == [from_the_right]
    runs = [run for p in found for run in p.iter(qn("w:r")) if "".join(run.itertext()).startswith("Bonjour")]
    assert [run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") for run in runs] == [None]


def test_words_of_the_other_direction_keep_their_full_stop(made_up: Make) -> None:
    lines = list(paragraphs(open_(write(made_up(), language="ar").data)))
    reason = next(line for line in lines if "Les données sont publiées." in line)
    assert "publiées.\u200e\u200f [" in reason
    assert not [line for line in lines if "Peu de moyens" in line and "\u200e" in line]


def test_amount_in_an_arabic_line_keeps_its_order(made_up: Make) -> None:
    lines = list(paragraphs(open_(write(made_up(), language="ar").data)))
    assert [line for line in lines if "150.000,00\u00a0درهم مغربي" in line]


def test_output_that_is_not_stated_lies_on_all_its_columns(made_up: Make) -> None:
    body = open_(write(made_up(), language="fr").data).element.body
    spans = [mark.get(qn("w:val")) for mark in body.iter(qn("w:gridSpan"))]
    assert spans == ["2", "6", "5", "5"]
    # the last box to sign, what is said of a group, the results, and milestones of which none is stated


def test_tifinagh_has_a_font_of_its_own(bare: Make) -> None:
    document = open_(write(bare(title={"zgh": "ⴰⵎⴰⵣⵉⵖ"})).data)
    fonts = {run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for run in document.paragraphs[1]._p.iter(qn("w:r"))}
    assert "Ebrima" in {font.get(qn("w:ascii")) for font in fonts if font is not None}


def test_latin_form_has_no_table_from_right_to_left(made_up: Make) -> None:
    body = open_(write(made_up(), language="fr").data).element.body
    assert next(body.iter(qn("w:bidiVisual")), None) is None


def test_page_carries_banner_footer_and_page_numbers(made_up: Make) -> None:
    section = open_(write(made_up(), language="en").data).sections[0]
    assert section.header.paragraphs[0].text == labels()["note.synthetic"].texts["en"]
    assert section.footer.paragraphs[0].text == labels()["note.footer"].texts["en"]
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("published", "year"), [("2025-04-02T10:00:00Z", 2025), (None, None)])
def test_properties_are_those_of_the_data(made_up: Make, published: str | None, year: int | None) -> None:
    def edit(tree: dict[str, Any]) -> None:
        tree.pop("published_at")
        if published:
            tree["published_at"] = published

    core = open_(write(made_up(edit), language="fr").data).core_properties
    assert (core.title, core.language) == ("Plan d’action de l’Atlas inventé, 2025 – 2027", "fr")
    assert [moment.year if moment else None for moment in (core.created, core.modified)] == [year, year]


def test_hostile_text_stays_text(bare: Make) -> None:
    written = write(bare(foreword={"fr": HOSTILE}, title={"fr": HOSTILE}))
    shown = HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd") + "\u202c"
    assert list(paragraphs(open_(written.data))).count(shown) >= 3
    assert {finding.code for finding in written.findings} == {"export/unprintable-character"}


def test_long_title_is_whole_in_the_document(bare: Make) -> None:
    title = "Plan " * 60 + "fin"
    document = open_(write(bare(title={"fr": title})).data)
    assert title in list(paragraphs(document))
    assert document.core_properties.title == title[:255]


def test_links_lead_to_bookmarks_or_to_the_web(made_up: Make) -> None:
    document = open_(write(made_up()).data)
    names: set[str] = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    assert all(name.replace("_", "").isalnum() for name in names)
    links = list(document.element.body.iter(qn("w:hyperlink")))
    assert {link.get(qn("w:anchor")) for link in links} - {None} <= names
    targets = {rel.target_ref for rel in document.part.rels.values() if rel.is_external}
    assert "https://example.org/rapport.pdf" in targets
    assert all(target.startswith("https://example.org/") for target in targets)


def test_a_header_of_two_lines_stands_off_the_text(made_up: Make) -> None:
    header = open_(write(made_up(), language="fr").data).sections[0].header.paragraphs[0]
    assert header.paragraph_format.space_after


def test_a_share_stands_off_its_figure_in_arabic(made_up: Make) -> None:
    def edit(tree: dict[str, Any]) -> None:
        figure = {"measure": "progress", "value": "20", "unit": {"fr": "%"}, "numerator": "1", "denominator": "5"}
        tree["plans"][0]["reported_figures"] = [figure]

    said = next(text for text in paragraphs(open_(write(made_up(edit), language="ar").data)) if "1/5" in text)
    assert said.endswith("\u200f (1/5)")


def test_same_package_gives_same_bytes(made_up: Make) -> None:
    first, second = write(made_up(), language="ar"), write(made_up(), language="ar")
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first.data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("form", ["ogp-local-docx", "workshop-docx"])
def test_the_first_page_says_once_that_data_is_made_up_and_every_other_at_its_head(form: str) -> None:
    package = ogl.load(data_folder("examples") / "synthetic" / "full-plan.json")
    document = open_(ogl.dump(package, form, language="fr").data)
    banner = labels()["note.synthetic"].texts["fr"]
    first, *others = document.sections
    assert [paragraph.text for paragraph in document.paragraphs].count(banner) == 1
    assert first.different_first_page_header_footer
    assert not first.first_page_header.paragraphs[0].text
    assert first.first_page_footer.paragraphs[0].text == first.footer.paragraphs[0].text != ""
    assert not any(section.different_first_page_header_footer for section in others)
    assert all(section.header.paragraphs[0].text == banner for section in document.sections)

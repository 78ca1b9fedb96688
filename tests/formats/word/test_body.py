"""What a Word file is made of: paragraphs, tables, and what stands in and beside them."""

from __future__ import annotations

import pytest
from docx import Document
from tests.formats.word.papers import paper, table, to_bytes, with_body, with_part

from opengov_local.account import Place
from opengov_local.formats.word.docx.blocks import Content, Paragraph, Table
from opengov_local.formats.word.docx.parts import read_content
from opengov_local.importing.containers import Container, check_container


def content_of(data: bytes) -> Content:
    container = check_container(data, None, wanted="docx")
    assert isinstance(container, Container)
    return read_content(container)


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _text(inside: str) -> str:
    blocks = content_of(with_body(f"<w:p>{inside}</w:p>")).blocks
    return blocks[0].text if blocks and isinstance(blocks[0], Paragraph) else ""


def test_paragraphs_are_numbered_with_the_blank_ones_and_without_tables() -> None:
    blocks = content_of(to_bytes(paper("A", "", [["x"]], "B"))).blocks
    places = [block.piece.place for block in blocks if isinstance(block, Paragraph) and block.piece]
    assert places == [Place("paragraph", 1), Place("paragraph", 3)]
    assert [block.number for block in blocks if isinstance(block, Table)] == [1]


def test_merged_cells_are_seen_once() -> None:
    made = paper([["a", "", "b"], ["", "", "c"], ["d", "e", "f"]])
    made.tables[0].cell(0, 0).merge(made.tables[0].cell(1, 1))
    (there,) = content_of(to_bytes(made)).blocks
    assert isinstance(there, Table)
    cells = {cell.text: (cell.row, cell.column, cell.width, cell.height) for cell in there.cells() if cell.text}
    assert cells["a"] == (1, 1, 2, 2)
    assert cells["b"] == (1, 3, 1, 1)
    assert cells["f"] == (3, 3, 1, 1)
    assert there.width == 3


def test_tables_inside_cells_are_numbered_where_they_begin() -> None:
    made = paper([["a", ""]], [["z"]])
    inner = table(made.tables[0].cell(0, 1), [["b"]])
    table(inner.cell(0, 0), [["c"]])
    content = content_of(to_bytes(made))
    places = {piece.text: str(piece.place) for piece in content.pieces()}
    assert places == {"a": "table 1!A1", "b": "table 2!A1", "c": "table 3!A1", "z": "table 4!A1"}


def test_headings_lists_and_marks_are_known_by_their_styles() -> None:
    blocks = content_of(to_bytes(paper("= T", "# A", "* B", "** C", "! D", "E"))).blocks
    seen = [(b.style, b.level, b.list_level, b.marked) for b in blocks if isinstance(b, Paragraph)]
    assert [each[1] for each in seen] == [0, 1, 0, 0, 0, 0]
    assert [each[2] for each in seen] == [None, None, 0, 1, None, None]
    assert seen[0][0] == "title"
    assert [each[3] for each in seen[4:]] == [True, False]


def test_numbers_that_word_prints() -> None:
    made = Document()
    for text in ("A", "B", "C"):
        made.add_paragraph(text, style="List Number")
    blocks = content_of(to_bytes(made)).blocks
    assert [block.number for block in blocks if isinstance(block, Paragraph)] == ["1.", "2.", "3."]


def test_inserted_words_are_words_and_deleted_ones_are_not() -> None:
    inside = (
        f"<w:p>{_run('a ')}<w:ins>{_run('b ')}</w:ins>"
        "<w:del><w:r><w:delText>c</w:delText></w:r></w:del><w:moveFrom>" + _run("d") + "</w:moveFrom></w:p>"
    )
    content = content_of(with_body(inside))
    assert [block.text for block in content.blocks if isinstance(block, Paragraph)] == ["a b"]
    assert content.deleted == 2


def test_content_controls_and_tick_boxes() -> None:
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{_run('said')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_run('Click here')}</w:sdtContent></w:sdt>"
    ticked = f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{_run('☒')}</w:sdtContent></w:sdt>"
    box = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
    legacy = f"<w:r><w:fldChar>{box}</w:fldChar></w:r>"
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    assert _text(filled) == "said"
    assert _text(empty) == ""
    assert _text(ticked) == "☒"
    assert _text(legacy + _run("a") + sign + _run("b")) == "☒a☐b"


@pytest.mark.parametrize("held", ["table", "row", "cell", "paragraph", "alternative"])
def test_blocks_in_content_controls_and_alternatives_are_read(held: str) -> None:
    def control(inside: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    def of(kind: str, inside: str) -> str:
        return control(inside) if kind == held else inside

    hint = control(f"<w:p>{_run('Click here')}</w:p>", "<w:showingPlcHdr/>")
    filled = of("paragraph", f"<w:p>{_run('said')}</w:p>")
    cell = of("cell", f"<w:tc>{hint}{filled}</w:tc>")
    whole = of("table", f"<w:tbl>{of('row', f'<w:tr>{cell}</w:tr>')}</w:tbl>")
    other = f"<mc:Fallback><w:p>{_run('other')}</w:p></mc:Fallback>"
    if held == "alternative":
        whole = f"<mc:AlternateContent><mc:Choice Requires='wps'>{whole}</mc:Choice>{other}</mc:AlternateContent>"
    (read,) = content_of(with_body(whole)).blocks
    assert isinstance(read, Table)
    assert [each.text for each in read.cells()] == ["said"]


def test_tabs_breaks_fields_and_hyphens() -> None:
    inside = (
        f"{_run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
        f"<w:fldSimple w:instr='PAGE'>{_run('7')}</w:fldSimple><w:r><w:instrText>DATE</w:instrText></w:r>"
    )
    assert _text(inside) == "a\tb\nc-d7"


def test_a_text_box_is_read_once() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent><w:p>{_run(text)}</w:p></w:txbxContent>"

    inside = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box("in the box") + "</wps:txbx>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box("in the box") + "</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    blocks = content_of(with_body(f"<w:p>{_run('a')}{inside}</w:p><w:p>{_run('b')}</w:p>")).blocks
    assert [
        (block.text, block.piece.place.part) for block in blocks if isinstance(block, Paragraph) and block.piece
    ] == [
        ("a", 1),
        ("in the box", 2),
        ("b", 3),
    ]


def test_links_headers_notes_and_comments() -> None:
    made = Document()
    made.sections[0].header.paragraphs[0].text = "Commune d’Exemple"
    first = made.add_paragraph("A")
    made.add_comment(first.runs, "à vérifier")
    relation = made.part.relate_to("https://example.org/a", _HYPERLINK, is_external=True)
    data = to_bytes(made)
    content = content_of(data)
    assert [piece.text for piece in content.margins] == ["Commune d’Exemple"]
    assert [(note.piece.text, note.at) for note in content.comments] == [("à vérifier", Place("paragraph", 1))]
    link = f'<w:p><w:hyperlink r:id="{relation}">{_run("site")}</w:hyperlink></w:p>'
    body = with_body(link)
    container = check_container(body, None, wanted="docx")
    assert isinstance(container, Container)
    linked = with_part(data, "word/document.xml", container.read("word/document.xml"))
    (block,) = content_of(linked).blocks
    assert isinstance(block, Paragraph)
    assert [(each.text, each.address) for each in block.links] == [("site", "https://example.org/a")]


def test_pictures_are_counted() -> None:
    assert content_of(with_body(f"<w:p>{_run('a')}<w:r><w:drawing/></w:r></w:p>")).pictures == 1


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

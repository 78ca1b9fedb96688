"""Saved web pages taken apart as Word files are; all made up."""

from __future__ import annotations

from opengov_local.formats.word.docx.blocks import Paragraph, Table
from opengov_local.formats.word.docx.saved_page import content_of_page


def _table(markup: str) -> Table:
    (table,) = content_of_page(f"<body><table>{markup}</table></body>").blocks
    assert isinstance(table, Table)
    return table


def test_headings_lists_and_bold_beginnings_are_told() -> None:
    page = content_of_page(
        "<html><head><title>No</title></head><body><h2>One</h2><p><strong>Lead:</strong> Unit A<br>Unit B</p>"
        "<ul><li>First</li><li>Second <s>gone</s></li></ul>loose &amp; words<!-- unseen --></body></html>"
    )
    blocks = [block for block in page.blocks if isinstance(block, Paragraph)]
    assert [(each.text, each.level, each.list_level, each.lead) for each in blocks] == [
        ("One", 2, None, ""),
        ("Lead: Unit A\nUnit B", 0, None, "Lead:"),
        ("First", 0, 0, ""),
        ("Second gone", 0, 0, ""),
        ("loose & words", 0, None, ""),
    ]


def test_cells_lie_where_spans_from_above_leave_room() -> None:
    table = _table(
        "<tr><th rowspan=3>A</th><th colspan=2>B</th></tr><tr><td>C</td><td></td></tr>"
        "<tr><td>D</td><td><table><tr><td>in</td></tr></table></td></tr>"
    )
    placed = [(cell.text, cell.row, cell.column, cell.width, cell.height) for cell in table.cells()]
    assert placed == [
        ("A", 1, 1, 1, 3),
        ("B", 1, 2, 2, 1),
        ("C", 2, 2, 1, 1),
        ("", 2, 3, 1, 1),
        ("D", 3, 2, 1, 1),
        ("", 3, 3, 1, 1),
    ]
    assert table.width == 3
    assert [cell.tables[0].rows[0][0].text for cell in table.cells() if cell.tables] == ["in"]


def test_the_frame_of_a_page_stands_beside_its_text() -> None:
    page = content_of_page(
        "<body><nav>Home</nav><p>Text <a href='https://example.org/a'>there</a></p><script>x</script>"
    )
    assert [piece.text for piece in page.margins] == ["Home"]
    assert [piece.text for block in page.blocks for piece in block.pieces()] == ["Text there"]
    assert [each.piece.text for each in page.addresses] == ["https://example.org/a"]


def test_a_page_that_is_never_closed_is_read_to_its_end() -> None:
    table = _table("<tr><td>a<td>b<tr><td>c").rows
    assert [[cell.text for cell in row] for row in table] == [["a", "b"], ["c"]]


def test_tables_that_lie_too_deep_end_no_reading() -> None:
    page = content_of_page(f"<body>{'<table><tr><td>' * 2000}deep{'</table>' * 2000}<p>behind</p></body>")
    assert [piece.text for block in page.blocks for piece in block.pieces()] == ["deep", "behind"]


def test_a_table_around_a_heading_and_a_table_lays_out_the_page() -> None:
    page = content_of_page(
        "<body><table><tr><td>Menu<td><h1>Title</h1><table><tr><td>a</td></tr></table><p>End</p></table></body>"
    )
    assert [block.text if isinstance(block, Paragraph) else "table" for block in page.blocks] == [
        "Menu",
        "Title",
        "table",
        "End",
    ]


def test_a_table_that_says_it_is_no_data_lays_out_the_page() -> None:
    page = content_of_page('<body><table role="presentation"><tr><td>One<td>Two</table></body>')
    assert [block.text for block in page.blocks if isinstance(block, Paragraph)] == ["One", "Two"]

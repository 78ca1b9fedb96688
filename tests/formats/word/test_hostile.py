"""Files that are broken, hostile or no Word files are refused with a finding; large ones are read."""

from __future__ import annotations

import pytest
from docx import Document
from tests.formats.word.papers import codes_of, paper, quick, to_bytes, with_body, with_part

from opengov_local.formats.word.word_format import read

_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def _codes(data: bytes) -> list[str]:
    made = read(data, "hostile.docx")
    assert made.document is None
    return [finding.code for finding in made.findings]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source/empty-file"),
        (b"PK\x03\x04 not a zip", "source/corrupt"),
        (b"%PDF-1.7", "source/wrong-kind"),
        (_OLE + "WordDocument\0".encode("utf-16-le").ljust(128, b"\0"), "source/wrong-kind"),
        (_OLE + "EncryptedPackage\0".encode("utf-16-le").ljust(128, b"\0"), "source/encrypted"),
    ],
)
def test_other_files_are_refused(data: bytes, code: str) -> None:
    assert _codes(data) == [code]


def test_a_document_type_is_refused() -> None:
    for part in ("word/document.xml", "word/styles.xml", "word/footnotes.xml"):
        evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
        assert _codes(with_part(to_bytes(Document()), part, evil)) == ["source/doctype"]


def test_broken_xml_is_refused() -> None:
    assert _codes(with_part(to_bytes(Document()), "word/document.xml", b"<w:document xmlns:w='w'><w:body>")) == [
        "source/corrupt"
    ]
    assert _codes(with_part(to_bytes(Document()), "word/document.xml", b"<a/>")) == ["source/corrupt"]


def test_tables_inside_tables_without_end_are_refused() -> None:
    depth = 5000
    assert _codes(with_body("<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth)) == ["source/too-deep"]


def test_tables_some_levels_deep_are_read() -> None:
    depth = 20
    inner = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    made = read(with_body("<w:tbl><w:tr><w:tc>" * depth + inner + "</w:tc></w:tr></w:tbl>" * depth))
    assert made.account is not None
    assert [str(entry.piece.place) for entry in made.account.entries] == [f"table {depth}!A1"]


def test_macros_are_left_aside() -> None:
    made = read(with_part(to_bytes(paper("# Projet 1 : A")), "word/vbaProject.bin", b"macro"))
    assert made.document is not None
    assert "source/macros-ignored" in codes_of(made)


def test_an_empty_file_and_one_of_pictures_say_so() -> None:
    assert codes_of(read(to_bytes(Document()))) == ["import/word-no-text"]
    pictured = read(with_body("<w:p><w:r><w:drawing/></w:r></w:p>"))
    assert codes_of(pictured) == ["import/word-no-text", "import/word-pictures"]


def test_what_is_left_aside_is_said() -> None:
    made = paper("# Projet 1 : A")
    made.add_comment(made.paragraphs[0].runs, "à vérifier")
    found = read(to_bytes(made))
    assert "import/word-comments" in codes_of(found)
    assert found.account is not None
    assert [entry.piece.text for entry in found.account.of("unmapped")] == ["à vérifier"]
    deleted = read(with_body("<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:p>"))
    assert "import/word-deleted" in codes_of(deleted)


def test_spans_and_levels_beyond_all_measure_are_harmless() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
    listed = '<w:p><w:pPr><w:outlineLvl w:val="-3"/><w:numPr><w:ilvl w:val="x"/><w:numId w:val="9"/></w:numPr></w:pPr>'
    made = read(with_body(f"<w:tbl><w:tr>{cell * 3}</w:tr></w:tbl>{listed}<w:r><w:t>b</w:t></w:r></w:p>"))
    assert made.account is not None
    assert len(made.account.entries) == 4


def test_thousands_of_paragraphs_are_read() -> None:
    blocks = [f"Activité {number} : Étape {number}" for number in range(3_000, 6_000)]
    made = read(quick(["# Projet 1 : Tout", *blocks]))
    assert made.document is not None
    assert len(made.document.tree["plans"][0]["commitments"][0]["milestones"]) == 3_000

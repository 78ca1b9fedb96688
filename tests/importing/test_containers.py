"""Containers: what is refused, with which word, and that nothing larger than declared is ever unpacked."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.finding import Finding
from opengov_local.importing.containers import Container, ContainerLimits, check_container

PARTS: dict[str, str | bytes] = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": "<document/>",
    "word/media/a.bin": "x" * 100,
}


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(**more: str | bytes) -> bytes:
    return packed(PARTS | {name.replace("__", "/"): content for name, content in more.items()})


def refusal(data: bytes, limits: ContainerLimits | None = None) -> tuple[str, object]:
    found = check_container(data, "plan.docx", wanted="docx", limits=limits or ContainerLimits())
    assert isinstance(found, Finding), found
    return found.code, found.params.get("looks_like") or found.params.get("part")


def test_sound_container() -> None:
    found = check_container(docx(), None, wanted="docx")
    assert isinstance(found, Container)
    assert (found.kind, found.names(), found.findings) == ("docx", tuple(PARTS), ())
    assert found.read("word/media/a.bin") == b"x" * 100
    assert b"".join(found.stream("word/document.xml")) == b"<document/>"
    assert found.size("word/document.xml") == 11


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "WordDocument\0".encode("utf-16-le"), "doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "Workbook\0".encode("utf-16-le"), "xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(600, b"\0"), "ole"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "html"),
        (b"<table><tr><td>a</td></tr></table>", "html"),
        (b'<?xml version="1.0"?><Workbook/>', "xml"),
        (b'{"plans": []}', "json"),
        (b"a;b\n1;2\n", "text"),
        ("a;b\n".encode("utf-16"), "text"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (bytes(range(32)), "binary"),
        (packed({"xl/workbook.xml": "<workbook/>"}), "xlsx"),
        (packed({"xl/workbook.bin": b"x"}), "xlsb"),
        (packed({"Index/Document.iwa": b"x"}), "iwork"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        (packed({"plan.csv": "a;b"}), "zip"),
    ],
)
def test_other_kinds_are_named(data: bytes, looks_like: str) -> None:
    assert refusal(data) == ("source/wrong-kind", looks_like)


def test_empty_file() -> None:
    assert refusal(b"")[0] == "source/empty-file"


def test_encrypted_office_file() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "EncryptedPackage\0".encode("utf-16-le")
    assert refusal(data)[0] == "source/encrypted"


def test_encrypted_archive() -> None:
    data = bytearray(docx())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    assert refusal(bytes(data))[0] == "source/encrypted"


def test_encrypted_open_document() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    data = packed({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": b"\x8a\x00"})
    found = check_container(data, None, wanted="ods")
    assert isinstance(found, Finding)
    assert found.code == "source/encrypted"


def test_truncated() -> None:
    assert refusal(docx()[:-30])[0] == "source/corrupt"


def test_wrong_checksum() -> None:
    data = packed(PARTS, zipfile.ZIP_STORED).replace(b"x" * 100, b"y" * 100)
    assert refusal(data) == ("source/corrupt", "word/media/a.bin")


def test_part_that_is_longer_than_declared() -> None:
    content = b"<document>" + b"a" * 5000 + b"</document>"
    data = bytearray(packed(PARTS | {"word/document.xml": content}))
    short = struct.pack("<I", 20)
    size, checksum = struct.pack("<I", len(content)), struct.pack("<I", zlib.crc32(content))
    lie = bytes(data).replace(size, short).replace(checksum, struct.pack("<I", zlib.crc32(content[:20])))
    assert refusal(lie) == ("source/corrupt", "word/document.xml")


def test_part_under_another_name_than_declared() -> None:
    data = docx().replace(b"word/document.xml", b"word/documents.xm", 1)
    assert refusal(data)[0] == "source/corrupt"


def test_bomb_of_a_gigabyte_is_refused_by_its_declaration() -> None:
    inflater = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = b"\0" * 2**20
    body = b"".join([*(inflater.compress(block) for _ in range(64)), inflater.flush()])
    made = io.BytesIO(docx())
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("bomb.bin", body)
    data = made.getvalue()
    stored = struct.pack("<II", len(body), len(body))
    assert data.count(stored) == 2
    gigabyte = data.replace(stored, struct.pack("<II", len(body), 2**30))
    tracemalloc.start()
    assert refusal(gigabyte)[0] == "source/bomb"
    assert tracemalloc.get_traced_memory()[1] < 2**23
    tracemalloc.stop()


def test_ratio() -> None:
    data = packed(PARTS | {"word/zeros.bin": b"\0" * 2**26})
    assert refusal(data)[0] == "source/bomb"


def test_total_size_and_number_of_parts() -> None:
    assert refusal(docx(), ContainerLimits(max_unpacked=50))[0] == "source/bomb"
    assert refusal(docx(), ContainerLimits(max_parts=2))[0] == "source/too-many-parts"
    assert refusal(docx(), ContainerLimits(max_bytes=50))[0] == "source/too-large"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil", "C:/evil", "word\\..\\..\\evil", "WORD/document.xml"])
def test_names_with_tricks(name: str) -> None:
    assert refusal(packed(PARTS | {name: "x"}))[0] == "source/unsafe-name"


def test_back_slashes_are_folders() -> None:
    found = check_container(packed({"word\\document.xml": "<d/>"}), None, wanted="docx")
    assert isinstance(found, Container)
    assert found.names() == ("word/document.xml",)


DOCTYPE = '<!DOCTYPE d [<!ENTITY e "x">]><d/>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (DOCTYPE.encode(), "source/doctype"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- a -->" + DOCTYPE.encode(), "source/doctype"),
        (('<?xml version="1.0" encoding="UTF-16"?>' + DOCTYPE).encode("utf-16"), "source/doctype"),
        (DOCTYPE.encode("utf-16-le"), "source/doctype"),
        (('<?xml version="1.0" encoding="UTF-16"?>' + DOCTYPE).encode("utf-16-be"), "source/doctype"),
        (b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE d>', "source/bad-part"),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><d/>", "source/bad-part"),
        ("<?xml version='1.0' encoding='UTF-7'?><d/>".encode("utf-16"), "source/bad-part"),
        (DOCTYPE.encode("utf-32"), "source/bad-part"),
        (DOCTYPE.encode("cp037"), "source/bad-part"),
        (b"no markup", "source/bad-part"),
        (b"", "source/bad-part"),
    ],
)
def test_xml_parts(content: bytes, code: str) -> None:
    assert refusal(packed(PARTS | {"word/styles.xml": content})) == (code, "word/styles.xml")


def test_document_type_in_a_part_that_hides_its_kind() -> None:
    assert refusal(packed(PARTS | {"word/styles.bin": DOCTYPE})) == ("source/doctype", "word/styles.bin")
    assert isinstance(check_container(docx(word__media__logo_svg="<svg/>"), None, wanted="docx"), Container)
    pictures = packed(PARTS | {"word/media/logo.svg": DOCTYPE})
    assert isinstance(check_container(pictures, None, wanted="docx"), Container)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_honest_encodings(encoding: str) -> None:
    data = packed(PARTS | {"word/styles.xml": "<جذر/>".encode(encoding)})
    assert isinstance(check_container(data, None, wanted="docx"), Container)


def test_macros_and_links_are_left_aside() -> None:
    parts: dict[str, str | bytes] = {"xl/workbook.xml": "<w/>"}
    parts |= {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": "<l/>"}
    found = check_container(packed(parts), None, wanted="xlsx")
    assert isinstance(found, Container)
    told = [(finding.code, finding.severity) for finding in found.findings]
    assert told == [("source/macros-ignored", "info"), ("source/links-not-followed", "info")]


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(data: bytes) -> None:
    assert isinstance(check_container(data, None, wanted="zip"), Finding)


@given(st.binary(max_size=40), st.integers(0, 700))
def test_damaged_archives_never_raise(noise: bytes, place: int) -> None:
    data = docx()
    found = check_container(data[:place] + noise + data[place + len(noise) :], None, wanted="zip")
    assert isinstance(found, Container) or found.code.startswith("source/")


def _container(content: bytes) -> Container:
    container = check_container(packed(PARTS | {"word/media/a.bin": content}), "a.docx", wanted="docx")
    assert isinstance(container, Container)
    return container


def test_a_large_part_is_given_in_pieces_and_whole() -> None:
    content = bytes(range(256)) * 2**14
    container = _container(content)
    pieces = list(container.stream("word/media/a.bin"))
    assert max(map(len, pieces)) <= 2**20
    assert b"".join(pieces) == content == container.read("word/media/a.bin")


def test_what_a_part_holds_is_found_where_pieces_of_it_end() -> None:
    container = _container(b"x" * (2**20 - 3) + b"<mark>" + b"x" * 100)
    assert container.holds("word/media/a.bin", b"<mark>")
    assert not container.holds("word/media/a.bin", b"<mork>")

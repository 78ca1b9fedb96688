"""Encodings: short texts in every code page are read rightly, or the doubt is said."""

from __future__ import annotations

import pytest

from opengov_local.importing.encodings import decode_text

LINES = {
    "fr": ["Échéance prévue : août", "Créer un comité de suivi", "Où en est l'état d'avancement", "Réalisé à moitié"],
    "ar": ["إحداث منصة رقمية", "نشر ميزانية المواطن", "في طور الإنجاز", "المديرية العامة للمصالح"],
}
CODECS = [
    *(("fr", codec) for codec in ("cp1252", "iso8859_15", "mac_roman", "cp850")),
    *(("ar", codec) for codec in ("cp1256", "iso8859_6")),
]


@pytest.mark.parametrize(("language", "codec"), CODECS)
def test_no_line_is_wrong_in_silence(language: str, codec: str) -> None:
    for line in LINES[language]:
        found = decode_text(line.encode(codec))
        assert found.text == line or found.evidence == "unsure", found


@pytest.mark.parametrize(("language", "codec"), CODECS)
def test_several_lines_leave_no_doubt(language: str, codec: str) -> None:
    text = "\n".join(LINES[language])
    found = decode_text(text.encode(codec))
    assert (found.text, found.evidence) == (text, "words")


def test_arabic_is_never_made_latin() -> None:
    found = decode_text("\n".join(LINES["ar"]).encode("cp1256"))
    assert found.encoding == "Windows-1256"
    assert not any("\xc0" <= character <= "\xff" for character in found.text)


def test_marks_are_no_text() -> None:
    for codec in ("utf-8-sig", "utf-16", "utf-32"):
        found = decode_text("é".encode(codec))
        assert (found.text, found.evidence) == ("é", "mark")

"""The forms as other programs show them: LibreOffice lays out the Word file, Chromium prints the page."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from opengov_local.formats.ogp_local import docx_format, html_format
from opengov_local.model import Package

Make = Callable[..., Package]
Tool = Callable[[str], str]
PAGES = range(2, 15)
"""The made-up package has three sheets, each on a page of its own at least."""
# No word with lam-alef in it: pdftotext turns the two letters round.
WORDS = {
    "fr": (
        "Plan d’action de l’Atlas inventé",
        "Données fictives",
        "MAXXB0007",
        "Participation citoyenne",
        "juillet 2025",
    ),
    "ar": ("بوابة المعطيات المفتوحة", "معطيات وهمية", "MAXXB0007", "المشاركة المواطنة", "يوليوز 2025"),
}


def pages_of(pdf: Path, require_tool: Tool) -> list[str]:
    """Gives the text of each page, Arabic letters in their plain forms and without direction marks."""
    program = Path(require_tool("pdftoppm")).with_name("pdftotext")
    run = subprocess.run([program, pdf, "-"], capture_output=True, check=True, timeout=60)
    text = unicodedata.normalize("NFKC", run.stdout.decode("utf-8"))
    plain = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return [" ".join(page.split()) for page in plain.split("\f")[:-1]]


def check(pages: list[str], language: str) -> None:
    assert len(pages) in PAGES
    whole = " ".join(pages)
    missing = [words for words in WORDS[language] if unicodedata.normalize("NFKC", words) not in whole]
    assert missing == []


def word_to_pdf(package: Package, language: str, require_tool: Tool, folder: Path) -> Path:
    """Gives the PDF that LibreOffice makes of the Word file."""
    soffice = require_tool("soffice")
    source = folder / "form.docx"
    source.write_bytes(docx_format.write(package, language=language).data)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "form.pdf"


def boxes_of(pdf: Path, require_tool: Tool) -> list[tuple[str, float, float]]:
    """Gives the words of a PDF, each with its left edge and its height on the page."""
    program = Path(require_tool("pdftoppm")).with_name("pdftotext")
    run = subprocess.run([program, "-bbox", pdf, "-"], capture_output=True, check=True, timeout=60)
    found = re.findall(r'<word xMin="([0-9.]+)" yMin="([0-9.]+)"[^>]*>([^<]*)</word>', run.stdout.decode("utf-8"))
    plain = str.maketrans("", "", "\u200e\u200f\u202a\u202b\u202c")
    return [(word.translate(plain).strip("،"), float(left), float(top)) for left, top, word in found]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_word_file_in_libreoffice(made_up: Make, require_tool: Tool, tmp_path: Path, language: str) -> None:
    check(pages_of(word_to_pdf(made_up(), language, require_tool, tmp_path), require_tool), language)


def test_amount_and_year_in_an_arabic_line(bare: Make, require_tool: Tool, tmp_path: Path) -> None:
    package = bare(budget=[{"amount": {"value": "987654", "currency": "MAD"}, "year": 2031}])
    boxes = boxes_of(word_to_pdf(package, "ar", require_tool, tmp_path), require_tool)
    left, top = next((left, top) for word, left, top in boxes if word.startswith("987.654"))
    year = next(x for word, x, y in boxes if word == "2031" and abs(y - top) < 2)
    assert year < left


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_page_printed_by_chromium(made_up: Make, require_tool: Tool, tmp_path: Path, language: str) -> None:
    chromium = require_tool("chromium")
    source, pdf = tmp_path / "form.html", tmp_path / "form.pdf"
    source.write_bytes(html_format.write(made_up(), language=language).data)
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    paths = [f"--user-data-dir={tmp_path / 'home'}", f"--print-to-pdf={pdf}", source.as_uri()]
    command = [chromium, *options, "--no-pdf-header-footer", *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    check(pages_of(pdf, require_tool), language)

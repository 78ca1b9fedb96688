"""The programme and the report of workshops as other programs show them: whole, on pages that are worth their paper."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.formats.ogp_local.test_rendering import pages_of

from opengov_local.formats.paper.writing import PaperWriter
from opengov_local.formats.programme import programme_docx, programme_html
from opengov_local.formats.programme.wording import labels
from opengov_local.formats.workshop import workshop_docx, workshop_html
from opengov_local.model import Package

Tool = Callable[[str], str]
EXAMPLES = Path(__file__).parents[3] / "examples"
LEAST = 12
"""Words on a page beside its header and footer; fewer are a page that somebody forgot."""
_TALL, _WIDE = (595, 842), (842, 595)


def package(name: str) -> Package:
    return Package.model_validate_json((EXAMPLES / name).read_bytes())


def by_libreoffice(write: PaperWriter, name: str, language: str, require_tool: Tool, folder: Path) -> Path:
    """Gives the PDF that LibreOffice makes of the Word file."""
    soffice, source = require_tool("soffice"), folder / "document.docx"
    source.write_bytes(write(package(name), language=language).data)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "document.pdf"


def by_chromium(write: PaperWriter, name: str, language: str, require_tool: Tool, folder: Path) -> Path:
    """Gives the PDF that Chromium prints of the page."""
    chromium, source, pdf = require_tool("chromium"), folder / "document.html", folder / "document.pdf"
    source.write_bytes(write(package(name), language=language).data)
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    paths = [f"--user-data-dir={folder / 'home'}", f"--print-to-pdf={pdf}", source.as_uri()]
    command = [chromium, *options, "--no-pdf-header-footer", *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return pdf


def sizes_of(pdf: Path, require_tool: Tool) -> list[tuple[int, int]]:
    """Gives width and height of each page, in points."""
    program = Path(require_tool("pdftoppm")).with_name("pdfinfo")
    run = subprocess.run([program, "-f", "1", "-l", "99", pdf], capture_output=True, check=True, timeout=60)
    found = re.findall(r"Page\s+\d+ size:\s+([0-9.]+) x ([0-9.]+)", run.stdout.decode("utf-8"))
    return [(round(float(width)), round(float(height))) for width, height in found]


def shown(text: str) -> str:
    """Gives words as they stand in the text of a PDF."""
    plain = unicodedata.normalize("NFKC", text)
    return " ".join("".join(letter for letter in plain if unicodedata.category(letter) != "Cf").split())


def is_like(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(one, other, strict=True))


def check(pages: list[str], language: str) -> None:
    """Looks for empty pages and for a box to sign that stands without what is signed."""
    assert min(len(page.split()) for page in pages) >= LEAST
    adoption, signature = (shown(labels()[key].texts[language]) for key in ("plan.adoptions", "sign.signature"))
    boxes = [page for page in pages if signature in page]
    assert boxes
    assert all(adoption in page for page in boxes)


@pytest.mark.parametrize(("name", "language"), [("oriental.json", "fr"), ("synthetic/full-plan.json", "fr")])
def test_programme_in_libreoffice(name: str, language: str, require_tool: Tool, tmp_path: Path) -> None:
    pdf = by_libreoffice(programme_docx.write, name, language, require_tool, tmp_path)
    pages, sizes = pages_of(pdf, require_tool), sizes_of(pdf, require_tool)
    check(pages, language)
    assert is_like(sizes[0], _TALL)
    assert is_like(sizes[-1], _TALL)
    assert any(is_like(size, _WIDE) for size in sizes) == ("full" in name)


def test_contents_tell_the_pages(require_tool: Tool, tmp_path: Path) -> None:
    pdf = by_libreoffice(programme_docx.write, "oriental.json", "fr", require_tool, tmp_path)
    pages = pages_of(pdf, require_tool)
    for key in ("part.card", "plan.workshops", "plan.adoptions"):
        title = shown(labels()[key].texts["fr"])
        entry = re.search(rf"{re.escape(title)}\s?\.{{3,}}\s?(\d+)", pages[1])
        assert entry is not None
        assert title in re.sub(rf"{re.escape(title)}\s?\.+", "", pages[int(entry[1]) - 1])


@pytest.mark.parametrize("name", ["oriental.json", "synthetic/full-plan.json"])
def test_programme_printed_by_chromium(name: str, require_tool: Tool, tmp_path: Path) -> None:
    pdf = by_chromium(programme_html.write, name, "fr", require_tool, tmp_path)
    pages, sizes = pages_of(pdf, require_tool), sizes_of(pdf, require_tool)
    check(pages, "fr")
    assert any(is_like(size, _WIDE) for size in sizes) == ("full" in name)


def test_every_contribution_is_on_a_page(require_tool: Tool, tmp_path: Path) -> None:
    name = "synthetic/full-plan.json"
    texts = [
        shown(each.text["fr"])
        for workshop in package(name).workshops
        for group in workshop.working_groups
        for each in group.contributions
    ]
    (tmp_path / "word").mkdir()
    (tmp_path / "page").mkdir()
    for pdf in (
        by_libreoffice(workshop_docx.write, name, "fr", require_tool, tmp_path / "word"),
        by_chromium(workshop_html.write, name, "fr", require_tool, tmp_path / "page"),
    ):
        pages = pages_of(pdf, require_tool)
        assert min(len(page.split()) for page in pages) >= LEAST
        whole = "".join(" ".join(pages).split())
        assert [text for text in texts if "".join(text.split()) not in whole] == []


@pytest.mark.parametrize("write", [programme_docx.write, workshop_docx.write], ids=["programme", "workshop"])
def test_arabic_in_libreoffice(write: PaperWriter, require_tool: Tool, tmp_path: Path) -> None:
    pdf = by_libreoffice(write, "synthetic/full-plan.json", "ar", require_tool, tmp_path)
    pages = pages_of(pdf, require_tool)
    assert min(len(page.split()) for page in pages) >= LEAST
    whole = " ".join(pages)
    assert "المشاركة المواطنة" in whole
    assert any(is_like(size, _WIDE) for size in sizes_of(pdf, require_tool))

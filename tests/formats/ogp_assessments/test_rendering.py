"""The national and assessment forms as LibreOffice lays them out: all at once, in Arabic and French."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

from tests.formats.ogp_local.test_rendering import pages_of

import opengov_local as ogl
from opengov_local.model import Package

Make = Callable[..., Package]
Tool = Callable[[str], str]
FORMS = (
    "ogp-national-2022-docx",
    "ogp-national-2017-docx",
    "ogp-local-inception-docx",
    "ogp-local-end-of-commitment-docx",
    "ogp-local-learning-docx",
)
PAGES = range(2, 9)
# No word with lam-alef in it: pdftotext turns the two letters round.
WORDS = {
    "fr": ("Données fictives", "Portail des données ouvertes"),
    "ar": ("معطيات وهمية", "بوابة المعطيات المفتوحة"),
}


def test_word_files_in_libreoffice(made_up: Make, require_tool: Tool, tmp_path: Path) -> None:
    soffice = require_tool("soffice")
    sources = [tmp_path / f"{form}.{language}.docx" for form in FORMS for language in WORDS]
    for source in sources:
        form, language = source.stem.split(".")
        source.write_bytes(ogl.dump(made_up(), form, language=language).data)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for source in sources:
        pages, words = pages_of(source.with_suffix(".pdf"), require_tool), WORDS[source.stem.split(".")[1]]
        assert len(pages) in PAGES, source.stem
        banner, title = (unicodedata.normalize("NFKC", each) for each in words)
        assert all(banner in page for page in pages)
        assert any(title in page for page in pages)

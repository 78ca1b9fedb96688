"""The national forms as LibreOffice lays them out: how many pages a commitment takes."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from opengov_local import formats
from opengov_local.model import Package

Tool = Callable[[str], str]
PLAN = Path(__file__).parents[3] / "examples" / "synthetic" / "full-plan.json"
"""Has five commitments, of which the first has far more to say than the others."""


@pytest.mark.parametrize(("form", "language", "pages"), [("2017", "ar", 6), ("2022", "fr", 7)])
def test_what_is_short_has_one_page(form: str, language: str, pages: int, require_tool: Tool, tmp_path: Path) -> None:
    package = Package.model_validate_json(PLAN.read_bytes())
    source = tmp_path / "form.docx"
    source.write_bytes(formats.get(f"ogp-national-{form}-docx").writer()(package, language=language).data)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [require_tool("soffice"), home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    program = Path(require_tool("pdftoppm")).with_name("pdfinfo")
    told = subprocess.run([program, tmp_path / "form.pdf"], capture_output=True, check=True, timeout=60)
    found = re.search(r"Pages: +([0-9]+)", told.stdout.decode("utf-8"))
    assert found
    assert int(found[1]) <= pages

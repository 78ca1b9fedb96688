"""Writes the pages of rules: `python -m opengov_local.validation.generate`."""

from pathlib import Path

from opengov_local.messages import LANGUAGES
from opengov_local.validation.reference import page, page_name

FOLDER = Path(__file__).parents[3] / "docs" / "reference"

if __name__ == "__main__":
    for language in LANGUAGES:
        (FOLDER / page_name(language)).write_text(page(language), encoding="utf-8")
        print(f"written: {page_name(language)}")

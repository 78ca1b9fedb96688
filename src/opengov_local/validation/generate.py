"""Writes the pages of rules: `python -m opengov_local.validation.generate`."""

from pathlib import Path

from opengov_local.validation.reference import pages

FOLDER = Path(__file__).parents[3] / "docs" / "reference"

if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"written: {name}")

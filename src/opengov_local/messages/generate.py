"""Writes the page of codes: `python -m opengov_local.messages.generate`."""

from pathlib import Path

from opengov_local.messages.reference import page

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "findings.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"written: {PAGE.name}")

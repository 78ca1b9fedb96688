"""Words that say the label of a code already."""

from __future__ import annotations

import pytest

from opengov_local.formats.paper.repetition import is_label, says


@pytest.mark.parametrize(
    ("text", "codelist", "code", "expected"),
    [
        ("RÉGION de l’Est", "collectivity_kind", "region", True),
        ("جهة الشرق", "collectivity_kind", "region", True),
        ("Régional de l’Est", "collectivity_kind", "region", False),
        ("Instances consultatives", "organization_sector", "consultative_body", True),
        ("Instance", "organization_sector", "consultative_body", False),
        ("x_own", "organization_sector", "x_own", False),
    ],
)
def test_says(text: str, codelist: str, code: str, expected: bool) -> None:
    assert says(["?", text], codelist, code) is expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [("Achevé", "fr", True), ("acheve", "fr", True), ("Achevé en partie", "fr", False), ("Achevé", "ar", False)],
)
def test_is_label(text: str, language: str, expected: bool) -> None:
    assert is_label(text, "status", "completed", language) is expected

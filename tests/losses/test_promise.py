"""What a Word form prints comes back to the same package when it is read, or stands in one table with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.losses import promise
from tests.losses.measuring import full
from tests.losses.promise import FORMS, LANGUAGES, explaining_nothing, printed, reasons, unexplained

from opengov_local.formats.losses.values import Place

FORMATS = Path(__file__).parents[2] / "docs" / "formats.md"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_a_form_prints_comes_back(form: str, language: str) -> None:
    assert unexplained(form, language, full()) == {}


@pytest.mark.parametrize("form", [form for form in FORMS if any(why.names(form) for why in reasons())])
def test_no_reason_is_given_for_what_comes_back(form: str) -> None:
    assert explaining_nothing(form) == []


def test_printed_values_are_found() -> None:
    title: Place = ("plans", 0, "commitments", 0, "title")
    hidden: Place = ("progress_updates", 0, "text")
    tree = full()
    assert printed("ogp-local-docx", "fr", tree, [title, hidden]) == [title]


def test_users_are_told() -> None:
    assert promise.section() in FORMATS.read_text(encoding="utf-8")

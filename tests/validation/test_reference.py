"""The pages of rules are those that the register and the catalogues make."""

from __future__ import annotations

import pytest

from opengov_local.messages import LANGUAGES
from opengov_local.validation.generate import FOLDER
from opengov_local.validation.reference import page, page_name, rates
from opengov_local.validation.rules.register import rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_current(language: str) -> None:
    assert (FOLDER / page_name(language)).read_text(encoding="utf-8") == page(language), "run make generate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_stands_on_the_page(language: str) -> None:
    lines = page(language).splitlines()
    assert [line for line in lines if line.startswith("### ")] == [f"### `{rule.code}`" for rule in rules()]


def test_rates_are_of_rules_and_within_what_was_tried() -> None:
    assert rates().keys() <= {rule.code for rule in rules()}
    assert all(0 <= found <= plans for found, plans in rates().values())

"""The pages of rules are those that the register and the catalogues make."""

from __future__ import annotations

import pytest

from opengov_local.messages import LANGUAGES, codes
from opengov_local.validation.explain import explain, rates
from opengov_local.validation.generate import FOLDER
from opengov_local.validation.reference import page, pages
from opengov_local.validation.rules.register import rules


@pytest.mark.parametrize("name", pages())
def test_the_pages_are_current(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], "run make generate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_stands_on_the_page(language: str) -> None:
    lines = page(language).splitlines()
    assert [line for line in lines if line.startswith("### ")] == [f"### `{rule.code}`" for rule in rules()]


def test_every_rule_stands_among_the_changes() -> None:
    assert {f"| `{rule.code}` | new | {rule.severity} |" for rule in rules()} <= set(
        pages()["rule-changes.md"].splitlines()
    )


def test_rates_are_of_rules_and_within_what_was_tried() -> None:
    assert rates().keys() <= {rule.code for rule in rules()}
    assert all(0 <= found <= plans for found, plans in rates().values())
    assert len({plans for _, plans in rates().values()}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_without_gaps(language: str) -> None:
    for code in codes():
        said = explain(code, language)
        assert said.title
        assert "{" not in said.text + said.advice
        assert bool(said.facts) == (code in {rule.code for rule in rules()})

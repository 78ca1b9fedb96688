"""The pages of rules are those that the register and the catalogues make."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from opengov_local.messages import LANGUAGES, codes
from opengov_local.validation import sources
from opengov_local.validation.explain import explain, rates
from opengov_local.validation.generate import FOLDER
from opengov_local.validation.reference import examples, page, pages
from opengov_local.validation.rules.register import rules


@pytest.mark.parametrize("name", pages())
def test_the_pages_are_current(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], "run make generate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_stands_on_the_page(language: str) -> None:
    lines = page(language).splitlines()
    assert [line for line in lines if line.startswith("### ")] == [f"### `{rule.code}`" for rule in rules()]


def test_every_rule_has_a_faulty_and_a_sound_example_on_its_page() -> None:
    for rule in rules():
        assert set(examples()[rule.code]) == {"bad", "good"}, rule.code
        for document in examples()[rule.code].values():
            assert (FOLDER / "../../conformance" / document).is_file()


def test_every_rule_stands_among_the_changes() -> None:
    assert {f"| `{rule.code}` | new | {rule.severity} |" for rule in rules()} <= set(
        pages()["rule-changes.md"].splitlines()
    )


def test_rates_are_of_rules_and_within_what_was_tried() -> None:
    assert rates().keys() <= {rule.code for rule in rules()}
    assert all(0 <= found <= plans for found, plans in rates().values())
    assert len({plans for _, plans in rates().values()}) == 1


def test_sources_and_units_are_said_in_every_language() -> None:
    limits = [limit for rule in rules() for limit in rule.limits.values()]
    said = {rule.source for rule in rules()} | {limit.source for limit in limits} | {limit.unit for limit in limits}
    with (Path(sources.__file__).parent / "sources.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["en"] for row in rows} == said
    for row in rows:
        assert all(row[language].strip() for language in LANGUAGES)
        assert not re.search("[A-Za-z]", re.sub("\u2068[^\u2068\u2069]*\u2069", "", row["ar"])), row["ar"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_without_gaps(language: str) -> None:
    for code in codes():
        said = explain(code, language)
        assert said.title
        assert "{" not in said.text + said.advice
        assert bool(said.facts) == (code in {rule.code for rule in rules()})

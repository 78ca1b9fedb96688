"""The register: every rule says what it is, once, and how sure its source is."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest

import opengov_local as ogl
from opengov_local.errors import OptionError
from opengov_local.finding import SEVERITIES
from opengov_local.model import Package
from opengov_local.validation.profiles import chosen
from opengov_local.validation.rules.register import Context, Evidence, rule, rules
from opengov_local.validation.rules.run import Rules, run


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.code)
def test_a_rule_says_what_it_is(one: object) -> None:
    (said,) = [rule for rule in rules() if rule is one]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*", said.code)
    assert said.severity in SEVERITIES
    assert said.evidence in get_args(Evidence)
    assert said.concepts
    assert said.source
    assert said.check.__doc__


def test_only_what_is_wrong_in_itself_or_verified_is_an_error() -> None:
    unsure = [one.code for one in rules() if one.severity == "error" and one.evidence not in ("verified", "own")]
    assert unsure == []


def test_codes_are_unique_and_cannot_be_taken_twice() -> None:
    codes = [one.code for one in rules()]
    assert len(set(codes)) == len(codes)
    with pytest.raises(ValueError, match=re.escape(codes[0])):
        rule(codes[0], "info", source="none", concepts=(Package,))(lambda value, node, context: ())


def test_what_is_worked_out_once_is_worked_out_once() -> None:
    calls: list[Context] = []

    def work(context: Context) -> int:
        calls.append(context)
        return len(calls)

    package = Package.new("org.example.parts")
    context = Context(package, package.index, date(2026, 1, 15))
    assert [context.once(work), context.once(work)] == [1, 1]


def test_the_core_rules_run_whatever_is_asked_for() -> None:
    package = Package.new("org.example.parts", organizations=[])
    package.schema_version = "9.0"
    for profiles in ((), ("core",), ("core", "core")):
        codes = [found.rule.code for found, _ in run(package, date(2026, 1, 15), Rules(chosen(profiles)[1]))]
        assert codes.count("structure/unsupported-version") == 1


def test_a_profile_that_nobody_made_is_not_passed_over() -> None:
    with pytest.raises(OptionError):
        ogl.validate(b"{}", profiles=["remakto"])

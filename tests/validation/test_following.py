"""Which plans the rules of a framework look at, and what is said of those that they pass over."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.asked import asked
from tests.validation.parts import Tree, commitment, package, plan

PLAN = "/plans/0/framework"
OTHER = [("other-framework", PLAN)]
OLDER = [("older-than-handbook", "/plans/0/period")]
LOOKS = [("commitment-without-problem", "/plans/0/commitments/0/problem")]
CODES = ("other-framework", "older-than-handbook", "older-than-template", "commitment-without-problem")


def _plan(**fields: Any) -> Tree:
    return package(plan(commitment(), **fields))


LOCAL: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"framework": "ogp_local"}, LOOKS),
    ({"framework": "remacto"}, OTHER),
    ({"framework": "other"}, OTHER),
    ({"framework": "ogp_national"}, OTHER),
    ({"framework": "remacto", "submissions": [{"to": "ogp_local"}]}, LOOKS),
    ({"framework": "remacto", "submissions": [{"to": "ogp"}]}, OTHER),
    ({"framework": "ogp_local", "period": {"start": "2019-12"}}, OLDER),
    ({"framework": "ogp_local", "period": {"start": "2020"}}, LOOKS),
    ({"framework": "ogp_local", "period": {"end": "2019"}}, LOOKS),
    ({"framework": "ogp_local", "period": {"start": "2019"}, "submissions": [{"date": "2020-01"}]}, LOOKS),
    ({"framework": "ogp_local", "submissions": [{"date": "2016"}]}, OLDER),
    ({"framework": "remacto", "submissions": [{"to": "ogp_local", "date": "2016"}]}, OLDER),
]


@pytest.mark.parametrize(("fields", "expected"), LOCAL)
def test_local_plans(fields: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert asked(_plan(**fields), "ogp-local", *CODES) == expected


NATIONAL: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"framework": "ogp_national"}, LOOKS),
    ({"framework": "ogp_local", "submissions": [{"to": "ogp"}]}, OTHER),
    ({"framework": "ogp_national", "period": {"start": "2021"}}, [("older-than-template", "/plans/0/period")]),
    ({"framework": "ogp_national", "period": {"start": "2022"}}, LOOKS),
]


@pytest.mark.parametrize(("fields", "expected"), NATIONAL)
def test_national_plans(fields: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert asked(_plan(**fields), "ogp-national-2022", *CODES) == expected


def test_plans_of_the_network() -> None:
    assert asked(_plan(framework="remacto", period={"start": "1999"}), "remacto", *CODES) == []
    assert asked(_plan(framework="other"), "remacto", *CODES) == OTHER
    assert asked(_plan(framework="other", submissions=[{"to": "remacto"}]), "remacto", *CODES) == []


def test_no_profile_says_nothing_of_frameworks() -> None:
    assert asked(_plan(framework="other"), "core", *CODES) == []


def test_a_submission_that_was_set_aside_may_have_been_to_the_framework() -> None:
    tree = _plan(framework="remacto", submissions=[{"to": "ogp_local", "date": "2025-13"}, {"to": 5}])
    assert asked(tree, "ogp-local", *CODES) == LOOKS
    tree = _plan(framework="remacto", submissions=[{"to": 5}])
    assert asked(tree, "ogp-local", *CODES) == []

"""Assessments: answers on their own scale, of their own time, with their reasons."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.parts import Tree, commitment, found, ident, package, places, plan

ANSWERS = "/assessments/0/answers"


def assessed(*answers: Tree, period: Tree | None = None, **fields: Any) -> Tree:
    assessment = {"id": ident("as"), "target": ident("co"), "answers": list(answers), **fields}
    span: Tree = {"period": period} if period else {}
    return package(plan(commitment(), **span), assessments=[assessment])


def answer(code: str, **fields: Any) -> Tree:
    return {"criterion": code.partition(".")[0], "answer": code, **fields}


@pytest.mark.parametrize(
    ("criterion", "code", "wrong"),
    [
        ("completion", "completion.limited", False),
        ("completion", "early_results.moderate", True),
        ("local_completion", "completion.limited", True),
        ("completion", "x_half", False),
        ("x_own", "completion.limited", False),
    ],
)
def test_an_answer_is_on_the_scale_of_its_question(criterion: str, code: str, wrong: bool) -> None:
    tree = assessed({"criterion": criterion, "answer": code})
    assert places(tree, "assessment/answer-of-other-criterion") == ([f"{ANSWERS}/0/answer"] if wrong else [])


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"answer": "completion.limited", "missing": "NR"}, ["answer-and-missing"]),
        ({"answer": "completion.limited"}, []),
        ({"missing": "ND"}, []),
        ({}, ["no-answer"]),
        ({"original": "Sustancial"}, []),
        ({"explanation": {"fr": "En cours"}}, []),
        ({"answer": 5}, ["__cut__"]),
    ],
)
def test_an_answer_or_why_there_is_none(fields: Tree, codes: list[str]) -> None:
    said = [code for code, _ in found(assessed({"criterion": "completion", **fields}), "assessment/")]
    assert said == [f"assessment/{code}" for code in codes if code != "__cut__"]


@pytest.mark.parametrize(("criterion", "wrong"), [("diog_civic_participation", True), ("completion", False)])
def test_not_applicable_where_the_scale_has_it(criterion: str, wrong: bool) -> None:
    tree = assessed({"criterion": criterion, "missing": "NA"})
    assert places(tree, "assessment/not-applicable-twofold") == ([f"{ANSWERS}/0/missing"] if wrong else [])


VINTAGES: list[tuple[str, Tree | None, str | None, bool]] = [
    ("potential_impact.minor", {"start": "2024"}, None, True),
    ("potential_impact.minor", {"start": "2021"}, None, False),  # two years on either side
    ("potential_impact.minor", {"start": "2022"}, None, True),
    ("potential_impact.minor", {"start": "2024", "qualifier": "circa"}, None, False),
    ("potential_impact.minor", None, None, False),
    ("potential_impact.minor", None, "2024", True),
    ("potential_impact.minor", {"start": "2015"}, "2024", False),  # the plan tells before the edition does
    ("potential_for_results.modest", {"start": "2017"}, None, True),
    ("potential_for_results.modest", {"start": "2040"}, None, False),
    ("completion.limited", {"start": "2024"}, "v3", False),
]


@pytest.mark.parametrize(("code", "period", "vintage", "wrong"), VINTAGES)
def test_scales_of_their_time(code: str, period: Tree | None, vintage: str | None, wrong: bool) -> None:
    tree = assessed(answer(code), period=period, **({"vintage": vintage} if vintage else {}))
    expected = [f"{ANSWERS}/0/criterion"] if wrong else []
    assert places(tree, "assessment/scale-of-wrong-vintage") == expected


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ([answer("potential_impact.minor"), answer("potential_for_results.modest")], [1]),
        ([answer("early_results.moderate"), answer("did_it_open_government.major")], [0]),
        ([answer("completion.limited"), answer("potential_for_results.modest")], []),
        ([{"criterion": "potential_impact", "missing": "ND"}, answer("potential_for_results.modest")], []),
        ([], []),
    ],
)
def test_scales_of_two_times_do_not_mix(answers: list[Tree], wrong: list[int]) -> None:
    expected = [f"{ANSWERS}/{at}/criterion" for at in wrong]
    assert places(assessed(*answers), "assessment/mixed-scales") == expected


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ([answer("completion.limited"), answer("completion.complete")], [1]),
        ([answer("completion.limited"), answer("completion.limited")], []),
        ([answer("local_disclosure.major"), answer("local_disclosure.marginal")], []),  # asked several times
    ],
)
def test_two_answers_to_one_question(answers: list[Tree], wrong: list[int]) -> None:
    expected = [f"{ANSWERS}/{at}/answer" for at in wrong]
    assert places(assessed(*answers), "assessment/contradicting-answers") == expected


@pytest.mark.parametrize(
    ("instrument", "asked"),
    [("ogp_local_inception", True), ("ogp_local_end_of_commitment", True), ("irm_results", False)],
)
def test_the_forms_of_ogp_local_ask_for_reasons(instrument: str, asked: bool) -> None:
    bare, full = answer("forum_exists.yes"), answer("endorsement.yes", explanation={"fr": "Oui"})
    full["evidence"] = [{"url": "https://example.org/pv.pdf"}]
    tree = assessed(bare, full, {"criterion": "website_updated", "missing": "NR"}, instrument=instrument)
    for part in ("explanation", "evidence"):
        expected = [f"{ANSWERS}/0/{part}"] if asked else []
        assert places(tree, f"assessment/missing-{part}", "ogp-local") == expected
        assert places(tree, f"assessment/missing-{part}") == []

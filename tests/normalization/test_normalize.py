"""normalize: every change is said, and nothing else changes."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.validation.parts import commitment, found, ident, package, plan

import opengov_local as ogl
from opengov_local.resources import data_folder

FULL = json.loads((data_folder("examples") / "synthetic" / "full-plan.json").read_bytes())
MENDABLE = {"language/invisible-character", "language/presentation-forms"}


def normalized(tree: Any) -> ogl.Normalized:
    return ogl.normalize(ogl.load(json.dumps(tree).encode()))


def test_each_change_says_where_why_and_what() -> None:
    one = commitment(action={"fr": " un\r\ndeux "}, number="1\u00a0 ")
    tree = package(plan(one, points_of_contact=[{"contact": {"phone": "05 "}}]))
    made = normalized(tree)
    assert [(one.pointer, one.code, one.before, one.after) for one in made.changes] == [
        ("/plans/0/points_of_contact/0/contact/phone", "normalize/blanks", "05 ", "05"),
        ("/plans/0/commitments/0/number", "normalize/blanks", "1\u00a0 ", "1"),
        ("/plans/0/commitments/0/action/fr", "normalize/line-ends", " un\r\ndeux ", " un\ndeux "),
        ("/plans/0/commitments/0/action/fr", "normalize/blanks", " un\ndeux ", "un\ndeux"),
    ]
    assert made.package.plans[0].commitments[0].action == {"fr": "un\ndeux"}


def test_a_finding_shows_the_part_that_was_changed() -> None:
    (change,) = normalized(package(plan(commitment(action={"fr": "a" * 100 + "  " + "b" * 100})))).changes
    assert change.finding.params == {"before": "a" * 23 + "  " + "b" * 23, "after": "a" * 23 + " " + "b" * 24}


def test_words_of_others_unknown_fields_and_order_stay() -> None:
    odd = " mots \u200b "
    one = commitment(
        status={"code": "delayed", "original": odd}, sdgs=[16, 5], policy_areas=["x_b", "x_a"], x_own={"text": odd}
    )
    tree = package(plan(one), sources=[{"extracts": [{"target": ident("co"), "original": odd}], "note": {"fr": odd}}])
    made = normalized(tree)
    assert made.package.to_tree() == tree
    assert made.changes == ()


def test_validate_never_normalizes() -> None:
    data = json.dumps(package(plan(commitment(action={"fr": " un  deux "})))).encode()
    report = ogl.validate(data)
    assert report.package is not None
    assert report.package.plans[0].commitments[0].action == {"fr": " un  deux "}


def test_a_package_that_is_not_valid_is_refused() -> None:
    edited = ogl.load(json.dumps(package(plan())).encode())
    edited.plans[0].title.clear()
    with pytest.raises(ogl.InvalidDocument):
        ogl.normalize(edited)


_BLANKS = (" ", "  ", "\u00a0", "\u202f", "\t", "\r\n", "\n", "\u2028")
_MARKS = ("\u200b", "\u00ad", "\u200e", "\u200f", "\u061c", "\u202b", "\u202c", "\u2069")
_LETTERS = ("mot", "كلمة", "ـ", "ﺍﻟﺸ", "ﻔﺔ", "ﻻ", "e\u0301", "ا\u0654", "5", ".")
_ODD = st.sampled_from([*_BLANKS, *_MARKS, *_LETTERS])
_TEXTS = st.lists(_ODD, min_size=1, max_size=8).map(lambda parts: "".join(parts) + "x")


@st.composite
def _trees(draw: st.DrawFn) -> Any:
    tree = deepcopy(FULL)
    one = tree["plans"][0]["commitments"][0]
    for name in draw(st.lists(st.sampled_from(["title", "problem", "action", "status_quo"]), max_size=3)):
        one[name] = {**one.get(name, {}), draw(st.sampled_from(["ar", "fr"])): draw(_TEXTS)}
    tree["plans"][0]["title"]["fr"] = draw(_TEXTS)
    return tree


@given(_trees())
@settings(max_examples=40, deadline=None)
def test_the_changes_lead_from_what_was_to_what_is_and_nothing_more_is_to_do(tree: Any) -> None:
    before = ogl.load(json.dumps(tree).encode())
    made = ogl.normalize(before)
    replayed = before.to_tree()
    for change in made.changes:
        assert change.before != change.after
        *way, last = change.pointer.split("/")[1:]
        here: Any = replayed
        for step in way:
            here = here[int(step)] if isinstance(here, list) else here[step]
        assert here[last] == change.before
        here[last] = change.after
    assert made.package.to_tree() == replayed
    again = ogl.normalize(made.package)
    assert (again.package.to_tree(), again.changes) == (replayed, ())
    assert ogl.validate(made.package).valid
    assert not {code for code, _ in found(replayed, "language/invisible")}


def test_what_the_rules_say_of_a_package_is_mended() -> None:
    tree = package(plan(commitment(action={"ar": "ﺍﻟﺸﻔﺎﻓﻴﺔ"}, problem={"fr": "trans\u00adparence\u202c"})))
    assert {code for code, _ in found(tree, "language/")} > MENDABLE
    left = normalized(tree).package.to_tree()
    codes = {code for code, _ in found(left, "language/")}
    assert not codes & {*MENDABLE, "language/direction-controls"}

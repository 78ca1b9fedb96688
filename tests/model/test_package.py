"""Package: building, editing, keeping what is unknown, absent and empty apart, identity and index."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import opengov_local as ogl
from opengov_local.model.base import is_unstated
from opengov_local.model.scalars import ID_PATTERN

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def _package() -> ogl.Package:
    return ogl.Package.new(
        "org.example",
        plans=[
            ogl.ActionPlan(
                id="org.example:p",
                title={"fr": "Programme", "ar": "برنامج"},
                framework="remacto",
                axes=[ogl.Axis(id="org.example:a", title={"fr": "Axe"})],
                commitments=[
                    ogl.Commitment(
                        id="org.example:c",
                        former_ids=["org.example:old"],
                        title={"fr": "Projet"},
                        axes=["org.example:a"],
                    )
                ],
            )
        ],
    )


def _reload(package: ogl.Package) -> ogl.Package:
    return ogl.Package.model_validate_json(package.model_dump_json())


def test_building_editing_and_checking_again() -> None:
    package = _package()
    assert not ogl.check(package).findings
    package.plans[0].commitments[0].axes.append("org.example:nowhere")
    assert [(f.code, f.location.pointer) for f in ogl.check(package).findings] == [
        ("integrity/dangling-reference", "/plans/0/commitments/0/axes/1")
    ]


def test_an_assignment_is_judged_and_none_takes_a_value_away() -> None:
    commitment = _package().plans[0].commitments[0]
    with pytest.raises(ValidationError):
        commitment.progress = 101
    commitment.progress = 40
    assert commitment.to_tree()["progress"] == 40
    commitment.progress = None
    assert "progress" not in commitment.to_tree()


def test_an_edit_that_breaks_a_list_is_found_and_not_saved() -> None:
    package = _package()
    package.plans[0].principles.append("not a code")
    assert [f.code for f in ogl.check(package).findings] == ["structure/bad-format"]
    with pytest.raises(ogl.InvalidDocument):
        ogl.dump(package)


def test_absent_and_empty_are_not_the_same() -> None:
    package = _package()
    assert is_unstated(package.workshops)
    assert "workshops" not in package.to_tree()
    stated = ogl.Package.model_validate_json(json.dumps({**package.to_tree(), "workshops": []}))
    assert not is_unstated(stated.workshops)
    assert stated.to_tree()["workshops"] == []
    stated.workshops.append(ogl.Workshop(id="org.example:w", title={"fr": "x"}, kind="co_creation"))
    assert len(stated.to_tree()["workshops"]) == 1


@pytest.mark.parametrize("field", ["workshops", "title", "synthetic", "publisher", "licence"])
def test_null_is_refused(field: str) -> None:
    text = json.dumps({**_package().to_tree(), field: None})
    with pytest.raises(ValidationError):
        ogl.Package.model_validate_json(text)


@given(st.dictionaries(st.text(max_size=12), PLAIN, max_size=4))
def test_unknown_fields_survive_with_all_they_hold(extra: dict[str, object]) -> None:
    known = set(ogl.Commitment.model_fields)
    tree = _package().to_tree()
    unknown = {name: value for name, value in extra.items() if name not in known}
    tree["plans"][0]["commitments"][0] |= unknown
    kept = ogl.Package.model_validate_json(json.dumps(tree)).to_tree()
    assert kept == tree
    assert json.loads(json.dumps(kept)) == tree


def test_minted_ids_are_new_and_well_formed() -> None:
    package = _package()
    minted = {package.mint() for _ in range(500)}
    assert len(minted) == 500
    assert all(re.fullmatch(ID_PATTERN, identifier) and identifier.startswith("org.example:") for identifier in minted)


def test_the_index_finds_parents_references_and_former_ids() -> None:
    package = _package()
    index = package.index
    commitment = package.plans[0].commitments[0]
    assert index.find("org.example:c") is commitment
    assert index.find("org.example:old") is commitment
    assert index.find("org.example:none") is None
    assert index.parent_of(commitment) is package.plans[0]
    assert index.parent_of(package) is None
    assert [(ref.source, ref.path) for ref in index.refs_to("org.example:a")] == [
        (commitment, ("plans", 0, "commitments", 0, "axes", 0))
    ]
    with pytest.raises(KeyError):
        index.parent_of(ogl.Axis(id="org.example:b", title={"fr": "x"}))


@pytest.mark.parametrize("number", ["5.0", "5", "5e0"])
def test_a_whole_number_may_be_written_as_a_float(number: str) -> None:
    text = '{"id":"org.example:c","title":{"fr":"x"},"progress":%s}' % number  # noqa: UP031 - braces of JSON
    assert ogl.Commitment.model_validate_json(text).progress == 5


def test_reading_a_text_tells_the_language_it_is_in() -> None:
    text = {"fr": "Portail", "ar-MA": "بوابة"}
    assert ogl.read_text(text, "ar") == ("ar-MA", "بوابة")
    assert ogl.read_text(text, "en", "fr") == ("fr", "Portail")
    assert ogl.read_text(text, "zgh") == ("fr", "Portail")


def test_packages_survive_copies_and_round_trips() -> None:
    package = _package()
    assert _reload(package) == package
    assert package.model_copy(deep=True).to_tree() == package.to_tree()


def test_a_number_that_json_cannot_hold_is_a_finding() -> None:
    package = _package()
    package.x_rate = float("inf")  # type: ignore[attr-defined]
    assert [(f.code, f.location.line) for f in ogl.check(package).findings] == [("syntax/invalid-json", None)]


def test_unknown_stays_unknown_when_one_object_hands_it_to_another() -> None:
    plan = _package().plans[0]
    copy = ogl.ActionPlan(id="org.example:q", title={"fr": "x"}, framework="remacto", amendments=plan.amendments)
    copy.activities = plan.activities
    assert "amendments" not in copy.to_tree()
    assert "activities" not in copy.to_tree()
    copy.activities = []
    assert copy.to_tree()["activities"] == []


def test_an_object_that_must_say_something_is_not_made_of_nothing() -> None:
    with pytest.raises(ValidationError):
        ogl.Period(start=None)
    assert ogl.Period.model_validate_json('{"x_own":null}').to_tree() == {"x_own": None}


def test_a_typed_look_up_gives_that_kind_or_nothing() -> None:
    index = _package().index
    found = index.find("org.example:c", ogl.Commitment)
    assert found is not None
    assert found.title == {"fr": "Projet"}
    assert index.find("org.example:c", ogl.Axis) is None


def test_what_an_amendment_removed_need_not_be_there() -> None:
    package = _package()
    package.plans[0].amendments.append(
        ogl.Amendment(id="org.example:m", reason={"fr": "x"}, removed=["org.example:gone"], added=["org.example:no"])
    )
    assert [(f.code, f.location.pointer) for f in ogl.check(package).findings] == [
        ("integrity/dangling-reference", "/plans/0/amendments/0/added/0")
    ]

"""Importing again: what a newer file does not say of a collectivity that the earlier package knows."""

from __future__ import annotations

from typing import Any

import pytest

from opengov_local.importing.from_base import import_again

_KNOWN = {"id": "o:c", "name": {"ar": "مدينة المثال", "fr": "Exempleville"}, "kind": "commune", "country": "MA"}


def again(old: dict[str, Any] = _KNOWN, **new: Any) -> tuple[dict[str, Any], list[str]]:
    """Imports a file that names one collectivity; gives it, with the codes of what is said of it."""
    plan = {"title": {"fr": "Plan"}}
    one = {"id": "n:c", "name": {"fr": "Exempleville"}, **new}
    tree: dict[str, Any] = {
        "id": "n:p",
        "plans": [{"id": "n:plan", **plan, "collectivities": ["n:c"]}],
        "collectivities": [one],
    }
    base = {"id": "o:p", "plans": [{"id": "o:plan", **plan}], "collectivities": [old]}
    kept = import_again(tree, base, "plan.docx")
    assert tree["plans"][0]["collectivities"] == [one["id"]]
    here = [each for each in kept.findings if each.code == "import/taken-from-base"]
    assert all(each.location.pointer == "/collectivities/0" for each in here)
    return one, [str(field) for each in here for field in each.params["fields"]]  # type: ignore[union-attr]


def test_country_of_a_recognised_collectivity_comes_from_the_base_and_that_is_said() -> None:
    one, fields = again(kind="commune")
    assert (one["id"], one["kind"], one["country"]) == ("o:c", "commune", "MA")
    assert fields == ["TerritorialCollectivity.country"]


def test_kind_too() -> None:
    one, fields = again()
    assert (one["kind"], one["country"]) == ("commune", "MA")
    assert fields == ["TerritorialCollectivity.kind", "TerritorialCollectivity.country"]


def test_what_is_not_required_is_not_taken() -> None:
    one, _ = again({**_KNOWN, "website": "https://example.org"})
    assert "website" not in one


def test_nothing_is_taken_for_one_that_is_not_recognised() -> None:
    one, fields = again(name={"fr": "Autre-Ville"}, kind="commune")
    assert one["id"] == "n:c"
    assert "country" not in one
    assert not fields


def test_nothing_is_taken_where_the_file_says_otherwise() -> None:
    one, fields = again(kind="province")
    assert "country" not in one
    assert not fields


def test_nothing_is_taken_that_the_base_does_not_say() -> None:
    one, fields = again({name: value for name, value in _KNOWN.items() if name != "country"}, kind="commune")
    assert "country" not in one
    assert not fields


@pytest.mark.parametrize("held", [None, 3, "x", ["x", 3], [{"id": ["o:c"], "country": "MA"}], [{"country": "MA"}]])
def test_a_base_that_is_no_package_gives_nothing(held: object) -> None:
    one = {"id": "n:c", "name": {"fr": "Exempleville"}}
    import_again({"id": "n:p", "collectivities": [one]}, {"id": "o:p", "collectivities": held}, None)
    assert "country" not in one

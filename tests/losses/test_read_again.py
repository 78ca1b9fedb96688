"""What is said of a file is what was read of it again: which values are lost or changed, how many, and where first."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.losses.measuring import full

import opengov_local as ogl
from opengov_local import formats
from opengov_local.formats import losses
from opengov_local.formats.losses.again import Missing, compare, read_again, reader_of
from opengov_local.formats.losses.values import values
from opengov_local.messages import render
from opengov_local.model import Package

KEEPING = ("xlsx", "csv", "ckan-zip", "jsonld")


def package(**plan: Any) -> Package:
    """Gives a small made-up package of two commitments."""
    commitments = [
        {"id": "org.example:one", "title": {"fr": "Un registre fictif"}, "number": "1", "problem": {"fr": "Rien"}},
        {"id": "org.example:two", "title": {"fr": "Une charte fictive"}, "number": "2"},
    ]
    tree = {
        "id": "org.example:package",
        "schema_version": "0.1",
        "default_language": "fr",
        "collectivities": [
            {"id": "org.example:c", "name": {"fr": "Exempleville"}, "kind": "commune", "country": "MA"},
        ],
        "plans": [
            {
                "id": "org.example:plan",
                "title": {"fr": "Plan fictif"},
                "framework": "ogp_local",
                "collectivities": ["org.example:c"],
                "commitments": commitments,
                **plan,
            }
        ],
    }
    return Package.model_validate_json(json.dumps(tree))


def gone(before: Any, after: Any) -> list[Missing]:
    """Compares two trees."""
    return compare(values(before, ("fr",)), values(after, ("fr",))).missing


def said(format: str, of: Package, **options: Any) -> dict[str, Any]:
    """Gives the parameters of what is said of losses, by code."""
    found = ogl.dump(of, format, language="fr", **{"read_back": None, **options}).findings
    return {one.code: one.params for one in found if one.code.startswith("export/")}


def test_a_package_loses_nothing_against_itself() -> None:
    assert gone(full(), full()) == []


def test_what_is_not_there_is_lost() -> None:
    tree, other = package().to_tree(), package().to_tree()
    del other["plans"][0]["commitments"][0]["problem"]
    (one,) = gone(tree, other)
    assert (one.value.field, one.value.value, one.otherwise) == ("problem", "Rien", False)
    assert one.value.place == ("plans", 0, "commitments", 0, "problem")


@pytest.mark.parametrize("instead", [{"fr": "Tout"}, {"ar": "Rien"}])
def test_another_value_and_another_language_are_changes(instead: dict[str, str]) -> None:
    tree, other = package().to_tree(), package().to_tree()
    other["plans"][0]["commitments"][0]["problem"] = instead
    (one,) = gone(tree, other)
    assert (one.value.field, one.otherwise) == ("problem", True)


def test_a_value_of_another_object_is_a_change() -> None:
    tree, other = package().to_tree(), package().to_tree()
    one, two = other["plans"][0]["commitments"]
    one["number"], two["number"] = two["number"], one["number"]
    assert [(each.value.of, each.value.field, each.otherwise) for each in gone(tree, other)] == [
        ("Un registre fictif", "number", True),
        ("Une charte fictive", "number", True),
    ]


def test_a_value_that_two_objects_have_is_lost_of_the_one_that_lost_it() -> None:
    tree, other = package().to_tree(), package().to_tree()
    for one in tree["plans"][0]["commitments"]:
        one["leads"] = [{"name": {"fr": "Service fictif"}}]
    other["plans"][0]["commitments"][1]["leads"] = [{"name": {"fr": "Service fictif"}}]
    (one,) = gone(tree, other)
    assert (one.value.of, one.value.field, one.otherwise) == ("Un registre fictif", "name", False)


def test_of_equal_values_as_many_are_lost_as_do_not_come_back() -> None:
    tree, other = package().to_tree(), package().to_tree()
    for one in tree["plans"][0]["commitments"]:
        one["leads"] = [{"name": {"fr": "Service fictif"}}]
    other["plans"][0]["commitments"][0]["leads"] = [{"name": {"fr": "Service fictif"}}]
    (one,) = gone(tree, other)
    assert (one.value.concept, one.value.field, one.otherwise) == ("Party", "name", False)


def test_what_is_named_by_an_earlier_id_is_called_the_same() -> None:
    tree, other = package().to_tree(), package().to_tree()
    for each in (tree, other):
        each["plans"][0]["commitments"][1] |= {"former_ids": ["org.example:was"]}
    tree["plans"][0]["commitments"][0]["continues"] = ["org.example:was"]
    other["plans"][0]["commitments"][0]["continues"] = ["org.example:two"]
    assert gone(tree, other) == []


@pytest.mark.parametrize("format", ["ogp-local-docx", "programme-docx"])
def test_what_a_commitment_answers_comes_back_though_the_form_has_no_place_for_contributions(format: str) -> None:
    of = package()
    of.plans[0].commitments[0].inputs = ["org.example:said"]
    brought = {"id": "org.example:said", "kind": "problem", "text": {"fr": "Parole fictive"}}
    workshop = {"id": "org.example:w", "title": {"fr": "Atelier fictif"}, "kind": "co_creation"}
    held = {**workshop, "plans": ["org.example:plan"], "contributions": [brought]}
    asked = Package.model_validate({**of.to_tree(), "workshops": [held]})
    found = said(format, asked)
    assert "export/changed" not in found
    assert "Commitment.inputs" not in found.get("export/lost", {}).get("fields", ())


@pytest.mark.parametrize("format", KEEPING)
def test_nothing_is_said_of_a_file_that_holds_all(format: str) -> None:
    assert not {"export/lost", "export/changed", "export/added"} & said(format, Package.model_validate(full())).keys()


def test_what_comes_back_and_is_not_in_the_package_is_said_with_its_place() -> None:
    tree, other = package().to_tree(), package().to_tree()
    first, second = other["plans"][0]["commitments"]
    first["leads"] = [{"person": {"name": {"fr": "Nom inventé"}}}]
    second["problem"] = {"fr": "Rien"}
    first["problem"] = {"fr": "Tout"}
    found = compare(values(tree, ("fr",)), values(other, ("fr",)))
    assert [(each.value.field, each.otherwise) for each in found.missing] == [("problem", True)]
    assert [(each.field, each.value, each.place) for each in found.added] == [
        ("problem", "Tout", ("plans", 0, "commitments", 0, "problem")),
        ("name", "Nom inventé", ("plans", 0, "commitments", 0, "leads", 0, "person", "name")),
    ]


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_a_body_whose_name_reads_like_a_label_is_warned_of(language: str) -> None:
    of = package()
    (_, commitment) = of.to_tree()["plans"][0]["commitments"]
    commitment["supporting"] = [{"name": {"fr": "Responsable : M. Exemple"}, "group": "csos"}]
    tree = of.to_tree()
    tree["plans"][0]["commitments"][1] = commitment
    written = ogl.dump(Package.model_validate(tree), "ogp-local-docx", language="fr", read_back=True)
    (found,) = (each for each in written.findings if each.code == "export/added")
    assert (found.severity, found.params["fields"], found.params["counts"]) == ("warning", ("Person.name",), ("1",))
    assert found.params["value"] == "M. Exemple"
    assert found.params["first"] == "/plans/0/commitments/1/leads/0/person/name"
    assert "M. Exemple" in render(found, language)


def test_what_an_import_says_of_itself_is_nothing_more() -> None:
    assert "export/added" not in said("ogp-local-docx", package())


def test_the_fields_are_counted_and_the_first_place_is_named() -> None:
    lost = said("decidim-csv", package())["export/lost"]
    assert lost["format"] == "decidim-csv"
    counted = dict(zip(lost["fields"], map(int, lost["counts"]), strict=True))
    assert sum(counted.values()) == lost["count"] < lost["total"]
    places = dict(zip(lost["fields"], lost["places"], strict=True))
    assert counted["Commitment.number"] == 2
    assert places["Commitment.number"] == "/plans/0/commitments/0/number"
    assert lost["first"] == lost["places"][0]


def test_what_is_said_is_what_reading_finds() -> None:
    row, of = formats.get("stratml"), Package.model_validate(full())
    data = ogl.dump(of, "stratml", language="fr", with_contacts=True).data
    found = said("stratml", of, with_contacts=True)
    left = {"id", "former_ids", "schema_version", "id_prefix", "unknown_fields", "other_languages"}
    again = values(read_again(row, data), ("fr", "ar"))
    lost = [each for each in compare(values(of.to_tree(), ("fr", "ar")), again).missing if each.value.field not in left]
    assert lost
    for code, otherwise in (("export/lost", False), ("export/changed", True)):
        fields = set(found[code]["fields"])
        for each in lost:
            if each.otherwise == otherwise:
                name = f"{each.value.concept}.{each.value.field}"
                assert {name, each.value.concept} & fields or each.value.concept == "Source"


def test_who_does_not_want_it_hears_of_the_format_in_general() -> None:
    assert {"export/lost", "export/not-kept"} & said("stratml", package()).keys() == {"export/lost"}
    assert {"export/lost", "export/not-kept"} & said("stratml", package(), read_back=False).keys() == {
        "export/not-kept"
    }


def test_of_a_large_package_the_table_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "MOST_OF_TABLES", 10)
    assert "export/not-kept" in said("stratml", package())
    assert "export/lost" in said("stratml", package(), read_back=True)


def test_what_was_not_asked_for_is_not_missed() -> None:
    tree = full()
    tree["plans"].append({**package().to_tree()["plans"][0], "collectivities": tree["plans"][0]["collectivities"]})
    of = Package.model_validate(tree)
    both, one = said("stratml", of), said("stratml", of, plan=of.plans[0].id)
    assert one["export/lost"]["total"] < both["export/lost"]["total"]
    kept = said("stratml", of, with_contacts=True)
    assert "Contact" in "".join(kept["export/lost"]["fields"])
    assert "Contact" not in "".join(both["export/lost"]["fields"])


def test_every_format_is_read_again_by_one_that_reads() -> None:
    for row in formats.FORMATS:
        if row.writes and reader_of(row):
            assert formats.get(reader_of(row)).reads


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_each_field_is_told_with_its_count(language: str) -> None:
    found = {one.code: one for one in ogl.dump(package(), "decidim-csv", language="fr", read_back=None).findings}
    assert " × " in render(found["export/lost"], language)

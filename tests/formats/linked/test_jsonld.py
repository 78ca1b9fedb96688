"""A package as JSON-LD: expanded without a network nothing of it is lost, and read again it is the package."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.formats.workbook.packages import packages

from opengov_local import dump, load, read, validate
from opengov_local.formats.linked.context import CODES, IDS, VOCABULARY, context
from opengov_local.model import Package

pyld = pytest.importorskip("pyld")
_EXAMPLES = Path(__file__).parents[3] / "examples"
_NAMES = ("oriental", "agadir-ogp-2025", "four-regions-ogp-2025", "synthetic/full-plan")
_DCAT = "http://www.w3.org/ns/dcat#"
_DCT = "http://purl.org/dc/terms/"


def _no_network(url: str, _options: Any) -> Any:
    raise AssertionError(f"asks the network for {url}")


def _expanded(data: bytes) -> list[Any]:
    found: list[Any] = pyld.jsonld.expand(json.loads(data), {"documentLoader": _no_network})
    return found


def _leaves(value: Any) -> Iterator[Any]:
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _leaves(item)
    if not isinstance(value, (dict, list)):
        yield value


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(item)


@pytest.mark.parametrize("name", _NAMES)
def test_examples_come_back(name: str) -> None:
    package = load(_EXAMPLES / f"{name}.json")
    done = read(dump(package, "jsonld", with_contacts=True).data, format="jsonld")
    assert done.document is not None
    assert done.document.tree == package.to_tree()


@settings(max_examples=15)
@given(packages())
def test_made_up_packages_come_back(package: Package) -> None:
    done = read(dump(package, "jsonld", with_contacts=True).data, format="jsonld")
    assert done.document is not None
    assert done.document.tree == package.to_tree()


@pytest.mark.parametrize("name", _NAMES)
def test_expanding_loses_nothing_that_is_said(name: str) -> None:
    package = load(_EXAMPLES / f"{name}.json")
    expanded = _expanded(dump(package, "jsonld", with_contacts=True).data)
    said = {str(leaf) for leaf in _leaves(expanded)}
    ends = {leaf.rpartition(":")[2] for leaf in said}
    for leaf in _leaves(package.to_tree()):
        assert leaf is None or str(leaf) in said or str(leaf).rpartition(":")[2] in ends, leaf


def test_ids_codes_and_texts_are_what_they_are() -> None:
    package = load(_EXAMPLES / "synthetic/full-plan.json")
    (root,) = [
        node for node in _expanded(dump(package, "jsonld").data) if f"{VOCABULARY}Package" in node.get("@type", ())
    ]
    plan = root[f"{VOCABULARY}plans"][0]
    assert plan["@id"] == IDS + package.plans[0].id
    assert plan["@type"] == [f"{VOCABULARY}ActionPlan"]
    assert plan[f"{VOCABULARY}framework"] == [{"@id": f"{CODES}framework:{package.plans[0].framework}"}]
    assert {text["@language"]: text["@value"] for text in plan[f"{_DCT}title"]} == package.plans[0].title
    first = plan[f"{VOCABULARY}commitments"][0]
    assert [axis["@id"] for axis in first[f"{VOCABULARY}axes"]] == [
        IDS + axis for axis in package.plans[0].commitments[0].axes
    ]
    kinds = {node["@id"] for each in root[f"{VOCABULARY}workshops"] for node in each[f"{VOCABULARY}kind"]}
    assert kinds == {f"{CODES}workshop_kind:{workshop.kind}" for workshop in package.workshops}
    assert not [node["@id"] for node in _nodes(root) if ":" not in node.get("@id", ":")]


_FOAF = "http://xmlns.com/foaf/0.1/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_EU = "http://publications.europa.eu/resource/authority/"
_LITERAL: dict[str, frozenset[str]] = {
    f"{_DCT}title": frozenset(),
    f"{_DCT}description": frozenset(),
    f"{_DCT}identifier": frozenset(),
    f"{_DCAT}keyword": frozenset(),
    f"{_DCT}issued": frozenset({"dateTime", "date", "gYear", "gYearMonth"}),
}
"""Properties of a dataset whose values are literals (DCAT-AP 3), with the types these may have."""
_CLASS = {
    f"{_DCT}publisher": f"{_FOAF}Agent",
    f"{_DCT}license": f"{_DCT}LicenseDocument",
    f"{_DCT}language": f"{_DCT}LinguisticSystem",
    f"{_DCT}spatial": f"{_DCT}Location",
    f"{_DCT}temporal": f"{_DCT}PeriodOfTime",
    f"{_DCAT}theme": "http://www.w3.org/2004/02/skos/core#Concept",
    f"{_DCAT}landingPage": f"{_FOAF}Document",
    f"{_FOAF}primaryTopic": "",
}
"""Properties whose values are resources, with the class that each says (SEMICeu/DCAT-AP, releases/3.0.0:
shacl/dcat-ap-SHACL.ttl, shapes of dcat:Dataset)."""


def _check_dataset(dataset: dict[str, Any]) -> None:
    """Makes sure of what DCAT-AP 3 demands of a dataset, and of the range of each property that it has."""
    assert dataset[f"{_DCT}title"]
    assert dataset[f"{_DCT}description"]
    for name, values in dataset.items():
        for value in values if not name.startswith("@") else ():
            if name in _LITERAL:
                assert "@value" in value, name
                assert value.get("@type", _XSD).removeprefix(_XSD) in {"", *_LITERAL[name]}, name
            elif _CLASS[name]:
                assert value["@type"] == [_CLASS[name]], name
                assert "@id" not in value or value["@id"].startswith(("http://", "https://")) or CODES in value["@id"]
    for agent in dataset.get(f"{_DCT}publisher", []):
        assert agent[f"{_FOAF}name"]
    assert len(dataset.get(f"{_DCT}publisher", [])) <= 1
    assert f"{_EU}data-theme/GOVE" in {theme["@id"] for theme in dataset[f"{_DCAT}theme"]}


def _dataset_of(data: bytes) -> dict[str, Any]:
    (dataset,) = [node for node in _nodes(_expanded(data)) if f"{_DCAT}Dataset" in node.get("@type", ())]
    return dataset


@pytest.mark.parametrize("name", _NAMES)
def test_the_description_has_what_dcat_ap_demands(name: str) -> None:
    package = load(_EXAMPLES / f"{name}.json")
    dataset = _dataset_of(dump(package, "jsonld").data)
    _check_dataset(dataset)
    assert all({"@value", "@language"} <= set(text) for text in dataset[f"{_DCT}title"])
    assert dataset[f"{_FOAF}primaryTopic"] == [{"@id": IDS + package.id}]
    assert dataset[f"{_DCT}spatial"]
    assert f"{_EU}language/FRA" in {each.get("@id") for each in dataset[f"{_DCT}language"]}


_PREFIXES = {
    "dcat": _DCAT,
    "dct": _DCT,
    "foaf": _FOAF,
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_DCAT_AP = list(csv.DictReader(Path(__file__).with_name("dcat_ap.csv").read_text(encoding="utf-8").splitlines()))
"""What DCAT-AP 3.0.0 demands and recommends of what a description has in it (SEMICeu/DCAT-AP, releases/3.0.0:
html/shacl/shapes.ttl, minCount of violations, and shapes_recommended.ttl), and why some of it is not said."""


def _full_name(short: str) -> str:
    prefix, _, name = short.partition(":")
    return _PREFIXES[prefix] + name


@pytest.mark.parametrize("row", _DCAT_AP, ids=lambda row: f"{row['of']} {row['property']}")
def test_each_property_that_dcat_ap_asks_for_is_said_or_has_its_reason_not_to_be(row: dict[str, str]) -> None:
    dataset = _dataset_of(dump(load(_EXAMPLES / "synthetic/full-plan.json"), "jsonld").data)
    of, name = _full_name(row["of"]), _full_name(row["property"])
    having = [node for node in _nodes(dataset) if of in node.get("@type", ())]
    assert having
    assert [name in node for node in having] == [row["said"] == "yes"] * len(having)
    assert row["said"] == "yes" or (row["demand"] == "recommended" and row["why"])


@settings(max_examples=15)
@given(packages())
def test_any_package_is_described_and_is_a_graph(package: Package) -> None:
    data = dump(package, "jsonld", with_contacts=True).data
    _check_dataset(_dataset_of(data))
    quads = pyld.jsonld.to_rdf(json.loads(data), {"documentLoader": _no_network, "format": "application/n-quads"})
    subjects = {line.partition(" ")[0] for line in quads.splitlines()}
    assert {f"<{IDS}{plan.id}>" for plan in package.plans} <= subjects


def test_a_collectivity_of_another_country_and_a_licence_of_its_own() -> None:
    tree = load(_EXAMPLES / "synthetic/full-plan.json").to_tree()
    names = {"es": "Villaejemplo", "eu": "Adibidea"}
    foreign = {"id": "es.example:tc-1", "name": names, "kind": "commune", "country": "ES"}
    tree["collectivities"].append(foreign)
    tree |= {"licence": "Licencia propia", "publisher": {"collectivity": foreign["id"]}}
    tree["plans"][0] |= {"collectivities": [foreign["id"]], "title": {"es": "Plan", "ary": "خطة", "und": "?"}}
    dataset = _dataset_of(dump(Package.model_validate(tree), "jsonld").data)
    _check_dataset(dataset)
    assert {name["@value"] for name in dataset[f"{_DCT}publisher"][0][f"{_FOAF}name"]} == {*names.values()}
    (licence,) = dataset[f"{_DCT}license"]
    assert licence[f"{_DCT}title"] == [{"@value": "Licencia propia"}]
    languages = dataset[f"{_DCT}language"]
    tags = [each["@id"] if "@id" in each else each[f"{_DCT}identifier"][0]["@value"] for each in languages]
    assert {f"{_EU}language/SPA", "eu", "ary"} <= {*tags}
    assert "und" not in tags


def test_findings_have_their_place_in_the_file() -> None:
    tree = json.loads(dump(load(_EXAMPLES / "synthetic/full-plan.json"), "jsonld").data)
    tree["plans"][0]["commitments"][0]["start"] = "one day"
    report = validate(read(json.dumps(tree, indent=1).encode(), format="jsonld"))
    (found,) = [one for one in report.findings if one.code == "structure/bad-format"]
    assert found.location.pointer == "/plans/0/commitments/0/start"
    assert found.location.line is not None
    assert "one day" in json.dumps(tree, indent=1).splitlines()[found.location.line - 1]


def test_names_that_json_ld_keeps_for_itself_are_left_out_and_said() -> None:
    package = Package.model_validate(
        {"schema_version": "0.1", "id": "org.example:pk-1", "@id": 5, "x_own": {"@type": 1, "a": 1}}
    )
    written = dump(package, "jsonld")
    assert [(found.code, found.params["count"]) for found in written.findings] == [("export/not-in-format", 2)]
    done = read(written.data, format="jsonld")
    assert done.document is not None
    assert done.document.tree == {"schema_version": "0.1", "id": "org.example:pk-1", "x_own": {"a": 1}}
    assert _expanded(written.data)


def test_the_context_may_stand_elsewhere() -> None:
    data = dump(Package.new("org.example"), "jsonld", context_url="https://data.example.org/context.jsonld").data
    assert json.loads(data)["@context"][0] == "https://data.example.org/context.jsonld"


def test_the_published_context_is_that_of_the_models() -> None:
    published = Path(__file__).parents[3] / "schemas" / "context.jsonld"
    assert json.loads(published.read_bytes()) == {"@context": context()}


def test_private_persons_and_contacts_are_left_out_unless_asked_for() -> None:
    package = load(_EXAMPLES / "synthetic/full-plan.json")
    assert b"@example.org" not in dump(package, "jsonld").data
    assert b"@example.org" in dump(package, "jsonld", with_contacts=True).data


def test_nobody_is_called_the_publisher_who_is_not_stated_as_such() -> None:
    tree = load(_EXAMPLES / "synthetic/full-plan.json").to_tree()
    assert f"{_DCT}publisher" in _dataset_of(dump(Package.model_validate(tree), "jsonld").data)
    del tree["publisher"]
    assert f"{_DCT}publisher" not in _dataset_of(dump(Package.model_validate(tree), "jsonld").data)

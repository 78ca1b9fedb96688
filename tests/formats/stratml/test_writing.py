"""StratML Part 2 as it is written: valid against its schema, and read back; packages are made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from lxml import etree
from tests.formats.stratml.test_stratml import OPTIONS
from tests.formats.workbook.packages import packages

from opengov_local import dump, load
from opengov_local.errors import OptionError, TargetError
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.stratml.goals import NO_AXIS
from opengov_local.formats.stratml.stratml_format import read
from opengov_local.formats.stratml.writing import NAMESPACE
from opengov_local.model import Package

_FRENCH = replace(OPTIONS, language="fr")
_EXAMPLES = Path(__file__).parents[3] / "examples"


def _package(commitment: dict[str, Any] | None = None, **plan: Any) -> Package:
    made = {"id": "org.example:c-1", "title": {"fr": "Portail"}, "axes": ["org.example:ax-1"], **(commitment or {})}
    axis = {"id": "org.example:ax-1", "number": "1", "title": {"fr": "Transparence"}, "objectives": [{"fr": "Ouvrir"}]}
    plans = {
        "id": "org.example:pl-1",
        "title": {"fr": "Programme"},
        "framework": "other",
        "axes": [axis],
        "commitments": [made],
        **plan,
    }
    return Package.model_validate({"schema_version": "0.1", "id": "org.example:pk-1", "plans": [plans]})


def _back(data: bytes) -> dict[str, Any]:
    tree: dict[str, Any] = load(read(data, "plan.xml", options=_FRENCH)).plans[0].to_tree()
    return tree


@pytest.fixture(scope="module")
def schema(corpus: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(corpus / "stratml" / "PerformancePlanOrReport20160216.xsd")))


@pytest.mark.parametrize("name", ["oriental", "agadir-ogp-2025", "four-regions-ogp-2025", "synthetic/full-plan"])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_examples_are_valid(name: str, language: str, schema: etree.XMLSchema) -> None:
    data = dump(load(_EXAMPLES / f"{name}.json"), "stratml", language=language, with_contacts=True).data
    schema.assertValid(etree.fromstring(data))


@pytest.mark.parametrize("text", ["a & b < c > d", '"guillemets" et l\'apostrophe', "صفقة «أ» – 100 %"])
def test_lines_are_those_of_the_standard_library(text: str) -> None:
    person = {"person": {"name": {"fr": "X"}, "capacity": "public_official"}}
    package = _package({"title": {"fr": text}, "description": {"fr": text}, "leads": [person]})
    data = dump(package, "stratml", language="fr").data
    root = ElementTree.fromstring(data)
    ElementTree.register_namespace("", NAMESPACE)
    ElementTree.indent(root)
    lines = ElementTree.tostring(root, encoding="unicode").split("\n")
    assert data.decode().split("\n")[3:] == [*lines[1:], ""]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_file_in_one_language_says_which(language: str, schema: etree.XMLSchema) -> None:
    package = load(_EXAMPLES / "synthetic" / "full-plan.json")
    data = dump(package, "stratml", language=language).data
    schema.assertValid(etree.fromstring(data))
    plan = load(read(data, "plan.xml", options=OPTIONS)).plans[0]
    titles = {each.title[language] for each in package.plans[0].commitments}
    assert {each.title[language] for each in plan.commitments} == titles
    assert plan.title == {language: package.plans[0].title[language]}


def test_a_file_in_several_languages_says_none() -> None:
    data = dump(_package({"title": {"en": "Portal"}}), "stratml", language="fr").data
    plan = load(read(data, "plan.xml", options=OPTIONS)).plans[0]
    assert plan.commitments[0].title == {"und": "Portal"}
    assert plan.title == {"und": "Programme"}


@settings(max_examples=15)
@given(package=packages())
def test_any_package_is_valid_and_read(schema: etree.XMLSchema, package: Package) -> None:
    written = dump(package, "stratml", language="fr")
    schema.assertValid(etree.fromstring(written.data))
    assert len(_back(written.data)["commitments"]) == len(package.plans[0].commitments)


def test_a_plan_of_another_country_is_valid_in_a_language_it_does_not_speak(schema: etree.XMLSchema) -> None:
    tree = load(_EXAMPLES / "synthetic/full-plan.json").to_tree()
    foreign = {"id": "es.example:tc-1", "name": {"es": "Villaejemplo"}, "kind": "commune", "country": "ES"}
    tree["collectivities"].append(foreign)
    tree["plans"][0] |= {"collectivities": [foreign["id"]], "title": {"ary": "خطة", "und": "?"}}
    written = dump(Package.model_validate(tree), "stratml", language="en", with_contacts=True)
    schema.assertValid(etree.fromstring(written.data))
    assert "Villaejemplo" in written.data.decode()
    assert "export/other-language" in {found.code for found in written.findings}


def test_what_it_holds_comes_back() -> None:
    commitment: dict[str, Any] = {
        "number": "2",
        "description": {"fr": "Un portail."},
        "beneficiaries": {"fr": "Les jeunes\nLes autres"},
        "leads": [{"name": {"fr": "Commune"}, "role": {"fr": "Maître d’ouvrage"}}],
        "supporting": [{"name": {"fr": "Association"}}],
        "additional_information": {"fr": "Rien."},
        "indicators": [
            {
                "id": "org.example:i-1",
                "name": {"fr": "Jeux de données"},
                "unit": {"fr": "nombre"},
                "target": {"value": "20", "date": "2025-12-31"},
                "values": [{"value": "4", "text": {"fr": "Début"}, "date": "2025-01-31"}],
            }
        ],
    }
    plan = {"period": {"start": "2024-01-01", "end": "2025-12-31"}, "strategic_vision": {"fr": "Ouverture"}}
    written = dump(_package(commitment, **plan), "stratml", language="fr")
    tree = _back(written.data)
    (back,) = tree["commitments"]
    (indicator,) = back["indicators"]
    assert {name: back[name] for name in commitment if name != "indicators"} == {
        name: value for name, value in commitment.items() if name != "indicators"
    }
    assert {name: value for name, value in indicator.items() if name not in ("id", "identifiers")} == {
        name: value for name, value in commitment["indicators"][0].items() if name != "id"
    }
    assert {name: tree[name] for name in plan} == plan
    assert [(axis["title"], axis["number"], axis["objectives"]) for axis in tree["axes"]] == [
        ({"fr": "Transparence"}, "1", [{"fr": "Ouvrir"}])
    ]
    assert back["identifiers"] == [{"scheme": "x_stratml", "value": "_org.example_c-1"}]


def test_a_second_writing_keeps_the_identifiers() -> None:
    first = dump(_package(), "stratml", language="fr").data
    again = dump(load(read(first, "plan.xml", options=OPTIONS)), "stratml", language="fr").data
    tags = [f"{{{NAMESPACE}}}Goal", f"{{{NAMESPACE}}}Objective"]
    for tag in tags:
        names = [
            [element.findtext(f"{{{NAMESPACE}}}Identifier") for element in etree.fromstring(data).iter(tag)]
            for data in (first, again)
        ]
        assert names[0] == names[1]


def test_no_day_is_made_up() -> None:
    milestones = [{"id": "org.example:m-1", "title": {"fr": "Étape"}, "due": "2025-07"}]
    written = dump(_package({"milestones": milestones}, period={"end": "2025"}), "stratml", language="fr")
    counts = {found.code: found.params.get("count") for found in written.findings}
    assert (counts["export/dates-not-days"], counts["export/stratml-milestones"]) == (2, 1)
    assert b"EndDate" not in written.data


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_commitments_without_an_axis_get_a_goal_and_are_read_back_without_one(language: str) -> None:
    written = dump(_package({"axes": []}), "stratml", language=language)
    assert [found.params["count"] for found in written.findings if found.code == "export/stratml-goal-added"] == [1]
    goals = etree.fromstring(written.data).iter(f"{{{NAMESPACE}}}Goal")
    names = [goal.findtext(f"{{{NAMESPACE}}}Name") for goal in goals]
    assert names == ["Transparence", wording("stratml")[NO_AXIS].texts[language]]
    read_back = read(written.data, "plan.xml", options=_FRENCH)
    assert [found.params["field"] for found in read_back.findings if found.code == "import/said-as-absent"] == ["axes"]
    plan = load(read_back).plans[0].to_tree()
    assert [axis["title"] for axis in plan["axes"]] == [{"fr": "Transparence"}]
    assert "axes" not in plan["commitments"][0]


def test_an_axis_that_has_the_name_of_no_axis_stays_one() -> None:
    axis = {"id": "org.example:ax-1", "title": {"fr": wording("stratml")[NO_AXIS].texts["fr"]}}
    plan = _back(dump(_package(axes=[axis]), "stratml", language="fr").data)
    assert [plan["commitments"][0]["axes"]] == [[each["id"] for each in plan["axes"]]]


def test_what_cannot_be_written_is_refused() -> None:
    with pytest.raises(TargetError) as refused:
        dump(_package(axes=[], commitments=[]), "stratml")
    assert refused.value.code == "tool/no-goal"
    with pytest.raises(OptionError):
        dump(_package(), "stratml", plan="org.example:nothing")


def test_private_persons_and_contacts_are_left_out_unless_asked_for() -> None:
    person = {"person": {"name": {"fr": "Personne Inventée"}, "capacity": "private"}}
    package = _package({"leads": [person], "description": {"fr": "Écrire à inventee@example.org"}})
    public, whole = (dump(package, "stratml", with_contacts=kept).data.decode() for kept in (False, True))
    assert "Inventée" not in public
    assert "@" not in public
    assert "Stakeholder" not in public
    assert 'StakeholderTypeType="Person"' in whole
    assert "Personne Inventée" in whole
    assert "inventee@example.org" in whole

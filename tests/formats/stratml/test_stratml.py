"""StratML, Parts 1 and 2; the documents here are made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.document import Import
from opengov_local.formats.stratml.elements import Element, read_xml
from opengov_local.formats.stratml.stratml_format import read
from opengov_local.importing.options import ImportOptions

OPTIONS = ImportOptions(id_prefix="test.made-up", today=date(2026, 1, 1))
NAMESPACES = (
    "urn:ISO:std:iso:17469:tech:xsd:stratml_core",
    "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport",
    "http://www.stratml.net/PerformancePlanOrReport",
    "urn:made-up:3.5",
)
PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<PerformancePlanOrReport xmlns="{namespace}" Type="Performance_Plan" xml:lang="en">
  <Name>A made-up plan</Name>
  <Description>Synthetic from the first to the last word.</Description>
  <StrategicPlanCore>
    <Organization><Name>Made-up Office</Name><Acronym>MUO</Acronym><Identifier>_o1</Identifier>
      <Stakeholder StakeholderTypeType="Person"><Name>Invented Person</Name>
        <Role><Name>Chair</Name><RoleType>Performer</RoleType></Role></Stakeholder></Organization>
    <Vision><Description>All is open.</Description></Vision>
    <Mission><Description>To open.</Description></Mission>
    <Goal><Name>Openness</Name><Description>Open the made-up office.</Description><Identifier>_g1</Identifier>
      <SequenceIndicator>1</SequenceIndicator>
      <Objective><Name>Portal</Name><Description>Run a portal.</Description><Identifier>7abc</Identifier>
        <SequenceIndicator>1.1</SequenceIndicator>
        <Stakeholder><Name>Synthetic Department</Name><Role><RoleType>Performer</RoleType></Role></Stakeholder>
        <Stakeholder><Name>Made-up citizens</Name><Role><RoleType>Beneficiary</RoleType></Role></Stakeholder>
        <Stakeholder><Name>Invented youth</Name><Role><RoleType>Beneficiary</RoleType></Role></Stakeholder>
        <OtherInformation>Nothing else.</OtherInformation>
        <PerformanceIndicator><MeasurementDimension>Forms</MeasurementDimension>
          <UnitOfMeasurement>Number</UnitOfMeasurement>
          <MeasurementInstance>
            <TargetResult><Description>Ten of them</Description><NumberOfUnits>10</NumberOfUnits>
              <StartDate/><EndDate>2025-12-31</EndDate></TargetResult>
            <ActualResult><NumberOfUnits>about 7</NumberOfUnits></ActualResult>
          </MeasurementInstance></PerformanceIndicator>
      </Objective>
    </Goal>
  </StrategicPlanCore>
  <AdministrativeInformation><StartDate>2025-01-01</StartDate><EndDate>2026-12-31</EndDate>
    <Source>https://example.org/plan.xml</Source>
    <Submitter><GivenName>Invented</GivenName><Surname>Person</Surname><EmailAddress>p@example.org</EmailAddress>
    </Submitter></AdministrativeInformation>
</PerformancePlanOrReport>
"""


def reading(text: str | bytes) -> Import:
    return read(text if isinstance(text, bytes) else text.encode(), "plan.xml", options=OPTIONS)


def tree_of(done: Import) -> dict[str, Any]:
    assert done.document
    tree: dict[str, Any] = done.document.tree
    return tree


def codes(done: Import) -> set[str]:
    return {finding.code for finding in done.findings}


def unaccounted(done: Import, data: bytes) -> list[str]:
    root = read_xml(data, None)
    assert isinstance(root, Element)
    assert done.account
    pieces = [piece for here in root.walk() for piece in (here.piece, *here.attribute_pieces().values()) if piece]
    return [str(piece.place) for piece in done.account.missing(pieces)]


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_a_plan_of_any_namespace(namespace: str) -> None:
    text = PLAN.format(namespace=namespace)
    done = reading(text)
    tree = tree_of(done)
    (plan,) = tree["plans"]
    (commitment,) = plan["commitments"]
    assert (plan["title"], plan["strategic_vision"]) == ({"en": "A made-up plan"}, {"en": "All is open."})
    assert plan["period"] == {"start": "2025-01-01", "end": "2026-12-31"}
    assert plan["website"] == "https://example.org/plan.xml"
    assert plan["leads"] == [{"organization": tree["organizations"][0]["id"]}]
    assert plan["supporting"] == [{"person": {"name": {"en": "Invented Person"}}, "role": {"en": "Chair"}}]
    assert plan["axes"][0]["objectives"] == [{"en": "Open the made-up office."}]
    assert commitment["axes"] == [plan["axes"][0]["id"]]
    assert (commitment["number"], commitment["title"]) == ("1.1", {"en": "Portal"})
    assert commitment["identifiers"] == [{"scheme": "x_stratml", "value": "7abc"}]
    assert commitment["leads"] == [{"name": {"en": "Synthetic Department"}}]
    assert commitment["beneficiaries"] == {"en": "Made-up citizens\nInvented youth"}
    assert unaccounted(done, text.encode()) == []


def test_indicators_with_target_and_results() -> None:
    (plan,) = tree_of(reading(PLAN.format(namespace=NAMESPACES[1])))["plans"]
    (indicator,) = plan["commitments"][0]["indicators"]
    assert (indicator["name"], indicator["unit"]) == ({"en": "Forms"}, {"en": "Number"})
    assert indicator["target"] == {"value": "10", "text": {"en": "Ten of them"}, "date": "2025-12-31"}
    (value,) = indicator["values"]
    assert "value" not in value
    assert value["x_unmapped"][0]["text"] == "about 7"


def test_who_submitted_it_and_how_to_reach_them() -> None:
    person = tree_of(reading(PLAN.format(namespace=NAMESPACES[0])))["publisher"]["person"]
    assert person == {"name": {"und": "Invented Person"}, "contact": {"email": "p@example.org"}}


def test_what_has_no_place_is_kept_with_its_name() -> None:
    (plan,) = tree_of(reading(PLAN.format(namespace=NAMESPACES[0])))["plans"]
    assert {"Mission/Description", "PerformancePlanOrReport/Description"} <= {
        kept["label"] for kept in plan["x_unmapped"]
    } | {kept["label"].rpartition("Plan/")[2] for kept in plan["x_unmapped"]}


def test_places_are_lines() -> None:
    done = reading(PLAN.format(namespace=NAMESPACES[0]))
    assert done.document
    assert done.document.locate("/plans/0/title").line == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "source/empty-file"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><StrategicPlan><Name>&a;</Name></StrategicPlan>', "source/doctype"),
        ("<StrategicPlan><Name>", "source/bad-xml"),
        ("<StrategicPlan>" + "<a>" * 200, "source/too-deep"),
        ("no xml", "source/bad-xml"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    done = reading(text)
    assert done.document is None
    assert codes(done) == {code}


def test_a_doctype_in_another_encoding_is_refused_too() -> None:
    assert codes(reading('<?xml version="1.0"?><!DOCTYPE x><StrategicPlan/>'.encode("utf-16"))) == {"source/doctype"}


def test_other_xml_is_kept_and_said() -> None:
    done = reading("<made><up>words</up></made>")
    assert "import/nothing-recognised" in codes(done)
    assert tree_of(done)["x_unmapped"][0]["text"] == "words"


def test_many_elements_of_one_name_are_told_apart() -> None:
    text = "<StrategicPlan>" + "<Value>a</Value>" * 1500 + "</StrategicPlan>"
    done = reading(text)
    assert done.account
    assert done.account.counts["unmapped"] == 1500


_NAMES = ("Name", "Description", "Goal", "Objective", "Stakeholder", "Role", "RoleType", "Organization", "Identifier",
          "PerformanceIndicator", "MeasurementInstance", "TargetResult", "NumberOfUnits", "EndDate", "Submitter",
          "StrategicPlanCore", "AdministrativeInformation", "EmailAddress", "Surname", "StartDate")  # fmt: skip


@given(st.recursive(st.text(alphabet="abc 12-7", max_size=9), lambda inner: st.lists(
    st.tuples(st.sampled_from(_NAMES), inner), max_size=6)))  # fmt: skip
def test_any_order_of_elements_never_raises_and_is_accounted_for(content: Any) -> None:
    def xml(part: Any) -> str:
        return part if isinstance(part, str) else "".join(f"<{name}>{xml(inner)}</{name}>" for name, inner in part)

    text = f"<StrategicPlan><StrategicPlanCore>{xml(content)}</StrategicPlanCore>{xml(content)}</StrategicPlan>"
    assert unaccounted(reading(text), text.encode()) == []


@given(st.binary(max_size=200))
def test_bytes_never_raise(data: bytes) -> None:
    done = reading(data)
    assert done.document or done.findings


@pytest.mark.parametrize(("name", "goals", "objectives"), [("PMOAI.xml", 1, 5), ("StratTest.xml", 3, 10)])
def test_real_documents(corpus: Path, name: str, goals: int, objectives: int) -> None:
    data = (corpus / "stratml" / name).read_bytes()
    done = read(data, name, options=OPTIONS)
    (plan,) = tree_of(done)["plans"]
    assert (len(plan["axes"]), len(plan["commitments"])) == (goals, objectives)
    assert unaccounted(done, data) == []


@pytest.mark.parametrize(("name", "country", "codes"), [
    ("Région Souss-Massa", None, ["09"]), ("Région Souss-Massa", "TN", []), ("Souss-Massa", None, []),
    ("Agence de la région Souss-Massa", None, []),
])  # fmt: skip
def test_an_organization_with_the_name_of_a_territory_is_whose_plan_it_is_too(
    name: str, country: str | None, codes: list[str]
) -> None:
    said = PLAN.format(namespace=NAMESPACES[0]).replace("Made-up Office", name).encode()
    options = ImportOptions(id_prefix="test.made-up", today=date(2026, 1, 1), country=country)
    imported = read(said, options=options)
    assert imported.document is not None
    tree: Any = imported.document.tree
    councils = tree.get("collectivities", [])
    assert [number["value"] for each in councils for number in each["identifiers"]] == codes
    assert tree["plans"][0].get("collectivities", []) == [each["id"] for each in councils]
    found = [finding.code for finding in imported.findings]
    assert ("import/territory-recognised" in found) is bool(codes)
    assert tree["plans"][0]["leads"][0]["organization"] == tree["organizations"][0]["id"]

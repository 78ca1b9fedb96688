"""Writing StratML Part 2 (ISO 17469-2): axes as goals, commitments as objectives, indicators with their results."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from opengov_local.errors import TargetError
from opengov_local.finding import Finding
from opengov_local.formats.one_language import OneLanguage
from opengov_local.formats.paper.labels import LANGUAGES, wording
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.stratml.elements import one_line
from opengov_local.formats.stratml.goals import NO_AXIS, SCHEME
from opengov_local.formats.stratml.other_information import ADDITIONAL, FIELDS, joined
from opengov_local.formats.whole import plans_of
from opengov_local.formats.written import Written
from opengov_local.model.axis import Axis
from opengov_local.model.base import field_of
from opengov_local.model.commitment import Commitment
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import Identified
from opengov_local.model.index import Index
from opengov_local.model.indicator import Indicator, Measurement
from opengov_local.model.milestone import Milestone
from opengov_local.model.package import Package
from opengov_local.model.party import Party
from opengov_local.model.plan import ActionPlan

SPOKEN: Final = '<?opengov-local language="{}"?>\n'
"""Says which language all texts are in, where there is one: the schema has no place for it, not even xml:lang."""
NAMESPACE: Final = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
_DECLARATION: Final = b"<?xml version='1.0' encoding='UTF-8'?>\n"
_UNHELD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold (its production Char)."""
_DEEPER: Final = "  "
_QUOTED: Final = {'"': "&quot;"}
_ID: Final = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_NO_ID: Final = re.compile(r"[^A-Za-z0-9._-]+")
Element = ElementTree.Element


def write(package: Package, *, language: str = "fr", with_contacts: bool = False, plan: str | None = None) -> Written:
    """Writes one plan as a performance plan of StratML.

    Args:
        package: the package.
        language: language of the texts; StratML holds one. A text that is not there in it stands in another.
        with_contacts: whether private persons and contact details are written too.
        plan: id of the plan that is wanted; by default the first.

    Returns:
        The file, and what was left out or written otherwise.

    Raises:
        OptionError: the package has no such plan.
        TargetError: it has no plan, or the plan has neither axes nor commitments: StratML demands a goal.
    """
    public = public_copy(package, with_contacts=with_contacts, extracts=False)
    chosen = _plan(public.package, plan)
    voice = OneLanguage(language, unheld=_UNHELD)
    writer = _Writer(public.index, voice, language if language in LANGUAGES else "en")
    root = writer.root(chosen, public.package)
    lines = [SPOKEN.format(language)] if voice.only and language in LANGUAGES else []
    _put(root, "", lines)
    data = _DECLARATION + "".join(lines).encode("utf-8", "xmlcharrefreplace")
    others = len(public.package.plans) - 1 if plan is None else 0
    return Written(data, (*public.findings, *writer.findings(others)))


def _put(element: Element, margin: str, lines: list[str]) -> None:
    """Writes an element, which holds words or elements and never both, line by line as ElementTree does."""
    tag, text = element.tag, element.text
    begin = tag + "".join([f' {name}="{escape(value, _QUOTED)}"' for name, value in element.items()])
    if len(element):
        lines.append(f"{margin}<{begin}>\n")
        for each in element:
            _put(each, margin + _DEEPER, lines)
        lines.append(f"{margin}</{tag}>\n")
    else:
        lines.append(f"{margin}<{begin}>{escape(text)}</{tag}>\n" if text else f"{margin}<{begin} />\n")


def _plan(package: Package, wanted: str | None) -> ActionPlan:
    chosen = plans_of(package, wanted)[0]
    if not chosen.axes and not chosen.commitments:
        raise TargetError("tool/no-goal")
    return chosen


class _Writer:
    def __init__(self, index: Index, voice: OneLanguage, words: str) -> None:
        self._index = index
        self._voice = voice
        self._words = words
        self._ids: set[str] = set()
        self._counts: Counter[str] = Counter()

    def root(self, plan: ActionPlan, package: Package) -> Element:
        """Makes the document."""
        root = Element("PerformancePlanOrReport", {"xmlns": NAMESPACE, "Type": "Performance_Plan"})
        self._say(root, "Name", self._voice.pick(plan.title))
        core = ElementTree.SubElement(root, "StrategicPlanCore")
        self._organizations(core, plan)
        if vision := self._voice.pick(plan.strategic_vision):
            self._say(ElementTree.SubElement(core, "Vision"), "Description", vision)
        for axis in plan.axes:
            self._goal(core, axis, [each for each in plan.commitments if each.axes[:1] == [axis.id]])
        known = {axis.id for axis in plan.axes}
        loose = [each for each in plan.commitments if not known.intersection(each.axes[:1])]
        if loose:
            self._counts["export/stratml-goal-added"] += 1
            self._goal(core, None, loose)
        about = ElementTree.SubElement(root, "AdministrativeInformation")
        self._identify(about, plan)
        if plan.period:
            self._date(about, "StartDate", plan.period.start)
            self._date(about, "EndDate", plan.period.end)
        if package.published_at:
            self._say(about, "PublicationDate", package.published_at[:10])
        if plan.website:
            self._say(about, "Source", str(plan.website))
        return root

    def findings(self, others: int) -> list[Finding]:
        """Says what was changed, and how many plans were not written."""
        found = [Finding("export/one-plan", "warning", params={"count": others})] if others else []
        self._counts["export/unprintable-character"] += self._voice.replaced
        warned = ("export/unprintable-character", "export/dates-not-days")
        found += [
            Finding(code, "warning" if code in warned else "info", params={"count": count})
            for code, count in self._counts.items()
            if count
        ]
        return [*found, *self._voice.findings()]

    def _organizations(self, core: Element, plan: ActionPlan) -> None:
        """Writes whose plan it is and who leads it; the partners stand with the first of them."""
        named = [self._index.find(each, Identified) for each in plan.collectivities]
        led = [self._index.find(each.organization or each.collectivity or "", Identified) for each in plan.leads]
        bodies = list({each.id: each for each in (*named, *led) if each}.values())
        texts = [lead for lead, known in zip(plan.leads, led, strict=True) if known is None]
        partners = list(plan.supporting)
        for body in bodies:
            element = ElementTree.SubElement(core, "Organization")
            self._say(element, "Name", self._voice.pick(field_of(body, "name")))
            if short := field_of(body, "abbreviation"):
                self._say(element, "Acronym", short)
            self._identify(element, body)
            self._partners(element, partners)
            partners = []
        for lead in texts:
            element = ElementTree.SubElement(core, "Organization")
            self._say(element, "Name", self._name(lead))
            self._partners(element, partners)
            partners = []
        if partners:
            self._partners(ElementTree.SubElement(core, "Organization"), partners)

    def _partners(self, element: Element, parties: Iterable[Party]) -> None:
        for party in parties:
            self._stakeholder(element, party, performs=False)

    def _goal(self, core: Element, axis: Axis | None, commitments: Sequence[Commitment]) -> None:
        goal = ElementTree.SubElement(core, "Goal")
        if axis is None:
            self._say(goal, "Name", wording("stratml")[NO_AXIS].texts[self._words])
            self._say(goal, "Description", "")
        else:
            self._say(goal, "Name", self._voice.pick(axis.title))
            self._say(goal, "Description", "; ".join(map(self._voice.pick, axis.objectives)))
            self._identify(goal, axis)
            self._number(goal, axis.number)
        for commitment in commitments:
            self._objective(goal, commitment)

    def _objective(self, goal: Element, commitment: Commitment) -> None:
        objective = ElementTree.SubElement(goal, "Objective")
        self._say(objective, "Name", self._voice.pick(commitment.title))
        if text := self._voice.pick(commitment.description):
            self._say(objective, "Description", text)
        self._identify(objective, commitment)
        self._number(objective, commitment.number)
        for party in commitment.leads:
            self._stakeholder(objective, party, performs=True)
        for party in commitment.supporting:
            self._stakeholder(objective, party, performs=False)
        for line in self._voice.pick(commitment.beneficiaries).splitlines():
            if line.strip():
                self._beneficiary(objective, line)
        texts = {field: self._voice.pick(getattr(commitment, field)) for field in (*FIELDS, ADDITIONAL)}
        if text := joined(texts, self._words):
            self._say(objective, "OtherInformation", text)
        for indicator in commitment.indicators:
            self._indicator(objective, indicator)
        for milestone in commitment.milestones:
            self._milestone(objective, milestone)

    def _stakeholder(self, above: Element, party: Party, *, performs: bool) -> None:
        name, part = self._name(party), self._voice.pick(party.role)
        if not name and not part:
            return  # a person who is left out, which is said once for the file
        kinds = {"StakeholderTypeType": "Person"} if party.person and not (party.organization or party.name) else {}
        element = ElementTree.SubElement(above, "Stakeholder", kinds)
        self._say(element, "Name", name)
        role = ElementTree.SubElement(element, "Role")
        self._say(role, "Name", part)
        if performs:
            self._say(role, "RoleType", "Performer")

    def _beneficiary(self, objective: Element, line: str) -> None:
        element = ElementTree.SubElement(objective, "Stakeholder", {"StakeholderTypeType": "Generic_Group"})
        self._say(element, "Name", line)
        role = ElementTree.SubElement(element, "Role")
        self._say(role, "Name", "")
        self._say(role, "RoleType", "Beneficiary")

    def _indicator(self, objective: Element, indicator: Indicator) -> None:
        element = ElementTree.SubElement(objective, "PerformanceIndicator")
        self._say(element, "MeasurementDimension", self._voice.pick(indicator.name))
        self._say(element, "UnitOfMeasurement", self._voice.pick(indicator.unit))
        self._identify(element, indicator)
        results = [("TargetResult", indicator.target), *(("ActualResult", value) for value in indicator.values)]
        stated = [(tag, result) for tag, result in results if result]
        if stated:
            instance = ElementTree.SubElement(element, "MeasurementInstance")
            for tag, result in stated:
                self._result(ElementTree.SubElement(instance, tag), result)

    def _result(self, element: Element, result: Measurement) -> None:
        self._date(element, "EndDate", result.date)
        if result.value is not None:
            self._say(element, "NumberOfUnits", result.value)
        if text := self._voice.pick(result.text):
            self._say(element, "Description", text)

    def _milestone(self, objective: Element, milestone: Milestone) -> None:
        """Writes a milestone as an indicator of what comes out: StratML has no word for it."""
        self._counts["export/stratml-milestones"] += 1
        kinds = {"ValueChainStage": "Output", "PerformanceIndicatorType": "Qualitative"}
        element = ElementTree.SubElement(objective, "PerformanceIndicator", kinds)
        self._number(element, milestone.number)
        self._say(element, "MeasurementDimension", self._voice.pick(milestone.title))
        self._say(element, "UnitOfMeasurement", "")
        self._identify(element, milestone)
        target = ElementTree.SubElement(ElementTree.SubElement(element, "MeasurementInstance"), "TargetResult")
        self._date(target, "StartDate", milestone.start)
        self._date(target, "EndDate", milestone.due)
        if text := self._voice.pick(milestone.deliverable):
            self._say(target, "Description", text)

    def _identify(self, element: Element, value: Identified) -> None:
        """Writes the identifier that StratML gave, else the id as an XML name (xs:ID); each once."""
        given = [each.value for each in value.identifiers if each.scheme == SCHEME and _ID.fullmatch(each.value)]
        name = given[0] if given else f"_{_NO_ID.sub('_', value.id)}"
        if name not in self._ids:
            self._ids.add(name)
            self._say(element, "Identifier", name)

    def _number(self, element: Element, number: str | None) -> None:
        if number:
            self._say(element, "SequenceIndicator", number)

    def _date(self, element: Element, tag: str, date: PartialDate | None) -> None:
        """Writes a day; what is no day is left out, for StratML would have to make up one."""
        if date is not None and date.precision == "day":
            self._say(element, tag, str(date))
        elif date is not None:
            self._counts["export/dates-not-days"] += 1

    def _name(self, party: Party) -> str:
        known = self._index.find(party.organization or party.collectivity or "", Identified)
        person = party.person.name or party.person.role if party.person else None
        return self._voice.pick(party.name or field_of(known, "name") or person)

    def _say(self, above: Element, tag: str, text: str) -> None:
        """Adds an element with words in it, as one line: white space means nothing in StratML."""
        held, replaced = (text, 0) if text.isprintable() else _UNHELD.subn("\ufffd", text)
        line = one_line(held)
        if line != held:
            self._counts["export/text-tidied"] += 1
        if replaced:
            self._counts["export/unprintable-character"] += replaced
        ElementTree.SubElement(above, tag).text = line

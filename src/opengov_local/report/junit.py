"""Reports as JUnit XML, for the servers that show tests: an error is a failed test, all else a passed one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from opengov_local import messages
from opengov_local.report.remainder import remainder
from opengov_local.report.text import summary
from opengov_local.report.where import from_where, short_pointer, way

if TYPE_CHECKING:
    from opengov_local.finding import Finding
    from opengov_local.validation.report import Report


def render(reports: Iterable[Report], language: str) -> str:
    """Writes reports as one document: a suite for each source, a test for each finding.

    A source without findings has one test that passed, and errors that are not listed one test that failed.
    """
    root = Xml.Element("testsuites", name="opengov-local")
    tests = failures = 0
    for report in reports:
        suite = _suite(report, language)
        root.append(suite)
        tests, failures = tests + int(suite.get("tests", 0)), failures + int(suite.get("failures", 0))
    root.attrib |= {"tests": str(tests), "failures": str(failures), "errors": "0"}
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _suite(report: Report, language: str) -> Xml.Element:
    source = messages.escaped(report.source) if report.source else messages.ui("document", language)
    suite = Xml.Element("testsuite", name=source)
    failures = 0
    for finding in report.findings:
        suite.append(_case(report, finding, source, language))
        failures += finding.severity == "error"
    if unlisted := report.unshown.get("error", 0):
        case = Xml.SubElement(suite, "testcase", name="…", classname=source)
        Xml.SubElement(case, "failure", message=messages.plural("unshown", unlisted, language))
        failures += 1
    if len(suite) == 0:
        Xml.SubElement(suite, "testcase", name=summary(report, language), classname=source)
    suite.attrib |= {"tests": str(len(suite)), "failures": str(failures), "errors": "0", "skipped": "0"}
    said = [summary(report, language), *remainder([report], language)]
    Xml.SubElement(suite, "system-out").text = "\n".join(said)
    return suite


def _case(report: Report, finding: Finding, source: str, language: str) -> Xml.Element:
    pointer = short_pointer(finding.location.pointer)
    case = Xml.Element("testcase", name=f"{finding.code} {pointer}".rstrip(), classname=source)
    said = messages.render(finding, language)
    source_of_rule = report.source_of(finding.code, language)
    lines = (
        said,
        messages.advice(finding, language),
        messages.place(finding.location, language),
        way(report.trail(finding), language),
        from_where(source_of_rule, language) if source_of_rule else "",
    )
    if finding.severity == "error":
        body = Xml.SubElement(case, "failure", type=finding.code, message=said)
    else:
        body = Xml.SubElement(case, "system-out")
        lines = (f"{messages.ui(f'severity-{finding.severity}', language)} {said}", *lines[1:])
    body.text = "\n".join(line for line in lines if line)
    return case

"""Reports as plain text, for people: each finding with its line, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from opengov_local import messages

if TYPE_CHECKING:
    from opengov_local.finding import Finding
    from opengov_local.validation.report import Report


def render(reports: Iterable[Report], language: str) -> str:
    """Writes reports one after the other, each closed by its summary."""
    return "\n".join(line for report in reports for line in _report(report, language)) + "\n"


def _report(report: Report, language: str) -> Iterator[str]:
    yield report.source or messages.ui("document", language)
    for finding in report.findings:
        yield from _finding(finding, language)
    if report.cuts:
        yield "  " + messages.plural("cuts", len(report.cuts), language)
    yield "  " + summary(report, language)
    yield ""


def _finding(finding: Finding, language: str) -> Iterator[str]:
    severity = messages.ui(f"severity-{finding.severity}", language)
    yield f"  {_place(finding, language)}{severity} {messages.render(finding, language)}"
    if advice := messages.advice(finding, language):
        yield f"      → {advice}"
    yield f"      [{finding.code}] {finding.location.pointer}".rstrip()


def _place(finding: Finding, language: str) -> str:
    place = finding.location
    if place.line is None:
        return ""
    return messages.ui("place", language, line=place.line, column=place.column or 1) + " · "


def summary(report: Report, language: str) -> str:
    """Says in one line whether the data is valid and how many findings of each severity there are."""
    verdict = messages.ui("valid" if report.valid else "invalid", language)
    counted = [messages.plural(severity, count, language) for severity, count in report.counts.items() if count]
    return f"{verdict} {_join(counted, language) or messages.ui('no-findings', language)}"


def _join(parts: list[str], language: str) -> str:
    return ("، " if language == "ar" else ", ").join(parts)

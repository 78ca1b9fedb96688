"""Reports as plain text, for people: the gravest findings first, each with its place and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from opengov_local import messages
from opengov_local.finding import SEVERITIES
from opengov_local.report.colour import painted
from opengov_local.report.remainder import remainder
from opengov_local.report.where import short_pointer, way

if TYPE_CHECKING:
    from opengov_local.finding import Finding, Severity
    from opengov_local.validation.report import Report


def render(reports: Iterable[Report], language: str, *, coloured: bool = False) -> str:
    """Writes reports one after the other, each closed by its summary; several are closed by their totals.

    Args:
        reports: the reports.
        language: language of the messages.
        coloured: whether it goes to a terminal that shows colours.
    """
    shown = tuple(reports)
    lines = [line for report in shown for line in _report(report, language, coloured)]
    if len(shown) > 1:
        lines += remainder(shown, language)
        lines.append(painted(_totals(shown, language), "strong", coloured))
    return "\n".join(lines) + "\n"


def _report(report: Report, language: str, coloured: bool) -> Iterator[str]:
    source = messages.isolated(report.source, language) if report.source else messages.ui("document", language)
    yield painted(source, "strong", coloured)
    grouped: dict[Severity, list[Finding]] = {severity: [] for severity in SEVERITIES}
    for finding in report.findings:
        grouped[finding.severity].append(finding)
    for severity, findings in grouped.items():
        if findings:
            heading = messages.plural(severity, len(findings), language)
            yield f"  {painted(heading, severity, coloured)}"
        for finding in findings:
            yield from _finding(report, finding, language, coloured)
    for said in remainder([report], language):
        yield f"  {said}"
    yield "  " + painted(summary(report, language), "strong", coloured)
    yield ""


def _finding(report: Report, finding: Finding, language: str, coloured: bool) -> Iterator[str]:
    severity = painted(messages.ui(f"severity-{finding.severity}", language), finding.severity, coloured)
    yield f"    {_place(finding, language)}{severity} {messages.render(finding, language)}"
    place = finding.location
    if (place.line is None or place.cell is not None) and (path := way(report.trail(finding), language)):
        yield f"        {path}"
    if advice := messages.advice(finding, language):
        yield f"        → {advice}"
    technical = f"[{finding.code}] {short_pointer(finding.location.pointer)}".rstrip()
    yield f"        {painted(technical, 'quiet', coloured)}"


def _place(finding: Finding, language: str) -> str:
    said = messages.place(finding.location, language)
    return f"{said} · " if said else ""


def summary(report: Report, language: str) -> str:
    """Says in one line whether the data is valid and how many findings of each severity there are."""
    return f"{messages.ui(verdict(report), language)} {counted(report.counts, language, report.known)}"


def verdict(report: Report) -> str:
    """Names the verdict on the data, as the catalogue has it: `valid`, `valid-with-errors`, `invalid` or `unopened`."""
    if not report.opened:
        return "unopened"
    if not report.valid:
        return "invalid"
    return "valid-with-errors" if report.has("error") else "valid"


def _files(reports: Iterable[Report]) -> int:
    """Counts the files that were judged; of one file there can be several reports."""
    files = [report.file for report in reports]
    return len(set(filter(None, files))) + files.count(None)


def _totals(reports: tuple[Report, ...], language: str) -> str:
    total = messages.ui("total", language, files=messages.plural("file", _files(reports), language))
    return f"{total} {counted(totals(reports), language, sum(report.known for report in reports))}"


def totals(reports: Iterable[Report]) -> dict[Severity, int]:
    """Counts the findings of several reports by severity, the gravest first."""
    counts: Counter[Severity] = Counter()
    for report in reports:
        counts.update(report.counts)
    return {severity: counts[severity] for severity in SEVERITIES}


def counted(counts: Mapping[Severity, int], language: str, known: int = 0) -> str:
    """Says how many findings of each severity there are.

    Args:
        counts: how many, by severity.
        language: language of the words.
        known: how many others an earlier report has already: where these are all, nothing is new.
    """
    said = [messages.plural(severity, count, language) for severity, count in counts.items() if count]
    return messages.joined(said, language) or messages.ui("no-new-findings" if known else "no-findings", language)

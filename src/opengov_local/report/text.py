"""Reports as plain text, for people: each finding with its line, what is wrong and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from opengov_local import messages

if TYPE_CHECKING:
    from opengov_local.finding import Finding, Severity
    from opengov_local.validation.report import Report


def render(reports: Iterable[Report], language: str) -> str:
    """Writes reports one after the other, each closed by its summary; several are closed by their totals."""
    shown = tuple(reports)
    lines = [line for report in shown for line in _report(report, language)]
    if len(shown) > 1:
        lines.append(_totals(shown, language))
    return "\n".join(lines) + "\n"


def _report(report: Report, language: str) -> Iterator[str]:
    yield messages.isolated(report.source, language) if report.source else messages.ui("document", language)
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
    pointer = finding.location.pointer
    yield f"      [{finding.code}] {messages.escaped(pointer)}".rstrip()


def _place(finding: Finding, language: str) -> str:
    said = messages.place(finding.location, language)
    return f"{said} · " if said else ""


def summary(report: Report, language: str) -> str:
    """Says in one line whether the data is valid and how many findings of each severity there are."""
    if not report.valid:
        verdict = messages.ui("invalid", language)
    elif report.has("error"):
        verdict = messages.ui("valid-with-errors", language)
    else:
        verdict = messages.ui("valid", language)
    return f"{verdict} {_counted(report.counts, language)}"


def _totals(reports: tuple[Report, ...], language: str) -> str:
    counts: Counter[Severity] = Counter()
    for report in reports:
        counts.update(report.counts)
    total = messages.ui("total", language, files=messages.plural("file", len(reports), language))
    return f"{total} {_counted(counts, language)}"


def _counted(counts: Mapping[Severity, int], language: str) -> str:
    counted = [messages.plural(severity, count, language) for severity, count in counts.items() if count]
    return ("، " if language == "ar" else ", ").join(counted) or messages.ui("no-findings", language)

"""Reports as annotations of GitHub Actions: one workflow command a finding, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from opengov_local import messages
from opengov_local.finding import SEVERITIES
from opengov_local.report.remainder import remainder
from opengov_local.report.text import counted, totals
from opengov_local.report.where import short_pointer

if TYPE_CHECKING:
    from opengov_local.finding import Finding, Severity
    from opengov_local.validation.report import Report

_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(reports: Iterable[Report], language: str) -> str:
    """Writes a command for each finding, and the totals as a line of the log.

    GitHub shows ten annotations of each severity in a step; the log has them all.
    """
    shown = tuple(reports)
    findings = [finding for report in shown for finding in report.findings]
    findings.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    lines = [_command(finding, language) for finding in findings]
    lines.append(counted(totals(shown), language, sum(report.known for report in shown)).translate(_DATA))
    lines += remainder(shown, language)
    return "\n".join(lines) + "\n"


def _command(finding: Finding, language: str) -> str:
    place = finding.location
    properties: dict[str, str] = {}
    if place.source not in (None, "-"):
        properties["file"] = messages.escaped(str(place.source))
    if place.line is not None:
        properties |= {"line": str(place.line)} | ({} if place.column is None else {"col": str(place.column)})
    properties["title"] = f"{messages.title(finding.code, language)} ({finding.code})"
    said = [messages.render(finding, language), messages.advice(finding, language)]
    if place.line is None or place.cell is not None:
        said.append(messages.place(place, language))
    said.append(short_pointer(place.pointer))
    listed = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    text = "\n".join(part for part in said if part).translate(_DATA)
    return f"::{_COMMANDS[finding.severity]} {listed}::{text}"

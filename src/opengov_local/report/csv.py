"""Reports as CSV (RFC 4180), for spreadsheets: one row a finding, the gravest first, then what is not listed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from opengov_local import messages
from opengov_local.finding import SEVERITIES
from opengov_local.formulas import guarded_within
from opengov_local.report.remainder import remainder
from opengov_local.report.where import excerpt, way

if TYPE_CHECKING:
    from opengov_local.finding import Finding
    from opengov_local.validation.report import Report

COLUMNS: Final = (
    "file", "severity", "path", "value", "subject", "message", "advice", "line", "column", "sheet", "table", "cell",
    "paragraph", "code", "pointer", "id", "fingerprint", "source",
)  # fmt: skip
"""The columns in their order, which stays; their headings are in the language of the report."""
HEADINGS: Final = "report-{}"
BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it Excel reads the file in the code page of the machine, and Arabic is lost."""
_BEGINS_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")


def render(reports: Iterable[Report], language: str) -> str:
    """Writes one table over all reports: UTF-8 with a byte order mark, commas, CRLF.

    Last stand rows that say what is not listed or was not checked, for each source; they have a message and no code.
    """
    target = io.StringIO(newline="")
    target.write(BYTE_ORDER_MARK)
    table = csv.writer(target, dialect="excel")
    table.writerow([messages.ui(HEADINGS.format(name), language) for name in COLUMNS])
    listed = tuple(reports)
    findings = [(report, finding) for report in listed for finding in report.findings]
    findings.sort(key=lambda pair: SEVERITIES.index(pair[1].severity))
    for report, finding in findings:
        cells = _cells(report, finding, language)
        table.writerow([guarded(cells[name]) for name in COLUMNS])
    for report in listed:
        for said in remainder([report], language):
            cells = {"file": messages.escaped(report.source or ""), "message": said}
            table.writerow([guarded(cells.get(name, "")) for name in COLUMNS])
    return target.getvalue()


def guarded(text: str) -> str:
    """Keeps a spreadsheet from taking a text for a formula: an apostrophe stands before it (OWASP, CSV injection)."""
    begins = text.lstrip(" \u00a0\u2066\u2067\u2068\u200e\u200f").startswith(_BEGINS_FORMULA)
    within = guarded_within(text)
    return f"'{within}" if begins else within


def _cells(report: Report, finding: Finding, language: str) -> dict[str, str]:
    """Gives the text of each column; texts of the file have their control characters spelled out."""
    place = finding.location
    plain = {
        "file": place.source or report.source,
        "code": finding.code,
        "pointer": place.pointer,
        "id": report.object_of(finding),
        **{name: getattr(place, name) for name in ("line", "column", "sheet", "table", "cell", "paragraph")},
    }
    return {
        **{name: "" if value is None else messages.escaped(str(value)) for name, value in plain.items()},
        "severity": messages.word("severities", finding.severity, language),
        "path": way(report.trail(finding), language),
        "value": excerpt(report, finding) or "",
        "subject": messages.title(finding.code, language),
        "message": messages.render(finding, language),
        "advice": messages.advice(finding, language),
        "fingerprint": report.fingerprint(finding),
        "source": report.source_of(finding.code, language) or "",
    }

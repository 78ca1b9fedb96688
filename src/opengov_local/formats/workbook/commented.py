"""A workbook with its findings: a comment on each cell that something was found about."""

from __future__ import annotations

from collections.abc import Iterable

from opengov_local import messages
from opengov_local.finding import SEVERITIES, Finding
from opengov_local.formats.workbook.notes import Note, annotate
from opengov_local.formats.written import Written


def commented(data: bytes, findings: Iterable[Finding], language: str, source: str | None = None) -> Written:
    """Writes a workbook again, each finding that has a cell as a comment on it; several stand in one comment.

    Args:
        data: the workbook (.xlsx).
        findings: what was found.
        language: language of the comments: `ar`, `fr` or `en`.
        source: name of the workbook, for the findings of the writing.
    """
    by_cell: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.location.sheet and finding.location.cell:
            by_cell.setdefault((finding.location.sheet, finding.location.cell), []).append(finding)
    notes = {cell: _note(found, language) for cell, found in by_cell.items()}
    return annotate(data, notes, source)


def _note(findings: list[Finding], language: str) -> Note:
    ordered = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    return Note("\n\n".join(_text(finding, language) for finding in ordered), ordered[0].severity)


def _text(finding: Finding, language: str) -> str:
    severity = messages.ui(f"severity-{finding.severity}", language)
    said = f"{severity} {messages.render(finding, language)}"
    return f"{said}\n→ {advice}" if (advice := messages.advice(finding, language)) else said

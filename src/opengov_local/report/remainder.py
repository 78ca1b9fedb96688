"""What a report does not list, said in words: what was not checked, and findings that are unshown, ignored, known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from opengov_local import messages

if TYPE_CHECKING:
    from opengov_local.validation.report import Report

NAMED: Final = 20
"""Files that are named, of several of which only the form was checked."""


def remainder(reports: Iterable[Report], language: str) -> tuple[str, ...]:
    """Says what was not checked, how many findings are not listed and why, over one or several reports.

    Those that an earlier report has and that are not there any more are said too. Of several reports those are named
    of which only the form was checked.
    """
    shown = tuple(reports)
    unchecked = [report for report in shown if report.unchecked]
    counts = {
        "cuts": sum(len(report.cuts) for report in shown),
        "unchecked": len(unchecked) if len(shown) == 1 else 0,
        "unshown": sum(sum(report.unshown.values()) for report in shown),
        "ignored": sum(report.ignored for report in shown),
        "known": sum(report.known for report in shown),
        "gone": sum(report.gone for report in shown),
    }
    said = [messages.plural(key, count, language) for key, count in counts.items() if count]
    if len(shown) > 1 and (names := [report.source or messages.ui("document", language) for report in unchecked]):
        listed = messages.joined(names if len(names) <= NAMED else [*names[:NAMED], "…"], language)
        said.insert(0, messages.ui("unchecked-files", language, files=listed))
    return tuple(said)

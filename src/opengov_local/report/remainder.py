"""What a report does not list, said in words: what was not checked, and findings that are unshown, ignored, known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from opengov_local import messages

if TYPE_CHECKING:
    from opengov_local.validation.report import Report


def remainder(reports: Iterable[Report], language: str) -> tuple[str, ...]:
    """Says what was not checked, how many findings are not listed and why, over one or several reports.

    Those that an earlier report has and that are not there any more are said too.
    """
    shown = tuple(reports)
    counts = {
        "cuts": sum(len(report.cuts) for report in shown),
        "unchecked": sum(report.unchecked for report in shown),
        "unshown": sum(sum(report.unshown.values()) for report in shown),
        "ignored": sum(report.ignored for report in shown),
        "known": sum(report.known for report in shown),
        "gone": sum(report.gone for report in shown),
    }
    return tuple(messages.plural(key, count, language) for key, count in counts.items() if count)

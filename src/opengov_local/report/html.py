"""Reports as one self-contained HTML page in three languages: searched, filtered and printed without a network."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from opengov_local import __version__, messages
from opengov_local.messages.catalogue import catalogue
from opengov_local.messages.date_words import is_date, write_date
from opengov_local.report.causes import first
from opengov_local.report.entry import Entry, entries
from opengov_local.report.remainder import remainder
from opengov_local.report.text import counted, totals, verdict
from opengov_local.web.pages import encoded, frame, in_all, template, words

if TYPE_CHECKING:
    from opengov_local.validation.report import Report

_ROOM: Final = __name__.rpartition(".")[0]
AT_ONCE: Final = 100
"""Findings of a report that a browser lays out before it shows the page; those after them follow in portions."""


def render(reports: Iterable[Report], language: str) -> str:
    """Writes one page over all reports.

    Every text stands there in Arabic, French and English; the page begins in the language that is asked for, which
    is also the one that is read where scripts are not run.
    """
    shown = tuple(reports)
    findings = [entries(report, number) for number, report in enumerate(shown, start=1)]
    rules = _rules(shown)
    page = template(_ROOM).render(
        language=language,
        frame=frame(_ROOM),
        words=words,
        ui=lambda key: in_all(lambda tongue: messages.ui(key, tongue)),
        counted=lambda report: in_all(lambda tongue: counted(report.counts, tongue, report.known)),
        plural=lambda key, n: in_all(lambda tongue: messages.plural(key, n, tongue)),
        today=lambda report: in_all(lambda tongue: _day(report.today, tongue)),
        titles={tongue: messages.ui("report-title", tongue) for tongue in messages.LANGUAGES},
        all_words={tongue: messages.ui("report-all", tongue) for tongue in messages.LANGUAGES},
        all_reports=shown,
        remainder=lambda some: _lines(lambda tongue: remainder(some, tongue)),
        verdict=lambda report: in_all(lambda tongue: messages.ui(verdict(report), tongue)),
        severity=lambda name: in_all(lambda tongue: messages.word("severities", name, tongue)),
        escaped=messages.escaped,
        reports=list(zip(shown, map(portions, findings), strict=True)),
        totals=totals(shown),
        causes=[(cause, _cause_words(cause)) for cause in first(shown)],
        rules=rules,
        sourced={code for code, _ in rules},
        severities=_tally(one.severity for all_of in findings for one in all_of),
        selects=(
            ("family", "report-family", _families(findings)),
            ("object", "report-object", _objects(findings)),
        ),
        shown_forms=_forms("shown"),
        version=__version__,
    )
    return encoded(page).decode("utf-8")


def portions(findings: list[Entry]) -> list[list[Entry]]:
    """Parts the findings of a report into what is laid out at once and portions that follow.

    The portions stand in `noscript`, which a browser that runs scripts keeps as text until the page asks for it, and
    one that runs none shows like the rest.
    """
    return [findings[start : start + AT_ONCE] for start in range(0, len(findings), AT_ONCE)]


def _cause_words(cause: Any) -> dict[str, Markup]:
    return {
        "title": in_all(lambda tongue: messages.title(cause.code, tongue)),
        "text": in_all(lambda tongue: messages.render(cause.example, tongue)),
    }


def _rules(reports: tuple[Report, ...]) -> list[tuple[str, dict[str, Markup]]]:
    """Gives the rules that found something, in the order of their codes: what they are called, where they come from."""
    by_code = {finding.code: report for report in reports for finding in report.findings}
    return [
        (code, {"title": in_all(partial(messages.title, code)), "source": in_all(partial(_source, report, code))})
        for code, report in sorted(by_code.items())
        if report.source_of(code, "en")
    ]


def _source(report: Report, code: str, language: str) -> str:
    return report.source_of(code, language) or ""


def _lines(say: Callable[[str], tuple[str, ...]]) -> list[Markup]:
    count = len(say("en"))
    return [in_all(lambda tongue, line=line: say(tongue)[line]) for line in range(count)]  # type: ignore[misc]


def _tally(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(values).most_common())


Option = tuple[str, dict[str, str], int]
"""Value, words by language, number of findings."""


def _families(findings: list[list[Entry]]) -> list[Option]:
    counts = _tally(one.family for all_of in findings for one in all_of)
    return [
        (name, {tongue: messages.word("families", name, tongue) for tongue in messages.LANGUAGES}, count)
        for name, count in counts.items()
    ]


def _objects(findings: list[list[Entry]]) -> list[Option]:
    """Lists the objects that findings speak of, in the order of the page."""
    found: dict[str, tuple[dict[str, str], int]] = {}
    for one in (one for all_of in findings for one in all_of if one.object):
        words, count = found.get(one.object, (one.object_words, 0))
        found[one.object] = (words, count + 1)
    return [(key, words, count) for key, (words, count) in found.items()]


def _day(day: str, language: str) -> str:
    return write_date(day, language) if is_date(day) else day


def _forms(key: str) -> str:
    """Gives the plural forms of a counted thing as JSON, for the script of the page."""
    return json.dumps({tongue: catalogue(tongue)["ui"][key] for tongue in messages.LANGUAGES}, ensure_ascii=False)

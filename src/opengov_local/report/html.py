"""Reports as one self-contained HTML page in three languages: searched, filtered and printed without a network."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from opengov_local import __version__, messages
from opengov_local.messages.catalogue import catalogue
from opengov_local.messages.date_words import is_date, write_date
from opengov_local.report.causes import first
from opengov_local.report.entry import Entry, entries
from opengov_local.report.remainder import remainder
from opengov_local.report.text import counted, totals, verdict

if TYPE_CHECKING:
    from opengov_local.validation.report import Report

DIRECTIONS: Final = {"ar": "rtl", "fr": "ltr", "en": "ltr"}
NAMES: Final = {"ar": "العربية", "fr": "Français", "en": "English"}
"""What each language calls itself."""

AT_ONCE: Final = 100
"""Findings of a report that a browser lays out before it shows the page; those after them follow in portions."""

Say = Callable[[str], str]


def render(reports: Iterable[Report], language: str) -> str:
    """Writes one page over all reports.

    Every text stands there in Arabic, French and English; the page begins in the language that is asked for, which
    is also the one that is read where scripts are not run.
    """
    shown = tuple(reports)
    findings = [entries(report, number) for number, report in enumerate(shown, start=1)]
    style, script = _resource("page.css"), _resource("page.js")
    page = _template().render(
        language=language,
        directions=DIRECTIONS,
        names=NAMES,
        style=Markup(style),
        script=Markup(script),
        style_digest=_digest(style),
        script_digest=_digest(script),
        said=_in_all,
        words=_words,
        ui=lambda key: _in_all(lambda tongue: messages.ui(key, tongue)),
        counted=lambda report: _in_all(lambda tongue: counted(report.counts, tongue, report.known)),
        plural=lambda key, n: _in_all(lambda tongue: messages.plural(key, n, tongue)),
        today=lambda report: _in_all(lambda tongue: _day(report.today, tongue)),
        titles={tongue: messages.ui("report-title", tongue) for tongue in messages.LANGUAGES},
        all_words={tongue: messages.ui("report-all", tongue) for tongue in messages.LANGUAGES},
        all_reports=shown,
        remainder=lambda some: _lines(lambda tongue: remainder(some, tongue)),
        verdict=lambda report: _in_all(lambda tongue: messages.ui(verdict(report), tongue)),
        severity=lambda name: _in_all(lambda tongue: messages.word("severities", name, tongue)),
        escaped=messages.escaped,
        reports=list(zip(shown, findings, strict=True)),
        totals=totals(shown),
        causes=[(cause, _cause_words(cause)) for cause in first(shown)],
        severities=_tally(one.severity for all_of in findings for one in all_of),
        selects=(
            ("family", "report-family", _families(findings)),
            ("object", "report-object", _objects(findings)),
        ),
        shown_forms=_forms("shown"),
        version=__version__,
    )
    return page.encode("utf-8", "backslashreplace").decode("utf-8")


def portions(findings: list[Entry]) -> list[list[Entry]]:
    """Parts the findings of a report into what is laid out at once and portions that follow.

    The portions stand in `noscript`, which a browser that runs scripts keeps as text until the page asks for it, and
    one that runs none shows like the rest.
    """
    return [findings[start : start + AT_ONCE] for start in range(0, len(findings), AT_ONCE)]


def _cause_words(cause: Any) -> dict[str, Markup]:
    return {
        "title": _in_all(lambda tongue: messages.title(cause.code, tongue)),
        "text": _in_all(lambda tongue: messages.render(cause.example, tongue)),
    }


def _in_all(say: Say) -> Markup:
    """Gives a text in every language, each in an element of its own; the style shows the one of the page."""
    texts = {tongue: say(tongue) for tongue in messages.LANGUAGES}
    if len(set(texts.values())) == 1:
        return escape(texts["en"])
    spans = (f'<span data-l="{tongue}" lang="{tongue}">{escape(text)}</span>' for tongue, text in texts.items())
    return Markup("".join(spans))


def _words(by_language: dict[str, str]) -> Markup:
    return _in_all(by_language.__getitem__)


def _lines(say: Callable[[str], tuple[str, ...]]) -> list[Markup]:
    count = len(say("en"))
    return [_in_all(lambda tongue, line=line: say(tongue)[line]) for line in range(count)]  # type: ignore[misc]


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


def _digest(text: str) -> str:
    """Gives the SHA-256 of a style or script, as a Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["portions"] = portions
    return environment.from_string(_resource("page.html.jinja"))


def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")

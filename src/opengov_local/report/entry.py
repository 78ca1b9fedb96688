"""A finding as a page shows it: its words in every language, and the value it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from opengov_local import messages
from opengov_local.finding import SEVERITIES
from opengov_local.report.where import excerpt, owner, short_pointer, way

if TYPE_CHECKING:
    from opengov_local.finding import Finding, Severity
    from opengov_local.validation.report import Report

Words = dict[str, str]
"""Language → text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding, ready to be shown.

    Attributes:
        anchor: its name in the page.
        severity: how grave it is.
        code: its code.
        family: the part of the code before the slash.
        object: what names the nearest object in the page; "" where there is none.
        object_words: what that object is called.
        title: what the code stands for.
        text: what is wrong.
        advice: what to do.
        place: line, cell or paragraph.
        path: the titles on the way to the value.
        before_value: the same with the colon of the language.
        pointer: the JSON Pointer, harmless.
        value: the value, harmless and cut; None where nothing stands.
        judged: whether there is data in which the value could stand.
    """

    anchor: str
    severity: Severity
    code: str
    family: str
    object: str
    object_words: Words
    title: Words
    text: Words
    advice: Words
    place: Words
    path: Words
    before_value: Words
    pointer: str
    value: str | None
    judged: bool


def entries(report: Report, number: int) -> list[Entry]:
    """Gives the findings of a report, the gravest first.

    Args:
        report: the report.
        number: its number in the page, from 1.
    """
    ordered = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    return [_entry(report, finding, f"{number}-{place}") for place, finding in enumerate(ordered, start=1)]


def _entry(report: Report, finding: Finding, anchor: str) -> Entry:
    pointer, identifier, trail = finding.location.pointer, report.object_of(finding), report.trail(finding)
    source = anchor.partition("-")[0]
    path = _in_all(lambda language: way(trail, language))
    return Entry(
        anchor=f"f{anchor}",
        severity=finding.severity,
        code=finding.code,
        family=finding.code.partition("/")[0],
        object="" if identifier is None else f"{source}:{messages.escaped(identifier)}",
        object_words=_in_all(lambda language: owner(trail, identifier or "", language)),
        title=_in_all(lambda language: messages.title(finding.code, language)),
        text=_in_all(lambda language: messages.render(finding, language)),
        advice=_in_all(lambda language: messages.advice(finding, language)),
        place=_in_all(lambda language: messages.place(finding.location, language)),
        path=path,
        before_value={language: f"{words}{messages.ui('path-colon', language)}" for language, words in path.items()},
        pointer=short_pointer(pointer),
        value=excerpt(report, finding) if pointer else None,
        judged=report.document is not None and bool(pointer),
    )


def _in_all(say: Callable[[str], str]) -> Words:
    return {language: say(language) for language in messages.LANGUAGES}

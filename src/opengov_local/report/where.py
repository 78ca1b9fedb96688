"""Where a finding is, for people: the way through the plan in words, and the value that stands there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from opengov_local import codelists, messages
from opengov_local.fingerprint import value_at
from opengov_local.messages.labels import label

if TYPE_CHECKING:
    from opengov_local.finding import Finding
    from opengov_local.validation.report import Report
    from opengov_local.validation.trail import Step

LONGEST_TITLE: Final = 60
"""Characters of a title that are shown on the way to a place."""
LONGEST_VALUE: Final = 160
"""Characters of a value that are shown beside a finding."""
_NAMING: Final = ("title", "name")


ARROW: Final = " › "
"""Stands between the titles on the way to a place."""


def way(trail: Iterable[Step], language: str) -> str:
    """Gives the titles on the way to a place: "Commitment “Open data” › Milestone 2 › Due".

    Args:
        trail: the steps, as the report has them.
        language: one of `messages.LANGUAGES`.
    """
    words: list[str] = []
    for step in trail:
        if step.number is None:
            words.append(_key(step, language))
        elif step.concept is None:
            words.append(f"{words.pop()} {step.number}" if words else str(step.number))
        else:
            words[-1:] = [_object(step, language)]
    return ARROW.join(words)


def owner(trail: Sequence[Step], identifier: str, language: str) -> str:
    """Gives what the object with an id is called, on the way to a place: "Commitment “Open data”"."""
    for step in reversed(trail):
        if step.concept and isinstance(step.value, dict) and step.value.get("id") == identifier:
            return _object(step, language)
    return label("Package", None, language)


def excerpt(report: Report, finding: Finding) -> str | None:
    """Gives the value that a finding speaks of, cut and harmless; None where nothing stands.

    Whole objects and lists are shown as the JSON they begin with.
    """
    value, there = value_at(report.tree, finding.location.pointer)
    if not there:
        return None
    text = value if isinstance(value, str) else _json(value)
    return messages.escaped(shortened(text, LONGEST_VALUE))


def short_pointer(pointer: str) -> str:
    """Gives a JSON Pointer for people: harmless, and its steps cut where they are longer than names are."""
    if len(pointer) > LONGEST_TITLE:
        pointer = "/".join(shortened(step, LONGEST_TITLE) for step in pointer.split("/"))
    return messages.escaped(pointer)


def from_where(source: str, language: str) -> str:
    """Says where a rule comes from, in a line of its own."""
    return f"{messages.ui('report-source', language)}{messages.ui('path-colon', language)} {source}"


def shortened(text: str, longest: int) -> str:
    """Cuts a text; one that was cut ends with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _json(value: Any) -> str:
    """Writes the beginning of a value as JSON, without writing all of it."""
    parts: list[str] = []
    length = 0
    for part in json.JSONEncoder(ensure_ascii=False).iterencode(value):
        parts.append(part)
        length += len(part)
        if length > LONGEST_VALUE:
            break
    return "".join(parts)


def _key(step: Step, language: str) -> str:
    raw = messages.isolated(shortened(step.name or "", LONGEST_TITLE), language)
    if step.owner and step.field:
        try:
            return label(step.owner, step.field, language)
        except KeyError:
            return raw
    if step.name in codelists.get("language"):
        return codelists.get("language").label(step.name or "", language, default=raw)
    return raw


def _object(step: Step, language: str) -> str:
    concept = label(str(step.concept), None, language)
    title = next(_titles(step.value, language), None)
    if title is None:
        return messages.ui("path-number", language, concept=concept, number=step.number)
    return messages.ui("path-object", language, concept=concept, title=shortened(title, LONGEST_TITLE))


def _titles(value: Any, language: str) -> Iterator[str]:
    """Gives what an object is called, in the language that is wanted first."""
    for name in _NAMING if isinstance(value, dict) else ():
        words = value.get(name)
        texts = [words.get(language), *words.values()] if isinstance(words, dict) else [words]
        for text in texts:
            if isinstance(text, str) and text.strip():
                yield text.strip()

"""The table of questions with their coded answers: choices to tick, explanation, evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from opengov_local import codelists
from opengov_local.formats.ogp_assessments.wording import labels
from opengov_local.formats.paper.content import Grid, Line, Lines, Phrase
from opengov_local.formats.paper.quoting import in_the_source
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.assessment import Answer

ON: Final = "☒ "
OFF: Final = "☐ "
_COLUMNS: Final = ("criterion", "answer", "explanation", "evidence")
_WEIGHTS: Final = (8, 6, 7, 5)
BLANK: Final[Lines] = (Line((Phrase("\u00a0"),)), Line((Phrase("\u00a0"),)))
"""Room to write by hand."""


def answer_grid(
    scribe: Scribe, key: str, criteria: Sequence[str], answers: Sequence[Answer], says: Mapping[str, Lines]
) -> Grid:
    """Makes the table of some questions, with the answers that are there and room for those that are not.

    Args:
        scribe: who writes.
        key: key of the title above the table.
        criteria: what is asked, as codes of the list assessment_criterion.
        answers: the answers of the assessment; those to other questions are passed over.
        says: what the package says to a question, by criterion.
    """
    rows = []
    for criterion in criteria:
        found: list[Answer | None] = [each for each in answers if each.criterion == criterion]
        rows += [_row(scribe, criterion, each, says.get(criterion, ())) for each in found or [None]]
    head = tuple(scribe.label(f"answer.{column}") for column in _COLUMNS)
    return Grid(key, None, head, _WEIGHTS, tuple(rows))


def _row(scribe: Scribe, criterion: str, answer: Answer | None, says: Lines) -> tuple[Lines, ...]:
    return (
        (Line((question(scribe, criterion),)), *scribe.labelled("answer.says", says)),
        _choices(scribe, criterion, answer),
        (say(answer.explanation, scribe) if answer else ()) or BLANK,
        (say(answer.evidence, scribe) if answer else ()) or BLANK,
    )


def question(scribe: Scribe, criterion: str) -> Phrase:
    """Gives the words of a question: those of the form, else the name of the criterion."""
    key = f"criterion.{criterion}"
    return scribe.words(key) if key in labels() else scribe.code("assessment_criterion", criterion)


@lru_cache(1 << 8)
def scale(criterion: str) -> tuple[str, ...]:
    """Gives the answers that a criterion knows, in their order."""
    return tuple(it.code for it in codelists.get("assessment_answer") if it.parent == criterion and not it.deprecated)


def _choices(scribe: Scribe, criterion: str, answer: Answer | None) -> Lines:
    """Lists the answers to choose from, the given one ticked; an answer of no scale stands by its code."""
    known, blank = scale(criterion), _unticked(criterion, scribe.language)
    if answer is None:
        return blank or BLANK
    code, original = answer.answer, answer.original
    lines = [_ticked(scribe, each, original) if each == code else line for each, line in zip(known, blank, strict=True)]
    if code and code not in known:
        source = in_the_source(scribe, original, "assessment_answer", code)
        lines.append(Line((Phrase(ON), scribe.plain(code), *source)))
    if answer.missing:
        lines.append(_missing(scribe, answer.missing, None if code else original))
    return tuple(lines) or BLANK


@lru_cache(1 << 8)
def _unticked(criterion: str, language: str) -> Lines:
    """Lists the answers to choose from, none ticked: of most questions nothing is answered yet."""
    labels_of = codelists.get("assessment_answer").label
    return tuple(Line((Phrase(OFF), Phrase(labels_of(code, language)))) for code in scale(criterion))


def _missing(scribe: Scribe, code: str, original: str | None) -> Line:
    """Says why there is no answer; in other words than those of an answer of the scale."""
    source = in_the_source(scribe, original, "missing_code", code)
    why = why_missing(scribe, code)
    return Line((Phrase(ON), scribe.words("answer.missing"), scribe.words("mark.colon"), why, *source))


def why_missing(scribe: Scribe, code: str) -> Phrase:
    """Gives the words of the form for why there is no answer, else those of the code."""
    key = f"missing.{code}"
    return scribe.words(key) if key in labels() else scribe.code("missing_code", code)


def _ticked(scribe: Scribe, code: str, original: str | None) -> Line:
    """Names the answer that was chosen behind its box; the word of the source stands there, where it is another."""
    source = in_the_source(scribe, original, "assessment_answer", code)
    return Line((Phrase(ON), scribe.code("assessment_answer", code), *source))

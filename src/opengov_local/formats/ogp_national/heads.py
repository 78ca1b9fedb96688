"""What stands at the head of the national forms, whatever their year: name, official numbers, time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from opengov_local.formats.paper.content import Line, Lines, Phrase
from opengov_local.formats.paper.questions import Question, field
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.commitment import Commitment

_OGP: Final = "OGP"
"""The scheme of OGP's numbers of commitments."""


def sheet_title(scribe: Scribe, commitment: Commitment) -> Line:
    """Gives the heading of a sheet: the name of the commitment, with OGP's numbers in brackets."""
    ids = ", ".join(each.value for each in commitment.identifiers if each.scheme == _OGP)
    return Line((*scribe.name(commitment.title), *((Phrase(" "), scribe.plain(f"({ids})")) if ids else ())))


def period(commitment: Commitment, year: str) -> tuple[Question[Commitment], ...]:
    """Gives the question about the time: one for both dates, or that of the only date that is stated."""
    stated = [name for name in ("start", "end") if getattr(commitment, name)]
    if len(stated) == 1:
        return (field(f"commitment_{year}.{stated[0]}"),)
    return (Question(f"commitment_{year}.period", _span, ("start", "end")),)


def _span(scribe: Scribe, commitment: Commitment) -> Lines:
    if commitment.start is None or commitment.end is None:
        return ()
    return (Line((scribe.date(commitment.start, commitment.end),)),)


def other_numbers(commitment: Commitment) -> Iterator[str]:
    """Gives `identifiers` for each official number that the heading does not show."""
    return ("identifiers" for each in commitment.identifiers if each.scheme != _OGP)

"""What the national forms ask at their head, whatever their year."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.formats.paper.commitments import OGP_ID
from opengov_local.formats.paper.content import Line, Lines
from opengov_local.formats.paper.questions import Question, field
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.commitment import Commitment


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
    return ("identifiers" for each in commitment.identifiers if each.scheme != OGP_ID)

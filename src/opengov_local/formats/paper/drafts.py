"""Drafts: what a document says of itself when it was printed before all was there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from opengov_local import messages
from opengov_local.finding import Finding
from opengov_local.formats.paper.content import Faults, Line, Lines, Paper, Phrase
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.base import Model
from opengov_local.model.node import Path

_LISTED: Final = 30


class LeftOut(NamedTuple):
    """A value that could not be used, or has an error.

    Attributes:
        way: where it stands in the plan, in words of the document's language: "Commitment “Open data” › Start".
        found: what was found about it.
        beside: how many other values were left out with it, because what holds it could not stand without it.
        cut: the place of what holds it, as a JSON Pointer; "" where it was left out alone.
    """

    way: str
    found: Finding
    beside: int = 0
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was done to print an incomplete package.

    Attributes:
        gaps: how many values are missing that the package must have.
        left_out: the values that could not be used.
        errors: the values with an error that are printed as they stand, such as an end before the start.
        unusable: the places in the package of the fields of objects among them; see `Drafted`.
    """

    gaps: int = 0
    left_out: tuple[LeftOut, ...] = ()
    unusable: tuple[Path, ...] = ()
    errors: tuple[LeftOut, ...] = ()


def marked(paper: Paper, draft: Draft) -> Paper:
    """Marks a paper as a draft: on each page, and with what is missing or wrong where it speaks of itself."""
    labels, language = wording(), paper.language

    def say(key: str, **values: object) -> str:
        return labels[key].texts[language].format(**values)

    faults = []
    for key, found in (("note.cuts", draft.left_out), ("note.errors", draft.errors)):
        items = [
            " · ".join([_said(each, language), *([say("note.cut_beside", count=each.beside)] if each.beside else [])])
            for each in found[:_LISTED]
        ]
        if (more := len(found) - _LISTED) > 0:
            items.append(say("note.more_cuts", count=more))
        faults += [Faults(say(key, count=len(found)), tuple(items))] if items else []
    gaps = (say("note.gaps", count=draft.gaps),) if draft.gaps else ()
    banner = " · ".join(filter(None, (say("note.draft"), paper.banner)))
    return replace(paper, banner=banner, notices=(*gaps, *paper.notices), faults=tuple(faults))


def unanswered(scribe: Scribe, value: Model, names: Iterable[str], key: str = "") -> Lines:
    """Writes that nothing is stated; or, in a draft, that what was stated could not be used.

    Args:
        scribe: who writes.
        value: the object that is asked about.
        names: its fields that would answer.
        key: key of the label of the question; it names the part of a field that is asked for, such as its start.
    """
    if is_unusable(scribe, value, names, key):
        return (Line((Phrase(f"— {scribe.label('note.unusable')}", gap=True),)),)
    return scribe.not_stated()


def is_unusable(scribe: Scribe, value: Model, names: Iterable[str], key: str = "") -> bool:
    """Tells whether what was stated in some fields of an object could not be used; it asks as `unanswered` does."""
    unusable = scribe.known.unusable.get(id(value))
    if not unusable:
        return False
    part = key.partition(".")[2]
    return any(name in unusable or f"{name}.{part}" in unusable for name in names)


def answered(scribe: Scribe, value: Model, cells: Iterable[tuple[Lines, Iterable[str]]]) -> tuple[Lines, ...]:
    """Fills the cells of a row of a table, each with the fields of its object that would answer."""
    if id(value) not in scribe.known.unusable:
        return tuple([lines or scribe.not_stated() for lines, _ in cells])
    return tuple([lines or unanswered(scribe, value, names) for lines, names in cells])


def _said(each: LeftOut, language: str) -> str:
    location = each.found.location
    is_line = location.cell is None and location.paragraph is None  # of a data file, which says little beside the way
    place = "" if each.way and is_line else messages.place(location, language)
    return " · ".join(filter(None, (each.way, place, messages.render(each.found, language))))

"""What an import keeps without a word of its own is told by notes, one for each table: how much, and where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from string import ascii_uppercase, digits
from typing import Final, NamedTuple

from opengov_local.account import Piece, Place, cell_name
from opengov_local.document import Import
from opengov_local.finding import Finding, Location, Parameter
from opengov_local.privacy.contacts import LEFT_OUT

_MOST: Final = 20
"""Places that one note lists: as many as are shown."""
_OF_OBJECTS: Final = frozenset({"import/assumed"})
"""Codes of findings on what was made: what stands at the first place of an object may be kept all the same."""
SPANS: Final = frozenset({"import/other-list-kept", "import/other-projects-kept"})
"""Codes that speak of all that was kept of some rows, the last of which they name."""
_MARKS: Final = {"paragraph": "¶", "line": "L"}


class KeptPart(NamedTuple):
    """Pieces of one part of a source that one note tells of.

    Attributes:
        pieces: the pieces, in their order.
        places: where they stand: `¶3–¶5`, `L12`, `C2–C4`.
    """

    pieces: list[Piece]
    places: tuple[str, ...]


def with_kept(made: Import, source: str | None, told_of: Collection[Place] = ()) -> Import:
    """Says of the pieces that were kept, and of whose line, paragraph or row nothing else tells, where they stand.

    Args:
        made: what was read.
        source: name of the file.
        told_of: places of which something was said otherwise.
    """
    told = {_where(finding.location) for finding in made.findings if finding.code not in _OF_OBJECTS} - {None}
    told |= {where for finding in made.findings if finding.code in SPANS for where in _rows_of(finding)}
    entries = made.account.entries if made.account else ()
    kept = (said.piece for said in entries if said.fate == "unmapped" and said.piece.place not in told_of)
    silent = [piece for piece in kept if _where(piece.place.location(source)) not in told]
    return _with(made, "import/pieces-kept", silent, source)


def with_help(made: Import, source: str | None) -> Import:
    """Says where pieces stand that were taken for help, or for what surrounds a page, in words that are not ours.

    Args:
        made: what was read.
        source: name of the file.
    """
    helps = [entry.piece for entry in made.account.of("help")] if made.account else []
    told = {_where(finding.location) for finding in made.findings}
    silent = [piece for piece in helps if piece.text != LEFT_OUT and _where(piece.place.location(source)) not in told]
    return _with(made, "import/help-passed-over", silent, source)


def _with(made: Import, code: str, pieces: Iterable[Piece], source: str | None) -> Import:
    """Adds a finding for each part that the pieces stand in."""
    said = []
    for found, places in by_part(pieces):
        params: dict[str, Parameter] = {"count": len(found), "text": found[0].text, "places": places}
        said.append(Finding(code, "info", found[0].place.location(source), params))
    return replace(made, findings=(*made.findings, *said)) if said else made


def by_part(pieces: Iterable[Piece]) -> Iterator[KeptPart]:
    """Groups pieces by the table or sheet they stand in, those of the text by itself, so that all places are shown."""
    parts: defaultdict[object, list[Piece]] = defaultdict(list)
    for piece in pieces:
        parts[piece.place.part if piece.place.kind == "cell" else None].append(piece)
    for found in parts.values():
        runs = list(_runs(found))
        for first in range(0, len(runs), _MOST):
            several = runs[first : first + _MOST]
            yield KeptPart([piece for run in several for piece in run], tuple(dict.fromkeys(map(_written, several))))


def _runs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Gives the pieces in runs of which each stands right behind the one before, or below it."""
    run: list[Piece] = []
    for piece in pieces:
        step = _step(run[-1].place, piece.place) if run else None
        if step and (len(run) == 1 or step == _step(run[-2].place, run[-1].place)):
            run.append(piece)
            continue
        if run:
            yield run
        run = [piece]
    if run:
        yield run


def _step(one: Place, other: Place) -> tuple[int, int] | None:
    """Gives how a place follows another: the rows and columns between; None where others may stand between."""
    if one.kind != other.kind:
        return None
    if one.kind == "cell":
        step = other.row - one.row, other.column - one.column
    else:
        step = _number(other) - _number(one), 0
    return step if step in ((1, 0), (0, 1)) else None


def _number(place: Place) -> int:
    return int(place.part or 0) if place.kind == "paragraph" else place.row


def _written(run: list[Piece]) -> str:
    ends = dict.fromkeys(_name(piece.place) for piece in (run[0], run[-1]))
    return "–".join(ends)


def _name(place: Place) -> str:
    if place.kind == "cell":
        return cell_name(place.row, place.column)
    return f"{_MARKS[place.kind]}{number}" if (number := _number(place)) else str(place)


def _rows_of(finding: Finding) -> Iterator[tuple[object, ...] | None]:
    """Gives the rows that a finding speaks of as a whole, from that of its place to the last, which it names."""
    row, last = (finding.location.cell or "").lstrip(ascii_uppercase), finding.params.get("last")
    column = (finding.location.cell or "").rstrip(digits)
    for each in range(int(row), last + 1) if row and isinstance(last, int) else ():
        yield _where(replace(finding.location, cell=f"{column}{each}"))


def _where(location: Location) -> tuple[object, ...] | None:
    """Gives the line with its column, the paragraph, or the table or sheet with the row; None for no such place."""
    row = (location.cell or "").lstrip(ascii_uppercase)
    found = (location.line, location.column, location.paragraph, location.table, location.sheet, row)
    return found if any(found) else None
